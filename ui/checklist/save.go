package checklist

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// save seals the walkthrough as it stands now, with what is being typed and
// where the person is, as one transaction.
func (v *View) save() tea.Cmd {
	if v.keep == nil || v.live == nil {
		return nil
	}
	v.soon.Stop()
	if w, ok := v.stage.(*walk); ok {
		w.noteDraft()
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
// before leaving. What is finished is never written again.
func (v *View) Flush() tea.Cmd {
	v.soon.Stop()
	if s, ok := v.stage.(sealer); ok {
		return s.seal()
	}
	return nil
}

// sealLive saves the open walkthrough, unless it is finished.
func (v *View) sealLive() tea.Cmd {
	if v.live == nil || !v.live.Finished.IsZero() {
		return nil
	}
	return v.save()
}

// Handle takes the results of the tab's own commands.
func (v *View) Handle(msg tea.Msg) tea.Cmd {
	if v.soon.Due(msg) {
		return v.Flush()
	}
	if made, ok := msg.(indexedMsg); ok && made.as == v.readAs {
		v.index = made.index
		return nil
	}
	cmd, mine := v.saver.Handle(msg)
	if !mine {
		_, saved := msg.(kit.SavedMsg)
		v.stale = v.stale || saved
		return nil
	}
	if v.saver.Failed != nil && v.saver.Idle() {
		v.notKept()
	}
	if v.then != nil && v.saver.Idle() {
		then := v.then
		v.then = nil
		cmd = tea.Batch(cmd, then(), v.prepare())
	}
	v.stage.redraw()
	if v.saver.Failed != nil {
		return tea.Batch(cmd, kit.Fail(v.failure()+v.saver.Failed.Error()))
	}
	return cmd
}

// failure says what has failed: what is still on the screen, or still kept.
func (v *View) failure() string {
	if v.live == nil {
		if _, writing := v.stage.(*entryForm); !writing {
			return "It could not be discarded and is still here. "
		}
	}
	return "Not saved. It is still on this screen, and the next change tries again. "
}

// notKept goes back on what only holds once it is on the disk: a walkthrough is
// not finished, an entry not kept, and no other screen is shown in place of what
// would be lost.
func (v *View) notKept() {
	v.then = nil
	if v.live != nil {
		v.live.Finished = time.Time{}
	}
	if f, ok := v.stage.(*entryForm); ok {
		f.entry.Kept = false
	}
}

// after does something once everything is on the disk: at once where it is. A
// save that fails takes it back.
func (v *View) after(cmd tea.Cmd, then func() tea.Cmd) tea.Cmd {
	if v.saver.Idle() && cmd == nil {
		return then()
	}
	v.then = then
	return cmd
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

// savedWords is savedWord with the key that saves where nothing is, and empty
// where there is nothing to save.
func (v *View) savedWords() string {
	switch {
	case !v.touched() && v.keep != nil:
		return ""
	case v.keep == nil:
		return v.savedWord() + " (ctrl+s)"
	}
	return v.savedWord()
}

// savedState is savedWords painted.
func (v *View) savedState() string {
	if v.keep == nil || v.saver.Failed != nil {
		return v.env.Theme.Alert.Render(v.savedWords())
	}
	return v.env.Theme.Quiet.Render(v.savedWords())
}

// Reread shows what came into the notes from outside the tab, such as a file that
// was taken in. What is being written stays as it is on the screen.
func (v *View) Reread() tea.Cmd {
	v.readAs = readAs{}
	v.read()
	switch at := v.stage.(type) {
	case *home:
		v.goTo(newHome(v))
	case *concernPage:
		at.reread()
	}
	return v.prepare()
}

// beginFor starts a walkthrough, which joins the concern where one is given.
func (v *View) beginFor(c *model.Concern) tea.Cmd {
	now := v.env.Clock()
	v.live = &model.Walkthrough{
		ID: kit.NewID(), By: v.env.Recorder, Edition: v.env.Pack.Edition().Years, Started: now, Changed: now,
	}
	if c != nil {
		v.live.Concern, v.live.Ref, v.live.Setting = c.ID, c.Ref, c.Setting
		if n := len(c.Walkthroughs); n > 0 {
			last := c.Walkthroughs[n-1]
			v.live.SettingID, v.live.YearGroup = last.SettingID, last.YearGroup
		}
	}
	v.given = v.heading(v.live)
	v.saver.Failed = nil
	v.goTo(newForm(v))
	return nil
}

// resume opens a kept walkthrough where it stood, with what was being typed.
func (v *View) resume(w model.Walkthrough) tea.Cmd {
	c := w.Clone()
	c.By, c.EventAt = cmp.Or(c.By, v.env.Recorder), c.EventAt.Kept(c.EventTime)
	v.live, v.given = &c, ""
	switch w.Stage {
	case stageForm:
		f := newForm(v)
		f.form.FocusOn(w.Field)
		if w.At != "" {
			f.from = newWalk(v)
			f.from.restore()
		}
		v.goTo(f)
	case stageClosing:
		v.goTo(newSummary(v))
	default:
		walking := newWalk(v)
		v.goTo(walking)
		walking.restore()
	}
	return nil
}

// The screens that an unfinished walkthrough can be resumed at.
const (
	stageForm    = "form"
	stageWalk    = "walk"
	stageClosing = "closing"
)

// stand notes where in the walkthrough the person is, so that it is there that
// they go on.
func (v *View) stand(stage string) {
	if v.live != nil && v.live.Finished.IsZero() {
		v.live.Stage = stage
	}
}

// discard gives an unfinished walkthrough or a draft up, by the person's choice.
func (v *View) discard(u unfinished) tea.Cmd {
	keep := v.keep
	cmd := v.saver.Put(func() error {
		if u.walk != nil {
			return keep.DiscardWalkthrough(u.walk.ID)
		}
		return keep.DiscardConcernEntry(u.draft.ID)
	})
	return v.after(cmd, func() tea.Cmd {
		v.read()
		switch at := v.stage.(type) {
		case *home:
			v.goTo(newHome(v))
		case *concernPage:
			at.reread()
		}
		return kit.Say("Discarded. Nothing else has changed.")
	})
}

// finish closes the walkthrough, and then goes on.
func (v *View) finish(then func() tea.Cmd) tea.Cmd {
	if v.keep == nil {
		return kit.Fail("There is nowhere to keep it yet: ctrl+s opens your notes and saves it. It is all still here.")
	}
	v.live.Finished, v.live.By = v.env.Clock(), cmp.Or(v.live.By, v.env.Recorder)
	v.live.Stage, v.live.Field, v.live.Draft = "", "", model.Draft{}
	return v.after(v.save(), func() tea.Cmd {
		v.read()
		return then()
	})
}

// leaveSaved goes back to the list once what is open is on the disk, since the
// list shows and resumes what is there.
func (v *View) leaveSaved() tea.Cmd { return v.after(v.Flush(), v.leave) }

// leave goes back to where the walkthrough was opened: the page of its concern
// where that has more in it, or the list. What is open has been saved already.
func (v *View) leave() tea.Cmd {
	live := v.live
	v.live = nil
	v.read()
	if live != nil {
		if c := v.concern(live.ConcernID()); c != nil && (len(c.Entries) > 0 || len(c.Walkthroughs) > 1 || live.Final()) {
			v.goTo(newConcernPage(v, c.ID))
			return nil
		}
	}
	v.goTo(newHome(v))
	return nil
}
