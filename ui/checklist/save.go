package checklist

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// save seals the walkthrough, with what is being typed, as one transaction.
func (v *View) save() tea.Cmd {
	if v.keep == nil || v.live == nil {
		return nil
	}
	v.soon.Stop()
	if k, ok := v.stage.(*items); ok {
		v.live.Draft = model.Draft{}
		if k.evidence != nil {
			v.live.Draft = k.evidence.draft()
		}
	}
	snapshot, keep := v.live.Snapshot(), v.keep
	return v.saver.Put(func() error { return keep.SaveWalkthrough(snapshot) })
}

// saveSoon seals what is typed, without a transaction for each letter.
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
	at := v.stage
	if c, ok := at.(*choosing); ok {
		at = c.under
	}
	switch s := at.(type) {
	case *entryForm:
		return s.seal()
	case *form:
		if s.take(); !v.touched() {
			return nil
		}
	}
	if v.live == nil || v.live.Final() {
		return nil
	}
	return v.save()
}

// handle takes the results of the tab's own commands.
func (v *View) handle(msg tea.Msg) tea.Cmd {
	if v.soon.Due(msg) {
		return v.Flush()
	}
	if made, ok := msg.(indexedMsg); ok && made.as == v.readAs {
		v.index = made.index
		return nil
	}
	cmd, mine := v.saver.Handle(msg)
	if !mine {
		_, saved := msg.(component.SavedMsg)
		v.stale = v.stale || saved
		return nil
	}
	entry, writing := v.stage.(*entryForm)
	if v.saver.Failed != nil && v.saver.Idle() {
		// What only holds once it is on the disk does not: a walkthrough is not finished, an
		// entry not kept, and no other screen is shown in place of what would be lost.
		v.then = nil
		if v.live != nil {
			v.live.Reopen()
		}
		if writing {
			entry.Busy = false
		}
	}
	if v.then != nil && v.saver.Idle() {
		then := v.then
		v.then = nil
		cmd = tea.Batch(cmd, then(), v.prepare())
	}
	v.stage.Update(component.RedrawMsg{})
	switch failed := v.saver.Failed; {
	case failed == nil:
		return cmd
	case v.live == nil && !writing:
		return tea.Batch(cmd, component.Fail("It could not be discarded and is still here. "+failed.Error()))
	default:
		return tea.Batch(cmd, component.Fail("Not saved. It is still on this screen, and the next change tries again. "+
			failed.Error()))
	}
}

// after does something once everything is on the disk. A save that fails takes it back.
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
	case v.keep == nil || v.saver.Failed != nil:
		return "NOT SAVED"
	case !v.Settled():
		return "saving"
	}
	return "saved"
}

// savedWords is savedWord with its key, and empty where there is nothing to save.
func (v *View) savedWords() string {
	switch {
	case !v.touched() && v.keep != nil:
		return ""
	case v.keep == nil:
		return v.savedWord() + " (ctrl+s)"
	}
	return v.savedWord()
}

// Reread shows what came into the notes from outside the tab, such as a file that
// was taken in. What is being written stays as it is on the screen.
func (v *View) Reread() tea.Cmd {
	v.readAs = readAs{}
	v.reshow()
	return v.prepare()
}

// reshow shows what was read anew.
func (v *View) reshow() {
	v.read()
	switch at := v.stage.(type) {
	case *home:
		v.goTo(newHome(v))
	case *concernPage:
		at.reread()
	}
}

// resume goes on with what was left unfinished where it stood.
func (v *View) resume(u walk.Unfinished) tea.Cmd {
	if u.Draft != nil {
		v.goTo(reopenEntry(v, *u.Draft))
		return nil
	}
	v.live = walk.Open(v.env, u.Walk)
	switch v.live.Stage {
	case walk.StageForm:
		var from *items
		if v.live.At != "" {
			from = newItems(v)
			from.restore()
		}
		f := newForm(v, from)
		f.Form.FocusOn(v.live.Field)
		v.goTo(f)
	case walk.StageClosing:
		v.goTo(newSummary(v))
	default:
		v.toItems()
	}
	return nil
}

func (v *View) toItems() {
	k := newItems(v)
	v.goTo(k)
	k.restore()
}

// discard asks before it gives up something unfinished, which can't be taken back.
func (v *View) discard(u walk.Unfinished) tea.Cmd {
	keep := v.keep
	return tell(component.Confirm{
		Text: "Discard: " + u.Words(v.env.Now) + "? What was recorded in it is then gone.",
		Safe: "Keep it", Risk: "Discard it",
		Do: func() tea.Cmd {
			return v.after(v.saver.Put(func() error { return u.Discard(keep) }), func() tea.Cmd {
				v.reshow()
				return component.Say("Discarded. Nothing else has changed.")
			})
		},
	})
}

// leaveSaved leaves once what is open is on the disk: that is what is shown and resumed there.
func (v *View) leaveSaved() tea.Cmd { return v.after(v.Flush(), v.leave) }

// leave goes back to the concern where that has more in it, or to the list.
func (v *View) leave() tea.Cmd {
	live := v.live
	v.live = nil
	v.read()
	if live != nil {
		c := v.concern(live.ConcernID())
		if c != nil && (len(c.Entries) > 0 || len(c.Walkthroughs) > 1 || live.Final()) {
			v.goTo(newConcernPage(v, c.ID))
			return nil
		}
	}
	v.goTo(newHome(v))
	return nil
}

// recordedBy takes the first name that is given for the one who records from then on.
func (v *View) recordedBy(who string) tea.Cmd {
	if !walk.Named(v.env, who) {
		return nil
	}
	return tell(component.RecorderMsg{Who: who})
}

// read reads the concerns anew, where anything was saved or a day has begun since.
func (v *View) read() {
	if v.keep == nil {
		return
	}
	now := v.env.Clock()
	as := readAs{saves: v.saver.Done, day: now.Format(time.DateOnly)}
	if as == v.readAs {
		return
	}
	v.readAs = as
	v.concerns, v.index = walk.Concerns(v.keep, now), nil
}

// freshen reads anew what another tab has saved since, before it is shown.
func (v *View) freshen() {
	if !v.stale {
		return
	}
	v.stale, v.readAs = false, readAs{}
	v.read()
	switch at := v.stage.(type) {
	case *home:
		at.fill()
	case *concernPage:
		m := at.moment()
		at.reread()
		at.selectMoment(m.ID)
	}
}

// indexedMsg brings the index of the concerns as they were read.
type indexedMsg struct {
	as    readAs
	index *model.ConcernIndex
}

// prepare makes the search's index beside the app, so that the first key is as quick as others.
func (v *View) prepare() tea.Cmd {
	const manyConcerns = 300
	if v.index != nil || len(v.concerns) < manyConcerns {
		return nil
	}
	as, concerns := v.readAs, v.concerns
	return func() tea.Msg { return indexedMsg{as, model.NewConcernIndex(concerns)} }
}

// readAs is what the concerns were last read as of.
type readAs struct {
	saves int
	day   string
}

func (v *View) concern(id string) *model.Concern { return walk.ConcernOf(v.concerns, id) }
