package document

import (
	"reflect"
	"regexp"
	"testing"
	"time"
)

// sums are the words that a field which adds up, ranks or grades would have.
var sums = regexp.MustCompile(`(?i)score|total|percent|level|rank|trend|rating|severity|weight|count|threshold|risk`)

// TestNoExportHasAScore proves that the documents for programs have no number at
// all, but for times, and no field by such a name.
func TestNoExportHasAScore(t *testing.T) {
	for _, document := range []any{ConcernJSON{}, HeldJSON{}} {
		noScore(t, reflect.TypeOf(document), reflect.TypeOf(document).Name(), map[reflect.Type]bool{})
	}
}

func noScore(t *testing.T, of reflect.Type, path string, looked map[reflect.Type]bool) {
	t.Helper()
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		noScore(t, of.Elem(), path, looked)
		return
	case reflect.String, reflect.Bool:
		return
	case reflect.Struct:
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
		if sums.MatchString(f.Name) || sums.MatchString(f.Tag.Get("json")) {
			t.Errorf("%s.%s is called so (json %q)", path, f.Name, f.Tag.Get("json"))
		}
		noScore(t, f.Type, path+"."+f.Name, looked)
	}
}
