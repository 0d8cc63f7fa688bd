package theme

import (
	"fmt"
	"image/color"
	"strconv"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	xansi "github.com/charmbracelet/x/ansi"
)

// Glamour is the theme as Glamour's style for running text. It sets nothing in:
// where lines end, and what stands before them, is the page's.
func (t *Theme) Glamour() ansi.StyleConfig {
	text := ansi.StyleBlock{StylePrimitive: primitive(t.Plain)}
	title := primitive(t.Title)
	if t.Title.GetPaddingLeft() > 0 {
		title.Prefix, title.Suffix = " ", " "
	}
	return ansi.StyleConfig{
		Document: text, Paragraph: text,
		H1:   ansi.StyleBlock{StylePrimitive: title},
		H2:   ansi.StyleBlock{StylePrimitive: primitive(t.Heading)},
		H3:   ansi.StyleBlock{StylePrimitive: primitive(t.Strong)},
		Emph: primitive(t.Emph), Strong: primitive(t.Strong), LinkText: primitive(t.Link),
	}
}

func primitive(s lipgloss.Style) ansi.StylePrimitive {
	return ansi.StylePrimitive{
		Color: colourName(s.GetForeground()), BackgroundColor: colourName(s.GetBackground()),
		Bold: set(s.GetBold()), Italic: set(s.GetItalic()), Underline: set(s.GetUnderline()),
		Inverse: set(s.GetReverse()),
	}
}

// set is what Glamour takes for a quality that a style has; nil leaves it as it was.
func set(on bool) *bool {
	if !on {
		return nil
	}
	return &on
}

// colourName is a colour as Lip Gloss reads it back: a number of the terminal's own
// palette, or its parts; nil where there is none.
func colourName(c color.Color) *string {
	name := ""
	switch c := c.(type) {
	case nil, lipgloss.NoColor:
		return nil
	case xansi.BasicColor:
		name = strconv.Itoa(int(c))
	default:
		r, g, b, _ := c.RGBA()
		name = fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	}
	return &name
}
