package document

import (
	"strings"

	"isspp/ui/lookup"
)

// digits are figures of three lines, for the number that must be read first.
var digits = map[rune][3]string{
	'0': {"▄▀▀▀▄", "█   █", "▀▄▄▄▀"},
	'1': {" ▄█  ", "  █  ", "▄▄█▄▄"},
	'2': {"▀▀▀▀▄", "▄▀▀▀▀", "█▄▄▄▄"},
	'3': {"▀▀▀▀▄", " ▀▀▀▄", "▄▄▄▄▀"},
	'4': {"█   █", "▀▀▀▀█", "    █"},
	'5': {"█▀▀▀▀", "▀▀▀▀▄", "▄▄▄▄▀"},
	'6': {"▄▀▀▀▀", "█▀▀▀▄", "▀▄▄▄▀"},
	'7': {"▀▀▀▀█", "   █ ", "  █  "},
	'8': {"▄▀▀▀▄", "▄▀▀▀▄", "▀▄▄▄▀"},
	'9': {"▄▀▀▀▄", "▀▄▄▄█", " ▄▄▄▀"},
}

// large adds the first number to ring in large figures with what it is for beside
// them, and reports whether it could: not on narrow pages nor in plain letters,
// nor a number that is too long.
func (p *Page) large(r lookup.Route) bool {
	if p.signs.ASCII || p.Width < 60 || len(r.Number) > 3 || r.Local != "" {
		return false
	}
	for i := range 3 {
		line := ""
		for _, d := range r.Number {
			figure, ok := digits[d]
			if !ok {
				return false
			}
			line += figure[i] + " "
		}
		beside := ""
		if i == 1 {
			beside = r.Number + "  " + r.Name
		}
		p.Raw("  "+p.theme.Alert.Render(line)+" "+p.theme.Strong.Render(beside),
			strings.TrimRight("  "+line+" "+beside, " "))
	}
	p.Gap()
	return true
}
