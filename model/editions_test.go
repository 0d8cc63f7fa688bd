package model

import (
	"slices"
	"testing"
	"time"
)

// thisYear and nextYear are one list in two editions: one item stays, one has
// other words, one got another id, one is new and one is gone.
func thisYear() []List {
	return []List{{ID: "signs", Domains: []Domain{{ID: "signs/school", Items: []Item{
		{ID: "signs/school/late", Text: "Comes late"},
		{ID: "signs/school/money", Text: "Has money"},
		{ID: "signs/school/tired", Text: "Is tired"},
		{ID: "signs/school/pager", Text: "Has a pager"},
	}}}}}
}

func nextYear() []List {
	return []List{{ID: "signs", Domains: []Domain{{ID: "signs/school", Items: []Item{
		{ID: "signs/school/late", Text: "Comes late"},
		{ID: "signs/school/money", Text: "Has money or things that nobody can explain"},
		{ID: "signs/school/asleep", Text: "Is tired."},
		{ID: "signs/school/phone", Text: "Has a second phone"},
	}}}}}
}

func walkedBy(edition string, lists []List, answers map[string]Answer) *Walkthrough {
	w := &Walkthrough{Edition: edition, Started: time.Date(2027, 3, 3, 9, 0, 0, 0, time.UTC)}
	for _, l := range lists {
		for _, p := range l.Places() {
			if a, given := answers[p.Item.ID]; given {
				w.SetAnswer(p, a, w.Started)
			}
		}
	}
	return w
}

func TestARecordIsMappedToTheLoadedEditionByItsIDs(t *testing.T) {
	w := walkedBy("2026–27", thisYear(), map[string]Answer{
		"signs/school/late": Seen, "signs/school/money": Told, "signs/school/tired": NotSeen,
		"signs/school/pager": DontKnow,
	})
	now := counterparts(w, nextYear())
	if want := []string{"signs/school/late", "signs/school/money", "signs/school/asleep", ""}; !slices.Equal(now, want) {
		t.Errorf("the items are %q now, want %q", now, want)
	}
	if w.Entries[1].Text != "Has money" {
		t.Error("what was recorded was rewritten")
	}
}

func TestAReviewAcrossEditionsSaysWhatHasNoCounterpart(t *testing.T) {
	a := walkedBy("2026–27", thisYear(), map[string]Answer{
		"signs/school/money": Told, "signs/school/tired": DontKnow, "signs/school/pager": Seen,
	})
	b := walkedBy("2027–28", nextYear(), map[string]Answer{
		"signs/school/money": Seen, "signs/school/asleep": Seen, "signs/school/phone": Told,
	})
	b.Started = a.Started.AddDate(1, 0, 0)
	changes := SideBySide(a, b, nextYear())
	if len(changes) != 4 {
		t.Fatalf("%d changes: %+v", len(changes), changes)
	}
	for i, want := range []struct {
		item, was, words string
		gone             bool
	}{
		{"signs/school/money", "Has money", "told on 3 March, seen on 3 March", false},
		{"signs/school/asleep", "", "don't know on 3 March, seen on 3 March", false},
		{"signs/school/phone", "", "not recorded on 3 March, told on 3 March", false},
		{"signs/school/pager", "", "seen on 3 March, not recorded on 3 March", true},
	} {
		got := changes[i]
		if got.Item != want.item || got.Was != want.was || got.Gone != want.gone ||
			got.Words(a.Started, b.Started) != want.words {
			t.Errorf("got %+v, in words %q; want %+v", got, got.Words(a.Started, b.Started), want)
		}
	}
}

// Two items with the same words in one walkthrough are never run together.
func TestNoTwoEntriesAreMappedToOneItem(t *testing.T) {
	lists := nextYear()
	w := walkedBy("2026–27", thisYear(), map[string]Answer{"signs/school/tired": DontKnow})
	w.SetAnswer(Place{List: "signs", Domain: "signs/school", Item: lists[0].Domains[0].Items[2]}, Seen, w.Started)
	if got := counterparts(w, lists); !slices.Equal(got, []string{"", "signs/school/asleep"}) {
		t.Errorf("got %q", got)
	}
}
