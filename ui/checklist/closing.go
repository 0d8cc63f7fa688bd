package checklist

import (
	"isspp/model"
	"isspp/ui/document"
)

// redraw writes the closing page, which is the same on paper and in plain lines,
// below whether it is on the disk.
func (s *summary) redraw() {
	env := s.v.env
	p := document.NewPage(min(s.w-4, 88), env.Theme, env.Signs)
	d := document.ClosingOf(env, s.v.live)
	p.Text(env.Theme.Heading, model.CleanLine(d.Title))
	if s.v.keep == nil {
		p.Text(env.Theme.Alert, "NOT SAVED: ctrl+s keeps it")
	} else {
		p.Text(env.Theme.Quiet, s.v.savedWord())
	}
	document.Lay(p, env.Theme, env.Signs, d.Blocks)
	s.page = p
	s.scroll.Set(len(p.Lines), s.h)
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
