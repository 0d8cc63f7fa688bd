package content

import (
	"fmt"
	"slices"
	"strings"
)

// thing is what two editions are compared by: a setting, a service, an item, a
// section. It has an id, a name that people know it by, and fields.
type thing struct {
	part string
	// kind keeps things of one part apart that are never each other: a list's
	// domain and its items.
	kind string
	id   string
	name string
	// owned tells that the name is the thing's own text, and not what is printed above it.
	owned bool
	// within is what the thing is an entry of: an item's domain.
	within string
	// fixed tells that no other id can be written behind it.
	fixed  bool
	file   string
	line   int
	fields []field
}

// field is one property of a thing: a word or a sentence, or several of them,
// of which the order doesn't matter.
type field struct {
	name string
	one  string
	many []entry
}

// contactField is the field of the ways to reach somebody.
const contactField = "contact"

// entry is one of a field's many texts, and where it stands.
type entry struct {
	text string
	line int
}

// change starts a change of the thing as it is in one of the editions.
func (t thing) change(what, in, format string, args ...any) Change {
	return Change{
		Part: t.part, What: what, ID: t.id, Name: t.name, In: in, File: t.file, Line: max(t.line, 1),
		Text: fmt.Sprintf(format, args...),
	}
}

// added is the thing where the first edition doesn't have it.
func (t thing) added() Change {
	c := t.change(added, inSecond, "New %s: %s%s", t.sort(), t.quoted(), t.summary())
	c.After = t.name
	return c
}

// removed is the thing where the second edition doesn't have it.
func (t thing) removed() Change {
	c := t.change(removed, inFirst, "No longer there: the %s %s%s", t.sort(), t.quoted(), t.summary())
	c.Before = t.name
	return c
}

// sort is what the thing is, in words.
func (t thing) sort() string {
	if t.within != "" {
		return t.kind + " of " + t.within
	}
	return t.kind
}

// quoted is the thing's name, in quotation marks where it is a text.
func (t thing) quoted() string {
	if t.owned {
		return quote(t.name)
	}
	return t.name
}

// summary is the fields that say in a few words what a thing is.
func (t thing) summary() string {
	var parts []string
	for _, f := range t.fields {
		if f.one != "" && len(parts) < 2 && !t.owned {
			parts = append(parts, f.one)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// changes are what is otherwise about the thing in the second edition, b.
func (t thing) changes(b thing) []Change {
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
			c.Text += fmt.Sprintf(": {#%s} behind it keeps it the same to older records", t.id[strings.LastIndexByte(t.id, '/')+1:])
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
func fieldNames(a, b thing) []string {
	var names []string
	for _, f := range append(slices.Clone(a.fields), b.fields...) {
		if !slices.Contains(names, f.name) {
			names = append(names, f.name)
		}
	}
	return names
}

func (t thing) field(name string) field {
	for _, f := range t.fields {
		if f.name == name {
			return f
		}
	}
	return field{name: name}
}

// fieldChanges says how a field of the thing changed.
func (t thing) fieldChanges(a, b field) []Change {
	var list []Change
	if a.one != b.one {
		c := t.change(changed, inSecond, "%s: %s", t.quoted(), wasAndIs(b.name, a.one, b.one))
		if b.name == ended && b.one != "" {
			c.What, c.Text = ended, fmt.Sprintf("%s ended on %s", t.quoted(), b.one)
		}
		c.Field, c.Before, c.After = b.name, a.one, b.one
		list = append(list, c)
	}
	for _, p := range pairTexts(a.many, b.many, b.name == contactField) {
		if b.name == contactField || !t.reachable() || !p.otherWay() {
			list = append(list, t.textChange(b.name, p))
		}
	}
	return list
}

// reachable tells that the thing's ways to reach somebody are compared by themselves.
func (t thing) reachable() bool { return len(t.field(contactField).many) > 0 }

// several are the fields that are spoken of as more than one.
var several = []string{"days", "ages", "hours", "topics", "years", "initials"}

// wasAndIs says how a word of a thing changed: `the officer was A and is B`.
func wasAndIs(name, before, after string) string {
	switch {
	case before == "":
		return fmt.Sprintf("the %s, not given before: %s", name, quote(after))
	case after == "":
		return fmt.Sprintf("the %s, no longer given: %s", name, quote(before))
	}
	was, is := "was", "is"
	if slices.Contains(several, name) {
		was, is = "were", "are"
	}
	return fmt.Sprintf("the %s %s %s and now %s %s", name, was, quote(before), is, quote(after))
}

// textChange says how one of a field's many texts changed.
func (t thing) textChange(name string, p textPair) Change {
	what, in, said := changed, inSecond, ""
	switch {
	case p.before.text == "":
		what, said = added, fmt.Sprintf("%s: new %s %s", t.quoted(), name, quote(p.after.text))
	case p.after.text == "":
		what, in, said = removed, inFirst, fmt.Sprintf("%s: no longer there: the %s %s", t.quoted(), name, quote(p.before.text))
	default:
		said = fmt.Sprintf("%s: the %s %s is now %s", t.quoted(), name, quote(p.before.text), quote(p.after.text))
	}
	c := t.change(what, in, "%s", said)
	c.Field, c.Before, c.After = name, p.before.text, p.after.text
	at := p.after.line
	if in == inFirst {
		at = p.before.line
	}
	if at > 0 {
		c.Line = at
	}
	return c
}

func quote(text string) string { return "“" + text + "”" }
