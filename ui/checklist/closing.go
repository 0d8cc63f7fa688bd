package checklist

import (
	"fmt"
	"slices"

	"isspp/model"
	"isspp/ui/kit"
)

// redraw writes the closing page, in the order in which it is needed: what was
// recorded, what isn't known, what to bear in mind, and whom to turn to.
func (s *summary) redraw() {
	p := kit.NewPage(min(s.w-4, 88), s.v.env.Theme, s.v.env.Signs)
	s.heading(p)
	s.told(p, "What was seen and told", func(e model.Entry) bool { return e.List != "protective" })
	s.told(p, "Protective factors", func(e model.Entry) bool { return e.List == "protective" })
	s.unknown(p)
	s.cautions(p)
	s.outOfHours(p)
	s.setting(p)
	s.services(p)
	s.considered(p)
	s.page = p
	s.scroll.Set(len(p.Lines), s.h)
}

func (s *summary) heading(p *kit.Page) {
	t, w := s.v.env.Theme, s.v.live
	state := s.v.savedWord()
	if s.v.keep == nil {
		state = "NOT SAVED: ctrl+s keeps it"
	}
	p.Text(t.Heading, "Closing page: "+named(*w))
	p.Text(t.Quiet, "Protocol "+model.CleanLine(w.Edition)+", begun "+clock(w.Started, s.v.env.Now)+", "+state)
	for _, f := range w.Heading() {
		p.Text(t.Plain, f.Label+": "+f.Text)
	}
	if !w.Finished.IsZero() {
		p.Text(t.Strong, "Finished "+clock(w.Finished, s.v.env.Now)+". It is kept as it is.")
	}
}

// told lists the entries that were seen or told, or that carry evidence.
func (s *summary) told(p *kit.Page, title string, which func(model.Entry) bool) {
	s.listed(p, title, "Nothing recorded here.", func(e model.Entry) bool {
		return which(e) && (e.Answer == model.Seen || e.Answer == model.Told || e.Evidence != "")
	})
}

// listed lists entries below the headings of their domains.
func (s *summary) listed(p *kit.Page, title, none string, which func(model.Entry) bool) {
	t := s.v.env.Theme
	p.Gap()
	p.Text(t.Heading, title)
	domain, any := "", false
	for _, e := range s.entries() {
		if !which(e) {
			continue
		}
		if e.Domain != domain {
			domain = e.Domain
			p.Gap()
			p.Text(t.Strong, s.v.domainTitle(domain))
		}
		any = true
		s.entry(p, e)
	}
	if !any {
		p.Text(t.Plain, none)
	}
}

// entries are what was recorded, in the order of the way rather than of the
// recording.
func (s *summary) entries() []model.Entry {
	at := map[string]int{}
	for i, sec := range newWalk(s.v).sections {
		for j, it := range sec.domain.Items {
			at[it.ID] = i*1000 + j
		}
	}
	out := slices.Clone(s.v.live.Entries)
	slices.SortStableFunc(out, func(a, b model.Entry) int { return at[a.Item] - at[b.Item] })
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

func (s *summary) entry(p *kit.Page, e model.Entry) {
	t, sg := s.v.env.Theme, s.v.env.Signs
	p.Hang(t.Plain, sg.Bullet+" ", model.CleanLine(e.Text)+" ("+e.Answer.String()+", recorded "+clock(e.Recorded, s.v.env.Now)+")")
	if e.Evidence != "" {
		p.Hang(t.Plain, "    ", evidenceLabel(e)+": "+model.Clean(e.Evidence))
	}
}

// evidenceLabel says what kind of knowledge it is, and when it was seen or said.
func evidenceLabel(e model.Entry) string {
	label := kit.Capital(model.CleanLine(string(e.Kind)))
	if e.When != "" {
		label += ", " + model.CleanLine(e.When)
	}
	return label
}

// unknown turns the don't-knows into questions to ask next.
func (s *summary) unknown(p *kit.Page) {
	t, sg := s.v.env.Theme, s.v.env.Signs
	p.Gap()
	p.Text(t.Heading, "Not known: questions to ask next")
	any := false
	for _, e := range s.entries() {
		if e.Answer == model.DontKnow {
			p.Hang(t.Plain, sg.Bullet+" ", model.CleanLine(e.Text)+"?")
			any = true
		}
	}
	if !any {
		p.Text(t.Plain, "No item is marked don't know.")
	}
}

// cautions are the protocol's own, then ours, marked as such.
func (s *summary) cautions(p *kit.Page) {
	p.Gap()
	p.Text(s.v.env.Theme.Heading, "Before you decide")
	if l, ok := s.v.env.Pack.List("signs"); ok {
		for _, b := range l.Intro {
			if b.Kind == model.Paragraph {
				p.Labelled(s.v.env.Theme.Plain, "Protocol", b.Plain())
			}
		}
	}
	p.Notes(s.v.env.Pack.NotesAbout("screen/closing"))
}

// considered says how far the lists were gone through: the only number there
// is, and never one of what is present.
func (s *summary) considered(p *kit.Page) {
	t, sg, w := s.v.env.Theme, s.v.env.Signs, s.v.live
	s.listed(p, "Looked for and not seen", "No item is marked not seen.", func(e model.Entry) bool {
		return e.Answer == model.NotSeen && e.Evidence == ""
	})
	p.Gap()
	p.Text(t.Heading, "How far the lists were considered")
	for _, sec := range newWalk(s.v).sections {
		n, of := w.ConsideredIn(sec.domain)
		p.Hang(t.Plain, sg.Bullet+" ", sec.list.Title+", "+sec.domain.Title+": "+fmt.Sprintf("%d of %d considered", n, of))
	}
}
