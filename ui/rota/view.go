// Package rota is the tab that answers "which officer covers us, and are they
// assigned today?": by setting, by officer, and as a week. It says who is
// assigned, as of the edition; it never claims that somebody is on site.
package rota

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

type mode int

const (
	bySetting mode = iota
	byOfficer
	asWeek
	modes
)

// View is the tab.
type View struct {
	component.Browser
	rota model.Rota
	mode mode
	rows []row
	// lead is what has become of the role, or empty; allNotes unfolds the notes.
	lead     string
	allNotes bool
}

// New makes the tab.
func New(env *component.Env) *View {
	v := &View{rota: env.Pack.Rota()}
	split := component.Split{Share: 46, Least: 59, Most: 64, Narrow: 40}
	v.Browser = component.Browse(env, split, component.NewField("/ ", "find a school or an officer"), v)
	v.List.Lines = func(i int) int { return len(v.titleLines(v.rows[i])) }
	v.Ready()
	return v
}

// Load has nothing to read but the rows.
func (v *View) Load() {}

// Read reads the rows for the mode and the query.
func (v *View) Read() int {
	v.Alone = v.mode == asWeek
	v.rows = v.build()
	return len(v.rows)
}

// ID is a row's id.
func (v *View) ID(row int) string { return v.rows[row].id }

// Top is the lead above the rows, and the line for finding.
func (v *View) Top() int { return len(v.leadLines()) + 1 }

// previewLines is how much of the detail stands below the list on a narrow
// screen: what the list leaves, but never less than the answer itself.
func (v *View) previewLines() int {
	least := 4
	if v.mode == byOfficer {
		least = 5 // an officer may have two settings
	}
	_, h := v.Inside()
	return max(h-v.Top()-max(len(v.rota.Settings), len(v.rows)), least)
}

// Fit gives the list the lines, and the find line the cells, that the mode leaves
// them.
func (v *View) Fit() {
	w, lines := v.Inside()
	v.Find.SetWidth(w - 10)
	if v.mode == asWeek {
		v.Find.SetWidth(v.nameWidth())
	}
	lines -= v.Top()
	if !v.Wide() && v.mode != asWeek {
		lines -= v.previewLines()
	}
	v.List.SetHeight(lines)
}

func (v *View) selected() (row, bool) {
	if !v.Selects() {
		return row{}, false
	}
	return v.rows[v.List.At], true
}

// Open shows a setting or an officer by id.
func (v *View) Open(id string) bool {
	mode := bySetting
	if strings.HasPrefix(id, "officer/") {
		mode = byOfficer
	} else if _, ok := v.rota.Find(id); !ok && !v.ownSchool(id) {
		return false
	}
	v.mode = mode
	v.Find.Set("")
	v.Refresh()
	v.Choose(id)
	v.Reading = !v.Wide()
	return true
}

// ownSchool tells whether an id is that of a school which the school's own layer
// has and the rota doesn't.
func (v *View) ownSchool(id string) bool {
	return slices.ContainsFunc(v.Env.Local.Schools(), func(e model.LocalEntry) bool { return e.Place() == id })
}

// Deck names the slides of the rota.
func (v *View) Deck() string { return "rota" }

// At is the id of the selected setting; of an officer it is their first one, and
// of what is Local alone its own.
func (v *View) At() string {
	r, ok := v.selected()
	switch {
	case !ok:
		return ""
	case r.setting == nil && r.officer != nil && len(r.officer.Settings) > 0:
		return r.officer.Settings[0].ID
	case r.setting == nil && r.local != nil:
		return r.id
	case r.setting == nil:
		return ""
	}
	return r.setting.ID
}

// Page is what is known of the selected row.
func (v *View) Page() []string {
	return v.detailPage(v.rows[v.List.At], v.Split.Text(v.W, v.H)).Painted()
}

// Title is the selected row's.
func (v *View) Title() string {
	r, _ := v.selected()
	return r.title
}

// Selected is everything about the selected row.
func (v *View) Selected() (name, text string, private bool) {
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

func (v *View) detailPage(r row, w int) *document.Page {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.setting != nil:
		p.Setting(v.Env, *r.setting, v.allNotes)
	case r.officer != nil:
		p.Officer(v.Env, *r.officer, v.allNotes)
	case r.id == r.local.Place():
		p.OwnSchool(v.Env, r.id)
	default:
		p.OwnOfficer(v.Env, *r.local, r.own, v.allNotes)
	}
	return p
}
