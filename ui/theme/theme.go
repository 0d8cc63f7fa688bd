// Package theme has all that decides how the app looks: a palette of roles for
// each theme, the Lip Gloss styles and the Glamour style that are made of it,
// and the glyphs. Nothing else makes a style.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
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

// Names are the themes that a person can ask for, in the order offered.
var Names = []string{Auto, Dark, Light, Contrast, Mono}

// Theme is the named styles that everything is drawn with. Each state differs
// by sign or word as well, so that a theme without colour says the same.
type Theme struct {
	Name     string
	Plain    lipgloss.Style
	Strong   lipgloss.Style // emphasis of the protocol, names
	Title    lipgloss.Style // the title of a text that is read
	Heading  lipgloss.Style
	Emph     lipgloss.Style
	Quote    lipgloss.Style // a child's own words
	Link     lipgloss.Style
	Accent   lipgloss.Style // keys, marks
	Tab      lipgloss.Style // the tab one is on
	Brand    lipgloss.Style // the app's name in the header
	Selected lipgloss.Style // the selected row's text
	Quiet    lipgloss.Style // labels, sources, times
	Group    lipgloss.Style // the name of a group of rows, in capitals
	Faint    lipgloss.Style // borders without focus, rules
	Dim      lipgloss.Style // the screen under a card
	// Wall stands between panes, in the terminal's own colour: painted, 19 rows of
	// it cost 300 bytes at each change of tabs, which a slow line feels.
	Wall     lipgloss.Style
	Note     lipgloss.Style // layer Note
	NoteName lipgloss.Style // the label of a note
	Local    lipgloss.Style // layer Local
	Safety   lipgloss.Style // the emergency numbers
	Danger   lipgloss.Style // 999 in the footer
	Alert    lipgloss.Style // an error's line, what is overdue
	Found    lipgloss.Style // a match of the search

	ChipOn    lipgloss.Style // a state that is on
	ChipOff   lipgloss.Style // a state that is off
	ChipKey   lipgloss.Style // a key in a chip
	ChipNote  lipgloss.Style // a state that asks something
	ChipLocal lipgloss.Style // a state that is as it should be
	Chip      lipgloss.Style // a quiet label, such as the edition

	Row, Bar, NoteGround, LocalGround, TextGround Ground
}

// New makes the theme of a name; an unknown one has no colours. basic is for
// terminals of sixteen colours or fewer.
func New(name string, basic bool) *Theme {
	p := palettes(name)
	if basic {
		p = basicPalettes(name)
	}
	t := &Theme{
		Name:     name,
		Strong:   ink(nil).Bold(true),
		Heading:  ink(p.accent).Bold(true),
		Emph:     ink(nil).Italic(true),
		Quote:    ink(nil).Italic(true),
		Link:     ink(p.accent).Underline(true),
		Accent:   ink(p.accent).Bold(true),
		Tab:      ink(p.accent).Bold(true).Underline(true),
		Selected: ink(p.accent).Bold(true),
		Quiet:    ink(p.quiet),
		Group:    ink(p.quiet).Bold(true),
		Faint:    ink(p.faint),
		Dim:      dim(p.faint),
		Note:     ink(p.note),
		NoteName: ink(p.note).Bold(true),
		Local:    ink(p.local).Bold(true),
		Safety:   ink(nil).Bold(true),
		Alert:    ink(p.alert).Bold(true),
		Found:    ink(nil).Reverse(true),
	}
	t.fill(p)
	return t
}

// fill makes the styles that have a ground. Where the palette has none, bold
// and reverse video stand for it.
func (t *Theme) fill(p palette) {
	filled := func(text, on color.Color) lipgloss.Style {
		if on == nil {
			return ink(text).Bold(true).Reverse(true)
		}
		return ink(text).Bold(true).Background(on)
	}
	soft := func(text, on color.Color) lipgloss.Style {
		if on == nil {
			return ink(text)
		}
		return ink(text).Background(on)
	}
	t.Danger = filled(p.onAlert, p.alertGround)
	t.Brand = ink(nil).Bold(true).Reverse(true)
	t.ChipOn = ink(p.accent).Bold(true).Reverse(true)
	if p.onAccent != nil {
		t.Brand = filled(p.onAccent, p.accent)
		t.ChipOn = t.Brand
	}
	t.Title = t.ChipOn.Padding(0, 1)
	t.ChipOff = soft(p.quiet, p.chip)
	t.ChipKey = soft(p.accent, p.chip).Bold(true)
	t.Chip = soft(p.accent, p.accentGround).Bold(true)
	t.ChipNote = soft(p.note, p.noteGround).Bold(true)
	t.ChipLocal = soft(p.local, p.localGround).Bold(true)
	t.Row = ground(soft(nil, p.accentGround))
	t.Bar = ground(soft(nil, p.bar))
	t.NoteGround = ground(soft(nil, p.noteGround))
	t.LocalGround = ground(soft(nil, p.localGround))
	t.TextGround = ground(soft(nil, p.bar))
}

// Unpainted is a style that paints nothing: what is typed keeps the terminal's own
// colours, which the person chose.
var Unpainted = ink(nil)

// ink is a style of one colour, or of the terminal's own.
func ink(c color.Color) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c != nil {
		s = s.Foreground(c)
	}
	return s
}

// dim is what stands under a card: faint, where the palette has no colour for it.
func dim(c color.Color) lipgloss.Style {
	if c == nil {
		return ink(nil).Faint(true)
	}
	return ink(c)
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
