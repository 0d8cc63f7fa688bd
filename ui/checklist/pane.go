package checklist

import (
	"isspp/model"
	"isspp/ui/kit"
)

// pane is the one pane around the screen that is shown; own reports that the
// screen draws its panes itself.
func (v *View) pane() (p kit.Pane, own bool) {
	p = kit.Pane{Title: "Choose", Focus: true}
	switch s := v.stage.(type) {
	case *walk:
		own = true
	case *home:
		p.Title, own = "Concerns", s.beside()
	case *gate:
		p.Title = "Before you begin"
	case *form:
		p.Title = "Walkthrough"
	case *summary:
		p.Title, own = "Closing page", s.beside()
	case *concernPage:
		p.Title, p.Right = refOr(s.concern.Ref), model.CleanLine(s.concern.Setting)
		p.Bottom = s.scroll.Says(v.env.Signs)
	case *review:
		p.Title, p.Bottom = "Review: "+refOr(s.concern.Ref), s.scroll.Says(v.env.Signs)
	case *entryForm:
		p.Title, own = "Entry", s.beside()
	}
	return p, own
}

// inside is the room that the screen that is shown has.
func (v *View) inside() (w, h int) {
	if _, own := v.pane(); own {
		return v.w, v.h
	}
	return kit.Inside(v.w, v.h)
}
