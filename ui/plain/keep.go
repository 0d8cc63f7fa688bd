package plain

import (
	"strings"

	"isspp/ui/walk"
)

// save seals the walkthrough as it stands, where anything was recorded.
func (w *walker) save() {
	if w.live.Touched() {
		w.saved(w.keep.SaveWalkthrough(w.live.Snapshot()))
	}
}

// saved says what has become of a save. A failure is told at once, and the next
// answer tries again: nothing said is dropped.
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

// takeBack undoes the last answer or evidence and tells where that was.
func (w *walker) takeBack(at int) int {
	if !w.live.CanUndo() {
		w.say("There is nothing to undo.")
		return at
	}
	w.live.Undo()
	w.save()
	w.say("Undone.")
	return w.stood(at)
}

// stood is the step that the walkthrough stands at, or another one where the lists
// have no such item.
func (w *walker) stood(otherwise int) int {
	if i := w.lists.Step(w.live.At); i >= 0 {
		return i
	}
	return otherwise
}

// begin starts a walkthrough, which joins a concern where one is given.
func (w *walker) begin(r *walk.Run) error {
	w.live = r
	if err := w.whoWhereWhen(); err != nil {
		return err
	}
	return w.through(0)
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
func (w *walker) keepLate(keep Keeper) {
	notes, ok := w.keep.(*memory)
	if !ok {
		return
	}
	if w.failed = notes.into(keep) != nil; !w.failed {
		w.keep, w.durable, w.late = keep, true, nil
	}
}
