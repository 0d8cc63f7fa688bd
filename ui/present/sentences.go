package present

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"isspp/model"
)

// short are words that end in a stop and don't end a sentence.
var short = map[string]bool{
	"e.g": true, "i.e": true, "etc": true, "incl": true, "st": true, "no": true, "mr": true, "mrs": true, "ms": true, "dr": true, "vs": true,
}

// sentences parts a paragraph where a sentence ends. Joined with blanks they
// are the paragraph again: nothing is added and nothing lost.
func sentences(text string) []string {
	var out []string
	start := 0
	for i := 0; i < len(text); i++ {
		if !endsSentence(text, i) {
			continue
		}
		// Closing quotes and brackets belong to the sentence.
		end := i + 1
		for end < len(text) && text[end] != ' ' {
			end++
		}
		out = append(out, text[start:end])
		start = end + 1
		i = end
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// endsSentence tells whether the sign at i ends a sentence and another follows.
func endsSentence(text string, i int) bool {
	if c := text[i]; c != '.' && c != '?' && c != '!' {
		return false
	}
	rest := strings.TrimLeft(text[i+1:], `”’"')`)
	next, ok := strings.CutPrefix(rest, " ")
	if !ok {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(next, `“‘"'(`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	before := text[:i]
	before = before[strings.LastIndexAny(before, " (")+1:]
	return len(before) > 1 && !short[strings.ToLower(before)]
}

// thoughts makes a slide of each paragraph, a sentence at a time. Lists and
// tables in the text become their entries.
func thoughts(id, part, title, source string, blocks []model.Block) []Slide {
	var out []Slide
	for _, block := range blocks {
		s := Slide{ID: id + "/" + itoa(len(out)+1), Part: part, Title: title, Source: source, Layer: model.LayerProtocol}
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
	for _, sentence := range sentences(block.Plain()) {
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
