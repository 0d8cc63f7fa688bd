package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// entrySplit is an entry's: what is being written, and what is known beside it.
var entrySplit = component.Split{Share: 54, Least: 72, Most: 110, Narrow: 60}

// beside reports whether there is room for what is known beside the entry.
func (f *entryForm) beside() bool { return f.v.w >= component.Roomy && f.concern() != nil }

func (f *entryForm) concern() *model.Concern { return f.v.concern(f.entry.Concern) }

// title names the entry and the reference that it is written under.
func (f *entryForm) title() string {
	return f.entry.Kind.Title() + ": " + model.ReferenceWords(f.entry.Ref)
}

func (f *entryForm) pane() (component.Pane, bool) {
	return component.Pane{Title: "Entry", Bottom: f.state(), Focus: true}, f.beside()
}

func (f *entryForm) resize(w, h int) {
	if f.beside() {
		w, h = component.Inside(entrySplit.List(w), h)
	}
	f.asking.resize(w, h)
}

// draw sets what is known beside what is being written.
func (f *entryForm) draw() []string {
	f.layTop()
	lines := f.asking.draw()
	if !f.beside() {
		return lines
	}
	t, sg := f.v.env.Theme, f.v.env.Signs
	lw, w := entrySplit.List(f.v.w), entrySplit.Pane(f.v.w)
	iw, ih := component.Inside(w, f.v.h)
	f.known.Key = "shift+down"
	known := f.known.Draw(f.entry.ID, ih, func() []string { return f.layKnown(iw).Painted() })
	name := "What was recorded"
	if f.findings() == nil {
		name = "So far"
	}
	return component.Beside(component.Pane{Title: f.title(), Bottom: f.state(), Focus: true}.Draw(lines, lw, f.v.h, t,
		sg),
		f.known.Pane(name, sg).Draw(known, w, f.v.h, t, sg))
}

// findings is the last walkthrough, for an entry that is weighed against it: a
// decision, what is shared, what is to be done, a review.
func (f *entryForm) findings() *model.Walkthrough {
	switch f.entry.Kind {
	case model.KindDecision, model.KindSharing, model.KindAction, model.KindReview:
		if c := f.concern(); c != nil && len(c.Walkthroughs) > 0 {
			return &c.Walkthroughs[len(c.Walkthroughs)-1]
		}
	}
	return nil
}

// layKnown is what the last walkthrough recorded, or the concern's chronology.
func (f *entryForm) layKnown(w int) *document.Page {
	env := f.v.env
	if walk := f.findings(); walk != nil {
		p := document.NewPage(min(w, component.MaxText), env.Theme, env.Signs)
		p.Text(env.Theme.Quiet, "Walkthrough of "+when(walk.Started, env.Now))
		p.Write(document.RecordedOf(env, walk)...)
		return p
	}
	p := document.NewPage(w, env.Theme, env.Signs)
	c := newConcernPage(f.v, f.entry.Concern)
	c.standing(p)
	for _, m := range c.moments {
		if m.ID != f.entry.ID {
			p.Gap()
			c.layMoment(p, m)
		}
	}
	return p
}

// scrollKnown moves what is known by half a screen.
func (f *entryForm) scrollKnown(key string) {
	n := max(f.known.Height()/2, 1)
	if key == "shift+up" {
		n = -n
	}
	f.known.By(n)
}

func (f *entryForm) click(x, y int) tea.Cmd {
	if f.beside() {
		if x >= entrySplit.List(f.v.w) {
			return nil
		}
		y -= component.PaneTop
	}
	return f.asking.click(x, y)
}

func (f *entryForm) wheel(x, _, n int) {
	if f.beside() && x >= entrySplit.List(f.v.w) {
		f.known.By(n)
		return
	}
	f.asking.wheel(0, 0, n)
}

func (f *entryForm) cursor() *tea.Cursor {
	if f.beside() {
		return f.form.Cursor(component.PaneLeft(f.v.h), component.PaneTop+len(f.top))
	}
	return f.form.Cursor(0, len(f.top))
}
