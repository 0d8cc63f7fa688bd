package directory

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

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

func headID(h model.HeadContact) string { return strings.TrimPrefix(h.ID, "contacts/") }

func (v *View) ageAsked() (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(v.age.Value()))
	return n, err == nil
}

func (v *View) query() string { return strings.TrimSpace(v.Find.Value()) }

func (v *View) filtered() bool {
	_, byAge := v.ageAsked()
	return byAge || v.topic != "" || v.openOnly
}

// build makes the rows that the filters let through, under headings that say
// why they stand there: the school's own contacts, then those before the tiers, the
// services, and the bulletin.
func (v *View) build() []row {
	age, byAge := v.ageAsked()
	filter := model.ServiceFilter{
		Query: v.query(), ByAge: byAge, Age: age, Topic: v.topic, Open: v.openOnly, Now: v.Env.Now,
	}
	found := lookup.Directory(v.Env.Pack, v.Env.Local, filter)
	var own, heads, rows, news []row
	for i := range found.Own {
		o := &found.Own[i]
		r := row{id: ownID(o.Slot), title: o.Slot.Name(), aside: lookup.NotSet, own: o}
		if o.Set {
			r.local, r.aside = &o.Entry, o.Entry.Phone
		}
		own = append(own, r)
	}
	for i := range found.Head {
		heads = append(heads, v.headRow(&found.Head[i]))
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
	slices.SortStableFunc(heads, func(a, b row) int { return rank(a) - rank(b) })
	if !v.filtered() {
		rows = append(below("Our school's own", own), below("First", heads)...)
	}
	if v.filtered() || v.query() != "" {
		rows = append(rows, v.bySection(found)...)
	} else {
		rows = append(rows, v.byTier(found)...)
	}
	for i := range found.Bulletin {
		news = append(news, v.headRow(&found.Bulletin[i]))
	}
	return append(rows, below("News", news)...)
}

func below(title string, rows []row) []row {
	if len(rows) == 0 {
		return nil
	}
	return append([]row{{title: title, heading: true}}, rows...)
}

// bySection lists services in the order found, under headings that say why some
// stand apart.
func (v *View) bySection(found lookup.Services) []row {
	first := found.Heading(v.Env.Pack.Whose())
	if f := found.Filter; f.ByAge && found.Matched != model.MatchNear {
		first = fmt.Sprintf("For age %d, as printed", f.Age)
	}
	var rows []row
	section := "none yet"
	for i := range found.Services {
		m := &found.Services[i]
		if next := found.Section(*m); next != section {
			section = next
			rows = append(rows, row{title: cmp.Or(next, first), heading: true})
		}
		rows = append(rows, v.serviceRow(m))
	}
	return rows
}

// byTier groups services under the tiers; what has ended stands below all, and below
// that what the school knows to be closed.
func (v *View) byTier(found lookup.Services) []row {
	tiers := map[int][]row{}
	var rows, over, closed []row
	for i := range found.Services {
		m := &found.Services[i]
		switch r := v.serviceRow(m); {
		case found.Closed(*m):
			closed = append(closed, r)
		case m.Over:
			over = append(over, r)
		default:
			tiers[m.Tier] = append(tiers[m.Tier], r)
		}
	}
	for _, t := range v.dir.Tiers {
		rows = append(rows, below(document.TierTitle(v.dir, t.Number), tiers[t.Number])...)
	}
	return slices.Concat(rows, below("Ended", over), below("Closed, by your school's own entry", closed))
}

func ownID(slot model.LocalSlot) string { return model.LocalContactsPlace + "/" + string(slot) }

func (v *View) headRow(h *model.HeadContact) row {
	r := row{id: headID(*h), title: model.CleanLine(h.Name), head: h, aside: firstPhone(h.Contacts)}
	return r.known(lookup.Head(v.Env.Local, *h))
}

func (v *View) serviceRow(m *model.ServiceMatch) row {
	r := row{id: m.ID, title: model.CleanLine(m.Name), service: m, phone: firstPhone(m.Contacts)}
	switch {
	case m.Over:
		r.aside, r.alone = "ended", true
	case m.Differs, m.Condition != "":
		r.aside = m.Ages.String() + ": ask"
	case m.Ages.Printed:
		r.aside = m.Ages.String()
	}
	return r.known(v.Env.Local.Service(m.Service))
}

func (r row) known(e model.LocalEntry, ok bool) row {
	switch {
	case !ok:
		return r
	case e.Closed:
		r.aside, r.alone = "closed", true
	case e.Phone != "":
		r.aside, r.alone = e.Phone, true
	}
	r.local = &e
	return r
}

func firstPhone(contacts []model.Contact) string {
	i := slices.IndexFunc(contacts, func(c model.Contact) bool { return c.Kind == model.Phone })
	if i < 0 {
		return ""
	}
	return contacts[i].Value
}
