package document

import (
	"fmt"
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

const missingPad = 5.0

func (l *layout) missingEnd() float64 { return l.sheet.foot - 16 }

func missingBox(lines int) float64 { return float64(lines)*missingStyle.height() + 2*missingPad }

var missingStyle = textStyle{size: 7.8, colour: ink}

// missingLines are the lines in the box at a page's end that names the characters for
// which the font has no picture, and says where they can be read; none where there are none.
func (l *layout) missingLines(number int, p *pdf.Page) [][]bit {
	if len(p.Missing()) == 0 {
		return nil
	}
	return l.wrap(Plainly(missingText(number, p.Missing())), missingStyle, l.all.w-2*missingPad)
}

func missingText(page int, missing []rune) string {
	return fmt.Sprintf("Page %d can't show these characters and has a box for each: %s. "+
		"They are in the HTML version (-o FILE.html).", page, missingNames(missing))
}

// missingHeight is how high the largest of the pages' boxes is.
func (l *layout) missingHeight() float64 {
	most := 0.0
	for i, p := range l.file.Pages() {
		if n := len(l.missingLines(i+1, p)); n > 0 {
			most = max(most, missingBox(n))
		}
	}
	return most
}

// sayMissing draws a box at the end of each page that can't show everything. A
// screen reader has them after the text, so each says its page.
func (l *layout) sayMissing(root *pdf.Elem) {
	for i, p := range l.file.Pages() {
		lines := l.missingLines(i+1, p)
		if len(lines) == 0 {
			continue
		}
		h, end := missingStyle.height(), l.missingEnd()
		from := end - missingBox(len(lines))
		(&frame{x: l.all.x, w: l.all.w}).draw(p, from, end)
		column := cellColumn{x: l.all.x + missingPad}
		e := root.Add("P")
		for _, bits := range lines {
			column.lines = append(column.lines, cellLine{height: h, size: missingStyle.size, bits: bits, elem: e})
		}
		column.draw(p, from+missingPad)
	}
}

// missingNames names characters by their script and their codes. Those that
// follow each other are a range. A page of many leaves the last uncounted ones to
// a number: the box mustn't push the text off its page.
func missingNames(missing []rune) string {
	const most = 60
	var scripts []string
	codes := map[string][]string{}
	left := 0
	for named, i := 0, 0; i < len(missing); named++ {
		script, end := scriptOf(missing[i]), i+1
		for end < len(missing) && missing[end] == missing[end-1]+1 && scriptOf(missing[end]) == script {
			end++
		}
		code, last := fmt.Sprintf("U+%04X", missing[i]), fmt.Sprintf("U+%04X", missing[end-1])
		switch {
		case end-i == 2:
			code += ", " + last
		case end-i > 2:
			code += " to " + last
		}
		switch {
		case named >= most:
			left += end - i
		case codes[script] == nil:
			scripts = append(scripts, script)
			fallthrough
		default:
			codes[script] = append(codes[script], code)
		}
		i = end
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
