package app

import (
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// Update routes a message. It does no I/O: whatever needs it is a command.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if msg, ok := msg.(spinner.TickMsg); ok {
		return m, m.turn(msg)
	}
	cmd := m.spins(m.handle(msg))
	m.sweep()
	m.settle()
	return m, cmd
}

func (m *Model) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Resize(msg.Width, msg.Height)
		return nil
	case tea.KeyPressMsg:
		return m.key(component.Usual(msg))
	case tea.PasteMsg:
		if d := m.top(); d != nil {
			return d.Update(msg)
		}
		return m.view().Update(msg)
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return m.mouseEvent(msg)
	case tea.BackgroundColorMsg, tea.ColorProfileMsg:
		changed, ask := m.colours.Handle(msg)
		if changed {
			m.redraw()
		}
		return ask
	case minuteMsg:
		m.minute(time.Time(msg))
		return tea.Batch(m.tick(), m.lookAtLocal())
	case component.Noticed:
		m.setNotice(msg)
		return nil
	case component.Confirm:
		m.ask(msg.Text, msg.Safe, msg.Risk, msg.Do)
		return nil
	case component.OpenMsg:
		return m.open(msg.ID)
	case component.EditLocalMsg:
		return m.editLocal(msg)
	case localReadMsg:
		return m.localRead(msg)
	case component.LocalChangedMsg:
		return m.localChanged(msg)
	case localEditedMsg:
		return m.localEdited(msg)
	case handoutAskedMsg:
		m.askHandout(msg.folder)
		return nil
	case sheetAskedMsg:
		return m.importSheet(msg.folder)
	case component.ResultMsg:
		return msg.To.Update(msg.Msg)
	}
	return m.deliver(msg)
}

func (m *Model) deliver(msg tea.Msg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(m.tabs)+2)
	for _, t := range m.tabs {
		cmds = append(cmds, t.View.Update(msg))
	}
	for _, d := range m.laid() {
		cmds = append(cmds, d.Update(msg))
	}
	// The host comes last: it waits for the views to have nothing left to save.
	return tea.Batch(append(cmds, m.host.Handle(msg))...)
}

func (m *Model) settle() {
	m.offered = nil
	if s := m.host.Status(); s != m.status {
		m.status, m.header = s, ""
	}
	m.tellKeys()
	if m.size.h-headerHeight-len(m.drawFooter()) != m.bodyHeight {
		m.layout()
	}
}

// tellKeys keeps true what the views say of the key that enters a Local number:
// while a field has the letters, the field is left first.
func (m *Model) tellKeys() {
	keys := ""
	if typing, _ := component.IsTyping(m.actions()); typing {
		keys = "Enter, then e"
	}
	if m.env.EditLocal && keys != m.env.LocalKeys {
		m.env.LocalKeys = keys
		for _, t := range m.tabs {
			t.View.Update(component.RedrawMsg{})
		}
	}
}

func (m *Model) minute(now time.Time) {
	if m.clock != nil {
		now = m.clock()
	}
	before := m.env.Now
	m.env.Now = now
	m.header = ""
	// The answers of the rota and the directory depend on the day and the hour.
	if before.YearDay() != now.YearDay() || before.Hour() != now.Hour() || now.Minute()%30 == 0 {
		m.redraw()
	}
	m.settle() // the safety line of the evening may be longer
}

func (m *Model) setNotice(n component.Noticed) {
	// A cover that says itself how things stand has no room for more.
	if d := m.top(); d != nil && d.Look().Says && n.Text != "" {
		return
	}
	m.notice = n
	m.footerFor = footerKey{}
}

// Show brings a tab to the front.
func (m *Model) Show(i int) {
	m.active = (i + len(m.tabs)) % len(m.tabs)
	m.header = ""
	m.settle()
}

func (m *Model) open(id string) tea.Cmd {
	if id == model.LocalContactsPlace || id == model.LocalTermsPlace {
		m.dialogs = nil
		m.alarm(false, false)
		return nil
	}
	for i, t := range m.tabs {
		if o, ok := t.View.(component.Locator); ok && o.Open(id) {
			m.dialogs = nil
			m.Show(i)
			return nil
		}
	}
	return component.Fail("That isn't in the protocol that is loaded. Nothing has changed.")
}

// Deck names the slides of what is shown, or is empty.
func (m *Model) Deck() string {
	if p, ok := m.view().(component.Presenter); ok {
		return p.Deck()
	}
	return ""
}

// Front is the view in front.
func (m *Model) Front() component.Component { return m.view() }

// Active is the tab in front.
func (m *Model) Active() int { return m.active }

// Theme is the theme that was asked for.
func (m *Model) Theme() string { return m.colours.Asked }

// Refresh draws everything anew, since the notes have opened or closed.
func (m *Model) Refresh() { m.redraw() }
