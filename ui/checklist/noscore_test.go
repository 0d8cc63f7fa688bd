package checklist

import (
	"regexp"
	"strings"
	"testing"

	"isspp/model"
	"isspp/ui/internal/steps"
)

// TestNoScreenOfTheTabSaysHowManyWerePresent answers ninety-seven items as seen,
// a number that stands nowhere else, and looks for it, and for any way of adding
// up, on every screen of a concern from top to bottom.
func TestNoScreenOfTheTabSaysHowManyWerePresent(t *testing.T) {
	const many = 97
	b := &book{}
	p := walking(t, b, 120, 34)
	all := 0
	for _, s := range p.v.stage.(*items).lists.Sections {
		for _, it := range s.Domain.Items {
			if all++; all <= many {
				p.v.live.SetAnswer(model.Place{List: s.List.ID, Domain: s.Domain.ID, Item: it}, model.Seen, p.now)
			}
		}
	}
	if all <= many {
		t.Fatalf("there are only %d items", all)
	}
	sum := regexp.MustCompile(`\b97\b`)
	look := func(where string) {
		t.Helper()
		for range 400 {
			p.honest()
			if sum.MatchString(p.screen()) {
				t.Fatalf("%s says how many were seen:\n%s", where, p.screen())
			}
			before := p.screen()
			if steps.Typing(p.v) {
				return
			}
			p.presses("down")
			if p.screen() == before {
				return
			}
		}
	}
	look("the walk")
	p.presses("o")
	look("the sections")
	p.presses("esc", "f")
	look("the closing page")
	if page := closing(p); sum.MatchString(page) || strings.Contains(page, "%") {
		t.Error("the closing page says how many were seen")
	}
	p.presses("F", "y", "esc")
	look("the concern's page")
	p.presses("d")
	look("the decision")
	p.presses("esc", "n", "enter", "ctrl+s", "f", "F", "y", "esc", "v")
	look("the review")
	p.presses("a")
	look("the whole review")
	p.presses("esc", "esc")
	look("the list")
	p.v.Filter()
	p.types("school")
	look("the search")
}
