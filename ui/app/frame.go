package app

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// headerHeight is the title, the tabs and the rule below them.
const headerHeight = 3

func (m *Model) fits() bool { return kit.Fits(m.size.w, m.size.h) }

// View draws the screen.
func (m *Model) View() tea.View {
	v := tea.NewView(m.Frame())
	v.AltScreen = true
	v.WindowTitle = "isspp"
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.Cursor = m.cursor()
	return v
}

// Frame is the screen's text: as many lines as the screen has.
func (m *Model) Frame() string {
	if m.size.w == 0 {
		return ""
	}
	if !m.fits() {
		return kit.TooSmall(m.env, m.size.w, m.size.h)
	}
	var b strings.Builder
	b.Grow(m.size.w * m.size.h * 2)
	b.WriteString(m.drawHeader())
	body := m.body()
	for i := range m.bodyHeight {
		b.WriteByte('\n')
		if i < len(body) {
			b.WriteString(body[i])
		}
	}
	for _, l := range m.drawFooter() {
		b.WriteByte('\n')
		b.WriteString(l)
	}
	return b.String()
}

func (m *Model) body() []string {
	if o := m.top(); o != nil {
		return o.Draw()
	}
	return m.view().Draw()
}

func (m *Model) cursor() *tea.Cursor {
	if !m.fits() {
		return nil
	}
	var c *tea.Cursor
	if o := m.top(); o != nil {
		c = o.Cursor()
	} else {
		c = m.view().Cursor()
	}
	if c == nil || c.Y >= m.bodyHeight {
		return nil
	}
	c.Y += headerHeight
	return c
}

// drawHeader is the title with edition, date and the notes' state, the tabs and
// a rule. It is kept until one of them changes.
func (m *Model) drawHeader() string {
	if m.header != "" {
		return m.header
	}
	t, sg, w := m.env.Theme, m.env.Signs, m.size.w
	ed := m.env.Pack.Edition()
	m.status = m.host.Status()
	when := m.env.Now.Format("Mon 2 Jan  15:04")
	right := when + "   " + m.status + " "
	banner := m.banner()
	long := banner + " " + t.Strong.Render(ed.Short) + "  " + ed.Place + " " + plainTitle(ed) + " " + sg.Dot + " " + ed.Years
	if kit.Width(long)+kit.Width(right)+2 > w {
		long = banner + " " + t.Strong.Render(ed.Short) + "  " + ed.Years
	}
	if sg.ASCII {
		long = strings.ReplaceAll(long, "–", "-")
	}
	rule := t.Quiet.Render(strings.Repeat(sg.Rule, w))
	m.header = kit.Spread(long, t.Quiet.Render(right), w, sg) + "\n" + kit.Fit(m.drawTabs(), w, sg) + "\n" + rule
	return m.header
}

// banner is the word that stands before everything else, on every screen.
func (m *Model) banner() string {
	if m.env.Banner == "" {
		return ""
	}
	return " " + m.env.Theme.Alert.Render(m.env.Banner) + " "
}

// plainTitle is the title without the initials behind it.
func plainTitle(ed model.Edition) string {
	return strings.TrimSpace(strings.TrimSuffix(ed.Title, "("+ed.Short+")"))
}

func (m *Model) drawTabs() string {
	var b strings.Builder
	in, gap := m.tabGaps()
	b.WriteString(kit.Spaces(in))
	for i, tab := range m.tabs {
		if i > 0 {
			b.WriteString(kit.Spaces(gap))
		}
		n := strconv.Itoa(i + 1)
		if i == m.active {
			b.WriteString(m.env.Theme.Tab.Render(n + " " + tab.Name))
			continue
		}
		b.WriteString(m.env.Theme.Accent.Render(n) + " " + tab.Name)
	}
	return b.String()
}

// tabGaps are the blanks before the tabs and between two of them.
func (m *Model) tabGaps() (before, between int) {
	if m.size.w < 80 {
		return 1, 2
	}
	return 2, 3
}

// tabAt is the tab drawn at column x, or -1.
func (m *Model) tabAt(x int) int {
	at, gap := m.tabGaps()
	for i, tab := range m.tabs {
		n := 2 + kit.Width(tab.Name)
		if x >= at-1 && x <= at+n {
			return i
		}
		at += n + gap
	}
	return -1
}
