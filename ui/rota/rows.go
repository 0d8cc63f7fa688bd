package rota

import (
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

type row struct {
	id      string
	title   string
	today   string
	mine    bool
	setting *model.Setting
	officer *model.Officer
	// local is the school's own entry that holds today, or nil. A row with neither
	// a setting nor an officer has nothing else.
	local *model.LocalEntry
	// own are the settings at which the school's own layer names an officer.
	own []model.Setting
	// under tells the protocol's own line below a Local one, in the week.
	under bool
}

// build makes the rows of the mode that match what is typed. A query that
// matches several shows them all: the right one is never guessed.
func (v *View) build() []row {
	v.lead = lookup.Status(v.Env.Pack, v.Env.Local, v.Env.Now, v.rota.Settings...)
	switch v.mode {
	case byOfficer:
		return v.officers()
	case asWeek:
		return underLocal(v.settings())
	}
	return v.settings()
}

// underLocal puts the protocol's own line below each that the school's own
// layer answers, for the week, which has no details beside it.
func underLocal(rows []row) []row {
	var out []row
	for _, r := range rows {
		out = append(out, r)
		if r.local != nil && r.setting != nil {
			r.id, r.local, r.mine, r.under = r.id+"#protocol", nil, false, true
			out = append(out, r)
		}
	}
	return out
}

// settings are the rows of the settings; the person's own school comes first.
func (v *View) settings() []row {
	a := lookup.FindRota(v.Env.Pack, v.Env.Local, v.Find.Value(), "", v.Env.Now)
	if !a.None() {
		v.lead = a.Lead()
	}
	var rows, mine []row
	put := func(r row, e model.LocalEntry, own bool) {
		if own {
			r.local, r.today = &e, lookup.LocalWord(e, v.Env.Now)
		}
		if r.mine = v.Env.School != "" && strings.EqualFold(v.Env.School, r.title); r.mine {
			mine = append(mine, r)
		} else {
			rows = append(rows, r)
		}
	}
	for i := range a.Found {
		s := &a.Found[i]
		e, own := v.Env.Local.Cover(*s, v.Env.Now)
		put(row{id: s.ID, title: s.Name, today: lookup.Word(s.On(v.Env.Now)), setting: s}, e, own)
	}
	for _, e := range a.Schools {
		put(row{id: e.Place(), title: e.Name}, e, true)
	}
	return append(mine, rows...)
}

func (v *View) officers() []row {
	all, _ := model.Rank(v.Find.Value(), v.rota.Officers(), func(o model.Officer) []string {
		names := []string{o.Name}
		for _, s := range o.Settings {
			names = append(names, s.Name)
		}
		return names
	})
	rows := v.localOfficers()
	for i := range all {
		o := &all[i]
		best := model.CoveredNo
		for _, s := range o.Settings {
			if c := s.On(v.Env.Now); c == model.CoveredYes || best == model.CoveredNo {
				best = c
			}
		}
		rows = append(rows, row{id: o.ID, title: o.Name, today: lookup.Word(best), officer: o})
	}
	return rows
}

// localOfficers are those whom the school's own layer names today, each once,
// before the protocol's.
func (v *View) localOfficers() []row {
	var rows []row
	at := map[string]int{}
	add := func(e model.LocalEntry, s *model.Setting) {
		if e.Nobody() || e.Who == "" {
			return
		}
		i, known := at[e.Who]
		if !known {
			i, at[e.Who] = len(rows), len(rows)
			rows = append(rows, row{
				id: model.LocalPlace + "officer/" + model.Fold(e.Who), title: e.Who,
				today: lookup.LocalWord(e, v.Env.Now), local: &e,
			})
		}
		if s != nil {
			rows[i].own = append(rows[i].own, *s)
		}
	}
	for _, s := range v.rota.Settings {
		if e, ok := v.Env.Local.Cover(s, v.Env.Now); ok {
			add(e, &s)
		}
	}
	schools, _ := v.Env.Local.FindSchools("", v.Env.Now)
	for _, e := range schools {
		add(e, nil)
	}
	found, _ := model.Rank(v.Find.Value(), rows, func(r row) []string {
		names := []string{r.title, r.local.Name}
		for _, s := range r.own {
			names = append(names, s.Name)
		}
		return names
	})
	return found
}

// settings are the rota's rows that a row of the list is about.
func (r row) settings() []model.Setting {
	switch {
	case r.setting != nil:
		return []model.Setting{*r.setting}
	case r.officer != nil:
		return r.officer.Settings
	}
	return r.own
}
