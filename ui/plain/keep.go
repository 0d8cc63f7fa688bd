package plain

import (
	"strings"

	"isspp/model"
)

// The stages of an unfinished walkthrough, as the app names them: each goes on
// where the other stopped.
const (
	stageForm    = "form"
	stageWalk    = "walk"
	stageClosing = "closing"
)

// begin starts a walkthrough.
func (w *walker) begin() {
	now := w.env.Clock()
	w.live = &model.Walkthrough{
		ID: newID(), Edition: w.env.Pack.Edition().Years, By: w.env.Recorder,
		Started: now, Changed: now, Stage: stageForm,
	}
	w.undo = nil
}

// touched tells that something was recorded that would be missed.
func (w *walker) touched() bool {
	l := w.live
	setting := l.Setting != "" && l.Setting != w.env.School // their own school stands there by itself
	return len(l.Entries) > 0 || l.Draft.Text != "" || setting || l.Ref+l.YearGroup+l.EventTime+l.RaisedBy != ""
}

// save seals the walkthrough as it stands. A failure is told at once, and the
// next answer tries again: nothing said is dropped.
func (w *walker) save() {
	if !w.touched() {
		return
	}
	w.live.Changed = w.env.Clock()
	snapshot := w.live.Clone()
	if err := w.keep.SaveWalkthrough(&snapshot); err != nil {
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

// remember keeps the walkthrough as it is, for taking the next change back.
func (w *walker) remember() {
	const most = 50
	w.undo = append(w.undo, w.live.Clone())
	if len(w.undo) > most {
		w.undo = w.undo[1:]
	}
}

// takeBack undoes the last answer or evidence and tells where that was.
func (w *walker) takeBack(at int) int {
	if len(w.undo) == 0 {
		w.say("There is nothing to undo.")
		return at
	}
	last := w.undo[len(w.undo)-1]
	w.undo = w.undo[:len(w.undo)-1]
	w.live.Entries, w.live.At = last.Entries, last.At
	w.save()
	w.say("Undone.")
	return w.find(last.At, at)
}

// find is the step of an item, or another one where there is no such item.
func (w *walker) find(item string, otherwise int) int {
	for i, s := range w.way {
		if s.item.ID == item {
			return i
		}
	}
	return otherwise
}

// openLate opens the notes in the middle of a walkthrough and keeps it.
func (w *walker) openLate() {
	notes, unsaved := w.keep.(*memory)
	if !unsaved {
		w.saveAgain()
		return
	}
	keep, said, err := w.o.Open()
	if err == nil && keep != nil {
		w.save()
		w.late = keep
		err = notes.into(keep)
	}
	switch {
	case err != nil:
		w.say("Still NOT SAVED. " + strings.TrimSpace(err.Error()))
		if w.late != nil {
			w.say("The notes are open. Once there is room, write save again.")
		}
	case keep == nil:
		w.say("Still NOT SAVED. " + said)
	default:
		w.keep, w.durable, w.late = keep, true, nil
		w.say("Saved. From here on every answer is saved as you give it.")
	}
}

// saveAgain is "save" where the notes are open: it tries what could not be saved.
func (w *walker) saveAgain() {
	if !w.failed {
		w.say("Every answer is saved as you give it.")
		return
	}
	if _, _, err := w.o.Open(); err != nil { // open already: they try again what was refused
		w.say("Still NOT SAVED. " + strings.TrimSpace(err.Error()))
		return
	}
	w.save()
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
