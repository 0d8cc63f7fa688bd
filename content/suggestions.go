package content

import "isspp/model"

// The two headings that a table of suggestions can start with.
const (
	headItem = "Sign or factor"
	headWord = "Word in the evidence"
)

// readSuggestions reads which topics a sign or factor, or a word in the
// evidence, speaks for: tables of ids or words, and topics. A domain's id stands
// for all of its items; an item's own row holds in place of its domain's.
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
		if head != headItem && head != headWord {
			r.add(table.Line, "| "+headItem+" | Topics | or | "+headWord+" | Topics |", "this table is not one of suggestions")
			continue
		}
		for _, row := range table.Rows {
			s := model.Suggestion{Topics: commaList(cellText(row[1])), Line: row[0].Line}
			if s.About = cellText(row[0]); head == headWord {
				s.About, s.Word = "", s.About
			}
			if !seen.take(s.About + "\n" + s.Word) {
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
