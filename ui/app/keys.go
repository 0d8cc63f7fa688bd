package app

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// key routes a key press: the emergency panel first, then whatever lies on top,
// then a text field that is being typed into, then the actions.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	if m.notice.Text != "" && k.String() != "!" {
		m.setNotice(component.Noticed{})
	}
	if w, ok := m.host.(watcher); ok && !m.passive(k.String()) {
		w.Touched()
	}
	return m.routed(k)
}

// watcher is a host that counts how long nobody has pressed a key.
type watcher interface{ Touched() }

func (m *Model) routed(k tea.KeyPressMsg) tea.Cmd {
	if cmd, taken := m.coverKey(k.String()); taken {
		return cmd
	}
	if e, ok := m.top().(*emergency); ok {
		return m.emergencyKey(e, k)
	}
	if k.String() == "!" {
		return m.exclaim(k)
	}
	return m.below(k)
}

// below routes a key beneath the emergency panel.
func (m *Model) below(k tea.KeyPressMsg) tea.Cmd {
	if d := m.top(); d != nil {
		return d.Update(k)
	}
	cmd, _ := component.Route(m.view(), m.actions(), k)
	return cmd
}

// typing tells whether letters are text just now.
func (m *Model) typing() bool {
	if d := m.top(); d != nil {
		return d.Look().Typing
	}
	typing, _ := component.IsTyping(m.actions())
	return typing
}

// exclaim shows the emergency panel. In a sentence the "!" stays what it is, too.
func (m *Model) exclaim(k tea.KeyPressMsg) tea.Cmd {
	var cmd tea.Cmd
	writing, kept := m.typing(), false
	if _, kept = component.IsTyping(m.actions()); kept && m.top() == nil {
		cmd = m.view().Update(k)
	} else {
		kept = false
	}
	m.alarm(writing, kept)
	return cmd
}

// emergencyKey closes the panel. Someone who was writing when the "!" came may
// have meant the character: going on to type puts it in and loses nothing.
func (m *Model) emergencyKey(e *emergency, k tea.KeyPressMsg) tea.Cmd {
	writes := k.Text != "" || k.String() == "enter" || k.String() == "backspace"
	switch {
	case k.String() == "esc":
		e.Close()
		return nil
	case e.writing && writes:
		e.Close()
		m.sweep()
		if e.kept && k.String() == "!" {
			return nil
		}
		if e.kept {
			return m.below(k)
		}
		cmd := m.below(tea.KeyPressMsg(tea.Key{Code: '!', Text: "!"}))
		if k.String() == "!" {
			return cmd
		}
		return tea.Batch(cmd, m.below(k))
	case k.String() == e.edits():
		return component.EditLocal(model.LocalContact, "")
	case k.String() == "enter" || k.String() == "!" || k.String() == "q":
		e.Close()
		return nil
	}
	return e.Update(k)
}

// actions are everything that can be done here: the view's own first.
func (m *Model) actions() []component.Action {
	if m.offered == nil {
		m.offered = append(m.view().Actions(), m.global()...)
	}
	return m.offered
}

// global are the actions that hold in every view.
func (m *Model) global() []component.Action {
	out := []component.Action{
		{
			ID: "help", Binding: component.Keys("help", "?"), Pinned: true, Help: "Help: what you can do here",
			Run: component.Do(func() { m.Open(newHelp(m)) }),
		},
		{
			ID: "find", Binding: component.Keys("find", "/"), Help: "Filter what this tab shows",
			Disabled: m.noFilter(),
			Run:      component.Do(m.filter),
		},
		{
			ID: "emergency", Binding: component.Keys("emergency", "!"), Help: "The emergency panel: whom to ring now",
			Run: component.Do(func() { m.alarm(false, false) }),
		},
		{
			ID: "palette", Binding: component.Keys("commands", "ctrl+k"),
			Help: "Find any command or any entry of the protocol",
			Run:  component.Do(func() { m.Open(newPalette(m)) }),
		},
	}
	out = append(append(out, m.selecting()...), m.host.Actions()...)
	if m.env.EditLocal {
		out = append(out, component.Action{
			ID: "local.file", Hidden: true,
			Help: "Open the Local file, your school's own layer, in your editor", Disabled: m.noEditor(),
			Run: m.openLocalFile,
		}, m.sheetAction())
	}
	out = append(out, m.handoutAction())
	out = append(out, m.editing()...)
	out = append(out, component.Action{
		ID: "quit", Binding: component.Keys("quit", "q", "ctrl+c"), Help: "Quit",
		Run: m.quit,
	})
	for i, t := range m.tabs {
		out = append(out, component.Action{
			ID: "tab." + t.Name, Binding: component.Keys("", strconv.Itoa(i+1)), Hidden: true,
			Help: "Go to " + t.Name, Run: component.Do(func() { m.Show(i) }),
		})
	}
	out = append(out,
		component.Action{
			ID: "tab.next", Binding: component.Keys("", "tab"), Hidden: true, Help: "Go to the next tab",
			Run: component.Do(func() { m.Show(m.active + 1) }),
		},
		component.Action{
			ID: "tab.previous", Binding: component.Keys("", "shift+tab"), Hidden: true, Help: "Go to the previous tab",
			Run: component.Do(func() { m.Show(m.active - 1) }),
		},
		component.Action{
			ID: "hide", Binding: component.Keys("", "ctrl+b"), Hidden: true,
			Help: "Hide the screen at once; Enter shows it again", Run: component.Do(m.Hide),
		},
		component.Action{
			ID: "mouse", Hidden: true, Help: m.mouseHelp(),
			Run: component.Do(func() { m.mouse = !m.mouse }),
		},
	)
	return append(out, m.themeActions()...)
}

func (m *Model) mouseHelp() string {
	if m.mouse {
		return "Leave the mouse to the terminal, so that dragging selects text (or hold Shift and drag)"
	}
	return "Let the mouse click and scroll in the app"
}

func (m *Model) themeActions() []component.Action {
	var out []component.Action
	for _, name := range theme.Names {
		out = append(out, component.Action{
			ID: "theme." + name, Hidden: true, Help: "Colours: " + name,
			Run: func() tea.Cmd {
				return m.SetTheme(name)
			},
		})
	}
	return out
}

// SetTheme draws everything in another theme; the command asks the terminal what
// it needs to know for that.
func (m *Model) SetTheme(name string) tea.Cmd {
	m.colours.Asked = name
	m.redraw()
	return m.colours.Request()
}

// SetMouse lets the mouse click and scroll, or leaves it to the terminal.
func (m *Model) SetMouse(on bool) { m.mouse = on }

// noEditor says why no other program is started here: a process that holds the
// notes may lock at any moment, and would take the terminal from it.
func (m *Model) noEditor() string {
	if m.env.Notes == component.NotesOpen || m.env.Notes == component.NotesNone {
		return "Not while notes are open here: lock first, or use isspp local edit in another terminal."
	}
	return ""
}

func (m *Model) noFilter() string {
	if s, ok := m.view().(component.Searcher); ok {
		return s.Unfiltered()
	}
	return "There is nothing to filter here."
}

func (m *Model) filter() {
	if s, ok := m.view().(component.Searcher); ok {
		s.Filter()
	}
}

// quit leaves, and asks first only where something would be lost.
func (m *Model) quit() tea.Cmd {
	why := m.host.Busy()
	if why == "" {
		m.quitting = true
		return m.host.Quit()
	}
	m.Open(newAsk(m.env, why, "Stay", "Leave and lose it", func() tea.Cmd {
		m.quitting = true
		return m.host.Quit()
	}))
	return nil
}

// alarm shows the emergency panel over whatever there is: writing tells that it was
// a text, and kept that the "!" stands in it already.
func (m *Model) alarm(writing, kept bool) {
	e := newEmergency(m, writing)
	e.kept = kept
	m.Lay(e)
}
