package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// section is one domain of one list, in the order of the way.
type section struct {
	list   model.List
	domain model.Domain
	// first tells that the section opens its list.
	first bool
}

// walk is the way through the lists: sections on the left, items in the middle,
// guidance and evidence below.
type walk struct {
	v        *View
	sections []section
	section  int
	list     kit.List
	// open are the indexes of the items that are shown: all of them, or those
	// that a filter leaves.
	open []int
	only bool
	// advance moves on by itself after an answer.
	advance  bool
	evidence *evidence
	// find is the search's field, nil while nothing is searched for, and found
	// what it found, as a section of its own.
	find  *kit.Field
	found section
	// places are where each item stands.
	places map[string]model.Place
	undo   []model.Walkthrough
	below  kit.Scroll
	rows   wrapped
	// sectionRows are the section of each line of the left pane, or -1, and
	// sectionsTop the first line in view.
	sectionRows []int
	sectionsTop int
	lines       []string
	w, h        int
}

// newWalk makes the way through the lists, in the order that they are walked.
func newWalk(v *View) *walk {
	k := &walk{v: v, advance: v.env.Advance, places: map[string]model.Place{}}
	for _, l := range model.Way(v.env.Pack.Lists()) {
		for i, d := range l.Domains {
			k.sections = append(k.sections, section{list: l, domain: d, first: i == 0})
		}
		for _, at := range l.Places() {
			k.places[at.Item.ID] = at
		}
	}
	k.enter(0)
	return k
}

// restore puts the person back at the item where they stood, and opens the
// editor with what was being typed.
func (k *walk) restore() {
	w := k.v.live
	k.goTo(w.At)
	if d := w.Draft; d.Item != "" && k.goTo(d.Item) {
		k.openEvidence(d.Text, d.Kind, d.When, d.WhenAt)
	}
}

func (k *walk) goTo(id string) bool {
	for i, s := range k.sections {
		for j, it := range s.domain.Items {
			if it.ID == id {
				k.only, k.find, k.found = false, nil, section{}
				k.enter(i)
				k.list.Select(j)
				k.redraw()
				return true
			}
		}
	}
	return false
}

// enter shows a section, at its first item.
func (k *walk) enter(i int) {
	if len(k.sections) == 0 {
		return
	}
	k.section = (i + len(k.sections)) % len(k.sections)
	k.refresh()
	k.list.Select(0)
}

// refresh reads which items are shown.
func (k *walk) refresh() {
	k.open = k.open[:0]
	for i, it := range k.here().domain.Items {
		if !k.only || k.v.live.AnswerTo(it.ID) == model.NotConsidered {
			k.open = append(k.open, i)
		}
	}
	k.list.SetLen(len(k.open))
	k.below = kit.Scroll{}
	k.rows = wrapped{}
	k.redraw()
}

func (k *walk) item() (model.Item, bool) {
	if k.list.At < 0 || k.list.At >= len(k.open) {
		return model.Item{}, false
	}
	return k.here().domain.Items[k.open[k.list.At]], true
}

func (k *walk) move(n int) tea.Cmd {
	k.list.Move(n)
	k.below = kit.Scroll{}
	return k.moved()
}

func (k *walk) moved() tea.Cmd {
	k.redraw()
	it, ok := k.item()
	if !ok || k.v.live.At == it.ID {
		return nil
	}
	k.v.live.At = it.ID
	return k.v.saveSoon()
}

// maxUndo is how many answers can be taken back.
const maxUndo = 50

// answer records what the person says of the selected item.
func (k *walk) answer(a model.Answer) tea.Cmd {
	it, ok := k.item()
	if !ok || it.ReadOnly || !k.writable() {
		return nil
	}
	k.remember()
	k.v.live.SetAnswer(k.about(it), a, k.v.env.Clock())
	k.v.live.At = it.ID
	if k.advance && a != model.NotConsidered {
		k.next()
	}
	if k.only {
		at := k.list.At
		k.refresh()
		k.list.Select(at)
	}
	k.redraw()
	return k.v.save()
}

// next goes to the following item, or into the next section at its end.
func (k *walk) next() {
	if k.list.At < len(k.open)-1 {
		k.list.Move(1)
	} else if k.find == nil && k.section < len(k.sections)-1 {
		k.enter(k.section + 1)
	}
	if it, ok := k.item(); ok {
		k.v.live.At = it.ID
	}
}

func (k *walk) cycle() tea.Cmd {
	it, ok := k.item()
	if !ok {
		return nil
	}
	return k.answer(k.v.live.AnswerTo(it.ID).Next())
}

func (k *walk) remember() {
	k.undo = append(k.undo, k.v.live.Clone())
	if len(k.undo) > maxUndo {
		k.undo = k.undo[1:]
	}
}

// takeBack undoes the last answer or evidence.
func (k *walk) takeBack() tea.Cmd {
	if len(k.undo) == 0 {
		return nil
	}
	last := k.undo[len(k.undo)-1]
	k.undo = k.undo[:len(k.undo)-1]
	// The id and what the form asked aren't answers, and stay.
	now := *k.v.live
	now.Entries, now.At = last.Entries, last.At
	*k.v.live = now
	if k.find == nil {
		k.goTo(now.At)
	}
	k.refreshKeeping()
	return k.v.save()
}

func (k *walk) refreshKeeping() {
	at := k.list.At
	k.refresh()
	k.list.Select(at)
	k.redraw()
}

func (k *walk) about(it model.Item) model.Place { return k.places[it.ID] }

func (k *walk) writable() bool { return k.v.live.Finished.IsZero() }
