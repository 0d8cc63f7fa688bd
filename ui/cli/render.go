package cli

import (
	"fmt"
	"strings"

	"isspp/content"
	"isspp/model"
)

// document shows a document with the notes on it.
func (p *page) document(pack *content.Pack, d model.Document) {
	if len(d.Blocks) == 0 || d.Blocks[0].Kind != model.Heading {
		p.title(strings.TrimSpace(d.Section + " " + d.Title))
		p.gap()
	}
	p.blocks(d.Blocks, "")
	p.gap()
	ids := []string{d.ID}
	for _, b := range d.Blocks {
		if b.ID != "" {
			ids = append(ids, b.ID)
		}
	}
	for _, n := range pack.NotesAbout(ids...) {
		p.note(n)
	}
}

// blocks shows blocks one below the other, indented.
func (p *page) blocks(blocks []model.Block, indent string) {
	for i, b := range blocks {
		if i > 0 {
			p.gap()
		}
		switch b.Kind {
		case model.Heading:
			p.wrap(indent, indent, run{b.Plain(), strong})
		case model.Paragraph:
			p.wrap(indent, indent, spans(b.Spans)...)
		case model.Absent:
			p.wrap(indent, indent, run{"[Note: " + b.Plain() + "]", emph})
		case model.Bullets, model.Numbers:
			p.items(b, indent)
		case model.Table:
			p.table(tableOf(b))
		}
	}
}

// items shows a list, with what is nested in its entries below them.
func (p *page) items(b model.Block, indent string) {
	for i, item := range b.Items {
		mark := "• "
		if b.Kind == model.Numbers {
			mark = fmt.Sprintf("%d) ", i+1)
		}
		below := indent + strings.Repeat(" ", cells(mark))
		p.wrap(indent+mark, below, spans(item.Spans)...)
		if len(item.Below) > 0 {
			p.blocks(item.Below, below)
		}
	}
}

// tableOf makes a text table of a block's cells, an entry a line.
func tableOf(b model.Block) table {
	t := table{}
	for _, cell := range b.Head {
		t.head = append(t.head, cellText(cell))
	}
	for _, row := range b.Rows {
		var texts []string
		for _, cell := range row {
			texts = append(texts, cellText(cell))
		}
		t.rows = append(t.rows, texts)
	}
	return t
}

func cellText(c model.Cell) string {
	var lines []string
	for _, e := range c.Entries {
		mark := ""
		if e.Depth > 0 {
			mark = strings.Repeat("  ", e.Depth-1) + "• "
		}
		lines = append(lines, mark+model.PlainText(e.Spans))
	}
	return strings.Join(lines, "\n")
}

// spans gives the protocol's emphasis as styles. A link's address stands
// behind its words, unless it is the words.
func spans(list []model.Span) []run {
	runs := make([]run, 0, len(list))
	for _, s := range list {
		r := run{text: s.Text}
		switch {
		case s.Strong:
			r.style = strong
		case s.Emph:
			r.style = emph
		}
		if runs = append(runs, r); s.Link != "" && !strings.Contains(s.Link, strings.TrimSpace(s.Text)) {
			runs = append(runs, run{text: " (" + s.Link + ")"})
		}
	}
	return runs
}
