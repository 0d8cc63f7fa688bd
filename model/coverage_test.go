package model

import (
	"slices"
	"testing"
	"time"
)

func TestCoverageThroughAWeek(t *testing.T) {
	rota := protocolRota()
	for _, c := range []struct {
		id   string
		want [7]Coverage // Monday 23 to Sunday 29 November 2026
	}{
		{"rota/st-aloysius", [7]Coverage{"yes", "yes", "yes", "yes", "yes", "no", "no"}},
		{"rota/islington", [7]Coverage{"yes", "yes", "no", "yes", "yes", "no", "no"}},
		{"rota/st-mary-magdalene", [7]Coverage{
			"when required", "when required", "yes", "when required", "when required", "no", "no",
		}},
		{"rota/beacon-high", [7]Coverage{
			"when required", "when required", "when required", "when required", "when required", "no", "no",
		}},
	} {
		s, ok := rota.Find(c.id)
		if !ok {
			t.Fatalf("no setting %s", c.id)
		}
		for i, want := range c.want {
			if got := s.On(at(23+i, 23, 59)); got != want {
				t.Errorf("%s on %s: %q, want %q", c.id, at(23+i, 0, 0).Weekday(), got, want)
			}
		}
		if got := s.Week(); got != [5]Coverage(c.want[:5]) {
			t.Errorf("%s: week %v", c.id, got)
		}
	}
	if _, ok := rota.Find("rota/elsewhere"); ok {
		t.Error("a setting that isn't there was found")
	}
}

func TestNineOfficersAndTheirSettings(t *testing.T) {
	officers := protocolRota().Officers()
	if len(officers) != 9 {
		t.Fatalf("%d officers, want 9", len(officers))
	}
	dorsi := officers[6]
	if dorsi.Name != "PC Vittorio D'Orsi" || dorsi.ID != "officer/pc-vittorio-dorsi" || len(dorsi.Settings) != 2 {
		t.Errorf("got %+v", dorsi)
	}
	week := weekOf(dorsi)
	if len(week[0]) != 1 || len(week[2]) != 2 {
		t.Errorf("D'Orsi's Monday %v, Wednesday %v", week[0], week[2])
	}
	if others := protocolRota().Elsewhere(dorsi.Settings[0]); len(others) != 1 ||
		others[0].Name != "St Mary Magdalene Academy" {
		t.Errorf("elsewhere: %v", others)
	}
}

func TestOneOfficerAtTwoSchoolsOnWednesday(t *testing.T) {
	twice := 0
	for _, o := range protocolRota().Officers() {
		for i, got := range weekOf(o) {
			if len(got) < 2 {
				continue
			}
			twice++
			if Weekdays()[i] != time.Wednesday || o.Name != "PC Vittorio D'Orsi" || len(got) != 2 ||
				got[0].ID != "rota/st-aloysius" || got[1].ID != "rota/st-mary-magdalene" {
				t.Errorf("%s on %s: %+v", o.Name, Weekdays()[i], got)
			}
		}
	}
	if twice != 1 {
		t.Errorf("%d officers are at two schools on one day", twice)
	}
}

func TestNobodyOnWednesdayAndAtTheWeekend(t *testing.T) {
	nobody := func(day time.Time) []Setting {
		return slices.DeleteFunc(slices.Clone(protocolRota().Settings),
			func(s Setting) bool { return s.On(day) != CoveredNo })
	}
	none := nobody(at(25, 9, 0))
	if len(none) != 2 || none[0].ID != "rota/arts-and-media" || none[1].ID != "rota/islington" {
		t.Errorf("Wednesday: %v", none)
	}
	if n := len(nobody(at(23, 9, 0))); n != 0 {
		t.Errorf("Monday: %d", n)
	}
	if n := len(nobody(at(28, 9, 0))); n != 12 {
		t.Errorf("Saturday: %d", n)
	}
}

func TestCoverageInWords(t *testing.T) {
	for c, want := range map[Coverage]string{
		CoveredYes: "assigned", CoveredWhenRequired: "attends when required", CoveredNo: "nobody assigned",
	} {
		if c.String() != want {
			t.Errorf("%q reads %q", string(c), c)
		}
	}
}

// weekOf are the settings that an officer is assigned to, from Monday to Friday.
func weekOf(o Officer) (week [5][]Setting) {
	for i, day := range Weekdays() {
		week[i] = filter(o.Settings, func(s Setting) bool { return s.OnWeekday(day) == CoveredYes })
	}
	return week
}
