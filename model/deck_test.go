package model

import "testing"

func TestEveryDeckIsFoundByItsName(t *testing.T) {
	for _, id := range DeckIDs() {
		if d, ok := FindDeck(" " + id + " "); !ok || d.ID != id || d.Title == "" || d.About == "" {
			t.Errorf("deck %q: found %v, %+v", id, ok, d)
		}
	}
	if d, ok := FindDeck("Risk"); !ok || d.List != "risk" {
		t.Errorf("case matters: %v %+v", ok, d)
	}
	if _, ok := FindDeck("risks"); ok {
		t.Error("a name that isn't one is found")
	}
}
