package checklist

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// jumpTo offers every section with how much of it was considered.
func (k *walk) jumpTo() tea.Cmd {
	rows := make([]string, len(k.sections))
	for i, s := range k.sections {
		rows[i] = fmt.Sprintf("%18s  %s (%s)", k.v.live.Progress(s.domain), s.domain.Title, s.list.Title)
	}
	c := k.v.choose("To which section?", rows, func(i int) tea.Cmd {
		k.endFind()
		k.enter(i)
		return k.moved()
	})
	c.chooser.Select(k.section)
	return nil
}

// filter opens the search over the items of all sections.
func (k *walk) filter() {
	if k.find == nil {
		k.find = kit.NewField("Find an item: ", "words of a sign or factor")
	}
	k.find.Focus()
	k.search()
}

func (k *walk) nothing() string { return "" }

// search shows the items, of whichever section, that hold all of the words; and
// where none does, those that hold a word of the same topic: nobody who types
// "knife" cares that the protocol says "weapon".
func (k *walk) search() {
	k.found = section{domain: model.Domain{Title: "Found in all sections"}}
	words := strings.Fields(model.Fold(k.find.Value()))
	k.gather(func(text string) bool {
		for _, word := range words {
			if !strings.Contains(text, " "+word) {
				return false
			}
		}
		return len(words) > 0
	})
	if len(k.found.domain.Items) == 0 && len(words) > 0 {
		near := k.sameTopic(strings.Join(words, " "))
		k.gather(func(text string) bool {
			return slices.ContainsFunc(near, func(word string) bool { return strings.Contains(text, " "+word) })
		})
	}
	k.refresh()
	k.list.Select(0)
}

// gather puts the items whose folded text fits among what is found.
func (k *walk) gather(fits func(text string) bool) {
	for _, s := range k.sections {
		for _, it := range s.domain.Items {
			if fits(" " + model.Fold(it.Text)) {
				k.found.domain.Items = append(k.found.domain.Items, it)
			}
		}
	}
}

// sameTopic are the words of the topics that the query is a word of, folded.
func (k *walk) sameTopic(query string) []string {
	var words []string
	for _, t := range k.v.env.Pack.Vocabulary().Means(query) {
		words = append(words, model.Fold(t.Name))
		for _, w := range t.Words {
			words = append(words, model.Fold(w))
		}
	}
	return words
}

// endFind closes the search and stands at the item that was selected in it.
func (k *walk) endFind() tea.Cmd {
	if k.find == nil {
		return nil
	}
	it, ok := k.item()
	k.find, k.found = nil, section{}
	if ok {
		k.goTo(it.ID)
	} else {
		k.refresh()
		k.list.Select(0)
	}
	return k.moved()
}

// here is the section that is shown: the one found, while something is searched
// for.
func (k *walk) here() section {
	if k.find != nil {
		return k.found
	}
	return k.sections[k.section]
}

// findKey takes a key into the search's field.
func (k *walk) findKey(key tea.KeyPressMsg) (tea.Cmd, bool) {
	switch key.String() {
	case "esc":
		return k.endFind(), true
	case "enter", "down", "tab":
		k.find.Blur()
		k.redraw()
		return k.moved(), true
	}
	if !kit.Writes(key) {
		return nil, false
	}
	if k.find.Type(key) {
		k.search()
	}
	k.redraw()
	return nil, true
}

// sectionOf is the section that an item stands in, also while it is one of those
// that a search found.
func (k *walk) sectionOf(it model.Item) section {
	at := k.places[it.ID]
	for _, s := range k.sections {
		if s.domain.ID == at.Domain {
			return s
		}
	}
	return k.sections[k.section]
}
