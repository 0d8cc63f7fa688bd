package cli

import (
	"time"

	"isspp/model"
)

// localOn is the line of the entry that holds on the day asked about, or 0.
func (a rotaAnswer) localOn(r model.Setting) int {
	e, _ := a.local.Cover(r, a.day)
	return e.Line
}

// covers shows the school's own entries about a setting: the one that holds on
// the day first, then those to come and those that are over.
func (a rotaAnswer) covers(p *page, entries []model.LocalEntry, holds int) {
	for _, e := range entries {
		if e.Line == holds {
			day := e.DayWords(a.day)
			if day != "" {
				day = longDay(a.day, a.now) + ": " + day
			}
			p.localLines(a.local, e, a.now, day)
		}
	}
	for _, e := range entries {
		switch {
		case e.Line == holds:
		case e.Over(a.day):
			p.labelled("Local", run{"over: " + e.Answer(), normal})
		case !e.HoldsOn(a.day):
			p.labelled("Local", run{"then: " + e.Answer(), normal})
		default:
			p.labelled("Local", run{"also: " + e.Answer(), normal})
		}
	}
}

// schoolCard shows a school that the rota doesn't list.
func (a rotaAnswer) schoolCard(p *page, e model.LocalEntry) {
	p.title(e.Name)
	var entries []model.LocalEntry
	for _, other := range a.local.Schools() {
		if model.Fold(other.Name) == model.Fold(e.Name) {
			entries = append(entries, other)
		}
	}
	holds := 0
	if e.HoldsOn(a.day) {
		holds = e.Line
	}
	a.covers(p, entries, holds)
	p.labelled("Protocol", run{"not in the rota of " + a.edition.Years, normal})
	p.gap()
	for _, n := range a.nothingNotes() {
		p.note(n)
	}
	a.footer(p)
}

// rows are a setting's lines in the table: the school's own entry first, and the
// protocol's below it.
func (a rotaAnswer) rows(r model.Setting) [][]string {
	printed := []string{r.Name, r.Officer, r.Assigned, shortCoverage(r.On(a.day))}
	e, ok := a.local.Cover(r, a.day)
	if !ok {
		return [][]string{printed}
	}
	printed[0], printed[1] = "", "protocol: "+r.Officer
	return [][]string{{r.Name, "Local: " + officerOf(e), e.Assigned, localCoverage(e, a.day)}, printed}
}

// officerOf names an entry's officer.
func officerOf(e model.LocalEntry) string {
	if e.CoversFor != "" {
		return e.Who + " for " + e.CoversFor
	}
	return e.Who
}

// localCoverage is the coverage by the school's own entry in a column's words.
func localCoverage(e model.LocalEntry, day time.Time) string {
	c, stated := e.On(day)
	switch {
	case !e.HoldsOn(day):
		return "over"
	case !stated:
		return "days not stated"
	}
	return shortCoverage(c)
}
