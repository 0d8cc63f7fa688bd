package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/lookup"
)

// directoryAnswer is what a look-up in the directory found.
type directoryAnswer struct {
	pack     *content.Pack
	local    *model.Local
	edition  model.Edition
	filter   model.ServiceFilter
	tiers    []model.Tier
	head     []model.HeadContact
	bulletin []model.HeadContact
	services []model.ServiceMatch
	// own are the school's own contacts that the query names.
	own []lookup.Own
	fit model.Fit
}

// newDirectory makes "isspp directory".
func newDirectory(s *Session) *cobra.Command {
	var age, topic string
	var open bool
	cmd := &cobra.Command{
		Use:   "directory [QUERY]",
		Short: "Services and contacts, by name, age, topic and opening hours",
		Long: "The directory of support. QUERY is part of a name, a word or a number.\n" +
			"With --age, services that print no ages are kept and marked, since nobody can\n" +
			"say that they don't take the child. A service that has ended is listed last.",
		Example: "  isspp directory " + openService + "\n  isspp directory --age 13 --topic gangs\n  isspp directory --open --json",
	}
	asJSON := jsonFlag(cmd)
	cmd.Flags().StringVar(&age, "age", "", "services for a child of `AGE` years")
	cmd.Flags().StringVar(&topic, "topic", "", "services about `TOPIC` (isspp's own tags)")
	cmd.Flags().BoolVar(&open, "open", false, "services whose printed hours say that they answer now")
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return topicNames(s.loaded().Pack), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	_ = cmd.RegisterFlagCompletionFunc("topic", complete) // fails only for a flag that isn't there
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f := model.ServiceFilter{Query: query(args), Open: open, Now: s.Now()}
		if err := readAge(age, &f); err != nil {
			return err
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		if err := readTopic(pack, topic, &f); err != nil {
			return err
		}
		return s.answerDirectory(lookUpDirectory(pack, s.Local(), f), *asJSON)
	}
	return cmd
}

// readAge reads --age, whole years from 0 to 120.
func readAge(text string, f *model.ServiceFilter) error {
	if text == "" {
		return nil
	}
	age, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || age < 0 || age > 120 {
		return Usagef("--age: %q is not an age in whole years, such as 13", model.CleanLine(text))
	}
	f.ByAge, f.Age = true, age
	return nil
}

// readTopic finds a topic by its id, its name or one of the words for it.
func readTopic(pack *content.Pack, text string, f *model.ServiceFilter) error {
	if text == "" {
		return nil
	}
	wanted := model.Fold(text)
	for _, t := range pack.Topics() {
		for _, word := range append([]string{t.ID, t.Name}, t.Words...) {
			if model.Fold(word) == wanted {
				f.Topic = t.Name
				return nil
			}
		}
	}
	return oneOf("topic", text, topicNames(pack))
}

func topicNames(pack *content.Pack) []string {
	var names []string
	for _, t := range pack.Topics() {
		names = append(names, t.Name)
	}
	return names
}

// lookUpDirectory picks services, and the contacts outside the tiers that a
// query fits. Without a query the contacts at the head always answer; the
// bulletin only where nothing is filtered.
func lookUpDirectory(pack *content.Pack, local *model.Local, f model.ServiceFilter) directoryAnswer {
	d := pack.Directory()
	a := directoryAnswer{pack: pack, local: local, edition: pack.Edition(), filter: f, tiers: d.Tiers}
	a.services, a.fit = d.Pick(f)
	a.closedLast()
	outside := func(list []model.HeadContact) []model.HeadContact {
		found, fit := model.Rank(f.Query, list, headTexts)
		if fit >= model.FitNear && len(a.services) > 0 {
			return nil
		}
		if f.Query != "" && len(found) > 0 {
			if fit < model.FitNear && a.fit >= model.FitNear {
				a.services = nil
			}
			a.fit = min(a.fit, fit)
		}
		return found
	}
	a.findOwn()
	a.head = outside(d.Head)
	if d.Bulletin.Name != "" && !a.filtered() {
		a.bulletin = outside([]model.HeadContact{d.Bulletin})
	}
	return a
}

// findOwn finds the school's own contacts. Where the query is the name of one,
// what only mentions its words isn't meant.
func (a *directoryAnswer) findOwn() {
	if a.filtered() {
		return
	}
	own, fit := lookup.FindOwns(a.local, a.filter.Now, a.filter.Query)
	a.own = own
	if a.filter.Query == "" || len(own) == 0 {
		return
	}
	if fit == model.FitWhole && a.fit > model.FitWhole || a.fit >= model.FitNear {
		a.services = nil
	}
	a.fit = min(a.fit, fit)
}

// closedLast puts what the school knows to be closed below all others.
func (a *directoryAnswer) closedLast() {
	if a.filter.Open {
		a.services = slices.DeleteFunc(a.services, a.closed)
	}
	slices.SortStableFunc(a.services, func(x, y model.ServiceMatch) int {
		switch cx, cy := a.closed(x), a.closed(y); {
		case cx == cy:
			return 0
		case cx:
			return 1
		}
		return -1
	})
}

// closed tells that the school knows the service to be no more.
func (a directoryAnswer) closed(m model.ServiceMatch) bool {
	e, ok := a.local.Service(m.Service)
	return ok && e.Closed
}

// headTexts is everything printed of a contact outside the tiers.
func headTexts(h model.HeadContact) []string {
	texts := []string{h.Name, h.Short, h.ID}
	for _, c := range h.Contacts {
		texts = append(texts, c.Value, c.Printed)
	}
	return append(texts, model.BlockTexts(h.Text)...)
}

// answerDirectory shows what was found; nothing found is status 1.
func (s *Session) answerDirectory(a directoryAnswer, asJSON bool) error {
	none := len(a.services) == 0 && (a.filter.Query == "" || len(a.head)+len(a.bulletin)+len(a.own) == 0)
	if asJSON {
		if err := s.showJSON(a.json()); err != nil {
			return err
		}
	}
	if none {
		return Failf("%s", a.nothing())
	}
	if asJSON {
		return nil
	}
	p := s.page()
	if a.filter.Query != "" && a.fit >= model.FitNear {
		p.text(run{"Nothing is called “" + a.filter.Query + "”. The nearest spelling:", normal})
		p.gap()
	}
	if len(a.head)+len(a.bulletin)+len(a.services) == 1 && (len(a.own) == 0 || a.filter.Query == "") {
		a.one(p)
	} else {
		a.list(p)
	}
	return s.show(p)
}

// nothing says what was asked for and whom to ask instead.
func (a directoryAnswer) nothing() string {
	var asked []string
	if a.filter.Query != "" {
		asked = append(asked, "fits “"+a.filter.Query+"”")
	}
	if a.filter.ByAge {
		asked = append(asked, fmt.Sprintf("takes the age of %d", a.filter.Age))
	}
	if a.filter.Topic != "" {
		asked = append(asked, "is tagged “"+a.filter.Topic+"”")
	}
	if a.filter.Open {
		asked = append(asked, "prints hours that say it answers now")
	}
	return "no service of the directory " + strings.Join(asked, " and ") + ". Ask " + askInstead(a.pack.Contacts()) +
		". All of them: isspp directory"
}

// askInstead names the lines that the pack says know more than is printed.
func askInstead(contacts []model.HeadContact) string {
	var ways []string
	for _, c := range contacts {
		if !c.Ask {
			continue
		}
		if phone, ok := c.Phone(); ok {
			ways = append(ways, c.Name+" "+phone.Value)
		}
	}
	return strings.Join(ways, " or ")
}
