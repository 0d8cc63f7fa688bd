package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// task is one thing that can be done for the notes.
type task struct {
	id, title, help string
	// off says why it can't be done now; empty where it can.
	off string
	do  func() tea.Cmd
	// heading tells that it names those below it.
	heading bool
}

// upkeep is the screen "Private notes": where they are, and what can be done for
// them. What needs no key is there while they are locked too.
type upkeep struct {
	kit.Base
	s      *notesSession
	chores []task
	head   *document.Page
	list   kit.List
}

// lookedMsg is what could be seen of the notes without a key.
type lookedMsg struct {
	status  store.Status
	backups []store.BackupFile
	aside   []store.BackupFile
	err     error
}

// lookForUpkeep looks how the notes stand, and then the screen is shown.
func (s *notesSession) lookForUpkeep() tea.Cmd {
	path, open := s.o.NotesPath, s.store != nil
	return func() tea.Msg {
		m := lookedMsg{status: store.Status{State: store.InUse}}
		if !open {
			m.status = store.Look(path)
		}
		m.backups, m.err = store.Backups(path)
		if m.err == nil {
			m.aside, m.err = store.SetAside(path)
		}
		return m
	}
}

// backToUpkeep shows the screen again, as things stand now.
func (s *notesSession) backToUpkeep() tea.Cmd {
	s.upkeep = true
	return s.lookForUpkeep()
}

// upkeeping takes the results of what was looked at or done for the notes.
func (s *notesSession) upkeeping(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case entryStatusMsg:
		if s.store == nil {
			s.app.Open(newWay(s, msg))
		}
	case lookedMsg:
		return s.lookedAt(msg)
	case lookedIntoMsg:
		return msg.e.lookedInto(msg)
	case wizardMsg:
		switch {
		case msg.e.then != nil && msg.err == nil:
			s.app.Open(msg.e.then())
		case msg.changed && s.store != nil:
			return s.reread()
		}
		return s.leaveIfSettled()
	}
	return nil
}

// lookedAt shows the screen, or what it now says.
func (s *notesSession) lookedAt(m lookedMsg) tea.Cmd {
	s.looked = &m
	if s.upkeep {
		s.upkeep = false
		s.app.Open(newUpkeep(s))
	}
	return nil
}

func newUpkeep(s *notesSession) *upkeep {
	u := &upkeep{s: s}
	u.chores = s.tasks()
	u.list.Heading = func(i int) bool { return u.chores[i].heading }
	u.list.SetLen(len(u.chores))
	for i, c := range u.chores {
		if c.id == s.chore {
			u.list.Select(i)
		}
	}
	return u
}

// SetSize lays the screen out.
func (u *upkeep) SetSize(w, h int) {
	u.Base.SetSize(w, h)
	u.Redraw()
}

// Redraw writes the head anew.
func (u *upkeep) Redraw() {
	t := u.s.env.Theme
	p := document.NewPage(min(u.W-4, 90), t, u.s.env.Signs)
	p.Text(t.Heading, "Private notes")
	if u.H > 14 {
		p.Text(t.Quiet, u.s.o.NotesPath)
	}
	// On a low screen the list is worth more, unless something is amiss.
	if line := u.s.standing(); line != "" && (u.H >= 12 || u.s.store == nil) {
		p.Text(t.Plain, line)
	}
	p.Raw("", "")
	u.head = p
	u.list.SetHeight(u.H - len(p.Lines) - u.helpLines() - 1)
	u.list.Select(u.list.At)
}

// helpLines is how much room the selected task's help has: that of the longest,
// so that the list stays where it is.
func (u *upkeep) helpLines() int {
	most := 2
	for _, c := range u.chores {
		most = max(most, len(u.help(&c).Lines))
	}
	return min(most, max(u.H/3, 2))
}

// help is what is said of a task, or why it can't be done now.
func (u *upkeep) help(c *task) *document.Page {
	t := u.s.env.Theme
	p := document.NewPage(min(u.W-4, 90), t, u.s.env.Signs)
	if c.off != "" {
		p.Text(t.Plain, c.off)
	} else {
		p.Text(t.Quiet, c.help)
	}
	return p
}

// standing is how the notes stand, in a line.
func (s *notesSession) standing() string {
	if s.looked == nil {
		return ""
	}
	line := ""
	if s.store == nil {
		line = model.CleanLine("They are " + stateWord(s.looked.status) + ".")
	}
	switch n := len(s.looked.backups); {
	case s.looked.err != nil:
		line += " The backups can't be listed."
	case n == 0:
		line += " No backup yet: one is made on the first change of each day."
	default:
		newest := s.looked.backups[0]
		line += " Newest backup: " + newest.Day.Format("2 January 2006") + ", " + sizeWord(newest.Size) + "."
	}
	if s.store != nil && s.amiss != "" {
		line = s.amiss + " " + strings.TrimSpace(line)
	}
	return strings.TrimSpace(line)
}

// View returns the head, the tasks in view, and the help of the selected one.
func (u *upkeep) View() []string {
	t, sg := u.s.env.Theme, u.s.env.Signs
	out := kit.Inset(u.head.Painted())
	if u.list.Len > u.list.Height {
		// Not all of them are in view: how many there are is said at the head.
		out[0] += t.Quiet.Render("   " + u.list.Place())
	}
	out = append(out, kit.Rows(&u.list, u.W, t, sg, func(i int, selected bool) string {
		c := u.chores[i]
		switch {
		case c.heading:
			return t.Group.Render(strings.ToUpper(c.title))
		case selected:
			return t.Selected.Render(c.title)
		case c.off != "":
			return t.Quiet.Render(c.title)
		}
		return c.title
	})...)
	if u.list.At < 0 {
		return out
	}
	lines := kit.Inset(u.help(&u.chores[u.list.At]).Painted())
	return append(append(out, ""), lines[:min(len(lines), u.helpLines())]...)
}

// Update moves, and does what is selected.
func (u *upkeep) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.RedrawMsg:
		u.Redraw()
	case tea.MouseWheelMsg:
		u.list.Move(kit.Wheel(msg) / 3)
	case tea.MouseClickMsg:
		if i := u.list.Row(msg.Y - len(u.head.Lines)); i >= 0 && !u.chores[i].heading {
			u.list.Select(i)
			return u.choose()
		}
	case tea.KeyPressMsg:
		switch key := msg.String(); key {
		case "esc", "ctrl+c", "q", "ctrl+n":
			if u.s.store == nil && !u.s.unsaved {
				return func() tea.Msg { return cancelledMsg{} }
			}
			u.Close()
		case "enter", "space":
			return u.choose()
		default:
			listKey(&u.list, key)
		}
	}
	return nil
}

func (u *upkeep) choose() tea.Cmd {
	if u.list.At < 0 || u.chores[u.list.At].heading || u.chores[u.list.At].off != "" {
		return nil
	}
	u.s.chore = u.chores[u.list.At].id
	return u.chores[u.list.At].do()
}

// Actions are the keys.
func (u *upkeep) Actions() []kit.Action {
	return []kit.Action{kit.Hint("enter", "do it"), kit.Hint("down", "next"), kit.Hint("esc", "back")}
}

// upkeepAction opens the screen.
func upkeepAction() kit.Action {
	return kit.Action{
		ID: "upkeep", Binding: kit.Keys("", "ctrl+n"), Hidden: true, Help: "Private notes: backups, checking, handing over, passphrase, disposal",
		Run: func() tea.Cmd { return func() tea.Msg { return kit.AskUpkeep } },
	}
}

// opensWizard makes the doing of a task that is a wizard.
func (s *notesSession) opensWizard(e func() *wizard) func() tea.Cmd {
	return func() tea.Cmd {
		made := e()
		s.app.Open(made)
		if len(made.steps) == 0 {
			return made.begin()
		}
		return nil
	}
}
