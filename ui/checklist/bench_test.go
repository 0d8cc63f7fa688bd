package checklist

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/internal/steps"
	"isspp/ui/walk"
)

// shelved is the tab over ten thousand notes, with its search open.
func shelved(b *testing.B) (*View, *home) {
	v := New(sit(b, nil, 120, 34).v.env)
	v.env.Notes = component.NotesOpen
	shelf := &book{}
	for i := range 10_000 {
		shelf.entries = append(shelf.entries, model.ConcernEntry{
			ID: fmt.Sprintf("e%d", i), Concern: fmt.Sprintf("c%d", i/3), Ref: fmt.Sprintf("REF-%d", i/3),
			Kind: model.KindAddition, Kept: true, Recorded: monday,
			Text: strings.Repeat("a word or two of what was said at the gate and by whom ", 10) +
				fmt.Sprint("number", i),
		})
	}
	v.Keep(shelf)
	v.SetSize(120, 34)
	v.Filter()
	h, ok := v.stage.(*home)
	if !ok {
		b.Fatal("the list is not shown")
	}
	return v, h
}

// BenchmarkSearchAsYouType is one key of a search over 10,000 notes, drawn.
func BenchmarkSearchAsYouType(b *testing.B) {
	v, h := shelved(b)
	h.find.Set("a")
	h.search()
	b.ReportAllocs()
	for b.Loop() {
		h.find.Set("gate whom number77")
		h.search()
		v.View()
	}
}

// BenchmarkFirstKeyOfASearch is the key that the index is made at.
func BenchmarkFirstKeyOfASearch(b *testing.B) {
	v, h := shelved(b)
	for b.Loop() {
		v.index = nil
		h.find.Set("gate")
		h.search()
		v.View()
	}
}

// BenchmarkListOfConcerns is gathering 10,000 notes into concerns and drawing
// the list of them.
func BenchmarkListOfConcerns(b *testing.B) {
	v, _ := shelved(b)
	for b.Loop() {
		v.goTo(newHome(v))
		v.View()
	}
}

// BenchmarkMoveInALongConcern is one key on the page of a concern of two hundred
// entries, drawn.
func BenchmarkMoveInALongConcern(b *testing.B) {
	v := New(sit(b, nil, 120, 34).v.env)
	v.env.Notes = component.NotesOpen
	shelf := &book{}
	for i := range 200 {
		shelf.entries = append(shelf.entries, model.ConcernEntry{
			ID: fmt.Sprintf("e%d", i), Concern: "c", Ref: "REF-1", Kind: model.KindAddition, Kept: true,
			Recorded: monday.Add(time.Duration(i) * time.Hour),
			Text:     strings.Repeat("a word or two of what was said at the gate and by whom ", 10),
		})
	}
	v.Keep(shelf)
	v.SetSize(120, 34)
	page := newConcernPage(v, "c")
	v.goTo(page)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		page.at = n % 200
		v.View()
	}
}

// BenchmarkTypeIntoADecision is one letter into long reasons, drawn.
func BenchmarkTypeIntoADecision(b *testing.B) {
	shelf := &book{}
	p := sit(b, shelf, 120, 34)
	c := model.Concern{ID: component.NewID(), Ref: "REF-1"}
	f := newEntry(p.v, walk.NewEntry(p.v.env, &c, model.KindDecision))
	p.v.goTo(f)
	f.Form.Paste(strings.Repeat("what was decided and by whom ", 60))
	f.Form.Focus(1)
	f.Form.Paste(strings.Repeat("a word or two of why, on what was known at the time\n", 60))
	x, back := steps.Key("x"), steps.Key("backspace")
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		k := x
		if n++; n%2 == 0 {
			k = back
		}
		p.v.Update(k)
		p.v.View()
		p.v.Cursor()
	}
}

// BenchmarkKeyInTheWalkthrough is what the tab itself does for one key in the lists at
// 120x40: down through a section and up again, and an answer at every tenth.
func BenchmarkKeyInTheWalkthrough(b *testing.B) {
	p := walking(b, &book{}, 120, 38)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		key := "down"
		switch n++; {
		case n%10 == 0:
			key = "s"
		case n/18%2 == 1:
			key = "up"
		}
		component.Route(p.v, p.v.Actions(), steps.Key(key))
		p.v.View()
		p.v.Cursor()
	}
}
