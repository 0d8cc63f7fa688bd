// Package protective is the tab of the protective factors, each with
// private notes for a child's reference or for the whole school, and with what
// will be done to build it. For a reference it says which factors the last
// walkthrough saw and which are missing. Notes are sealed as they are typed; a
// process without the notes' key takes none.
package protective

import (
	"encoding/json"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// View is the tab. While its keys are in the details they move among the notes.
type View struct {
	component.Browser
	factors model.List
	rows    []row
	// by is what the rows are arranged by.
	by arrangement
	// picker asks whose notes are shown, which whose then holds; nil otherwise.
	picker *component.Picker
	whose  whose
	// last is the last walkthrough of the reference that is shown.
	last last

	// noteAt is the selected note, and starts the lines at which the notes start.
	noteAt int
	starts []int

	notes notes
	edit  *edit
}

// New makes the tab. It reads nothing of the pack yet.
func New(env *component.Env) *View {
	v := &View{notes: notes{
		saver: component.Saver{ID: "factornote"}, soon: component.Throttle{ID: "factornote"},
		byID: map[string]*model.FactorNote{}, on: map[string][]string{}, failed: map[string]bool{},
	}}
	split := component.Split{Share: 46, Least: 50, Most: 72, Narrow: 40}
	v.Browser = component.Browse(env, split, component.NewField("Find: ", "a factor"), v)
	v.Moved = v.moved
	v.List.Heading = func(i int) bool { return v.rows[i].heading != "" }
	v.List.Lines = func(i int) int { return len(v.title(v.rows[i])) }
	return v
}

// Load reads the factors.
func (v *View) Load() { v.factors, _ = v.Env.Pack.List("protective") }

// ID is that of a row's factor.
func (v *View) ID(row int) string { return v.rows[row].item.ID }

// previewLines is how much of the details stands below the list on a narrow screen.
const previewLines = 4

// Fit gives the fields their cells and the list its lines.
func (v *View) Fit() {
	w, lines := v.Inside()
	v.Find.SetWidth(w - 2)
	if !v.Wide() {
		lines -= previewLines
	}
	v.List.SetHeight(lines - 1)
	if v.picker != nil {
		v.picker.SetSize(w, lines)
	}
}

// SetSize takes the size.
func (v *View) SetSize(w, h int) {
	v.Browser.SetSize(w, h)
	if v.edit != nil {
		v.edit.SetSize(w, h)
	}
}

// View returns the body's lines: the note that is written has all of it.
func (v *View) View() []string {
	if v.edit != nil {
		return v.edit.View()
	}
	return v.Browser.View()
}

// Cursor stands where text is typed.
func (v *View) Cursor() *tea.Cursor {
	switch {
	case v.edit != nil:
		return v.edit.Cursor()
	case v.picker != nil:
		c := v.picker.Cursor()
		c.X, c.Y = c.X+component.PaneLeft(v.H), c.Y+component.PaneTop
		return c
	}
	return v.Browser.Cursor()
}

// Update takes what is typed, the mouse, and the results of the tab's own commands.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.SoonMsg:
		if v.notes.soon.Due(msg) {
			return v.Flush()
		}
		return nil
	case component.SavedMsg:
		return v.saved(msg)
	case component.RedrawMsg:
		return v.Browser.Update(msg)
	}
	switch {
	case v.edit != nil:
		return v.edit.Update(msg)
	case v.picker != nil:
		v.Changed()
		if click, ok := msg.(tea.MouseClickMsg); ok {
			if click.Y -= component.PaneTop; click.X >= v.ListWidth() {
				return nil
			}
			msg = click
		}
		return v.picker.Update(msg)
	}
	return v.Browser.Update(msg)
}

// Filter puts the cursor into the find line.
func (v *View) Filter() {
	if v.edit == nil {
		v.picker = nil
		v.Browser.Filter()
	}
}

// Open shows a factor by id, or the first of a domain.
func (v *View) Open(id string) bool {
	v.Ready()
	item := ""
	for _, d := range v.factors.Domains {
		for i, it := range d.Items {
			if it.ID == id || i == 0 && d.ID == id {
				item = it.ID
			}
		}
	}
	if item == "" || v.edit != nil {
		return false
	}
	v.Find.Set("")
	v.Find.Blur()
	v.by = byDomain
	v.Refresh()
	v.Choose(item)
	v.Reading = !v.Wide()
	return true
}

// Deck names the slides of the protective factors.
func (v *View) Deck() string { return "protective" }

// At is the id of the selected factor.
func (v *View) At() string {
	v.Ready()
	r, _ := v.selected()
	return r.item.ID
}

// Selected is the note at the selected place: its text, and what will be done
// to build the factor. While one is written it is what stands where the cursor is.
func (v *View) Selected() (name, text string, private bool) {
	if v.edit != nil {
		return "", v.edit.Form.Value(v.edit.Form.At()), true
	}
	if n := v.shownNote(); n != nil {
		text = n.Body
		if n.Build.Planned() {
			text += "\nWe will: " + n.Build.What + "\n" + v.ownerAndDay(n.Build)
		}
	}
	return "", strings.TrimSpace(text), true
}

// standing is where the person is: the factor, and the note that is being written.
type standing struct {
	Item string `json:"item,omitempty"`
	Note string `json:"note,omitempty"`
	At   int    `json:"at,omitempty"`
}

// Place is where the person is in the tab, for the session after a lock. It is
// kept sealed.
func (v *View) Place() string {
	var s standing
	if r, ok := v.selected(); ok {
		s.Item = r.item.ID
	}
	if v.edit != nil {
		s.Note, s.At = v.edit.note.ID, v.edit.Form.At()
	}
	b, err := json.Marshal(s)
	if err != nil || s == (standing{}) {
		return ""
	}
	return string(b)
}

// Return goes back there, with the note open where it was being written.
func (v *View) Return(place string) tea.Cmd {
	var s standing
	if json.Unmarshal([]byte(place), &s) != nil {
		return nil
	}
	v.Ready()
	v.Choose(s.Item)
	if n := v.notes.byID[s.Note]; n != nil {
		v.begin(n, s.At)
	}
	v.Drop()
	return nil
}
