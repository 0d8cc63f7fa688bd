package checklist

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// items is the way through the lists: sections on the left, items in the middle,
// guidance and evidence below.
type items struct {
	v       *View
	lists   *walk.Lists
	section int
	list    component.List
	// open are the items that are shown: all of the section's, or those that a
	// filter leaves.
	open []walk.Step
	only bool
	// advance moves on by itself after an answer.
	advance  bool
	evidence *evidence
	// find is the search's field, nil while nothing is searched for; found is what it
	// found, and near that it is only spelt nearly so.
	find  *component.Field
	found []walk.Step
	near  bool
	// below is what stands below the items, of the selected one.
	below component.Detail
	drawn drawn
	// sectionRows are the section of each line of the left pane, or -1, and
	// sectionsTop the first line in view.
	sectionRows []int
	sectionsTop int
}

func newItems(v *View) *items {
	k := &items{v: v, lists: walk.ListsOf(v.env.Pack), advance: v.env.Advance}
	k.list.Lines = func(i int) int {
		if i < len(k.drawn.items) {
			return len(k.drawn.items[i])
		}
		return 1
	}
	k.enter(0)
	return k
}

// restore puts the person back at the item where they stood, and opens the
// editor with what was being typed.
func (k *items) restore() {
	k.goTo(k.v.live.At)
	if d := k.v.live.Draft; d.Item != "" && k.goTo(d.Item) {
		k.openEvidence(d)
	}
}

func (k *items) goTo(id string) bool {
	i := k.lists.Step(id)
	if i < 0 {
		return false
	}
	k.only, k.find, k.near = false, nil, false
	for j := range k.lists.Sections {
		if &k.lists.Sections[j] == k.lists.Steps[i].Section {
			k.enter(j)
		}
	}
	k.list.Select(k.lists.Steps[i].At)
	k.redraw()
	return true
}

func (k *items) enter(section int) {
	k.section = section
	k.refresh(0)
}

func (k *items) here() *walk.Section { return &k.lists.Sections[k.section] }

func (k *items) refresh(at int) {
	from := k.found
	if k.find == nil {
		from = k.lists.Steps
	}
	k.open, k.drawn.items = nil, nil
	for _, s := range from {
		left := !k.only || k.v.live.AnswerTo(s.Item.ID) == model.NotConsidered
		if left && (k.find != nil || s.Section == k.here()) {
			k.open = append(k.open, s)
		}
	}
	k.list.SetLen(len(k.open))
	k.list.Select(at)
	k.below.SetYOffset(0)
	k.redraw()
}

func (k *items) item() (walk.Step, bool) {
	if k.list.At < 0 || k.list.At >= len(k.open) {
		return walk.Step{Section: k.here()}, false
	}
	return k.open[k.list.At], true
}

func (k *items) writable() bool {
	at, ok := k.item()
	return ok && !at.Item.ReadOnly && !k.v.live.Final()
}

func (k *items) move(n int) tea.Cmd {
	k.list.Move(n)
	k.below.SetYOffset(0)
	return k.moved()
}

func (k *items) moved() tea.Cmd {
	k.drawn.frame = nil
	at, ok := k.item()
	if !ok || k.v.live.At == at.Item.ID {
		return nil
	}
	k.v.live.At = at.Item.ID
	return k.v.saveSoon()
}

func (k *items) answer(a model.Answer) tea.Cmd {
	if !k.writable() {
		return nil
	}
	at, _ := k.item()
	k.v.live.Answer(at, a)
	if k.advance && a != model.NotConsidered {
		k.next()
	}
	if k.only {
		k.refresh(k.list.At)
	}
	k.redraw()
	return k.v.save()
}

func (k *items) next() {
	if k.list.At < len(k.open)-1 {
		k.list.Move(1)
	} else if k.find == nil && k.section < len(k.lists.Sections)-1 {
		k.enter(k.section + 1)
	}
	if at, ok := k.item(); ok {
		k.v.live.At = at.Item.ID
	}
}

func (k *items) takeBack() tea.Cmd {
	k.v.live.Undo()
	if k.find == nil {
		k.goTo(k.v.live.At)
	}
	k.refresh(k.list.At)
	return k.v.save()
}

// jump goes some sections further, as far as there are any.
func (k *items) jump(n int) tea.Cmd {
	to := k.section + n
	if to < 0 || to >= len(k.lists.Sections) {
		return nil
	}
	k.find, k.near = nil, false
	k.enter(to)
	return k.moved()
}

func (k *items) jumpTo() tea.Cmd {
	rows := make([]string, len(k.lists.Sections))
	for i, s := range k.lists.Sections {
		rows[i] = fmt.Sprintf("%18s  %s (%s)", k.v.live.Progress(s.Domain), s.Domain.Title, s.List.Title)
	}
	c := k.v.choose("To which section?", rows, func(i int) tea.Cmd { return k.jump(i - k.section) })
	c.Select(k.section)
	return nil
}

// Filter opens the search over the items of all sections.
func (k *items) Filter() {
	if k.find == nil {
		k.find = component.NewField("Find an item: ", "words of a sign or factor")
	}
	k.find.Focus()
	k.search()
}

// Unfiltered is empty: there is always something to find.
func (k *items) Unfiltered() string { return "" }

func (k *items) search() {
	k.found, k.near = k.lists.Search(k.find.Value())
	k.refresh(0)
}

func (k *items) finding() bool { return k.find != nil && k.find.Focused() }

func (k *items) endFind() tea.Cmd {
	if k.find == nil {
		return nil
	}
	at, ok := k.item()
	k.find, k.near = nil, false
	if !ok || !k.goTo(at.Item.ID) {
		k.refresh(0)
	}
	return k.moved()
}

func (k *items) findKey(key tea.KeyPressMsg) tea.Cmd {
	switch key.String() {
	case "esc":
		return k.endFind()
	case "enter", "down", "tab":
		k.find.Blur()
		return k.moved()
	}
	if k.find.Type(key) {
		k.search()
	}
	k.redraw()
	return nil
}

// SetSize lays the screen out.
func (k *items) SetSize(int, int) { k.redraw() }

// Update types into the evidence or the search, and selects what is clicked.
func (k *items) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		k.redraw()
	case tea.KeyPressMsg:
		switch {
		case k.evidence != nil:
			defer k.redraw()
			return k.write(msg)
		case k.finding():
			return k.findKey(msg)
		}
	case tea.PasteMsg:
		switch {
		case k.evidence != nil:
			return k.paste(msg.Content)
		case k.finding():
			k.find.Paste(msg.Content)
			k.search()
		}
	case tea.MouseClickMsg:
		return k.click(msg.X, msg.Y-component.PaneTop)
	case tea.MouseWheelMsg:
		if n := component.Wheel(msg); msg.Y >= k.v.h-k.belowHeight() && msg.X >= k.left() {
			k.below.By(n)
		} else {
			k.list.Move(sign(n))
		}
		k.drawn.frame = nil
	}
	return nil
}

func (k *items) click(x, y int) tea.Cmd {
	switch {
	case k.evidence != nil:
	case x < k.left():
		y += k.sectionsTop
		if y >= 0 && y < len(k.sectionRows) && k.sectionRows[y] >= 0 {
			return k.jump(k.sectionRows[y] - k.section)
		}
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

func (k *items) Actions() []component.Action {
	out := k.answering()
	switch {
	case k.evidence != nil:
		return append(k.writing(), component.Unnamed(out)...)
	case k.finding():
		return append([]component.Action{
			component.Typing(false, "down", "tab"), component.Hint("enter", "answer these"), component.Hint("esc", "back"),
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
	if k.advance {
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

func (k *items) turnAdvance() tea.Cmd {
	k.advance = !k.advance
	k.v.env.Advance = k.advance
	if k.advance {
		return component.Say("An answer now moves on to the next item. Settings can make that permanent.")
	}
	return component.Say("An answer now stays on its item.")
}

func (k *items) summary() tea.Cmd {
	k.endFind()
	k.v.goTo(newSummary(k.v))
	cmd := k.v.save()
	k.v.stage.Update(component.RedrawMsg{})
	return cmd
}

func (k *items) seal() tea.Cmd { return k.v.sealLive() }
