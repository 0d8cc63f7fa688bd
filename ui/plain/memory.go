package plain

import (
	"cmp"
	"slices"
	"strings"

	"isspp/model"
)

// memory keeps what is recorded while no notes are open; at the end it is written out.
type memory struct {
	walks   []model.Walkthrough
	entries []model.ConcernEntry
}

func (m *memory) SaveWalkthrough(w *model.Walkthrough) error {
	_ = m.DiscardWalkthrough(w.ID)
	m.walks = append(m.walks, w.Clone())
	return nil
}

func (m *memory) DiscardWalkthrough(id string) error {
	m.walks = slices.DeleteFunc(m.walks, func(o model.Walkthrough) bool { return o.ID == id })
	return nil
}

func (m *memory) Walkthroughs() []model.Walkthrough { return slices.Clone(m.walks) }

func (m *memory) SaveConcernEntry(e *model.ConcernEntry) error {
	_ = m.DiscardConcernEntry(e.ID)
	m.entries = append(m.entries, *e)
	return nil
}

func (m *memory) DiscardConcernEntry(id string) error {
	m.entries = slices.DeleteFunc(m.entries, func(o model.ConcernEntry) bool { return o.ID == id })
	return nil
}

func (m *memory) ConcernEntries() []model.ConcernEntry { return slices.Clone(m.entries) }

// into gives all to notes that were opened; a refusal keeps none of the rest back.
func (m *memory) into(k Keeper) (refused error) {
	for i := range m.walks {
		refused = cmp.Or(refused, k.SaveWalkthrough(&m.walks[i]))
	}
	for i := range m.entries {
		refused = cmp.Or(refused, k.SaveConcernEntry(&m.entries[i]))
	}
	return refused
}

func (w *walker) save() {
	if w.live.Touched() {
		w.saved(w.keep.SaveWalkthrough(w.live.Snapshot()))
	}
}

// saved tells a failure at once; the next answer tries again.
func (w *walker) saved(err error) {
	if err != nil {
		w.failed = true
		w.say("NOT SAVED. The next answer tries again. " + err.Error())
		return
	}
	w.news()
	if w.failed {
		w.failed = false
		w.say("Saved now, with what could not be saved before.")
	}
}

// openLate opens the notes in the middle of a walkthrough and keeps it.
func (w *walker) openLate() {
	notes, unsaved := w.keep.(*memory)
	if !unsaved && !w.failed {
		w.say("Every answer is saved as you give it.")
		return
	}
	keep, said, err := w.o.Open() // open already, they try again what was refused
	if err == nil && (!unsaved || keep != nil) {
		w.save()
	}
	if err == nil && unsaved && keep != nil {
		w.late = keep
		err = notes.into(keep)
	}
	switch {
	case err != nil:
		w.say("Still NOT SAVED. " + strings.TrimSpace(err.Error()))
		if w.late != nil {
			w.say("The notes are open. Once there is room, write save again.")
		}
	case !unsaved:
	case keep == nil:
		w.say("Still NOT SAVED. " + said)
	default:
		w.keep, w.durable, w.late = keep, true, nil
		w.say("Saved. From here on every answer is saved as you give it.")
	}
}

// keepLate gives what was recorded to notes that could not take it before.
func (w *walker) keepLate() {
	notes, ok := w.keep.(*memory)
	if !ok || w.late == nil {
		return
	}
	if w.failed = notes.into(w.late) != nil; !w.failed {
		w.keep, w.durable, w.late = w.late, true, nil
	}
}
