package checklist

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// items is the way through the lists.
type items struct {
	v       *View
	lists   *walk.Lists
	section int
	list    component.List
	// open are the items that are shown: all of the section's, or those that a
	// filter leaves.
	open     []walk.Step
	only     bool
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
	k := &items{v: v, lists: walk.ListsOf(v.env.Pack)}
	k.list.Lines = func(i int) int {
		if i < len(k.drawn.items) {
			return len(k.drawn.items[i])
		}
		return 1
	}
	k.enter(0)
	return k
}

// restore puts the person back where they stood, with what was being typed.
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
	s := k.lists.Steps[i]
	k.enter(slices.IndexFunc(k.lists.Sections, func(o walk.Section) bool {
		return o.List.ID == s.List.ID && o.Domain.ID == s.Domain.ID
	}))
	k.list.Select(s.At)
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
	if k.v.env.Advance && a != model.NotConsidered {
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
func (k *items) SetSize(int, int) {
	k.drawn.guidance = nil
	k.redraw()
}

// Update types into the evidence or the search, and selects what is clicked.
func (k *items) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		k.SetSize(k.v.w, k.v.h)
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
		case k.evidence != nil && k.evidence.when.Focused():
			k.evidence.when.Paste(msg.Content)
			defer k.redraw()
			return k.changed()
		case k.evidence != nil:
			k.evidence.editor.Paste(msg.Content)
			defer k.redraw()
			return k.changed()
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
			k.list.Move(n / 3)
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

func (k *items) turnAdvance() tea.Cmd {
	k.v.env.Advance = !k.v.env.Advance
	if k.v.env.Advance {
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
