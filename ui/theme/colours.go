package theme

import (
	"image/color"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// Colours is what is known of how to colour the screen: the theme that the
// person asked for, and what the terminal has told of itself. Nothing ever
// waits for the terminal's answers.
type Colours struct {
	// Asked is one of Names; the terminal's background decides what Auto
	// and Contrast become.
	Asked string
	// Basic tells that the terminal has sixteen colours or fewer.
	Basic bool

	known, dark bool
	asked       bool
}

// Theme is the theme as far as is known.
func (c *Colours) Theme() *Theme { return New(Resolve(c.Asked, c.known, c.dark), c.Basic) }

// Paper is the terminal's own text and ground while a theme for one of the two is
// asked for by name: its colours can't be read on the other. Nil leaves them.
func (c *Colours) Paper() (text, ground color.Color) {
	switch {
	case c.Basic:
	case c.Asked == Light:
		return color.Black, color.White
	case c.Asked == Dark:
		return color.White, color.Black
	}
	return nil, nil
}

// Request asks the terminal for its background where the theme needs it, and
// is nil where it doesn't.
func (c *Colours) Request() tea.Cmd {
	if c.Asked == Auto || c.Asked == Contrast {
		return tea.RequestBackgroundColor
	}
	return nil
}

// Handle takes what the terminal tells of itself, and tells whether the theme
// has changed. A terminal that only claims the basic sixteen colours is asked
// whether it has more.
func (c *Colours) Handle(msg tea.Msg) (changed bool, ask tea.Cmd) {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		if msg.Color == nil || (c.known && c.dark == msg.IsDark()) {
			return false, nil
		}
		c.known, c.dark = true, msg.IsDark()
		return true, nil
	case tea.ColorProfileMsg:
		basic := msg.Profile <= colorprofile.ANSI
		changed = basic != c.Basic
		c.Basic = basic
		if msg.Profile == colorprofile.ANSI && !c.asked {
			c.asked = true
			ask = tea.RequestCapability("RGB")
		}
	}
	return changed, ask
}
