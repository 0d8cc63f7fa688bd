package cli

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"isspp/model"
)

// nearSpelling says that the answer is a guess at what was meant.
func (a rotaAnswer) nearSpelling(p *page) {
	if a.query != "" && a.fit >= model.FitNear {
		p.text(run{"Nothing is called “" + a.query + "”. The nearest spelling is below. It may also be a school that the rota " +
			"doesn't list: ask for its whole name.", normal})
		p.gap()
	}
}

// card shows one setting: who, which days, the day asked about, and what helps
// when nobody is assigned.
func (a rotaAnswer) card(p *page, r model.Setting) {
	p.title(r.Name)
	a.covers(p, a.local.Covers(r), a.localOn(r))
	p.labelled("Officer", run{r.Officer, strong}, run{" (protocol " + a.edition.Years + ")", normal})
	p.labelled("Assigned", run{r.Assigned, normal})
	day := []run{{a.dayInWords(r), strong}}
	if a.localOn(r) > 0 {
		day = []run{{a.dayInWords(r) + ", by the protocol of " + a.edition.Years, normal}}
	}
	p.labelled(dayLabel(a.day, a.now), day...)
	for _, other := range a.rota.Elsewhere(r) {
		p.labelled("Also at", run{other.Name + " (" + other.Assigned + ")", normal})
	}
	if len(a.local.Covers(r)) == 0 {
		p.labelled("Local", run{"not set: isspp local edit, or e in the app, says who covers it now", normal})
	}
	a.notes(p, a.pack.NotesAbout(r.ID))
	a.footer(p)
}

// dayLabel is "Today" for today, and otherwise a word for the row.
func dayLabel(day, now time.Time) string {
	if day.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "Today"
	}
	return "That day"
}

// dayInWords answers for the day: "Monday 23 November: assigned".
func (a rotaAnswer) dayInWords(r model.Setting) string {
	text := longDay(a.day, a.now) + ": " + r.On(a.day).String()
	if wd := a.day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		text += " (the rota assigns weekdays only)"
	} else if holiday := model.BankHoliday(a.day); holiday != "" {
		text += " (" + holiday + "; the protocol doesn't say what holds on bank holidays)"
	}
	return text
}

// longDay is a day in words, with its year where that isn't the present one.
func longDay(day, now time.Time) string {
	if day.Year() != now.Year() {
		return day.Format("Monday 2 January 2006")
	}
	return day.Format("Monday 2 January")
}

// list shows several settings as a table.
func (a rotaAnswer) list(p *page) {
	t := table{head: []string{"School or setting", "Officer", "Assigned days", a.day.Format("Mon 2 Jan")}, first: strong}
	seen, notes := map[string]bool{}, []model.Note{}
	for _, r := range a.found {
		t.rows = append(t.rows, a.rows(r)...)
		for _, n := range a.pack.NotesAbout(r.ID) {
			if !seen[n.ID] {
				seen[n.ID], notes = true, append(notes, n)
			}
		}
	}
	for _, e := range a.schools {
		t.rows = append(t.rows, []string{e.Name, "Local: " + officerOf(e), e.Assigned, localCoverage(e, a.day)})
	}
	p.table(t)
	if len(a.found) == len(a.rota.Settings) {
		notes = nil // each school's own notes stand on its card
	}
	a.notes(p, notes)
	a.footer(p)
}

// shortCoverage is the coverage in a column's few words.
func shortCoverage(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return "assigned"
	case model.CoveredWhenRequired:
		return "when required"
	}
	return "nobody"
}

// notes shows the notes of the settings and then those of the whole rota.
func (a rotaAnswer) notes(p *page, own []model.Note) {
	p.gap()
	seen := map[string]bool{}
	for _, n := range append(own[:len(own):len(own)], a.pack.NotesAbout("rota")...) {
		if !seen[n.ID] {
			seen[n.ID] = true
			p.note(n)
		}
	}
}

// note shows one of isspp's notes, marked as such and dated.
func (p *page) note(n model.Note) {
	text := n.Text
	if n.Dated != "" {
		text += " (isspp, " + n.Dated + ")"
	}
	p.labelled("Note", run{text, normal})
}

// footer says whose answer it is and how to get help without an officer.
func (a rotaAnswer) footer(p *page) {
	p.gap()
	p.text(run{"Assigned by the protocol of " + a.edition.Years + ": it doesn't say who is on site.", normal})
	p.text(run{"Without an officer: " + routes(a.pack.Contacts(), a.local), strong})
	if _, set := a.local.Contact(model.OutOfHours); set {
		p.ourContacts(a.local, a.now, model.OutOfHours)
	}
}

// routes names the ways that need no officer, from the contacts for danger.
func routes(contacts []model.HeadContact, l *model.Local) string {
	type way struct{ text, number string }
	var list []way
	for _, c := range contacts {
		if !c.Emergency {
			continue
		}
		if e, ok := headLocal(l, c); ok && e.Phone != "" {
			list = append(list, way{strings.TrimSpace(c.Short + " " + e.Phone + " (Local)"), e.Phone})
			continue
		}
		for _, w := range c.Contacts {
			if w.Kind == model.Phone {
				list = append(list, way{strings.TrimSpace(c.Short + " " + w.Value), w.Value})
			}
		}
	}
	// The short numbers are those for danger: 999 before an office's line.
	slices.SortStableFunc(list, func(a, b way) int { return cmp.Compare(len(a.number), len(b.number)) })
	var ways []string
	for _, w := range list {
		ways = append(ways, w.text)
	}
	return strings.Join(ways, " · ")
}
