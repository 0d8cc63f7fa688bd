package theme

import (
	"image/color"
	"math"

	"charm.land/lipgloss/v2"
)

// TerminalColours are the text and the ground of a usual terminal.
type TerminalColours struct{ Text, Ground color.Color }

// Terminal is the usual terminal that a theme is for.
func Terminal(name string) TerminalColours {
	if name == Light || name == ContrastLight {
		return TerminalColours{Text: lipgloss.Color("#1a1a1a"), Ground: lipgloss.Color("#ffffff")}
	}
	return TerminalColours{Text: lipgloss.Color("#e6e6e6"), Ground: lipgloss.Color("#101418")}
}

// LeastContrast is what each text of a theme has at least on its ground, as a
// ratio to one.
func LeastContrast(name string) float64 {
	if name == ContrastDark || name == ContrastLight {
		return 7
	}
	return 4.5
}

// ContrastOf is the contrast of two colours as WCAG 2 measures it, from 1 to 21.
func ContrastOf(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
