package checklist

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/internal/steps"
)

// finished has walked through a few signs for REF-123 and finished.
func finished(t testing.TB, b *book, w, h int) *person {
	t.Helper()
	p := walking(t, b, w, h)
	p.presses("t", "e")
	p.types("“They call me Smalls now”")
	p.presses("esc", "down", "d", "f", "F", "y", "esc")
	p.says("REF-123", "Nothing is decided yet")
	return p
}

// says reads running text from the screen, however its lines are broken.
func (p *person) says(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if !steps.Reads(p.screen(), text) {
			p.t.Errorf("%q is not on the screen:\n%s", text, p.screen())
		}
	}
}

// fills answers the questions of a form, one after the other.
func (p *person) fills(answers ...string) {
	p.t.Helper()
	for i, a := range answers {
		if i > 0 {
			p.presses("tab")
		}
		p.v.Update(tea.PasteMsg{Content: a})
	}
	p.runs(p.v.Flush())
}

// clears empties a line of the form that holds something already.
func (p *person) clears() {
	p.t.Helper()
	p.presses("ctrl+u")
}

func (b *book) kept(t testing.TB, kind model.EntryKind) model.ConcernEntry {
	t.Helper()
	for _, e := range slices.Backward(b.entries) {
		if e.Kind == kind && e.Kept {
			return e
		}
	}
	t.Fatalf("no %s is kept among %+v", kind, b.entries)
	return model.ConcernEntry{}
}

func TestFromTheDecisionToFiled(t *testing.T) {
	for _, size := range sizes {
		b := &book{}
		p := finished(t, b, size[0], size[1])
		p.presses("d")
		p.fills("Refer to the Contact Team today")
		p.presses("ctrl+s")
		if b.entries[0].Kept {
			t.Fatal("a decision without reasons is kept")
		}
		p.says("Give the reasons")
		p.fills("A new name and older friends")
		p.presses("tab", "tab", "tab")
		p.fills("Mother told at 15:10")
		p.presses("ctrl+s")
		p.says("decided", "Not yet filed")
		d := b.kept(t, model.KindDecision)
		if d.Reasons != "A new name and older friends" || d.Ref != "REF-123" || d.Concern != b.saves[0].ID {
			t.Errorf("kept %+v", d)
		}
		p.presses("t")
		p.fills("Ring the Contact Team for the outcome", "A. Lead", "fridy")
		p.presses("ctrl+s")
		p.says("did you mean friday?")
		p.clears()
		p.fills("friday")
		p.presses("ctrl+s")
		p.says("Due: Friday 27 November 2026", "x ticks it off")
		p.presses("f")
		p.fills("the school's own record", "S-14")
		p.presses("ctrl+s")
		p.says("filed", "In the school's own record, S-14, on Monday 23 November 2026.")
		p.presses("esc")
		p.says("FILED", "REF-123")
		p.now = monday.AddDate(0, 0, 5)
		p.v.env.Now = p.now
		p.v.goTo(newHome(p.v))
		p.says("OVERDUE", "action overdue since Fri 27 Nov")
		p.presses("enter")
		p.says("OVERDUE since")
		p.presses("x")
		p.presses("tab")
		p.fills("They will visit on Tuesday")
		p.presses("ctrl+s")
		p.missesFrom("OVERDUE")
		p.says("what came since is not: f.")
	}
}

func TestWhoRecordsIsFilledIntoEveryEntryAndADecisionOfNobodysIsRefused(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.v.env.Recorder = ""
	p.presses("n", "enter")
	p.types("REF-123")
	p.presses("ctrl+s", "s", "f", "F", "y", "esc", "d")
	p.fills("Refer to the Contact Team today", "A new name")
	p.presses("tab", "tab", "tab")
	p.fills("Mother told")
	p.presses("ctrl+s")
	p.says("Say who decided")
	if b.entries[0].Kept {
		t.Fatal("a decision of nobody's is kept")
	}
	p.types("B. Cole, deputy")
	p.presses("ctrl+s")
	if d := b.kept(t, model.KindDecision); d.By != "B. Cole, deputy" || p.named != d.By {
		t.Errorf("decided by %q, and %q is named", d.By, p.named)
	}
	for key, kind := range map[string]model.EntryKind{
		"a": model.KindAddition, "s": model.KindSharing,
		"t": model.KindAction, "r": model.KindReviewDate, "f": model.KindFiling,
	} {
		p.presses(key)
		if e := p.v.stage.(*entryForm).entry; e.Kind != kind || e.By != "B. Cole, deputy" {
			t.Errorf("%s: recorded by %q", e.Kind, e.By)
		}
		p.presses("esc")
	}
	p.presses("n", "enter", "ctrl+s", "s", "f", "F", "y")
	if w := b.last(t); w.By != "B. Cole, deputy" {
		t.Errorf("the later walkthrough is by %q", w.By)
	}
}

func TestWhenItHappenedIsShownAsADateWhileItIsTypedAndEverywhereAfter(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34) // on Monday 23 November
	p.presses("n", "enter")
	p.fills("REF-123", "", "", "last tuesday lunch")
	p.says("Tuesday 17 November 2026.")
	p.presses("ctrl+s", "t", "e", "ctrl+t")
	p.types("today 8:15")
	p.says("Monday 23 November 2026, 08:15.")
	p.presses("enter")
	p.types("“They call me Smalls now”")
	p.presses("esc", "f")
	p.says("last tuesday lunch (Tuesday 17 November 2026)", "(today 8:15; Monday 23 November 2026, 08:15)")
	p.presses("F", "y", "esc")
	p.says("last tuesday lunch (Tuesday 17 November 2026)", "(today 8:15; Monday 23 November 2026, 08:15)")
	w := b.last(t)
	if w.EventTime != "last tuesday lunch" || w.EventAt.At != "2026-11-17" || w.EventAt.Written != "2026-11-23" {
		t.Errorf("kept %q as %+v", w.EventTime, w.EventAt)
	}
	p.presses("a")
	p.fills("An uncle waits at the gate")
	p.presses("tab", "tab")
	p.fills("at the end of last term")
	p.says("No date is recognised")
	p.presses("ctrl+s")
	p.says("at the end of last term (as written on Monday 23 November 2026)")
}

func TestADayIsTheOneThatWasMeantWhenItWasTypedHoweverLaterItIsKept(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("t")
	p.fills("Ring the Contact Team", "A. Lead", "in a week")
	p.says("Monday 30 November 2026.")
	p.presses("esc")
	p.now = monday.AddDate(0, 0, 2)
	p.v.env.Now = p.now
	p.presses("end", "enter", "ctrl+s")
	e := b.kept(t, model.KindAction)
	if e.Due != "2026-11-30" || e.DueAt.Words != "in a week" {
		t.Errorf("due on %s, read from %+v", e.Due, e.DueAt)
	}
	p.says("Due: Monday 30 November 2026 (“in a week”)")
}

func TestAWalkthroughGoneOnWithTheNextDayKeepsItsDates(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.presses("n", "enter")
	p.fills("REF-123", "", "", "yesterday")
	p.presses("ctrl+s", "t", "e", "ctrl+t")
	p.types("today 8:15")
	p.presses("enter")
	p.types("half a w")
	p.waits()
	after := sit(t, b, 120, 34)
	after.now = monday.AddDate(0, 0, 1)
	after.v.env.Now = after.now
	after.presses("enter", "esc", "r", "ctrl+s")
	w := b.last(t)
	if w.EventAt.At != "2026-11-22" || w.Entries[0].WhenAt.At != "2026-11-23 08:15" {
		t.Errorf("read as %+v and %+v", w.EventAt, w.Entries[0].WhenAt)
	}
}

func TestTheNameGivenInTheWalkthroughStandsWithWhatFollows(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.v.env.Recorder = ""
	p.presses("n", "enter")
	p.fills("REF-123", "", "", "", "", "C. Okafor, DSL")
	p.presses("ctrl+s", "s", "f", "F", "y", "esc", "t")
	if e := p.v.stage.(*entryForm).entry; e.By != "C. Okafor, DSL" || p.named != e.By {
		t.Errorf("the action is by %q, and %q is named", e.By, p.named)
	}
}

func TestASecondWalkthroughTwoWeeksOnStandsBesideTheFirst(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("v")
	p.says("There is one walkthrough so far")
	p.presses("esc")
	p.now = monday.AddDate(0, 0, 14)
	p.v.env.Now = p.now
	p.presses("n")
	p.says("is anyone in danger now?")
	p.presses("esc")
	p.says("Nothing is decided yet")
	p.presses("n", "enter")
	p.says("REF-123", "this walkthrough is added to it")
	p.presses("ctrl+s", "t", "down", "t", "f", "F", "y", "esc")
	p.says("REF-123", "7 Dec 2026")
	p.presses("v")
	p.says("don't know on 23 November", "told on 7 December", "In words only")
	p.presses("a")
	p.says("told on 23 November", "told on 7 December")
	p.presses("w")
	p.fills("The new name was said again")
	p.presses("ctrl+s")
	p.says("Review", "What the review found: The new name was said again")
	if c := p.v.concern(b.saves[0].ID); len(c.Walkthroughs) != 2 {
		t.Errorf("%d walkthroughs in the concern", len(c.Walkthroughs))
	}
}

func TestANearReferenceIsAskedAboutAndJoinsOnlyWhereThePersonSaysSo(t *testing.T) {
	for _, sameChild := range []bool{false, true} {
		b := &book{}
		p := finished(t, b, 120, 34)
		p.presses("esc", "n", "enter")
		p.types("REF.123")
		p.says("Same child as REF-123?", "ctrl+o adds it under")
		if p.presses("ctrl+o"); sameChild {
			p.says("REF-123", "this walkthrough is added to it")
		} else {
			p.presses("ctrl+o")
			p.says("REF.123", "Same child as REF-123?")
		}
		p.presses("ctrl+s", "s", "esc")
		w := b.last(t)
		if joined := w.ConcernID() == b.saves[0].ID; joined != sameChild || (w.Ref == "REF-123") != sameChild {
			t.Errorf("same child %v: %q, in the concern %q", sameChild, w.Ref, w.ConcernID())
		}
	}
}

func TestAReferenceWithSignsThatCantBeSeenIsNoSecondOne(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("esc", "n", "enter")
	p.v.Update(tea.PasteMsg{Content: "\ufeffREF\u2011\u200b１23"})
	p.says("this walkthrough is added to it")
	p.presses("ctrl+s", "s", "esc")
	if all := model.Concerns(b.Walkthroughs(), nil, monday); len(all) != 1 || all[0].Ref != "REF-123" {
		t.Errorf("there are %d concerns, the first %q", len(all), all[0].Ref)
	}
}

func TestAReferenceJoinsItsConcernAndInitialsDoNot(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("esc", "n", "enter")
	p.types("ref-123")
	p.says("this walkthrough is added to it")
	p.presses("ctrl+o")
	p.says("separate from it")
	p.presses("ctrl+o", "ctrl+s", "s", "esc")
	if w := b.last(t); w.Concern != b.saves[0].ID {
		t.Errorf("joined %q, not %q", w.Concern, b.saves[0].ID)
	}

	b = &book{}
	for range 2 {
		p = sit(t, b, 120, 34)
		p.presses("n", "enter")
		p.types("AB")
		p.presses("ctrl+s", "s", "f", "F", "y", "esc")
	}
	if n := len(model.Concerns(b.Walkthroughs(), nil, monday)); n != 2 {
		t.Errorf("two children with the same initials are %d concerns", n)
	}
}

func TestACorrectionLeavesWhatItCorrects(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("c")
	p.says("What is to be corrected?")
	p.presses("down", "down", "enter")
	p.says("Correction: REF-123", "It says told. The child's words: “They call me Smalls now”")
	p.fills("“They call me Small now”", "Misheard; the child was asked again")
	p.presses("ctrl+s")
	p.says("It said: told. The child's words: “They call me Smalls now”", "Corrected on",
		"About: Walkthrough of 23 November 2026, 09:42: ")
	if e := b.kept(t, model.KindCorrection); e.About != b.saves[0].ID || e.Part == "" {
		t.Errorf("kept %+v", e)
	}
	if w := b.last(t); w.Entries[0].Evidence != "“They call me Smalls now”" {
		t.Errorf("what was finished now says %q", w.Entries[0].Evidence)
	}
}

func TestAMoveWithALateReceipt(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("m")
	p.fills("Another School")
	p.presses("tab", "tab")
	p.says("isspp counts working days")
	p.fills("2026-11-23")
	p.presses("ctrl+s")
	p.says("To Another School: not sent yet. Due by Monday 30 November 2026.")
	p.presses("m")
	p.says("File sent", "Receipt chased")
	p.presses("enter", "tab")
	p.fills("Their DSL", "by hand, apart from the pupil file")
	p.presses("ctrl+s")
	p.says("receipt awaited")
	p.now = monday.AddDate(0, 0, 9)
	p.v.env.Now = p.now
	p.presses("esc")
	p.says("OVERDUE", "receipt overdue since Mon 30 Nov")
	p.presses("enter", "m", "down", "enter", "tab")
	p.fills("Their office", "On the way")
	p.presses("ctrl+s", "m", "enter")
	p.fills("today", "Their DSL")
	p.presses("ctrl+s")
	p.says("received on Wednesday 2 December 2026, late: it was due by Monday 30 November 2026.")
	p.presses("esc")
	p.missesFrom("receipt overdue")
}

func TestADraftOfEveryKindIsSealedWhileTypedAndComesBack(t *testing.T) {
	for _, kind := range []model.EntryKind{
		model.KindAddition, model.KindCorrection, model.KindDecision, model.KindSharing, model.KindAction,
		model.KindActionDone,
		model.KindActionDropped, model.KindFiling, model.KindReviewDate, model.KindReview, model.KindReopening,
		model.KindReference,
		model.KindTransfer, model.KindSent, model.KindChase, model.KindReceipt,
	} {
		b := &book{}
		p := finished(t, b, 80, 18)
		page, ok := p.v.stage.(*concernPage)
		if !ok {
			t.Fatal("not on the concern's page")
		}
		e := page.entry(kind)
		e.About = b.saves[0].ID
		p.runs(page.write(e))
		p.presses("tab")
		if kind == model.KindTransfer || kind == model.KindAddition {
			p.presses("tab") // the second question is a choice
		}
		p.types("half a w")
		p.waits()
		stood := p.v.stage.(*entryForm).Form.At()
		if !p.v.Walking() {
			t.Errorf("%s: would not be shown again after a lock", kind)
		}

		after := sit(t, b, 120, 34)
		after.says("Unfinished " + strings.ToLower(kind.Title()) + " from")
		after.presses("enter")
		f, ok := after.v.stage.(*entryForm)
		if !ok || f.Form.At() != stood || !strings.Contains(f.Form.Value(f.Form.At()), "half a w") {
			t.Errorf("%s does not come back:\n%s", kind, after.screen())
		}
	}
}

func TestAnEntryThatCouldNotBeSavedIsNotKept(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("a")
	p.fills("An uncle waits at the gate")
	b.refuses = errFull
	p.presses("ctrl+s")
	p.says("Addition: REF-123", "An uncle waits at the gate", "NOT SAVED")
	if !p.notice.Failed || p.v.Busy() == "" {
		t.Errorf("it says %q, and leaving says %q", p.notice.Text, p.v.Busy())
	}
	b.refuses = nil
	p.presses("ctrl+s")
	p.says("What is added: An uncle waits at the gate")
	if e := b.kept(t, model.KindAddition); e.By != lead || p.v.Busy() != "" {
		t.Errorf("kept %+v, and leaving says %q", e, p.v.Busy())
	}
}

func TestADraftIsLeftDiscardedOrGoneOnWith(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("a", "esc")
	if len(b.entries) != 0 {
		t.Error("an empty form leaves a draft")
	}
	p.presses("a")
	p.fills("An uncle")
	p.presses("esc")
	p.says("Addition, not kept yet", "What is added: An uncle")
	p.presses("enter")
	p.says("Addition: REF-123")
	p.presses("esc", "backspace")
	if !strings.Contains(p.question.Text, "addition") {
		t.Fatalf("it asks %q", p.question.Text)
	}
	p.runs(p.question.Do())
	p.missesFrom("An uncle")
}

func TestTheReferenceCanBeGivenLater(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.presses("n", "enter", "ctrl+s", "s", "f", "F", "y", "esc")
	p.says("no reference yet")
	p.presses("R")
	p.fills("REF-55")
	p.presses("ctrl+s")
	p.says("REF-55", "Reference changed")
	p.presses("esc")
	p.says("REF-55")
}

func TestEvidenceHasTheTimeOfTheEvent(t *testing.T) {
	b := &book{}
	p := walking(t, b, 120, 34)
	p.presses("t", "e", "ctrl+t")
	p.types("yesterday after school")
	p.presses("enter")
	p.types("by the cages")
	p.waits()
	after := sit(t, b, 120, 34)
	after.presses("enter")
	after.says("When: yesterday after school", "by the cages")
	after.presses("esc")
	if e, _ := after.v.live.Entry(after.v.live.At); e.When != "yesterday after school" {
		t.Errorf("kept %+v", e)
	}
	after.presses("e", "ctrl+o")
	after.says("Site:", "Size:", "Shape:", "Colour:")
}

func TestTheFormAndTheClosingPageAreResumedWhereTheyWere(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.presses("n", "enter")
	p.types("REF-9")
	p.presses("down", "down")
	p.types("9")
	p.waits()
	p = sit(t, b, 120, 34)
	p.presses("enter")
	f, ok := p.v.stage.(*form)
	if !ok || f.Form.Label(f.Form.At()) != "Year group" {
		t.Fatalf("not in the form at the year group:\n%s", p.screen())
	}
	p.presses("ctrl+s", "s", "f")
	p.runs(p.v.Flush())
	p = sit(t, b, 120, 34)
	p.presses("enter")
	p.says("Closing page: REF-9")
}

func TestAFridayEveningIsOutOfHours(t *testing.T) {
	p := walking(t, nil, 120, 54)
	p.v.env.Now = time.Date(2026, 11, 20, 17, 40, 0, 0, time.UTC)
	p.presses("s", "f")
	page := closing(p)
	for _, want := range []string{"Out of hours: Friday 17:40", "Out-of-hours number: NOT SET", "999"} {
		if !strings.Contains(page, want) {
			t.Errorf("the closing page lacks %q", want)
		}
	}
	p.presses("esc")
	p.v.env.Now = monday
	p.presses("f")
	if strings.Contains(closing(p), "Out of hours") {
		t.Error("Monday morning is out of hours")
	}
}

func TestTheFormsNameTheSameKeysAndEnterKeepsNothingForGood(t *testing.T) {
	b := &book{}
	p := sit(t, b, 80, 21)
	p.presses("n", "enter")
	named := func(done, back string) {
		t.Helper()
		var got []string
		for _, a := range p.v.Actions() {
			if a.Label() != "" {
				got = append(got, a.Keys()[0]+" "+a.Label())
			}
		}
		want := []string{"ctrl+s " + done, "esc " + back, "tab next", "shift+tab before"}
		if !slices.Equal(got, want) {
			t.Errorf("the keys are %q", got)
		}
	}
	named("to the signs", "back")
	for range 6 {
		p.presses("enter")
	}
	p.presses("t", "f", "F", "y", "d") // Enter after the last answer went on
	named("keep it", "back, stays a draft")
	p.fills("Ring CSCT", "A name", "", "", "Told")
	for range 3 {
		p.presses("tab")
	}
	p.presses("enter", "enter")
	if !strings.Contains(p.notice.Text, "ctrl+s keeps it") || slices.ContainsFunc(b.entries,
		func(e model.ConcernEntry) bool { return e.Kept }) {
		t.Errorf("Enter said %q, and %d entries are kept", p.notice.Text, len(b.entries))
	}
	p.presses("ctrl+s")
	b.kept(t, model.KindDecision)
}
