package app

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/handout"
	"isspp/ui/theme"
)

// watcher is a host that counts how long nobody has pressed a key.
type watcher interface{ Touched() }

// key routes a key press: what works everywhere first, then the emergency panel, then
// what lies on top, then a text field that is being typed into, then the actions.
func (m *Model) key(k tea.KeyPressMsg) tea.Cmd {
	key := k.String()
	if m.notice.Text != "" && key != "!" {
		m.setNotice(component.Noticed{})
	}
	if w, ok := m.host.(watcher); ok && !m.passive(key) {
		w.Touched()
	}
	if cmd, taken := m.coverKey(key); taken {
		return cmd
	}
	if key == "!" && !m.Alarmed() {
		return m.exclaim(k)
	}
	return m.below(k)
}

func (m *Model) below(k tea.KeyPressMsg) tea.Cmd {
	if d := m.top(); d != nil {
		return d.Update(k)
	}
	cmd, _ := component.Route(m.view(), m.actions(), k)
	return cmd
}

func (m *Model) typing() bool {
	if d := m.top(); d != nil {
		return d.Look().Typing
	}
	typing, _ := component.IsTyping(m.actions())
	return typing
}

// exclaim shows the emergency panel. In a sentence the "!" stays what it is, too.
func (m *Model) exclaim(k tea.KeyPressMsg) tea.Cmd {
	writing := m.typing()
	if _, sentences := component.IsTyping(m.actions()); sentences && m.top() == nil {
		cmd := m.view().Update(k)
		m.alarm(writing, true)
		return cmd
	}
	m.alarm(writing, false)
	return nil
}

func (m *Model) actions() []component.Action {
	if m.offered == nil {
		m.offered = append(m.view().Actions(), m.global()...)
	}
	return m.offered
}

func (m *Model) global() []component.Action {
	act, do := component.Act, component.Do
	help := act("help", "help", "Help: what you can do here", do(func() { m.Open(newHelp(m)) }), "?")
	help.Pinned = true
	out := []component.Action{
		help,
		act("find", "find", "Filter what this tab shows", do(m.filter), "/").Unless(m.noFilter()),
		act("emergency", "emergency", "The emergency panel: whom to ring now",
			do(func() { m.alarm(false, false) }), "!"),
		act("palette", "commands", "Find any command or any entry of the protocol",
			do(func() { m.Open(newPalette(m)) }), "ctrl+k"),
	}
	out = append(append(out, m.selecting()...), m.host.Actions()...)
	if m.env.EditLocal {
		out = append(out,
			act("local.file", "", "Open the Local file, your school's own layer, in your editor", m.openLocalFile).
				Unless(m.noEditor()),
			act("local.import", "", "Import a sheet of officers or term dates (CSV) into your school's own layer",
				askForSheet))
	}
	out = append(out, act("handout", "", "Make a handout to print: a PDF, a web page or Markdown; nothing private is "+
		"in it", func() tea.Cmd { return func() tea.Msg { return handoutAskedMsg{handout.Folder()} } }, "H"))
	out = append(append(out, m.editing()...), act("quit", "quit", "Quit", m.quit, "q", "ctrl+c"))
	for i, t := range m.tabs {
		out = append(out, act("tab."+t.Name, "", "Go to "+t.Name, do(func() { m.Show(i) }), strconv.Itoa(i+1)))
	}
	mouse := "Let the mouse click and scroll in the app"
	if m.mouse {
		mouse = "Leave the mouse to the terminal, so that dragging selects text (or hold Shift and drag)"
	}
	out = append(out,
		act("tab.next", "", "Go to the next tab", do(func() { m.Show(m.active + 1) }), "tab"),
		act("tab.previous", "", "Go to the previous tab", do(func() { m.Show(m.active - 1) }), "shift+tab"),
		act("hide", "", "Hide the screen at once; Enter shows it again", do(m.Hide), "ctrl+b"),
		act("mouse", "", mouse, do(func() { m.mouse = !m.mouse })))
	for _, name := range theme.Names {
		out = append(out, act("theme."+name, "", "Colours: "+name, func() tea.Cmd { return m.SetTheme(name) }))
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
	m.ask(why, "Stay", "Leave and lose it", func() tea.Cmd {
		m.quitting = true
		return m.host.Quit()
	})
	return nil
}
