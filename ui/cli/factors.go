package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

type list struct {
	fact
	model.List
	Domains []domain `json:"domains"`
	Notes   []note   `json:"notes"`
}

type domain struct {
	model.Domain
	Items []item `json:"items"`
	Notes []note `json:"notes"`
}

type item struct {
	model.Item
	Notes []note `json:"notes,omitempty"`
}

func newFactors(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "factors [risk|girls|signs|protective]",
		Short: "The risk factors, signs and protective factors, by domain",
		Long: "The protocol's tables, in its own words. They are prompts for thinking about a\n" +
			"child, not a score: one sign can be enough, and an empty list is no reassurance.",
		Example: "  isspp factors signs\n  isspp factors protective --json",
	}
	s.jsonFlag(cmd)
	cmd.ValidArgsFunction = completed(func() []string { return listIDs(s.loaded().Pack) })
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		lists, err := chooseLists(pack, args)
		if err != nil {
			return err
		}
		return s.answer(func() any {
			f := factsOf(pack, nil, s.Now(), s.Now())
			return struct {
				fact
				Lists []list `json:"lists"`
			}{f.fact, named(lists, f.list)}
		}, func(p *page) {
			for _, l := range lists {
				p.list(pack, l)
			}
			p.Gap()
			p.text(strong("From the protocol of " + pack.Edition().Years + ". In danger: " +
				danger(pack, s.Local(), s.Now())))
		})
	}
	return cmd
}

func listIDs(pack *content.Pack) []string {
	return named(pack.Lists(), func(l model.List) string { return l.ID })
}

// chooseLists is the lists with the named ids, or all of them. "Preventative"
// is the protective factors, as the protocol's own heading has it.
func chooseLists(pack *content.Pack, args []string) ([]model.List, error) {
	if len(args) == 0 {
		return pack.Lists(), nil
	}
	var lists []model.List
	for _, arg := range args {
		id := model.Fold(arg)
		if strings.HasPrefix(id, "prevent") {
			id = "protective"
		}
		list, ok := pack.List(id)
		if !ok {
			return nil, OneOf("table", arg, listIDs(pack))
		}
		lists = append(lists, list)
	}
	return lists, nil
}

func (p *page) list(pack *content.Pack, list model.List) {
	p.Gap()
	p.title(list.Title)
	p.Gap()
	p.Blocks(list.Intro, nil)
	for _, d := range list.Domains {
		p.Gap()
		p.title(d.Title)
		p.Blocks(d.Guidance, nil)
		for _, item := range d.Items {
			p.Spans("  • ", "    ", normal(item.Text))
		}
		p.notes(pack.NotesAbout(d.ID))
	}
	p.Gap()
	p.notes(pack.NotesAbout(list.ID))
}

func (f facts) list(l model.List) list {
	return list{f.fact, l, named(l.Domains, func(d model.Domain) domain {
		return domain{d, named(d.Items, func(i model.Item) item { return item{i, f.notes(i.ID)} }), f.notes(d.ID)}
	}), f.notes(l.ID)}
}
