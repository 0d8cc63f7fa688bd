// Package directory is the tab that answers "whom can we ring, for whom, and are
// they open?": the protocol's directory of support by tier, with filters by
// words, age, topic and opening hours. It never shows a guess as printed.
package directory

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// View is the tab.
type View struct {
	component.Browser
	// dir is read when the tab is first shown.
	dir model.Directory

	age      *component.Field
	topic    string
	openOnly bool

	rows []row
	// picker lies over the rows while something is chosen, and turned tells that it lies
	// over the details.
	picker *component.Picker
	turned bool

	// clip and browse reach outside the app; only commands call them.
	clip   func(text string) error
	browse func(address string) error
}

// New makes the tab. It reads nothing of the pack yet.
func New(env *component.Env) *View {
	v := &View{age: component.NewField("Age: ", "in years"), clip: component.Clipboard, browse: browse}
	split := component.Split{Share: 48, Least: 54, Most: 72, Narrow: 40}
	v.Browser = component.Browse(env, split, component.NewField("/ ", "find a service, a topic, a number"), v)
	v.List.Heading = func(i int) bool { return v.rows[i].heading }
	v.List.Lines = func(i int) int { return len(v.titleLines(v.rows[i])) }
	return v
}

// Load reads the directory.
func (v *View) Load() { v.dir = v.Env.Pack.Directory() }

// Read reads the rows that the filters let through.
func (v *View) Read() int {
	v.rows = v.build()
	return len(v.rows)
}

// ID is a row's id.
func (v *View) ID(row int) string { return v.rows[row].id }

// Fit gives the fields their cells and the list its lines.
func (v *View) Fit() {
	w, lines := v.Inside()
	v.Find.SetWidth(w - 14)
	v.age.SetWidth(w - 14)
	lines -= v.Top()
	if !v.Wide() {
		lines -= previewLines
	}
	v.List.SetHeight(lines)
}

const previewLines = 4

func (v *View) selected() (row, bool) {
	if !v.Selects() {
		return row{}, false
	}
	return v.rows[v.List.At], true
}

// Open shows a service or a contact by id.
func (v *View) Open(id string) bool {
	v.Ready()
	if !v.has(id) {
		return false
	}
	v.clearAll()
	v.picker = nil
	v.Choose(strings.TrimPrefix(id, "contacts/"))
	v.Reading = !v.Wide()
	return true
}

func (v *View) has(id string) bool {
	owns, _ := lookup.FindOwns(v.Env.Local, v.Env.Now, "")
	bare := strings.TrimPrefix(id, "contacts/")
	return slices.ContainsFunc(owns, func(o lookup.Own) bool { return id == ownID(o.Slot) }) ||
		slices.ContainsFunc(slices.Concat(v.dir.Head, []model.HeadContact{v.dir.Bulletin}),
			func(h model.HeadContact) bool { return h.ID != "" && headID(h) == bare }) ||
		slices.ContainsFunc(v.dir.Services(), func(s model.Service) bool { return s.ID == bare })
}

// View returns the body's lines; a picker over them is drawn anew each time.
func (v *View) View() []string {
	if v.picker != nil {
		v.Changed()
	}
	return v.Browser.View()
}

// Filter puts the cursor into the find line.
func (v *View) Filter() {
	v.picker = nil
	v.age.Blur()
	v.Browser.Filter()
}

// Deck names the slides of the directory.
func (v *View) Deck() string { return "directory" }

// At is the id of the selected service or contact.
func (v *View) At() string {
	v.Ready()
	r, ok := v.selected()
	switch {
	case !ok:
		return ""
	case r.head != nil:
		return "contacts/" + headID(*r.head)
	case r.own != nil:
		return r.id
	case r.service != nil:
		return r.service.ID
	}
	return ""
}

// Page is everything known of the selected row.
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
	v.Ready()
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

func (v *View) detailPage(r row, w int) *document.Page {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.own != nil:
		p.OwnContact(v.Env, *r.own)
	case r.service != nil:
		p.Service(v.Env, *r.service)
		p.Notes(v.Env.NotesAbout(nil, "directory"))
	default:
		p.HeadContact(v.Env, *r.head)
		p.Notes(v.Env.NotesAbout(nil, "contacts"))
	}
	return p
}
