// Package directory is the tab that answers "whom can we ring, for whom, and are
// they open?": the protocol's directory of support by tier, with filters by
// words, age, topic and opening hours. It never shows a guess as printed.
package directory

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// View is the tab.
type View struct {
	env *kit.Env
	// dir is read when the tab is first shown.
	dir    model.Directory
	loaded bool

	find, age *kit.Field
	topic     string
	openOnly  bool

	rows    []row
	list    kit.List
	detail  kit.Detail
	reading bool
	chooser *kit.Chooser

	w, h int
	kept []string

	// clip and browse reach outside the app; only commands call them.
	clip   func(text string) error
	browse func(address string) error
}

// New makes the tab. It reads nothing of the pack yet.
func New(env *kit.Env) *View {
	v := &View{
		env:  env,
		find: kit.NewField("/ ", "find a service, a topic, a number"),
		age:  kit.NewField("Age: ", "in years"),
		clip: kit.Clipboard, browse: browse,
	}
	v.list.Heading = func(i int) bool { return v.rows[i].heading }
	v.list.Lines = func(i int) int { return len(v.titleLines(v.rows[i])) }
	return v
}

// load reads the directory once the tab is first shown or asked for something.
func (v *View) load() {
	if !v.loaded {
		v.loaded = true
		v.dir = v.env.Pack.Directory()
		v.refresh()
	}
}

// split is the directory's: entries on the left, everything about one on the right.
var split = kit.Split{Share: 48, Least: 54, Most: 72, Narrow: 40}

func (v *View) wide() bool     { return split.Beside(v.w) }
func (v *View) listWidth() int { return split.List(v.w) }

// inside is the room in the list's pane.
func (v *View) inside() (w, h int) { return kit.Inside(v.listWidth(), v.h) }

// previewLines is how much of the details stands below the list on a narrow screen.
const previewLines = 4

// Resize takes the size; the layout waits until the tab is drawn.
func (v *View) Resize(w, h int) {
	v.w, v.h = w, h
	lw, _ := v.inside()
	v.find.SetWidth(lw - 14)
	v.age.SetWidth(lw - 14)
	v.Redraw()
}

// Redraw drops what was drawn. The hour may have changed, so the answers of
// "open now" are read again.
func (v *View) Redraw() {
	v.kept = nil
	v.detail.Drop()
	if v.loaded {
		v.rows = v.build()
		v.list.SetLen(len(v.rows))
	}
}

func (v *View) changed() { v.kept = nil }

// refresh reads the rows for the filters and keeps the selection where it can.
func (v *View) refresh() {
	keep := ""
	if r, ok := v.selected(); ok {
		keep = r.id
	}
	v.rows = v.build()
	v.list.SetLen(len(v.rows))
	v.list.Top = 0
	v.list.Select(0)
	if !v.choose(keep) {
		v.move(0)
	}
	v.kept = nil
	v.detail.Drop()
}

func (v *View) selected() (row, bool) {
	if v.list.At < 0 || v.list.At >= len(v.rows) || v.rows[v.list.At].heading {
		return row{}, false
	}
	return v.rows[v.list.At], true
}

// choose selects the row of an id and tells whether there is one.
func (v *View) choose(id string) bool {
	for i, r := range v.rows {
		if id != "" && r.id == id {
			v.move(i - v.list.At)
			return true
		}
	}
	return false
}

// move selects a row n further on; headings are passed over.
func (v *View) move(n int) {
	v.list.Move(n)
	v.detail.Scroll = kit.Scroll{}
	v.changed()
}

// Open shows a service or a contact by id.
func (v *View) Open(id string) bool {
	v.load()
	if !v.has(id) {
		return false
	}
	v.clearAll()
	v.chooser = nil
	v.choose(strings.TrimPrefix(id, "contacts/"))
	v.reading = !v.wide()
	return true
}

func (v *View) has(id string) bool {
	shown, _ := lookup.FindOwns(v.env.Local, v.env.Now, "")
	for _, o := range shown {
		if id == ownID(o.Slot) {
			return true
		}
	}
	id = strings.TrimPrefix(id, "contacts/")
	for _, h := range append(v.dir.Head[:len(v.dir.Head):len(v.dir.Head)], v.dir.Bulletin) {
		if h.ID != "" && (h.ID == id || headID(h) == id) {
			return true
		}
	}
	for _, s := range v.dir.Services() {
		if s.ID == id {
			return true
		}
	}
	return false
}

// Filter puts the cursor into the find line.
func (v *View) Filter() {
	v.load()
	v.reading, v.chooser = false, nil
	v.age.Blur()
	v.find.Focus()
	v.changed()
}

// Handle takes no messages: what a command did is said above the footer.
func (v *View) Handle(tea.Msg) tea.Cmd { return nil }

// Deck names the slides of the directory.
func (v *View) Deck() string { return "directory" }

// At is the id of the selected service or contact.
func (v *View) At() string {
	v.load()
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
