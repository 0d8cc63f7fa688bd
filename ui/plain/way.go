package plain

import (
	"strings"

	"isspp/content"
	"isspp/model"
)

// step is one item on the way through the lists.
type step struct {
	list   model.List
	domain model.Domain
	item   model.Item
	// at is the item's place in its domain, from 0.
	at int
	// opens tells that the item is the first of its list.
	opens bool
}

// wayOf is every item in the order that the walkthrough asks: signs first.
func wayOf(p *content.Pack) []step {
	var out []step
	for _, l := range model.Way(p.Lists()) {
		first := true
		for _, d := range l.Domains {
			for i, it := range d.Items {
				out = append(out, step{list: l, domain: d, item: it, at: i, opens: first})
				first = false
			}
		}
	}
	return out
}

func (s step) place() model.Place {
	return model.Place{List: s.list.ID, Domain: s.domain.ID, Item: s.item}
}

// title names the section that an item stands in.
func (s step) title() string {
	if s.domain.Title == s.list.Title || s.domain.Title == "" {
		return s.list.Title
	}
	return s.list.Title + ": " + s.domain.Title
}

// sections are the places on the way at which a domain starts.
func (w *walker) sections() []int {
	var out []int
	for i, s := range w.way {
		if s.at == 0 {
			out = append(out, i)
		}
	}
	return out
}

// word is an answer as it is compared: lower case, with plain apostrophes.
func word(answer string) string {
	return strings.ReplaceAll(strings.ToLower(strings.Join(strings.Fields(answer), " ")), "’", "'")
}
