package upkeep

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Menu is the screen "Private notes": where they are, and what can be done for them.
// What needs no key is there while they are locked too.
type Menu struct {
	component.Base
	env   *component.Env
	notes *Notes
	// amiss is what there is to know of the file.
	amiss      string
	operations []Operation
	choose     func(Operation) tea.Cmd
	back       func() (done bool, cmd tea.Cmd)
	head       *document.Page
	list       component.List
}

// NewMenu lists what can be done, with the operation of an id selected, or the one that
// helps with damage. choose is what choosing one does, and back what Esc does.
func NewMenu(env *component.Env, n *Notes, amiss, id string, choose func(Operation) tea.Cmd,
	back func() (bool, tea.Cmd),
) *Menu {
	m := &Menu{env: env, notes: n, amiss: amiss, operations: n.Operations(), choose: choose, back: back}
	m.list.Heading = func(i int) bool { return m.operations[i].Heading }
	m.list.SetLen(len(m.operations))
	if id == "" && n.Store == nil && n.Status.State == store.Damaged {
		id = "salvage" // which loses least
	}
	for i, o := range m.operations {
		if o.ID == id && id != "" {
			m.list.Select(i)
		}
	}
	return m
}

// SetSize lays the screen out.
func (m *Menu) SetSize(w, h int) {
	m.Base.SetSize(w, h)
	m.Redraw()
}

// Redraw writes the head anew.
func (m *Menu) Redraw() {
	t := m.env.Theme
	p := m.page()
	p.Text(t.Heading, "Private notes")
	if m.H > 14 {
		p.Text(t.Quiet, m.notes.Path)
	}
	// On a low screen the list is worth more, unless something is amiss.
	if line := m.standing(); line != "" && (m.H >= 12 || m.notes.Store == nil) {
		p.Text(t.Plain, line)
	}
	p.Raw("", "")
	m.head = p
	m.list.SetHeight(m.H - len(p.Lines) - m.helpLines() - 1)
	m.list.Select(m.list.At)
}

func (m *Menu) page() *document.Page {
	return document.NewPage(min(m.W-4, 90), m.env.Theme, m.env.Signs)
}

// helpLines is how much room the selected one's help has: that of the longest,
// so that the list stays where it is.
func (m *Menu) helpLines() int {
	most := 2
	for i := range m.operations {
		most = max(most, len(m.help(i).Lines))
	}
	return min(most, max(m.H/3, 2))
}

func (m *Menu) help(i int) *document.Page {
	p := m.page()
	if o := m.operations[i]; o.Off != "" {
		p.Text(m.env.Theme.Plain, o.Off)
	} else {
		p.Text(m.env.Theme.Quiet, o.Help)
	}
	return p
}

func (m *Menu) standing() string {
	n, line := m.notes, ""
	switch {
	case !n.looked:
		return ""
	case n.Store == nil:
		line = name("They are " + StateWord(n.Status) + ".")
	case m.amiss != "":
		line = m.amiss
	}
	switch {
	case n.Err != nil:
		line += " The backups can't be listed."
	case len(n.Backups) == 0:
		line += " No backup yet: one is made on the first change of each day."
	default:
		line += " Newest backup: " + n.Backups[0].Day.Format("2 January 2006") + ", " + sizeWord(n.Backups[0].Size) +
			"."
	}
	return strings.TrimSpace(line)
}

// StateWord is how notes stand, in a word or two.
func StateWord(st store.Status) string {
	switch st.State {
	case store.Absent:
		return "not set up"
	case store.Orphaned:
		return "missing"
	case store.InUse:
		return "open " + st.Holder.String()
	case store.Unreadable:
		return "can't be read"
	case store.Damaged:
		return "damaged"
	case store.Foreign:
		return "not a file of isspp's notes"
	case store.Present:
	}
	return "sealed"
}

// View returns the head, the operations in view, and the help of the selected one.
func (m *Menu) View() []string {
	t, sg := m.env.Theme, m.env.Signs
	out := component.Inset(m.head.Painted())
	if m.list.Len > m.list.Height {
		// Not all of them are in view: how many there are is said at the head.
		out[0] += t.Quiet.Render("   " + m.list.Place())
	}
	out = append(out, component.Rows(&m.list, m.W, t, sg, func(i int, selected bool) string {
		o := m.operations[i]
		switch {
		case o.Heading:
			return "  " + t.Group.Render(strings.ToUpper(o.Title)) // under the title of the screen
		case selected:
			return t.Selected.Render(o.Title)
		case o.Off != "":
			return t.Quiet.Render(o.Title)
		}
		return o.Title
	})...)
	if m.list.At < 0 {
		return out
	}
	lines := component.Inset(m.help(m.list.At).Painted())
	return append(append(out, ""), lines[:min(len(lines), m.helpLines())]...)
}

// Update moves, and does what is selected.
func (m *Menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		m.Redraw()
	case tea.MouseWheelMsg:
		m.list.Move(component.Wheel(msg) / 3)
	case tea.MouseClickMsg:
		if i := m.list.Row(msg.Y - len(m.head.Lines)); i >= 0 && !m.operations[i].Heading {
			m.list.Select(i)
			return m.do(i)
		}
	case tea.KeyPressMsg:
		switch key := msg.String(); key {
		case "esc", "ctrl+c", "q", "ctrl+n":
			done, cmd := m.back()
			if done {
				m.Close()
			}
			return cmd
		case "enter", "space":
			return m.do(m.list.At)
		default:
			move(&m.list, key)
		}
	}
	return nil
}

func (m *Menu) do(i int) tea.Cmd {
	if i < 0 || m.operations[i].Heading || m.operations[i].Off != "" {
		return nil
	}
	return m.choose(m.operations[i])
}

// Actions are the keys.
func (m *Menu) Actions() []component.Action {
	return []component.Action{
		component.Hint("enter", "do it"), component.Hint("down", "next"),
		component.Hint("esc", "back"),
	}
}

// Operations are what can be done for the notes as they stand, under their headings.
func (n *Notes) Operations() []Operation {
	if n.Store == nil {
		return n.locked()
	}
	everyday := []Operation{
		{Title: "Everyday", Heading: true},
		n.backup(), n.copyTo(), n.verify(), n.export(), n.importFile(), n.log(),
	}
	rescue := []Operation{{Title: "Rescue", Heading: true}}
	if n.Mendable {
		rescue = append(rescue, n.rebuild())
	}
	if n.Older != "" {
		rescue = append(rescue, n.accept())
	}
	rescue = append(rescue, n.restore(), n.passphrase(), n.recovery())
	disposal := []Operation{{Title: "Disposal", Heading: true}, n.hold(), n.purge()}
	if n.Older != "" || n.Mendable {
		// What is amiss comes before what is done every day.
		everyday, rescue = rescue, everyday
	}
	return slices.Concat(everyday, rescue, disposal)
}

// Unlock is the id of what the app does by itself: unlocking, or setting up.
const Unlock = "unlock"

func (n *Notes) locked() []Operation {
	if n.looked && n.Status.State == store.Absent {
		return []Operation{{
			ID: Unlock, Title: "Set up private notes",
			Help: "A passphrase, and a recovery key that is shown once.",
		}}
	}
	out := []Operation{{
		ID: Unlock, Title: "Unlock the notes",
		Help: "Everything else is done with the notes open. Forgotten? The recovery key opens them, and a new " +
			"passphrase is chosen.",
	}}
	if n.Status.State == store.Damaged || n.Mendable || store.Rebuildable(n.Status.Err) {
		out = append(out, n.rebuild()) // before what loses more
	}
	return append(out, n.restore())
}
