package directory

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// row is one line of the list: a heading, a contact outside the tiers, or a service.
type row struct {
	id    string
	title string
	aside string
	// phone is a service's first number, or empty; alone tells that the aside
	// stands without it.
	phone   string
	alone   bool
	heading bool
	head    *model.HeadContact
	service *model.ServiceMatch
	// local is what the school knows of it, or nil.
	local *model.LocalEntry
	// own is one of the school's own contacts, or nil.
	own *lookup.Own
}

func heading(title string) row { return row{title: title, heading: true} }

// headID is the id of a contact outside the tiers, as the search has it.
func headID(h model.HeadContact) string { return strings.TrimPrefix(h.ID, "contacts/") }

// ageAsked is the age that is typed, and whether one is.
func (v *View) ageAsked() (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(v.age.Value()))
	return n, err == nil
}

func (v *View) query() string { return strings.TrimSpace(v.Find.Value()) }

// filtered tells whether something other than words narrows the list.
func (v *View) filtered() bool {
	_, byAge := v.ageAsked()
	return byAge || v.topic != "" || v.openOnly
}

// build makes the rows that the filters let through, under headings that say
// why they stand there.
func (v *View) build() []row {
	age, byAge := v.ageAsked()
	filter := model.ServiceFilter{
		Query: v.query(), ByAge: byAge, Age: age, Topic: v.topic, Open: v.openOnly, Now: v.Env.Now,
	}
	found := lookup.Directory(v.Env.Pack, v.Env.Local, filter)
	var rows []row
	if !v.filtered() {
		rows = append(owns(found), v.heads(found)...)
	}
	if v.filtered() || v.query() != "" {
		rows = append(rows, v.bySection(found, filter)...)
	} else {
		rows = append(rows, v.byTier(found.Services)...)
	}
	rows = v.withLocal(rows)
	if len(found.Bulletin) > 0 {
		rows = append(rows, heading("News"), headRow(&found.Bulletin[0]))
	}
	return rows
}

// heads are the contacts before the tiers.
func (v *View) heads(found lookup.Services) []row {
	if len(found.Head) == 0 {
		return nil
	}
	rows := []row{heading("First")}
	for i := range found.Head {
		rows = append(rows, headRow(&found.Head[i]))
	}
	// Who takes every worry about a child comes first, then danger.
	rank := func(r row) int {
		switch {
		case r.head.Emergency && r.head.Ask:
			return 0
		case r.head.Emergency:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(rows[1:], func(a, b row) int { return rank(a) - rank(b) })
	return rows
}

// bySection lists services in the order found, under headings that say why some
// stand apart.
func (v *View) bySection(found lookup.Services, f model.ServiceFilter) []row {
	first := found.Heading(v.Env.Pack.Whose())
	if f.ByAge && found.Matched != model.MatchNear {
		first = fmt.Sprintf("For age %d, as printed", f.Age)
	}
	var rows []row
	section := "none yet"
	for i := range found.Services {
		m := &found.Services[i]
		if next := found.Section(*m); next != section {
			section = next
			rows = append(rows, heading(cmp.Or(next, first)))
		}
		rows = append(rows, serviceRow(m))
	}
	return rows
}

// withLocal gives the rows what the school knows of them. What it knows to be
// closed stands below all others, whatever was asked for.
func (v *View) withLocal(rows []row) []row {
	if v.Env.Local.Empty() {
		return rows
	}
	var out, closed []row
	for _, r := range rows {
		var e model.LocalEntry
		var ok bool
		switch {
		case r.service != nil:
			e, ok = v.Env.Local.Service(r.service.Service)
		case r.head != nil && !content.Unchangeable(*r.head):
			e, ok = v.Env.Local.HeadContact(*r.head)
		}
		if ok {
			switch r.local = &e; {
			case e.Closed:
				r.aside, r.alone = "closed", true
			case e.Phone != "":
				r.aside, r.alone = e.Phone, true
			}
		}
		if ok && e.Closed && r.service != nil {
			closed = append(closed, r)
			continue
		}
		out = append(out, r)
	}
	switch {
	case v.openOnly:
		return withoutEmpty(out) // whatever its printed hours say
	case len(closed) > 0:
		out = append(append(withoutEmpty(out), heading("Closed, by your school's own entry")), closed...)
	}
	return out
}

// withoutEmpty leaves out headings below which nothing stands any more.
func withoutEmpty(rows []row) []row {
	var out []row
	for i, r := range rows {
		if r.heading && (i+1 == len(rows) || rows[i+1].heading) {
			continue
		}
		out = append(out, r)
	}
	return out
}

// owns are the school's own contacts, before all that is printed.
func owns(found lookup.Services) []row {
	if len(found.Own) == 0 {
		return nil
	}
	rows := []row{heading("Our school's own")}
	for i := range found.Own {
		o := &found.Own[i]
		r := row{id: ownID(o.Slot), title: o.Slot.Name(), aside: lookup.NotSet, own: o}
		if o.Set {
			r.local, r.aside = &o.Entry, o.Entry.Phone
		}
		rows = append(rows, r)
	}
	return rows
}

// ownID is the id of the row of one of the school's own contacts.
func ownID(slot model.LocalSlot) string { return model.LocalContactsPlace + "/" + string(slot) }

func headRow(h *model.HeadContact) row {
	return row{id: headID(*h), title: model.CleanLine(h.Name), head: h, aside: firstPhone(h.Contacts)}
}

func serviceRow(m *model.ServiceMatch) row {
	r := row{id: m.ID, title: model.CleanLine(m.Name), service: m, phone: firstPhone(m.Contacts)}
	switch {
	case m.Over:
		r.aside, r.alone = "ended", true
	case m.Differs, m.Condition != "":
		r.aside = m.Ages.String() + ": ask"
	case m.Ages.Printed:
		r.aside = m.Ages.String()
	}
	return r
}

// firstPhone is the first number of some contacts, or empty.
func firstPhone(contacts []model.Contact) string {
	for _, c := range contacts {
		if c.Kind == model.Phone {
			return c.Value
		}
	}
	return ""
}

// byTier groups services under the tiers; what has ended stands below all.
func (v *View) byTier(picked []model.ServiceMatch) []row {
	var rows, over []row
	for _, t := range v.dir.Tiers {
		first := true
		for i := range picked {
			m := &picked[i]
			switch {
			case m.Tier != t.Number:
				continue
			case m.Over:
				over = append(over, serviceRow(m))
				continue
			case first:
				rows, first = append(rows, heading(document.TierTitle(v.dir, t.Number))), false
			}
			rows = append(rows, serviceRow(m))
		}
	}
	if len(over) > 0 {
		rows = append(append(rows, heading("Ended")), over...)
	}
	return rows
}
