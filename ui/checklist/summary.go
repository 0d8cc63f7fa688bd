package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// summary is the closing page: what was seen and told with its evidence, the
// protective factors, what isn't known as questions to ask next, and the
// protocol's caution. It has no total and no level.
type summary struct {
	v      *View
	w, h   int
	page   *kit.Page
	scroll kit.Scroll
}

func newSummary(v *View) *summary { return &summary{v: v} }

func (s *summary) resize(w, h int) {
	s.w, s.h = w, h
	s.redraw()
}

func (s *summary) redraw() {
	t := s.v.env.Theme
	p := kit.NewPage(min(s.w-4, 88), t, s.v.env.Signs)
	s.heading(p)
	s.told(p, "What was seen and told", func(e model.Entry) bool { return e.List != "protective" })
	s.told(p, "Protective factors", func(e model.Entry) bool { return e.List == "protective" })
	s.unknown(p)
	s.cautions(p)
	s.setting(p)
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
	p.Text(t.Quiet, "Protocol "+w.Edition+", begun "+clock(w.Started, s.v.env.Now)+", "+state)
	for _, line := range [][2]string{{"Setting", w.Setting}, {"Year group", w.YearGroup}, {"When it happened", w.EventTime}, {"Raised by", w.RaisedBy}} {
		if line[1] != "" {
			p.Text(t.Plain, line[0]+": "+model.CleanLine(line[1]))
		}
	}
	if !w.Finished.IsZero() {
		p.Text(t.Strong, "Finished "+clock(w.Finished, s.v.env.Now)+". It is kept as it is.")
	}
}

// told lists the entries that were seen or told, or that carry evidence.
func (s *summary) told(p *kit.Page, title string, which func(model.Entry) bool) {
	t := s.v.env.Theme
	p.Gap()
	p.Text(t.Heading, title)
	domain, any := "", false
	for _, e := range s.entries() {
		recorded := e.Answer == model.Seen || e.Answer == model.Told || e.Evidence != ""
		if !recorded || !which(e) {
			continue
		}
		if e.Domain != domain {
			domain = e.Domain
			p.Gap()
			p.Text(t.Strong, s.domainTitle(domain))
		}
		any = true
		s.entry(p, e)
	}
	if !any {
		p.Text(t.Plain, "Nothing recorded here.")
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

// domainTitle is a domain's heading, or its id where the loaded edition has no
// such domain.
func (s *summary) domainTitle(id string) string {
	for _, l := range s.v.env.Pack.Lists() {
		for _, d := range l.Domains {
			if d.ID == id {
				return d.Title
			}
		}
	}
	return id
}

func (s *summary) entry(p *kit.Page, e model.Entry) {
	t, sg := s.v.env.Theme, s.v.env.Signs
	p.Hang(t.Plain, sg.Bullet+" ", model.CleanLine(e.Text)+" ("+e.Answer.String()+", recorded "+clock(e.Recorded, s.v.env.Now)+")")
	if e.Evidence != "" {
		p.Hang(t.Plain, "    "+kit.Capital(string(e.Kind))+": ", model.Clean(e.Evidence))
	}
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

func (s *summary) setting(p *kit.Page) {
	w := s.v.live
	for _, st := range s.v.env.Pack.Rota().Settings {
		if st.ID != w.SettingID {
			continue
		}
		t := s.v.env.Theme
		p.Gap()
		p.Text(t.Heading, "Who covers "+st.Name)
		p.Labelled(t.Plain, "Protocol", st.Officer+", "+st.Assigned+", as of "+s.v.env.Pack.Edition().Years)
		p.Notes(s.v.env.Pack.NotesAbout(st.ID, "rota"))
	}
}

func (s *summary) draw() []string {
	from, to := s.scroll.Visible()
	out := make([]string, 0, to-from)
	for _, l := range s.page.Lines[from:to] {
		out = append(out, "  "+l.Text)
	}
	return out
}

func (s *summary) actions() []kit.Action {
	by := func(n int) func() tea.Cmd { return func() tea.Cmd { s.scroll.By(n); return nil } }
	var out []kit.Action
	open := s.v.live.Finished.IsZero()
	if open {
		out = append(out,
			kit.Action{ID: "finish", Keys: []string{"F"}, Label: "finish", Help: "Finish: close the walkthrough and keep it as it is", Do: s.v.finish},
			kit.Action{ID: "back", Keys: []string{"esc"}, Label: "back to the signs", Help: "Back to the signs and factors", Do: s.back},
		)
		if s.v.keep == nil {
			out = append(out, kit.Action{ID: "save", Keys: []string{"ctrl+s"}, Label: "save it", Help: "Open your private notes and keep this walkthrough", Do: func() tea.Cmd {
				return func() tea.Msg { return kit.AskUnlock }
			}})
		}
	} else {
		out = append(out, kit.Action{ID: "back", Keys: []string{"esc"}, Label: "list", Help: "Back to the list of walkthroughs", Do: s.v.leaveSaved})
	}
	return append(out,
		kit.Action{ID: "down", Keys: []string{"down", "j"}, Label: "more", Help: "Scroll down", Do: by(1)},
		kit.Action{ID: "up", Keys: []string{"up", "k"}, Quiet: true, Help: "Scroll up", Do: by(-1)},
		kit.Action{ID: "page.down", Keys: []string{"pgdown", "space"}, Quiet: true, Help: "Down one screen", Do: by(s.h - 1)},
		kit.Action{ID: "page.up", Keys: []string{"pgup"}, Quiet: true, Help: "Up one screen", Do: by(1 - s.h)},
	)
}

func (s *summary) back() tea.Cmd {
	k := newWalk(s.v)
	s.v.goTo(k)
	k.restore()
	return nil
}

func (s *summary) click(int, int) tea.Cmd { return nil }
func (s *summary) wheel(_, _, n int)      { s.scroll.By(n) }
func (s *summary) cursor() *tea.Cursor    { return nil }
