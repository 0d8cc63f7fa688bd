package present

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// View draws the screen on the theme's own ground, cell by cell: some terminals keep
// their own whatever they are asked for. The output is told which lines are larger.
func (m *Screen) View() tea.View {
	g := theme.PaperGround(m.env.Theme.Name, m.colours.Basic)
	lines := strings.Split(m.Frame(), "\n")
	if g.Painted() && m.w > 0 {
		for i, line := range lines {
			lines[i] = g.Line(line, m.w)
		}
	}
	if m.out != nil {
		m.out.set(m.scaling, m.placed(lines, g))
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen, v.WindowTitle = true, "isspp present"
	if _, asked := m.colours.Paper(); asked != nil {
		v.ForegroundColor, v.BackgroundColor = theme.Paper(m.env.Theme.Name, m.colours.Basic)
	}
	if m.speaker {
		v.MouseMode, v.WindowTitle = tea.MouseModeCellMotion, "isspp speaker"
	}
	if p := m.top(); p != nil && component.Fits(m.w, m.h) {
		if c := p.Cursor(); c != nil {
			c.Y += topRows
			v.Cursor = c
		}
	}
	return v
}

// placed are the lines of a frame that are larger, where the slide is in view.
func (m *Screen) placed(lines []string, g theme.Ground) []placedLine {
	if m.show == nil || m.speaker || m.show.Blank || m.top() != nil || !component.Fits(m.w, m.h) {
		return nil
	}
	var out []placedLine
	for _, l := range m.show.enlarged {
		if l.y += topRows; l.y+l.zoom > topRows+m.room {
			break
		}
		if m.env.Signs.ASCII {
			l.text = theme.Plain(l.text)
		}
		l.text = g.Text(l.text)
		out = append(out, placedLine{largeLine: l, wipe: g.Text("\x1b[2K"), rows: lines[l.y : l.y+l.zoom]})
	}
	return out
}

// Frame is the screen's text, as many lines as the screen has.
func (m *Screen) Frame() string {
	if m.w == 0 {
		return ""
	}
	if m.frame == "" {
		m.frame = m.draw()
		if m.env.Signs.ASCII {
			m.frame = theme.Plain(m.frame)
		}
	}
	return m.frame
}

// draw puts a screen together: the safety line is the last one, whatever else is
// shown, also while the slide is blanked.
func (m *Screen) draw() string {
	if !component.Fits(m.w, m.h) {
		return component.TooSmall(m.env, m.w, m.h)
	}
	t, sg := m.env.Theme, m.env.Signs
	top, body, foot := m.parts()
	if banner := m.env.Banner; banner != "" && !strings.Contains(top, banner) {
		top = m.fit(t.Alert.Render(banner) + " " + top)
	}
	hint := ""
	if m.top() == nil && m.show != nil && !m.show.Blank {
		hint = t.Accent.Render("?") + " " + t.Quiet.Render("keys")
	}
	below := []string{foot}
	switch {
	case m.digits != "":
		below = []string{m.fit(t.Strong.Render("Slide "+m.digits) + t.Quiet.Render("   Enter goes there, Esc doesn't"))}
	case m.said.Text != "":
		st := t.Plain
		if m.said.Failed {
			st = t.Alert
		}
		below = component.Paragraph(st, " "+sg.Bar+" ", model.Clean(m.said.Text), m.w-1)
		below = below[:min(len(below), m.h/3)]
	}
	// Of a long line the contacts that fit whole; the emergency panel has them all.
	safety := component.WholeParts(component.SafetyLine(m.env, false), " "+sg.Dot+" ", m.w-len("  ? keys "))[0]
	m.room = m.h - topRows - 1 - len(below)
	lines := append([]string{top}, body[:min(len(body), m.room)]...)
	for len(lines) < topRows+m.room {
		lines = append(lines, "")
	}
	lines = append(lines, below...)
	return strings.Join(append(lines, component.Spread(" "+t.Quiet.Render(safety), hint+" ", m.w, sg)), "\n")
}

func (m *Screen) fit(line string) string { return component.Fit(" "+line, m.w, m.env.Signs) }

// parts are the line at the top, what is below it, and where that is from or its keys.
func (m *Screen) parts() (top string, body []string, foot string) {
	keys := func(all []component.Action) string {
		return m.fit(component.Hints(all, m.env.Theme, m.env.Signs, m.w-2))
	}
	switch p := m.top(); {
	case p != nil:
		actions := p.Actions()
		if m.emergency != nil {
			actions = append(actions, component.Hint("esc", "back to the slide"))
		}
		if m.show != nil {
			top = m.fit(m.env.Theme.Quiet.Render(m.show.deck.Title))
		}
		return top, p.View(), keys(actions)
	case m.show == nil:
		return "", m.waiting(), ""
	case m.speaker:
		return m.speakerTop(), m.speakerBody(m.w, m.body()), keys(m.actions())
	case m.show.Blank:
		return "", nil, ""
	}
	right, now := "", m.env.Clock()
	if body = m.show.body(); m.show.talking(now) != "" {
		body = m.show.countdown(now)
	} else if m.timer {
		right = m.show.timing(now)
	}
	return m.show.top(m.w, right), body, m.show.sourceLine(m.w)
}
