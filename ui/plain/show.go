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
	Lay(p, c.env.Signs, blocks)
	c.show(p)
}

// Lay lays the blocks of a document out as plain lines below what is there.
func Lay(p *kit.Page, sg kit.Signs, blocks []report.Block) {
	for _, b := range blocks {
		switch b.Kind {
		case report.Heading:
			p.Gap()
			p.Text(kit.Style{}, words(b.Spans))
		case report.Paragraph:
			paragraph(p, b)
		case report.Bullets, report.Numbers:
			items(p, sg, b)
		case report.Fields:
			fields(p, "", b.Fields)
		case report.Note:
			p.Gap()
			p.Labelled(kit.Style{}, "Note", words(b.Spans))
			if b.Source != "" {
				p.Hang(kit.Style{}, "      ", "Source: "+model.CleanLine(b.Source))
			}
		case report.Box:
			p.Gap()
			p.Text(kit.Style{}, model.CleanLine(b.Title))
			Lay(p, sg, b.Blocks)
		case report.Table:
			table(p, sg, b)
		case report.PageBreak:
		}
	}
}

func paragraph(p *kit.Page, b report.Block) {
	p.Gap()
	if b.Layer == "" {
		p.Text(kit.Style{}, words(b.Spans))
		return
	}
	p.Labelled(kit.Style{}, kit.Capital(string(b.Layer)), words(b.Spans))
}

func items(p *kit.Page, sg kit.Signs, b report.Block) {
	for _, it := range b.Items {
		p.Hang(kit.Style{}, sg.Bullet+" ", words(it.Spans))
		for _, below := range it.Below {
			if below.Kind == report.Fields {
				fields(p, "    ", below.Fields)
			}
		}
	}
}

func fields(p *kit.Page, indent string, list []report.Field) {
	for _, f := range list {
		first := f.Label + ": "
		if f.Layer != "" {
			first += kit.Capital(string(f.Layer)) + ": "
		}
		lead := indent
		for line := range strings.SplitSeq(first+words(f.Value), "\n") {
			for _, l := range kit.WrapText(line, p.Width-len(indent)-2) {
				p.Raw(lead+l, lead+l)
				lead = indent + "  "
			}
		}
	}
}

// table reads a row in one sentence, each cell behind its column's name: a
// screen reader has no columns.
func table(p *kit.Page, sg kit.Signs, b report.Block) {
	for _, row := range b.Rows {
		var parts []string
		for i, cell := range row {
			if text := cellWords(cell); text != "" && i < len(b.Head) {
				parts = append(parts, cellWords(b.Head[i])+": "+text)
			}
		}
		p.Hang(kit.Style{}, sg.Bullet+" ", strings.Join(parts, "; "))
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
