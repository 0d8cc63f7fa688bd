package cli

import (
	"strings"
	"testing"
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
