// Package rota is the tab that answers "which officer covers us, and are they
// assigned today?": by setting, by officer, and as a week. It says who is
// assigned, as of the edition; it never claims that somebody is on site.
package rota

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// mode is how the rota is laid out.
type mode int

const (
	bySetting mode = iota
	byOfficer
	asWeek
	modes
)

// View is the tab.
type View struct {
	env    *kit.Env
	rota   model.Rota
	mode   mode
	find   *kit.Field
	rows   []row
	list   kit.List
	detail kit.Detail
	// reading is the detail alone, on screens too narrow for both.
	reading bool
	// lead is what has become of the role, or empty; allNotes unfolds the notes.
	lead     string
	allNotes bool
	w, h     int
	kept     []string
}

// New makes the tab.
func New(env *kit.Env) *View {
	v := &View{env: env, rota: env.Pack.Rota(), find: kit.NewField("/ ", "find a school or an officer")}
	v.list.Lines = func(i int) int { return len(v.titleLines(v.rows[i])) }
	v.refresh()
	return v
}

// split is the rota's: list and details stand side by side on a wide screen.
var split = kit.Split{Share: 46, Least: 59, Most: 64, Narrow: 40}

func (v *View) wide() bool     { return split.Beside(v.w) }
func (v *View) listWidth() int { return split.List(v.w) }

// inside is the room in the list's pane, which the week has all of.
func (v *View) inside() (w, h int) {
	if v.mode == asWeek {
		return kit.Inside(v.w, v.h)
	}
	return kit.Inside(v.listWidth(), v.h)
}

// previewLines is how much of the detail stands below the list on a narrow
// screen: what the list leaves, but never less than the answer itself.
func (v *View) previewLines() int {
	least := 4
	if v.mode == byOfficer {
		least = 5 // an officer may have two settings
	}
	_, h := v.inside()
	return max(h-1-len(v.leadLines())-max(len(v.rota.Settings), len(v.rows)), least)
}

// Resize lays the tab out.
func (v *View) Resize(w, h int) {
	v.w, v.h = w, h
	v.Redraw()
}

// fit gives the list the lines, and the find line the cells, that the mode leaves
// them.
func (v *View) fit() {
	w, lines := v.inside()
	v.find.SetWidth(w - 10)
	if v.mode == asWeek {
		v.find.SetWidth(v.nameWidth())
	}
	lines -= 1 + len(v.leadLines())
	if !v.wide() && v.mode != asWeek {
		lines -= v.previewLines()
	}
	v.list.SetHeight(lines)
}

// Redraw drops what was drawn, and reads the rows again: the day may have
// changed, and with it who is assigned, or the school's own layer.
func (v *View) Redraw() {
	v.drop()
	v.rows = v.build()
	v.list.SetLen(len(v.rows))
	v.fit()
}

func (v *View) drop() {
	v.kept = nil
	v.detail.Drop()
}

func (v *View) changed() { v.kept = nil }

// refresh reads the rows for the mode and the query.
func (v *View) refresh() {
	keep := ""
	if r, ok := v.selected(); ok {
		keep = r.id
	}
	v.rows = v.build()
	v.list.SetLen(len(v.rows))
	v.fit()
	v.list.Select(0)
	for i, r := range v.rows {
		if r.id == keep {
			v.list.Select(i)
		}
	}
	v.detail.Scroll = kit.Scroll{}
	v.drop()
}

func (v *View) selected() (row, bool) {
	if v.list.At < 0 || v.list.At >= len(v.rows) {
		return row{}, false
	}
	return v.rows[v.list.At], true
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
	v.find.Set("")
	v.refresh()
	v.choose(id)
	v.reading = !v.wide()
	return true
}

// ownSchool tells whether an id is that of a school which the school's own layer
// has and the rota doesn't.
func (v *View) ownSchool(id string) bool {
	for _, e := range v.env.Local.Schools() {
		if e.Place() == id {
			return true
		}
	}
	return false
}

func (v *View) choose(id string) {
	for i, r := range v.rows {
		if r.id == id {
			v.move(i - v.list.At)
		}
	}
}

// Filter puts the cursor into the find line.
func (v *View) Filter() {
	v.reading = false
	v.find.Focus()
	v.changed()
}

func (v *View) move(n int) {
	v.list.Move(n)
	v.detail.Scroll = kit.Scroll{}
	v.changed()
}

// Handle takes no messages: the tab has no commands of its own.
func (v *View) Handle(tea.Msg) tea.Cmd { return nil }

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
