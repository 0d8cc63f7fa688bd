package content

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// element is what two editions are compared by: a setting, a service, an item, a
// section. It has an id, a name that people know it by, and fields.
type element struct {
	part string
	// kind keeps elements of one part apart that are never each other: a list's
	// domain and its items.
	kind string
	id   string
	name string
	// owned tells that the name is the element's own text, and not what is printed above it.
	owned bool
	// within is what the element is an entry of: an item's domain.
	within string
	// fixed tells that no other id can be written behind it.
	fixed  bool
	file   string
	line   int
	fields []field
}

// field is one property of an element: a word or a sentence, or several of them,
// of which the order doesn't matter.
type field struct {
	name string
	// single is a field of one text at most.
	single bool
	texts  []entry
}

// contactField is the field of the ways to reach somebody.
const contactField = "contact"

// entry is one of a field's many texts, and where it stands.
type entry struct {
	text string
	line int
}

// change starts a change of the element as it is in one of the editions.
func (t element) change(what, in, format string, args ...any) Change {
	return Change{
		Part: t.part, What: what, ID: t.id, Name: t.name, In: in, File: t.file, Line: max(t.line, 1),
		Text: fmt.Sprintf(format, args...),
	}
}

// added is the element where the first edition doesn't have it.
func (t element) added() Change {
	c := t.change(added, inSecond, "New %s: %s%s", t.sort(), t.quoted(), t.summary())
	c.After = t.name
	return c
}

// removed is the element where the second edition doesn't have it.
func (t element) removed() Change {
	c := t.change(removed, inFirst, "No longer there: the %s %s%s", t.sort(), t.quoted(), t.summary())
	c.Before = t.name
	return c
}

// sort is what the element is, in words.
func (t element) sort() string {
	if t.within != "" {
		return t.kind + " of " + t.within
	}
	return t.kind
}

// quoted is the element's name, in quotation marks where it is a text.
func (t element) quoted() string {
	if t.owned {
		return quote(t.name)
	}
	return t.name
}

// summary is the fields that say in a few words what an element is.
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

// changes are what is otherwise about the element in the second edition, b.
func (t element) changes(b element) []Change {
	var list []Change
	if t.name != b.name {
		c := b.change(changed, inSecond, "The %s %s is now %s", t.sort(), t.quoted(), b.quoted())
		c.Field, c.Before, c.After = "words", t.name, b.name
		if !t.owned {
			c.Field = "name"
		}
		list = append(list, c)
	}
	if t.id != b.id {
		c := b.change(changed, inSecond, "%s had the id %s and has %s", b.quoted(), t.id, b.id)
		if !t.fixed {
			c.Text += fmt.Sprintf(": {#%s} behind it keeps it the same to older records",
				t.id[strings.LastIndexByte(t.id, '/')+1:])
		}
		c.Field, c.Before, c.After = "id", t.id, b.id
		list = append(list, c)
	}
	for _, name := range fieldNames(t, b) {
		list = append(list, b.fieldChanges(t.field(name), b.field(name))...)
	}
	return list
}

// fieldNames are the names of the fields of either, in their order.
func fieldNames(a, b element) []string {
	var names []string
	for _, f := range append(slices.Clone(a.fields), b.fields...) {
		if !slices.Contains(names, f.name) {
			names = append(names, f.name)
		}
	}
	return names
}

func (t element) field(name string) field {
	for _, f := range t.fields {
		if f.name == name {
			return f
		}
	}
	return field{name: name}
}

// fieldChanges says how a field of the element changed.
func (t element) fieldChanges(a, b field) []Change {
	var list []Change
	single := a.single || b.single
	for _, p := range pairTexts(a.texts, b.texts, single || b.name == contactField) {
		switch {
		case single:
			list = append(list, t.wordChange(b.name, p.before.text, p.after.text))
		case b.name == contactField || !t.reachable() || !p.otherWay():
			list = append(list, t.textChange(b.name, p))
		}
	}
	return list
}

// reachable reports whether the element's ways to reach somebody are compared by themselves.
func (t element) reachable() bool { return len(t.field(contactField).texts) > 0 }

// several are the fields that are spoken of as more than one.
var several = []string{"days", "ages", "hours", "topics", "years", "initials"}

// wordChange says how a word of the element changed: `the officer was A and is B`.
func (t element) wordChange(name, before, after string) Change {
	what, said := changed, fmt.Sprintf("the %s was %s and now is %s", name, quote(before), quote(after))
	switch {
	case name == ended && after != "":
		what = ended
	case before == "":
		said = fmt.Sprintf("the %s, not given before: %s", name, quote(after))
	case after == "":
		said = fmt.Sprintf("the %s, no longer given: %s", name, quote(before))
	case slices.Contains(several, name):
		said = fmt.Sprintf("the %s were %s and now are %s", name, quote(before), quote(after))
	}
	c := t.change(what, inSecond, "%s: %s", t.quoted(), said)
	if what == ended {
		c.Text = fmt.Sprintf("%s ended on %s", t.quoted(), after)
	}
	c.Field, c.Before, c.After = name, before, after
	return c
}

// textChange says how one of a field's many texts changed.
func (t element) textChange(name string, p textPair) Change {
	c := t.change(changed, inSecond, "%s: the %s %s is now %s", t.quoted(), name, quote(p.before.text),
		quote(p.after.text))
	line := p.after.line
	switch {
	case p.before.text == "":
		c = t.change(added, inSecond, "%s: new %s %s", t.quoted(), name, quote(p.after.text))
	case p.after.text == "":
		c = t.change(removed, inFirst, "%s: no longer there: the %s %s", t.quoted(), name, quote(p.before.text))
		line = p.before.line
	}
	c.Field, c.Before, c.After, c.Line = name, p.before.text, p.after.text, cmp.Or(line, c.Line)
	return c
}

func quote(text string) string { return "“" + text + "”" }
