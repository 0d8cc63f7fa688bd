package protective

import (
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

// concerns are those that are kept.
func (n *notes) concerns(now time.Time) []model.Concern {
	if n.keep == nil {
		return nil
	}
	return model.Concerns(n.keep.Walkthroughs(), n.keep.ConcernEntries(), now)
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
	if v.notes.keep == nil || v.edit != nil {
		return nil
	}
	v.notes.reread()
	v.last, v.noteAt = last{}, 0
	v.Refresh()
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

// Settled tells that nothing waits to be written.
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
	case component.NotesNone, component.NotesOpen:
	}
	return ""
}

// saved takes what became of a save.
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
			"tries "+
			"again. "+model.CleanLine(msg.Err.Error())))
	}
	return cmd
}
