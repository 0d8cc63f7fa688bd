package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

func (c *concernPage) write(e model.ConcernEntry) tea.Cmd {
	c.v.saver.Failed = nil
	c.v.goTo(newEntry(c.v, e))
	return nil
}

func (c *concernPage) entry(kind model.EntryKind) model.ConcernEntry {
	return walk.NewEntry(c.v.env, c.concern, kind)
}

func (c *concernPage) writes(kind model.EntryKind) func() tea.Cmd {
	return func() tea.Cmd { return c.write(c.entry(kind)) }
}

// file says where the school's own record is: by the school's own entry at first.
func (c *concernPage) file() tea.Cmd {
	e := c.entry(model.KindFiling)
	if own, ok := c.v.env.Local.Contact(model.Recording); ok {
		e.System = own.Who
	}
	e.Owner = c.v.env.Recorder
	return c.write(e)
}

func (c *concernPage) unfinished() walk.Unfinished {
	m := c.moment()
	return walk.Unfinished{Walk: m.Walkthrough, Draft: m.Entry, Concern: c.concern}
}

func (c *concernPage) enter() tea.Cmd {
	switch m := c.moment(); {
	case m.Draft:
		return c.v.resume(c.unfinished())
	case m.Walkthrough != nil:
		c.v.live = walk.Open(c.v.env, m.Walkthrough)
		c.v.goTo(newSummary(c.v))
	}
	return nil
}

// openActions are the selected action where it is open, or else every open one.
func (c *concernPage) openActions() []model.Action {
	open := walk.OpenActions(c.concern)
	if i := slices.IndexFunc(open, func(a model.Action) bool { return a.ID == c.moment().ID }); i >= 0 {
		return open[i : i+1]
	}
	return open
}

// tick closes an action: done, or not needed any more.
func (c *concernPage) tick(kind model.EntryKind) func() tea.Cmd {
	return func() tea.Cmd {
		return chooseOf(c.v, "Which action?", c.openActions(), func(a model.Action) string {
			return model.CleanLine(a.Text) + " (" + model.CleanLine(a.Owner) + ", due " + shortDay(a.Due) + ")"
		}, func(a model.Action) tea.Cmd {
			e := c.entry(kind)
			e.About = a.ID
			return c.write(e)
		})
	}
}

func (c *concernPage) transfer() tea.Cmd {
	return chooseOf(c.v, "Move to another school", c.concern.Transfer.Next(), model.EntryKind.Title,
		func(kind model.EntryKind) tea.Cmd { return c.write(c.entry(kind)) })
}

// correct asks which of the selected moment's texts is to be corrected.
func (c *concernPage) correct() tea.Cmd {
	m := c.moment()
	return chooseOf(c.v, "What is to be corrected?", m.Parts(),
		func(p model.Labelled) string { return p.Label + ": " + model.CleanLine(p.Text) },
		func(p model.Labelled) tea.Cmd { return c.write(walk.Correction(c.v.env, c.concern, m.ID, p)) })
}

func (c *concernPage) Actions() []component.Action {
	m, con, open := c.moment(), c.concern, off(len(c.openActions()) > 0, "No action is open.")
	var out []component.Action
	switch {
	case m.Draft:
		out = append(out,
			act("moment.open", "go on", "Go on writing the selected draft", c.enter, "enter", "right", "l"),
			act("moment.discard", "discard", "Discard the selected draft",
				func() tea.Cmd { return c.v.discard(c.unfinished()) }, "delete", "backspace"))
	case m.Walkthrough != nil:
		out = append(out,
			act("moment.open", "open", "Open the selected walkthrough whole", c.enter, "enter", "right", "l"))
	}
	decide := act("write.decision", "decide", "Record a decision, with its reasons", c.writes(model.KindDecision), "d")
	file := act("write.filing", "filed", "Say where the school's own record of it is", c.file, "f")
	tick := unless(open, act("write.done", "tick off", "Tick an action off", c.tick(model.KindActionDone), "x"))
	move := act("write.transfer", "move", "The child moves to another school: the file, the five days, the receipt",
		c.transfer, "m")
	review := act("review", "review", "Two walkthroughs side by side, in words",
		component.Do(func() { c.v.goTo(newReview(c.v, con)) }), "v")
	// What is most likely next stands first in the footer.
	waiting := con.Transfer.Waiting()
	if waiting {
		move.SetHelp("", "sent, chased, received")
		out = append(out, move)
	}
	if con.ReviewDue {
		out = append(out, review)
	}
	switch {
	case len(con.OverdueActions()) > 0:
		out = append(out, tick, decide, file)
	case con.State == model.StateDecided:
		out = append(out, file, tick, decide)
	default:
		out = append(out, decide, tick, file)
	}
	out = append(out,
		act("write.addition", "add", "Add what became known later", c.writes(model.KindAddition), "a"),
		act("write.action", "to do", "Set an action, with who does it and by when", c.writes(model.KindAction), "t"),
		act("write.sharing", "share", "Record what was shared with whom and why, or why not",
			c.writes(model.KindSharing), "s"),
		act("write.reviewdate", "review day", "Set the day of the next review", c.writes(model.KindReviewDate), "r"),
		unless(off(!m.Draft && m.ID != "", "A draft is not corrected: Enter goes on with it."),
			act("write.correction", "correct", "Correct the selected entry, which stays as it is", c.correct, "c")),
		act("concern.again", "walk again", "Another walkthrough for this concern",
			component.Do(func() { c.v.goTo(newGate(c.v, con)) }), "n"))
	if !con.ReviewDue {
		out = append(out, review)
	}
	if !waiting {
		out = append(out, move)
	}
	return append(out, c.quietActions(open)...)
}

func (c *concernPage) quietActions(open string) []component.Action {
	step := func(n int) func() tea.Cmd {
		return component.Do(func() { c.at = min(max(c.at+n, 0), max(len(c.moments)-1, 0)) })
	}
	by := func(n int) func() tea.Cmd { return component.Do(func() { c.scroll.By(n) }) }
	home := func() {
		h := newHome(c.v)
		h.selects(func(r row) bool { return r.concern != nil && r.concern.ID == c.id })
		c.v.goTo(h)
	}
	out := func() tea.Cmd { return tell(component.WriteOutMsg{Ref: c.concern.Ref, Record: c.moment().ID}) }
	return []component.Action{
		unless(off(c.concern.Ref != "", "It has no reference yet: R gives it one."), act("concern.out", "write out",
			"Write the chronology, the selected entry or everything held to a file, or show it to be pasted "+
				"elsewhere", out, "w")),
		act("concern.list", "list", "Back to the list of concerns", component.Do(home), "esc", "left", "h"),
		unless(open, quiet("write.dropped", "Say that an action is not needed any more, and why",
			c.tick(model.KindActionDropped), "X")),
		unless(off(c.concern.State != model.StateOpen, "It is open already."),
			quiet("write.reopening", "Open the concern again, with the reason", c.writes(model.KindReopening), "o")),
		quiet("write.reference", "Give the concern another reference from now on", c.writes(model.KindReference), "R"),
		quiet("down", "Next entry", step(1), "down", "j"),
		quiet("up", "Previous entry", step(-1), "up", "k"),
		quiet("first", "First entry", step(-len(c.moments)), "home", "g"),
		quiet("last", "Last entry", step(len(c.moments)), "end", "G"),
		quiet("page.down", "Down one screen", by(c.scroll.Height()-1), "pgdown", "space"),
		quiet("page.up", "Up one screen", by(1-c.scroll.Height()), "pgup"),
	}
}
