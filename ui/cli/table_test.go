package cli

import (
	"strings"
	"testing"

	"isspp/ui/component"
)

// In a pipe an address is left whole, however long. What stands beside it then
// gives way, and the rows around it keep their columns.
func TestAnAddressWiderThanItsColumnStaysWholeInAPipe(t *testing.T) {
	const address = "samantha.featherstonehaugh@met.police.example.org.uk"
	p := (&Session{}).page()
	p.Width = 60
	p.rows(false, []string{"Setting", "Officer", "Days"}, [][]string{
		{"Highbury Fields School", address, "Monday"},
		{"Beacon High School", "PC Sam Brown", "Tuesday"},
	})
	for _, wanted := range []string{address + "  Monday\n", "Beacon High School      PC Sam Brown  "} {
		if !strings.Contains(p.String(), wanted) {
			t.Errorf("no %q in\n%s", wanted, p.String())
		}
	}
}

func TestEveryAnswerFitsItsTerminal(t *testing.T) {
	for _, w := range []int{1, 20, 37, 60, 80, 120, 500} {
		for _, line := range []string{
			"rota", "rota dorsi", "directory girls", "read 3", "read contacts",
			"find grooming", "factors signs", "local show",
		} {
			got := monday().at(w).types(append(strings.Fields(line), "--theme", "dark")...).says(t, StatusFound)
			for shown := range strings.SplitSeq(got.out, "\n") {
				if component.Width(shown) > max(w, 20) {
					t.Errorf("%s at %d: %d cells: %q", line, w, component.Width(shown), shown)
				}
			}
		}
	}
}
