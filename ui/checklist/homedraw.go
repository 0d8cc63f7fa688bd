package checklist

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// homeSplit is the home's: the concerns on the left, the selected one on the right.
var homeSplit = kit.Split{Share: 46, Least: 52, Most: 72, Narrow: 40}

// beside reports whether the selected concern stands beside the list: on a screen
// that is wide enough, once there is a concern.
func (h *home) beside() bool { return h.v.w >= kit.TwoPanes && len(h.v.concerns) > 0 }

func (h *home) draw() []string {
	if !h.beside() {
		return h.drawList()
	}
	t, sg := h.v.env.Theme, h.v.env.Signs
	list := kit.Pane{Title: "Concerns", Focus: true}
	lw := homeSplit.List(h.v.w)
	return kit.Beside(list.Draw(h.drawList(), lw, h.v.h, t, sg), h.drawPreview(h.v.w-lw))
}

// drawList is what can be done, and the concerns in view.
func (h *home) drawList() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	out := append(append(make([]string, 0, h.h), h.top...), "")
	if h.find != nil && len(h.rows) == 0 {
		return append(out, kit.WrapText("No saved record contains all these words.", h.w)...)
	}
	return append(out, kit.TallRows(&h.list, h.w, t, sg, func(i int, selected bool) []string {
		if r := h.rows[i]; r.heading == "" {
			return h.drawRow(r, selected)
		}
		return []string{t.Group.Render(strings.ToUpper(h.rows[i].heading))}
	})...)
}

// drawPreview is the selected concern, as its own page has it.
func (h *home) drawPreview(w int) []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	r := h.at()
	c := r.concern
	if r.open != nil {
		c = r.open.concern
	}
	if c == nil {
		return kit.Pane{}.Draw(nil, w, h.v.h, t, sg)
	}
	if h.preview == nil || h.preview.id != c.ID || h.preview.w == 0 {
		h.preview = newConcernPage(h.v, c.ID)
		h.preview.resize(kit.Inside(w, h.v.h))
	}
	return kit.Pane{Title: refOr(c.Ref), Right: model.CleanLine(c.Setting), Bottom: "Enter opens it"}.Draw(h.preview.draw(), w, h.v.h, t, sg)
}
