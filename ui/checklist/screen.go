package checklist

import (
	"strconv"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// text is a screen of text that scrolls in a pane.
type text struct {
	component.Reader
	v *View
}

// SetSize gives the text the room in its pane.
func (t *text) SetSize(w, h int) { t.Reader.SetSize(component.Inside(w, h)) }

func (t *text) page(most int) *document.Page { return t.v.page(min(t.W-4, most)) }

func (t *text) draw(p component.Pane) []string { return t.v.frame(p, component.Inset(t.Lines())) }

func (v *View) page(w int) *document.Page { return document.NewPage(w, v.env.Theme, v.env.Signs) }

// frame is the one pane of a screen.
func (v *View) frame(p component.Pane, lines []string) []string {
	p.Focus = true
	return p.Draw(lines, v.w, v.h, v.env.Theme, v.env.Signs)
}

// inPane is the mouse as the inside of the tab's first pane has it.
func (v *View) inPane(msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.MouseClickMsg:
		m.X, m.Y = m.X-component.PaneLeft(v.h), m.Y-component.PaneTop
		return m
	case tea.MouseWheelMsg:
		m.X, m.Y = m.X-component.PaneLeft(v.h), m.Y-component.PaneTop
		return m
	}
	return msg
}

// cursorIn is a cursor in the inside of the first pane.
func (v *View) cursorIn(c *tea.Cursor) *tea.Cursor {
	if c != nil {
		c.X, c.Y = c.X+component.PaneLeft(v.h), c.Y+component.PaneTop
	}
	return c
}

// choosing lies in place of a screen while one of a few things is chosen.
type choosing struct {
	*component.Picker
	v     *View
	under component.Component
	// also are further keys: one that chooses a row at once, say.
	also []component.Action
}

// choose asks which of the rows is meant; Esc goes back to the screen below.
func (v *View) choose(title string, rows []string, do func(i int) tea.Cmd) *choosing {
	c := &choosing{Picker: component.OneOf(v.env, title, rows, do), v: v, under: v.stage}
	c.Left = func() { v.goTo(c.under) }
	v.goTo(c)
	return c
}

func (c *choosing) SetSize(w, h int) { c.Picker.SetSize(component.Inside(w, h)) }

func (c *choosing) Update(msg tea.Msg) tea.Cmd { return c.Picker.Update(c.v.inPane(msg)) }

func (c *choosing) View() []string {
	return c.v.frame(component.Pane{Title: "Choose"}, c.Picker.View())
}

func (c *choosing) Actions() []component.Action { return append(c.Picker.Actions(), c.also...) }

// chooseOf is choose of what has a row each; a single one is not asked about.
func chooseOf[T any](v *View, title string, all []T, row func(T) string, do func(T) tea.Cmd) tea.Cmd {
	if len(all) == 1 {
		return do(all[0])
	}
	rows := make([]string, len(all))
	for i, one := range all {
		rows[i] = row(one)
	}
	v.choose(title, rows, func(i int) tea.Cmd { return do(all[i]) })
	return nil
}

// act is what a key does here; quiet is one that the footer doesn't name, and unless
// one that can't be done where there is a reason.
func act(id, label, help string, run func() tea.Cmd, keys ...string) component.Action {
	return component.Action{ID: id, Binding: component.Keys(label, keys...), Help: help, Run: run}
}

func quiet(id, help string, run func() tea.Cmd, keys ...string) component.Action {
	return component.Action{ID: id, Binding: component.Keys("", keys...), Help: help, Run: run, Hidden: true}
}

func unless(why string, a component.Action) component.Action {
	a.Disabled = why
	return a
}

// off is a reason where something can't be done.
func off(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

// tell is a command that sends a message.
func tell(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

func (v *View) when(at time.Time) string {
	return at.In(v.env.Now.Location()).Format("Mon 2 Jan 2006, 15:04")
}

func shortDay(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return model.CleanLine(day)
	}
	return at.Format("Mon 2 Jan")
}

// whoFor is the setting and the year group, as far as they are known.
func (v *View) whoFor() string {
	year := v.live.YearGroup
	if _, err := strconv.Atoi(year); err == nil {
		year = "Year " + year
	}
	var parts []string
	for _, part := range []string{v.live.Setting, year} {
		if part = model.CleanLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " "+v.env.Signs.Dot+" ")
}

// answerWord is an answer with its sign, and answerStyle how it is drawn: filled for
// what was seen or told, quiet for the rest. No answer is coloured by how grave it is.
func (v *View) answerWord(a model.Answer) string { return v.env.Signs.Answer(a) + " " + string(a) }

func (v *View) answerStyle(a model.Answer) lipgloss.Style {
	switch t := v.env.Theme; a {
	case model.Seen, model.Told:
		return t.Chip
	case model.DontKnow:
		return t.ChipNote
	case model.NotConsidered:
		return t.Quiet
	default:
		return t.ChipOff
	}
}

// said is how evidence is drawn: the child's words as a quotation.
func (v *View) said(childs bool) lipgloss.Style {
	if childs {
		return v.env.Theme.Quote
	}
	return v.env.Theme.Plain
}
