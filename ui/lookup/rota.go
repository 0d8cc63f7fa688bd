package lookup

import (
	"slices"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
)

// Rota is what a look-up in the rota found for a day.
type Rota struct {
	Pack  *content.Pack
	Local *model.Local
	// Table is the whole rota.
	Table model.Rota
	Query string
	Day   time.Time
	// Found are the settings that fit, and Schools those that the rota doesn't
	// list and the school's own layer has.
	Found   []model.Setting
	Schools []model.LocalEntry
	Fit     model.Fit
}

// FindRota finds the settings that fit a query and an officer's name. What is
// written so leaves out what is only spelled like it, in both layers.
func FindRota(p *content.Pack, l *model.Local, query, officer string, day time.Time) Rota {
	a := Rota{Pack: p, Local: l, Table: p.Rota(), Query: query, Day: day}
	settings, byOfficer := model.Rank(officer, a.Table.Settings, a.officers)
	a.Found, a.Fit = model.Rank(query, settings, func(s model.Setting) []string {
		return append([]string{s.Name}, a.officers(s)...)
	})
	a.findSchools(query, officer)
	if !a.None() && a.Fit >= model.FitNear {
		if _, ok := a.InDirectory(); ok {
			a.Found, a.Schools = nil, nil // what is only spelled like it isn't meant
		}
	}
	if officer != "" {
		a.Query = strings.TrimSpace(query + " " + officer)
		a.Fit = max(a.Fit, byOfficer)
	}
	return a
}

// officers are those of a setting: the protocol's, and the school's own.
func (a Rota) officers(s model.Setting) []string {
	names := []string{s.Officer}
	for _, e := range a.Local.Covers(s) {
		names = append(names, e.Who)
	}
	return names
}

func (a *Rota) findSchools(query, officer string) {
	schools, _ := a.Local.FindSchools(officer, a.Day)
	schools, fit := model.Rank(query, schools, func(e model.LocalEntry) []string { return []string{e.Name, e.Who} })
	switch {
	case len(schools) == 0:
		return
	case fit < model.FitNear && a.Fit >= model.FitNear:
		a.Found, a.Fit = nil, fit
	case fit >= model.FitNear && a.Fit < model.FitNear:
		return
	default:
		a.Fit = min(a.Fit, fit)
	}
	a.Schools = schools
}

// None reports whether nothing fits.
func (a Rota) None() bool { return len(a.Found)+len(a.Schools) == 0 }

// One reports whether a single setting or school fits.
func (a Rota) One() bool { return len(a.Found)+len(a.Schools) == 1 }

// InDirectory is the directory's answer to a query that names no setting and no
// officer, and whether there is one. Only the pack's own words count, such as a
// topic, initials or a contact: a school that the rota doesn't list is never
// answered with a service.
func (a Rota) InDirectory() (Services, bool) {
	if a.Query == "" {
		return Services{}, false
	}
	found := Directory(a.Pack, a.Local, model.ServiceFilter{Query: a.Query, Now: a.Day})
	if found.Matched != model.MatchExact && found.Matched != model.MatchSynonym {
		return Services{}, false
	}
	if len(found.Topics) > 0 || len(found.Own) > 0 || len(a.Pack.Vocabulary().Same(a.Query)) > 0 {
		return found, true
	}
	called := func(name string) bool { return model.Fold(name) == model.Fold(a.Query) }
	for _, h := range found.Head {
		if slices.ContainsFunc(append([]string{h.Name, h.Short, h.ID}, h.Words...), called) {
			return found, true
		}
	}
	for _, s := range found.Services {
		if fit, ok := model.Match(a.Query, s.Name); ok && fit <= model.FitExact {
			return found, true
		}
	}
	return found, false
}

// Lead is the decisive fact before several settings: empty where the school's
// own layer answers for every one of them.
func (a Rota) Lead() string { return Status(a.Pack, a.Local, a.Day, a.Found...) }

// Status is the decisive fact about the officers of some settings. It is empty
// where the school's own entries answer for all of them on the day.
func Status(p *content.Pack, l *model.Local, day time.Time, settings ...model.Setting) string {
	for _, s := range settings {
		if _, ok := l.Cover(s, day); !ok {
			return RotaStatus(p, s.ID)
		}
	}
	return ""
}

// FoundStatus is the decisive fact before what a search has found: about a setting
// or an officer of the rota, and empty for all else.
func FoundStatus(p *content.Pack, l *model.Local, day time.Time, found model.Passage) string {
	var settings []model.Setting
	for _, s := range p.Rota().Settings {
		if found.Kind == "setting" && s.ID == found.ID || found.Kind == "officer" && s.Officer == found.Title {
			settings = append(settings, s)
		}
	}
	return Status(p, l, day, settings...)
}

// RotaStatus is the decisive fact by the notes about the rota, or about a row of
// it, whatever the school's own layer says.
func RotaStatus(p *content.Pack, ids ...string) string {
	for _, n := range p.NotesAbout(append(ids, "rota")...) {
		if n.Status != "" {
			return n.Status
		}
	}
	return ""
}

// SettingNotes are the notes beside settings that one answer is about, those
// that change the answer apart from those to be folded: where the school's own
// entry answers, what the protocol's officer has come to is background.
func SettingNotes(p *content.Pack, l *model.Local, day time.Time, settings ...model.Setting) (open,
	folded []model.Note,
) {
	ids := []string{"rota"}
	var own []model.LocalEntry
	for _, s := range settings {
		ids = append(ids, s.ID)
		if e, ok := l.Cover(s, day); ok {
			own = append(own, e)
		}
	}
	answered := len(own) > 0 && len(own) == len(settings)
	if !answered {
		own = nil
	}
	for _, n := range Notes(p, l, own, ids...) {
		if n.Background || answered && n.Status != "" {
			folded = append(folded, n)
		} else {
			open = append(open, n)
		}
	}
	return open, folded
}

// ListNotes are the notes beside several settings; one about a setting names it.
// Beside the whole rota those about a setting alone are folded: they stand on
// its own page.
func (a Rota) ListNotes() (open, folded []model.Note) {
	names := map[string]string{}
	for _, s := range a.Found {
		names[s.ID] = s.Name
	}
	whole := len(a.Found) == len(a.Table.Settings)
	shown, background := SettingNotes(a.Pack, a.Local, a.Day, a.Found...)
	for _, n := range background {
		folded = append(folded, Named(n, names))
	}
	for _, n := range shown {
		named := Named(n, names)
		if whole && named.Text != n.Text {
			folded = append(folded, named)
		} else {
			open = append(open, named)
		}
	}
	return open, folded
}

// Caution says why a school may be closed on the day, or is empty.
func (a Rota) Caution() string { return a.Local.DayCaution(a.Day) }

// Word is a coverage in a column's few words.
func Word(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return "assigned"
	case model.CoveredWhenRequired:
		return "on request"
	}
	return "nobody"
}

// LocalWord is Word by the school's own entry.
func LocalWord(e model.LocalEntry, day time.Time) string {
	c, stated := e.On(day)
	switch {
	case !e.HoldsOn(day):
		return "ended"
	case !stated:
		return "ask"
	}
	return Word(c)
}

// DayWords answer for a day by the protocol, with what has to be known of the day.
func DayWords(l *model.Local, c model.Coverage, day time.Time) string {
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return c.String() + " (the rota assigns weekdays only)"
	}
	return WithCaution(c.String(), l.DayCaution(day))
}

// LocalDayWords are DayWords by the school's own entry, with the day's name;
// empty where nobody covers it at all.
func LocalDayWords(l *model.Local, e model.LocalEntry, day time.Time) string {
	return WithCaution(e.DayAnswer(day), l.DayCaution(day))
}

// WithCaution adds to an answer why it may not hold. Without an answer there is
// nothing to add to.
func WithCaution(answer, caution string) string {
	if answer == "" || caution == "" {
		return answer
	}
	return answer + " (" + caution + ")"
}
