package protocol

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Actions are what can be done in the tab.
func (v *View) Actions() []component.Action {
	v.load()
	act, do := component.Act, component.Do
	contents := func(label string, keys ...string) component.Action {
		return act("protocol.contents", label, "Back to the contents", do(func() { v.read(false) }), keys...)
	}
	var out []component.Action
	switch {
	case !v.inText:
		out = append(out, act("protocol.read", "read", "Read the selected section", do(func() { v.read(true) }),
			"enter", "right", "l"))
	case v.search.query == "":
		out = append(out, contents("contents", "esc", "left", "h"))
	default:
		out = append(out, act("protocol.endSearch", "end search", "Clear the search highlights", do(v.endSearch),
			"esc"), contents("", "left", "h"))
	}
	if v.search.query != "" {
		out = append(out,
			act("protocol.next", "next", "To the next match, and on into the next section that has one",
				do(func() { v.again(1) }), "n"),
			act("protocol.previous", "previous", "To the match before", do(func() { v.again(-1) }), "N"))
	}
	if v.current().kind == "plan" {
		out = append(out, act("protocol.partner", v.partnerName(v.partnerAfter()),
			"Show the plan for one partner after the other, and for all", do(v.nextPartner), "p"))
	}
	out = append(out, v.moving()...)
	if v.find.Focused() {
		return append([]component.Action{
			component.Typing(false),
			act("", "search, then n and N", "", do(v.searchOn), "enter"),
			act("", "end search", "", do(v.endSearch), "esc"),
		}, component.Unnamed(out)...)
	}
	return out
}

func (v *View) read(text bool) { v.inText = text; v.changed() }

// moving are the keys that move in whichever pane has them. Space and the page
// keys scroll the text from the contents too, where both are in view.
func (v *View) moving() []component.Action {
	first, last, next := "", "", ""
	if v.list.At == 0 {
		first = "This is the first section."
	}
	if v.list.At == len(v.contents)-1 {
		last = "This is the last section."
	}
	if v.inText {
		next = "next section"
	}
	step := func(n int) func() tea.Cmd {
		return component.Do(func() {
			if v.inText {
				v.scroll(n)
			} else {
				v.show(v.list.At + n)
			}
		})
	}
	screen := func(n int) func() tea.Cmd {
		return component.Do(func() {
			if v.inText || v.wide() {
				v.scroll(n * max(v.textHeight()-1, 1))
			} else {
				v.show(v.list.At + n*max(v.h-1, 1))
			}
		})
	}
	act := component.Act
	return []component.Action{
		act("protocol.section.next", next, "Next section", component.Do(func() { v.show(v.list.At + 1) }), "]").
			Unless(last),
		act("protocol.section.previous", "", "Previous section", component.Do(func() { v.show(v.list.At - 1) }), "[").
			Unless(first),
		act("down", "", "Down one line", step(1), "down", "j"),
		act("up", "", "Up one line", step(-1), "up", "k"),
		act("page.down", "", "Down one screen of text", screen(1), "pgdown", "space", "ctrl+d"),
		act("page.up", "", "Up one screen of text", screen(-1), "pgup", "ctrl+u"),
		act("first", "", "To the start", step(-1<<20), "home", "g"),
		act("last", "", "To the end", step(1<<20), "end", "G"),
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

func (v *View) overText(x int) bool {
	return v.wide() && x >= v.listWidth() || !v.wide() && v.inText
}

func (v *View) click(x, y int) {
	v.load()
	if v.overText(x) {
		v.read(true)
		return
	}
	if i := v.list.Row(y); i >= 0 {
		again := i == v.list.At
		v.show(i)
		v.inText = again && !v.wide()
	}
}
