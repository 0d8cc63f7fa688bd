package checklist

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// home is the tab's first screen: the concerns, those with an overdue action
// first, then those not yet filed, then the rest; or how to start without notes.
type home struct {
	screen
	rows []row
	list component.List
	top  []string
	// find is the search's field, and nil while nothing is searched for.
	find *component.Field
	// preview is the selected concern beside the list.
	preview *concernPage
}

// row is a line of the list: a heading, something unfinished, or a concern.
type row struct {
	heading string
	open    *walk.Unfinished
	concern *model.Concern
}

func newHome(v *View) *home {
	h := &home{screen: screen{v: v}}
	h.list.Heading = func(i int) bool { return h.rows[i].heading != "" }
	h.list.Lines = func(i int) int {
		if h.rows[i].heading == "" && h.beside() || h.apart(i) {
			return 2
		}
		return 1
	}
	v.read()
	h.fill()
	h.selects(func(r row) bool { return r.open != nil })
	return h
}

// newHomeAt is the list with a concern selected: where the person came from.
func newHomeAt(v *View, id string) *home {
	h := newHome(v)
	h.selects(func(r row) bool { return r.concern != nil && r.concern.ID == id })
	return h
}

// apart reports whether a blank line stands before a group's name.
func (h *home) apart(i int) bool { return i > 0 && h.rows[i].heading != "" && h.h >= airy }

// airy is the height from which there is room for blank lines.
const airy = 26

// selects selects the first row that is meant, where there is one.
func (h *home) selects(meant func(row) bool) {
	if i := slices.IndexFunc(h.rows, meant); i >= 0 {
		h.list.Select(i)
	}
}

// fill makes the rows of the concerns that the search leaves. What is unfinished comes
// after what is overdue.
func (h *home) fill() {
	h.rows = h.rows[:0]
	var open []walk.Unfinished
	if h.find == nil {
		open = walk.UnfinishedOf(h.v.concerns)
	}
	unfinished := func() {
		for i := range open {
			if i == 0 {
				h.rows = append(h.rows, row{heading: "Unfinished"})
			}
			h.rows = append(h.rows, row{open: &open[i]})
		}
		open = nil
	}
	group := ""
	for _, c := range h.shown() {
		if h.find == nil && walk.OnlyUnfinished(c) {
			continue
		}
		if g := c.Group(); g != group {
			if g != model.GroupOverdue {
				unfinished()
			}
			group = g
			h.rows = append(h.rows, row{heading: g})
		}
		h.rows = append(h.rows, row{concern: c})
	}
	unfinished()
	h.list.SetLen(len(h.rows))
}

// shown are the concerns that hold what is searched for, in the list's order.
func (h *home) shown() []*model.Concern {
	v := h.v
	out := make([]*model.Concern, 0, len(v.concerns))
	if h.find == nil || strings.TrimSpace(h.find.Value()) == "" {
		for i := range v.concerns {
			out = append(out, &v.concerns[i])
		}
		return out
	}
	if v.index == nil {
		v.index = model.NewConcernIndex(v.concerns)
	}
	for _, i := range v.index.Search(h.find.Value()) {
		out = append(out, &v.concerns[i])
	}
	return out
}

func (h *home) resize(w, height int) {
	if h.beside() {
		w, height = component.Inside(homeSplit.List(w), height)
	}
	h.screen.resize(w, height)
}

// pane frames the list where nothing stands beside it.
func (h *home) pane() (component.Pane, bool) {
	return component.Pane{Title: "Concerns", Focus: true}, h.beside()
}

func (h *home) redraw() {
	t := h.v.env.Theme
	h.preview = nil
	p := h.newPage(0, component.MaxText)
	p.Text(t.Heading, "A concern about a child")
	h.writeWords(p, t.Plain, func() {})
	h.top = p.Painted()
	if h.find != nil {
		h.find.SetWidth(h.w - 3)
		h.top = []string{component.Fit(h.find.Draw(t), h.w, h.v.env.Signs)}
	}
	h.list.SetHeight(max(h.h-len(h.top)-1, 1))
}

// writeWords writes what can be done from here, each key apart, and between after each.
func (h *home) writeWords(p *document.Page, key lipgloss.Style, between func()) {
	for _, line := range h.words() {
		if name, rest, ok := strings.Cut(line, "  "); ok {
			p.Labelled(key, name, rest)
		} else {
			p.Text(h.v.env.Theme.Plain, line)
		}
		between()
	}
}

func (h *home) start() tea.Cmd {
	switch h.v.env.Notes {
	case component.NotesAbsent, component.NotesLocked:
		return tell(component.AskUnsaved)
	}
	h.v.goTo(newGate(h.v, nil))
	return nil
}

// at is the selected row, or an empty one.
func (h *home) at() row {
	if h.list.At < 0 || h.list.At >= len(h.rows) {
		return row{}
	}
	return h.rows[h.list.At]
}

func (h *home) open() tea.Cmd {
	switch r := h.at(); {
	case r.open != nil:
		return h.v.resume(*r.open)
	case r.concern != nil && h.find != nil && walk.OnlyUnfinished(r.concern):
		return h.v.resume(walk.UnfinishedOf([]model.Concern{*r.concern})[0])
	case r.concern != nil:
		h.v.goTo(newConcernPage(h.v, r.concern.ID))
	}
	return nil
}

func (h *home) click(_, y int) tea.Cmd {
	if h.beside() {
		y -= component.PaneTop
	}
	i := h.list.Row(y - len(h.top) - 1)
	if i < 0 || h.rows[i].heading != "" {
		return nil
	}
	if i == h.list.At {
		return h.open()
	}
	h.list.Select(i)
	return nil
}

func (h *home) wheel(_, _, n int) { h.list.Move(n) }

// words say what can be done from here, for the state that the notes are in.
func (h *home) words() []string {
	switch h.v.env.Notes {
	case component.NotesAbsent:
		return []string{
			"n  starts a walkthrough now. Nothing is saved until you say so.",
			"u  sets up private notes on this computer, sealed with a passphrase: then every answer is kept as you " +
				"give it.",
		}
	case component.NotesLocked:
		return []string{
			"u  unlocks your private notes: every answer is then kept as you give it.",
			"n  starts a walkthrough now, without a passphrase. Nothing is saved until you say so.",
		}
	case component.NotesNone:
		return []string{"n  starts a walkthrough. NOT SAVED: ctrl+s opens your notes and keeps it, at any point."}
	}
	if len(h.v.concerns) == 0 {
		return []string{"No walkthrough is kept yet. n starts one: the signs, the risk factors, the girls' section " +
			"and the protective factors, with every answer saved as you give it."}
	}
	if open := walk.UnfinishedOf(h.v.concerns); len(open) > 0 {
		return []string{open[0].Words(h.v.env.Now) + ": resume (Enter) or discard (x)."}
	}
	return []string{"n  starts a walkthrough; Enter opens a concern; / searches all of them."}
}
