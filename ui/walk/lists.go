package walk

import (
	"slices"
	"strings"

	"isspp/content"
	"isspp/model"
)

// Section is one domain of one list.
type Section struct {
	List   model.List
	Domain model.Domain
	// First tells that the section opens its list.
	First bool
}

// Title names the section behind its list.
func (s Section) Title() string { return s.List.SectionTitle(s.Domain) }

// Step is one item on the way through the lists, and its place in its section.
type Step struct {
	*Section
	Item model.Item
	At   int
}

// Place is where the item stands, as a record keeps it.
func (s Step) Place() model.Place {
	return model.Place{List: s.List.ID, Domain: s.Domain.ID, Item: s.Item}
}

// Lists are the protocol's lists in the order in which they are walked: signs first.
type Lists struct {
	Sections []Section
	Steps    []Step
	topics   model.Vocabulary
}

// ListsOf are a pack's.
func ListsOf(p *content.Pack) *Lists {
	l := &Lists{topics: p.Vocabulary()}
	for _, list := range model.WalkOrder(p.Lists()) {
		for i, d := range list.Domains {
			l.Sections = append(l.Sections, Section{List: list, Domain: d, First: i == 0})
		}
	}
	for i := range l.Sections {
		for j, it := range l.Sections[i].Domain.Items {
			l.Steps = append(l.Steps, Step{Section: &l.Sections[i], Item: it, At: j})
		}
	}
	return l
}

// Step is the place of an item on the way, or -1.
func (l *Lists) Step(item string) int {
	return slices.IndexFunc(l.Steps, func(s Step) bool { return s.Item.ID == item })
}

// Search are the items that hold all of some words, as far as they are typed; where
// there are none, those that hold a word of the same topic, since nobody who types
// "knife" cares that the protocol says "weapon"; and else those that are spelt
// nearly so, which near says.
func (l *Lists) Search(words string) (found []Step, near bool) {
	typed := strings.Fields(model.Fold(words))
	if len(typed) == 0 {
		return nil, false
	}
	holds := func(s Step, word string) bool { return strings.Contains(" "+model.Fold(s.Item.Text), " "+word) }
	keep := func(fits func(Step) bool) {
		for _, s := range l.Steps {
			if fits(s) {
				found = append(found, s)
			}
		}
	}
	keep(func(s Step) bool {
		return !slices.ContainsFunc(typed, func(word string) bool { return !holds(s, word) })
	})
	if len(found) == 0 {
		var same []string
		for _, t := range l.topics.Means(strings.Join(typed, " ")) {
			for _, word := range append([]string{t.Name}, t.Words...) {
				same = append(same, model.Fold(word))
			}
		}
		keep(func(s Step) bool {
			return slices.ContainsFunc(same, func(word string) bool { return holds(s, word) })
		})
	}
	if len(found) > 0 {
		return found, false
	}
	found, fit := model.Rank(words, l.Steps, func(s Step) []string { return []string{s.Item.Text} })
	return found, len(found) > 0 && fit >= model.FitNear
}
