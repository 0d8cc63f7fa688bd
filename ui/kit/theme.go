package kit

import (
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// The names of the themes. Auto becomes Dark or Light once the terminal has
// told its background, and is Neutral until then; Contrast likewise.
const (
	Auto          = "auto"
	Dark          = "dark"
	Light         = "light"
	Contrast      = "contrast"
	Mono          = "mono"
	Neutral       = "neutral"
	ContrastDark  = "contrast-dark"
	ContrastLight = "contrast-light"
)

// ThemeNames are the themes that a person can ask for, in the order offered.
var ThemeNames = []string{Auto, Dark, Light, Contrast, Mono}

// Style paints a run of text. Its escape sequence is made once, since views
// paint hundreds of runs for a frame.
type Style struct{ open string }

// Paint returns the text in the style.
func (s Style) Paint(text string) string {
	if s.open == "" || text == "" {
		return text
	}
	return s.open + text + ansi.ResetStyle
}

func style(c color.Color, mods ...func(ansi.Style) ansi.Style) Style {
	var st ansi.Style
	for _, m := range mods {
		st = m(st)
	}
	if c != nil {
		st = st.ForegroundColor(c)
	}
	if len(st) == 0 {
		return Style{}
	}
	return Style{open: st.String()}
}

func bold(s ansi.Style) ansi.Style      { return s.Bold() }
func italic(s ansi.Style) ansi.Style    { return s.Italic(true) }
func underline(s ansi.Style) ansi.Style { return s.Underline(true) }
func reverse(s ansi.Style) ansi.Style   { return s.Reverse(true) }

// Theme is the named styles that views paint with. Each state differs by sign
// or word as well, so that a theme without colour says the same.
type Theme struct {
	Name     string
	Plain    Style
	Strong   Style // emphasis of the protocol, names
	Heading  Style
	Emph     Style
	Link     Style
	Accent   Style // keys, marks
	Tab      Style // the tab one is on
	Selected Style // the selected row's text
	Quiet    Style // stands back
	// Wall stands between panes, in the terminal's own colour: painted, 19 rows of
	// it cost 300 bytes at each change of tabs, which a slow line feels.
	Wall   Style
	Note   Style // layer Note
	Local  Style // layer Local
	Safety Style // 999
	Alert  Style // an error's line
	Found  Style // a match of the search
}

// NewTheme makes the theme of a name; an unknown one has no colours. basic is
// for terminals of sixteen colours or fewer.
func NewTheme(name string, basic bool) *Theme {
	p := palettes(name)
	if basic {
		p = basicPalettes(name)
	}
	return &Theme{
		Name:     name,
		Strong:   style(nil, bold),
		Heading:  style(p.accent, bold),
		Emph:     style(nil, italic),
		Link:     style(p.accent, underline),
		Accent:   style(p.accent, bold),
		Tab:      style(p.accent, bold, underline),
		Selected: style(p.accent, bold),
		Quiet:    style(p.quiet),
		Note:     style(p.note),
		Local:    style(p.local, bold),
		Safety:   style(nil, bold),
		Alert:    style(p.alert, bold),
		Found:    style(nil, reverse),
	}
}

// Resolve says which theme is drawn for the one asked for, given what the
// terminal has told of its background: known is false until it has.
func Resolve(asked string, known, dark bool) string {
	switch {
	case asked == Contrast && known && !dark:
		return ContrastLight
	case asked == Contrast && known:
		return ContrastDark
	case asked == Auto && known && dark:
		return Dark
	case asked == Auto && known:
		return Light
	case asked == Auto || asked == Contrast:
		return Neutral
	}
	return asked
}
