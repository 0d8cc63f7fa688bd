package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// factorsJSON is the answer of "isspp factors --json".
type factorsJSON struct {
	fact
	Lists []listJSON `json:"lists"`
}

// listJSON is one of the protocol's tables of items.
type listJSON struct {
	fact
	ID      string       `json:"id"`
	Title   string       `json:"title"`
	Intro   []string     `json:"intro"`
	Domains []domainJSON `json:"domains"`
	Notes   []noteJSON   `json:"notes"`
}

type domainJSON struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Guidance []string   `json:"guidance"`
	Items    []itemJSON `json:"items"`
	Notes    []noteJSON `json:"notes"`
}

type itemJSON struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	// ReadOnly items are about groups, and never answered for one child.
	ReadOnly bool       `json:"read_only,omitempty"`
	Notes    []noteJSON `json:"notes,omitempty"`
}

// newFactors makes "isspp factors".
func newFactors(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "factors [risk|girls|signs|protective]",
		Short: "The risk factors, signs and protective factors, by domain",
		Long: "The protocol's tables, in its own words. They are prompts for thinking about a\n" +
			"child, not a score: one sign can be enough, and an empty list is no reassurance.",
		Example: "  isspp factors signs\n  isspp factors protective --json",
	}
	asJSON := jsonFlag(cmd)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return listIDs(s.loaded().Pack), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		lists, err := chooseLists(pack, args)
		if err != nil {
			return err
		}
		if *asJSON {
			return s.showJSON(factorsAsJSON(pack, lists))
		}
		p := s.page()
		for _, list := range lists {
			p.list(pack, list)
		}
		p.Gap()
		p.text(strong("From the protocol of " + pack.Edition().Years + ". In danger: " + danger(pack, s.Local(), s.Now())))
		return s.show(p)
	}
	return cmd
}

func listIDs(pack *content.Pack) []string {
	var ids []string
	for _, l := range pack.Lists() {
		ids = append(ids, l.ID)
	}
	return ids
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
			return nil, oneOf("table", arg, listIDs(pack))
		}
		lists = append(lists, list)
	}
	return lists, nil
}

// list shows a table of items by domain.
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
		for _, n := range pack.NotesAbout(d.ID) {
			p.note(n)
		}
	}
	p.Gap()
	for _, n := range pack.NotesAbout(list.ID) {
		p.note(n)
	}
}

// factorsAsJSON gives the lists with every item and note.
func factorsAsJSON(pack *content.Pack, lists []model.List) factorsJSON {
	f := protocolFact(pack.Edition())
	out := factorsJSON{fact: f, Lists: []listJSON{}}
	for _, l := range lists {
		list := listJSON{
			fact: f, ID: l.ID, Title: l.Title, Intro: texts(l.Intro), Domains: []domainJSON{},
			Notes: notesJSON(pack.NotesAbout(l.ID)),
		}
		for _, d := range l.Domains {
			domain := domainJSON{
				ID: d.ID, Title: d.Title, Guidance: texts(d.Guidance), Items: []itemJSON{}, Notes: notesJSON(pack.NotesAbout(d.ID)),
			}
			for _, item := range d.Items {
				entry := itemJSON{ID: item.ID, Text: item.Text, ReadOnly: item.ReadOnly}
				if notes := pack.NotesAbout(item.ID); len(notes) > 0 {
					entry.Notes = notesJSON(notes)
				}
				domain.Items = append(domain.Items, entry)
			}
			list.Domains = append(list.Domains, domain)
		}
		out.Lists = append(out.Lists, list)
	}
	return out
}
