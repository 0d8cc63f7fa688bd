package store

import (
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// A clock that is wrong, set back, or an hour off in October keeps nobody from
// their notes, and what came first stays first.
func TestAClockThatJumpsKeepsTheOrderAndRefusesNothing(t *testing.T) {
	t.Parallel()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skipf("no time zones here (%v): nothing was proved about the change of the clocks", err)
	}
	s, c := dated(t)
	hours := []time.Time{
		c.at,
		c.at.AddDate(-1, 0, 0),   // set back a year
		c.at.AddDate(0, 0, 1),    // a day ahead
		c.at.Add(12 * time.Hour), // after a sleep
		time.Date(2026, 10, 25, 1, 30, 0, 0, london),   // an hour that comes twice
		time.Date(2026, 10, 25, 0, 59, 0, 0, time.UTC), // before it
		time.Date(2027, 3, 28, 1, 30, 0, 0, london),    // an hour that does not come
		time.Unix(0, 0), // a flat battery
		time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC), // a typing mistake
		c.at.In(time.FixedZone("broken", 25*60*60)), // a zone that no clock has
		c.at.In(time.FixedZone("broken", -30*60*60)),
		time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC).Local(), // and right again
	}
	var refs []string
	for i, at := range hours {
		c.at = at
		var r *Report
		s, r = again(t, s)
		clean(t, r)
		ref := string(rune('a' + i))
		refs = append(refs, ref)
		mustSave(t, s, &model.Walkthrough{Ref: ref})
		name := mustBackUp(t, s)
		if name != "" {
			if !strings.Contains(name, at.Format(backupDay)) {
				t.Fatal(name)
			}
			if all, err := Sources(s.path, s.opt, Backup); err != nil || !hasBackup(all, name) {
				t.Fatalf("the backup just made, of %v, is not kept: %v %v", at, all, err)
			}
		}
	}
	lines, err := s.History()
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for i, l := range lines {
		if l.Seq != uint64(i+1) {
			t.Fatalf("line %d has number %d", i, l.Seq)
		}
		for _, w := range s.Walkthroughs() {
			if w.ID == l.Record {
				order = append(order, w.Ref)
			}
		}
	}
	if strings.Join(order, "") != strings.Join(refs, "") {
		t.Fatalf("the log has them as %v", order)
	}
	if v, err := s.Verify(); err != nil || !v.OK() {
		t.Fatalf("%+v %v", v, err)
	}
}

func hasBackup(all []Source, name string) bool {
	for _, b := range all {
		if b.Path == name {
			return true
		}
	}
	return false
}
