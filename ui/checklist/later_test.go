package checklist

import (
	"strings"
	"testing"

	"isspp/model"
	"isspp/ui/internal/steps"
	"isspp/ui/walk"
)

// TestALaterWordHasItsKindItsTimeAndItsLines proves that what became known later
// is told apart as evidence is, and is shown as it was written.
func TestALaterWordHasItsKindItsTimeAndItsLines(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("a")
	p.types("He said:")
	p.presses("enter")
	p.types("I don't want to go home")
	p.presses("enter")
	p.types("that way")
	p.presses("tab", "right", "right", "tab")
	p.types("Monday 10:40")
	p.presses("ctrl+s")
	e := b.kept(t, model.KindAddition)
	if kind, ok := e.EvidenceKind(); !ok || kind != model.ChildsWords ||
		e.Text != "He said:\nI don't want to go home\nthat way" || e.Event != "Monday 10:40" {
		t.Errorf("kept %+v", e)
	}
	lines := strings.Split(p.screen(), "\n")
	for i, l := range lines {
		if !strings.Contains(l, "The child's words: He said:") {
			continue
		}
		if !strings.Contains(lines[i+1], "I don't want to go home") || !strings.Contains(lines[i+2], "that way") ||
			!steps.Reads(lines[i+3], "When it happened: Monday 10:40") {
			t.Errorf("the lines run into one:\n%s", p.screen())
		}
		return
	}
	t.Errorf("the child's words are not shown as such:\n%s", p.screen())
}

// TestACorrectionOfSeveralLinesKeepsThem is the same of what a correction says.
func TestACorrectionOfSeveralLinesKeepsThem(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	page := p.v.stage.(*concernPage)
	p.runs(page.write(walk.Correction(p.v.env, page.concern, b.saves[0].ID, model.Labelled{Text: "seen"})))
	p.types("Told by his nan")
	p.presses("enter")
	p.types("on Tuesday")
	p.presses("tab")
	p.types("She rang")
	p.presses("ctrl+s")
	if strings.Contains(p.screen(), "nan on Tuesday”") {
		t.Errorf("the lines run into one:\n%s", p.screen())
	}
	p.says("“Told by his nan", "on Tuesday”")
}

// TestAnInjuryIsWrittenLineByLine proves that the cursor stands where the first
// line is written, that Enter goes on to the next, and that what was left empty is
// in no document.
func TestAnInjuryIsWrittenLineByLine(t *testing.T) {
	p := walking(t, &book{}, 120, 34)
	p.presses("s", "e")
	p.types("Seen in PE")
	p.presses("ctrl+o")
	p.types("left shin")
	p.presses("enter")
	p.types("2 cm")
	p.presses("ctrl+o")
	p.types("round")
	k := p.v.stage.(*items)
	if got := k.evidence.editor.Value(); got != "Seen in PE\nSite: left shin\nSize: 2 cm\nShape: round\nColour: " {
		t.Errorf("written %q", got)
	}
	p.presses("esc", "f")
	page := closing(p)
	if !strings.Contains(page, "Shape: round") || strings.Contains(page, "Colour:") {
		t.Errorf("the closing page has %s", page)
	}
}

// TestAHeaderWithOnlyASettingIsKept proves that Esc throws nothing away that was
// typed.
func TestAHeaderWithOnlyASettingIsKept(t *testing.T) {
	b := &book{}
	p := sit(t, b, 120, 34)
	p.presses("n", "enter", "down")
	p.types("aloysius")
	p.presses("esc")
	if len(b.Walkthroughs()) != 1 || b.last(t).Setting != "St Aloysius RC College" {
		t.Fatalf("kept %+v", b.Walkthroughs())
	}
	p.says("Unfinished", "St Aloysius RC College")
	p.v.env.School = "Beacon High"
	b.saves = nil
	p.presses("n", "enter", "down", "esc")
	if len(b.saves) != 0 {
		t.Error("a header that nobody wrote in is kept")
	}
}

// TestFinishingAsksOnce proves that nothing is closed for good by one key, and
// that Esc is the safe answer.
func TestFinishingAsksOnce(t *testing.T) {
	for _, key := range []string{"d", "F"} {
		b := &book{}
		p := walking(t, b, 120, 34)
		p.presses("e")
		p.types("No answer yet")
		p.presses("esc", "esc", "f", key)
		for _, want := range []string{"can't be changed after that", "without an answer"} {
			if !strings.Contains(p.question.Text, want) {
				t.Errorf("%s asks %q", key, p.question.Text)
			}
		}
		p.presses("esc")
		if !p.v.live.Finished.IsZero() {
			t.Errorf("%s then Esc finishes", key)
		}
		p.presses(key, "y")
		if b.last(t).Finished.IsZero() {
			t.Errorf("%s then y doesn't finish", key)
		}
		if p.question.Do != nil {
			t.Errorf("%s asks twice", key)
		}
	}
}

// TestAReviewHasNoEmptyLinesOfAnInjury is the same of a review.
func TestAReviewHasNoEmptyLinesOfAnInjury(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 34)
	p.presses("n", "enter", "ctrl+s", "down", "down", "s", "e", "ctrl+o")
	p.types("left shin")
	p.presses("esc", "f", "F", "y", "esc", "v")
	p.says("Site: left shin", "In words only")
	p.missesFrom("Size:", "Colour:")
}
