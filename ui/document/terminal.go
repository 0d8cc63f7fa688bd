package document

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// Lay lays blocks out on a page of the terminal, below what is there. Whose
// words a text is stands before it as a word, so that a theme without styles
// says the same.
func Lay(p *Page, t *kit.Theme, sg kit.Signs, blocks []Block) {
	lay(p, t, sg, blocks, false)
}

// lay is Lay; headed tells that the last line is the heading of the blocks.
func lay(p *Page, t *kit.Theme, sg kit.Signs, blocks []Block, headed bool) {
	for _, b := range blocks {
		if !headed {
			gap(p, b)
		}
		headed = b.Kind == Heading
		switch b.Kind {
		case Heading:
			st := t.Heading
			if b.Level > 2 {
				st = t.Strong
			}
			p.Text(st, flat(b.Spans))
		case Paragraph:
			layParagraph(p, t, b)
		case Bullets, Numbers:
			layItems(p, t, sg, b)
		case Fields:
			layFields(p, t, "", b)
		case Note:
			source := ""
			if b.Source != "" {
				source = "Source: " + model.CleanLine(b.Source)
			}
			p.CallOut(NoteCallOut, "Note", source, flat(b.Spans))
		case Box:
			st := t.Heading
			if b.Tone == Emergency {
				st = t.Alert
			}
			p.Text(st, model.CleanLine(b.Title))
			lay(p, t, sg, b.Blocks, true)
		case Table:
			layTable(p, t, sg, b)
		case PageBreak:
		}
	}
}

// gap sets a block apart from the one before it, where that isn't its heading.
func gap(p *Page, b Block) {
	switch b.Kind {
	case Heading, Paragraph, Note, Box:
		p.Gap()
	case Fields:
		if b.KeepNext {
			p.Gap()
		}
	case Bullets, Numbers, Table, PageBreak:
	}
}

func layParagraph(p *Page, t *kit.Theme, b Block) {
	st := t.Plain
	if b.Tone == Emergency {
		st = t.Alert
	}
	kind := ProtocolCallOut
	switch b.Layer {
	case "":
		p.Text(st, flat(b.Spans))
		return
	case model.LayerLocal:
		kind = LocalCallOut
	case model.LayerNote:
		kind = NoteCallOut
	}
	inside := p.InCallOut()
	inside.Text(t.Strong, kit.Capital(string(b.Layer)))
	inside.Text(st, flat(b.Spans))
	p.AddCallOut(kind, inside)
}

func layItems(p *Page, t *kit.Theme, sg kit.Signs, b Block) {
	for _, it := range b.Items {
		st := t.Plain
		if len(it.Spans) == 1 && it.Spans[0].Strong {
			p.Gap() // a name with lines below it
			st = t.Strong
		}
		mark := sg.Bullet
		if sign := sg.Answer(it.Answer); strings.TrimSpace(sign) != "" {
			mark = sign
		}
		p.Hang(st, mark+" ", flat(it.Spans))
		for _, below := range it.Below {
			if below.Kind == Fields {
				layFields(p, t, "    ", below)
			}
		}
	}
}

// layFields lays labelled lines out. One that stands before a list is the list's
// heading, in words of its layer.
func layFields(p *Page, t *kit.Theme, indent string, b Block) {
	fields := b.Fields
	if b.KeepNext && len(fields) > 0 && fields[0].Layer != "" {
		p.Labelled(t.Strong, kit.Capital(string(fields[0].Layer)), flat(fields[0].Value))
		fields = fields[1:]
	}
	for _, f := range fields {
		label, st := model.CleanLine(f.Label)+": ", t.Plain
		if f.Layer != "" {
			label += kit.Capital(string(f.Layer)) + ": "
		}
		if f.Layer == model.LayerLocal {
			st = t.Local
		}
		if f.Quoted {
			st = t.Quote
		}
		p.Said(kit.Width(indent), strings.TrimSpace(label), flat(f.Value), st)
	}
}

// layTable reads a row in one sentence, each cell behind its column's name: a
// screen reader has no columns.
func layTable(p *Page, t *kit.Theme, sg kit.Signs, b Block) {
	for _, row := range b.Rows {
		var parts []string
		for i, cell := range row {
			if text := flatCell(cell); text != "" && i < len(b.Head) {
				parts = append(parts, flatCell(b.Head[i])+": "+text)
			}
		}
		p.Hang(t.Plain, sg.Bullet+" ", strings.Join(parts, "; "))
	}
}

func flat(spans []model.Span) string { return model.Clean(model.PlainText(spans)) }

func flatCell(cell model.Cell) string {
	var parts []string
	for _, e := range cell.Entries {
		parts = append(parts, flat(e.Spans))
	}
	return strings.Join(parts, " ")
}
