package present

import (
	"strings"

	"isspp/ui/kit"
)

// headings are the ways to draw a title for w cells, centred, in at most rows
// rows, the largest first: in block letters as far as there is room and each
// letter is known, and at last in plain ones.
func headings(title string, w, rows int, t *kit.Theme, sg kit.Signs) [][]string {
	var out [][]string
	for _, s := range sizes(sg) {
		lines := blockLines(title, w-4, s)
		if len(lines) == 0 || len(lines)*(s.rows()+1)-1 > rows {
			continue
		}
		var drawn []string
		for i, line := range lines {
			if i > 0 {
				drawn = append(drawn, "")
			}
			n, _ := blockWidth(line, s)
			for _, row := range s.draw(line) {
				drawn = append(drawn, kit.Spaces((w-n)/2)+t.Heading.Render(strings.TrimRight(row, " ")))
			}
		}
		out = append(out, drawn)
	}
	var plain []string
	for _, l := range kit.WrapText(title, w-4) {
		plain = append(plain, kit.Spaces((w-kit.Width(l))/2)+t.Heading.Render(l))
	}
	return append(out, plain)
}

// sizes are the sizes to try, the largest first.
func sizes(sg kit.Signs) []size {
	if sg.ASCII {
		return []size{typewriter}
	}
	return []size{double, half}
}
