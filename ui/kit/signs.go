package kit

import "isspp/model"

// Signs are the characters that the app draws with, beside letters. All are
// one cell wide in every font that a terminal is likely to have.
type Signs struct {
	Bar      string // marks the selected row
	Rule     string // a horizontal line
	Wall     string // a vertical line between panes
	Bullet   string
	Dot      string // between words of one line
	Ellipsis string
	Up, Down string
	// West and East are the arrow keys to the sides.
	West, East string
	Dash       string
	ASCII      bool
}

// UnicodeSigns are for most terminals; ASCIISigns are for --ascii.
var (
	UnicodeSigns = Signs{Bar: "▌", Rule: "─", Wall: "│", Bullet: "•", Dot: "·", Ellipsis: "…", Up: "↑", Down: "↓", West: "←", East: "→", Dash: "–"}
	ASCIISigns   = Signs{Bar: ">", Rule: "-", Wall: "|", Bullet: "*", Dot: "-", Ellipsis: "...", Up: "^", Down: "v", West: "left", East: "right", Dash: "-", ASCII: true}
)

// Left and Right stand around a title that more lies beside.
func (s Signs) Left(more bool) string {
	if more {
		return "< "
	}
	return ""
}

// Right is Left's other side.
func (s Signs) Right(more bool) string {
	if more {
		return " >"
	}
	return ""
}

// Answer is the sign of an answer, always shown with its word. The signs are
// chosen by shape, not by colour, and none looks like a mark for right or wrong.
func (s Signs) Answer(a model.Answer) string {
	switch a {
	case model.Seen:
		return "+"
	case model.Told:
		return "\""
	case model.NotSeen:
		return "-"
	case model.DontKnow:
		return "?"
	}
	return " "
}
