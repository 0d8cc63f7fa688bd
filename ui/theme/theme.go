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
	Name string
	// Of text: Title is that of a text that is read, Quote a child's own words, Quiet
	// labels, sources and times, Group the name of a group of rows, Found a match.
	Plain, Strong, Title, Heading, Emph, Quote, Link, Quiet, Group, Found lipgloss.Style
	// Of the layers: NoteName is the label of a note.
	Note, NoteName, Local lipgloss.Style
	// Of the chrome: Accent are keys and marks, Tab the one that is in front, Brand the
	// app's name, Selected the selected row's text, Faint borders without focus, and Dim
	// the screen under a card. Wall stands between panes, in the terminal's own colour:
	// painted, 19 rows of it cost 300 bytes at each change of tabs.
	Accent, Tab, Brand, Selected, Faint, Dim, Wall lipgloss.Style
	// Safety are the emergency numbers, Danger 999 in the footer, and Alert an error's line
	// and what is overdue.
	Safety, Danger, Alert lipgloss.Style
	// Chips are states: on, off, one that asks something, one that is as it should be; a
	// key in a chip; and a quiet label, such as the edition.
	ChipOn, ChipOff, ChipNote, ChipLocal, ChipKey, Chip lipgloss.Style

	Row, Bar, NoteGround, LocalGround, TextGround Ground
}

// New makes the theme of a name; an unknown one has no colours. basic is for
// terminals of sixteen colours or fewer. Where the palette has no ground, bold and
// reverse video stand for it.
func New(name string, basic bool) *Theme {
	p := palettes(name)
	if basic {
		p = basicPalettes(name)
	}
	plain, bold := ink(nil), func(c color.Color) lipgloss.Style { return ink(c).Bold(true) }
	soft := func(text, on color.Color) lipgloss.Style {
		if on == nil {
			return ink(text)
		}
		return ink(text).Background(on)
	}
	filled := func(text, on color.Color) lipgloss.Style {
		if on == nil {
			return bold(text).Reverse(true)
		}
		return bold(text).Background(on)
	}
	t := &Theme{
		Name: name, Strong: bold(nil), Heading: bold(p.accent), Emph: plain.Italic(true), Quote: plain.Italic(true),
		Link: ink(p.accent).Underline(true), Accent: bold(p.accent), Tab: bold(p.accent).Underline(true),
		Selected: bold(p.accent), Quiet: ink(p.quiet), Group: bold(p.quiet), Faint: ink(p.faint), Dim: ink(p.faint),
		Note: ink(p.note), NoteName: bold(p.note), Local: bold(p.local), Safety: bold(nil), Alert: bold(p.alert),
		Found: plain.Reverse(true),

		Danger: filled(p.onAlert, p.alertGround), Brand: bold(nil).Reverse(true), ChipOn: bold(p.accent).Reverse(true),
		ChipOff: soft(p.quiet, p.chip), ChipKey: soft(p.accent, p.chip).Bold(true),
		Chip:     soft(p.accent, p.accentGround).Bold(true),
		ChipNote: soft(p.note, p.noteGround).Bold(true), ChipLocal: soft(p.local, p.localGround).Bold(true),

		Row: Under(soft(nil, p.accentGround)), Bar: Under(soft(nil, p.bar)), TextGround: Under(soft(nil, p.bar)),
		NoteGround: Under(soft(nil, p.noteGround)), LocalGround: Under(soft(nil, p.localGround)),
	}
	if p.faint == nil {
		t.Dim = plain.Faint(true)
	}
	if p.onAccent != nil {
		t.Brand = filled(p.onAccent, p.accent)
		t.ChipOn = t.Brand
	}
	t.Title = t.ChipOn.Padding(0, 1)
	return t
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
