package document

import (
	"cmp"
	"strings"

	"isspp/model"
)

// cleaned is the document with every text safe to show, headings in order, and
// nothing empty that would leave a hole.
func (d Doc) cleaned() Doc {
	d.Title, d.Subtitle = model.CleanLine(d.Title), model.CleanLine(d.Subtitle)
	d.Edition, d.Years = model.CleanLine(d.Edition), model.CleanLine(d.Years)
	d.Foot, d.Whose = model.CleanLine(d.Foot), cmp.Or(model.CleanLine(d.Whose), model.WhoseEmbedded)
	d.Banner, d.Made = model.CleanLine(d.Banner), model.CleanLine(d.Made)
	d.Blocks, d.Slides = levels(cleanBlocks(d.Blocks)), cleanSlides(d.Slides)
	return d
}

func cleanBlocks(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		b.Spans = cleanSpans(b.Spans, b.Kind == Heading)
		b.Title, b.Source, b.Caption = model.CleanLine(b.Title), model.CleanLine(b.Source), model.CleanLine(b.Caption)
		b.Items = each(b.Items, func(item Item) Item {
			return Item{Spans: cleanSpans(item.Spans, false), Below: cleanBlocks(item.Below)}
		})
		b.Fields = each(b.Fields, func(f Field) Field {
			f.Label, f.Value = model.CleanLine(f.Label), cleanSpans(f.Value, false)
			return f
		})
		b.Head, b.Blocks = each(b.Head, cleanCell), cleanBlocks(b.Blocks)
		b.Rows = each(b.Rows, func(row []model.Cell) []model.Cell {
			row = each(row, cleanCell)
			return append(row, make([]model.Cell, max(len(b.Head)-len(row), 0))...)
		})
		b.Banded = b.Banded && len(b.Head) > 1
		if !b.empty() {
			out = append(out, b)
		}
	}
	return out
}

func (b Block) empty() bool {
	switch b.Kind {
	case Paragraph, Heading, Note:
		return strings.TrimSpace(model.PlainText(b.Spans)) == ""
	case Bullets, Numbers:
		return len(b.Items) == 0
	case Table:
		return len(b.Rows) == 0
	case Fields:
		return len(b.Fields) == 0
	case Box:
		return b.Title == "" && len(b.Blocks) == 0
	}
	return false
}

// cleanSpans makes texts safe. A heading stays on one line.
func cleanSpans(spans []model.Span, line bool) []model.Span {
	out := make([]model.Span, 0, len(spans))
	for _, s := range spans {
		s.Text = strings.ReplaceAll(model.Clean(s.Text), "\t", "    ")
		if line {
			s.Text = strings.ReplaceAll(s.Text, "\n", " ")
		}
		s.Link = safeLink(s.Link)
		if s.Text != "" {
			out = append(out, s)
		}
	}
	return out
}

func cleanCell(c model.Cell) model.Cell {
	return model.Cell{Entries: each(c.Entries, func(e model.CellEntry) model.CellEntry {
		return model.CellEntry{Spans: cleanSpans(e.Spans, false), Depth: e.Depth}
	})}
}

// each is a list with something done to each of its own, in a copy.
func each[T any](list []T, do func(T) T) []T {
	out := make([]T, len(list))
	for i, one := range list {
		out[i] = do(one)
	}
	return out
}

// safeLink is an address that a document may point at: the web, mail and the
// telephone. Any other is dropped, and the words stay.
func safeLink(link string) string {
	link = model.CleanLine(link)
	for _, start := range []string{"https://", "http://", "mailto:", "tel:"} {
		if len(link) > len(start) && strings.EqualFold(link[:len(start)], start) &&
			!strings.ContainsAny(link, " \"<>\\^`{|}") {
			return link
		}
	}
	return ""
}
