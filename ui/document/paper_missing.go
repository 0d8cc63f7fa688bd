package document

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"isspp/ui/document/pdf"
)

// laidOut sets a document on pages. Where the font lacks characters of it, the
// document is set anew with room at each page's end to name them.
func laidOut(d Doc) *layout {
	spare := 0.0
	for {
		l := newLayout(d)
		l.spare = spare
		l.set()
		if spare = l.missingHeight(); spare <= l.spare {
			return l
		}
	}
}

// end is how far down a page may be filled.
func (l *layout) end() float64 { return l.sheet.bottom - l.spare }

// missingPad is the space in the box that names what a page can't show.
const missingPad = 5.0

func (l *layout) missingEnd() float64 { return l.sheet.foot - 16 }

var missingStyle = textStyle{size: 7.8, colour: ink}

// missingLines are the lines in a page's box, or none where it shows everything.
func (l *layout) missingLines(number int, p *pdf.Page) [][]bit {
	missing := p.Missing()
	if len(missing) == 0 {
		return nil
	}
	return l.wrap(Plainly(missingText(number, missing)), missingStyle, l.all.w-2*missingPad)
}

func missingBox(lines int) float64 { return float64(lines)*missingStyle.height() + 2*missingPad }

// missingHeight is how high the largest of the pages' boxes is.
func (l *layout) missingHeight() float64 {
	most := 0
	for i, p := range l.file.Pages() {
		most = max(most, len(l.missingLines(i+1, p)))
	}
	if most == 0 {
		return 0
	}
	return missingBox(most)
}

// sayMissing draws a box at the end of each page that can't show everything. A
// screen reader has them after the text, so each says its page.
func (l *layout) sayMissing(root *pdf.Elem) {
	for i, p := range l.file.Pages() {
		lines := l.missingLines(i+1, p)
		if len(lines) == 0 {
			continue
		}
		from := l.missingEnd() - missingBox(len(lines))
		(&frame{x: l.all.x, w: l.all.w}).draw(p, from, l.missingEnd())
		e, h := root.Add("P"), missingStyle.height()
		for n, bits := range lines {
			y := from + missingPad + float64(n)*h
			drawBits(p, e, l.all.x+missingPad, y+(h-missingStyle.size)/2+missingStyle.size*0.8, bits)
		}
	}
}

// missingText names characters that a page has boxes for, and says where they
// can be read.
func missingText(page int, missing []rune) string {
	return fmt.Sprintf("Page %d can't show these characters and has a box for each: %s. "+
		"They are in the HTML version (-o FILE.html).", page, missingNames(missing))
}

// missingNames names characters by their script and their codes. Those that
// follow each other are a range. A page of many leaves the last uncounted ones to
// a number: the box mustn't push the text off its page.
func missingNames(missing []rune) string {
	const most = 60
	var scripts []string
	codes := map[string][]string{}
	named, left := 0, 0
	for i := 0; i < len(missing); {
		script, end := scriptOf(missing[i]), i+1
		for end < len(missing) && missing[end] == missing[end-1]+1 && scriptOf(missing[end]) == script {
			end++
		}
		if named == most {
			left += end - i
			i = end
			continue
		}
		code := fmt.Sprintf("U+%04X", missing[i])
		switch end - i {
		case 1:
		case 2:
			code += fmt.Sprintf(", U+%04X", missing[end-1])
		default:
			code += fmt.Sprintf(" to U+%04X", missing[end-1])
		}
		if !slices.Contains(scripts, script) {
			scripts = append(scripts, script)
		}
		codes[script] = append(codes[script], code)
		named, i = named+1, end
	}
	parts := make([]string, len(scripts))
	for i, script := range scripts {
		parts[i] = script + " " + strings.Join(codes[script], ", ")
	}
	if left > 0 {
		parts = append(parts, fmt.Sprintf("and %d more", left))
	}
	return strings.Join(parts, "; ")
}

func scriptOf(r rune) string {
	switch {
	case unicode.In(r, unicode.So, unicode.Sk):
		return "emoji and symbols"
	case unicode.In(r, unicode.Common):
		return "signs"
	case unicode.In(r, unicode.Inherited):
		return "accents"
	case unicode.In(r, unicode.Han):
		return "Chinese or Japanese characters"
	}
	for name, table := range unicode.Scripts {
		if unicode.Is(table, r) {
			return strings.ReplaceAll(name, "_", " ") + " letters"
		}
	}
	return "other characters"
}
