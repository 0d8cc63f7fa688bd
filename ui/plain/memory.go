package plain

import (
	"slices"

	"isspp/model"
)

// memory keeps what is recorded while no notes are open: nothing of it reaches
// the disk, and it is written out at the end.
type memory struct {
	walks   []model.Walkthrough
	entries []model.ConcernEntry
}

func (m *memory) SaveWalkthrough(w *model.Walkthrough) error {
	m.walks = append(slices.DeleteFunc(m.walks, func(o model.Walkthrough) bool { return o.ID == w.ID }), w.Clone())
	return nil
}

func (m *memory) DiscardWalkthrough(id string) error {
	m.walks = slices.DeleteFunc(m.walks, func(o model.Walkthrough) bool { return o.ID == id })
	return nil
}

func (m *memory) Walkthroughs() []model.Walkthrough { return slices.Clone(m.walks) }

func (m *memory) SaveConcernEntry(e *model.ConcernEntry) error {
	m.entries = append(slices.DeleteFunc(m.entries, func(o model.ConcernEntry) bool { return o.ID == e.ID }), *e)
	return nil
}

func (m *memory) DiscardConcernEntry(id string) error {
	m.entries = slices.DeleteFunc(m.entries, func(o model.ConcernEntry) bool { return o.ID == id })
	return nil
}

func (m *memory) ConcernEntries() []model.ConcernEntry { return slices.Clone(m.entries) }

// into gives everything to notes that were opened meanwhile. What they refuse
// keeps none of the rest back; the first refusal is returned.
func (m *memory) into(k Keeper) error {
	var refused error
	for i := range m.walks {
		if err := k.SaveWalkthrough(&m.walks[i]); err != nil && refused == nil {
			refused = err
		}
	}
	for i := range m.entries {
		if err := k.SaveConcernEntry(&m.entries[i]); err != nil && refused == nil {
			refused = err
		}
	}
	return refused
}
