package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

func (k *items) actions() []component.Action {
	give := func(a model.Answer) func() tea.Cmd { return func() tea.Cmd { return k.answer(a) } }
	why := ""
	switch at, ok := k.item(); {
	case !ok:
		why = "No item is selected."
	case at.Item.ReadOnly:
		why = model.ReadOnlyWords
	}
	out := []component.Action{
		unless(why, act("answer.seen", "seen", "Seen: by you", give(model.Seen), "s")),
		unless(why, act("answer.told", "told", "Told: by the child or another", give(model.Told), "t")),
		unless(why, act("answer.notseen", "not seen", "Not seen: looked for, not seen", give(model.NotSeen), "n")),
		unless(why, act("answer.dontknow", "don't know", "Don't know: the closing page says who might know",
			give(model.DontKnow), "d")),
		unless(why, act("evidence", "evidence", "Write down what was seen or said", k.edit, "e")),
		act("section.next", "next section", "Next section", k.jump(1), "right", "l", "]"),
		act("summary", "closing page", "To the closing page: what was seen and told, and what to ask next",
			k.summary, "f"),
	}
	if k.v.keep == nil {
		out = append(out, saveIt())
	}
	return append(append(out,
		unless(why, quiet("answer.cycle", "Go through the five answers", k.cycle, "space")),
		unless(why, quiet("answer.clear", "Back to not considered", give(model.NotConsidered), "backspace", "delete")),
	), k.quietActions()...)
}

// turnAdvance turns moving on by itself on or off, for as long as isspp runs.
func (k *items) turnAdvance() tea.Cmd {
	k.advance = !k.advance
	k.v.env.Advance = k.advance
	if k.advance {
		return component.Say("An answer now moves on to the next item. Settings can make that permanent.")
	}
	return component.Say("An answer now stays on its item.")
}

func (k *items) quietActions() []component.Action {
	step := func(n int) func() tea.Cmd { return func() tea.Cmd { return k.move(n) } }
	scroll := func(n int) func() tea.Cmd { return component.Do(func() { k.below.By(n); k.redraw() }) }
	advance, only := "Move on by itself after an answer", "Show only what isn't considered yet"
	if k.advance {
		advance = "Stay on the item after an answer"
	}
	if k.only {
		only = "Show every item again"
	}
	return []component.Action{
		unless(off(k.v.live.CanUndo(), "Nothing to undo."), quiet("undo", "Undo the last answer", k.takeBack, "z")),
		quiet("section.previous", "Previous section", k.jump(-1), "left", "h", "["),
		quiet("advance", advance, k.turnAdvance, "m"),
		quiet("jump", "Jump to any section", k.jumpTo, "o"),
		quiet("only", only, component.Do(func() { k.only = !k.only; k.refresh(0) }), "a"),
		quiet("form", "Reference, setting, year group, when, who", component.Do(func() { k.v.goTo(newForm(k.v, k)) }),
			"r"),
		k.leaving(),
		quiet("down", "Down one item", step(1), "down", "j"),
		quiet("up", "Up one item", step(-1), "up", "k"),
		quiet("page.down", "Down several items", step(8), "pgdown"),
		quiet("page.up", "Up several items", step(-8), "pgup"),
		quiet("first", "To the section's first item", step(-len(k.open)), "home", "g"),
		quiet("last", "To the section's last item", step(len(k.open)), "end", "G"),
		quiet("below.down", "Scroll the guidance down", scroll(1), "J", "shift+down"),
		quiet("below.up", "Scroll the guidance up", scroll(-1), "K", "shift+up"),
	}
}

// leaving is what Esc does: end a search, or leave the walkthrough as it stands.
func (k *items) leaving() component.Action {
	if k.find != nil {
		return act("find.end", "section", "End the search, at the selected item", k.endFind, "esc")
	}
	lost := k.v.keep == nil && k.v.touched()
	return unless(off(!lost, "This walkthrough is not saved: ctrl+s keeps it. q leaves isspp and asks first."),
		quiet("leave", "Back to the list of concerns", k.v.leaveSaved, "esc"))
}

func (k *items) summary() tea.Cmd {
	k.endFind()
	k.v.goTo(newSummary(k.v))
	cmd := k.v.save()
	k.v.stage.redraw()
	return cmd
}

func (k *items) click(x, y int) tea.Cmd {
	y -= component.PaneTop
	switch {
	case k.evidence != nil:
	case x < k.left():
		return k.clickSection(y + k.sectionsTop)
	default:
		if k.find != nil {
			y--
		}
		if i := k.list.Row(y); i >= 0 {
			return k.move(i - k.list.At)
		}
	}
	return nil
}

func (k *items) clickSection(y int) tea.Cmd {
	if y < 0 || y >= len(k.sectionRows) || k.sectionRows[y] < 0 {
		return nil
	}
	return k.jump(k.sectionRows[y] - k.section)()
}

func (k *items) wheel(x, y, n int) {
	if y >= k.h-k.belowHeight() && x >= k.left() {
		k.below.By(n)
	} else {
		k.list.Move(sign(n))
	}
	k.redraw()
}
