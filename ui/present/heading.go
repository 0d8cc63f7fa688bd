package present

import (
	"strings"

	"isspp/ui/kit"
)

// heading is a title drawn for w cells, centred, in at most rows rows: in block
// letters where there is room, the largest that fit, and in plain letters where
// there is none or a letter is unknown.
func heading(title string, w, rows int, t *kit.Theme, sg kit.Signs) []string {
	for _, s := range sizes(sg) {
		lines := blockLines(title, w-4, s)
		if len(lines) == 0 || len(lines)*(s.rows()+1)-1 > rows {
			continue
		}
		var out []string
		for i, line := range lines {
			if i > 0 {
				out = append(out, "")
			}
			n, _ := blockWidth(line, s)
			for _, row := range s.draw(line) {
				out = append(out, kit.Spaces((w-n)/2)+t.Heading.Paint(strings.TrimRight(row, " ")))
			}
		}
		return out
	}
	var out []string
	for _, l := range kit.WrapText(title, w-4) {
		out = append(out, kit.Spaces((w-kit.Width(l))/2)+t.Heading.Paint(l))
	}
	return out
}

// sizes are the sizes to try, the largest first.
func sizes(sg kit.Signs) []size {
	if sg.ASCII {
		return []size{typewriter}
	}
	return []size{double, half}
}
