package content

import (
	"fmt"
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
		model.KindDecision, model.KindSharing, model.KindAction, model.KindActionDone, model.KindFiling, model.KindReviewDate,
		model.KindReview, model.KindCorrection, model.KindAddition, model.KindTransfer, model.KindSent, model.KindChase, model.KindReceipt,
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
	if late := concerns[0].OverdueActions(); len(late) != 1 || len(concerns[0].Actions) != 3 || concerns[0].Actions[2].Closed == nil {
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
