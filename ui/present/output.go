package present

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"
)

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

// NewOutput writes a presentation to a terminal.
func NewOutput(to *os.File) *Output { return &Output{to: to, profile: colorprofile.Env(os.Environ())} }

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
	var b strings.Builder
	for i, row := range l.rows {
		single := ""
		if o.scaling == doubleLines {
			single = "\x1b#5"
		}
		b.WriteString(at(l.y+i, 0) + single + l.wipe + row)
	}
	return b.String()
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

// Read, Close and Fd make it a terminal for the library, which asks for its size.
func (o *Output) Read(p []byte) (int, error) { return o.to.Read(p) }

// Close leaves the terminal open: it isn't ours.
func (o *Output) Close() error { return nil }

// Fd is the terminal's own.
func (o *Output) Fd() uintptr { return o.to.Fd() }

var _ io.ReadWriteCloser = (*Output)(nil)
