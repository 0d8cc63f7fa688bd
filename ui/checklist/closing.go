package checklist

import (
	"strings"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// closingSplit is the closing page's: what is known, and whom to turn to.
var closingSplit = kit.Split{Share: 55, Least: 60, Most: 92, Narrow: 60}

// beside reports whether there is room for both beside each other. Both are prose,
// which half of a narrower screen would cut into words.
func (s *summary) beside() bool { return s.v.w >= kit.Roomy }

// redraw writes the closing page, which is the same on paper and in plain lines,
// below whether it is on the disk.
func (s *summary) redraw() {
	env := s.v.env
	d := document.ClosingOf(env, s.v.live)
	w, h := s.w, s.h
	if s.beside() {
		w, h = kit.Inside(closingSplit.List(s.w), s.h)
		d.Blocks, _ = document.ClosingBeside(env, s.v.live)
		w += 2 // no inset
	}
	p := document.NewPage(min(w-4, kit.MaxText), env.Theme, env.Signs)
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
	s.page = p
	s.scroll.Set(len(p.Lines), h)
	s.turn.Drop()
}

func (s *summary) draw() []string {
	from, to := s.scroll.Visible()
	lines := s.page.Painted()[from:to]
	if !s.beside() {
		return kit.Inset(lines)
	}
	t, sg := s.v.env.Theme, s.v.env.Signs
	known := kit.Pane{Title: "Closing page: " + refOr(s.v.live.Ref), Right: s.v.whoFor(), Bottom: s.scroll.Says(sg), Focus: true}
	if s.v.keep != nil {
		known.Bottom = strings.TrimPrefix(known.Bottom+" "+sg.Dot+" "+s.v.savedWord(), " "+sg.Dot+" ")
	}
	s.turn.Key = "shift+down"
	turn := s.drawTurn()
	return kit.Beside(known.Draw(lines, closingSplit.List(s.w), s.h, t, sg),
		s.turn.Pane("Whom to turn to", sg).Draw(turn, closingSplit.Pane(s.w), s.h, t, sg))
}

// drawTurn is whom to turn to, above what can be done next.
func (s *summary) drawTurn() []string {
	env := s.v.env
	_, h := kit.Inside(s.w, s.h)
	steps := s.steps()
	out := s.turn.Draw(s.v.live.ID, h-len(steps)-1, func() []string { return s.layTurn().Painted() })
	out = append(make([]string, 0, h), out...)
	for len(out) < h-len(steps) {
		out = append(out, "")
	}
	for i, a := range steps {
		out = append(out, kit.KeyChip(kit.KeyName(a.Keys()[0], env.Signs), kit.Capital(a.Label()), i == 0, env.Theme))
	}
	return out
}

func (s *summary) layTurn() *document.Page {
	env := s.v.env
	p := document.NewPage(closingSplit.Text(s.w, s.h), env.Theme, env.Signs)
	_, turn := document.ClosingBeside(env, s.v.live)
	p.Write(turn...)
	return p
}

// steps are what can be done next, the likeliest first.
func (s *summary) steps() []kit.Action {
	var out []kit.Action
	for _, a := range s.ends() {
		if a.Disabled == "" && a.ID != "back" {
			out = append(out, a)
		}
	}
	return out
}

// domainTitle is a domain's heading behind its list's, since two lists may call
// a domain alike; or its id where the loaded edition has no such domain.
func (v *View) domainTitle(id string) string {
	for _, l := range v.env.Pack.Lists() {
		for _, d := range l.Domains {
			if d.ID == id {
				return l.Title + ": " + d.Title
			}
		}
	}
	return model.CleanLine(id)
}
