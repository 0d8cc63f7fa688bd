package content

import (
	"strings"

	"isspp/model"
)

// contactAttributes are what a contact's marker may say.
//   - only: the one number of the text that is this contact's, where a text names several;
//   - short: how the safety line names it;
//   - emergency: "yes" where it belongs in the safety line and the emergency panel;
//   - called: what it is called in the app, where the printed name could mislead;
//   - words: other words that people look for it by;
//   - ask: "yes" where it is whom to ask when nothing in the directory fits.
var contactAttributes = []string{"only", "short", "called", "words", "emergency", "ask"}

// readContacts reads the contacts that stand outside the tiers. Each starts at
// a marker and goes on to the next marker or heading; two markers before one
// paragraph share its text.
func readContacts(b body, r *reporter) []model.HeadContact {
	var list []model.HeadContact
	ids := idSet{}
	for i := range b.blocks {
		for _, m := range b.marks[i] {
			if m.kind != "contact" {
				continue
			}
			c := readContact(b, i, m, r)
			if !ids.take(c.ID) {
				r.add(m.line, "give it another", "the id %q is already a contact's above", c.ID)
			}
			list = append(list, c)
		}
	}
	return list
}

// readContact reads the contact whose marker stands before block i.
func readContact(b body, i int, m marker, r *reporter) model.HeadContact {
	m.allow(contactAttributes, m.line, r)
	text := entryText(b, i)
	c := model.HeadContact{
		ID: m.id, Name: m.text, Short: m.values["short"], Words: commaList(m.values["words"]), Text: text, Line: m.line,
		Emergency: readYes("emergency", m.values, m.line, r), Ask: readYes("ask", m.values, m.line, r),
	}
	if c.ID == "" {
		c.ID = slug(m.text)
	}
	if called := m.values["called"]; called != "" {
		c.Name, c.Printed = called, m.text
	}
	only, printed := m.values["only"], false
	eachProse(text, func(text string, _ int) { printed = printed || strings.Contains(text, only) })
	switch {
	case only == "":
		c.Contacts = findContacts(text)
	case !printed:
		r.add(m.line, "a number that the text prints", "%q isn't in the text below", only)
	default:
		c.Contacts = []model.Contact{{Kind: model.Phone, Value: only, Printed: only}}
	}
	if len(c.Contacts) == 0 && only == "" {
		r.add(m.line, "a phone, e-mail or link in the text below", "%q has no way to be reached", m.text)
	}
	return c
}

// entryText is what an entry says: block i and those after it, up to the next
// marker or heading.
func entryText(b body, i int) []model.Block {
	end := i + 1
	for end < len(b.blocks) && b.blocks[end].Kind != model.Heading && len(b.marks[end]) == 0 {
		end++
	}
	return b.blocks[i:end:end]
}
