package theme

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Ground is the colour behind whole lines: a selected row, a call-out, the
// header. Lip Gloss ends a ground wherever a run inside it ends; this one goes
// on to the end of the line.
type Ground struct{ open string }

// Under is the ground of a style, for text that has styles of its own. A style that
// paints nothing has none.
func Under(s lipgloss.Style) Ground {
	open, _, _ := strings.Cut(s.Render("x"), "x")
	return Ground{open: open}
}

// Painted reports whether there is a ground at all: terminals of sixteen
// colours, and themes without colour, have none.
func (g Ground) Painted() bool { return g.open != "" }

// Paper is the text and the ground of a screen that is painted whole, so that it
// looks the same on any terminal: a slide's. Nil colours leave the terminal's own.
func Paper(name string, basic bool) (text, ground color.Color) {
	dark, light := name == Dark || name == ContrastDark, name == Light || name == ContrastLight
	switch {
	case basic && dark:
		return ansi.BrightWhite, ansi.Black
	case basic && light:
		return ansi.Black, ansi.BrightWhite
	case dark || light:
		c := Terminal(name)
		return c.Text, c.Ground
	}
	return nil, nil
}

// PaperGround is the ground of Paper.
func PaperGround(name string, basic bool) Ground {
	text, on := Paper(name, basic)
	if on == nil {
		return Ground{}
	}
	return Under(ink(text).Background(on))
}

// Line is a drawn line on the ground, filled with blanks to w cells.
func (g Ground) Line(line string, w int) string {
	if n := ansi.StringWidth(line); n < w {
		line += strings.Repeat(" ", w-n)
	}
	return g.Text(line)
}

// Text is drawn text on the ground, which returns wherever a run of the text
// has ended.
func (g Ground) Text(text string) string {
	if !g.Painted() || text == "" {
		return text
	}
	return g.open + strings.ReplaceAll(text, ansi.ResetStyle, ansi.ResetStyle+g.open) + ansi.ResetStyle
}
