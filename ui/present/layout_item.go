package present

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// itemLine is a line of an item, with what stands before its text.
type itemLine struct {
	mark, text string
	style      style
	// bold are the cells that the protocol prints in bold.
	bold [][2]int
}

// style says what a line of an item is, so that the theme decides how it looks
// when it is drawn.
type style int

const (
	textLine style = iota
	strongLine
	groupLine
	detailLine
	noteLine
	localLine
)

func (st style) of(t *kit.Theme) kit.Style {
	switch st {
	case strongLine:
		return t.Strong
	case groupLine:
		return t.Heading
	case detailLine:
		return t.Quiet
	case noteLine:
		return t.Note
	case localLine:
		return t.Local
	}
	return t.Plain
}

// paint is a line's text in its style, with the words in bold that the protocol
// prints so.
func (line itemLine) paint(t *kit.Theme) string {
	st := line.style.of(t)
	if len(line.bold) == 0 {
		return st.Render(line.text)
	}
	var ranges []lipgloss.Range
	at, w := 0, kit.Width(line.text)
	for _, b := range line.bold {
		ranges = append(ranges, lipgloss.NewRange(at, b[0], st), lipgloss.NewRange(b[0], b[1], t.Strong))
		at = b[1]
	}
	return lipgloss.StyleRanges(line.text, append(ranges, lipgloss.NewRange(at, w, st))...)
}

// bullet is the sign before a point: one that can be seen from the last row.
func bullet(sg kit.Signs) string {
	if sg.ASCII {
		return sg.Bullet
	}
	return "■"
}

// drawItem wraps an item in w cells.
func drawItem(p Point, layer model.Layer, w int, sg kit.Signs) drawnItem {
	mark, st := bullet(sg)+"  ", textLine
	if p.Plain {
		mark = ""
	}
	if p.Strong {
		st = strongLine
	}
	switch layer {
	case model.LayerNote:
		if p.Layer == model.LayerNote {
			mark, st = "Note  ", noteLine
		}
	case model.LayerLocal:
		mark, st = "Local  ", localLine
	}
	it := drawnItem{starts: p.Group != ""}
	if it.starts {
		it.group = kit.WrapText(p.Group, w)
	}
	in := kit.Spaces(3 * p.Indent)
	hang := in + kit.Spaces(kit.Width(mark))
	lead := in + mark
	lines := wrap(p.Text, w-kit.Width(hang))
	bold := boldCells(p, lines)
	for i, text := range lines {
		it.lines = append(it.lines, itemLine{lead, text, st, bold[i]})
		lead = hang
	}
	for _, d := range p.Detail {
		for _, text := range wrap(d, w-kit.Width(hang)) {
			it.lines = append(it.lines, itemLine{hang, text, detailLine, nil})
		}
	}
	return it
}

// wrap breaks a text into lines, and no telephone number nor "8-13" in two.
func wrap(text string, w int) []string {
	keep, back := strings.NewReplacer(" ", "\u00a0", "-", "\u2011"), strings.NewReplacer("\u00a0", " ", "\u2011", "-")
	lines := kit.WrapText(number().ReplaceAllStringFunc(text, keep.Replace), w)
	for i, line := range lines {
		lines[i] = back.Replace(line)
	}
	return lines
}

// number is a telephone number in its groups, or two numbers with a hyphen.
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(\d{3,5}(?: \d{3,4}){1,2}|\d+-\d+)\b`) })

// boldCells finds the cells of a point's wrapped lines that are printed in bold.
// Wrapping changes blanks alone, so the other characters are gone through in step.
func boldCells(p Point, lines []string) [][][2]int {
	out := make([][][2]int, len(lines))
	var strong []bool
	for _, s := range p.Spans {
		for _, r := range s.Text {
			if !unicode.IsSpace(r) {
				strong = append(strong, s.Strong)
			}
		}
	}
	n := 0
	for i, line := range lines {
		x := 0
		for _, r := range line {
			from := x
			x += kit.Width(string(r))
			if unicode.IsSpace(r) {
				continue
			}
			if n < len(strong) && strong[n] {
				if k := len(out[i]); k > 0 && out[i][k-1][1] == from {
					out[i][k-1][1] = x
				} else {
					out[i] = append(out[i], [2]int{from, x})
				}
			}
			n++
		}
	}
	return out
}

// rows is how many rows an item takes, its group's heading too where it starts
// the group or a page.
func (it drawnItem) rows(top bool) int {
	if it.starts || top {
		return len(it.lines) + len(it.group)
	}
	return len(it.lines)
}

// all are the lines of an item that goes over several pages: its group's heading
// is among them.
func (it drawnItem) all() []itemLine {
	lines := make([]itemLine, 0, len(it.group)+len(it.lines))
	for _, line := range it.group {
		lines = append(lines, itemLine{text: line, style: groupLine})
	}
	return append(lines, it.lines...)
}
