package checklist

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// home is the tab's first screen: the concerns, or how to start without notes.
type home struct {
	v    *View
	w, h int
	rows []row
	list component.List
	top  []string
	// find is the search's field, and nil while nothing is searched for.
	find *component.Field
	// preview is the selected concern beside the list.
	preview *concernPage
}

type row struct {
	heading string
	open    *walk.Unfinished
	concern *model.Concern
}

func newHome(v *View) *home {
	h := &home{v: v}
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

func (h *home) selects(meant func(row) bool) {
	if i := slices.IndexFunc(h.rows, meant); i >= 0 {
		h.list.Select(i)
	}
}

// fill makes the rows. What is unfinished comes after what is overdue.
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
	for _, i := range h.found() {
		c := &h.v.concerns[i]
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

// found are the places of the concerns that hold what is searched for.
func (h *home) found() []int {
	v := h.v
	if h.find == nil || strings.TrimSpace(h.find.Value()) == "" {
		all := make([]int, len(v.concerns))
		for i := range all {
			all[i] = i
		}
		return all
	}
	if v.index == nil {
		v.index = model.NewConcernIndex(v.concerns)
	}
	return v.index.Search(h.find.Value())
}

func (h *home) SetSize(w, height int) {
	if h.beside() {
		w = homeSplit.List(w)
	}
	h.w, h.h = component.Inside(w, height)
	h.redraw()
}

func (h *home) redraw() {
	t := h.v.env.Theme
	h.preview = nil
	p := h.v.page(min(h.w, component.MaxText))
	p.Text(t.Heading, "A concern about a child")
	h.writeWords(p, t.Plain, func() {})
	h.top = p.Painted()
	if h.find != nil {
		h.find.SetWidth(h.w - 3)
		h.top = []string{component.Fit(h.find.Draw(t), h.w, h.v.env.Signs)}
	}
	h.list.SetHeight(max(h.h-len(h.top)-1, 1))
}

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

func (h *home) start() tea.Cmd {
	switch h.v.env.Notes {
	case component.NotesAbsent, component.NotesLocked:
		return tell(component.AskUnsaved)
	}
	h.v.Start()
	return nil
}

func (h *home) Actions() []component.Action {
	var out []component.Action
	switch r := h.at(); {
	case r.open != nil:
		out = append(out,
			act("concern.open", "resume", "Continue where it was left", h.open, "enter", "right", "l"),
			act("concern.discard", "discard", "Discard the selected unfinished entry",
				func() tea.Cmd { return h.v.discard(*r.open) }, "x"))
	case r.concern != nil:
		out = append(out, act("concern.open", "open", "Open the selected concern", h.open, "enter", "right", "l"))
	}
	out = append(out, act("concern.new", "new", "Start a walkthrough", h.start, "n"))
	if h.find != nil {
		out = append(out, act("concern.all", "all", "Back to the list of all concerns", component.Do(h.endSearch),
			"esc"))
	}
	out = append(out, component.RowKeys(h.list.Move, h.list.Move, max(h.list.Height-1, 1))...)
	if !h.typing() {
		return out
	}
	return slices.Concat([]component.Action{
		component.Typing(false, "up", "tab"), component.Hint("enter", "open"), component.Hint("down", "to the list"),
		component.Hint("esc", "all"),
	}, component.Unnamed(out))
}

func (h *home) typing() bool { return h.find != nil && h.find.Focused() }

// Update types into the search, and selects what is clicked; a second click opens it.
func (h *home) Update(msg tea.Msg) tea.Cmd {
	switch msg := h.v.inPane(msg).(type) {
	case component.RedrawMsg:
		h.redraw()
	case tea.KeyPressMsg:
		if h.typing() {
			return h.key(msg)
		}
	case tea.PasteMsg:
		if h.typing() {
			h.find.Paste(msg.Content)
			h.search()
		}
	case tea.MouseWheelMsg:
		h.list.Move(component.Wheel(msg))
	case tea.MouseClickMsg:
		i := h.list.Row(msg.Y - len(h.top) - 1)
		switch {
		case i < 0 || h.rows[i].heading != "":
		case i == h.list.At:
			return h.open()
		default:
			h.list.Select(i)
		}
	}
	return nil
}

func (h *home) key(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); key {
	case "esc":
		h.endSearch()
	case "enter":
		return h.open()
	case "down", "up", "tab":
		h.find.Blur()
		if key == "down" {
			h.list.Move(1)
		}
	default:
		if h.find.Type(k) {
			h.search()
		}
		h.redraw()
	}
	return nil
}

// Filter opens the search over everything in every concern.
func (h *home) Filter() {
	if h.find == nil {
		h.find = component.NewField("Find in concerns: ", "a reference or any words")
	}
	h.find.Focus()
	h.search()
}

// Unfiltered says why there is nothing to search.
func (h *home) Unfiltered() string {
	return off(len(h.v.concerns) > 0, "No concern is kept or open here.")
}

func (h *home) search() {
	h.fill()
	h.list.Select(0)
	h.redraw()
}

func (h *home) endSearch() { h.v.goTo(newHome(h.v)) }

func (h *home) Cursor() *tea.Cursor {
	if !h.typing() {
		return nil
	}
	return h.v.cursorIn(h.find.Cursor(0, 0))
}
