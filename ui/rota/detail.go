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
func (v *View) drawDetail(h int) []string {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	if v.page == nil || v.pageFor != r.id {
		p := kit.NewPage(v.detailWidth(), v.env.Theme, v.env.Signs)
		if r.setting != nil {
			v.settingPage(p, *r.setting)
		} else {
			v.officerPage(p, *r.officer)
		}
		v.page, v.pageFor = p.Painted(), r.id
	}
	v.detail.Set(len(v.page), h)
	from, to := v.detail.Visible()
	return v.page[from:to]
}

func (v *View) settingPage(p *kit.Page, s model.Setting) {
	t, now := v.env.Theme, v.env.Now
	p.Text(t.Heading, s.Name)
	p.Gap()
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
	if c != model.CoveredYes {
		v.routes(p)
	}
	p.Notes(v.notes())
}

// routes are whom to ring when nobody is assigned: the protocol's own contacts,
// none of which needs an officer.
func (v *View) routes(p *kit.Page) {
	t := v.env.Theme
	p.Gap()
	p.Text(t.Strong, "Without an officer, ring:")
	p.RouteLines(kit.Routes(v.env.Pack))
}

func (v *View) officerPage(p *kit.Page, o model.Officer) {
	t := v.env.Theme
	p.Text(t.Heading, o.Name)
	p.Gap()
	p.Labelled(t.Plain, "Protocol", "as of "+v.env.Pack.Edition().Years)
	for _, s := range o.Settings {
		p.Gap()
		p.Text(t.Strong, s.Name)
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
	if r.setting != nil {
		ids = append(ids, r.setting.ID)
	} else {
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
			painted = v.env.Theme.Quiet.Paint(kit.Fit(v.env.Signs.Dash, 3, v.env.Signs))
		}
		if d == now.Weekday() {
			painted = v.env.Theme.Accent.Paint("[") + painted + v.env.Theme.Accent.Paint("]")
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
