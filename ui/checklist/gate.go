package checklist

import (
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
	"isspp/ui/walk"
)

// gate comes before the first question: is anybody in danger now?
type gate struct {
	text
	// concern is the one that the walkthrough joins, or nil.
	concern *model.Concern
}

func newGate(v *View, c *model.Concern) *gate {
	g := &gate{text: text{v: v}, concern: c}
	g.Lay = g.lay
	return g
}

func (g *gate) View() []string { return g.draw(component.Pane{Title: "Before you begin"}) }

func (g *gate) lay() []string {
	t, env, p := g.v.env.Theme, g.v.env, g.page(component.MaxText)
	p.Text(t.Heading, "First: is anyone in danger now?")
	p.Gap()
	p.RouteLines(env.Routes())
	p.LocalContacts(env, component.InThePanel, lookup.WhomToRing()...)
	p.Gap()
	p.Text(t.Plain, "If so, ring now. Stay with the child. ! shows whom to ring from any screen, and nothing you "+
		"have typed is lost.")
	p.Gap()
	p.Raw(t.Accent.Render("Enter")+"  No immediate danger: go on", "Enter  No immediate danger: go on")
	p.Raw(t.Accent.Render("!")+"      Whom to ring, in full", "!  Whom to ring, in full")
	p.Notes(env.NotesAbout(nil, "screen/gate"))
	return p.Painted()
}

func (g *gate) Actions() []component.Action {
	on := func() {
		g.v.live = walk.Begin(g.v.env, g.concern)
		g.v.saver.Failed = nil
		g.v.goTo(newForm(g.v, nil))
	}
	back := func() {
		if g.concern == nil {
			g.v.goTo(newHome(g.v))
			return
		}
		g.v.goTo(newConcernPage(g.v, g.concern.ID))
	}
	return append([]component.Action{
		act("gate.on", "no danger now: go on", "Nobody is in immediate danger: go on to the walkthrough",
			component.Do(on), "enter"),
		act("gate.back", "back", "Back to the list", component.Do(back), "esc"),
	}, component.PageKeys(&g.Scroll)...)
}
