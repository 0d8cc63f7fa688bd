package cli

import (
	"strconv"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// card shows one setting: what is known of it now, who and which days by the
// protocol, the day asked about, and what helps when nobody is assigned.
func (a rotaAnswer) card(p *page, r model.Setting) {
	p.title(r.Name)
	entries := a.Local.Covers(r)
	_, answered := a.Local.Cover(r, a.Day)
	if lead := a.Lead(); lead != "" {
		p.text(strong(lead + "."))
	}
	p.LocalCover(schoolsOwn(a.Pack, a.Local, a.now), entries, a.Day, a.localDay)
	if len(entries) == 0 {
		p.labelled("Local", normal("not set: isspp local edit, or e in the app, says who covers it now"))
	}
	p.labelled("Officer", strong(r.Officer), normal(" (protocol "+a.Pack.Edition().Years+")"))
	p.labelled("Assigned", normal(r.Assigned))
	words := a.longDay() + ": " + lookup.DayWords(a.Local, r.On(a.Day), a.Day)
	day := []model.Span{strong(words)}
	if answered {
		day = []model.Span{normal(words + ", by the protocol of " + a.Pack.Edition().Years)}
	}
	label := "That day"
	if a.Day.Format(time.DateOnly) == a.now.Format(time.DateOnly) {
		label = "Today"
	}
	p.labelled(label, day...)
	for _, other := range a.Table.Elsewhere(r) {
		p.labelled("Also at", normal(other.Name+" ("+other.Assigned+")"))
	}
	a.notes(p)
	a.footer(p)
}

// longDay is the day in words, with its year where that isn't the present one.
func (a rotaAnswer) longDay() string {
	if a.Day.Year() != a.now.Year() {
		return a.Day.Format("Monday 2 January 2006")
	}
	return a.Day.Format("Monday 2 January")
}

// localDay answers for the day by the school's own entry, or is empty.
func (a rotaAnswer) localDay(e model.LocalEntry) string {
	words := lookup.WithCaution(e.DayWords(a.Day), a.Caution())
	if words == "" {
		return ""
	}
	return a.longDay() + ": " + words
}

func (a rotaAnswer) schoolCard(p *page, e model.LocalEntry) {
	p.title(e.Name)
	var entries []model.LocalEntry
	for _, other := range a.Local.Schools() {
		if model.Fold(other.Name) == model.Fold(e.Name) {
			entries = append(entries, other)
		}
	}
	p.LocalCover(schoolsOwn(a.Pack, a.Local, a.now), entries, a.Day, a.localDay)
	p.labelled("Protocol", normal("not in the rota of "+a.Pack.Edition().Years))
	p.Gap()
	p.notes(a.nothingNotes())
	a.footer(p)
}

// list shows several settings as a table, below what is known of all of them. The
// school's own entry comes before the protocol's line.
func (a rotaAnswer) list(p *page) {
	lead, caution := a.Lead(), a.Caution()
	if lead != "" {
		p.text(strong(lead + "."))
	}
	if caution != "" {
		p.text(strong(a.longDay() + ": " + caution + "."))
	}
	if lead+caution != "" {
		p.Gap()
	}
	var rows [][]string
	local := func(name string, e model.LocalEntry) {
		who := e.Who
		if e.CoversFor != "" {
			who += " for " + e.CoversFor
		}
		rows = append(rows, []string{
			name, "Local: " + who + " (" + a.Local.CheckedShort(e, a.now) + ")", e.Assigned,
			lookup.LocalWord(e, a.Day),
		})
	}
	for _, r := range a.Found {
		printed := []string{r.Name, r.Officer, r.Assigned, lookup.Word(r.On(a.Day))}
		if e, ok := a.Local.Cover(r, a.Day); ok {
			local(r.Name, e)
			printed[0], printed[1] = "", "protocol: "+r.Officer
		}
		rows = append(rows, printed)
	}
	for _, e := range a.Schools {
		local(e.Name, e)
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
	p.notes(open)
	switch {
	case a.allNotes:
		p.notes(folded)
	case len(folded) > 0:
		p.labelled("Note", normal(strconv.Itoa(len(folded))+" more: --notes"))
	}
}

// notes shows some of isspp's notes, each marked as such and dated.
func (p *page) notes(notes []model.Note) {
	for _, n := range notes {
		text := n.Text
		if n.Dated != "" {
			text += " (isspp, " + n.Dated + ")"
		}
		p.labelled("Note", normal(text))
	}
}

func (a rotaAnswer) footer(p *page) {
	p.Gap()
	p.text(normal("Assigned by the protocol of " + a.Pack.Edition().Years + ": it doesn't say who is on site."))
	p.text(strong("Without an officer: " + danger(a.Pack, a.Local, a.now)))
	p.ourContacts(a.Local, a.now, lookup.WhomToRing()...)
}

func danger(pack *content.Pack, l *model.Local, now time.Time) string {
	return lookup.Line(lookup.Routes(pack, l, now), "·")
}
