package checklist

import (
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// closingSplit is the closing page's: what is known, and whom to turn to.
var closingSplit = component.Split{Share: 55, Least: 60, Most: 92, Narrow: 60}

// beside reports whether there is room for both beside each other. Both are prose,
// which half of a narrower screen would cut into words.
func (s *summary) beside() bool { return s.v.w >= component.Roomy }

// redraw writes the closing page, which is the same on paper and in plain lines,
// below whether it is on the disk.
func (s *summary) redraw() {
	env := s.v.env
	d := document.ClosingOf(env, s.v.live.Walkthrough)
	if s.beside() {
		s.w, s.h = component.Inside(closingSplit.List(s.v.w), s.v.h)
		s.w += 2 // no inset
		d.Blocks, _ = document.ClosingBeside(env, s.v.live.Walkthrough)
	}
	p := s.newPage(4, component.MaxText)
	if !s.beside() {
		p.Text(env.Theme.Heading, model.CleanLine(d.Title))
	}
	switch {
	case s.v.keep == nil:
		p.Text(env.Theme.Alert, "NOT SAVED: ctrl+s keeps it")
	case !s.beside():
		p.Text(env.Theme.Quiet, s.v.savedWord())
	}
	p.Write(d.Blocks...)
	s.lay(p)
	s.turn.Drop()
}

func (s *summary) draw() []string {
	if !s.beside() {
		return s.text.draw()
	}
	t, sg := s.v.env.Theme, s.v.env.Signs
	known := component.Pane{
		Title: "Closing page: " + model.ReferenceWords(s.v.live.Ref), Right: s.v.whoFor(),
		Bottom: s.scroll.Says(sg), Focus: true,
	}
	if s.v.keep != nil {
		known.Bottom = strings.TrimPrefix(known.Bottom+" "+sg.Dot+" "+s.v.savedWord(), " "+sg.Dot+" ")
	}
	s.turn.Key = "shift+down"
	turn := s.drawTurn()
	return component.Beside(known.Draw(s.scroll.Lines(), closingSplit.List(s.v.w), s.v.h, t, sg),
		s.turn.Pane("Whom to turn to", sg).Draw(turn, closingSplit.Pane(s.v.w), s.v.h, t, sg))
}

// drawTurn is whom to turn to, above what can be done next.
func (s *summary) drawTurn() []string {
	env := s.v.env
	_, h := component.Inside(s.v.w, s.v.h)
	steps := s.steps()
	out := s.turn.Draw(s.v.live.ID, h-len(steps)-1, func() []string { return s.layTurn().Painted() })
	out = append(make([]string, 0, h), out...)
	for len(out) < h-len(steps) {
		out = append(out, "")
	}
	for i, a := range steps {
		out = append(out, component.KeyChip(component.KeyName(a.Keys()[0], env.Signs), component.Capital(a.Label()),
			i == 0, env.Theme))
	}
	return out
}

func (s *summary) layTurn() *document.Page {
	env := s.v.env
	p := document.NewPage(closingSplit.Text(s.v.w, s.v.h), env.Theme, env.Signs)
	_, turn := document.ClosingBeside(env, s.v.live.Walkthrough)
	p.Write(turn...)
	return p
}

// steps are what can be done next, the likeliest first.
func (s *summary) steps() []component.Action {
	var out []component.Action
	for _, a := range s.ends() {
		if a.Disabled == "" && a.ID != "back" {
			out = append(out, a)
		}
	}
	return out
}
