package checklist

import (
	"errors"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/component"
)

var errFull = errors.New("the disk is full")

func TestEachAnswerIsOneSaveInOrder(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	before := len(b.saves)
	p.slow = true
	p.presses("s", "t", "d")
	p.reads("saving")
	p.writes()
	p.reads("saved")
	if n := len(b.saves) - before; n != 3 {
		t.Fatalf("%d saves for three answers", n)
	}
	for i, want := range []model.Answer{model.Seen, model.Told, model.DontKnow} {
		if got := b.saves[before+i].Entries[0].Answer; got != want {
			t.Errorf("save %d holds %q", i, got)
		}
		if b.saves[before+i].ID != b.saves[0].ID || b.saves[0].ID == "" {
			t.Error("a walkthrough changes its id")
		}
	}
	if w := b.last(t); w.Ref != "REF-123" || w.Edition == "" || !w.Changed.After(w.Started) {
		t.Errorf("kept %+v", w)
	}
}

func TestAFailedSaveIsSaidAndTriedAgainWithTheNextAnswer(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	b.refuses = errFull
	p.presses("s")
	p.reads("NOT SAVED")
	if !p.notice.Failed || p.v.Busy() == "" {
		t.Errorf("the failure says %q, leaving says %q", p.notice.Text, p.v.Busy())
	}
	b.refuses = nil
	p.presses("down", "t")
	p.reads("saved")
	p.missesFrom("NOT SAVED")
	if w := b.last(t); len(w.Entries) != 2 || p.v.Busy() != "" {
		t.Errorf("kept %+v, and leaving says %q", w.Entries, p.v.Busy())
	}
}

func TestTheListIsNotShownInPlaceOfWhatCouldNotBeSaved(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	b.refuses = errFull
	p.presses("s", "esc")
	p.reads("NOT SAVED", "1 of 20 considered")
	b.refuses = nil
	p.presses("esc")
	p.reads("A concern about a child")
	if w := b.last(t); len(w.Entries) != 1 {
		t.Errorf("kept %+v", w.Entries)
	}
}

func TestLeavingWaitsForASlowDiskSoThatResumingLosesNothing(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.slow = true
	p.presses("s", "down", "t", "esc")
	p.reads("2 of 20 considered")
	p.writes()
	p.reads("Unfinished walkthrough from 09:42 for REF-123: resume (Enter) or discard (x).")
	p.presses("enter")
	p.reads("2 of 20 considered")
}

func TestTypedTextIsSealedWhileItIsTypedAndComesBackAfterACrash(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.presses("t", "down", "down", "e", "tab")
	p.types("“Meet me by the")
	p.waits()
	p.types(" cages”")
	p.waits()
	if d := b.last(t).Draft; d.Text != "“Meet me by the cages”" {
		t.Fatalf("the draft is %q", d.Text)
	}

	after := sit(t, b, 120, 34)
	after.reads("Unfinished walkthrough from 09:42 for REF-123")
	after.presses("enter")
	after.reads("Evidence, the child's words", "“Meet me by the cages”")
	after.types("!")
	after.presses("esc")
	w := b.last(t)
	if w.Draft.Text != "" || w.Entries[len(w.Entries)-1].Evidence != "“Meet me by the cages”!" {
		t.Errorf("kept %+v, draft %+v", w.Entries, w.Draft)
	}
}

func TestResumingStandsAtTheSameItem(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.presses("right", "right", "down", "n")
	at := p.v.live.At
	p.presses("esc")
	again := sit(t, b, 80, 18)
	again.runs(again.v.Resume(nil))
	k, ok := again.v.stage.(*items)
	if it, _ := k.item(); !ok || it.Item.ID != at || !again.v.Walking() {
		t.Errorf("stands at %q, not %q", it.Item.ID, at)
	}
}

func TestAnUnsavedWalkthroughIsKeptOnceTheNotesOpen(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.presses("s", "e")
	p.types("by the gate")
	p.presses("esc")
	p.reads("NOT SAVED (ctrl+s)")
	if p.v.Busy() == "" {
		t.Error("leaving would lose it and nothing is said")
	}
	p.presses("esc")
	p.reads("considered")
	p.presses("ctrl+s")
	if len(p.asked) != 1 || p.asked[0] != component.AskUnlock {
		t.Fatalf("ctrl+s asks for %v", p.asked)
	}
	b := &book{}
	p.runs(p.v.Keep(b))
	p.reads("saved", "1 of 20 considered")
	if w := b.last(t); w.Entries[0].Evidence != "by the gate" || w.Ref != "REF-123" || p.v.Busy() != "" {
		t.Errorf("kept %+v, and leaving says %q", w, p.v.Busy())
	}
}

func TestWhatIsTypedIntoTheFormIsNotLost(t *testing.T) {
	p := sit(t, nil, 120, 34)
	p.presses("n", "enter")
	p.types("REF-9")
	p.presses("esc")
	p.reads("REF-9", "Who, where, when")
	if p.v.Busy() == "" || p.notice.Text == "" {
		t.Error("leaving would lose it and nothing is said")
	}

	b := &book{}
	p = sit(t, b, 120, 34)
	p.presses("n", "enter")
	p.types("REF-9")
	p.waits()
	if b.last(t).Ref != "REF-9" {
		t.Error("the form is not sealed while it is typed")
	}
	p.types("8")
	p.presses("esc")
	p.reads("Unfinished walkthrough", "REF-98")
	p.presses("enter", "r", "down", "down")
	p.types("9")
	p.presses("esc")
	if w := b.last(t); w.YearGroup != "9" {
		t.Errorf("Esc in the form loses the year group: %+v", w)
	}
}

func TestLeavingAnEmptyFormKeepsNothing(t *testing.T) {
	b := &book{}
	p := sit(t, b, 80, 18)
	p.presses("n", "enter", "esc")
	p.reads("No walkthrough is kept yet")
	if len(b.saves) != 0 {
		t.Error("an empty walkthrough is kept")
	}
}

func TestFinishingClosesItAndItIsNeverWrittenAgain(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.presses("s", "f", "F", "y")
	p.reads("Finished: 23 November 2026, 09:42", "It is kept as it is.")
	n := len(b.saves)
	p.presses("esc")
	p.reads("REF-123", "Nothing is decided yet", "Walkthrough")
	p.presses("enter")
	p.reads("Closing page: REF-123", "It is kept as it is.")
	if p.v.Walking() {
		t.Error("a finished walkthrough counts as open")
	}
	p.runs(p.v.Flush())
	p.presses("esc")
	if len(b.saves) != n {
		t.Error("looking at a finished walkthrough writes it again")
	}
}

func TestFinishingThatCouldNotBeSavedIsNotFinished(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.presses("s", "f")
	b.refuses = errFull
	p.presses("F", "y")
	p.missesFrom("It is kept as it is.")
	if p.v.Busy() == "" || !p.notice.Failed {
		t.Error("leaving would lose the finish and nothing is said")
	}
	b.refuses = nil
	p.presses("F", "y")
	p.reads("It is kept as it is.")
	if b.last(t).Finished.IsZero() {
		t.Error("the second try did not reach the disk")
	}
}

func TestFinishingWithoutNotesSaysWhereItCanBeKept(t *testing.T) {
	p := walking(t, nil, 120, 34)
	p.presses("s", "f", "F")
	if !p.notice.Failed || !p.v.live.Finished.IsZero() {
		t.Errorf("it says %q", p.notice.Text)
	}
	p.presses("esc")
	p.reads("1 of 20 considered")
}

func TestDiscardingAsksFirst(t *testing.T) {
	b := &book{}
	for i, ref := range []string{"A", "B"} {
		p := sit(t, b, 80, 18)
		p.now = monday.Add(time.Duration(i) * time.Minute)
		p.presses("n", "enter")
		p.types(ref)
		p.presses("ctrl+s", "s", "esc")
	}
	p := sit(t, b, 80, 18)
	p.presses("down", "x")
	if !strings.Contains(p.question.Text, "for A?") || p.question.Safe != "Keep it" {
		t.Fatalf("it asks %q, safe is %q", p.question.Text, p.question.Safe)
	}
	p.presses("x", "x")
	if len(b.discarded) != 0 {
		t.Fatal("a key alone discards")
	}
	p.runs(p.question.Do())
	if len(b.discarded) != 1 || len(b.Walkthroughs()) != 1 {
		t.Errorf("discarded %v", b.discarded)
	}
	p.reads("B")
	b.refuses = errFull
	p.presses("x")
	p.runs(p.question.Do())
	p.reads("▌ B")
	if !p.notice.Failed {
		t.Errorf("a discard that failed says %q", p.notice.Text)
	}
}

func TestWithoutNotesTheTabSaysHowToStart(t *testing.T) {
	for state, want := range map[component.NotesState]string{
		component.NotesAbsent: "sets up private notes",
		component.NotesLocked: "unlocks your private notes",
	} {
		p := sit(t, nil, 80, 18)
		p.v.env.Notes = state
		p.v.Update(component.RedrawMsg{})
		p.reads(want, "Nothing is saved")
		p.presses("n")
		if len(p.asked) != 1 || p.asked[0] != component.AskUnsaved {
			t.Errorf("n asks for %v", p.asked)
		}
	}
}

func TestResumingGoesByWhatWasSavedLastAndNotByTheClock(t *testing.T) {
	future := model.Walkthrough{ID: "f", Ref: "LATER", Changed: monday.AddDate(0, 0, 1)}
	now := model.Walkthrough{ID: "n", Ref: "NOW", Changed: monday.AddDate(-1, 0, 0)}
	b := &book{saves: []model.Walkthrough{future, now}}
	again := sit(t, b, 80, 18)
	again.runs(again.v.Resume([]string{"gone", "n", "f"}))
	if !again.v.Walking() || again.v.live.Ref != "NOW" {
		t.Errorf("resumes %+v", again.v.live)
	}
}

// TestWhatFailedIsNamed proves that somebody who is told of a failed save knows where
// what they wrote is now.
func TestWhatFailedIsNamed(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	b.refuses = errFull
	says := func(want string) {
		t.Helper()
		if !p.notice.Failed || !strings.HasPrefix(p.notice.Text, want) ||
			!strings.HasSuffix(p.notice.Text, errFull.Error()) {
			t.Errorf("it says %q", p.notice.Text)
		}
	}
	p.presses("s")
	says("Not saved. It is still on this screen")
	b.refuses = nil
	p.presses("esc", "x")
	b.refuses = errFull
	p.presses("y")
	says("It could not be discarded and is still here.")
	p.reads("Unfinished walkthrough", "REF-123")

	b.refuses = nil
	p = finished(t, b, 120, 34)
	p.presses("a")
	b.refuses = errFull
	p.fills("An uncle waits at the gate")
	says("Not saved. It is still on this screen")
}

// TestWhatCameInFromOutsideIsShownUnlessSomethingIsBeingWritten takes a file of
// another computer in, in the list, on a concern's page and in the middle of a
// sentence.
func TestWhatCameInFromOutsideIsShownUnlessSomethingIsBeingWritten(t *testing.T) {
	b := &book{}
	came := func(ref string) {
		b.saves = append(b.saves, model.Walkthrough{
			ID: ref, Ref: ref, Started: monday, Changed: monday,
			Finished: monday,
		})
	}
	p := sit(t, nil, 120, 34)
	p.runs(p.v.Reread())
	p.reads("n starts a walkthrough")

	p = sit(t, b, 120, 34)
	came("CAME-1")
	p.runs(p.v.Reread())
	p.reads("CAME-1", "n starts a walkthrough")
	p.presses("enter")
	came("CAME-1")
	b.saves[1].ID = "second"
	p.runs(p.v.Reread())
	if page := p.v.stage.(*concernPage); len(page.moments) != 2 {
		t.Errorf("the concern's page shows %d walkthroughs", len(page.moments))
	}

	p = walking(t, b, 120, 34)
	p.presses("t", "e")
	p.types("They call me")
	came("CAME-2")
	p.runs(p.v.Reread())
	p.reads("They call me", "Evidence, the child's words")
	p.presses("esc", "esc")
	p.reads("CAME-2", "Unfinished walkthrough")
}
