package app

import (
	"strconv"
	"strings"

	"isspp/ui/component"
)

// drawHeader is the app's name, the tabs, the clock and the state of the notes in
// one line. It is kept until one of them changes.
func (m *Model) drawHeader() string {
	if m.header != "" {
		return m.header
	}
	t, sg, w := m.env.Theme, m.env.Signs, m.size.w
	m.status = m.host.Status()
	left := m.brand() + m.drawTabs()
	right := ""
	for _, r := range m.states() {
		if component.Width(left)+component.Width(r) < w {
			right = r
			break
		}
	}
	m.header = t.Bar.Text(component.Spread(left, right, w, sg))
	return m.header
}

// brand is the app's name, and before it what no screen may be without.
func (m *Model) brand() string {
	t := m.env.Theme
	name := t.Brand.Render(" " + m.env.Pack.Edition().Short + " ")
	if m.env.Banner == "" {
		return name
	}
	banner := t.Danger.Render(" " + m.env.Banner + " ")
	if m.size.w < component.Roomy { // the state of the notes needs the room
		return banner
	}
	return banner + name
}

// states are the clock and the state of the notes, the longest words first.
func (m *Model) states() []string {
	t, sg, word := m.env.Theme, m.env.Signs, m.status
	sign, st := sg.Empty, t.ChipOff
	switch {
	case strings.HasPrefix(word, "notes open"):
		sign, st = sg.Full, t.ChipLocal
	case strings.Contains(word, "NOT SAVED"):
		sign, st = "!", t.ChipNote
	}
	brief := strings.TrimSuffix(strings.TrimPrefix(word, "notes "), " YET") // in a word or two, for a narrow screen
	if _, see, asked := strings.Cut(word, "see "); asked {
		brief = see
	} else if word == "no notes yet" {
		brief = "no notes"
	}
	chip := func(words string) string { return st.Render(" " + sign + " " + words) }
	short, bare := chip(brief+" "), chip("")
	if m.size.w < component.TwoPanes {
		return []string{short, bare, ""}
	}
	clock := func(layout string) string { return t.Quiet.Render(m.env.Now.Format(layout)) + "  " }
	return []string{
		clock("Mon 2 Jan 15:04") + chip(word+" "), clock("15:04") + chip(word+" "), clock("15:04") + short, short,
		chip(brief), bare,
	}
}

// tabNames are the tabs' names as far as the screen has room for them, each with the
// blanks around it: one before it, and one behind it where that leaves room for the
// last name.
func (m *Model) tabNames() (names []string, padding int) {
	room := m.size.w - component.Width(m.brand()) - m.tabGap()
	for i, tab := range m.tabs {
		name := strconv.Itoa(i+1) + " " + tab.Name
		if m.size.w < component.TwoPanes && tab.Short != "" {
			name = strconv.Itoa(i+1) + " " + tab.Short
		}
		names = append(names, name)
		room -= component.Width(name) + 2
	}
	if room < 0 {
		return names, 1
	}
	return names, 2
}

func (m *Model) drawTabs() string {
	t := m.env.Theme
	names, padding := m.tabNames()
	after := component.Spaces(padding - 1)
	out := component.Spaces(m.tabGap())
	for i, name := range names {
		n, rest, _ := strings.Cut(name, " ")
		if i == m.active {
			out += t.Row.Text(" " + t.Tab.Render(name) + after)
		} else {
			out += " " + t.Accent.Render(n) + " " + rest + after
		}
	}
	return out
}

func (m *Model) tabGap() int {
	if m.size.w < component.Roomy {
		return 0
	}
	return 1
}

func (m *Model) tabAt(x int) int {
	names, padding := m.tabNames()
	x -= component.Width(m.brand()) + m.tabGap()
	for i, name := range names {
		n := component.Width(name) + padding
		if x >= 0 && x < n {
			return i
		}
		x -= n
	}
	return -1
}
