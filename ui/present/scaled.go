package present

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
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
		if (s.Scaling == sizedText || s.Scaling == doubleLines && k == 2) && s.W/k >= 50 && s.H/k >= 13 {
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

// Output is the terminal of a presentation. The library writes cells, all of one size;
// larger lines are written around that. Before each of its writes they are again what
// it takes them for, and behind it they are large: it is never wrong about a cell, and
// a frame that lacks them is whole.
type Output struct {
	to      *os.File
	mu      sync.Mutex
	profile colorprofile.Profile
	scaling scaling
	// next are the lines of the frame that was drawn last, and shown those that the
	// terminal shows.
	next, shown []placedLine
	// full tells that the program has the whole screen.
	full bool
}

// placedLine is a larger line at its place on the screen, with the rows of the frame
// that it covers.
type placedLine struct {
	largeLine
	// wipe clears a row in the ground of the slide.
	wipe string
	rows []string
}

// set says which lines of the next frame are larger, on a terminal that can show them.
func (o *Output) set(s scaling, lines []placedLine) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.scaling, o.next = s, lines
}

// Write writes what the library has to say, with the larger lines around it.
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	var b bytes.Buffer
	o.around(&b, o.shown, o.small)
	b.Write(p)
	o.shown = nil
	on, off := bytes.LastIndex(p, []byte("\x1b[?1049h")), bytes.LastIndex(p, []byte("\x1b[?1049l"))
	if on != off {
		o.full = on > off
	}
	if o.full {
		o.around(&b, o.next, o.large)
		o.shown = o.next
	}
	if _, err := o.to.Write(b.Bytes()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// around writes lines with the cursor put back where the library has left it. A line
// that has become too long for the screen is cut.
func (o *Output) around(b *bytes.Buffer, lines []placedLine, write func(l placedLine) string) {
	if len(lines) == 0 {
		return
	}
	out := colorprofile.Writer{Forward: b, Profile: o.profile}
	_, _ = out.WriteString("\x1b7\x1b[?7l")
	for _, l := range lines {
		_, _ = out.WriteString(write(l))
	}
	_, _ = out.WriteString("\x1b[?7h\x1b8")
}

// small is a line as the library has it.
func (o *Output) small(l placedLine) string {
	single, out := "", ""
	if o.scaling == doubleLines {
		single = "\x1b#5"
	}
	for i, row := range l.rows {
		out += at(l.y+i, 0) + single + l.wipe + row
	}
	return out
}

// large is a line as it is to be seen.
func (o *Output) large(l placedLine) string {
	if o.scaling == doubleLines {
		upper, lower := at(l.y, 0)+"\x1b#3"+l.wipe, at(l.y+1, 0)+"\x1b#4"+l.wipe
		return upper + at(l.y, l.x/2) + l.text + lower + at(l.y+1, l.x/2) + l.text
	}
	return at(l.y, l.x) + sized(l.text, l.zoom)
}

// at moves the cursor to a row and a cell, from 0.
func at(y, x int) string { return fmt.Sprintf("\x1b[%d;%dH", y+1, x+1) }

// Read, Close and Fd make it a terminal for the library, which asks for its size. It isn't
// the file itself: nothing but Write may write to that.
func (o *Output) Read(p []byte) (int, error) { return o.to.Read(p) }

// Fd is the terminal's own.
func (o *Output) Fd() uintptr { return o.to.Fd() }

// Close leaves the terminal open: it isn't ours.
func (o *Output) Close() error { return nil }
