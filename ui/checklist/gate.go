package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// gate comes before the first question: is anybody in danger now?
type gate struct {
	v      *View
	w, h   int
	lines  []string
	scroll kit.Scroll
	// concern is the one that the walkthrough joins, or nil.
	concern *model.Concern
}

func newGate(v *View) *gate { return &gate{v: v} }

// again comes before another walkthrough of a concern.
func (v *View) again(c *model.Concern) tea.Cmd {
	g := newGate(v)
	g.concern = c
	v.goTo(g)
	return nil
}

func (g *gate) on() tea.Cmd { return g.v.beginFor(g.concern) }

func (g *gate) back() tea.Cmd {
	if g.concern != nil {
		g.v.goTo(newConcernPage(g.v, g.concern.ID))
		return nil
	}
	g.v.goTo(newHome(g.v))
	return nil
}

func (g *gate) resize(w, h int) {
	g.w, g.h = w, h
	g.redraw()
}

func (g *gate) redraw() {
	t, sg := g.v.env.Theme, g.v.env.Signs
	p := document.NewPage(min(g.w-4, 84), t, sg)
	p.Text(t.Heading, "First: is anyone in danger now?")
	p.Gap()
	p.RouteLines(g.v.env.Routes())
	p.LocalContacts(g.v.env, kit.InThePanel, lookup.WhomToRing()...)
	p.Gap()
	p.Text(t.Plain, "If so, ring now. Stay with the child. ! shows whom to ring from any screen, and nothing you have typed is lost.")
	p.Gap()
	p.Raw(t.Accent.Render("Enter")+"  No immediate danger: go on", "Enter  No immediate danger: go on")
	p.Raw(t.Accent.Render("!")+"      Whom to ring, in full", "!  Whom to ring, in full")
	p.Notes(g.v.env.NotesAbout(nil, "screen/gate"))
	g.lines = p.Painted()
	g.scroll.Set(len(g.lines), g.h)
}

func (g *gate) draw() []string {
	from, to := g.scroll.Visible()
	return kit.Inset(g.lines[from:to])
}

func (g *gate) actions() []kit.Action {
	return append([]kit.Action{
		{ID: "gate.on", Binding: kit.Keys("no danger now: go on", "enter"), Help: "Nobody is in immediate danger: go on to the walkthrough", Run: g.on},
		{ID: "gate.back", Binding: kit.Keys("back", "esc"), Help: "Back to the list", Run: g.back},
	}, kit.PageKeys(&g.scroll)...)
}

func (g *gate) click(int, int) tea.Cmd { return nil }
func (g *gate) wheel(_, _, n int)      { g.scroll.By(n) }
func (g *gate) cursor() *tea.Cursor    { return nil }
