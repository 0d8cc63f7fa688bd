package plain

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/report"
)

// showBlocks writes the blocks of a document as plain lines. Whose words a text
// is stands before it as a word.
func (c *console) showBlocks(blocks []report.Block) {
	p := c.page()
	c.blocks(p, blocks)
	c.show(p)
}

func (c *console) blocks(p *kit.Page, blocks []report.Block) {
	for _, b := range blocks {
		switch b.Kind {
		case report.Heading:
			p.Gap()
			p.Text(kit.Style{}, words(b.Spans))
		case report.Paragraph:
			c.paragraph(p, b)
		case report.Bullets, report.Numbers:
			c.items(p, b)
		case report.Fields:
			c.fields(p, "", b.Fields)
		case report.Note:
			p.Gap()
			p.Labelled(kit.Style{}, "Note", words(b.Spans))
			if b.Source != "" {
				p.Hang(kit.Style{}, "      ", "Source: "+model.CleanLine(b.Source))
			}
		case report.Box:
			p.Gap()
			p.Text(kit.Style{}, model.CleanLine(b.Title))
			c.blocks(p, b.Blocks)
		case report.Table:
			c.table(p, b)
		case report.PageBreak:
		}
	}
}

func (c *console) paragraph(p *kit.Page, b report.Block) {
	p.Gap()
	if b.Layer == "" {
		p.Text(kit.Style{}, words(b.Spans))
		return
	}
	p.Labelled(kit.Style{}, kit.Capital(string(b.Layer)), words(b.Spans))
}

func (c *console) items(p *kit.Page, b report.Block) {
	for _, it := range b.Items {
		p.Hang(kit.Style{}, c.env.Signs.Bullet+" ", words(it.Spans))
		for _, below := range it.Below {
			if below.Kind == report.Fields {
				c.fields(p, "    ", below.Fields)
			}
		}
	}
}

func (c *console) fields(p *kit.Page, indent string, fields []report.Field) {
	for _, f := range fields {
		first := indent + f.Label + ": "
		if f.Layer != "" {
			first += kit.Capital(string(f.Layer)) + ": "
		}
		for line := range strings.SplitSeq(words(f.Value), "\n") {
			p.Hang(kit.Style{}, first, line)
			first = indent + "  "
		}
	}
}

// table reads a row in one sentence, each cell behind its column's name: a
// screen reader has no columns.
func (c *console) table(p *kit.Page, b report.Block) {
	for _, row := range b.Rows {
		var parts []string
		for i, cell := range row {
			if text := cellWords(cell); text != "" && i < len(b.Head) {
				parts = append(parts, cellWords(b.Head[i])+": "+text)
			}
		}
		p.Hang(kit.Style{}, c.env.Signs.Bullet+" ", strings.Join(parts, "; "))
	}
}

func words(spans []model.Span) string { return model.Clean(model.PlainText(spans)) }

func cellWords(cell model.Cell) string {
	var parts []string
	for _, e := range cell.Entries {
		parts = append(parts, words(e.Spans))
	}
	return strings.Join(parts, " ")
}
