package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"isspp/model"
)

// readable takes a style from the spans at whose ends Markdown wouldn't read
// its signs: within a word, next to punctuation. The words stay as they are.
func readable(spans []model.Span) []model.Span {
	out := slices.Clone(spans)
	for i := 1; i < len(out); i++ {
		// Where one style ends and another begins without a blank the signs of both
		// would run together; bold within italics is the one case that reads well.
		p, c := &out[i-1], &out[i]
		apart := blankAt(p.Text, len(p.Text)-1) || blankAt(c.Text, 0)
		both := (p.Strong || p.Emph) && (c.Strong || c.Emph)
		same := p.Strong == c.Strong && p.Emph == c.Emph || p.Emph && c.Emph
		if both && !same && !apart {
			c.Strong, c.Emph = false, false
		}
	}
	for _, style := range []func(*model.Span) *bool{
		func(s *model.Span) *bool { return &s.Strong },
		func(s *model.Span) *bool { return &s.Emph },
	} {
		for i := 0; i < len(out); {
			j := i
			for j < len(out) && *style(&out[j]) {
				j++
			}
			if j > i && !flanked(out, i, j) {
				for k := i; k < j; k++ {
					*style(&out[k]) = false
				}
			}
			i = max(j, i+1)
		}
	}
	return out
}

// blankAt tells whether a text has a blank or a new line at a place, or nothing.
func blankAt(text string, i int) bool {
	return i < 0 || i >= len(text) || text[i] == ' ' || text[i] == '\n'
}

// flanked tells whether signs at the ends of spans i to j would be read.
func flanked(spans []model.Span, i, j int) bool {
	shown := func(part []model.Span) string {
		var b strings.Builder
		for _, s := range part {
			if s.Link != "" {
				// A link stands in signs of its own.
				b.WriteString("[" + s.Text + ")")
				continue
			}
			b.WriteString(s.Text)
		}
		return b.String()
	}
	within := shown(spans[i:j])
	start := strings.TrimLeft(within, " \n")
	end := strings.TrimRight(within, " \n")
	if start == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(start)
	last, _ := utf8.DecodeLastRuneInString(end)
	before, _ := utf8.DecodeLastRuneInString(shown(spans[:i]) + within[:len(within)-len(start)])
	after, _ := utf8.DecodeRuneInString(within[len(end):] + shown(spans[j:]))
	return (!sign(first) || !letter(before)) && (!sign(last) || !letter(after))
}

// sign tells what Markdown takes for punctuation.
func sign(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// letter tells what is neither punctuation, nor a blank, nor the text's end.
func letter(r rune) bool { return r != utf8.RuneError && !sign(r) && !unicode.IsSpace(r) }
