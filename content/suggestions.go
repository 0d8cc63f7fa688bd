package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// What the columns of the tables are called. The first says what a table is of: signs
// or factors, words in the evidence, words to stop at, or what to ask colleagues about.
// The others may stand in any order, and each may be left out.
const (
	headItem       = "Sign or factor"
	headWord       = "Word in the evidence"
	headStop       = "Word to stop at"
	headTopics     = "Topics"
	headFirst      = "First"
	headAsk        = "Ask"
	headUnknown    = "Not known in"
	headColleagues = "Ask colleagues"
)

// forAdvice stands behind the contacts of a row that are only asked for advice.
const forAdvice = " for advice"

// suggestionTables says how the tables of suggestions start.
const suggestionTables = "| " + headItem + " | Topics |, | " + headWord + " | Topics | or | " + headStop + " | Ask |"

// headings are what a table's columns are called.
func headings(table model.Block) []string {
	names := make([]string, len(table.Head))
	for i, cell := range table.Head {
		names[i] = cellText(cell)
	}
	return names
}

// isSuggestions and isAsking report what a table with such columns is.
func isSuggestions(head []string) bool {
	others := []string{headTopics, headFirst, headAsk}
	return len(head) > 1 && slices.Contains([]string{headItem, headWord, headStop}, head[0]) &&
		!slices.ContainsFunc(head[1:], func(name string) bool { return !slices.Contains(others, name) })
}

func isAsking(head []string) bool { return slices.Equal(head, []string{headUnknown, headColleagues}) }

// readSuggestions reads what a sign or factor, or a word in the evidence, speaks
// for. A domain's id stands for all of its items; an item's own row holds in
// place of its domain's. A row of words may have several forms, parted by
// commas; each becomes a suggestion. A third table has words that may mean
// danger now, and what to ask at once.
func readSuggestions(f *file, b body, r *reporter) []model.Suggestion {
	var list []model.Suggestion
	seen, tables := idSet{}, 0
	for _, table := range b.blocks {
		head := headings(table)
		switch {
		case table.Kind != model.Table:
			continue
		case !isAsking(head) && !isSuggestions(head):
			r.add(table.Line, suggestionTables, "this table is not one of suggestions")
		case isSuggestions(head):
			for _, row := range table.Rows {
				for _, s := range readSuggestion(head, row, r) {
					// A word to stop at may have its topics in another table.
					at := slices.IndexFunc(list, func(o model.Suggestion) bool {
						return s.Ask != "" && o.Word == s.Word && o.Ask == ""
					})
					switch {
					case at >= 0:
						list[at].Ask, list[at].First = s.Ask, s.First
					case seen.take(head[0] + "\n" + s.About + s.Word):
						list = append(list, s)
					default:
						r.add(s.Line, "keep one row", "%q is here already", s.About+s.Word)
					}
				}
			}
		}
		tables++
	}
	if tables == 0 {
		r.add(f.line, "| "+headItem+" | Topics |", "the suggestions have no table")
	}
	return list
}

// readSuggestion makes the suggestions of a row: one of an item, or one of each
// form of a word.
func readSuggestion(head []string, row []model.Cell, r *reporter) []model.Suggestion {
	said := map[string]string{}
	for i, name := range head {
		said[name] = cellText(row[i])
	}
	first, advice := strings.CutSuffix(said[headFirst], forAdvice)
	s := model.Suggestion{
		About: said[headItem], Topics: commaList(said[headTopics]), First: commaList(first), Advice: advice,
		Ask: said[headAsk], Line: row[0].Line,
	}
	if head[0] == headItem {
		return []model.Suggestion{s}
	}
	var forms []model.Suggestion
	for _, word := range commaList(said[head[0]]) {
		s.Word = word
		forms = append(forms, s)
	}
	if len(forms) == 0 {
		r.add(s.Line, "a word, or several separated by commas", "the row has no word")
	}
	return forms
}

// readAskings reads what to ask colleagues about each domain.
func readAskings(_ *file, b body, _ *reporter) []model.Asking {
	var list []model.Asking
	for _, table := range b.blocks {
		if table.Kind != model.Table || !isAsking(headings(table)) {
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

// Suggestions say which of isspp's topics a sign or factor speaks for, in the
// order of their file. A pack may have none: then no service is suggested.
func (p *Pack) Suggestions() []model.Suggestion {
	return readFirst(p, &p.suggestions, "suggestions", readSuggestions)
}

// checkSuggestions reports rows about what no list has, and unknown topics and
// contacts.
func (p *Pack) checkSuggestions() []Mistake {
	f := p.loader.first("suggestions")
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
