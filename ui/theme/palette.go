package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// palette is the roles that a theme gives a colour. Text itself has none: it
// keeps the terminal's own, which the person chose to be able to read. A nil
// colour means the terminal's own as well, and a nil ground that none is painted.
type palette struct {
	accent color.Color // selection, keys, headings, the tab one is on
	quiet  color.Color // what may stand back: labels, sources, times
	faint  color.Color // borders without focus; never text
	note   color.Color // our words beside the protocol's
	local  color.Color // the school's own words
	alert  color.Color // danger and what is overdue

	bar          color.Color // the ground of header and footer
	chip         color.Color // the ground of a state that is off
	accentGround color.Color // the ground of the selected row
	noteGround   color.Color
	localGround  color.Color
	alertGround  color.Color // the ground of 999

	onAccent color.Color // text on a filled accent
	onAlert  color.Color // text on alertGround
}

// The contrast of each colour is at least 4.5:1 on the grounds that it is for,
// and 7:1 in contrast; a test measures it. neutral has to serve before the
// terminal has said whether it is dark or light: one blue clears 4.5:1 on both
// black and white, nothing else is coloured, and no ground is painted.
func palettes(name string) palette {
	c := lipgloss.Color
	switch name {
	case Dark:
		return palette{
			accent: c("#8ABEFF"), quiet: c("#B0B4BA"), faint: c("#4A5562"), note: c("#EAC26B"), local: c("#93D7A8"),
			alert: c("#FF9F95"),
			bar:   c("#161C24"), chip: c("#222A33"), accentGround: c("#15334D"), noteGround: c("#2A2313"),
			localGround: c("#13261A"),
			alertGround: c("#9B1C1C"), onAccent: c("#0A1722"), onAlert: c("#FFFFFF"),
		}
	case Light:
		return palette{
			accent: c("#0B57A4"), quiet: c("#4F555D"), faint: c("#A9B1BC"), note: c("#7A4B00"), local: c("#11622F"),
			alert: c("#A3201A"),
			bar:   c("#F1F4F8"), chip: c("#E4E9EF"), accentGround: c("#D6E7FA"), noteGround: c("#FFF5DF"),
			localGround: c("#E3F4E8"),
			alertGround: c("#B3231C"), onAccent: c("#FFFFFF"), onAlert: c("#FFFFFF"),
		}
	case ContrastDark:
		return palette{
			accent: c("#A8D4FF"), faint: c("#8A96A3"), note: c("#FFD98A"), local: c("#A9F0BF"), alert: c("#FFC4BE"),
			accentGround: c("#06263F"), alertGround: c("#7A0F0A"), onAccent: c("#000000"), onAlert: c("#FFFFFF"),
		}
	case ContrastLight:
		return palette{
			accent: c("#06366B"), faint: c("#5A6470"), note: c("#553300"), local: c("#0A4520"), alert: c("#7A0F0A"),
			accentGround: c("#E3EFFB"), alertGround: c("#7A0F0A"), onAccent: c("#FFFFFF"), onAlert: c("#FFFFFF"),
		}
	case Neutral:
		return palette{accent: c("#1B78CE")}
	}
	return palette{}
}

// basicPalettes are for terminals of sixteen colours, whose owner chose what
// each of them looks like. Only those are used that are readable on nearly
// every such terminal, on a dark ground or a light one; no ground is painted,
// and the rest is left to bold, to reverse video, to bars and to words.
func basicPalettes(name string) palette {
	switch name {
	case Dark, ContrastDark:
		return palette{
			accent: ansi.BrightCyan, note: ansi.BrightYellow, local: ansi.BrightGreen,
			alert: ansi.BrightYellow,
		}
	case Light, ContrastLight:
		return palette{accent: ansi.Blue, local: ansi.Blue}
	}
	return palette{}
}
