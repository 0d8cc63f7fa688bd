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
	t, sg := m.env.Theme, m.env.Signs
	sign, word := sg.Empty, m.status
	switch {
	case strings.HasPrefix(word, "notes open"):
		sign = sg.Full
	case strings.Contains(word, "NOT SAVED"):
		sign = "!"
	}
	st := t.ChipOff
	switch sign {
	case sg.Full:
		st = t.ChipLocal
	case "!":
		st = t.ChipNote
	}
	long, short := st.Render(" "+sign+" "+word+" "), st.Render(" "+sign+" "+shortState(word)+" ")
	tight := st.Render(" " + sign + " " + shortState(word))
	clock := func(layout string) string { return t.Quiet.Render(m.env.Now.Format(layout)) + "  " }
	if m.size.w < component.TwoPanes {
		return []string{short, st.Render(" " + sign + " "), ""}
	}
	return []string{
		clock("Mon 2 Jan 15:04") + long, clock("15:04") + long, clock("15:04") + short, short, tight,
		st.Render(" " + sign + " "),
	}
}

// shortState is the state of the notes in a word or two, for a narrow screen.
func shortState(word string) string {
	_, see, asked := strings.Cut(word, "see ")
	switch {
	case asked:
		return see
	case word == "no notes yet":
		return "no notes"
	}
	return strings.TrimSuffix(strings.TrimPrefix(word, "notes "), " YET")
}

// tabNames are the tabs' names as far as the screen has room for them.
func (m *Model) tabNames() []string {
	names := make([]string, len(m.tabs))
	for i, tab := range m.tabs {
		names[i] = strconv.Itoa(i+1) + " " + tab.Name
		if m.size.w < component.TwoPanes && tab.Short != "" {
			names[i] = strconv.Itoa(i+1) + " " + tab.Short
		}
	}
	return names
}

func (m *Model) drawTabs() string {
	t := m.env.Theme
	var b strings.Builder
	b.WriteString(component.Spaces(m.tabGap()))
	after := component.Spaces(m.tabPadding() - 1)
	for i, name := range m.tabNames() {
		n, rest, _ := strings.Cut(name, " ")
		if i == m.active {
			b.WriteString(t.Row.Text(" " + t.Tab.Render(name) + after))
		} else {
			b.WriteString(" " + t.Accent.Render(n) + " " + rest + after)
		}
	}
	return b.String()
}

// tabPadding is the blanks around a tab's name: one before it, and one behind it where
// that leaves room for the last name.
func (m *Model) tabPadding() int {
	names := m.tabNames()
	room := component.Width(m.brand()) + m.tabGap() + component.Width(strings.Join(names, "")) + 2*len(names)
	if room > m.size.w {
		return 1
	}
	return 2
}

// tabGap is the blanks before the tabs.
func (m *Model) tabGap() int {
	if m.size.w < component.Roomy {
		return 0
	}
	return 1
}

// tabAt is the tab drawn at column x, or -1.
func (m *Model) tabAt(x int) int {
	at := component.Width(m.brand()) + m.tabGap()
	for i, name := range m.tabNames() {
		n := component.Width(name) + m.tabPadding()
		if x >= at && x < at+n {
			return i
		}
		at += n
	}
	return -1
}
