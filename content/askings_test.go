package content

import (
	"regexp"
	"strings"
	"testing"
)

// leading are questions that only the child could answer, or that name what may
// have been done to them.
var leading = regexp.MustCompile(`(?i)\b(sex|rape|gang|drug|weapon|are you|do you feel|ask (him|her|them|the child))\b`)

func TestEachDomainHasOneQuestionToColleagues(t *testing.T) {
	ask := map[string]string{}
	for _, a := range Embedded().Askings() {
		if ask[a.Domain] != "" {
			t.Errorf("%s has two questions", a.Domain)
		}
		ask[a.Domain] = a.Ask
		if found := leading.FindString(a.Ask); found != "" {
			t.Errorf("of %s it asks %q", a.Domain, a.Ask)
		}
	}
	for _, l := range Embedded().Lists() {
		for _, d := range l.Domains {
			switch {
			case ask[d.ID] == "":
				t.Errorf("nobody is asked about %s", d.ID)
			case d.ID == "girls/risk":
				if !strings.Contains(ask[d.ID], "about groups: read them") {
					t.Errorf("statements about groups are asked of a child: %s", ask[d.ID])
				}
			case !strings.Contains(ask[d.ID], "?") || !strings.Contains(ask[d.ID], ": ") &&
				!strings.Contains(ask[d.ID], ", or "):
				t.Errorf("%s: %q asks nobody", d.ID, ask[d.ID])
			}
		}
	}
}
