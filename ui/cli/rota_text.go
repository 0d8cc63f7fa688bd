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
		p.text(normal("No exact match for “" + a.Query + "”. Closest below. Your school may not be in the rota: " +
			"type its whole name."))
		p.Gap()
	}
}

// card shows one setting: what is known of it now, who and which days by the
// protocol, the day asked about, and what helps when nobody is assigned.
func (a rotaAnswer) card(p *page, r model.Setting) {
	p.title(r.Name)
	entries := a.Local.Covers(r)
	_, answered := a.Local.Cover(r, a.Day)
	if lead := a.Lead(); lead != "" {
		p.text(strong(lead + "."))
	}
	p.LocalCover(schoolsOwn(a.Local, a.now), entries, a.Day, a.localDay)
	if len(entries) == 0 {
		p.labelled("Local", normal("not set: isspp local edit, or e in the app, says who covers it now"))
	}
	p.labelled("Officer", strong(r.Officer), normal(" (protocol "+a.edition.Years+")"))
	p.labelled("Assigned", normal(r.Assigned))
	words := longDay(a.Day, a.now) + ": " + lookup.DayWords(a.Local, r.On(a.Day), a.Day)
	day := []model.Span{strong(words)}
	if answered {
		day = []model.Span{normal(words + ", by the protocol of " + a.edition.Years)}
	}
	p.labelled(dayLabel(a.Day, a.now), day...)
	for _, other := range a.Table.Elsewhere(r) {
		p.labelled("Also at", normal(other.Name+" ("+other.Assigned+")"))
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
		p.text(strong(lead + "."))
	}
	if caution := a.Caution(); caution != "" {
		p.text(strong(longDay(a.Day, a.now) + ": " + caution + "."))
	}
	if a.Lead()+a.Caution() != "" {
		p.Gap()
	}
	var rows [][]string
	for _, r := range a.Found {
		rows = append(rows, a.rows(r)...)
	}
	for _, e := range a.Schools {
		rows = append(rows, a.localRow(e.Name, e))
	}
	p.rows(true, []string{"School or setting", "Officer", "Assigned days", a.Day.Format("Mon 2 Jan")}, rows)
	a.notes(p)
	a.footer(p)
}

// notes shows the notes that change the answer, and how many others there are.
func (a rotaAnswer) notes(p *page) {
	open, folded := a.ListNotes()
	if a.One() {
		open, folded = lookup.SettingNotes(a.Pack, a.Local, a.Day, a.Found...)
	}
	p.Gap()
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
		p.labelled("Note", normal("1 more: --notes"))
	case len(folded) > 1:
		p.labelled("Note", normal(count(len(folded))+" more: --notes"))
	}
}

// note shows one of isspp's notes, marked as such and dated.
func (p *page) note(n model.Note) {
	text := n.Text
	if n.Dated != "" {
		text += " (isspp, " + n.Dated + ")"
	}
	p.labelled("Note", normal(text))
}

// footer says whose answer it is and how to get help without an officer.
func (a rotaAnswer) footer(p *page) {
	p.Gap()
	p.text(normal("Assigned by the protocol of " + a.edition.Years + ": it doesn't say who is on site."))
	p.text(strong("Without an officer: " + danger(a.Pack, a.Local, a.now)))
	p.ourContacts(a.Local, a.now, lookup.WhomToRing()...)
}

// danger names the numbers that need no officer, in a line.
func danger(pack *content.Pack, l *model.Local, now time.Time) string {
	return lookup.Line(lookup.Routes(pack, l, now), "·")
}
