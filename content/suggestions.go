package content

import (
	"slices"

	"isspp/model"
)

// The headings that a table of suggestions can start with.
const (
	headItem = "Sign or factor"
	headWord = "Word in the evidence"
	headStop = "Word to stop at"
)

// readSuggestions reads which topics a sign or factor, or a word in the
// evidence, speaks for: tables of ids or words, and topics. A domain's id stands
// for all of its items; an item's own row holds in place of its domain's. A third
// table has words that may mean danger now, and what to ask at once.
func readSuggestions(f *file, b body, r *reporter) []model.Suggestion {
	var list []model.Suggestion
	seen := idSet{}
	tables := 0
	for _, table := range b.blocks {
		if table.Kind != model.Table {
			continue
		}
		tables++
		head := ""
		if len(table.Head) == 2 {
			head = cellText(table.Head[0])
		}
		if !contains([]string{headItem, headWord, headStop}, head) {
			r.add(table.Line, "| "+headItem+" | Topics |, | "+headWord+" | Topics | or | "+headStop+" | Ask |", "this table is not one of suggestions")
			continue
		}
		for _, row := range table.Rows {
			s := readSuggestion(head, cellText(row[0]), cellText(row[1]))
			s.Line = row[0].Line
			if at := wordRow(list, s); at >= 0 {
				list[at].Ask = s.Ask
				continue
			}
			if !seen.take(head + "\n" + cellText(row[0])) {
				r.add(s.Line, "keep one row", "%q stands here already", cellText(row[0]))
				continue
			}
			list = append(list, s)
		}
	}
	if tables == 0 {
		r.add(f.line, "| "+headItem+" | Topics |", "the suggestions have no table")
	}
	return list
}

// wordRow is the row of topics for a word that is to be stopped at too, or -1.
func wordRow(list []model.Suggestion, s model.Suggestion) int {
	return slices.IndexFunc(list, func(o model.Suggestion) bool {
		return s.Ask != "" && o.Word == s.Word && o.Ask == ""
	})
}

// readSuggestion makes a row of a table of one of the three headings.
func readSuggestion(head, first, second string) model.Suggestion {
	switch head {
	case headWord:
		return model.Suggestion{Word: first, Topics: commaList(second)}
	case headStop:
		return model.Suggestion{Word: first, Ask: second}
	}
	return model.Suggestion{About: first, Topics: commaList(second)}
}

// Suggestions say which of isspp's topics a sign or factor speaks for, in the
// order of their file. A pack may have none: then no service is suggested.
func (p *Pack) Suggestions() []model.Suggestion {
	return readFirst(p, &p.suggestions, "suggestions", readSuggestions)
}

// checkSuggestions reports rows about what no list has, and unknown topics.
func (p *Pack) checkSuggestions() []Mistake {
	f := p.shelf.first("suggestions")
	if f == nil {
		return nil
	}
	var ids, topics []string
	for _, l := range p.Lists() {
		for _, d := range l.Domains {
			ids = append(ids, d.ID)
			for _, item := range d.Items {
				ids = append(ids, item.ID)
			}
		}
	}
	for _, t := range p.Topics() {
		topics = append(topics, t.Name)
	}
	r := &reporter{file: f.name}
	for _, s := range p.Suggestions() {
		if s.Word == "" && !contains(ids, s.About) {
			r.word(s.Line, s.About, ids, "the id of a domain or an item", "no list has %q", s.About)
		}
		for _, topic := range s.Topics {
			if !contains(topics, topic) {
				r.word(s.Line, topic, topics, "add it to the topics, or use one of them", "%q is not a topic", topic)
			}
		}
	}
	return r.list
}
