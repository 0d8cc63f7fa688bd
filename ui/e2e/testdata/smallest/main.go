// Smallest is the smallest Bubble Tea program with a frame and a cursor that links
// what isspp draws with.
package main

import (
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	_ "charm.land/glamour/v2"
	_ "charm.land/lipgloss/v2"
)

type model int

func (m model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "q":
			return m, tea.Quit
		case "down":
			m++
		case "up":
			m--
		}
	}
	return m, nil
}

func (m model) View() tea.View {
	rows := strings.Split(strings.TrimSuffix(strings.Repeat("  a row\n", 22), "\n"), "\n")
	rows[(int(m)%22+22)%22] = "> a row"
	v := tea.NewView(strings.Join(rows, "\n") + "\nready")
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(model(0), tea.WithFPS(120)).Run(); err != nil {
		os.Exit(1)
	}
}
