package cli

import (
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// nearSpelling says that the answer is a guess at what was meant.
func (a rotaAnswer) nearSpelling(p *page) {
	if a.Query != "" && a.Fit >= model.FitNear {
		p.text(run{"Nothing is called “" + a.Query + "”. The nearest spelling is below. It may also be a school that the rota " +
			"doesn't list: ask for its whole name.", normal})
		p.gap()
	}
}

// card shows one setting: what is known of it now, who and which days by the
// protocol, the day asked about, and what helps when nobody is assigned.
func (a rotaAnswer) card(p *page, r model.Setting) {
	p.title(r.Name)
	entries := a.Local.Covers(r)
	_, answered := a.Local.Cover(r, a.Day)
	if lead := a.Lead(); lead != "" {
		p.text(run{lead + ".", strong})
	}
	a.covers(p, entries)
	if len(entries) == 0 {
		p.labelled("Local", run{"not set: isspp local edit, or e in the app, says who covers it now", normal})
	}
	p.labelled("Officer", run{r.Officer, strong}, run{" (protocol " + a.edition.Years + ")", normal})
	p.labelled("Assigned", run{r.Assigned, normal})
	words := longDay(a.Day, a.now) + ": " + lookup.DayWords(a.Local, r.On(a.Day), a.Day)
	day := []run{{words, strong}}
	if answered {
		day = []run{{words + ", by the protocol of " + a.edition.Years, normal}}
	}
	p.labelled(dayLabel(a.Day, a.now), day...)
	for _, other := range a.Table.Elsewhere(r) {
		p.labelled("Also at", run{other.Name + " (" + other.Assigned + ")", normal})
	}
	a.notes(p)
	a.footer(p)
}

// dayLabel is "Today" for today, and otherwise a word for the row.
func dayLabel(day, now time.Time) string {
	if day.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "Today"
	}
	return "That day"
}

// longDay is a day in words, with its year where that isn't the present one.
func longDay(day, now time.Time) string {
	if day.Year() != now.Year() {
		return day.Format("Monday 2 January 2006")
	}
	return day.Format("Monday 2 January")
}

// list shows several settings as a table, below what is known of all of them.
func (a rotaAnswer) list(p *page) {
	if lead := a.Lead(); lead != "" {
		p.text(run{lead + ".", strong})
	}
	if caution := a.Caution(); caution != "" {
		p.text(run{longDay(a.Day, a.now) + ": " + caution + ".", strong})
	}
	if a.Lead()+a.Caution() != "" {
		p.gap()
	}
	t := table{head: []string{"School or setting", "Officer", "Assigned days", a.Day.Format("Mon 2 Jan")}, first: strong}
	for _, r := range a.Found {
		t.rows = append(t.rows, a.rows(r)...)
	}
	for _, e := range a.Schools {
		t.rows = append(t.rows, a.localRow(e.Name, e))
	}
	p.table(t)
	a.notes(p)
	a.footer(p)
}

// notes shows the notes that change the answer, and how many others there are.
func (a rotaAnswer) notes(p *page) {
	open, folded := a.ListNotes()
	if a.One() {
		open, folded = lookup.SettingNotes(a.Pack, a.Local, a.Day, a.Found...)
	}
	p.gap()
	p.foldedNotes(open, folded, a.allNotes)
}

// foldedNotes shows notes, and says how those are shown that are folded.
func (p *page) foldedNotes(open, folded []model.Note, all bool) {
	for _, n := range open {
		p.note(n)
	}
	switch {
	case all:
		for _, n := range folded {
			p.note(n)
		}
	case len(folded) == 1:
		p.labelled("Note", run{"1 more: --notes", normal})
	case len(folded) > 1:
		p.labelled("Note", run{count(len(folded)) + " more: --notes", normal})
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
	p.text(run{"Without an officer: " + danger(a.Pack, a.Local, a.now), strong})
	p.ourContacts(a.Local, a.now, lookup.WhomToRing()...)
}

// danger names the numbers that need no officer, in a line.
func danger(pack *content.Pack, l *model.Local, now time.Time) string {
	return lookup.Line(lookup.Routes(pack, l, now), "·")
}
