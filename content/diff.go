package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

// Change is one thing that two editions don't say alike, put in words for whoever keeps the protocol current.
type Change struct {
	Part string `json:"part"`   // where it belongs: one of the parts of an edition, such as "rota"
	What string `json:"change"` // "added", "removed", "changed" or "ended"
	// ID is the element's id in the second edition, or in the first where it is gone.
	ID    string `json:"id,omitempty"`
	Name  string `json:"name"`            // what people call it: a setting, a service, an item's list
	Field string `json:"field,omitempty"` // what of it changed: "officer", "days", "words"
	// Before and After are the words themselves; empty where there were none.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// In is which of the two editions File and Line are in: "first" or "second".
	In   string `json:"in"`
	File string `json:"file"`
	Line int    `json:"line"`
	Text string `json:"text"` // Text says the change in a sentence
}

// The kinds of change.
const (
	added   = "added"
	removed = "removed"
	changed = "changed"
	ended   = "ended"
)

var partsInOrder = []string{
	"edition", "rota", "contacts", "services", "lists", "plan", "goals", "text", "notes", "words", "training",
}

// Compare tells what is otherwise in the second edition, part by part and in reading order. Elements are told
// apart by their ids; one whose id is gone is paired with a new one that says nearly the same. The order of
// elements is not compared, nor how their words are set.
func Compare(first, second *Pack) []Change {
	before, after := first.elements(), second.elements()
	kind := func(t element) string { return t.part + " " + t.kind }
	pairs, taken := pairUp(before, after, func(t element) string { return kind(t) + " " + t.id },
		func(a, b element) bool { return kind(a) == kind(b) }, func(t element) string { return t.name })
	var changes []Change
	for i, b := range after {
		if pairs[i] >= 0 {
			changes = append(changes, before[pairs[i]].changes(b)...)
			continue
		}
		c := b.change(added, "New %s: %s%s", b.called(), b.quoted(), b.summary())
		c.After = b.name
		changes = append(changes, c)
	}
	for i, a := range before {
		if !taken[i] {
			c := a.change(removed, "No longer there: the %s %s%s", a.called(), a.quoted(), a.summary())
			c.Before = a.name
			changes = append(changes, c)
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int {
		return cmp.Compare(slices.Index(partsInOrder, a.Part), slices.Index(partsInOrder, b.Part))
	})
	return changes
}

// change starts a change of the element as it is in one of the editions: the first
// where it is removed, else the second.
func (t element) change(what, format string, args ...any) Change {
	in := "second"
	if what == removed {
		in = "first"
	}
	return Change{
		Part: t.part, What: what, ID: t.id, Name: t.name, In: in, File: t.file, Line: max(t.line, 1),
		Text: fmt.Sprintf(format, args...),
	}
}

func (c Change) of(field, before, after string) Change {
	c.Field, c.Before, c.After = field, before, after
	return c
}

func (t element) called() string {
	if t.within != "" {
		return t.kind + " of " + t.within
	}
	return t.kind
}

func (t element) quoted() string {
	if t.owned {
		return quote(t.name)
	}
	return t.name
}

func quote(text string) string { return "“" + text + "”" }

func (t element) summary() string {
	var parts []string
	for _, f := range t.fields {
		if f.single && len(f.texts) > 0 && len(parts) < 2 && !t.owned {
			parts = append(parts, f.texts[0].text)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

func (t element) changes(b element) []Change {
	var list []Change
	if t.name != b.name {
		field := "name"
		if t.owned {
			field = "words"
		}
		c := b.change(changed, "The %s %s is now %s", t.called(), t.quoted(), b.quoted())
		list = append(list, c.of(field, t.name, b.name))
	}
	if t.id != b.id {
		c := b.change(changed, "%s had the id %s and has %s", b.quoted(), t.id, b.id)
		if !t.fixed {
			c.Text += fmt.Sprintf(": {#%s} behind it keeps it the same to older records",
				t.id[strings.LastIndexByte(t.id, '/')+1:])
		}
		list = append(list, c.of("id", t.id, b.id))
	}
	reachable := len(b.field(contactField).texts) > 0
	seen := idSet{}
	for _, f := range slices.Concat(t.fields, b.fields) {
		if !seen.take(f.name) {
			continue
		}
		was, is := t.field(f.name), b.field(f.name)
		single, way := was.single || is.single, f.name == contactField
		for _, p := range pairTexts(was.texts, is.texts, single || way) {
			switch {
			case single:
				list = append(list, b.wordChange(f.name, p.before.text, p.after.text))
			case way || !reachable || !p.otherWay():
				list = append(list, b.textChange(f.name, p))
			}
		}
	}
	return list
}

var plurals = []string{"days", "ages", "hours", "topics", "years", "initials"}

func (t element) wordChange(name, before, after string) Change {
	verbs := [2]string{"was", "is"}
	if slices.Contains(plurals, name) {
		verbs = [2]string{"were", "are"}
	}
	said := fmt.Sprintf("the %s %s %s and now %s %s", name, verbs[0], quote(before), verbs[1], quote(after))
	switch {
	case name == ended && after != "":
		return t.change(ended, "%s ended on %s", t.quoted(), after).of(name, before, after)
	case before == "":
		said = fmt.Sprintf("the %s, not given before: %s", name, quote(after))
	case after == "":
		said = fmt.Sprintf("the %s, no longer given: %s", name, quote(before))
	}
	return t.change(changed, "%s: %s", t.quoted(), said).of(name, before, after)
}

func (t element) textChange(name string, p textPair) Change {
	was, is := quote(p.before.text), quote(p.after.text)
	c := t.change(changed, "%s: the %s %s is now %s", t.quoted(), name, was, is)
	line := p.after.line
	switch {
	case p.before.text == "":
		c = t.change(added, "%s: new %s %s", t.quoted(), name, is)
	case p.after.text == "":
		c, line = t.change(removed, "%s: no longer there: the %s %s", t.quoted(), name, was), p.before.line
	}
	c.Line = cmp.Or(line, c.Line)
	return c.of(name, p.before.text, p.after.text)
}

// pairUp finds for each of the second list the same one in the first, by its key, and then by its words the
// likeliest of those that may be the same and are left over; -1 is none.
func pairUp[T any](before, after []T, key func(T) string, may func(a, b T) bool, words func(T) string) (pairs []int,
	taken map[int]bool,
) {
	pairs, taken = make([]int, len(after)), map[int]bool{}
	at := map[string][]int{}
	for i, b := range before {
		at[key(b)] = append(at[key(b)], i)
	}
	for j, a := range after {
		pairs[j] = -1
		if same := at[key(a)]; len(same) > 0 {
			pairs[j], taken[same[0]], at[key(a)] = same[0], true, same[1:]
		}
	}
	for j, a := range after {
		if pairs[j] >= 0 {
			continue
		}
		most := 0.0
		for i, b := range before {
			if taken[i] || !may(b, a) {
				continue
			}
			if like := similarity(words(b), words(a)); like >= similarEnough && like > most {
				pairs[j], most = i, like
			}
		}
		taken[pairs[j]] = true
	}
	return pairs, taken
}

// similarEnough is the share of words that two texts need to have in common for
// one to be taken for the other in new words.
const similarEnough = 0.5

func similarity(a, b string) float64 {
	one, other := strings.Fields(model.Fold(a)), strings.Fields(model.Fold(b))
	if len(one)+len(other) == 0 {
		return 0
	}
	common := len(other) - len(without(other, one))
	return 2 * float64(common) / float64(len(one)+len(other))
}

type textPair struct{ before, after entry }

// otherWay reports whether nothing but a number, an address or a link is otherwise in a text. The ways to reach
// somebody are compared by themselves, and telling it twice would bury the rest.
func (p textPair) otherWay() bool {
	was, before := withoutContacts(p.before.text)
	is, after := withoutContacts(p.after.text)
	return before != "" && after != "" && was == is && before != after
}

func withoutContacts(text string) (rest, contacts string) {
	rest = text
	for _, c := range contactsIn(text) {
		if c.Kind != model.Address {
			rest = strings.Replace(rest, c.Printed, "", 1)
			contacts += c.Value + " "
		}
	}
	return rest, contacts
}

// pairTexts leaves out what both have and pairs the rest by their words. The last of each are taken for each
// other where single says so: a number has no words to go by.
func pairTexts(before, after []entry, single bool) []textPair {
	text := func(e entry) string { return e.text }
	at, taken := pairUp(before, after, text, func(entry, entry) bool { return true }, text)
	var pairs []textPair
	var unpaired []int
	for j, a := range after {
		pair := textPair{after: a}
		if at[j] >= 0 {
			pair.before = before[at[j]]
		} else {
			unpaired = append(unpaired, len(pairs))
		}
		if pair.before.text != a.text {
			pairs = append(pairs, pair)
		}
	}
	var gone []textPair
	for i, b := range before {
		if !taken[i] {
			gone = append(gone, textPair{before: b})
		}
	}
	if single && len(gone) == 1 && len(unpaired) == 1 {
		pairs[unpaired[0]].before = gone[0].before
		return pairs
	}
	return append(pairs, gone...)
}

func without(a, b []string) []string {
	has := map[string]int{}
	for _, text := range b {
		has[text]++
	}
	return slices.DeleteFunc(slices.Clone(a), func(text string) bool {
		has[text]--
		return has[text] >= 0
	})
}
