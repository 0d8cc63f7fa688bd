package protective

import (
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/component"
)

// only is the one note that is kept.
func only(t *testing.T, d *drawer) model.FactorNote {
	t.Helper()
	if len(d.kept) != 1 {
		t.Fatalf("%d notes are kept", len(d.kept))
	}
	for _, n := range d.kept {
		return n
	}
	return model.FactorNote{}
}

func TestWhatWeWillDoIsPlannedWithAnOwnerAndADay(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "b")
	write(t, v, "Ask about the football club")
	press(t, v, "enter")
	write(t, v, "Form tutor")
	press(t, v, "enter")
	write(t, v, "4 Dec")
	wants(t, v, "Friday 4 December 2026.")
	run(v, press(t, v, "esc"))
	n := only(t, d)
	if n.Build.What != "Ask about the football club" || n.Build.Owner != "Form tutor" || n.Build.Due != "2026-12-04" {
		t.Fatalf("kept %+v", n.Build)
	}
	wants(t, v, "We will", "Ask about the football club", "Form tutor · by Fri 4 Dec")
	press(t, v, "b")
	wants(t, v, "By 4 Dec 2026")
	run(v, press(t, v, "esc"))
	if again := only(t, d); again.Build != n.Build {
		t.Errorf("looking at the plan changes it to %+v", again.Build)
	}
	said := run(v, press(t, v, "x"))
	if n := only(t, d); n.Build.Done.IsZero() || len(said) != 1 || !strings.Contains(said[0], "x unticks it") {
		t.Errorf("ticked off as %+v, said %q", n.Build, said)
	}
	wants(t, v, "done 23 Nov")
	run(v, press(t, v, "x"))
	if n := only(t, d); !n.Build.Done.IsZero() {
		t.Error("the tick can't be taken back")
	}
}

func TestADayThatNamesNoneIsKeptAsWrittenAndSaid(t *testing.T) {
	v, d := shown(t, 60, 10, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "b")
	write(t, v, "Talk to the mentor")
	press(t, v, "enter", "enter")
	write(t, v, "after half term")
	wants(t, v, "That names no day yet")
	run(v, press(t, v, "esc"))
	n := only(t, d)
	if want := "after half term (as written on Monday 23 November 2026)"; n.Build.Due != "after half term" ||
		n.Build.DueWords() != want {
		t.Errorf("kept %q, shown as %q", n.Build.Due, n.Build.DueWords())
	}
	press(t, v, "b", "enter", "enter", "ctrl+u")
	write(t, v, "in a week")
	wants(t, v, "Monday 30 November 2026.")
	run(v, press(t, v, "esc"))
	if n := only(t, d); n.Build.Due != "2026-11-30" || n.Build.DueAt.Words != "in a week" {
		t.Errorf("kept %q, read from %+v", n.Build.Due, n.Build.DueAt)
	}
}

func TestAPlanAloneIsANoteAndEmptyingItCanBeUndone(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "b")
	write(t, v, "ab")
	run(v, press(t, v, "esc"))
	press(t, v, "b", "backspace", "backspace")
	wants(t, v, "Empty: done removes the note.")
	if said := run(v, press(t, v, "esc")); len(said) != 1 || !strings.Contains(said[0], "z brings it back") {
		t.Errorf("said %q", said)
	}
	run(v, press(t, v, "z"))
	if n := only(t, d); n.Build.What != "ab" {
		t.Errorf("brought back as %+v", n.Build)
	}
}

func TestPlansAreListedOverdueFirst(t *testing.T) {
	v, d := shown(t, 80, 18, component.NotesOpen), newDrawer()
	for i, due := range []string{"2026-12-04", "2026-11-20"} {
		n := model.FactorNote{
			ID: component.NewID(), About: "protective/child/humour", Text: "Humour",
			Created: time.Unix(int64(i), 0), Build: model.Building{What: "Due " + due, Due: due},
		}
		d.kept[n.ID] = n
	}
	run(v, v.Keep(d))
	if it, ok := factor(v, "Humour"); ok {
		for id, n := range d.kept {
			n.About = it.ID
			d.kept[id] = n
		}
	}
	v = shown(t, 80, 18, component.NotesOpen)
	run(v, v.Keep(d))
	v.View()
	press(t, v, "v")
	text := screen(v)
	if o, l := strings.Index(text, "OVERDUE"), strings.Index(text, "TO DO"); o < 0 || l < o {
		t.Fatalf("the overdue plan is not first:\n%s", text)
	}
	wants(t, v, "what we will do", "overdue, Fri 20 Nov", "by Fri 4 Dec")
	run(v, press(t, v, "x"))
	wants(t, v, "DONE", "done 23 Nov")
	press(t, v, "esc")
	wants(t, v, "CHILD / YOUNG PERSON")
}

func factor(v *View, text string) (model.Item, bool) {
	v.Ready()
	for _, d := range v.factors.Domains {
		for _, it := range d.Items {
			if it.Text == text {
				return it, true
			}
		}
	}
	return model.Item{}, false
}

// seen records what a walkthrough of a reference saw and didn't see.
func seen(v *View, d *drawer) {
	w := model.Walkthrough{ID: component.NewID(), Ref: "REF-7", Started: v.Env.Now.AddDate(0, 0, -3)}
	place := func(text string) model.Place {
		it, _ := factor(v, text)
		return model.Place{List: "protective", Domain: "protective/child", Item: it}
	}
	w.SetAnswer(place("Humour"), model.Told, w.Started)
	w.SetEvidence(place("Humour"), model.ChildsWords, "We laugh a lot.", w.Started)
	w.SetAnswer(place("Capacity to reflect"), model.NotSeen, w.Started)
	w.SetAnswer(place("Positive/prosocial attitudes"), model.DontKnow, w.Started)
	d.walks = append(d.walks, w, model.Walkthrough{
		ID: component.NewID(), Ref: "REF-7",
		Started: w.Started.AddDate(0, 0, -9),
	})
}

func TestTheLastWalkthroughOfAReferenceSaysWhatItSawAndWhatIsMissing(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	seen(v, d)
	run(v, v.Keep(d))
	press(t, v, "f")
	wants(t, v, "Everybody's notes", "The whole school", "REF-7")
	write(t, v, "re")
	press(t, v, "enter")
	wants(t, v, "Showing: every factor, REF-7", "“ told", "- not seen", "? don't know")
	v.Choose(mustFactor(t, v, "Humour").ID)
	wants(t, v, "Last walkthrough of REF-7", "Told · 20 Nov 2026", "unfinished", "The child's words: We laugh a lot.")
	press(t, v, "v")
	text := screen(v)
	for _, w := range []string{
		"TOLD", "MISSING: LOOKED FOR, NOT SEEN", "NOT KNOWN: WHO MIGHT KNOW?",
		"NOT CONSIDERED",
	} {
		if !strings.Contains(text, w) {
			t.Errorf("%q is no heading:\n%s", w, text)
		}
	}
	if strings.Index(text, "Capacity to reflect") < strings.Index(text, "MISSING") {
		t.Errorf("what is missing does not stand below its heading:\n%s", text)
	}
	d.walks[0].SetAnswer(model.Place{List: "protective", Item: mustFactor(t, v, "Humour")}, model.Seen, v.Env.Now)
	v.Update(component.SavedMsg{Saver: "walkthrough"})
	press(t, v, "v", "v")
	wants(t, v, "✓ seen")
}

func TestTheVeryReferenceIsTakenBeforeANearOneThatFits(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	for i, ref := range []string{"JO'B", "JOB"} {
		d.walks = append(d.walks, model.Walkthrough{ID: ref, Ref: ref, Started: v.Env.Now.AddDate(0, 0, i)})
	}
	run(v, v.Keep(d))
	press(t, v, "f")
	write(t, v, "job")
	press(t, v, "enter")
	wants(t, v, "Showing: every factor, JOB")
}

func mustFactor(t *testing.T, v *View, text string) model.Item {
	t.Helper()
	it, ok := factor(v, text)
	if !ok {
		t.Fatalf("no factor is called %q", text)
	}
	return it
}

func TestWithoutAWalkthroughThatIsSaid(t *testing.T) {
	v, d := shown(t, 80, 18, component.NotesOpen), newDrawer()
	run(v, v.Keep(d))
	press(t, v, "f")
	write(t, v, "REF-9")
	wants(t, v, "REF-9: No notes or walkthrough of")
	press(t, v, "enter")
	wants(t, v, "Last walkthrough of REF-9", "None is kept yet")
	press(t, v, "n")
	wants(t, v, "For REF-9")
}

func TestTheWholeSchoolsNotesAloneAreShown(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	it := mustFactor(t, v, "Positive/prosocial attitudes")
	for i, ref := range []string{"", "REF-7"} {
		n := model.FactorNote{
			ID: component.NewID(), About: it.ID, Text: it.Text, Ref: ref,
			Body: []string{"school text", "child text"}[i],
		}
		d.kept[n.ID] = n
	}
	run(v, v.Keep(d))
	press(t, v, "f")
	write(t, v, "whole")
	press(t, v, "enter")
	wants(t, v, "school text", "the whole school")
	if strings.Contains(screen(v), "child text") {
		t.Error("a child's note stands among the school's")
	}
}

// No screen of the tab has a number of factors that were seen: the lists would
// be read as a score.
func TestNoScreenOfTheTabCountsWhatWasSeen(t *testing.T) {
	v, d := shown(t, 120, 33, component.NotesOpen), newDrawer()
	seen(v, d)
	run(v, v.Keep(d))
	press(t, v, "f")
	write(t, v, "re")
	press(t, v, "enter")
	for range 3 {
		for _, word := range []string{"%", " of 37", "total", "score", "level"} {
			if strings.Contains(strings.ToLower(screen(v)), word) {
				t.Errorf("the screen says %q:\n%s", word, screen(v))
			}
		}
		press(t, v, "v")
	}
}
