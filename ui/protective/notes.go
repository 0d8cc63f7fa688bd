package protective

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
)

// Keeper keeps the private notes. A save is durable when it returns; a note
// that says nothing has been taken away by the person.
type Keeper interface {
	SaveFactorNote(n *model.FactorNote) error
	FactorNotes() []model.FactorNote
	Walkthroughs() []model.Walkthrough
	ConcernEntries() []model.ConcernEntry
}

// notes are the private notes in memory, and what is known of each one's way to the disk.
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

// open takes the store's notes in and saves those that were written without it.
func (n *notes) open(k Keeper) tea.Cmd {
	var mine []*model.FactorNote
	if n.keep == nil {
		for _, note := range n.byID {
			mine = append(mine, note)
		}
	}
	n.keep = k
	n.takeIn()
	slices.SortFunc(mine, func(a, b *model.FactorNote) int { return a.Created.Compare(b.Created) })
	cmds := make([]tea.Cmd, 0, len(mine))
	for _, note := range mine {
		cmds = append(cmds, n.put(note))
	}
	return tea.Batch(cmds...)
}

// reread takes the store's notes, but for what is not on the disk yet.
func (n *notes) reread() {
	was := n.byID
	n.byID, n.on, n.emptied = map[string]*model.FactorNote{}, map[string][]string{}, nil
	for id, note := range was {
		if n.failed[id] || slices.Contains(n.way, id) {
			n.add(note)
		}
	}
	n.takeIn()
}

func (n *notes) takeIn() {
	for _, note := range n.keep.FactorNotes() {
		if n.byID[note.ID] == nil {
			n.add(&note)
		}
	}
}

func (n *notes) concerns(now time.Time) []model.Concern {
	if n.keep == nil {
		return nil
	}
	return model.Concerns(n.keep.Walkthroughs(), n.keep.ConcernEntries(), now)
}

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

// about are the notes on a factor that say something and are let through, newest first.
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

// Keep gives the tab the store once it is open. Notes that were written before
// are saved now.
func (v *View) Keep(k Keeper) tea.Cmd {
	cmd := v.notes.open(k)
	v.last = last{}
	v.Refresh()
	return cmd
}

// Reread shows what came into the notes from outside the tab, such as a file that
// was taken in.
func (v *View) Reread() tea.Cmd {
	if v.notes.keep != nil && v.edit == nil {
		v.notes.reread()
		v.last, v.noteAt = last{}, 0
		v.Refresh()
	}
	return nil
}

// Writing says what is being written, or is empty.
func (v *View) Writing() string {
	if v.edit == nil {
		return ""
	}
	return "A note on a protective factor is being written."
}

// Flush seals what is still being typed. It comes before a lock and before leaving.
func (v *View) Flush() tea.Cmd {
	v.notes.soon.Stop()
	if v.edit == nil || !v.edit.take(v.Env.Clock(), v.Env.Recorder) {
		return nil
	}
	v.Drop()
	return v.notes.put(v.edit.note)
}

// Settled reports whether nothing waits to be written.
func (v *View) Settled() bool { return v.notes.saver.Idle() && !v.notes.soon.Waiting() }

// Busy says what leaving now would lose, or is empty.
func (v *View) Busy() string {
	switch {
	case v.notes.keep == nil && (v.notes.unsaved() || v.edit != nil && v.edit.says()):
		return "Your notes on protective factors are not saved. Leaving now loses them. To keep them, stay and press " +
			"ctrl+s."
	case len(v.notes.failed) > 0:
		return "A note on a protective factor could not be saved. Leaving now loses its last change; what was saved " +
			"before is safe."
	}
	return ""
}

// cantWrite says why no note can be written in this process, or is empty.
func (v *View) cantWrite() string {
	switch v.Env.Notes {
	case component.NotesLocked:
		return "u unlocks your notes: then you can write here."
	case component.NotesAbsent:
		return "u sets up your notes: then you can write here."
	}
	return ""
}

func (v *View) saved(msg component.SavedMsg) tea.Cmd {
	v.last.stale = true
	v.Changed()
	cmd, mine := v.notes.handle(msg)
	if !mine {
		return nil
	}
	v.Drop()
	if msg.Err != nil {
		return tea.Batch(cmd, component.Fail("The note is not saved. It is still on this screen, and the next change "+
			"tries again. "+model.CleanLine(msg.Err.Error())))
	}
	return cmd
}
