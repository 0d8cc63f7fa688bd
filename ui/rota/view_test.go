package rota

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
)

func shown(t testing.TB, now time.Time, school string, w, h int) *View {
	t.Helper()
	env := steps.Env(now)
	env.School = school
	v := New(env)
	v.SetSize(w, h)
	return v
}

var press, wants, screen = steps.PressOn, steps.Shows, steps.Screen

// write looks for a text.
func write(t testing.TB, v *View, text string) {
	t.Helper()
	v.Filter()
	steps.Write(t, v, text)
}

func TestAMisspeltSchoolOrOfficerIsFound(t *testing.T) {
	for query, want := range map[string]string{
		"aloysuis": "St Aloysius RC College",
		"saint al": "St Aloysius RC College", "highbary": "Highbury Fields School", "dorsi": "PC Vittorio D'Orsi",
	} {
		v := shown(t, steps.Monday, "", 120, 34)
		write(t, v, query)
		wants(t, v, want)
	}
}

func TestASchoolIsNeverGuessed(t *testing.T) {
	v := shown(t, steps.Monday, "", 120, 34)
	write(t, v, "COLA")
	if len(v.rows) != 3 {
		t.Errorf("COLA lists %d:\n%s", len(v.rows), screen(v))
	}
	press(t, v, "esc")
	if len(v.rows) != 12 {
		t.Errorf("Esc shows %d settings", len(v.rows))
	}
}

func TestASchoolThatIsNotInTheRotaGetsAnHonestAnswer(t *testing.T) {
	v := shown(t, steps.Monday, "", 80, 18)
	write(t, v, "Zzyzx Infants")
	wants(t, v, "No setting in the rota by that name.", "Note")
	if _, ok := v.selected(); ok || len(v.rows) != 0 {
		t.Error("a row is selected where there is none")
	}
}

func TestNobodyIsCalledAssignedAtAWeekend(t *testing.T) {
	v := shown(t, steps.Monday.AddDate(0, 0, -1), "", 120, 34)
	for range v.rows {
		if s := screen(v); strings.Contains(s, "assigned today") && !strings.Contains(s, "nobody assigned") {
			t.Errorf("somebody is assigned on a Sunday:\n%s", s)
		}
		press(t, v, "down")
	}
	v = shown(t, steps.Monday.AddDate(0, 0, 2), "", 120, 34)
	write(t, v, "arts and media")
	wants(t, v, "no ", "999")
}

func TestTheRotaNeverClaimsThatSomebodyIsThere(t *testing.T) {
	for _, size := range [][2]int{{60, 11}, {80, 18}, {120, 34}, {200, 54}} {
		v := shown(t, steps.Monday, "", size[0], size[1])
		for range int(modes) {
			for range v.rows {
				s := strings.ToLower(screen(v))
				for _, claim := range []string{"on site", "is in today", "on duty", "available"} {
					if strings.Contains(s, claim) {
						t.Errorf("%q is claimed:\n%s", claim, s)
					}
				}
				within(t, v)
				press(t, v, "down")
			}
			press(t, v, "v")
		}
	}
}

func within(t *testing.T, v *View) {
	t.Helper()
	if n := len(v.View()); n > v.H {
		t.Errorf("%d lines at %dx%d", n, v.W, v.H)
	}
	for _, l := range v.View() {
		if component.Width(l) > v.W {
			t.Errorf("%d cells at %dx%d: %s", component.Width(l), v.W, v.H, l)
		}
	}
}

func TestTheAnswerNamesEditionOfficerAndNotes(t *testing.T) {
	v := shown(t, steps.Monday, "", 120, 34)
	if !v.Open("rota/st-aloysius-rc-college") && !v.Open(settingID(t, v, "St Aloysius RC College")) {
		t.Fatal("the setting can't be opened by its id")
	}
	wants(t, v, "St Aloysius RC College", "PC Vittorio D'Orsi", "2023–24", "Note", "May 2025", "St Mary Magdalene")
	if v.Open("directory/wipers") {
		t.Error("Open takes another tab's id")
	}
}

func settingID(t *testing.T, v *View, name string) string {
	t.Helper()
	for _, s := range v.rota.Settings {
		if s.Name == name {
			return s.ID
		}
	}
	t.Fatalf("%s is not in the rota", name)
	return ""
}

func TestMySchoolComesFirst(t *testing.T) {
	v := shown(t, steps.Monday, "Beacon High School", 120, 34)
	if r, _ := v.selected(); r.title != "Beacon High School" {
		t.Errorf("%q comes first", r.title)
	}
	wants(t, v, "my school")
}

func TestByOfficerAndAsAWeek(t *testing.T) {
	v := shown(t, steps.Monday, "", 120, 34)
	press(t, v, "v")
	if len(v.rows) != 9 {
		t.Errorf("%d officers", len(v.rows))
	}
	press(t, v, "v")
	wants(t, v, "Mon", "Fri")
	press(t, v, "v")
	if len(v.rows) != 12 {
		t.Errorf("%d settings", len(v.rows))
	}
}

func TestANarrowScreenShowsTheListThenTheAnswer(t *testing.T) {
	v := shown(t, steps.Monday, "", 60, 11)
	press(t, v, "G", "enter")
	wants(t, v, "Arts Xchange")
	within(t, v)
	press(t, v, "down", "esc")
	wants(t, v, "/ find")
}

func TestTheMouseSelectsOpensAndScrolls(t *testing.T) {
	v := shown(t, steps.Monday, "", 70, 18)
	v.View()
	v.Update(tea.MouseClickMsg{X: 5, Y: 5})
	if v.List.At != 2 {
		t.Errorf("a click selects row %d", v.List.At)
	}
	v.Update(tea.MouseWheelMsg{X: 5, Y: 3})
	if v.List.At != 5 {
		t.Errorf("the wheel leads to row %d", v.List.At)
	}
	v.Update(tea.MouseClickMsg{X: 5, Y: 8})
	if !v.Reading {
		t.Error("a click on the selected row doesn't open it")
	}
	press(t, v, "esc")
	v.Update(tea.MouseClickMsg{X: 5, Y: 2})
	if !steps.Typing(v) {
		t.Error("a click on the find line doesn't take letters")
	}
}

func BenchmarkMove(b *testing.B) {
	v := shown(b, steps.Monday, "", 120, 34)
	v.View()
	keys := []string{"down", "up"}
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		press(b, v, keys[n/10%2])
		v.View()
		n++
	}
}

func TestWhatBecameOfTheRoleComesBeforeTheOfficers(t *testing.T) {
	const ended = "This role ended in May 2025"
	v := shown(t, steps.Monday, "", 120, 40)
	for range modes {
		if first := v.View()[1]; !strings.Contains(first, ended) {
			t.Errorf("in mode %d the first line is %q", v.mode, first)
		}
		press(t, v, "v")
	}
	lacks := func(words string) {
		t.Helper()
		if strings.Contains(strings.Join(v.View(), "\n"), words) {
			t.Errorf("%q is shown", words)
		}
	}
	v.Open("rota/highbury-fields-school")
	wants(t, v, "more notes: i", "NOT SET", "on request")
	lacks("nine people")
	press(t, v, "i")
	wants(t, v, "nine people")
	v.Env.Local = &model.Local{Entries: []model.LocalEntry{{
		Kind: model.LocalRota, Name: "Highbury Fields School",
		Who: "Vacant", WhenRequired: true, Assigned: "attends when required", Checked: "2026-11-01", By: "A", Line: 3,
	}}}
	v.Update(component.RedrawMsg{})
	v.Open("rota/highbury-fields-school")
	wants(t, v, "nobody covers it")
	if r, _ := v.selected(); r.today != "nobody" {
		t.Errorf("a vacancy is %q", r.today)
	}
}
