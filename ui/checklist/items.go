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
	screen
	lists   *walk.Lists
	section int
	list    component.List
	// open are the items that are shown: all of the section's, or those that a
	// filter leaves. drawn are the lines of each.
	open  []walk.Step
	drawn [][]string
	only  bool
	// advance moves on by itself after an answer.
	advance  bool
	evidence *evidence
	// find is the search's field, nil while nothing is searched for; found is what it
	// found, and near that it is only spelt nearly so.
	find  *component.Field
	found []walk.Step
	near  bool
	below component.Scroll
	// sectionRows are the section of each line of the left pane, or -1, and
	// sectionsTop the first line in view.
	sectionRows []int
	sectionsTop int
	lines       []string
}

func newItems(v *View) *items {
	k := &items{screen: screen{v: v}, lists: walk.ListsOf(v.env.Pack), advance: v.env.Advance}
	k.list.Lines = func(i int) int {
		if i < len(k.drawn) {
			return len(k.drawn[i])
		}
		return 1
	}
	k.enter(0)
	return k
}

func (k *items) pane() (component.Pane, bool) { return component.Pane{}, true }

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

// enter shows a section, at its first item.
func (k *items) enter(section int) {
	k.section = section
	k.refresh(0)
}

// here is the section that is shown.
func (k *items) here() *walk.Section { return &k.lists.Sections[k.section] }

// refresh reads which items are shown, and selects one of them.
func (k *items) refresh(at int) {
	from := k.found
	if k.find == nil {
		from = k.lists.Steps
	}
	k.open, k.drawn = nil, nil
	for _, s := range from {
		left := !k.only || k.v.live.AnswerTo(s.Item.ID) == model.NotConsidered
		if left && (k.find != nil || s.Section == k.here()) {
			k.open = append(k.open, s)
		}
	}
	k.list.SetLen(len(k.open))
	k.list.Select(at)
	k.below = component.Scroll{}
	k.redraw()
}

// item is the selected one, and whether there is one.
func (k *items) item() (walk.Step, bool) {
	if k.list.At < 0 || k.list.At >= len(k.open) {
		return walk.Step{Section: k.here()}, false
	}
	return k.open[k.list.At], true
}

// writable reports whether the selected item takes an answer.
func (k *items) writable() bool {
	at, ok := k.item()
	return ok && !at.Item.ReadOnly && !k.v.live.Final()
}

func (k *items) move(n int) tea.Cmd {
	k.list.Move(n)
	k.below = component.Scroll{}
	return k.moved()
}

func (k *items) moved() tea.Cmd {
	k.redraw()
	at, ok := k.item()
	if !ok || k.v.live.At == at.Item.ID {
		return nil
	}
	k.v.live.At = at.Item.ID
	return k.v.saveSoon()
}

// answer records what the person says of the selected item.
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

// next goes to the following item, or into the next section at its end.
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

func (k *items) cycle() tea.Cmd {
	at, _ := k.item()
	return k.answer(k.v.live.AnswerTo(at.Item.ID).Next())
}

// takeBack undoes the last answer or evidence.
func (k *items) takeBack() tea.Cmd {
	k.v.live.Undo()
	if k.find == nil {
		k.goTo(k.v.live.At)
	}
	k.refresh(k.list.At)
	return k.v.save()
}

// jump goes some sections further, as far as there are any.
func (k *items) jump(n int) func() tea.Cmd {
	return func() tea.Cmd {
		to := k.section + n
		if to < 0 || to >= len(k.lists.Sections) {
			return nil
		}
		k.find, k.near = nil, false
		k.enter(to)
		return k.moved()
	}
}

// jumpTo offers every section with how much of it was considered.
func (k *items) jumpTo() tea.Cmd {
	rows := make([]string, len(k.lists.Sections))
	for i, s := range k.lists.Sections {
		rows[i] = fmt.Sprintf("%18s  %s (%s)", k.v.live.Progress(s.Domain), s.Domain.Title, s.List.Title)
	}
	c := k.v.choose("To which section?", rows, func(i int) tea.Cmd { return k.jump(i - k.section)() })
	c.picker.Select(k.section)
	return nil
}

// filter opens the search over the items of all sections.
func (k *items) filter() {
	if k.find == nil {
		k.find = component.NewField("Find an item: ", "words of a sign or factor")
	}
	k.find.Focus()
	k.search()
}

func (k *items) nothing() string { return "" }

// search shows the items, of whichever section, that hold the words.
func (k *items) search() {
	k.found, k.near = k.lists.Search(k.find.Value())
	k.refresh(0)
}

// endFind closes the search and stands at the item that was selected in it.
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

// findKey takes a key into the search's field.
func (k *items) findKey(key tea.KeyPressMsg) (tea.Cmd, bool) {
	switch key.String() {
	case "esc":
		return k.endFind(), true
	case "enter", "down", "tab":
		k.find.Blur()
		return k.moved(), true
	}
	if !component.Writes(key) {
		return nil, false
	}
	if k.find.Type(key) {
		k.search()
	}
	k.redraw()
	return nil, true
}
