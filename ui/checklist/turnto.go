package checklist

import (
	"strings"
	"time"

	"isspp/model"
	"isspp/ui/kit"
)

// outOfHours says, in the evening and at weekends, whom to ring then: the
// school's own entry, or loudly that there is none.
func (s *summary) outOfHours(p *kit.Page) {
	env := s.v.env
	if inHours(env.Now) {
		return
	}
	p.Gap()
	p.Text(env.Theme.Heading, "Out of hours: "+env.Now.Format("Monday 15:04"))
	if e, ok := env.Local.Contact(model.OutOfHours); ok {
		p.Labelled(env.Theme.Strong, "", model.OutOfHours.Name())
		p.Local(env, e)
	} else {
		p.Text(env.Theme.Alert, "NOT SET: the out-of-hours number of children's social care.")
		p.LocalMissing(env, "in the emergency panel (!)")
	}
	p.RouteLines(env.Routes())
}

// inHours tells whether offices are likely to answer: a working day, from nine
// to five. The protocol prints hours for two services only.
func inHours(now time.Time) bool {
	return model.WorkingDay(now) && now.Hour() >= 9 && now.Hour() < 17
}

// setting says who covers the setting: the school's own entry first, then the
// protocol's line with its edition and our notes.
func (s *summary) setting(p *kit.Page) {
	env, w := s.v.env, s.v.live
	t := env.Theme
	for _, st := range env.Pack.Rota().Settings {
		if st.ID != w.SettingID {
			continue
		}
		p.Gap()
		p.Text(t.Heading, "Who covers "+st.Name)
		entries := env.Local.Covers(st)
		holds, local := env.Local.Cover(st, env.Now)
		if len(entries) > 0 {
			p.LocalCover(env, entries, holds, env.Now)
		}
		p.Labelled(t.Plain, "Protocol", st.Officer+", "+st.Assigned+", as of "+env.Pack.Edition().Years)
		if !local {
			p.LocalMissing(env, "in the rota (1)")
		}
		p.Notes(env.Pack.NotesAbout(st.ID, "rota"))
	}
	if w.SettingID != "" || w.Setting == "" {
		return
	}
	found, fit := env.Local.FindSchools(w.Setting, env.Now)
	if fit == model.FitWhole && len(found) == 1 {
		p.Gap()
		p.Text(t.Heading, "Who covers "+found[0].Name)
		p.Local(env, found[0])
	}
}

// services are those that fit what was seen and told, as a suggestion of ours
// with the reason for each. The directory has them all.
func (s *summary) services(p *kit.Page) {
	t, v := s.v.env.Theme, s.v
	found := model.Suggest(v.live, v.env.Pack.Directory(), v.env.Pack.Suggestions(), v.env.Now)
	p.Gap()
	p.Text(t.Heading, "Services that may fit")
	if len(found) == 0 {
		p.Text(t.Plain, "isspp suggests none from what is recorded so far. That says nothing of the child: the directory (4) has every service.")
		p.Notes(v.env.Pack.NotesAbout("screen/services"))
		return
	}
	ages := "the ages that the protocol prints for each are shown, since no year group is recorded."
	if model.AgesInYear(v.live.YearGroup) != nil {
		ages = "those for other ages are left out."
	}
	p.Labelled(t.Note, "Note", "isspp's suggestion, by topic; "+ages+" The order is the directory's and says nothing of need.")
	p.Hang(t.Quiet, "      ", "Source: isspp's own reading, kept beside the protocol in suggestions.md")
	p.Notes(v.env.Pack.NotesAbout("screen/services"))
	for _, m := range found {
		if local, ok := v.env.Local.Service(m.Service); !ok || !local.Closed {
			s.service(p, m)
		}
	}
}

// service is one suggestion: how to reach it, for which ages, and why.
func (s *summary) service(p *kit.Page, m model.Suggested) {
	t, sg, env := s.v.env.Theme, s.v.env.Signs, s.v.env
	p.Gap()
	p.Hang(t.Strong, sg.Bullet+" ", m.Name)
	if local, ok := env.Local.Service(m.Service); ok {
		p.Hang(t.Local, "    ", kit.LocalLabel+": "+local.Answer()+" ("+env.Local.CheckedWords(local, env.Now)+")")
	}
	age := "ages " + m.Ages.String()
	if m.AgesUnknown {
		age = "ages not printed: ask"
	}
	p.Hang(t.Plain, "    ", age+"; "+contactLine(m.Service))
	for _, r := range m.Reasons {
		p.Hang(t.Quiet, "    ", "For "+r.Topic+": "+strings.Join(r.Items, "; "))
	}
}

// contactLine is the first phone or other way to reach a service.
func contactLine(s model.Service) string {
	for _, kind := range []model.ContactKind{model.Phone, model.Email, model.Link} {
		for _, c := range s.Contacts {
			if c.Kind == kind {
				return c.Value
			}
		}
	}
	return "no contact printed"
}
