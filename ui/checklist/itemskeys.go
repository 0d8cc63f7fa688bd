package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

func (k *items) Actions() []component.Action {
	out := k.answering()
	switch {
	case k.evidence != nil:
		return append(k.writing(), component.Unnamed(out)...)
	case k.finding():
		return append([]component.Action{
			component.Typing(false, "down", "tab"), component.Hint("enter", "answer these"),
			component.Hint("esc", "back"),
		}, component.Unnamed(out)...)
	}
	return out
}

// answering are the keys that answer, and those that move.
func (k *items) answering() []component.Action {
	give := func(a model.Answer) func() tea.Cmd { return func() tea.Cmd { return k.answer(a) } }
	why := ""
	at, ok := k.item()
	switch {
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
		act("section.next", "next section", "Next section", func() tea.Cmd { return k.jump(1) }, "right", "l", "]"),
		act("summary", "closing page", "To the closing page: what was seen and told, and what to ask next",
			k.summary, "f"),
	}
	if k.v.keep == nil {
		out = append(out, saveIt())
	}
	cycle := func() tea.Cmd { return k.answer(k.v.live.AnswerTo(at.Item.ID).Next()) }
	return append(append(out,
		unless(why, quiet("answer.cycle", "Go through the five answers", cycle, "space")),
		unless(why, quiet("answer.clear", "Back to not considered", give(model.NotConsidered), "backspace", "delete")),
	), k.quietActions()...)
}

func (k *items) quietActions() []component.Action {
	step := func(n int) func() tea.Cmd { return func() tea.Cmd { return k.move(n) } }
	scroll := func(n int) func() tea.Cmd { return component.Do(func() { k.below.By(n); k.drawn.frame = nil }) }
	advance, only := "Move on by itself after an answer", "Show only what isn't considered yet"
	if k.v.env.Advance {
		advance = "Stay on the item after an answer"
	}
	if k.only {
		only = "Show every item again"
	}
	// Esc ends a search, or leaves the walkthrough as it stands.
	leave := unless(off(k.v.keep != nil || !k.v.touched(), "This walkthrough is not saved: ctrl+s keeps it. q leaves "+
		"isspp and asks first."), quiet("leave", "Back to the list of concerns", k.v.leaveSaved, "esc"))
	if k.find != nil {
		leave = act("find.end", "section", "End the search, at the selected item", k.endFind, "esc")
	}
	return []component.Action{
		unless(off(k.v.live.CanUndo(), "Nothing to undo."), quiet("undo", "Undo the last answer", k.takeBack, "z")),
		quiet("section.previous", "Previous section", func() tea.Cmd { return k.jump(-1) }, "left", "h", "["),
		quiet("advance", advance, k.turnAdvance, "m"),
		quiet("jump", "Jump to any section", k.jumpTo, "o"),
		quiet("only", only, component.Do(func() { k.only = !k.only; k.refresh(0) }), "a"),
		quiet("form", "Reference, setting, year group, when, who", component.Do(func() { k.v.goTo(newForm(k.v, k)) }),
			"r"),
		leave,
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
