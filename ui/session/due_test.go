package session

import (
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/theme"
)

func TestWhatSpeaksAgainstADisposalIsNotCutOffANarrowRow(t *testing.T) {
	d := due{
		Ref: "REF-2026-117", Records: 12, State: "review due", Due: true, Review: "2026-11-02", NotFiled: true,
		Held: true, Why: "the inquiry that the governors asked for in the spring of this year",
	}
	row := kit.Fit(d.words(), 56, theme.Unicode)
	for _, wanted := range []string{"REF-2026-117", "ON HOLD", "NOT YET FILED"} {
		if !strings.Contains(row, wanted) {
			t.Errorf("%q is cut off: %q", wanted, row)
		}
	}
}

func TestTheLastQuestionSaysWhatIsDisposedOfAndWhatSpeaksAgainstIt(t *testing.T) {
	for _, c := range []struct {
		d    due
		says string
	}{
		{due{Records: 1}, "1 record."},
		{due{Records: 3, State: "filed", Due: true, Review: "2026-11-02"}, "3 records."},
		{due{Records: 3, State: "filed", Review: "2027-01-04"}, "3 records. The review is on Monday 4 January 2027: it is NOT YET DUE."},
		{due{Records: 2, State: "open", NotFiled: true}, "2 records, NOT YET FILED in the school's own record: what is disposed of here is then nowhere. No day of review is set."},
		{due{Records: 5, State: "filed", Review: "2027-01-04", NotFiled: true, someFiled: true}, "5 records, NOT ALL FILED in the school's own record: what isn't there is then nowhere. The review is on Monday 4 January 2027: it is NOT YET DUE."},
	} {
		if got := c.d.warning(); got != c.says {
			t.Errorf("%+v: %q", c.d, got)
		}
	}
}

func TestWhatHasNoReferenceIsDisposedOfInTheAppAndByTheFirstDigits(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	draft, note := model.Walkthrough{Draft: model.Draft{Text: "no name yet"}}, model.FactorNote{About: "x", Body: "for the whole school"}
	for _, err := range []error{st.SaveWalkthrough(&model.Walkthrough{Ref: "REF-1"}), st.SaveWalkthrough(&draft), st.SaveFactorNote(&note)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if d, err := dueOf(st, "", note.ID[:8], time.Now()); err != nil || d.ID != note.ID || d.Records != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	for _, part := range []string{note.ID[:7], "00000000", ""} {
		if d, err := dueOf(st, "", part, time.Now()); err == nil {
			t.Errorf("%q names %+v", part, d)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := unlockedSeat(t, dir, 1)
	s.host.app.Open(s.host.purgeOne())
	s.sees(draft.ID[:8])
	s.sees("note for the whole school")
	for n := 0; !strings.Contains(s.screen(), theme.Unicode.Bar+" "+draft.ID[:8]); n++ {
		if n == 10 {
			t.Fatalf("it can't be selected:\n%s", s.screen())
		}
		s.presses("down")
	}
	s.presses("enter")
	s.types("nobody's")
	s.presses("enter")
	s.sees("1 record, NOT YET FILED")
	s.types(note.ID[:8])
	s.presses("enter")
	s.sees("That is not the reference that was chosen, " + draft.ID[:8])
	s.presses("ctrl+u")
	s.types(draft.ID[:8])
	s.presses("enter")
	s.sees("1 record disposed of")
}

// Two concerns of one reference, one filed and one not: the line that speaks of it
// says so and doesn't call the whole filed.
func TestAReferenceThatIsFiledInPartIsNotCalledFiled(t *testing.T) {
	d := due{Ref: "REF-1", Records: 4}
	d.stands(&model.Concern{State: model.StateFiled})
	d.stands(&model.Concern{State: model.StateOpen, NotFiled: true})
	if got := d.how(); got != "NOT ALL FILED in the school's own record; 4 records; open" {
		t.Errorf("%q", got)
	}
	d = due{Ref: "REF-1", Records: 4}
	d.stands(&model.Concern{State: model.StateFiled, NotFiled: true})
	if got := d.how(); strings.Contains(got, "; filed") || !strings.HasPrefix(got, "NOT ALL FILED") {
		t.Errorf("added to after it was filed: %q", got)
	}
}
