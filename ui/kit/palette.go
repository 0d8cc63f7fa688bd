package kit

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// palette is the few colours that a theme is made of. Text itself has none: it
// keeps the terminal's own, which the person chose to be able to read. A nil
// colour means the terminal's own as well.
type palette struct {
	accent color.Color // selection, keys, the tab one is on
	quiet  color.Color // what may stand back: rules, hints, edition
	note   color.Color // our words beside the protocol's
	local  color.Color // the school's own words
	alert  color.Color // an error's line
}

// The contrast of each colour is at least 4.5:1 on the backgrounds it is for,
// and 7:1 in contrast; a test measures it. neutral has to serve before the
// terminal has said whether it is dark or light: one blue clears 4.5:1 on both
// black and white, and nothing else is coloured.
func palettes(name string) palette {
	c := lipgloss.Color
	switch name {
	case Dark:
		return palette{accent: c("#8ABEFF"), quiet: c("#B0B4BA"), note: c("#E3C27A"), local: c("#93D7A8"), alert: c("#FFB0A8")}
	case Light:
		return palette{accent: c("#0B57A4"), quiet: c("#555B63"), note: c("#7A4B00"), local: c("#11622F"), alert: c("#A3201A")}
	case ContrastDark:
		return palette{accent: c("#A8D4FF"), note: c("#FFD98A"), local: c("#A9F0BF"), alert: c("#FFC4BE")}
	case ContrastLight:
		return palette{accent: c("#06366B"), note: c("#553300"), local: c("#0A4520"), alert: c("#7A0F0A")}
	case Neutral:
		return palette{accent: c("#1B78CE")}
	}
	return palette{}
}

// basicPalettes are for terminals of sixteen colours, whose owner chose what
// each of them looks like. Only those are used that are readable on nearly
// every such terminal, on a dark ground or a light one; the rest is left to
// bold, to underlining and to words.
func basicPalettes(name string) palette {
	switch name {
	case Dark, ContrastDark:
		return palette{accent: ansi.BrightCyan, note: ansi.BrightYellow, local: ansi.BrightGreen, alert: ansi.BrightYellow}
	case Light, ContrastLight:
		return palette{accent: ansi.Blue, local: ansi.Blue}
	}
	return palette{}
}
