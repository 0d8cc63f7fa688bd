package content

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

func invented(t *testing.T) (Case, time.Time) {
	t.Helper()
	now := time.Date(2026, 11, 24, 9, 5, 0, 0, time.UTC)
	n := 0
	c, err := FictionalCase(Embedded(), now, func() string { n++; return fmt.Sprintf("%032x", n) })
	if err != nil {
		t.Fatal(err)
	}
	return c, now
}

func TestTheFictionalCaseHasSomethingForEveryScreen(t *testing.T) {
	c, now := invented(t)
	var walks []model.Walkthrough
	var entries []model.ConcernEntry
	kinds, answers, evidence := map[model.EntryKind]bool{}, map[model.Answer]bool{}, map[model.EvidenceKind]bool{}
	notes, last := 0, time.Time{}
	for _, r := range c.Records {
		if r.At.Before(last) || !r.At.Before(now) {
			t.Errorf("a record of %v stands after one of %v", r.At, last)
		}
		last = r.At
		switch {
		case r.Walkthrough != nil:
			walks = append(walks, *r.Walkthrough)
			for _, e := range r.Walkthrough.Entries {
				answers[e.Answer], evidence[e.Kind] = true, true
			}
		case r.Entry != nil:
			entries = append(entries, *r.Entry)
			kinds[r.Entry.Kind] = true
		default:
			notes++
		}
	}
	for _, k := range []model.EntryKind{
		model.KindDecision, model.KindSharing, model.KindAction, model.KindActionDone, model.KindFiling,
		model.KindReviewDate,
		model.KindReview, model.KindCorrection, model.KindAddition, model.KindTransfer, model.KindSent, model.KindChase,
		model.KindReceipt,
	} {
		if !kinds[k] {
			t.Errorf("no entry is a %s", k)
		}
	}
	for _, a := range []model.Answer{model.Seen, model.Told, model.NotSeen, model.DontKnow} {
		if !answers[a] {
			t.Errorf("no sign is answered %q", a)
		}
	}
	for _, k := range []model.EvidenceKind{model.Observed, model.ChildsWords, model.ToldBy, model.Opinion} {
		if !evidence[k] {
			t.Errorf("no evidence is of the kind %q", k)
		}
	}
	if notes == 0 {
		t.Error("no protective factor has a note")
	}
	concerns := model.Concerns(walks, entries, now)
	if len(concerns) != 3 || concerns[0].Group() != model.GroupOverdue || len(concerns[0].Walkthroughs) != 2 {
		t.Fatalf("there are %d concerns, the first under %q", len(concerns), concerns[0].Group())
	}
	if late := concerns[0].OverdueActions(); len(late) != 1 || len(concerns[0].Actions) != 3 ||
		concerns[0].Actions[2].Closed == nil {
		t.Errorf("overdue is %+v of %+v", late, concerns[0].Actions)
	}
	apart := concerns[0].Walkthroughs[1].Started.Sub(concerns[0].Walkthroughs[0].Started)
	if apart < 13*24*time.Hour || apart > 15*24*time.Hour {
		t.Errorf("its two walkthroughs are %v apart", apart)
	}
	for _, c := range concerns {
		if c.Ref == "DEMO-3" && (c.Transfer == nil || !c.Transfer.Late || c.Transfer.Waiting()) {
			t.Errorf("the transfer stands as %+v", c.Transfer)
		}
	}
}

func TestTheFictionalCaseSaysThatItIs(t *testing.T) {
	c, _ := invented(t)
	if !strings.Contains(fictionalCase, "FICTIONAL. Nobody in this document exists") {
		t.Error("the document doesn't say it")
	}
	if !strings.Contains(c.By, "fictional") || !strings.Contains(c.School, "invented") {
		t.Errorf("recorded by %q at %q", c.By, c.School)
	}
	for _, s := range Embedded().Rota().Settings {
		if strings.Contains(fictionalCase, s.Name) || strings.Contains(fictionalCase, s.Officer) {
			t.Errorf("it names %s or %s, who exist", s.Name, s.Officer)
		}
	}
}

// spokenDays are days that a record can't say: it is read later.
var spokenDays = regexp.MustCompile(`(?i)\b(today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday)\b|\{`)

func TestTheFictionalCasesChronologyHolds(t *testing.T) {
	for weekday := range 7 {
		now := time.Date(2026, 11, 22+weekday, 9, 5, 0, 0, time.UTC)
		n := 0
		made, err := FictionalCase(Embedded(), now, func() string { n++; return fmt.Sprintf("%032x", n) })
		if err != nil {
			t.Fatal(err)
		}
		rung := map[string]bool{}
		for _, r := range made.Records {
			if d := r.At.Weekday(); d == time.Saturday || d == time.Sunday || !r.At.Before(now) {
				t.Errorf("seen from %s a record is of %s", now.Weekday(), r.At.Format("Monday 2 January 15:04"))
			}
			if e := r.Entry; e != nil {
				holdsTogether(t, e, rung)
			}
			if w := r.Walkthrough; w != nil {
				for _, e := range w.Entries {
					if found := spokenDays.FindString(e.When + " " + e.Evidence); found != "" {
						t.Errorf("%s says %q", e.Item, found)
					}
				}
			}
			if f := r.Note; f != nil && f.Build.Due != "" && f.Build.Due < r.At.Format(time.DateOnly) {
				t.Errorf("what builds %s is due before it was noted", f.About)
			}
		}
	}
}

// clockTime is a time of day in a text.
var clockTime = regexp.MustCompile(`\b([01]\d|2[0-3]):[0-5]\d\b`)

// holdsTogether checks an entry against the time at which it was recorded, and
// that the Contact Team was rung before a decision and a family was told.
func holdsTogether(t *testing.T, e *model.ConcernEntry, rung map[string]bool) {
	t.Helper()
	day, clock := e.Recorded.Format(time.DateOnly), e.Recorded.Format("15:04")
	if e.Due != "" && e.Due <= day {
		t.Errorf("an entry of %s is due on %s", day, e.Due)
	}
	if e.On != "" && e.On > day {
		t.Errorf("an entry of %s says that something was done on %s", day, e.On)
	}
	text := strings.Join([]string{e.Text, e.Reasons, e.Consulted, e.Family, e.Event}, "\n")
	for _, at := range clockTime.FindAllString(text, -1) {
		if at > clock && e.Kind != model.KindCorrection { // which speaks of another day
			t.Errorf("a %s recorded at %s reports what was at %s", e.Kind, clock, at)
		}
	}
	if found := spokenDays.FindString(text); found != "" {
		t.Errorf("a %s says %q", e.Kind, found)
	}
	switch {
	case e.Kind == model.KindSharing && e.Choice != model.NotShared && strings.Contains(e.Whom, "Contact Team"):
		rung[e.Concern] = true
		if !strings.Contains(e.Text, "address") {
			t.Errorf("the Contact Team was not told the address: %s", e.Text)
		}
	case e.Kind == model.KindDecision && !rung[e.Concern]:
		t.Errorf("%q was decided before the Contact Team was rung", e.Text)
	}
}

func TestTheFictionalCaseTeachesNothingUnsafe(t *testing.T) {
	made, _ := invented(t)
	records, err := json.Marshal(made.Records)
	if err != nil {
		t.Fatal(err)
	}
	said := string(records)
	for _, words := range []string{
		"Walk the way home with him", "Ring the Contact Team for what they advise",
		"the way home is better", "Not the family's new address",
	} {
		if strings.Contains(said, words) {
			t.Errorf("it says %q", words)
		}
	}
	for _, words := range []string{
		"Nobody from school walks it with him alone",
		"Worse: he is more afraid on the way home", `"family":"Not told yet`, "he was not examined",
	} {
		if !strings.Contains(said, words) {
			t.Errorf("it doesn't say %q", words)
		}
	}
}
