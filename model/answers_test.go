package model

import (
	"strings"
	"testing"
)

func walkthroughList() List {
	return List{ID: "signs", Domains: []Domain{
		{ID: "signs/gang", Items: []Item{
			{ID: "signs/gang/a", Text: "New nickname"},
			{ID: "signs/gang/b", Text: "Tags"},
		}},
		{ID: "signs/cse", Items: []Item{{ID: "signs/cse/c", Text: "Running away"}}},
	}}
}

func TestTheSpaceBarGoesThroughTheFiveAnswers(t *testing.T) {
	answer, words, keys := NotConsidered, []string{}, ""
	for range 5 {
		answer = answer.Next()
		words = append(words, answer.String())
		keys += answer.Key()
		if !answer.Valid() || answer.Meaning() == "" {
			t.Errorf("%q isn't one of the five", answer)
		}
	}
	if got := strings.Join(words, ", "); got != "seen, told, not seen, don't know, not considered" || keys != "stnd" {
		t.Errorf("got %s; keys %s", got, keys)
	}
	if Answer("likely").Valid() {
		t.Error("a sixth answer")
	}
}

func TestAWalkthroughRecordsAnswersAndEvidence(t *testing.T) {
	var w Walkthrough
	list := walkthroughList()
	places := list.Places()
	w.SetAnswer(places[0], Seen, at(23, 9, 0))
	w.SetAnswer(places[1], DontKnow, at(23, 9, 1))
	w.SetEvidence(places[2], ChildsWords, "“I stayed at hers”", at(23, 9, 2))
	w.SetAnswer(places[0], Answer("likely"), at(23, 9, 3))

	if n, of := w.Considered(list); n != 2 || of != 3 {
		t.Errorf("%d of %d considered", n, of)
	}
	if n, of := w.ConsideredIn(list.Domains[1]); n != 0 || of != 1 {
		t.Errorf("evidence without an answer counts as considered: %d of %d", n, of)
	}
	first, ok := w.Entry("signs/gang/a")
	if !ok || first.Answer != Seen || first.Text != "New nickname" || first.List != "signs" ||
		first.Domain != "signs/gang" || !first.Recorded.Equal(at(23, 9, 0)) {
		t.Errorf("got %+v", first)
	}
	if ask := filter(w.Entries, func(e Entry) bool { return e.Answer == DontKnow }); len(ask) != 1 || ask[0].Text != "Tags" {
		t.Errorf("questions to ask next: %+v", ask)
	}
	if e, _ := w.Entry("signs/cse/c"); e.Kind != ChildsWords || e.Evidence != "“I stayed at hers”" {
		t.Errorf("got %+v", e)
	}
	if !w.Changed.Equal(at(23, 9, 2)) {
		t.Errorf("changed %v", w.Changed)
	}
}

func TestAnAnswerKeepsTheWordsItWasGivenTo(t *testing.T) {
	var w Walkthrough
	place := walkthroughList().Places()[0]
	w.SetAnswer(place, Told, at(23, 9, 0))
	place.Item.Text = "New nickname or street name"
	w.SetAnswer(place, Seen, at(24, 9, 0))
	if e, _ := w.Entry(place.Item.ID); e.Text != "New nickname" || e.Answer != Seen {
		t.Errorf("got %+v", e)
	}
}

func TestACopyMadeBeforeAChangeStaysForUndo(t *testing.T) {
	var w Walkthrough
	place := walkthroughList().Places()[0]
	w.SetAnswer(place, Seen, at(23, 9, 0))
	before := w
	w.SetAnswer(place, NotSeen, at(23, 9, 1))
	if e, _ := before.Entry(place.Item.ID); e.Answer != Seen {
		t.Errorf("the copy changed to %q", e.Answer)
	}
	w = before
	w.SetAnswer(place, NotConsidered, at(23, 9, 2))
	if len(w.Entries) != 0 || len(before.Entries) != 1 {
		t.Errorf("an entry that says nothing stays: %+v", w.Entries)
	}
	w.SetEvidence(place, Opinion, "quiet", at(23, 9, 3))
	w.SetEvidence(place, Opinion, "", at(23, 9, 4))
	if len(w.Entries) != 0 {
		t.Errorf("emptied evidence stays: %+v", w.Entries)
	}
}

func TestAReferenceThatSaysTooMuchIsRemarkedOn(t *testing.T) {
	for _, ref := range []string{
		"REF-123", "JS", "J.S.", "J S", "2024-0117", "Y9/45", "S-2024-11", "", "MIS 00123456",
		"12345678", "case 7",
	} {
		if got := ReferenceWarning(ref); got != "" {
			t.Errorf("%q: %s", ref, got)
		}
	}
	for _, ref := range []string{"Jane Smith", "jane smith", "SMITH, Jane", "J Smith", "Ann-Marie O'Neill"} {
		if got := ReferenceWarning(ref); !strings.Contains(got, "full name") {
			t.Errorf("%q: %q", ref, got)
		}
	}
	for _, ref := range []string{"JS 3/11/2012", "03-11-12", "2012-11-03", "03112012", "JS 3 Nov 2012", "(3.11.2012)"} {
		if got := ReferenceWarning(ref); !strings.Contains(got, "date of birth") {
			t.Errorf("%q: %q", ref, got)
		}
	}
}

func TestWhatIsOnlyReadIsNeverAnswered(t *testing.T) {
	list := List{ID: "girls", Domains: []Domain{
		{ID: "girls/roles", Items: []Item{{ID: "girls/roles/a"}}},
		{ID: "girls/risk", Items: []Item{{ID: "girls/risk/b", ReadOnly: true}}},
	}}
	var w Walkthrough
	for _, place := range list.Places() {
		w.SetAnswer(place, Seen, at(23, 9, 0))
		w.SetEvidence(place, Observed, "x", at(23, 9, 0))
	}
	if len(w.Entries) != 1 || w.Entries[0].Item != "girls/roles/a" {
		t.Errorf("recorded %+v", w.Entries)
	}
	if n, of := w.Considered(list); n != 1 || of != 1 {
		t.Errorf("%d of %d considered", n, of)
	}
	if got := w.Progress(list.Domains[1]); got != "to read only" {
		t.Errorf("progress is %q", got)
	}
	// One that an older record has can still be taken back.
	w.Entries = append(w.Entries, Entry{Item: "girls/risk/b", Answer: Seen})
	w.SetAnswer(list.Places()[1], NotConsidered, at(23, 9, 1))
	if len(w.Entries) != 1 {
		t.Errorf("left %+v", w.Entries)
	}
}
