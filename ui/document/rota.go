package document

import (
	"strconv"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// Setting adds everything about a setting of the rota, in layers: the school's own
// words, the protocol's, then our notes. all unfolds those that change no answer.
func (p *Page) Setting(env *component.Env, s model.Setting, all bool) {
	now, entries := env.Now, env.Local.Covers(s)
	holds, local := env.Local.Cover(s, now)
	p.officersLead(env, s)
	p.Gap()
	if len(entries) > 0 {
		p.LocalCover(env, entries, now, OnDay(env, now))
		p.Gap()
	}
	if !local {
		p.LocalUnset(env, "to enter who covers it now")
		p.Gap()
	}
	p.Edition(env.Pack.Edition().Years)
	p.Text(p.theme.Strong, s.Officer+", as of "+env.Pack.Edition().Years)
	p.assigned(env, s, p.theme.Strong)
	// The school's own entry decides whether somebody must be rung instead, where there
	// is one.
	c := s.On(now)
	routes := c != model.CoveredYes || lookup.RotaStatus(env.Pack) != ""
	if local {
		by, stated := holds.On(now)
		routes = !stated || by != model.CoveredYes
	}
	if routes {
		p.withoutOfficer(env)
	}
	// Below what is the same for most settings, so that it stays where it is.
	if also := env.Pack.Rota().Elsewhere(s); len(also) > 0 {
		p.Gap()
		for _, o := range also {
			p.Text(p.theme.Plain, s.Officer+" also covers "+o.Name+" ("+o.Assigned+")")
		}
	}
	p.settingNotes(env, all, s)
}

// Officer adds everything about an officer of the protocol's rota.
func (p *Page) Officer(env *component.Env, o model.Officer, all bool) {
	p.officersLead(env, o.Settings...)
	p.Gap()
	p.Edition(env.Pack.Edition().Years)
	for _, s := range o.Settings {
		p.Gap()
		p.Text(p.theme.Strong, s.Name)
		if e, ok := env.Local.Cover(s, env.Now); ok {
			p.Local(env, e)
		}
		p.assigned(env, s, p.theme.Plain)
	}
	p.settingNotes(env, all, o.Settings...)
}

// OwnOfficer adds everything about an officer whom the school's own layer alone names,
// at some settings or at a school that the rota doesn't list.
func (p *Page) OwnOfficer(env *component.Env, e model.LocalEntry, at []model.Setting, all bool) {
	cover := func(e model.LocalEntry) { p.LocalCover(env, []model.LocalEntry{e}, env.Now, OnDay(env, env.Now)) }
	for _, s := range at {
		p.Gap()
		p.Text(p.theme.Strong, s.Name)
		if e, ok := env.Local.Cover(s, env.Now); ok {
			cover(e)
		}
		p.Labelled(p.theme.Plain, "Protocol", s.Officer+", "+s.Assigned+", as of "+env.Pack.Edition().Years)
	}
	if e.Kind == model.LocalSchool {
		p.Gap()
		p.Text(p.theme.Strong, e.Name)
		cover(e)
	}
	p.settingNotes(env, all, at...)
}

// OwnSchool adds everything about a school that the rota doesn't list, by the place of
// its entries.
func (p *Page) OwnSchool(env *component.Env, place string) {
	var entries []model.LocalEntry
	for _, e := range env.Local.Schools() {
		if e.Place() == place {
			entries = append(entries, e)
		}
	}
	p.Gap()
	p.LocalCover(env, entries, env.Now, OnDay(env, env.Now))
	p.Gap()
	p.Labelled(p.theme.Plain, "Protocol", "not in the rota")
	p.Gap()
	p.withoutOfficer(env)
	p.Notes(env.NotesAbout(nil, "screen/not-in-rota"))
}

// officersLead is what has become of the officers' role, before their names, where the
// school's own layer doesn't answer for all the settings.
func (p *Page) officersLead(env *component.Env, settings ...model.Setting) {
	if lead := lookup.Status(env.Pack, env.Local, env.Now, settings...); lead != "" {
		p.Text(p.theme.Alert, lead+".")
	}
}

// assigned adds a setting's days in words and as blocks, and whether today is one.
// In the blocks today stands in brackets, and a day on which nobody is assigned is a
// dash, so that it differs by sign as well as by its ground.
func (p *Page) assigned(env *component.Env, s model.Setting, today lipgloss.Style) {
	t, sg := p.theme, p.signs
	p.Text(t.Plain, s.Assigned)
	var blocks []string
	for _, d := range model.Weekdays() {
		word, st, yes := d.String()[:3], t.Chip, s.OnWeekday(d) == model.CoveredYes
		if !yes {
			word, st = " "+sg.Dash+" ", t.ChipOff
		}
		if d != env.Now.Weekday() {
			word = " " + word + " "
		} else if word = "[" + word + "]"; yes {
			st = t.ChipOn
		}
		blocks = append(blocks, st.Render(word))
	}
	p.Chips(blocks...)
	c := s.On(env.Now)
	p.Text(today, sg.Coverage(c)+" "+component.Capital(Today(env, c))+".")
}

// withoutOfficer is whom to ring when nobody is assigned: the protocol's own contacts,
// none of which needs an officer.
func (p *Page) withoutOfficer(env *component.Env) {
	p.Gap()
	p.Text(p.theme.Strong, "Without an officer, ring:")
	p.RouteLines(env.Routes())
	p.LocalContacts(env, component.InThePanel, lookup.WhomToRing()...)
}

// settingNotes are the notes that change the answer; the others fold behind a
// line that says how many there are.
func (p *Page) settingNotes(env *component.Env, all bool, settings ...model.Setting) {
	open, folded := lookup.SettingNotes(env.Pack, env.Local, env.Now, settings...)
	if all {
		open, folded = append(open, folded...), nil
	}
	p.Notes(open)
	if n := len(folded); n > 0 {
		p.Gap()
		more := strconv.Itoa(n) + " more notes: i"
		if n == 1 {
			more = "1 more note: i"
		}
		p.Text(p.theme.Quiet, more)
	}
}

// Today says whether anyone is assigned today by the protocol.
func Today(env *component.Env, c model.Coverage) string {
	if wd := env.Now.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return "nobody assigned at a weekend"
	}
	words := "nobody assigned today"
	switch c {
	case model.CoveredYes:
		words = "assigned today (" + env.Pack.Edition().Years + ")"
	case model.CoveredWhenRequired:
		words = "attends when required: ask"
	}
	if caution := env.Local.DayCaution(env.Now); caution != "" {
		words += "; " + caution
	}
	return words
}
