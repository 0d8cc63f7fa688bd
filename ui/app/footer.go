package app

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
)

type footerKey struct {
	w       int
	hints   string
	notice  component.Noticed
	overlay bool
	safety  string
}

type footerHints struct {
	of   []component.Action
	x, y int
}

// leastHints is the room beside the safety line that the key of the help needs.
const leastHints = 8

// drawFooter is the notice, if there is one, and the safety line with the keys
// beside it. A card's keys, and those of a text field, have a line of their own
// where there is no room for all of them; so have all keys while the safety line is
// too long for the smallest screen, or a wider one would show fewer of them.
func (m *Model) drawFooter() []string {
	w, t, sg, safety := m.size.w, m.env.Theme, m.env.Signs, m.safety()
	room, actions := w-component.Width(safety)-3, m.hintActions()
	oneLine := component.HintsWidth(actions, sg) <= room || m.top() == nil && !m.typing() &&
		component.MinWidth-component.Width(safety)-3 >= leastHints
	if !oneLine {
		room = w - 2
	}
	hints := component.Hints(actions, t, sg, room)
	key := footerKey{w: w, hints: hints, notice: m.notice, overlay: m.top() != nil, safety: safety}
	if key == m.footerFor {
		return m.footer
	}
	var out []string
	if m.notice.Text != "" {
		st := t.Plain
		if m.notice.Failed {
			st = t.Alert
		}
		for _, l := range component.Paragraph(st, " "+sg.Bar+" ", model.Clean(m.notice.Text), w-1) {
			out = append(out, component.Fit(l, w, sg))
		}
	}
	m.hints = footerHints{of: component.Hinted(actions, sg, room), x: 1, y: len(out)}
	if oneLine {
		m.hints.x = w - 1 - component.Width(hints)
		out = append(out, t.Bar.Text(component.Spread(safety, hints+" ", w, sg)))
	} else {
		out = append(out, t.Bar.Line(" "+hints, w))
		for _, l := range m.safetyLines(safety) {
			out = append(out, t.Bar.Line(l, w))
		}
	}
	m.footer, m.footerFor = out, key
	return out
}

func (m *Model) clickHint(x, y int) tea.Cmd {
	a, ok := component.HintAt(m.hints.of, m.env.Signs, x-m.hints.x, y-m.hints.y)
	if !ok {
		return nil
	}
	return m.key(component.Press(a.Keys()[0]))
}

// safetyLines are the safety line in as many lines as it needs, broken between
// two contacts; on a low screen the first two, and the emergency panel has the rest.
func (m *Model) safetyLines(safety string) []string {
	if component.Width(safety) <= m.size.w {
		return []string{safety}
	}
	lines := component.WholeParts(m.contacts(), " "+m.env.Signs.Dot+" ", m.size.w-2)
	if m.size.h < 20 && len(lines) > 2 {
		lines = lines[:2]
	}
	for i, l := range lines {
		st := m.env.Theme.Safety
		if i == 0 {
			st = m.env.Theme.Danger
		}
		lines[i] = " " + st.Render(l)
	}
	return lines
}

type contactsKey struct {
	pack  *content.Pack
	local *model.Local
	now   time.Time
}

func (m *Model) contacts() string {
	key := contactsKey{m.env.Pack, m.env.Local, m.env.Now}
	if key != m.contactsFor {
		m.contactsRow, m.contactsFor = component.SafetyLine(m.env, false), key
	}
	return m.contactsRow
}

func (m *Model) safety() string {
	t := m.env.Theme
	first, rest, _ := strings.Cut(m.contacts(), " "+m.env.Signs.Dot+" ")
	return t.Danger.Render(" "+first+" ") + " " + t.Safety.Render(rest)
}

func (m *Model) hintActions() []component.Action {
	if d := m.top(); d != nil {
		return d.Actions()
	}
	if m.typing() {
		return m.view().Actions()
	}
	return m.actions()
}
