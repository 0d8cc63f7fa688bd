package cli

import (
	"fmt"
	"strings"

	"isspp/model"
	"isspp/ui/lookup"
)

// list shows the services below their tiers, two or three lines each, and the
// contacts outside the tiers before them.
func (a directoryAnswer) list(p *page) {
	a.ownLines(p)
	if a.Filter.Query != "" || !a.Filtered() {
		for _, h := range a.Head {
			p.title(h.Name)
			a.headLine(p, h)
		}
	}
	section := ""
	for _, m := range a.Services.Services {
		if next := a.sectionOf(m); next != section {
			section = next
			p.Gap()
			p.Spans("", "", emph(section))
		}
		a.line(p, m)
	}
	for _, h := range a.Bulletin {
		p.Gap()
		p.title(h.Name)
		p.Spans("  ", "  ", normal(ways(h.Contacts)))
	}
	a.footer(p)
}

// ownLines are the school's own contacts, before all that is printed.
func (a directoryAnswer) ownLines(p *page) {
	for _, o := range a.Own {
		p.title(o.Slot.Name())
		if o.Set {
			p.Spans("  ", "    ", strong("Local: "+o.Says()), normal(" ("+o.Checked+")"))
			continue
		}
		p.Spans("  ", "    ", strong(lookup.NotSet), normal(": "+o.Slot.Meaning()+". isspp local edit adds it"))
		if a.Filter.Query != "" {
			p.Spans("  ", "    ", normal("Until then: "+danger(a.Pack, a.Local, a.Filter.Now)))
		}
	}
	if len(a.Own) > 0 {
		p.Gap()
	}
}

// sectionOf names the group a service is listed in: its tier, or why it
// stands apart.
func (a directoryAnswer) sectionOf(m model.ServiceMatch) string {
	if apart := a.Section(m); apart != "" {
		return apart
	}
	switch {
	case a.Matched == model.MatchNear:
		return "Services" // guess has said how near they are
	case a.Filter.Query != "" || a.Filter.ByAge:
		return a.Heading(a.Pack.Whose())
	}
	return a.tierTitle(m.Tier)
}

func (a directoryAnswer) tierTitle(number int) string {
	for _, t := range a.Pack.Directory().Tiers {
		if t.Number == number {
			return fmt.Sprintf("%d. %s", number, strings.TrimSpace(strings.TrimPrefix(t.Title,
				fmt.Sprintf("%d.", number))))
		}
	}
	return ""
}

// line shows a service in a list.
func (a directoryAnswer) line(p *page, m model.ServiceMatch) {
	heading := []model.Span{strong(m.Name)}
	if m.For != "" {
		heading = append(heading, normal(" · for "+m.For))
	}
	if said := m.Remark(); said != "" {
		heading = append(heading, strong(" · "+said))
	}
	if m.Ages.Printed && !m.Differs {
		heading = append(heading, normal(" · ages "+m.Ages.InFull()))
	}
	if m.Open != model.OpenNotStated && !m.Over {
		heading = append(heading, normal(" · open now: "+a.withCaution(string(m.Open))))
	}
	if m.Over {
		heading = append(heading, normal(" · ended: "+m.EndedWords()))
	}
	p.Spans("  ", "    ", heading...)
	if e, ok := a.Local.Service(m.Service); ok {
		a.localLine(p, "    ", e)
	}
	p.Spans("    ", "    ", normal(a.reach(m.Service)))
}

// headLine shows a contact outside the tiers in a list, below its name.
func (a directoryAnswer) headLine(p *page, h model.HeadContact) {
	if e, ok := lookup.Head(a.Local, h); ok {
		a.localLine(p, "  ", e)
	}
	p.Spans("  ", "  ", normal(ways(h.Contacts)))
}

// localLine is what the school knows, in a list, before the printed contacts.
func (a directoryAnswer) localLine(p *page, indent string, e model.LocalEntry) {
	p.Spans(indent, indent+"  ", strong("Local: "+e.Answer()),
		normal(" ("+a.Local.CheckedWords(e, a.Filter.Now)+"); printed:"))
}

// reach is a service's contacts, or whom to ask where none is printed.
func (a directoryAnswer) reach(s model.Service) string {
	if len(s.Contacts) == 0 {
		return "no contact printed: ask " + askInstead(a.Pack.Contacts())
	}
	return ways(s.Contacts)
}

// ways joins contacts as they are shown.
func ways(contacts []model.Contact) string {
	return strings.Join(named(contacts, func(c model.Contact) string { return c.Value }), " · ")
}

// one shows a single entry with everything that is printed of it.
func (a directoryAnswer) one(p *page) {
	for _, h := range append(a.Head, a.Bulletin...) {
		p.title(h.Name)
		var own []model.LocalEntry
		if e, ok := lookup.Head(a.Local, h); ok {
			own = append(own, e)
			p.Local(schoolsOwn(a.Local, a.Filter.Now), e)
		}
		p.labelled("Contact", strong(ways(h.Contacts)))
		a.body(p, h.Text, own, "contacts/"+h.ID)
	}
	for _, m := range a.Services.Services {
		p.title(m.Name)
		if m.Within != "" && m.Within != m.Name {
			p.labelled("Within", normal(m.Within))
		}
		var own []model.LocalEntry
		if e, ok := a.Local.Service(m.Service); ok {
			own = append(own, e)
			p.Local(schoolsOwn(a.Local, a.Filter.Now), e)
		}
		p.labelled("Tier", normal(a.tierTitle(m.Tier)))
		if m.For != "" {
			p.labelled("For", normal(m.For))
		}
		p.labelled("Ages", normal(m.Ages.InFull()))
		if said := m.Remark(); said != "" {
			p.labelled("Your age", strong(said))
		}
		p.labelled("Contact", strong(a.reach(m.Service)))
		p.labelled("Open now", normal(a.openInWords(m)))
		if len(m.Topics) > 0 {
			p.labelled("Topics", normal(strings.Join(m.Topics, ", ")+" ("+a.Pack.Whose()+" tags)"))
		}
		a.body(p, m.Text, own, m.ID)
	}
	a.footer(p)
}

// body shows an entry's printed text and the notes on it.
func (a directoryAnswer) body(p *page, text []model.Block, own []model.LocalEntry, id string) {
	p.Gap()
	p.Blocks(text, nil)
	p.Gap()
	p.notes(lookup.Notes(a.Pack, a.Local, own, id))
}

// withCaution adds to an answer by printed hours why they may not hold today.
func (a directoryAnswer) withCaution(open string) string {
	return lookup.WithCaution(open, a.Local.HoursCaution(a.Filter.Now))
}

// openInWords is the answer with the printed hours it rests on.
func (a directoryAnswer) openInWords(m model.ServiceMatch) string {
	if m.Over {
		return "no: it has ended, " + m.EndedWords()
	}
	if len(m.Hours) == 0 {
		return "not stated: the protocol prints no hours"
	}
	return a.withCaution(string(m.Open) + ": " + strings.Join(named(m.Hours, model.OpenHours.String), "; "))
}

// footer says of when the answer is, and where to turn in danger.
func (a directoryAnswer) footer(p *page) {
	p.Gap()
	if a.Filter.ByAge && len(a.Services.Services) > 1 {
		p.text(normal(a.Ordered))
	}
	p.text(normal("Printed in the protocol of " + a.Pack.Edition().Years + ": check a number before you rely on it."))
	p.text(strong("In danger: " + danger(a.Pack, a.Local, a.Filter.Now)))
}
