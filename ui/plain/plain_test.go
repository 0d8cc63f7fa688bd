package plain

import (
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// sitting is one run of the questions: notes in memory that stand for the real
// ones, and answers a line each.
type sitting struct {
	t    *testing.T
	keep *memory
	now  time.Time
	// local is the school's own layer; nil is an empty one.
	local *model.Local
}

func sit(t *testing.T) *sitting {
	t.Helper()
	return &sitting{t: t, keep: &memory{}, now: time.Date(2026, 11, 24, 15, 40, 0, 0, time.UTC)}
}

func (s *sitting) env() *component.Env {
	return &component.Env{
		Pack: content.Embedded(), Local: s.local, Theme: theme.New(theme.Mono, true), Signs: theme.ASCII, Now: s.now,
		Clock: func() time.Time { s.now = s.now.Add(time.Second); return s.now },
	}
}

// says gives the answers, one a line, and returns everything that was written.
func (s *sitting) says(answers ...string) string {
	s.t.Helper()
	return s.with(func() (Keeper, string, error) { return s.keep, "", nil }, answers...)
}

func (s *sitting) with(open func() (Keeper, string, error), answers ...string) string {
	s.t.Helper()
	var out strings.Builder
	in := strings.NewReader(strings.Join(answers, "\n") + "\n")
	if err := Run(Options{Env: s.env(), In: in, Out: &out, Open: open}); err != nil {
		s.t.Fatalf("%v\n%s", err, out.String())
	}
	return out.String()
}

// whole are the answers of a whole walkthrough with its decision.
var whole = []string{
	"",                                    // no danger
	"REF-7", "aloysius", "9", "yesterday", // who, where, when
	"form tutor", "DSL",
	"t", "They call me Smalls.", "", "", "Monday", // told, the child's words
	"d", "n", // don't know, not seen
	"e", "He was limping.", "Left shin.", "", "1", "", // evidence of two lines
	"s", "", // the same item: seen; the next one: left
	"f", "", // closing page, finish
	"Ring CSCT", "", "A knife was named", "", "", "", "Mother told", "", "", // decision
	"y", "1", "That he is at risk", "", "CSCT", "by phone", "His safety", "", "today", "n", // sharing
	"y", "Ring again", "", "DSL", "friday", "n", // action
	"y", "8 December", "", // review
	"n",
}

func TestTheWholeWalkLeavesItsRecord(t *testing.T) {
	s := sit(t)
	text := s.says(whole...)
	if testing.Verbose() {
		t.Log(text)
	}
	if len(s.keep.walks) != 1 {
		t.Fatalf("%d walkthroughs are kept\n%s", len(s.keep.walks), text)
	}
	w := s.keep.walks[0]
	for _, wanted := range []string{
		"That is Monday 23 November 2026.", "yesterday (Monday 23 November 2026)",
		"That is Friday 27 November 2026.",
	} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said:\n%s", wanted, text)
		}
	}
	if !w.Final() || w.Ref != "REF-7" || w.Setting != "St Aloysius RC College" || w.SettingID == "" ||
		w.YearGroup != "9" || w.EventTime != "yesterday" || w.RaisedBy != "form tutor" || w.By != "DSL" {
		t.Errorf("the walkthrough is %+v", w)
	}
	if len(w.Entries) != 4 {
		t.Fatalf("recorded %+v", w.Entries)
	}
	want := []struct {
		answer   model.Answer
		evidence string
		kind     model.EvidenceKind
		when     string
	}{
		{model.Told, "They call me Smalls.", model.ChildsWords, "Monday"},
		{model.DontKnow, "", "", ""},
		{model.NotSeen, "", "", ""},
		{model.Seen, "He was limping.\nLeft shin.", model.Observed, ""},
	}
	for i, x := range want {
		e := w.Entries[i]
		if e.Answer != x.answer || e.Evidence != x.evidence || e.Kind != x.kind || e.When != x.when {
			t.Errorf("entry %d is %+v, want %+v", i, e, x)
		}
	}
	kinds := map[model.EntryKind]model.ConcernEntry{}
	for _, e := range s.keep.entries {
		if !e.Kept || e.Concern != w.ConcernID() || e.Ref != "REF-7" || e.By != "DSL" {
			t.Errorf("an entry is %+v", e)
		}
		kinds[e.Kind] = e
	}
	if d := kinds[model.KindDecision]; d.Text != "Ring CSCT" || d.Reasons != "A knife was named" ||
		d.Family != "Mother told" {
		t.Errorf("the decision is %+v", d)
	}
	if a := kinds[model.KindAction]; a.Due != "2026-11-27" || a.Owner != "DSL" {
		t.Errorf("the action is %+v", a)
	}
	if r := kinds[model.KindReviewDate]; r.Due != "2026-12-08" {
		t.Errorf("the review is %+v", r)
	}
	if sh := kinds[model.KindSharing]; sh.Choice != model.Shared || sh.Whom != "CSCT" {
		t.Errorf("the sharing is %+v", sh)
	}
	for _, wanted := range []string{"Everything is saved.", "999", "Protocol", "Not known: who might know?"} {
		if !strings.Contains(text, wanted) {
			t.Errorf("%q is not said", wanted)
		}
	}
}
