package document

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/lookup"
)

// OwnContact adds one of the school's own contacts; where nobody has entered it, it
// says so loudly, with whom to ring until then.
func (p *Page) OwnContact(env *component.Env, o lookup.Own) {
	t := p.theme
	p.Text(t.Quiet, component.Capital(o.Slot.Meaning())+".")
	p.Gap()
	if o.Set {
		p.Local(env, o.Entry)
		return
	}
	p.Text(t.Alert, lookup.NotSet+": "+env.LocalHow("")+" adds it.")
	p.Text(t.Plain, "The protocol prints none.")
	p.Gap()
	p.Text(t.Strong, "Until then, ring:")
	p.RouteLines(env.Routes())
}

// HeadContact adds everything about a contact outside the tiers: how to reach it
// first, then the protocol's words, then our notes.
func (p *Page) HeadContact(env *component.Env, h model.HeadContact) {
	var own []model.LocalEntry
	if e, ok := lookup.Head(env.Local, h); ok {
		own = append(own, e)
		p.Local(env, e)
		p.Gap()
	}
	p.Edition(env.Pack.Edition().Years)
	p.Gap()
	p.ways(env, h.Contacts)
	p.printed(env, h.Text)
	p.Notes(env.NotesAbout(own, "contacts/"+strings.TrimPrefix(h.ID, "contacts/")))
}

// Service adds everything about a service of the directory, as HeadContact does.
func (p *Page) Service(env *component.Env, m model.ServiceMatch) {
	t := p.theme
	if m.Within != "" && m.Within != m.Name {
		p.Text(t.Quiet, model.CleanLine(m.Within))
	}
	if m.Over {
		p.Text(t.Alert, "Ended: "+m.EndedWords()+". It is listed because the protocol prints it.")
	}
	p.Gap()
	var own []model.LocalEntry
	if e, ok := env.Local.Service(m.Service); ok {
		own = append(own, e)
		p.Local(env, e)
		p.Gap()
	}
	var states []string
	if m.Ages.Printed {
		states = append(states, t.ChipOff.Render(" ages "+m.Ages.String()+" "))
	}
	if m.Open == model.OpenYes {
		states = append(states, t.ChipLocal.Render(" open now "))
	}
	p.Edition(env.Pack.Edition().Years, states...)
	p.Gap()
	p.ways(env, m.Contacts)
	p.facts(env, m)
	p.printed(env, m.Text)
	p.Notes(env.NotesAbout(own, m.ID))
}

// facts are what a person asks of a service before ringing it.
func (p *Page) facts(env *component.Env, m model.ServiceMatch) {
	t := p.theme
	ages := "ages not printed: ask"
	if m.Ages.Printed {
		ages = m.Ages.InFull() + ", as printed"
	}
	topics := ""
	if len(m.Topics) > 0 {
		topics = strings.Join(m.Topics, ", ") + " (" + env.Pack.Whose() + " own tags)"
	}
	for _, f := range []struct {
		label, text string
		st          lipgloss.Style
	}{
		{"For", m.For, t.Strong},
		{"Asked", m.Remark(), t.Strong},
		{"Open now", lookup.OpenWords(env.Local, m, env.Now), t.Plain},
		{"Ages", ages, t.Plain},
		{"Tier", TierTitle(env.Pack.Directory(), m.Tier), t.Plain},
		{"Topics", topics, t.Note},
	} {
		if f.text != "" {
			p.fact(f.st, f.label, f.text)
		}
	}
}

// TierTitle is the title of a tier of the directory, with its number.
func TierTitle(d model.Directory, number int) string {
	for _, t := range d.Tiers {
		if title, n := model.CleanLine(t.Title), strconv.Itoa(t.Number); t.Number == number {
			if strings.HasPrefix(title, n) {
				return title
			}
			return n + ". " + title
		}
	}
	return ""
}

// fact adds an answer behind its label, all in one column.
func (p *Page) fact(st lipgloss.Style, label, text string) {
	p.Labelled(st, label+component.Spaces(len("Open now")-len(label)), text)
}

// ways are the contacts, each in one format with the printed form beside it
// where that differs.
func (p *Page) ways(env *component.Env, contacts []model.Contact) {
	if len(contacts) == 0 {
		p.fact(p.theme.Strong, "Contact", lookup.NoContact(env.Pack))
	}
	kinds := map[model.ContactKind]string{
		model.Phone: "Ring", model.Email: "E-mail", model.Link: "Link", model.Address: "Address",
	}
	for _, c := range contacts {
		text := model.CleanLine(c.Value)
		if printed := model.CleanLine(c.Printed); printed != "" && printed != text {
			text += " (printed " + printed + ")"
		}
		p.fact(p.theme.Strong, kinds[c.Kind], text)
	}
}

// printed are the protocol's own words, and of which years they are.
func (p *Page) printed(env *component.Env, text []model.Block) {
	p.Blocks(text, nil)
	p.Gap()
	p.Text(p.theme.Quiet, "As of "+env.Pack.Edition().Years+"; numbers may have changed since")
}
