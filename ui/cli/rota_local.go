package cli

import (
	"isspp/model"
	"isspp/ui/lookup"
)

// localDay answers for the day by the school's own entry, or is empty.
func (a rotaAnswer) localDay(e model.LocalEntry) string {
	words := e.DayWords(a.Day)
	if words == "" {
		return ""
	}
	if caution := a.Caution(); caution != "" {
		words += " (" + caution + ")"
	}
	return longDay(a.Day, a.now) + ": " + words
}

// schoolCard shows a school that the rota doesn't list.
func (a rotaAnswer) schoolCard(p *page, e model.LocalEntry) {
	p.title(e.Name)
	var entries []model.LocalEntry
	for _, other := range a.Local.Schools() {
		if model.Fold(other.Name) == model.Fold(e.Name) {
			entries = append(entries, other)
		}
	}
	p.LocalCover(schoolsOwn(a.Local, a.now), entries, a.Day, a.localDay)
	p.labelled("Protocol", normal("not in the rota of "+a.edition.Years))
	p.Gap()
	for _, n := range a.nothingNotes() {
		p.note(n)
	}
	a.footer(p)
}

// rows are a setting's lines in the table: the school's own entry first, and the
// protocol's below it.
func (a rotaAnswer) rows(r model.Setting) [][]string {
	printed := []string{r.Name, r.Officer, r.Assigned, lookup.Word(r.On(a.Day))}
	e, ok := a.Local.Cover(r, a.Day)
	if !ok {
		return [][]string{printed}
	}
	printed[0], printed[1] = "", "protocol: "+r.Officer
	return [][]string{a.localRow(r.Name, e), printed}
}

// localRow is a line of the table by the school's own entry, with the day on
// which that was checked.
func (a rotaAnswer) localRow(name string, e model.LocalEntry) []string {
	who := e.Who
	if e.CoversFor != "" {
		who += " for " + e.CoversFor
	}
	return []string{name, "Local: " + who + " (" + a.Local.CheckedShort(e, a.now) + ")", e.Assigned, lookup.LocalWord(e, a.Day)}
}
