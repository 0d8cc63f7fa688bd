package checklist

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// nasty rings the bell and turns the reading order round, if it is let through.
const nasty = "na\x07st\u202ey\x1b]0;title\x07"

// spoil puts what acts on a terminal into every text of a record, but for those
// that hold records together.
func spoil(of reflect.Value) {
	switch of.Kind() {
	case reflect.Struct:
		if of.Type() == reflect.TypeOf(time.Time{}) {
			return
		}
		for i := range of.NumField() {
			switch of.Type().Field(i).Name {
			case "ID", "Concern", "About", "Item", "List", "Answer":
			default:
				spoil(of.Field(i))
			}
		}
	case reflect.Slice:
		for i := range of.Len() {
			spoil(of.Index(i))
		}
	case reflect.String:
		of.SetString(of.String() + nasty)
	}
}

// TestNothingInARecordReachesTheTerminal opens notes whose every text was made to
// harm, as a file from elsewhere may be, on every screen of the tab.
func TestNothingInARecordReachesTheTerminal(t *testing.T) {
	b := &book{}
	p := finished(t, b, 120, 54)
	p.presses("n", "enter", "ctrl+s", "t", "e")
	p.types("by the gate")
	p.presses("esc", "f", "F", "y", "esc")
	p.presses("d")
	p.fills("one", "two", "three", "four", "five")
	p.presses("ctrl+s", "t")
	p.fills("ring", "DSL", "friday")
	p.presses("ctrl+s", "f")
	p.fills("system", "ref")
	p.presses("ctrl+s", "m")
	p.fills("school")
	p.presses("tab", "tab")
	p.fills("monday")
	p.presses("ctrl+s", "s", "tab")
	p.fills("draft")
	p.presses("esc")
	for i := range b.saves {
		spoil(reflect.ValueOf(&b.saves[i]).Elem())
	}
	for i := range b.entries {
		kind := b.entries[i].Kind
		spoil(reflect.ValueOf(&b.entries[i]).Elem())
		b.entries[i].Kind = kind
	}
	b.entries = append(b.entries, model.ConcernEntry{
		ID: "odd", Concern: b.saves[0].ID, Ref: nasty,
		Kind: model.EntryKind("odd" + nasty), Kept: true,
	})

	p = sit(t, b, 120, 54)
	clean := func(where string) {
		t.Helper()
		drawn := strings.Join(p.v.View(), "\n")
		if strings.ContainsAny(drawn, "\x07\u202e") || strings.Contains(drawn, "]0;") {
			t.Errorf("%s lets it through:\n%q", where, drawn)
		}
	}
	clean("the list")
	p.v.Filter()
	p.types("gate")
	clean("the search")
	p.presses("esc", "down", "enter")
	for range 12 {
		clean("the concern's page")
		p.presses("up")
	}
	p.presses("down", "enter")
	for range 4 {
		clean("the closing page")
		p.presses("pgdown")
	}
	p.presses("esc", "v", "a")
	clean("the review")
	p.presses("esc", "g", "c")
	clean("the choice")
	p.presses("down", "enter")
	clean("the correction")
	p.presses("esc", "x")
	clean("the action's end")
}
