package model

import (
	"testing"
	"testing/quick"
	"time"
)

func TestOneReferenceInItsSpellings(t *testing.T) {
	for name, spelt := range map[string]string{
		"case":                   "ref-123",
		"blanks around":          "  REF-123\t",
		"a space without width":  "REF-\u200b123",
		"a mark of the encoding": "\ufeffREF-123",
		"a soft hyphen":          "REF\u00ad-123",
		"a joiner":               "R\u200dEF-123",
		"no-break hyphen":        "REF\u2011123",
		"en dash":                "REF–123",
		"minus":                  "REF−123",
		"full width":             "ＲＥＦ－１２３",
		"a mark of direction":    "\u200eREF-123",
	} {
		if !SameReference(spelt, "REF-123") {
			t.Errorf("%s: the key is %q", name, ReferenceKey(spelt))
		}
	}
	for _, same := range [][2]string{{"A  B", "a\u00a0b"}, {"Zoe\u0308 1", "ZOË 1"}, {"STRASSE 1", "Straße 1"}} {
		if !SameReference(same[0], same[1]) {
			t.Errorf("%q and %q have two keys", same[0], same[1])
		}
	}
}

// alikeRefs are references of two children each, which differ in little.
var alikeRefs = [][2]string{
	{"JO'B", "JOB"},
	{"JÖB", "JOB"},
	{"2026/14", "2026-14"},
	{"St A", "Saint A"},
	{"A.B.", "AB"},
	{"J B", "JB"},
	{"Łaz 1", "Laz 1"},
}

func TestNearReferencesAreTwoAndAreOffered(t *testing.T) {
	for _, two := range alikeRefs {
		if SameReference(two[0], two[1]) || !NearReference(two[0], two[1]) {
			t.Errorf("%q and %q: same %v, near %v", two[0], two[1], SameReference(two[0], two[1]),
				NearReference(two[0], two[1]))
		}
	}
	for _, not := range [][2]string{
		{"REF-123", "ref-123"},
		{"REF-123", "REF-124"},
		{"", ""},
		{"-", "/"},
		{"\u200b", ""},
	} {
		if NearReference(not[0], not[1]) {
			t.Errorf("%q and %q are near", not[0], not[1])
		}
	}
}

func TestAKeyIsItsOwnKeyAndCleaningChangesNone(t *testing.T) {
	holds := func(ref string) bool {
		key := ReferenceKey(ref)
		return ReferenceKey(key) == key && ReferenceKey(CleanLine(ref)) == key && SameReference(ref, ref) == (key != "")
	}
	if err := quick.Check(holds, &quick.Config{MaxCount: 3000}); err != nil {
		t.Error(err)
	}
	for _, ref := range []string{"\u0345\u03b1", "´", "\u1e9e\u0323", "ﬃ", "İ", "e\u200b\u0301", "Ⅷ — ½", "\u3164a"} {
		if !holds(ref) {
			t.Errorf("%q has the key %q, which has %q", ref, ReferenceKey(ref), ReferenceKey(ReferenceKey(ref)))
		}
	}
}

func TestTheVeryReferenceComesBeforeANearOne(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 9, 0, 0, 0, time.UTC) }
	concerns := []Concern{
		{ID: "1", Ref: "JOB", Changed: day(9)},
		{ID: "2", Ref: "JO'B", Changed: day(3)},
		{ID: "3", Ref: "jo'b", Changed: day(4)},
		{ID: "4", Ref: "JÖB", Changed: day(1)},
	}
	for _, asked := range []struct {
		ref, but, id string
		near         bool
	}{
		{"JO'B", "", "3", false},
		{"JO'B", "3", "2", false},
		{"J.OB", "", "1", true},
		{"J.OB", "1", "3", true},
		{"JOB", "1", "3", true},
	} {
		c, near := Alike(concerns, asked.ref, asked.but)
		if c == nil || c.ID != asked.id || near != asked.near {
			t.Errorf("for %q: %+v, near %v", asked.ref, c, near)
		}
	}
	if c, _ := Alike(concerns, "REF-9", ""); c != nil {
		t.Errorf("for another: %+v", c)
	}
}
