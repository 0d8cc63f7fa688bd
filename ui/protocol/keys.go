package protocol

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	v.load()
	var out []component.Action
	if v.inText {
		if v.search.query == "" {
			out = append(out, component.Action{
				ID: "protocol.contents", Binding: component.Keys("contents", "esc", "left", "h"),
				Help: "Back to the contents", Run: component.Do(v.toContents),
			})
		} else {
			out = append(out,
				component.Action{
					ID: "protocol.endSearch", Binding: component.Keys("end search", "esc"),
					Help: "Clear the search highlights", Run: component.Do(v.endSearch),
				},
				component.Action{
					ID: "protocol.contents", Binding: component.Keys("", "left", "h"), Hidden: true,
					Help: "Back to the contents", Run: component.Do(v.toContents),
				})
		}
	} else {
		out = append(out, component.Action{
			ID: "protocol.read", Binding: component.Keys("read", "enter", "right", "l"),
			Help: "Read the selected section", Run: component.Do(v.toText),
		})
	}
	if v.search.query != "" {
		out = append(out, v.searching()...)
	}
	if v.current().kind == "plan" {
		out = append(out, component.Action{
			ID: "protocol.partner", Binding: component.Keys(v.partnerName(v.partnerAfter()), "p"),
			Help: "Show the plan for one partner after the other, and for all", Run: component.Do(v.nextPartner),
		})
	}
	out = slices.Concat(out, v.sections(), v.moving())
	if v.find.Focused() {
		return append([]component.Action{
			component.Typing(false),
			{Binding: component.Keys("search, then n and N", "enter"), Run: component.Do(v.searchOn)},
			{Binding: component.Keys("end search", "esc"), Run: component.Do(v.endSearch)},
		}, component.Unnamed(out)...)
	}
	return out
}

func (v *View) toContents() { v.inText = false; v.changed() }
func (v *View) toText()     { v.inText = true; v.changed() }

func (v *View) searching() []component.Action {
	return []component.Action{
		{
			ID: "protocol.next", Binding: component.Keys("next", "n"),
			Help: "To the next match, and on into the next section that has one",
			Run:  component.Do(func() { v.again(1) }),
		},
		{
			ID: "protocol.previous", Binding: component.Keys("previous", "N"), Help: "To the match before",
			Run: component.Do(func() { v.again(-1) }),
		},
	}
}

func (v *View) sections() []component.Action {
	first, last := "", ""
	if v.list.At == 0 {
		first = "This is the first section."
	}
	if v.list.At == len(v.contents)-1 {
		last = "This is the last section."
	}
	return []component.Action{
		{
			ID: "protocol.section.next", Binding: component.Keys("next section", "]"), Hidden: !v.inText,
			Help:     "Next section",
			Disabled: last, Run: component.Do(func() { v.show(v.list.At + 1) }),
		},
		{
			ID: "protocol.section.previous", Binding: component.Keys("", "["), Hidden: true, Help: "Previous section",
			Disabled: first, Run: component.Do(func() { v.show(v.list.At - 1) }),
		},
	}
}

// moving are the keys that move in whichever pane has them. Space and the page
// keys scroll the text from the contents too, where both are in view.
func (v *View) moving() []component.Action {
	step := func(n int) func() tea.Cmd {
		return component.Do(func() {
			if v.inText {
				v.scroll(n)
				return
			}
			v.show(v.list.At + n)
		})
	}
	screen := func(n int) func() tea.Cmd {
		return component.Do(func() {
			if v.inText || v.wide() {
				v.scroll(n * max(v.textHeight()-1, 1))
				return
			}
			v.show(v.list.At + n*max(v.h-1, 1))
		})
	}
	return []component.Action{
		{ID: "down", Binding: component.Keys("", "down", "j"), Hidden: true, Help: "Down one line", Run: step(1)},
		{ID: "up", Binding: component.Keys("", "up", "k"), Hidden: true, Help: "Up one line", Run: step(-1)},
		{
			ID: "page.down", Binding: component.Keys("", "pgdown", "space", "ctrl+d"), Hidden: true,
			Help: "Down one screen of text", Run: screen(1),
		},
		{
			ID: "page.up", Binding: component.Keys("", "pgup", "ctrl+u"), Hidden: true, Help: "Up one screen of text",
			Run: screen(-1),
		},
		{
			ID: "first", Binding: component.Keys("", "home", "g"), Hidden: true, Help: "To the start",
			Run: step(-1 << 20),
		},
		{ID: "last", Binding: component.Keys("", "end", "G"), Hidden: true, Help: "To the end", Run: step(1 << 20)},
	}
}

func (v *View) scroll(n int) {
	v.pageOf(v.current()).scroll.By(n)
	v.changed()
}

// searchOn gives the keys to the text, at a match.
func (v *View) searchOn() {
	v.find.Blur()
	if v.search.query != "" && len(v.search.matches) == 0 {
		v.again(1)
	}
	v.changed()
}

// Update takes what is typed, and the mouse. The open section is searched with each
// letter.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		v.redraw()
	case tea.KeyPressMsg:
		if v.find.Type(msg) {
			v.look()
		}
		v.changed()
	case tea.PasteMsg:
		v.Filter()
		v.find.Paste(msg.Content)
		v.look()
	case tea.MouseClickMsg:
		v.click(msg.X, msg.Y-component.PaneTop)
	case tea.MouseWheelMsg:
		v.load()
		if v.overText(msg.X) {
			v.scroll(component.Wheel(msg))
			return nil
		}
		v.show(v.list.At + component.Wheel(msg))
	}
	return nil
}

// overText reports whether a column is one of the text.
func (v *View) overText(x int) bool {
	return v.wide() && x >= v.listWidth() || !v.wide() && v.inText
}

// click selects a section, or moves the keys into the text.
func (v *View) click(x, y int) {
	v.load()
	if v.overText(x) {
		v.toText()
		return
	}
	if i := v.list.Row(y); i >= 0 {
		again := i == v.list.At
		v.show(i)
		v.inText = again && !v.wide()
	}
}
