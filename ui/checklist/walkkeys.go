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
		{ID: "answer.seen", Keys: []string{"s"}, Label: "seen", Help: "Seen: by you", Off: off, Do: give(model.Seen)},
		{ID: "answer.told", Keys: []string{"t"}, Label: "told", Help: "Told: by the child or another", Off: off, Do: give(model.Told)},
		{ID: "answer.notseen", Keys: []string{"n"}, Label: "not seen", Help: "Not seen: looked for, not seen", Off: off, Do: give(model.NotSeen)},
		{ID: "answer.dontknow", Keys: []string{"d"}, Label: "don't know", Help: "Don't know: the closing page says who might know", Off: off, Do: give(model.DontKnow)},
		{ID: "evidence", Keys: []string{"e"}, Label: "evidence", Help: "Write down what was seen or said", Off: off, Do: k.edit},
		{ID: "section.next", Keys: []string{"right", "l", "]"}, Label: "next section", Help: "Next section", Do: k.jump(1)},
		{ID: "summary", Keys: []string{"f"}, Label: "closing page", Help: "To the closing page: what was seen and told, and what to ask next", Do: k.summary},
	}
	if k.v.keep == nil {
		out = append(out, kit.Action{ID: "save", Keys: []string{"ctrl+s"}, Label: "save it", Help: "Open your private notes and keep this walkthrough", Do: func() tea.Cmd {
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
		{ID: "answer.cycle", Keys: []string{"space"}, Quiet: true, Help: "Go through the five answers", Off: off, Do: k.cycle},
		{ID: "answer.clear", Keys: []string{"backspace", "delete"}, Quiet: true, Help: "Back to not considered", Off: off, Do: func() tea.Cmd { return k.answer(model.NotConsidered) }},
		{ID: "undo", Keys: []string{"z"}, Quiet: true, Help: "Undo the last answer", Off: noUndo, Do: k.takeBack},
		{ID: "section.previous", Keys: []string{"left", "h", "["}, Quiet: true, Help: "Previous section", Do: k.jump(-1)},
		{ID: "advance", Keys: []string{"m"}, Quiet: true, Help: advance, Do: k.turnAdvance},
		{ID: "jump", Keys: []string{"o"}, Quiet: true, Help: "Jump to any section", Do: k.jumpTo},
		{ID: "only", Keys: []string{"a"}, Quiet: true, Help: only, Do: kit.Do(func() { k.only = !k.only; k.refresh(); k.list.Select(0) })},
		{ID: "form", Keys: []string{"r"}, Quiet: true, Help: "Reference, setting, year group, when, who", Do: kit.Do(k.form)},
		k.leaving(),
		{ID: "down", Keys: []string{"down", "j"}, Quiet: true, Help: "Down one item", Do: step(1)},
		{ID: "up", Keys: []string{"up", "k"}, Quiet: true, Help: "Up one item", Do: step(-1)},
		{ID: "page.down", Keys: []string{"pgdown"}, Quiet: true, Help: "Down several items", Do: step(8)},
		{ID: "page.up", Keys: []string{"pgup"}, Quiet: true, Help: "Up several items", Do: step(-8)},
		{ID: "first", Keys: []string{"home", "g"}, Quiet: true, Help: "To the section's first item", Do: step(-1000)},
		{ID: "last", Keys: []string{"end", "G"}, Quiet: true, Help: "To the section's last item", Do: step(1000)},
		{ID: "below.down", Keys: []string{"J", "shift+down"}, Quiet: true, Help: "Scroll the guidance down", Do: kit.Do(func() { k.below.By(1); k.redraw() })},
		{ID: "below.up", Keys: []string{"K", "shift+up"}, Quiet: true, Help: "Scroll the guidance up", Do: kit.Do(func() { k.below.By(-1); k.redraw() })},
	}
}

// leaving is what Esc does: end a search, or leave the walkthrough as it stands.
func (k *walk) leaving() kit.Action {
	if k.find != nil {
		return kit.Action{ID: "find.end", Keys: []string{"esc"}, Label: "section", Help: "End the search, at the selected item", Do: k.endFind}
	}
	return kit.Action{ID: "leave", Keys: []string{"esc"}, Quiet: true, Help: "Back to the list of concerns", Off: k.cantLeave(), Do: k.v.leaveSaved}
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
