package steps

import "strings"

// Reads reports whether a text stands on a screen as a person reads it: within a
// line, or over several lines of one pane.
func Reads(screen, text string) bool {
	return strings.Contains(screen, text) || strings.Contains(flow(screen), strings.Join(strings.Fields(text), " "))
}

// flow is a screen's panes one after the other, each as one line of words. Borders
// and the bars before rows and call-outs are no words.
func flow(screen string) string {
	var panes [][]string
	for _, line := range strings.Split(screen, "\n") {
		for i, part := range strings.Split(line, "│") {
			for len(panes) <= i {
				panes = append(panes, nil)
			}
			panes[i] = append(panes[i], strings.Fields(strings.ReplaceAll(part, "▌", " "))...)
		}
	}
	var out []string
	for _, words := range panes {
		out = append(out, strings.Join(words, " "))
	}
	return strings.Join(out, "\n")
}
