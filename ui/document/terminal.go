package document

import (
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Write lays blocks out below what is there. Whose words a text is stands before it
// as a word, so that a theme without styles says the same.
func (p *Page) Write(blocks ...Block) {
	for _, b := range blocks {
		if p.bound < len(p.Lines) && (b.Kind != Fields || b.KeepNext) {
			p.Gap()
		}
		start := len(p.Lines)
		p.block(b)
		if b.Kind == Heading && b.Level > 1 || b.KeepNext {
			p.bound = len(p.Lines)
		}
		if start < len(p.Lines) && b.ID != "" {
			p.Lines[start].ID = b.ID
		}
	}
}

// Blocks is Write for blocks of the protocol. After each block, and each entry of a
// list, beside gives the notes that stand by its id; it may be nil.
func (p *Page) Blocks(blocks []model.Block, beside func(id string) []model.Note) {
	p.Write(withNotes(FromModel("", 0, blocks), beside)...)
}

// Notes adds notes of ours, each marked as such and with its source.
func (p *Page) Notes(notes []model.Note) { p.Write(NotesOf(notes)...) }

func withNotes(blocks []Block, beside func(id string) []model.Note) []Block {
	if beside == nil {
		return blocks
	}
	notes := func(id string) []Block {
		if id == "" {
			return nil
		}
		return NotesOf(beside(id))
	}
	var out []Block
	for _, b := range blocks {
		for i, it := range b.Items {
			b.Items[i].Below = append(withNotes(it.Below, beside), notes(it.ID)...)
		}
		out = append(append(out, b), notes(b.ID)...)
	}
	return out
}

func (p *Page) block(b Block) {
	switch b.Kind {
	case Heading:
		p.heading(b)
	case Paragraph:
		p.paragraph(b)
	case Bullets, Numbers:
		p.items(b, 0)
	case Fields:
		p.fields(b, 0)
	case Note:
		p.note(b)
	case Box:
		st := p.theme.Heading
		if b.Tone == Emergency {
			st = p.theme.Alert
		}
		p.Text(st, b.Title)
		p.bound = len(p.Lines)
		p.Write(b.Blocks...)
	case Table:
		if p.Bare {
			p.sentences(b)
			return
		}
		p.Table(b.Head, b.Rows, b.RowHead)
	case PageBreak:
	}
}

// heading adds a heading. One of the protocol's own below its title has the bar of a
// call-out at its left, which is no part of its text.
func (p *Page) heading(b Block) {
	sign := strings.Repeat("#", min(max(b.Level, 1), 3)) + " "
	if b.Layer != model.LayerProtocol || b.Level != 2 {
		p.prose(sign, b.Spans, theme.Ground{}, "", 0)
		return
	}
	start := len(p.Lines)
	p.prose(sign, b.Spans, theme.Ground{}, "  ", 0)
	for i := start; i < len(p.Lines); i++ {
		p.Lines[i].Text = p.theme.Heading.Render(p.signs.Bar) + strings.TrimPrefix(p.Lines[i].Text, " ")
	}
}

// paragraph adds text, as a call-out where it has a layer of its own.
func (p *Page) paragraph(b Block) {
	under := theme.Ground{}
	if b.Tone == Emergency {
		under = theme.Under(p.theme.Alert)
	}
	if b.Layer == "" {
		p.prose("", b.Spans, under, "", 0)
		return
	}
	p.callOut(b.Layer, func(in *Page) {
		in.Text(p.theme.Strong, component.Capital(string(b.Layer)))
		in.prose("", b.Spans, under, "", 0)
	})
}

// items adds a list, with what is nested in its entries below them. An entry that is
// a name, with lines below it, stands apart.
func (p *Page) items(b Block, indent int) {
	for i, it := range b.Items {
		mark := p.signs.Bullet
		if b.Kind == Numbers {
			mark = strconv.Itoa(i+1) + ")"
		}
		if sign := p.signs.Answer(it.Answer); strings.TrimSpace(sign) != "" {
			mark = sign
		}
		mark += " "
		if i > 0 && len(it.Spans) == 1 && it.Spans[0].Strong && len(it.Below) > 0 &&
			it.Below[0].Kind == Fields {
			p.Gap()
		}
		start := len(p.Lines)
		p.prose("", it.Spans, theme.Ground{}, mark, indent)
		if start < len(p.Lines) {
			p.Lines[start].ID = it.ID
		}
		for _, below := range it.Below {
			switch below.Kind {
			case Bullets, Numbers:
				p.items(below, indent+component.Width(mark))
			case Fields:
				p.fields(below, indent+component.Width(mark)+2)
			case Paragraph:
				p.prose("", below.Spans, theme.Ground{}, "", indent+component.Width(mark))
			default:
				p.Write(below)
			}
		}
	}
}

// fields adds labelled lines. One that stands before a list is the list's heading, in
// words of its layer.
func (p *Page) fields(b Block, indent int) {
	fields := b.Fields
	if b.KeepNext && len(fields) > 0 && fields[0].Layer != "" {
		p.Labelled(p.theme.Strong, component.Capital(string(fields[0].Layer)), model.PlainText(fields[0].Value))
		fields = fields[1:]
	}
	for _, f := range fields {
		label, st := model.CleanLine(f.Label)+":", p.theme.Plain
		if f.Layer != "" {
			label += " " + component.Capital(string(f.Layer)) + ":"
		}
		switch {
		case f.Quoted:
			st = p.theme.Quote
		case f.Layer == model.LayerLocal:
			st = p.theme.Local
		}
		p.Said(indent, label, model.PlainText(f.Value), st)
	}
}

// sentences reads a table's rows in one sentence each, every cell behind its
// column's name.
func (p *Page) sentences(b Block) {
	for _, row := range b.Rows {
		var parts []string
		for i, cell := range row {
			if text := cellText(cell); text != "" && i < len(b.Head) {
				parts = append(parts, cellText(b.Head[i])+": "+text)
			}
		}
		p.Hang(p.theme.Plain, p.signs.Bullet+" ", strings.Join(parts, "; "))
	}
}
