package model

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
	"time"
)

// sums are the words that a field which adds up, ranks or grades would have.
var sums = regexp.MustCompile(`(?i)score|total|percent|level|band|rank|trend|rating|severity|weight|sum\b|count|colou?r|threshold|risk`)

// TestNoRecordHasAScore proves that nothing private can hold a number of what is
// present: the records, and what is derived from them, have no number at all and
// no field by such a name.
func TestNoRecordHasAScore(t *testing.T) {
	for _, kind := range []any{
		Walkthrough{},
		ConcernEntry{},
		FactorNote{},
		Concern{},
		Action{},
		TransferClock{},
		Moment{},
		Change{},
		Labelled{},
	} {
		looked := map[reflect.Type]bool{}
		noScore(t, reflect.TypeOf(kind), reflect.TypeOf(kind).Name(), looked)
		if len(looked) == 0 {
			t.Errorf("nothing was looked at in %T", kind)
		}
	}
}

func noScore(t *testing.T, of reflect.Type, path string, looked map[reflect.Type]bool) {
	t.Helper()
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		noScore(t, of.Elem(), path, looked)
		return
	case reflect.Struct:
	case reflect.String, reflect.Bool:
		return
	default:
		t.Errorf("%s is a number (%s)", path, of)
		return
	}
	if of == reflect.TypeOf(time.Time{}) || looked[of] {
		return
	}
	looked[of] = true
	for i := range of.NumField() {
		f := of.Field(i)
		name := path + "." + f.Name
		if sums.MatchString(f.Name) || sums.MatchString(f.Tag.Get("json")) {
			t.Errorf("%s is called so (json %q)", name, f.Tag.Get("json"))
		}
		noScore(t, f.Type, name, looked)
	}
}

// TestMoreSignsDoNotMoveAConcernUp proves that the order of the list hangs on what
// is due and when it changed, never on what was seen.
func TestMoreSignsDoNotMoveAConcernUp(t *testing.T) {
	now := on("2026-11-24", "12:00")
	few, many := walked("few", "", on("2026-11-23", "10:00")), walked("many", "", on("2026-11-22", "10:00"))
	for i := range 40 {
		many.SetAnswer(Place{Item: Item{ID: string(rune('a' + i))}}, Seen, many.Started)
	}
	many.Changed = many.Started
	var got []string
	for _, c := range Concerns([]Walkthrough{many, few}, nil, now) {
		got = append(got, c.ID)
	}
	if !slices.Equal(got, []string{"few", "many"}) {
		t.Errorf("in the order %v", got)
	}
}
