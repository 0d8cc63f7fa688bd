package present

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/ui/component"
)

// scaling is how a terminal shows letters larger than its own.
type scaling int

const (
	// notScaling has letters of one size, or hasn't answered.
	notScaling scaling = iota
	// doubleLines has lines of double width and height, as terminals have had since
	// the VT100.
	doubleLines
	// sizedText has the text sizing protocol of kitty.
	sizedText
)

// AskScaling asks the terminal which letters it has. Nothing is known by its name:
// after each try it says where its cursor is. Text in two cells, text of twice the
// size, and the end of a line of double width are tried, on a screen that the first
// frame wipes.
const AskScaling = "\x1b[?1049h\x1b[2J\x1b[2;1H\x1b[6n\x1b]66;w=2; \a\x1b[6n\x1b]66;s=2; \a\x1b[6n" +
	"\x1b[2;1H\x1b#6\x1b[999C\x1b[6n\x1b#5\x1b[H"

// scalingOf reads a terminal's answers, from a screen of w cells. Any that isn't what
// it has to be leaves letters as they are.
func scalingOf(at []tea.CursorPositionMsg, w int) scaling {
	if len(at) != 4 || at[0] != (tea.CursorPositionMsg{Y: 1}) {
		return notScaling
	}
	on := func(i, x int) bool { return at[i] == tea.CursorPositionMsg{X: x, Y: 1} }
	switch {
	case on(1, 2) && on(2, 4):
		return sizedText
	case on(1, 0) && on(2, 0) && on(3, w/2-1):
		return doubleLines
	}
	return notScaling
}

// zooms are how many times as large a slide's points may be on a screen, the most
// first: they have as much room as a small screen has.
func (s *Show) zooms() []int {
	var out []int
	for _, k := range []int{4, 2} {
		if (s.scaling == sizedText || s.scaling == doubleLines && k == 2) && s.w/k >= 50 && s.h/k >= 13 {
			out = append(out, k)
		}
	}
	return append(out, 1)
}

// largeLine is a line of text that the terminal shows zoom times as large as its own
// letters, from a cell on.
type largeLine struct {
	x, y, zoom int
	text       string
}

// enlarged is the rows that a larger line has among the library's cells, which know
// one size of letters: each sign has its cells, and the rows below are blank. They are
// what is seen where the terminal fails to enlarge.
func enlarged(line string, zoom int) []string {
	var b strings.Builder
	eachSign(line, func(seq string, w int) {
		b.WriteString(seq + component.Spaces(w*(zoom-1)))
	})
	out := []string{b.String()}
	for range zoom - 1 {
		out = append(out, component.Spaces(zoom*component.Width(line)))
	}
	return out
}

// sized is a styled text in the text sizing protocol.
func sized(text string, zoom int) string {
	var b strings.Builder
	run := ""
	end := func() {
		if run != "" {
			b.WriteString("\x1b]66;s=" + itoa(zoom) + ";" + run + "\a")
		}
		run = ""
	}
	eachSign(text, func(seq string, w int) {
		if w > 0 {
			run += seq
			return
		}
		end()
		b.WriteString(seq)
	})
	end()
	return b.String()
}

// eachSign goes through a styled text: signs with their cells, sequences with none.
func eachSign(text string, do func(seq string, w int)) {
	var state byte
	for text != "" {
		seq, w, n, next := ansi.DecodeSequence(text, state, nil)
		do(seq, w)
		text, state = text[n:], next
	}
}
