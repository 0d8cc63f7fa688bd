package present

import "isspp/model"

// thoughts makes a slide of each paragraph, a sentence at a time. Lists and
// tables in the text become their entries.
func thoughts(id, part, title, source string, blocks []model.Block) []Slide {
	var out []Slide
	for _, block := range blocks {
		s := Slide{
			ID: id + "/" + itoa(len(out)+1), Part: part, Title: title, Source: source,
			Layer: model.LayerProtocol,
		}
		s.Items = blockPoints(block)
		if len(s.Items) == 0 || block.Kind == model.Heading {
			continue
		}
		s.Given = 1
		out = append(out, s)
	}
	return out
}

// excerpt is the spans of a stretch of a text, from byte to byte.
func excerpt(spans []model.Span, from, to int) []model.Span {
	var out []model.Span
	for _, s := range spans {
		n := len(s.Text)
		if a, b := max(from, 0), min(to, n); a < b {
			s.Text = s.Text[a:b]
			out = append(out, s)
		}
		from, to = from-n, to-n
	}
	return out
}

// blockPoints are what a block says, as points.
func blockPoints(block model.Block) []Point {
	var out []Point
	if block.Kind == model.Absent {
		return []Point{{Text: block.Plain(), Layer: model.LayerNote, Plain: true}}
	}
	at := 0
	for _, sentence := range model.Sentences(block.Plain()) {
		out = append(out, Point{Text: sentence, Spans: excerpt(block.Spans, at, at+len(sentence)), Plain: true})
		at += len(sentence) + 1
	}
	for _, item := range block.Items {
		out = append(out, Point{ID: item.ID, Text: model.PlainText(item.Spans), Spans: item.Spans})
		for _, below := range item.Below {
			for _, p := range blockPoints(below) {
				p.Indent++
				out = append(out, p)
			}
		}
	}
	for _, row := range block.Rows {
		for i, cell := range row {
			for _, e := range cell.Entries {
				out = append(out, Point{Text: model.PlainText(e.Spans), Spans: e.Spans, Indent: min(i, 1)})
			}
		}
	}
	return out
}
