package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// write opens the form for an entry of a kind.
func (c *concernPage) write(kind model.EntryKind, set func(*model.ConcernEntry)) tea.Cmd {
	c.v.saver.Failed = nil
	c.v.goTo(newEntry(c.v, c.concern, kind, set))
	return nil
}

func (c *concernPage) writes(kind model.EntryKind) func() tea.Cmd {
	return func() tea.Cmd { return c.write(kind, nil) }
}

// file says where the school's own record is: by the school's own entry, unless
// the person writes another.
func (c *concernPage) file() tea.Cmd {
	return c.write(model.KindFiling, func(e *model.ConcernEntry) {
		if own, ok := c.v.env.Local.Contact(model.Recording); ok {
			e.System = own.Who
		}
		e.Owner = c.v.env.Recorder
	})
}

// enter opens the selected moment: a walkthrough as a whole, or a draft to go on.
func (c *concernPage) enter() tea.Cmd {
	m, ok := c.moment()
	switch {
	case !ok:
	case m.Draft && m.Walkthrough != nil:
		return c.v.resume(*m.Walkthrough)
	case m.Walkthrough != nil:
		w := m.Walkthrough.Clone()
		c.v.live = &w
		c.v.goTo(newSummary(c.v))
	case m.Draft:
		c.v.goTo(reopenEntry(c.v, *m.Entry))
	}
	return nil
}

// openActions are the selected action where it is open, or else every open one.
func (c *concernPage) openActions() []model.Action {
	m, _ := c.moment()
	var open []model.Action
	for _, a := range c.concern.Actions {
		if a.Closed != nil || a.Plan != nil {
			continue
		}
		if a.ID == m.ID {
			return []model.Action{a}
		}
		open = append(open, a)
	}
	return open
}

// tick closes an action: done, or not needed any more.
func (c *concernPage) tick(kind model.EntryKind) func() tea.Cmd {
	return func() tea.Cmd {
		open := c.openActions()
		do := func(i int) tea.Cmd {
			return c.write(kind, func(e *model.ConcernEntry) { e.About = open[i].ID })
		}
		if len(open) == 1 {
			return do(0)
		}
		rows := make([]string, len(open))
		for i, a := range open {
			rows[i] = model.CleanLine(a.Text) + " (" + model.CleanLine(a.Owner) + ", due " + shortDay(a.Due) + ")"
		}
		c.v.choose("Which action?", rows, do)
		return nil
	}
}

// discard gives the selected draft up.
func (c *concernPage) discard() tea.Cmd {
	m, ok := c.moment()
	if !ok || !m.Draft {
		return nil
	}
	return c.v.askDiscard(unfinished{walk: m.Walkthrough, draft: m.Entry, concern: c.concern})
}

// transfer writes what comes next of a move to another school.
func (c *concernPage) transfer() tea.Cmd {
	return c.chooseKind("Move to another school", c.concern.Transfer.Next())
}

func (c *concernPage) chooseKind(title string, kinds []model.EntryKind) tea.Cmd {
	about := func(e *model.ConcernEntry) {
		if c.concern.Transfer != nil && e.Kind != model.KindTransfer {
			e.About = c.concern.Transfer.Entry.ID
		}
	}
	if len(kinds) == 1 {
		return c.write(kinds[0], about)
	}
	rows := make([]string, len(kinds))
	for i, k := range kinds {
		rows[i] = k.Title()
	}
	c.v.choose(title, rows, func(i int) tea.Cmd { return c.write(kinds[i], about) })
	return nil
}

// correct asks which of the selected moment's texts is to be corrected.
func (c *concernPage) correct() tea.Cmd {
	m, ok := c.moment()
	if !ok || m.Draft {
		return nil
	}
	parts := m.Parts()
	do := func(i int) tea.Cmd {
		return c.write(model.KindCorrection, func(e *model.ConcernEntry) {
			e.About, e.Part, e.Was = m.ID, parts[i].Label, parts[i].Text
		})
	}
	if len(parts) == 1 {
		return do(0)
	}
	rows := make([]string, len(parts))
	for i, p := range parts {
		rows[i] = p.Label + ": " + model.CleanLine(p.Text)
	}
	c.v.choose("What is to be corrected?", rows, do)
	return nil
}

// review sets the last two walkthroughs side by side.
func (c *concernPage) review() tea.Cmd {
	c.v.goTo(newReview(c.v, c.concern))
	return nil
}

func (c *concernPage) again() tea.Cmd { return c.v.again(c.concern) }

// out asks for a document of what is kept under the reference: the session has it.
func (c *concernPage) out() tea.Cmd {
	m, _ := c.moment()
	ask := kit.WriteOutMsg{Ref: c.concern.Ref, Record: m.ID}
	return func() tea.Msg { return ask }
}

func (c *concernPage) list() tea.Cmd {
	c.v.goTo(newHomeAt(c.v, c.id))
	return nil
}

func (c *concernPage) actions() []kit.Action {
	m, _ := c.moment()
	open := len(c.openActions()) > 0
	var out []kit.Action
	switch {
	case m.Draft:
		out = append(out,
			kit.Action{ID: "moment.open", Binding: kit.Keys("go on", "enter", "right", "l"), Help: "Go on writing the selected draft", Run: c.enter},
			kit.Action{ID: "moment.discard", Binding: kit.Keys("discard", "delete", "backspace"), Help: "Discard the selected draft", Run: c.discard})
	case m.Walkthrough != nil:
		out = append(out, kit.Action{ID: "moment.open", Binding: kit.Keys("open", "enter", "right", "l"), Help: "Open the selected walkthrough whole", Run: c.enter})
	}
	decide := kit.Action{ID: "write.decision", Binding: kit.Keys("decide", "d"), Help: "Record a decision, with its reasons", Run: c.writes(model.KindDecision)}
	file := kit.Action{ID: "write.filing", Binding: kit.Keys("filed", "f"), Help: "Say where the school's own record of it is", Run: c.file}
	tick := kit.Action{ID: "write.done", Binding: kit.Keys("tick off", "x"), Help: "Tick an action off", Disabled: off(open, "No action is open."), Run: c.tick(model.KindActionDone)}
	move := kit.Action{ID: "write.transfer", Binding: kit.Keys("move", "m"), Help: "The child moves to another school: the file, the five days, the receipt", Run: c.transfer}
	review := kit.Action{ID: "review", Binding: kit.Keys("review", "v"), Help: "Two walkthroughs side by side, in words", Run: c.review}
	// What is most likely next stands first in the footer.
	waiting := c.concern.Transfer.Waiting()
	if waiting {
		move.Binding = kit.Keys("sent, chased, received", "m")
		out = append(out, move)
	}
	if c.concern.ReviewDue {
		out = append(out, review)
	}
	switch {
	case len(c.concern.OverdueActions()) > 0:
		out = append(out, tick, decide, file)
	case c.concern.State == model.StateDecided:
		out = append(out, file, tick, decide)
	default:
		out = append(out, decide, tick, file)
	}
	out = append(out,
		kit.Action{ID: "write.addition", Binding: kit.Keys("add", "a"), Help: "Add what became known later", Run: c.writes(model.KindAddition)},
		kit.Action{ID: "write.action", Binding: kit.Keys("to do", "t"), Help: "Set an action, with who does it and by when", Run: c.writes(model.KindAction)},
		kit.Action{ID: "write.sharing", Binding: kit.Keys("share", "s"), Help: "Record what was shared with whom and why, or why not", Run: c.writes(model.KindSharing)},
		kit.Action{ID: "write.reviewdate", Binding: kit.Keys("review day", "r"), Help: "Set the day of the next review", Run: c.writes(model.KindReviewDate)},
		kit.Action{ID: "write.correction", Binding: kit.Keys("correct", "c"), Help: "Correct the selected entry, which stays as it is", Disabled: off(!m.Draft && m.ID != "", "A draft is not corrected: Enter goes on with it."), Run: c.correct},
		kit.Action{ID: "concern.again", Binding: kit.Keys("walk again", "n"), Help: "Another walkthrough for this concern", Run: c.again},
	)
	if !c.concern.ReviewDue {
		out = append(out, review)
	}
	if !waiting {
		out = append(out, move)
	}
	return append(out, c.quietActions(open)...)
}

// off is a reason where something can't be done.
func off(can bool, why string) string {
	if can {
		return ""
	}
	return why
}

func (c *concernPage) quietActions(open bool) []kit.Action {
	step := func(n int) func() tea.Cmd {
		return func() tea.Cmd { c.at = min(max(c.at+n, 0), max(len(c.moments)-1, 0)); return nil }
	}
	by := func(n int) func() tea.Cmd { return func() tea.Cmd { c.scroll.By(n); return nil } }
	return []kit.Action{
		{ID: "concern.out", Binding: kit.Keys("write out", "w"), Help: "Write the chronology, the selected entry or everything held to a file, or show it to be pasted elsewhere", Disabled: off(c.concern.Ref != "", "It has no reference yet: R gives it one."), Run: c.out},
		{ID: "concern.list", Binding: kit.Keys("list", "esc", "left", "h"), Help: "Back to the list of concerns", Run: c.list},
		{ID: "write.dropped", Binding: kit.Keys("", "X"), Hidden: true, Help: "Say that an action is not needed any more, and why", Disabled: off(open, "No action is open."), Run: c.tick(model.KindActionDropped)},
		{ID: "write.reopening", Binding: kit.Keys("", "o"), Hidden: true, Help: "Open the concern again, with the reason", Disabled: off(c.concern.State != model.StateOpen, "It is open already."), Run: c.writes(model.KindReopening)},
		{ID: "write.reference", Binding: kit.Keys("", "R"), Hidden: true, Help: "Give the concern another reference from now on", Run: c.writes(model.KindReference)},
		{ID: "down", Binding: kit.Keys("", "down", "j"), Hidden: true, Help: "Next entry", Run: step(1)},
		{ID: "up", Binding: kit.Keys("", "up", "k"), Hidden: true, Help: "Previous entry", Run: step(-1)},
		{ID: "first", Binding: kit.Keys("", "home", "g"), Hidden: true, Help: "First entry", Run: step(-10000)},
		{ID: "last", Binding: kit.Keys("", "end", "G"), Hidden: true, Help: "Last entry", Run: step(10000)},
		{ID: "page.down", Binding: kit.Keys("", "pgdown", "space"), Hidden: true, Help: "Down one screen", Run: by(c.below() - 1)},
		{ID: "page.up", Binding: kit.Keys("", "pgup"), Hidden: true, Help: "Up one screen", Run: by(1 - c.below())},
	}
}
