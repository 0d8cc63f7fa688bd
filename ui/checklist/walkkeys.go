package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

func (k *walk) actions() []kit.Action {
	give := func(a model.Answer) func() tea.Cmd { return func() tea.Cmd { return k.answer(a) } }
	off := ""
	switch it, ok := k.item(); {
	case !ok:
		off = "No item is selected."
	case it.ReadOnly:
		off = model.ReadOnlyWords
	}
	out := []kit.Action{
		{ID: "answer.seen", Binding: kit.Keys("seen", "s"), Help: "Seen: by you", Disabled: off, Run: give(model.Seen)},
		{ID: "answer.told", Binding: kit.Keys("told", "t"), Help: "Told: by the child or another", Disabled: off, Run: give(model.Told)},
		{ID: "answer.notseen", Binding: kit.Keys("not seen", "n"), Help: "Not seen: looked for, not seen", Disabled: off, Run: give(model.NotSeen)},
		{ID: "answer.dontknow", Binding: kit.Keys("don't know", "d"), Help: "Don't know: the closing page says who might know", Disabled: off, Run: give(model.DontKnow)},
		{ID: "evidence", Binding: kit.Keys("evidence", "e"), Help: "Write down what was seen or said", Disabled: off, Run: k.edit},
		{ID: "section.next", Binding: kit.Keys("next section", "right", "l", "]"), Help: "Next section", Run: k.jump(1)},
		{ID: "summary", Binding: kit.Keys("closing page", "f"), Help: "To the closing page: what was seen and told, and what to ask next", Run: k.summary},
	}
	if k.v.keep == nil {
		out = append(out, kit.Action{ID: "save", Binding: kit.Keys("save it", "ctrl+s"), Help: "Open your private notes and keep this walkthrough", Run: func() tea.Cmd {
			return func() tea.Msg { return kit.AskUnlock }
		}})
	}
	return append(out, k.quietActions(off)...)
}

// turnAdvance turns moving on by itself on or off, for as long as isspp runs.
func (k *walk) turnAdvance() tea.Cmd {
	k.advance = !k.advance
	k.v.env.Advance = k.advance
	if k.advance {
		return kit.Say("An answer now moves on to the next item. Settings can make that permanent.")
	}
	return kit.Say("An answer now stays on its item.")
}

func (k *walk) quietActions(off string) []kit.Action {
	step := func(n int) func() tea.Cmd { return func() tea.Cmd { return k.move(n) } }
	noUndo := ""
	if len(k.undo) == 0 {
		noUndo = "Nothing to undo."
	}
	advance := "Move on by itself after an answer"
	if k.advance {
		advance = "Stay on the item after an answer"
	}
	only := "Show only what isn't considered yet"
	if k.only {
		only = "Show every item again"
	}
	return []kit.Action{
		{ID: "answer.cycle", Binding: kit.Keys("", "space"), Hidden: true, Help: "Go through the five answers", Disabled: off, Run: k.cycle},
		{ID: "answer.clear", Binding: kit.Keys("", "backspace", "delete"), Hidden: true, Help: "Back to not considered", Disabled: off, Run: func() tea.Cmd { return k.answer(model.NotConsidered) }},
		{ID: "undo", Binding: kit.Keys("", "z"), Hidden: true, Help: "Undo the last answer", Disabled: noUndo, Run: k.takeBack},
		{ID: "section.previous", Binding: kit.Keys("", "left", "h", "["), Hidden: true, Help: "Previous section", Run: k.jump(-1)},
		{ID: "advance", Binding: kit.Keys("", "m"), Hidden: true, Help: advance, Run: k.turnAdvance},
		{ID: "jump", Binding: kit.Keys("", "o"), Hidden: true, Help: "Jump to any section", Run: k.jumpTo},
		{ID: "only", Binding: kit.Keys("", "a"), Hidden: true, Help: only, Run: kit.Do(func() { k.only = !k.only; k.refresh(); k.list.Select(0) })},
		{ID: "form", Binding: kit.Keys("", "r"), Hidden: true, Help: "Reference, setting, year group, when, who", Run: kit.Do(k.form)},
		k.leaving(),
		{ID: "down", Binding: kit.Keys("", "down", "j"), Hidden: true, Help: "Down one item", Run: step(1)},
		{ID: "up", Binding: kit.Keys("", "up", "k"), Hidden: true, Help: "Up one item", Run: step(-1)},
		{ID: "page.down", Binding: kit.Keys("", "pgdown"), Hidden: true, Help: "Down several items", Run: step(8)},
		{ID: "page.up", Binding: kit.Keys("", "pgup"), Hidden: true, Help: "Up several items", Run: step(-8)},
		{ID: "first", Binding: kit.Keys("", "home", "g"), Hidden: true, Help: "To the section's first item", Run: step(-1000)},
		{ID: "last", Binding: kit.Keys("", "end", "G"), Hidden: true, Help: "To the section's last item", Run: step(1000)},
		{ID: "below.down", Binding: kit.Keys("", "J", "shift+down"), Hidden: true, Help: "Scroll the guidance down", Run: kit.Do(func() { k.below.By(1); k.redraw() })},
		{ID: "below.up", Binding: kit.Keys("", "K", "shift+up"), Hidden: true, Help: "Scroll the guidance up", Run: kit.Do(func() { k.below.By(-1); k.redraw() })},
	}
}

// leaving is what Esc does: end a search, or leave the walkthrough as it stands.
func (k *walk) leaving() kit.Action {
	if k.find != nil {
		return kit.Action{ID: "find.end", Binding: kit.Keys("section", "esc"), Help: "End the search, at the selected item", Run: k.endFind}
	}
	return kit.Action{ID: "leave", Binding: kit.Keys("", "esc"), Hidden: true, Help: "Back to the list of concerns", Disabled: k.cantLeave(), Run: k.v.leaveSaved}
}

func (k *walk) cantLeave() string {
	if k.v.keep == nil && k.v.touched() {
		return "This walkthrough is not saved: ctrl+s keeps it. q leaves isspp and asks first."
	}
	return ""
}

func (k *walk) jump(n int) func() tea.Cmd {
	return func() tea.Cmd {
		to := k.section + n
		if to < 0 || to >= len(k.sections) {
			return nil
		}
		k.find, k.found = nil, section{}
		k.enter(to)
		return k.moved()
	}
}

func (k *walk) form() {
	f := newForm(k.v)
	f.from = k
	k.v.goTo(f)
}

func (k *walk) summary() tea.Cmd {
	k.endFind()
	k.v.goTo(newSummary(k.v))
	cmd := k.v.save()
	k.v.stage.redraw()
	return cmd
}

func (k *walk) click(x, y int) tea.Cmd {
	if k.evidence != nil {
		return nil
	}
	if x < k.left() {
		return k.clickSection(y - kit.PaneTop)
	}
	line := kit.PaneTop
	if k.find != nil {
		line++
	}
	for i := k.list.Top; i < len(k.open) && i < len(k.rows.drawn); i++ {
		n := len(k.rows.drawn[i])
		if y >= line && y < line+n {
			return k.move(i - k.list.At)
		}
		line += n
	}
	return nil
}

func (k *walk) clickSection(y int) tea.Cmd {
	y += k.sectionsTop
	if y < 0 || y >= len(k.sectionRows) || k.sectionRows[y] < 0 {
		return nil
	}
	k.enter(k.sectionRows[y])
	return k.moved()
}

func (k *walk) wheel(x, y, n int) {
	if y >= k.h-k.belowHeight() && x >= k.left() {
		k.below.By(n)
		k.redraw()
		return
	}
	k.list.Move(n / abs(n))
	k.redraw()
}
