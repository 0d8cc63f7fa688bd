package document

import (
	"html/template"
	"strings"

	"isspp/model"
)

type htmlSpan struct {
	Text         string
	Strong, Emph bool
	Link         template.URL
	Break        bool
}

// htmlPart is a part of a span: a telephone number or what stands between them.
type htmlPart struct {
	Text   string
	Number bool
}

// phone is a telephone number in its groups, which a line isn't broken within.
var phone = model.Pattern(`\b\d{3,5}(?: \d{3,4}){1,2}\b`)

// Parts divides a span at the telephone numbers in it.
func (s htmlSpan) Parts() []htmlPart {
	var parts []htmlPart
	at := 0
	for _, found := range phone().FindAllStringIndex(s.Text, -1) {
		if found[0] > at {
			parts = append(parts, htmlPart{Text: s.Text[at:found[0]]})
		}
		parts = append(parts, htmlPart{Text: s.Text[found[0]:found[1]], Number: true})
		at = found[1]
	}
	if at < len(s.Text) {
		parts = append(parts, htmlPart{Text: s.Text[at:]})
	}
	return parts
}

func htmlSpans(spans []model.Span) []htmlSpan {
	var out []htmlSpan
	for _, s := range spans {
		for i, text := range strings.Split(s.Text, "\n") {
			if i > 0 {
				out = append(out, htmlSpan{Break: true})
			}
			if text != "" {
				// cleaned has let through https, mailto and tel alone.
				out = append(out, htmlSpan{Text: text, Strong: s.Strong, Emph: s.Emph, Link: template.URL(s.Link)})
			}
		}
	}
	return out
}

// blankCell reports whether a cell says nothing: then it heads no row or column.
func blankCell(c model.Cell) bool {
	for _, e := range c.Entries {
		if strings.TrimSpace(model.PlainText(e.Spans)) != "" {
			return false
		}
	}
	return true
}

// noCell reports whether a row has nothing in a column.
func noCell(row []model.Cell, i int) bool { return i >= len(row) || blankCell(row[i]) }

// cellBlocks are a cell's entries as paragraphs and nested lists.
func cellBlocks(c model.Cell) []Block {
	var out []Block
	for _, e := range c.Entries {
		n := len(out)
		switch {
		case e.Depth == 0:
			out = append(out, Block{Kind: Paragraph, Spans: e.Spans})
		case n > 0 && out[n-1].Kind == Bullets && e.Depth > 1:
			items := out[n-1].Items
			item := &items[len(items)-1]
			if len(item.Below) == 0 {
				item.Below = []Block{{Kind: Bullets}}
			}
			item.Below[0].Items = append(item.Below[0].Items, Item{Spans: e.Spans})
		case n > 0 && out[n-1].Kind == Bullets:
			out[n-1].Items = append(out[n-1].Items, Item{Spans: e.Spans})
		default:
			out = append(out, Block{Kind: Bullets, Items: []Item{{Spans: e.Spans}}})
		}
	}
	return out
}
