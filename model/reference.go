package model

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// ReferenceWarning is a gentle remark on a reference that looks like a child's full name or holds a date of
// birth, or "" when it looks like neither. It is never a reason to refuse: the person may know better.
func ReferenceWarning(ref string) string {
	ref = CleanLine(ref)
	switch {
	case holdsDate(ref):
		return "This looks like a date of birth. The school's own record reference, or initials, is enough here."
	case looksLikeFullName(ref):
		return "This looks like a full name. The school's own record reference, or initials, is enough here."
	}
	return ""
}

// ReferenceWords is a reference as it is shown, or that there is none yet.
func ReferenceWords(ref string) string { return cmp.Or(CleanLine(ref), "no reference yet") }

func holdsDate(ref string) bool {
	words := strings.Fields(ref)
	for i, word := range words {
		word = strings.Trim(word, "(),;")
		if len(word) == 8 && allDigits(word) && (plausible(word[4:], word[2:4], word[:2]) ||
			plausible(word[:4], word[4:6], word[6:])) {
			return true
		}
		parts := strings.FieldsFunc(word, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
		if len(parts) == 3 && allDigits(parts...) &&
			(plausible(parts[2], parts[1], parts[0]) || plausible(parts[0], parts[1], parts[2])) {
			return true
		}
		if i+2 < len(words) {
			day, year := strings.TrimRight(word, "stndrh"), strings.Trim(words[i+2], "(),;")
			if allDigits(day, year) && monthNamed(strings.ToLower(words[i+1])) != 0 {
				return true
			}
		}
	}
	return false
}

func plausible(year, month, day string) bool {
	if len(year) != 4 && len(year) != 2 || len(month) > 2 || len(day) > 2 {
		return false
	}
	y, _ := strconv.Atoi(year) // digits, as all three are
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	return m >= 1 && m <= 12 && d >= 1 && d <= 31 && (len(year) == 2 || y >= 1900 && y <= 2100)
}

// looksLikeFullName looks for two words or more, all of letters, the last of which is written like a surname.
func looksLikeFullName(ref string) bool {
	words := strings.Fields(strings.ReplaceAll(ref, ",", " "))
	if len(words) < 2 {
		return false
	}
	long, capital := 0, 0
	for _, word := range words {
		letters := []rune(word)
		if slices.ContainsFunc(letters, func(r rune) bool {
			return !unicode.IsLetter(r) && !isApostrophe(r) && r != '-' && r != '.'
		}) {
			return false
		}
		if len(letters) > 2 {
			long++
			if unicode.IsUpper(letters[0]) && unicode.IsLower(letters[len(letters)-1]) {
				capital++
			}
		}
	}
	return long >= 2 || capital >= 1
}

// Initials tells that a reference is letters that many children may share: "AB",
// "A.B.", "JO'B". Two records under them need not be about the same child.
func Initials(ref string) bool {
	letters := 0
	for _, r := range ReferenceKey(ref) {
		switch {
		case unicode.IsLetter(r):
			letters++
		case r != '.' && r != ' ' && r != '-' && !isApostrophe(r) && !unicode.Is(unicode.Mn, r):
			return false
		}
	}
	return letters > 0 && letters <= 4
}

// ReferenceKey is what two spellings of one reference have in common: everything that is kept under a reference
// is kept under its key. Case, width and how a letter is composed don't matter, invisible signs are left out,
// all hyphens and dashes are one, and blanks are trimmed and single. Nothing else is dropped: "JO'B" and "JOB",
// "2026/14" and "2026-14", "St A" and "Saint A" are different references. The key of a key is itself, and a
// reference of nothing that can be seen has none.
func ReferenceKey(ref string) string {
	ref = Clean(ref)
	if strings.IndexFunc(ref, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return blanksSingle(strings.ToLower(ref))
	}
	key := ref
	// Folding can leave what composes anew, and composing what folds: two rounds
	// settle every text but for rare ones.
	for range 4 {
		next := cases.Fold().String(norm.NFKC.String(strings.Map(keySign, key)))
		if next == key {
			break
		}
		key = next
	}
	return blanksSingle(strings.Map(keySign, key))
}

func blanksSingle(s string) string { return strings.Join(strings.Fields(s), " ") }

// keySign is a sign as a key has it: a hyphen for every dash, and none, -1, for what can't be seen.
func keySign(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return r
	case invisible(r):
		return -1
	case unicode.Is(unicode.Pd, r), r == '\u2043', r == '\u2212', r == '\u02d7':
		return '-'
	}
	return r
}

// invisible reports whether a sign beyond ASCII shows nothing by itself, such as a
// soft hyphen, a space without width or a joiner.
func invisible(r rune) bool {
	if unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// Referenced reports whether there is anything in a reference that can be seen.
func Referenced(ref string) bool { return ReferenceKey(ref) != "" }

// SameReference reports whether two spellings are of one reference. An empty one is the same as none.
func SameReference(a, b string) bool {
	key := ReferenceKey(a)
	return key != "" && key == ReferenceKey(b)
}

// NearReference reports whether two references are not the same, and yet so alike
// that one may have been meant by the other: they differ in signs, blanks or accents,
// or in saint and st. Only a person can say whether they are of one child.
func NearReference(a, b string) bool {
	a, b = ReferenceKey(a), ReferenceKey(b)
	near := nearKey(a)
	return a != b && near != "" && near == nearKey(b)
}

// Alike is the concern, but for one, that changed last of those under a reference; where there is none, of
// those under a near one. Near tells which it is, and the concern is nil where there is neither.
func Alike(concerns []Concern, ref, but string) (found *Concern, near bool) {
	key := ReferenceKey(ref)
	if key == "" {
		return nil, false
	}
	almost := nearKey(key)
	for i := range concerns {
		c := &concerns[i]
		other := ReferenceKey(c.Ref)
		same := other == key
		if c.ID == but || !same && (almost == "" || nearKey(other) != almost) {
			continue
		}
		switch {
		case found == nil, near && same:
			found, near = c, !same
		case near == !same && c.Changed.After(found.Changed):
			found = c
		}
	}
	return found, near
}

func nearKey(key string) string { return strings.ReplaceAll(Fold(norm.NFKD.String(key)), " ", "") }

// Spellings are references by their keys, each as it was spelt when it was first
// recorded, which is how it is shown everywhere.
type Spellings map[string]spelling

type spelling struct {
	text string
	at   time.Time
}

// Saw takes in that a reference was recorded in this spelling at a time.
func (s Spellings) Saw(ref string, at time.Time) {
	key := ReferenceKey(ref)
	if key == "" {
		return
	}
	text := CleanLine(ref)
	first, ok := s[key]
	if !ok || at.Before(first.at) || at.Equal(first.at) && text < first.text {
		s[key] = spelling{text, at}
	}
}

// SawLater takes a spelling in that counts only where the reference has none yet.
func (s Spellings) SawLater(other Spellings) {
	for key, spelt := range other {
		if _, ok := s[key]; !ok {
			s[key] = spelt
		}
	}
}

// All are the references as they are shown, in the order of their keys.
func (s Spellings) All() []string {
	out := make([]string, 0, len(s))
	for _, key := range slices.Sorted(maps.Keys(s)) {
		out = append(out, s[key].text)
	}
	return out
}

// Of is the reference as it is shown. One that was never recorded is shown as given.
func (s Spellings) Of(ref string) string {
	key := ReferenceKey(ref)
	if first, ok := s[key]; ok {
		return first.text
	}
	if key == "" {
		return ""
	}
	return CleanLine(ref)
}

// Renamed is which concerns were given another reference, for the private notes that
// were written under the one before: they are about the same child still.
type Renamed struct {
	// now are the keys of the references that concerns have, and before what became of one that a concern had.
	now    map[string]bool
	before map[string][]renaming
}

type renaming struct {
	at time.Time
	to string
}

// RenamedOf finds them.
func RenamedOf(concerns []Concern) Renamed {
	r := Renamed{now: map[string]bool{}, before: map[string][]renaming{}}
	for i := range concerns {
		c := &concerns[i]
		r.now[ReferenceKey(c.Ref)] = true
		var last time.Time
		for _, e := range c.Entries {
			if e.Kind == KindReference && e.Kept && e.Recorded.After(last) {
				last = e.Recorded
			}
		}
		if last.IsZero() {
			continue
		}
		former := map[string]bool{ReferenceKey(c.Ref): true, "": true}
		had := func(ref string, at time.Time) {
			if key := ReferenceKey(ref); !former[key] && at.Before(last) {
				former[key] = true
				r.before[key] = append(r.before[key], renaming{last, c.Ref})
			}
		}
		c.eachReference(had)
	}
	return r
}

// Ref is the reference that a note belongs under: that of the one concern which had the note's own when it was
// written, and has another since. Where a concern has the note's own still, or several had it, the note stays
// where it is: nobody but a person can say which child it is about.
func (r Renamed) Ref(n *FactorNote) string {
	key, to := ReferenceKey(n.Ref), ""
	if key == "" || r.now[key] {
		return n.Ref
	}
	for _, b := range r.before[key] {
		switch {
		case n.Created.After(b.at):
		case to == "" || SameReference(to, b.to):
			to = b.to
		default:
			return n.Ref
		}
	}
	return cmp.Or(to, n.Ref)
}
