package model

import (
	"strings"
	"testing"
	"time"
)

func TestAnAdditionIsOfTheKindThatWasStated(t *testing.T) {
	t.Parallel()
	stated := ConcernEntry{Kind: KindAddition, Text: "an aunt rang", Choice: string(ToldBy), By: "A. Reed"}
	if kind, ok := stated.EvidenceKind(); !ok || kind != ToldBy {
		t.Errorf("%q, %v", kind, ok)
	}
	for name, e := range map[string]ConcernEntry{
		"not stated": {Kind: KindAddition, Choice: kindNotStated}, "left empty": {Kind: KindAddition},
		"a decision": {Kind: KindDecision, Choice: string(ToldBy)},
	} {
		if kind, ok := e.EvidenceKind(); ok || kind != "" {
			t.Errorf("%s: %q, %v", name, kind, ok)
		}
	}
	labels := func(e ConcernEntry) string {
		var out []string
		for _, f := range e.Fields() {
			out = append(out, f.Label)
		}
		return strings.Join(out, "|")
	}
	if got := labels(stated); !strings.HasPrefix(got, ToldBy.Label()) || strings.Count(got, ToldBy.Label()) != 1 {
		t.Errorf("its text stands under %q", got)
	}
	stated.Choice = kindNotStated
	if got := labels(stated); !strings.HasPrefix(got, additionLabel) {
		t.Errorf("without a kind it stands under %q", got)
	}
}

func TestADayThatIsNotUnderstoodIsSaidAsItIsTyped(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	for _, q := range Questions(KindAction) {
		if q.Label != "Due" {
			if q.At == nil && q.Understood(&ConcernEntry{Kind: KindAction}) != "" {
				t.Errorf("%s: something is understood of no day", q.Label)
			}
			continue
		}
		for words, want := range map[string]string{
			"soonish": "No day is recognised yet", "friday": "27 November 2026",
			"": "",
		} {
			e := &ConcernEntry{Kind: KindAction, Due: words}
			e.ReadTimes(now)
			if got := q.Understood(e); !strings.Contains(got, want) || want == "" && got != "" {
				t.Errorf("%q: %q, want %q", words, got, want)
			}
		}
		return
	}
	t.Error("an action has no day by which it is due")
}
