package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

type directoryAnswer struct{ lookup.Services }

func newDirectory(s *Session) *cobra.Command {
	var age, topic string
	var open bool
	cmd := &cobra.Command{
		Use:   "directory [QUERY]",
		Short: "Services and contacts, by name, age, topic and opening hours",
		Long: "The directory of support. QUERY is part of a name, a word or a number.\n" +
			"With --age, services that print no ages are kept and marked, since nobody can\n" +
			"say that they don't take the child. A service that has ended is listed last.",
		Example: "  isspp directory " + openService + "\n  isspp directory --age 13 --topic gangs\n  isspp directory " +
			"--open --json",
	}
	s.jsonFlag(cmd)
	cmd.Flags().StringVar(&age, "age", "", "services for a child of `AGE` years")
	cmd.Flags().StringVar(&topic, "topic", "", "services about `TOPIC`, a word of the pack's own such as gangs")
	cmd.Flags().BoolVar(&open, "open", false, "services open now by their printed hours")
	completeFlag(cmd, "topic", func() []string { return topicNames(s.loaded().Pack) })
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f := model.ServiceFilter{Query: query(args), Open: open, Now: s.Now()}
		if age != "" {
			var err error
			f.ByAge = true
			if f.Age, err = strconv.Atoi(strings.TrimSpace(age)); err != nil || f.Age < 0 || f.Age > 120 {
				return Usagef("--age: %q is not an age in whole years, such as 13", model.CleanLine(age))
			}
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		if f.Topic, err = readTopic(pack, topic); err != nil {
			return err
		}
		a := directoryAnswer{lookup.Directory(pack, s.Local(), f)}
		return s.found(!a.Empty(), a.nothing, func() any { return a.json() }, func(p *page) {
			switch {
			case a.Matched == model.MatchNear && a.Filtered():
				p.text(normal("No service " + a.asked() + ". Near misses:"))
				p.Gap()
			case a.Matched == model.MatchNear:
				p.text(normal("No exact match for “" + f.Query + "”. Closest:"))
				p.Gap()
			}
			if len(a.Head)+len(a.Bulletin)+len(a.Services.Services) == 1 && (len(a.Own) == 0 || f.Query == "") {
				a.one(p)
			} else {
				a.list(p)
			}
		})
	}
	return cmd
}

func readTopic(pack *content.Pack, text string) (string, error) {
	if text == "" {
		return "", nil
	}
	for _, t := range pack.Topics() {
		if slices.ContainsFunc(append([]string{t.ID, t.Name}, t.Words...),
			func(word string) bool { return model.Fold(word) == model.Fold(text) }) {
			return t.Name, nil
		}
	}
	return "", OneOf("topic", text, topicNames(pack))
}

func topicNames(pack *content.Pack) []string {
	return named(pack.Topics(), func(t model.Topic) string { return t.Name })
}

func (a directoryAnswer) nothing() string {
	return "no service in the directory " + a.asked() + ". Ask " + lookup.AskInstead(a.Pack) +
		". All of them: isspp directory"
}

// asked is what was asked for, as what a service does.
func (a directoryAnswer) asked() string {
	var asked []string
	if a.Filter.Query != "" {
		asked = append(asked, "fits “"+a.Filter.Query+"”")
	}
	if a.Filter.ByAge {
		asked = append(asked, fmt.Sprintf("takes the age of %d", a.Filter.Age))
	}
	if a.Filter.Topic != "" {
		asked = append(asked, "is tagged “"+a.Filter.Topic+"”")
	}
	if a.Filter.Open {
		asked = append(asked, "is open now by its printed hours")
	}
	return strings.Join(asked, " and ")
}

// list shows the services below their tiers, two or three lines each, and the
// contacts outside the tiers before them.
func (a directoryAnswer) list(p *page) {
	a.ownLines(p)
	head := func(h model.HeadContact, own bool) {
		p.title(h.Name)
		if e, ok := lookup.Head(a.Local, h); ok && own {
			a.localLine(p, "  ", e)
		}
		p.Spans("  ", "  ", normal(ways(h.Contacts)))
	}
	if a.Filter.Query != "" || !a.Filtered() {
		for _, h := range a.Head {
			head(h, true)
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
		head(h, false)
	}
	p.Gap()
	if a.Filter.ByAge && len(a.Services.Services) > 1 {
		p.text(normal(a.Ordered))
	}
	p.text(normal("Printed in the protocol of " + a.Pack.Edition().Years + ": check a number before you rely on it."))
	p.text(strong("In danger: " + danger(a.Pack, a.Local, a.Filter.Now)))
}

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
		return "Services" // the answer's first line has said how near they are
	case a.Filter.Query != "" || a.Filter.ByAge:
		return a.Heading(a.Pack.Whose())
	}
	return document.TierTitle(a.Pack.Directory(), m.Tier)
}

func (a directoryAnswer) line(p *page, m model.ServiceMatch) {
	heading := []model.Span{strong(m.Name)}
	add := func(applies bool, span model.Span) {
		if span.Text = " · " + span.Text; applies {
			heading = append(heading, span)
		}
	}
	add(m.For != "", normal("for "+m.For))
	add(m.Remark() != "", strong(m.Remark()))
	add(m.Ages.Printed && !m.Differs, normal("ages "+m.Ages.InFull()))
	open := lookup.WithCaution(string(m.Open), a.Local.HoursCaution(a.Filter.Now))
	add(m.Open != model.OpenNotStated && !m.Over, normal("open now: "+open))
	add(m.Over, normal("ended: "+m.EndedWords()))
	p.Spans("  ", "    ", heading...)
	if e, ok := a.Local.Service(m.Service); ok {
		a.localLine(p, "    ", e)
	}
	p.Spans("    ", "    ", normal(a.reach(m.Service)))
}

// localLine is what the school knows, in a list, before the printed contacts.
func (a directoryAnswer) localLine(p *page, indent string, e model.LocalEntry) {
	p.Spans(indent, indent+"  ", strong("Local: "+e.Answer()),
		normal(" ("+a.Local.CheckedWords(e, a.Filter.Now)+"); printed:"))
}

func (a directoryAnswer) reach(s model.Service) string {
	if len(s.Contacts) == 0 {
		return lookup.NoContact(a.Pack)
	}
	return ways(s.Contacts)
}

func ways(contacts []model.Contact) string {
	return strings.Join(named(contacts, func(c model.Contact) string { return c.Value }), " · ")
}

func (a directoryAnswer) one(p *page) {
	env := schoolsOwn(a.Pack, a.Local, a.Filter.Now)
	for _, h := range slices.Concat(a.Head, a.Bulletin) {
		p.title(h.Name)
		p.HeadContact(env, h)
	}
	for _, m := range a.Services.Services {
		p.title(m.Name)
		p.Service(env, m)
	}
	p.Gap()
	p.text(strong("In danger: " + danger(a.Pack, a.Local, a.Filter.Now)))
}
