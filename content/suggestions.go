package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// What the first column of a table of suggestions is called.
const (
	headItem = "Sign or factor"
	headWord = "Word in the evidence"
	headStop = "Word to stop at"
)

// The other columns, in any order; each may be left out.
const (
	headTopics = "Topics"
	headFirst  = "First"
	headAsk    = "Ask"
)

// forAdvice stands behind the contacts of a row that are only asked for advice.
const forAdvice = " for advice"

// suggestionTables says how the tables of suggestions start.
const suggestionTables = "| " + headItem + " | Topics |, | " + headWord + " | Topics | or | " + headStop + " | Ask |"

// readSuggestions reads what a sign or factor, or a word in the evidence, speaks
// for. A domain's id stands for all of its items; an item's own row holds in
// place of its domain's. A row of words may have several forms, parted by
// commas; each becomes a suggestion. A third table has words that may mean
// danger now, and what to ask at once.
func readSuggestions(f *file, b body, r *reporter) []model.Suggestion {
	var list []model.Suggestion
	seen := idSet{}
	tables := 0
	for _, table := range b.blocks {
		if table.Kind != model.Table {
			continue
		}
		tables++
		if isAsking(table) {
			continue
		}
		head := suggestionHead(table)
		if head == nil {
			r.add(table.Line, suggestionTables, "this table is not one of suggestions")
			continue
		}
		for _, row := range table.Rows {
			for _, s := range readSuggestion(head, row, r) {
				if at := wordRow(list, s); at >= 0 {
					list[at].Ask, list[at].First = s.Ask, s.First
					continue
				}
				if !seen.take(head[0] + "\n" + s.About + s.Word) {
					r.add(s.Line, "keep one row", "%q is here already", s.About+s.Word)
					continue
				}
				list = append(list, s)
			}
		}
	}
	if tables == 0 {
		r.add(f.line, "| "+headItem+" | Topics |", "the suggestions have no table")
	}
	return list
}

// What the columns of the table of questions to colleagues are called.
const (
	headUnknown    = "Not known in"
	headColleagues = "Ask colleagues"
)

func isAsking(table model.Block) bool {
	return len(table.Head) == 2 && cellText(table.Head[0]) == headUnknown && cellText(table.Head[1]) == headColleagues
}

// readAskings reads what to ask colleagues about each domain.
func readAskings(_ *file, b body, _ *reporter) []model.Asking {
	var list []model.Asking
	for _, table := range b.blocks {
		if table.Kind != model.Table || !isAsking(table) {
			continue
		}
		for _, row := range table.Rows {
			list = append(list, model.Asking{Domain: cellText(row[0]), Ask: cellText(row[1]), Line: row[0].Line})
		}
	}
	return list
}

// Askings are what to ask colleagues about what isn't known, by domain. A pack
// may have none: then the items alone are listed.
func (p *Pack) Askings() []model.Asking { return readFirst(p, &p.askings, "suggestions", readAskings) }

// suggestionHead is what the columns of a table of suggestions are called, or
// nil where it isn't one.
func suggestionHead(table model.Block) []string {
	var head []string
	for i, cell := range table.Head {
		known := []string{headTopics, headFirst, headAsk}
		if i == 0 {
			known = []string{headItem, headWord, headStop}
		}
		name := cellText(cell)
		if !slices.Contains(known, name) {
			return nil
		}
		head = append(head, name)
	}
	if len(head) < 2 {
		return nil
	}
	return head
}

// wordRow is the row of topics for a word that is to be stopped at too, or -1.
func wordRow(list []model.Suggestion, s model.Suggestion) int {
	return slices.IndexFunc(list, func(o model.Suggestion) bool {
		return s.Ask != "" && o.Word == s.Word && o.Ask == ""
	})
}

// readSuggestion makes the suggestions of a row: one of an item, or one of each
// form of a word.
func readSuggestion(head []string, row []model.Cell, r *reporter) []model.Suggestion {
	s := model.Suggestion{Line: row[0].Line}
	for i, name := range head {
		text := cellText(row[i])
		switch name {
		case headItem:
			s.About = text
		case headTopics:
			s.Topics = commaList(text)
		case headFirst:
			text, s.Advice = strings.CutSuffix(text, forAdvice)
			s.First = commaList(text)
		case headAsk:
			s.Ask = text
		}
	}
	if head[0] == headItem {
		return []model.Suggestion{s}
	}
	var forms []model.Suggestion
	for _, word := range commaList(cellText(row[0])) {
		s.Word = word
		forms = append(forms, s)
	}
	if len(forms) == 0 {
		r.add(s.Line, "a word, or several separated by commas", "the row has no word")
	}
	return forms
}

// Suggestions say which of isspp's topics a sign or factor speaks for, in the
// order of their file. A pack may have none: then no service is suggested.
func (p *Pack) Suggestions() []model.Suggestion {
	return readFirst(p, &p.suggestions, "suggestions", readSuggestions)
}

// checkSuggestions reports rows about what no list has, and unknown topics and
// contacts.
func (p *Pack) checkSuggestions() []Mistake {
	f := p.shelf.first("suggestions")
	if f == nil {
		return nil
	}
	var ids, contacts []string
	for _, l := range p.Lists() {
		for _, d := range l.Domains {
			ids = append(ids, d.ID)
			for _, item := range d.Items {
				ids = append(ids, item.ID)
			}
		}
	}
	for _, c := range p.Contacts() {
		contacts = append(contacts, c.ID)
	}
	r, topics := &reporter{file: f.name}, p.topicNames()
	for _, a := range p.Askings() {
		r.oneOf(a.Line, a.Domain, ids, "the id of a domain", "no list has %q")
	}
	for _, s := range p.Suggestions() {
		for _, id := range s.First {
			r.oneOf(s.Line, id, contacts, "the id of a contact", "no contact is called %q")
		}
		if s.Word == "" {
			r.oneOf(s.Line, s.About, ids, "the id of a domain or an item", "no list has %q")
		}
		r.topics(s.Line, s.Topics, topics)
	}
	return r.list
}
