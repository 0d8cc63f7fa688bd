package upkeep

import (
	"strings"
	"testing"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

func TestWhatSpeaksAgainstADisposalIsNotCutOffANarrowRow(t *testing.T) {
	d := Due{
		Ref: "REF-2026-117", Records: 12, State: "review due", Due: true, Review: "2026-11-02", NotFiled: true,
		Held: true, Why: "the inquiry that the governors asked for in the spring of this year",
	}
	words, _ := rows([]Due{d})
	row := component.Fit(words[0], 56, theme.Unicode)
	for _, wanted := range []string{"REF-2026-117", "ON HOLD", "NOT YET FILED"} {
		if !strings.Contains(row, wanted) {
			t.Errorf("%q is cut off: %q", wanted, row)
		}
	}
}

func TestTheLastQuestionSaysWhatIsDisposedOfAndWhatSpeaksAgainstIt(t *testing.T) {
	for _, c := range []struct {
		d    Due
		says string
	}{
		{Due{Records: 1}, "1 record."},
		{Due{Records: 3, State: "filed", Due: true, Review: "2026-11-02"}, "3 records."},
		{
			Due{Records: 3, State: "filed", Review: "2027-01-04"},
			"3 records. The review is on Monday 4 January 2027: it is NOT YET DUE.",
		},
		{Due{Records: 2, State: "open", NotFiled: true}, "2 records, NOT YET FILED in the school's own record: what " +
			"is disposed of here is then nowhere. No day of review is set."},
		{
			Due{Records: 5, State: "filed", Review: "2027-01-04", NotFiled: true, someFiled: true},
			"5 records, NOT ALL FILED in the school's own record: what isn't there is then nowhere. The review is on " +
				"Monday 4 January 2027: it is NOT YET DUE.",
		},
	} {
		if got := c.d.Warning(); got != c.says {
			t.Errorf("%+v: %q", c.d, got)
		}
	}
}

// Two concerns of one reference, one filed and one not: the line that speaks of it
// says so and doesn't call the whole filed.
func TestAReferenceThatIsFiledInPartIsNotCalledFiled(t *testing.T) {
	d := Due{Ref: "REF-1", Records: 4}
	d.stands(&model.Concern{State: model.StateFiled})
	d.stands(&model.Concern{State: model.StateOpen, NotFiled: true})
	if got := d.how(); got != "NOT ALL FILED in the school's own record; 4 records; open" {
		t.Errorf("%q", got)
	}
	d = Due{Ref: "REF-1", Records: 4}
	d.stands(&model.Concern{State: model.StateFiled, NotFiled: true})
	if got := d.how(); strings.Contains(got, "; filed") || !strings.HasPrefix(got, "NOT ALL FILED") {
		t.Errorf("added to after it was filed: %q", got)
	}
}
