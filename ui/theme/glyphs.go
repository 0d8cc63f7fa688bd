package theme

import (
	"charm.land/lipgloss/v2"

	"isspp/model"
)

// Glyphs are the characters that the app draws with, beside letters. All are
// one cell wide in every font that a terminal is likely to have.
type Glyphs struct {
	Bar      string // marks the selected row, and a call-out's left edge
	Rule     string // a horizontal line
	Heavy    string // the part of a line that is done
	Wall     string // a vertical line between panes
	Bullet   string
	Dot      string // between words of one line
	Ellipsis string
	Up, Down string
	// West and East are the arrow keys to the sides.
	West, East string
	Dash       string
	// Full, Half and Empty are how far something holds: assigned, on request, nobody.
	Full, Half, Empty string
	// Seen and Told are the signs of two answers.
	Seen, Told string
	// Prompt stands before what is typed into a find line.
	Prompt string
	// Border is a pane's corners and edges.
	Border lipgloss.Border
	ASCII  bool
}

// Unicode is for most terminals; ASCII is for --ascii and for locales that have
// no more.
var (
	Unicode = Glyphs{
		Bar: "▌", Rule: "─", Heavy: "━", Wall: "│", Bullet: "•", Dot: "·", Ellipsis: "…", Up: "↑", Down: "↓", West: "←",
		East: "→", Dash: "–",
		Full: "●", Half: "◐", Empty: "○", Seen: "✓", Told: "“", Prompt: "/", Border: lipgloss.RoundedBorder(),
	}
	ASCII = Glyphs{
		Bar: ">", Rule: "-", Heavy: "=", Wall: "|", Bullet: "*", Dot: "-", Ellipsis: "...", Up: "^", Down: "v",
		West: "left", East: "right", Dash: "-",
		Full: "*", Half: "o", Empty: ".", Seen: "+", Told: "\"", Prompt: "/", Border: lipgloss.ASCIIBorder(),
		ASCII: true,
	}
)

// Left and Right stand around a title that more lies beside.
func (s Glyphs) Left(more bool) string {
	if more {
		return "< "
	}
	return ""
}

// Right is Left's other side.
func (s Glyphs) Right(more bool) string {
	if more {
		return " >"
	}
	return ""
}

// Coverage is the sign for whether somebody is assigned.
func (s Glyphs) Coverage(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return s.Full
	case model.CoveredWhenRequired:
		return s.Half
	}
	return s.Empty
}

// Answer is the sign of an answer, always shown with its word. The signs are
// chosen by shape, not by colour.
func (s Glyphs) Answer(a model.Answer) string {
	switch a {
	case model.Seen:
		return s.Seen
	case model.Told:
		return s.Told
	case model.NotSeen:
		return "-"
	case model.DontKnow:
		return "?"
	}
	return " "
}
