package directory

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// row is one line of the list: a heading, a contact outside the tiers, or a service.
type row struct {
	id      string
	title   string
	aside   string
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

func (v *View) query() string { return strings.TrimSpace(v.find.Value()) }

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
		Query: v.query(), ByAge: byAge, Age: age, Topic: v.topic, Open: v.openOnly, Now: v.env.Now,
	}
	picked, fit := v.dir.Pick(filter)
	var rows []row
	if !v.filtered() {
		own, named := v.owns()
		rows = append(own, v.heads()...)
		if named && fit > model.FitWhole {
			picked = nil // what only mentions the words isn't meant
		}
	}
	switch {
	case byAge:
		rows = append(rows, byPrintedAge(picked, age)...)
	case v.query() != "":
		rows = append(rows, v.byWords(picked, fit, filter)...)
	default:
		rows = append(rows, v.byTier(picked)...)
	}
	rows = v.withLocal(rows)
	if !v.filtered() && v.query() == "" && v.dir.Bulletin.Name != "" {
		b := v.dir.Bulletin
		rows = append(rows, heading("News"), headRow(&b))
	}
	return rows
}

// withLocal gives the rows what the school knows of them. What it knows to be
// closed stands below all others, whatever was asked for.
func (v *View) withLocal(rows []row) []row {
	if v.env.Local.Empty() {
		return rows
	}
	var out, closed []row
	for _, r := range rows {
		var e model.LocalEntry
		var ok bool
		switch {
		case r.service != nil:
			e, ok = v.env.Local.Service(r.service.Service)
		case r.head != nil && !content.Unchangeable(*r.head):
			e, ok = v.env.Local.HeadContact(*r.head)
		}
		if ok {
			r.local = &e
			r.aside = localAside(e, r.aside)
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

// localAside is the word at the end of a row with a Local entry.
func localAside(e model.LocalEntry, aside string) string {
	switch {
	case e.Closed:
		return "closed"
	case e.Phone != "":
		return e.Phone
	}
	return aside
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

// owns are the school's own contacts, before all that is printed, and whether
// the query is the name of one.
func (v *View) owns() (rows []row, named bool) {
	found, fit := lookup.FindOwns(v.env.Local, v.env.Now, v.query())
	if len(found) == 0 {
		return nil, false
	}
	rows = append(rows, heading("Our school's own"))
	for i := range found {
		o := &found[i]
		r := row{id: ownID(o.Slot), title: o.Slot.Name(), aside: lookup.NotSet, own: o}
		if o.Set {
			r.local, r.aside = &o.Entry, o.Entry.Phone
		}
		rows = append(rows, r)
	}
	return rows, v.query() != "" && fit == model.FitWhole
}

// ownID is the id of the row of one of the school's own contacts.
func ownID(slot model.LocalSlot) string { return model.LocalContactsPlace + "/" + string(slot) }

// heads are the contacts before the tiers that the words fit.
func (v *View) heads() []row {
	all := v.dir.Head
	if v.query() != "" {
		all = append(all[:len(all):len(all)], v.dir.Bulletin)
	}
	found, fit := model.Rank(v.query(), all, func(h model.HeadContact) []string {
		texts := []string{h.Name, h.Short}
		for _, c := range h.Contacts {
			texts = append(texts, c.Value, c.Printed)
		}
		return texts
	})
	if len(found) == 0 || fit >= model.FitNear {
		return nil
	}
	rows := []row{heading("First")}
	for i := range found {
		rows = append(rows, headRow(&found[i]))
	}
	return rows
}

func headRow(h *model.HeadContact) row {
	r := row{id: headID(*h), title: model.CleanLine(h.Name), head: h}
	for _, c := range h.Contacts {
		if c.Kind == model.Phone {
			r.aside = c.Value
			break
		}
	}
	return r
}

func serviceRow(m *model.ServiceMatch) row {
	r := row{id: m.ID, title: model.CleanLine(m.Name), service: m}
	switch {
	case m.Over:
		r.aside = "ended"
	case m.Ages.Printed:
		r.aside = m.Ages.String()
	}
	return r
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
				rows, first = append(rows, heading(tierTitle(t))), false
			}
			rows = append(rows, serviceRow(m))
		}
	}
	if len(over) > 0 {
		rows = append(append(rows, heading("Ended")), over...)
	}
	return rows
}

func tierTitle(t model.Tier) string {
	title := model.CleanLine(t.Title)
	if n := strconv.Itoa(t.Number); !strings.HasPrefix(title, n) {
		title = n + ". " + title
	}
	return title
}

// byPrintedAge parts what the protocol says from what it doesn't.
func byPrintedAge(picked []model.ServiceMatch, age int) []row {
	var rows []row
	asked := false
	for i := range picked {
		m := &picked[i]
		switch {
		case m.AgesUnknown && !asked:
			rows, asked = append(rows, heading("Ages not printed: ask whether they take "+strconv.Itoa(age))), true
		case i == 0:
			rows = append(rows, heading(fmt.Sprintf("For age %d, as printed", age)))
		}
		rows = append(rows, serviceRow(m))
	}
	return rows
}

// byWords lists what the words fit, best first, and then services of a topic
// that people mean when they say such a word.
func (v *View) byWords(picked []model.ServiceMatch, fit model.Fit, f model.ServiceFilter) []row {
	var rows []row
	topics := v.topicsMeant(f.Query)
	if len(picked) > 0 && (fit < model.FitNear || len(topics) == 0) {
		title := "Services"
		if fit >= model.FitNear {
			title = "Nothing is written so; this is near"
		}
		rows = append(rows, heading(title))
		for i := range picked {
			rows = append(rows, serviceRow(&picked[i]))
		}
	}
	f.Query = ""
	for _, t := range topics {
		f.Topic = t.Name
		tagged, _ := v.dir.Pick(f)
		rows = appendNew(rows, "Topic: "+t.Name+" (isspp's own tag)", tagged)
	}
	return rows
}

// appendNew adds the services that aren't listed yet under a heading.
func appendNew(rows []row, title string, tagged []model.ServiceMatch) []row {
	first := true
	for i := range tagged {
		if slices.ContainsFunc(rows, func(r row) bool { return r.id == tagged[i].ID }) {
			continue
		}
		if first {
			rows, first = append(rows, heading(title)), false
		}
		rows = append(rows, serviceRow(&tagged[i]))
	}
	return rows
}

// topicsMeant are the topics that carry the query as one of their words.
func (v *View) topicsMeant(query string) []model.Topic {
	if v.topic != "" {
		return nil
	}
	q := model.Fold(query)
	var meant []model.Topic
	for _, t := range v.env.Pack.Topics() {
		same := func(w string) bool { return model.Fold(w) == q }
		if same(t.Name) || slices.ContainsFunc(t.Words, same) {
			meant = append(meant, t)
		}
	}
	return meant
}
