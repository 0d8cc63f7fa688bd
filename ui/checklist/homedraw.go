package checklist

import (
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// homeSplit is the home's: the concerns on the left, the selected one on the right.
var homeSplit = component.Split{Share: 46, Least: 52, Most: 72, Narrow: 40}

// beside reports whether the selected concern stands beside the list: on a screen
// that is wide enough, once there is a concern.
func (h *home) beside() bool { return h.v.w >= component.TwoPanes && len(h.v.concerns) > 0 }

func (h *home) draw() []string {
	switch {
	case h.empty():
		return h.drawEmpty()
	case !h.beside():
		return h.drawList()
	}
	t, sg := h.v.env.Theme, h.v.env.Signs
	list := component.Pane{Title: "Concerns", Focus: true}
	lw := homeSplit.List(h.v.w)
	return component.Beside(list.Draw(h.drawList(), lw, h.v.h, t, sg), h.drawPreview(h.v.w-lw))
}

// drawList is what can be done, and the concerns in view.
func (h *home) drawList() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	out := append(append(make([]string, 0, h.h), h.top...), "")
	if h.find != nil && len(h.rows) == 0 {
		return append(out, component.WrapText("No saved record contains all these words.", h.w)...)
	}
	return append(out, component.TallRows(&h.list, h.w, t, sg, func(i int, selected bool) []string {
		if r := h.rows[i]; r.heading == "" {
			return h.drawRow(r, selected)
		}
		name := []string{t.Group.Render(strings.ToUpper(h.rows[i].heading))}
		if h.apart(i) {
			return append([]string{""}, name...)
		}
		return name
	})...)
}

// drawPreview is the selected concern, as its own page has it.
func (h *home) drawPreview(w int) []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	r := h.at()
	c := r.concern
	if r.open != nil {
		c = r.open.Concern
	}
	if c == nil {
		return component.Pane{}.Draw(nil, w, h.v.h, t, sg)
	}
	if h.preview == nil || h.preview.id != c.ID || h.preview.w == 0 {
		h.preview = newConcernPage(h.v, c.ID)
		h.preview.resize(component.Inside(w, h.v.h))
		h.preview.redraw()
	}
	return component.Pane{
		Title: model.ReferenceWords(c.Ref), Right: model.CleanLine(c.Setting),
		Bottom: "Enter opens it",
	}.Draw(h.preview.draw(), w, h.v.h, t, sg)
}

// empty reports whether there is no concern to show, on a screen that has room to
// say what this is for.
func (h *home) empty() bool {
	return len(h.v.concerns) == 0 && h.find == nil && component.Framed(h.v.h)
}

// maxEmpty is the widest that the card of an empty list gets, with its frame.
const maxEmpty = 76

// drawEmpty is what the tab is for, the keys that begin, and where it can be seen
// with a case in it.
func (h *home) drawEmpty() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	w := min(h.w, maxEmpty)
	p := document.NewPage(w-4, t, sg)
	p.Gap()
	h.writeWords(p, t.Accent, p.Gap)
	p.Text(t.Quiet, "isspp demo, in the shell, shows an invented case on notes that are thrown away.")
	card := component.Pane{Title: "A concern about a child", Focus: true}.Frame(p.Painted(), w, len(p.Lines)+2, t, sg)
	out := make([]string, max((h.h-len(card))/3, 0), h.h)
	for _, l := range card {
		out = append(out, component.Spaces((h.w-w)/2)+l)
	}
	return out
}
