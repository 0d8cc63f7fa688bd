package rota

import (
	"strconv"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

var workdays = model.Weekdays()

// Page is what is known of the selected row, in layers: the protocol's words, then
// our notes.
func (v *View) Page() []string {
	return v.detailPage(v.rows[v.List.At], v.Split.Text(v.W, v.H)).Painted()
}

// Title is the selected row's.
func (v *View) Title() string {
	r, _ := v.selected()
	return r.title
}

// detailPage is everything about a row, w cells wide.
func (v *View) detailPage(r row, w int) *document.Page {
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.setting != nil:
		v.settingPage(p, *r.setting)
	case r.officer != nil:
		v.officerPage(p, *r.officer)
	default:
		v.localPage(p, r)
	}
	return p
}

// Selected is everything about the selected row.
func (v *View) Selected() (name, text string, private bool) {
	r, ok := v.selected()
	if !ok {
		return "", "", false
	}
	return r.title, v.detailPage(r, document.Unbroken).Words(), false
}

func (v *View) settingPage(p *document.Page, s model.Setting) {
	t, now := v.Env.Theme, v.Env.Now
	v.leadText(p, s)
	p.Gap()
	entries := v.Env.Local.Covers(s)
	holds, local := v.Env.Local.Cover(s, now)
	if len(entries) > 0 {
		p.LocalCover(v.Env, entries, now, document.OnDay(v.Env, now))
		p.Gap()
	}
	if !local {
		p.LocalUnset(v.Env, "to enter who covers it now")
		p.Gap()
	}
	c := s.On(now)
	v.edition(p)
	p.Text(t.Strong, s.Officer+", as of "+v.Env.Pack.Edition().Years)
	p.Text(t.Plain, s.Assigned)
	v.week(p, s)
	p.Text(t.Strong, v.sign(c)+" "+component.Capital(v.todaySentence(c))+".")
	if v.needsRoutes(c, holds, local) {
		v.routes(p)
	}
	// Below what is the same for most settings, so that it stays where it is.
	if also := v.rota.Elsewhere(s); len(also) > 0 {
		p.Gap()
		for _, o := range also {
			p.Text(t.Plain, s.Officer+" also covers "+o.Name+" ("+o.Assigned+")")
		}
	}
	v.settingNotes(p, s)
}

// leadText is what has become of the officers' role, before their names, where the
// school's own layer doesn't answer for all the settings.
func (v *View) leadText(p *document.Page, settings ...model.Setting) {
	if lead := lookup.Status(v.Env.Pack, v.Env.Local, v.Env.Now, settings...); lead != "" {
		p.Text(v.Env.Theme.Alert, lead+".")
	}
}

// settingNotes are the notes that change the answer; the others fold behind a
// line that says how many there are.
func (v *View) settingNotes(p *document.Page, settings ...model.Setting) {
	open, folded := lookup.SettingNotes(v.Env.Pack, v.Env.Local, v.Env.Now, settings...)
	if v.allNotes {
		open, folded = append(open, folded...), nil
	}
	p.Notes(open)
	if len(folded) > 0 {
		p.Gap()
		p.Text(v.Env.Theme.Quiet, moreNotes(len(folded)))
	}
}

func moreNotes(n int) string {
	if n == 1 {
		return "1 more note: i"
	}
	return strconv.Itoa(n) + " more notes: i"
}

// needsRoutes tells whether whom to ring without an officer belongs on the page:
// the school's own entry decides where there is one.
func (v *View) needsRoutes(c model.Coverage, holds model.LocalEntry, local bool) bool {
	if !local {
		return c != model.CoveredYes || lookup.RotaStatus(v.Env.Pack) != ""
	}
	by, stated := holds.On(v.Env.Now)
	return !stated || by != model.CoveredYes
}

// localPage is a row that the protocol has nothing of: a school that the rota
// doesn't list, or an officer whom the school's own layer names.
func (v *View) localPage(p *document.Page, r row) {
	t, l, now := v.Env.Theme, v.Env.Local, v.Env.Now
	if r.local.Kind == model.LocalSchool && r.title == r.local.Name {
		p.Gap()
		var entries []model.LocalEntry
		for _, e := range l.Schools() {
			if e.Place() == r.id {
				entries = append(entries, e)
			}
		}
		p.LocalCover(v.Env, entries, now, document.OnDay(v.Env, now))
		p.Gap()
		p.Labelled(t.Plain, "Protocol", "not in the rota")
		p.Gap()
		v.routes(p)
		p.Notes(v.Env.NotesAbout(nil, "screen/not-in-rota"))
		return
	}
	for _, s := range r.own {
		p.Gap()
		p.Text(t.Strong, s.Name)
		if e, ok := l.Cover(s, now); ok {
			p.LocalCover(v.Env, []model.LocalEntry{e}, now, document.OnDay(v.Env, now))
		}
		p.Labelled(t.Plain, "Protocol", s.Officer+", "+s.Assigned+", as of "+v.Env.Pack.Edition().Years)
	}
	if r.local.Kind == model.LocalSchool {
		p.Gap()
		p.Text(t.Strong, r.local.Name)
		p.LocalCover(v.Env, []model.LocalEntry{*r.local}, now, document.OnDay(v.Env, now))
	}
	v.settingNotes(p, r.own...)
}

// routes are whom to ring when nobody is assigned: the protocol's own contacts,
// none of which needs an officer.
func (v *View) routes(p *document.Page) {
	t := v.Env.Theme
	p.Gap()
	p.Text(t.Strong, "Without an officer, ring:")
	p.RouteLines(v.Env.Routes())
	p.LocalContacts(v.Env, component.InThePanel, lookup.WhomToRing()...)
}

func (v *View) officerPage(p *document.Page, o model.Officer) {
	t := v.Env.Theme
	v.leadText(p, o.Settings...)
	p.Gap()
	v.edition(p)
	for _, s := range o.Settings {
		p.Gap()
		p.Text(t.Strong, s.Name)
		if e, ok := v.Env.Local.Cover(s, v.Env.Now); ok {
			p.Local(v.Env, e)
		}
		p.Text(t.Plain, s.Assigned)
		v.week(p, s)
		c := s.On(v.Env.Now)
		p.Text(t.Plain, v.sign(c)+" "+component.Capital(v.todaySentence(c))+".")
	}
	v.settingNotes(p, o.Settings...)
}

// edition is the chip of the protocol's own words, with the role's end beside it.
func (v *View) edition(p *document.Page) { p.Edition(v.Env.Pack.Edition().Years) }

// sign is that of the list's column for whether somebody is assigned.
func (v *View) sign(c model.Coverage) string {
	switch c {
	case model.CoveredYes:
		return v.Env.Signs.Full
	case model.CoveredWhenRequired:
		return v.Env.Signs.Half
	default:
		return v.Env.Signs.Empty
	}
}

// week adds a setting's days as blocks, today in brackets. A day on which nobody
// is assigned is a dash, so that it differs by sign as well as by its ground.
func (v *View) week(p *document.Page, s model.Setting) {
	t, sg := v.Env.Theme, v.Env.Signs
	blocks := make([]string, len(workdays))
	for i, d := range workdays {
		word, st := d.String()[:3], t.Chip
		if s.OnWeekday(d) != model.CoveredYes {
			word, st = " "+sg.Dash+" ", t.ChipOff
		}
		switch d {
		case v.Env.Now.Weekday():
			word = "[" + word + "]"
			if st = t.ChipOff; s.OnWeekday(d) == model.CoveredYes {
				st = t.ChipOn
			}
		default:
			word = " " + word + " "
		}
		blocks[i] = st.Render(word)
	}
	p.Chips(blocks...)
}
