package checklist

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// discardedMsg is the result of discarding an unfinished walkthrough.
type discardedMsg struct{ err error }

// save seals the walkthrough as it stands now, with what is being typed, as one
// transaction.
func (v *View) save() tea.Cmd {
	if v.keep == nil || v.live == nil {
		return nil
	}
	v.soon.Stop()
	if w, ok := v.stage.(*walk); ok {
		w.noteDraft()
	}
	if v.live.ID == "" {
		v.live.ID = kit.NewID()
	}
	v.live.Changed = v.env.Clock()
	snapshot, keep := v.live.Clone(), v.keep
	return v.saver.Put(func() error { return keep.SaveWalkthrough(&snapshot) })
}

// saveSoon seals text that is being typed, and the place, without a
// transaction for each letter.
func (v *View) saveSoon() tea.Cmd {
	if v.keep == nil {
		return nil
	}
	return v.soon.Ask()
}

// Flush seals what is still being typed, at once. It comes before a lock and
// before leaving. A finished walkthrough is never written again.
func (v *View) Flush() tea.Cmd {
	v.soon.Stop()
	if v.live == nil || !v.live.Finished.IsZero() {
		return nil
	}
	if f, ok := v.stage.(*form); ok {
		f.take()
	}
	return v.save()
}

// Handle takes the results of the tab's own commands.
func (v *View) Handle(msg tea.Msg) tea.Cmd {
	if v.soon.Due(msg) {
		return v.Flush()
	}
	if done, ok := msg.(discardedMsg); ok {
		if _, there := v.stage.(*home); there {
			v.goTo(newHome(v))
		}
		if done.err != nil {
			return kit.Fail("It could not be discarded and is still here. " + done.err.Error())
		}
		return kit.Say("Discarded. Nothing else has changed.")
	}
	cmd, mine := v.saver.Handle(msg)
	if !mine {
		return nil
	}
	if v.saver.Failed != nil && v.saver.Idle() {
		v.notKept()
	}
	if v.leaving && v.saver.Idle() {
		v.leave()
	}
	v.stage.redraw()
	if v.saver.Failed != nil {
		return tea.Batch(cmd, kit.Fail("Not saved. It is still on this screen, and the next answer tries again. "+v.saver.Failed.Error()))
	}
	return cmd
}

// notKept goes back on what only holds once it is on the disk: a walkthrough is
// not finished, and the list is not shown in place of what would be lost.
func (v *View) notKept() {
	v.leaving = false
	if v.live != nil {
		v.live.Finished = time.Time{}
	}
}

// savedWord is what the screen says about the disk, in a word or two.
func (v *View) savedWord() string {
	switch {
	case v.keep == nil:
		return "NOT SAVED"
	case v.saver.Failed != nil:
		return "NOT SAVED"
	case !v.saver.Idle() || v.soon.Waiting():
		return "saving"
	}
	return "saved"
}

// begin starts a walkthrough.
func (v *View) begin() tea.Cmd {
	now := v.env.Clock()
	v.live = &model.Walkthrough{Edition: v.env.Pack.Edition().Years, Started: now, Changed: now}
	v.saver.Failed = nil
	v.goTo(newForm(v))
	return nil
}

// resume opens a kept walkthrough where it stood, with what was being typed.
func (v *View) resume(w model.Walkthrough) tea.Cmd {
	c := w.Clone()
	v.live = &c
	walking := newWalk(v)
	v.goTo(walking)
	walking.restore()
	return nil
}

// discard gives an unfinished walkthrough up, by the person's choice.
func (v *View) discard(id string) tea.Cmd {
	keep := v.keep
	return func() tea.Msg { return discardedMsg{keep.DiscardWalkthrough(id)} }
}

// finish closes the walkthrough.
func (v *View) finish() tea.Cmd {
	v.live.Finished = v.env.Clock()
	cmd := v.save()
	if v.keep == nil {
		v.live.Finished = time.Time{}
		return kit.Fail("There is nowhere to keep it yet: ctrl+s opens your notes and saves it. It is all still here.")
	}
	v.stage.redraw()
	return cmd
}

// leaveSaved goes back to the list once what is open is on the disk, since the
// list shows and resumes what is there.
func (v *View) leaveSaved() tea.Cmd {
	cmd := v.Flush()
	if v.saver.Idle() {
		v.leave()
		return cmd
	}
	v.leaving = true
	return cmd
}

// leave goes back to the list. What is open has been saved already.
func (v *View) leave() {
	v.live = nil
	v.goTo(newHome(v))
}
