package rota

import (
	"strings"

	"isspp/model"
)

// row is one line of the list: a setting, or an officer.
type row struct {
	id      string
	title   string
	today   string
	mine    bool
	setting *model.Setting
	officer *model.Officer
}

// build makes the rows of the mode that match what is typed. A query that
// matches several shows them all: the right one is never guessed.
func (v *View) build() []row {
	if v.mode == byOfficer {
		return v.officers()
	}
	return v.settings()
}

func (v *View) settings() []row {
	found, _ := model.Rank(v.find.Value(), v.rota.Settings, func(s model.Setting) []string { return []string{s.Name, s.Officer} })
	rows := make([]row, 0, len(found))
	for i := range found {
		s := &found[i]
		r := row{id: s.ID, title: s.Name, today: todayWord(s.On(v.env.Now)), setting: s, mine: v.mine(s.Name)}
		if r.mine {
			rows = append([]row{r}, rows...)
			continue
		}
		rows = append(rows, r)
	}
	return rows
}

func (v *View) officers() []row {
	all, _ := model.Rank(v.find.Value(), v.rota.Officers(), func(o model.Officer) []string {
		names := []string{o.Name}
		for _, s := range o.Settings {
			names = append(names, s.Name)
		}
		return names
	})
	rows := make([]row, 0, len(all))
	for i := range all {
		o := &all[i]
		today := "no"
		for _, s := range o.Settings {
			switch s.On(v.env.Now) {
			case model.CoveredYes:
				today = "yes"
			case model.CoveredWhenRequired:
				if today == "no" {
					today = "asked"
				}
			}
		}
		rows = append(rows, row{id: o.ID, title: o.Name, today: today, officer: o})
	}
	return rows
}

// mine tells whether a setting is the one that the config calls the person's own.
func (v *View) mine(name string) bool {
	return v.env.School != "" && strings.EqualFold(v.env.School, name)
}

// todayWord is the list's one word for a coverage: an officer who attends when
// required comes when asked.
func todayWord(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return "yes"
	case model.CoveredWhenRequired:
		return "asked"
	}
	return "no"
}
