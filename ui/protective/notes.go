package protective

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// notes are the private notes in memory, by what they are about, with what is
// known of each one's way to the disk.
type notes struct {
	keep  Keeper
	saver component.Saver
	soon  component.Throttle
	byID  map[string]*model.FactorNote
	// on lists the ids of the notes on a factor.
	on map[string][]string
	// way are the ids whose saves are under way, in order; failed those whose
	// last save did not reach the disk.
	way    []string
	failed map[string]bool
	// emptied is the last note that was taken away, for bringing it back.
	emptied *model.FactorNote
}

func newNotes() notes {
	return notes{
		saver: component.Saver{ID: "factornote"}, soon: component.Throttle{ID: "factornote"},
		byID: map[string]*model.FactorNote{}, on: map[string][]string{}, failed: map[string]bool{},
	}
}

// open takes the store's notes in and saves those that were written without it.
func (n *notes) open(k Keeper) tea.Cmd {
	var mine []*model.FactorNote
	if n.keep == nil {
		for _, note := range n.byID {
			mine = append(mine, note)
		}
	}
	n.keep = k
	for _, note := range k.FactorNotes() {
		if n.byID[note.ID] == nil {
			n.add(&note)
		}
	}
	slices.SortFunc(mine, func(a, b *model.FactorNote) int { return a.Created.Compare(b.Created) })
	cmds := make([]tea.Cmd, 0, len(mine))
	for _, note := range mine {
		cmds = append(cmds, n.put(note))
	}
	return tea.Batch(cmds...)
}

// reread takes the store's notes in place of those in memory, but for what is not
// on the disk yet.
func (n *notes) reread() {
	was := n.byID
	n.byID, n.on, n.emptied = map[string]*model.FactorNote{}, map[string][]string{}, nil
	for id, note := range was {
		if n.failed[id] || slices.Contains(n.way, id) {
			n.add(note)
		}
	}
	for _, note := range n.keep.FactorNotes() {
		if n.byID[note.ID] == nil {
			n.add(&note)
		}
	}
}

// add puts a note into memory.
func (n *notes) add(note *model.FactorNote) {
	if n.byID[note.ID] == nil {
		n.on[note.About] = append(n.on[note.About], note.ID)
	}
	n.byID[note.ID] = note
}

// put asks for a note to be saved, and again for those that failed before. It
// is called with the note as it stands; a copy goes to the disk.
func (n *notes) put(note *model.FactorNote) tea.Cmd {
	n.add(note)
	if n.keep == nil {
		return nil
	}
	cmds := []tea.Cmd{n.send(note)}
	for id := range n.failed {
		if id != note.ID && n.byID[id] != nil {
			cmds = append(cmds, n.send(n.byID[id]))
		}
	}
	return tea.Batch(cmds...)
}

func (n *notes) send(note *model.FactorNote) tea.Cmd {
	snapshot, keep := *note, n.keep
	n.way = append(n.way, note.ID)
	return n.saver.Put(func() error { return keep.SaveFactorNote(&snapshot) })
}

// handle takes a save's result. Saves end in the order they were asked for, so
// the first id under way is the one that it speaks of.
func (n *notes) handle(msg tea.Msg) (tea.Cmd, bool) {
	cmd, mine := n.saver.Handle(msg)
	if mine && len(n.way) > 0 {
		id := n.way[0]
		n.way = n.way[1:]
		delete(n.failed, id)
		if n.saver.Failed != nil {
			n.failed[id] = true
		}
	}
	return cmd, mine
}

// unsaved tells that notes stand in memory alone.
func (n *notes) unsaved() bool {
	for _, note := range n.byID {
		if !note.Empty() {
			return true
		}
	}
	return false
}

// about are the notes on a factor that say something, newest first, of those
// that are let through.
func (n *notes) about(factor string, only whose) []*model.FactorNote {
	var out []*model.FactorNote
	for _, id := range n.on[factor] {
		if note := n.byID[id]; !note.Empty() && only.lets(note) {
			out = append(out, note)
		}
	}
	slices.SortStableFunc(out, func(a, b *model.FactorNote) int { return b.Changed.Compare(a.Changed) })
	return out
}

// state says of a note whether it is on the disk.
func (n *notes) state(id string) string {
	switch {
	case n.keep == nil || n.failed[id]:
		return "NOT SAVED"
	case slices.Contains(n.way, id):
		return "saving"
	}
	return "saved"
}
