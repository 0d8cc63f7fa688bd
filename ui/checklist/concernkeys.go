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
			kit.Action{ID: "moment.open", Keys: []string{"enter", "right", "l"}, Label: "go on", Help: "Go on writing the selected draft", Do: c.enter},
			kit.Action{ID: "moment.discard", Keys: []string{"delete", "backspace"}, Label: "discard", Help: "Discard the selected draft", Do: c.discard})
	case m.Walkthrough != nil:
		out = append(out, kit.Action{ID: "moment.open", Keys: []string{"enter", "right", "l"}, Label: "open", Help: "Open the selected walkthrough whole", Do: c.enter})
	}
	decide := kit.Action{ID: "write.decision", Keys: []string{"d"}, Label: "decide", Help: "Record a decision, with its reasons", Do: c.writes(model.KindDecision)}
	file := kit.Action{ID: "write.filing", Keys: []string{"f"}, Label: "filed", Help: "Say where the school's own record of it is", Do: c.file}
	tick := kit.Action{ID: "write.done", Keys: []string{"x"}, Label: "tick off", Help: "Tick an action off", Off: off(open, "No action is open."), Do: c.tick(model.KindActionDone)}
	move := kit.Action{ID: "write.transfer", Keys: []string{"m"}, Label: "move", Help: "The child moves to another school: the file, the five days, the receipt", Do: c.transfer}
	review := kit.Action{ID: "review", Keys: []string{"v"}, Label: "review", Help: "Two walkthroughs side by side, in words", Do: c.review}
	// What is most likely next stands first in the footer.
	waiting := c.concern.Transfer.Waiting()
	if waiting {
		move.Label = "sent, chased, received"
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
		kit.Action{ID: "write.addition", Keys: []string{"a"}, Label: "add", Help: "Add what became known later", Do: c.writes(model.KindAddition)},
		kit.Action{ID: "write.action", Keys: []string{"t"}, Label: "to do", Help: "Set an action, with who does it and by when", Do: c.writes(model.KindAction)},
		kit.Action{ID: "write.sharing", Keys: []string{"s"}, Label: "share", Help: "Record what was shared with whom and why, or why not", Do: c.writes(model.KindSharing)},
		kit.Action{ID: "write.reviewdate", Keys: []string{"r"}, Label: "review day", Help: "Set the day of the next review", Do: c.writes(model.KindReviewDate)},
		kit.Action{ID: "write.correction", Keys: []string{"c"}, Label: "correct", Help: "Correct the selected entry, which stays as it is", Off: off(!m.Draft && m.ID != "", "A draft is not corrected: Enter goes on with it."), Do: c.correct},
		kit.Action{ID: "concern.again", Keys: []string{"n"}, Label: "walk again", Help: "Another walkthrough for this concern", Do: c.again},
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
		{ID: "concern.out", Keys: []string{"w"}, Label: "write out", Help: "Write the chronology, the selected entry or everything held to a file, or show it to be pasted elsewhere", Off: off(c.concern.Ref != "", "It has no reference yet: R gives it one."), Do: c.out},
		{ID: "concern.list", Keys: []string{"esc", "left", "h"}, Label: "list", Help: "Back to the list of concerns", Do: c.list},
		{ID: "write.dropped", Keys: []string{"X"}, Quiet: true, Help: "Say that an action is not needed any more, and why", Off: off(open, "No action is open."), Do: c.tick(model.KindActionDropped)},
		{ID: "write.reopening", Keys: []string{"o"}, Quiet: true, Help: "Open the concern again, with the reason", Off: off(c.concern.State != model.StateOpen, "It is open already."), Do: c.writes(model.KindReopening)},
		{ID: "write.reference", Keys: []string{"R"}, Quiet: true, Help: "Give the concern another reference from now on", Do: c.writes(model.KindReference)},
		{ID: "down", Keys: []string{"down", "j"}, Quiet: true, Help: "Next entry", Do: step(1)},
		{ID: "up", Keys: []string{"up", "k"}, Quiet: true, Help: "Previous entry", Do: step(-1)},
		{ID: "first", Keys: []string{"home", "g"}, Quiet: true, Help: "First entry", Do: step(-10000)},
		{ID: "last", Keys: []string{"end", "G"}, Quiet: true, Help: "Last entry", Do: step(10000)},
		{ID: "page.down", Keys: []string{"pgdown", "space"}, Quiet: true, Help: "Down one screen", Do: by(c.below() - 1)},
		{ID: "page.up", Keys: []string{"pgup"}, Quiet: true, Help: "Up one screen", Do: by(1 - c.below())},
	}
}
