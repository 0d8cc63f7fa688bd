package rota

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/kit"
)

var workdays = []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday}

// drawDetail is what is known of the selected row, in layers: the protocol's
// words, then our notes.
func (v *View) drawDetail() []string {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	v.detail.Typing = v.Typing()
	_, h := v.inside()
	return v.detail.Draw(v.env, r.id, h, func() *kit.Page {
		p := kit.NewPage(split.Text(v.w, v.h), v.env.Theme, v.env.Signs)
		switch {
		case r.setting != nil:
			v.settingPage(p, *r.setting)
		case r.officer != nil:
			v.officerPage(p, *r.officer)
		default:
			v.localPage(p, r)
		}
		return p
	})
}

func (v *View) settingPage(p *kit.Page, s model.Setting) {
	t, now := v.env.Theme, v.env.Now
	p.Text(t.Heading, s.Name)
	p.Gap()
	entries := v.env.Local.Covers(s)
	holds, local := v.env.Local.Cover(s, now)
	if len(entries) > 0 {
		p.LocalCover(v.env, entries, holds, now)
		p.Gap()
	}
	p.Labelled(t.Plain, "Protocol", s.Officer+", as of "+v.env.Pack.Edition().Years)
	p.Labelled(t.Plain, "        ", s.Assigned)
	p.Raw(kit.Spaces(p.Indent("Protocol")-1)+v.week(s, now), weekPlain(s))
	c := s.On(now)
	p.Labelled(t.Strong, "        ", kit.Capital(todaySentence(c, now))+".")
	for _, o := range v.rota.Settings {
		if o.Officer == s.Officer && o.ID != s.ID {
			p.Labelled(t.Plain, "        ", "also "+o.Name+" ("+o.Assigned+")")
		}
	}
	if !local {
		p.Gap()
		p.LocalUnset(v.env, "to enter who covers it now")
	}
	if v.needsRoutes(c, holds, local) {
		v.routes(p)
	}
	p.Notes(v.notes())
}

// needsRoutes tells whether whom to ring without an officer belongs on the page:
// the school's own entry decides where there is one.
func (v *View) needsRoutes(c model.Coverage, holds model.LocalEntry, local bool) bool {
	if !local {
		return c != model.CoveredYes
	}
	by, stated := holds.On(v.env.Now)
	return !stated || by != model.CoveredYes
}

// localPage is a row that the protocol has nothing of: a school that the rota
// doesn't list, or an officer whom the school's own layer names.
func (v *View) localPage(p *kit.Page, r row) {
	t, l, now := v.env.Theme, v.env.Local, v.env.Now
	p.Text(t.Heading, r.title)
	if r.local.Kind == model.LocalSchool && r.title == r.local.Name {
		p.Gap()
		var entries []model.LocalEntry
		for _, e := range l.Schools() {
			if e.Place() == r.id {
				entries = append(entries, e)
			}
		}
		p.LocalCover(v.env, entries, *r.local, now)
		p.Gap()
		p.Labelled(t.Plain, "Protocol", "not in the rota")
		p.Gap()
		p.Text(t.Strong, "Without an officer, ring:")
		p.RouteLines(v.env.Routes())
		p.Notes(v.env.Pack.NotesAbout("screen/not-in-rota"))
		return
	}
	for _, s := range r.own {
		p.Gap()
		p.Text(t.Strong, s.Name)
		if e, ok := l.Cover(s, now); ok {
			p.LocalCover(v.env, nil, e, now)
		}
		p.Labelled(t.Plain, "Protocol", s.Officer+", "+s.Assigned+", as of "+v.env.Pack.Edition().Years)
	}
	if r.local.Kind == model.LocalSchool {
		p.Gap()
		p.Text(t.Strong, r.local.Name)
		p.LocalCover(v.env, nil, *r.local, now)
	}
	p.Notes(v.env.Pack.NotesAbout("rota"))
}

// routes are whom to ring when nobody is assigned: the protocol's own contacts,
// none of which needs an officer.
func (v *View) routes(p *kit.Page) {
	t := v.env.Theme
	p.Gap()
	p.Text(t.Strong, "Without an officer, ring:")
	p.RouteLines(v.env.Routes())
}

func (v *View) officerPage(p *kit.Page, o model.Officer) {
	t := v.env.Theme
	p.Text(t.Heading, o.Name)
	p.Gap()
	p.Labelled(t.Plain, "Protocol", "as of "+v.env.Pack.Edition().Years)
	for _, s := range o.Settings {
		p.Gap()
		p.Text(t.Strong, s.Name)
		if e, ok := v.env.Local.Cover(s, v.env.Now); ok {
			p.Local(v.env, e)
		}
		p.Text(t.Plain, s.Assigned)
		p.Raw(v.week(s, v.env.Now), weekPlain(s))
		p.Text(t.Plain, kit.Capital(todaySentence(s.On(v.env.Now), v.env.Now))+".")
	}
	p.Notes(v.notes())
}

// notes are those on the selected row and on the rota as a whole.
func (v *View) notes() []model.Note {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	ids := []string{"rota"}
	switch {
	case r.setting != nil:
		ids = append(ids, r.setting.ID)
	case r.officer != nil:
		for _, s := range r.officer.Settings {
			ids = append(ids, s.ID)
		}
	}
	return v.env.Pack.NotesAbout(ids...)
}

// week is a setting's days in one line, with today in brackets. An unassigned
// day is a dot, so that it differs by sign as well as by weight.
func (v *View) week(s model.Setting, now time.Time) string {
	parts := make([]string, 0, len(workdays))
	for _, d := range workdays {
		name := d.String()[:3]
		painted := name
		if !assigned(s, d) {
			painted = v.env.Theme.Quiet.Render(kit.Fit(v.env.Signs.Dash, 3, v.env.Signs))
		}
		if d == now.Weekday() {
			painted = v.env.Theme.Accent.Render("[") + painted + v.env.Theme.Accent.Render("]")
		} else {
			painted = " " + painted + " "
		}
		parts = append(parts, painted)
	}
	return strings.Join(parts, "")
}

func weekPlain(s model.Setting) string {
	var names []string
	for _, d := range s.Days {
		names = append(names, d.String()[:3])
	}
	return strings.Join(names, " ")
}

func assigned(s model.Setting, day time.Weekday) bool {
	for _, d := range s.Days {
		if d == day {
			return true
		}
	}
	return false
}
