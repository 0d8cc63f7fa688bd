package directory

import (
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// Page is everything known of the selected row: how to reach it first, then the
// protocol's words, then our notes.
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
	case r.own != nil:
		v.ownPage(p, *r.own)
	case r.service != nil:
		v.servicePage(p, *r.service)
	default:
		v.headPage(p, *r.head)
	}
	return p
}

// ownPage is one of the school's own contacts; where nobody has entered it, it
// says so loudly, with whom to ring until then.
func (v *View) ownPage(p *document.Page, o lookup.Own) {
	t := v.Env.Theme
	p.Text(t.Quiet, component.Capital(o.Slot.Meaning())+".")
	p.Gap()
	if o.Set {
		p.Local(v.Env, o.Entry)
		return
	}
	p.Text(t.Alert, lookup.NotSet+": "+v.Env.LocalHow("")+" adds it.")
	p.Text(t.Plain, "The protocol prints none.")
	p.Gap()
	p.Text(t.Strong, "Until then, ring:")
	p.RouteLines(v.Env.Routes())
}

func (v *View) headPage(p *document.Page, h model.HeadContact) {
	var own []model.LocalEntry
	if e, ok := lookup.Head(v.Env.Local, h); ok {
		own = append(own, e)
		p.Local(v.Env, e)
		p.Gap()
	}
	v.edition(p)
	v.ways(p, h.Contacts)
	p.Blocks(h.Text, nil)
	v.asOf(p)
	p.Notes(v.Env.NotesAbout(own, "contacts/"+headID(h)))
	p.Notes(v.Env.NotesAbout(nil, "contacts"))
}

func (v *View) servicePage(p *document.Page, m model.ServiceMatch) {
	t := v.Env.Theme
	if m.Within != "" && m.Within != m.Name {
		p.Text(t.Quiet, model.CleanLine(m.Within))
	}
	if m.Over {
		p.Text(t.Alert, "Ended: "+m.EndedWords()+". It is listed because the protocol prints it.")
	}
	p.Gap()
	var own []model.LocalEntry
	if e, ok := v.Env.Local.Service(m.Service); ok {
		own = append(own, e)
		p.Local(v.Env, e)
		p.Gap()
	}
	var states []string
	if m.Ages.Printed {
		states = append(states, t.ChipOff.Render(" ages "+m.Ages.String()+" "))
	}
	if m.Open == model.OpenYes {
		states = append(states, t.ChipLocal.Render(" open now "))
	}
	v.edition(p, states...)
	v.ways(p, m.Contacts)
	v.facts(p, m)
	p.Blocks(m.Text, nil)
	v.asOf(p)
	p.Notes(v.Env.NotesAbout(own, m.ID))
	p.Notes(v.Env.Pack.NotesAbout("directory"))
}

// edition is the chip of the protocol's own words, with states beside it.
func (v *View) edition(p *document.Page, states ...string) {
	p.Edition(v.Env.Pack.Edition().Years, states...)
	p.Gap()
}

// facts are what a person asks of a service before ringing it.
func (v *View) facts(p *document.Page, m model.ServiceMatch) {
	t := v.Env.Theme
	open := string(m.Open)
	if hours := hoursInWords(m.Hours); hours != "" {
		open += " (" + hours + ")"
		if caution := v.Env.Local.HoursCaution(v.Env.Now); caution != "" {
			open += "; " + caution
		}
	}
	ages := "ages not printed: ask"
	if m.Ages.Printed {
		ages = m.Ages.InFull() + ", as printed"
	}
	if m.For != "" {
		fact(p, t.Strong, "For", m.For)
	}
	if said := m.Remark(); said != "" {
		fact(p, t.Strong, "Asked", said)
	}
	if e, ok := v.Env.Local.Service(m.Service); ok && e.Closed {
		open = "no: closed, by your school's own entry"
	}
	fact(p, t.Plain, "Open now", open)
	fact(p, t.Plain, "Ages", ages)
	for _, tier := range v.dir.Tiers {
		if tier.Number == m.Tier {
			fact(p, t.Plain, "Tier", tierTitle(tier))
		}
	}
	if len(m.Topics) > 0 {
		fact(p, t.Note, "Topics", strings.Join(m.Topics, ", ")+" ("+v.Env.Pack.Whose()+" own tags)")
	}
}

// factWidth is the column of the words before the facts.
const factWidth = 10

func fact(p *document.Page, st lipgloss.Style, label, text string) {
	p.Labelled(st, label+component.Spaces(factWidth-component.Width(label)-2), text)
}

// ways are the contacts, each in one format with the printed form beside it
// where that differs.
func (v *View) ways(p *document.Page, contacts []model.Contact) {
	t := v.Env.Theme
	if len(contacts) == 0 {
		fact(p, t.Strong, "Contact", "none printed")
	}
	for _, c := range contacts {
		text := model.CleanLine(c.Value)
		if printed := model.CleanLine(c.Printed); printed != "" && printed != text {
			text += " (printed " + printed + ")"
		}
		fact(p, t.Strong, kindWord(c.Kind), text)
	}
}

func kindWord(k model.ContactKind) string {
	switch k {
	case model.Phone:
		return "Ring"
	case model.Email:
		return "E-mail"
	case model.Link:
		return "Link"
	}
	return "Address"
}

// asOf says whose words stand above and of which years.
func (v *View) asOf(p *document.Page) {
	p.Gap()
	p.Text(v.Env.Theme.Quiet, "As of "+v.Env.Pack.Edition().Years+"; numbers may have changed since")
}

func hoursInWords(hours []model.OpenHours) string {
	parts := make([]string, len(hours))
	for i, h := range hours {
		parts[i] = h.String()
	}
	return strings.Join(parts, "; ")
}
