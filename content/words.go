package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// readGlossary makes terms of a table: the initials, what they stand for, who
// says so ("protocol" or "isspp"), and other initials for the same thing.
func readGlossary(f *file, b body, r *reporter) []model.Term {
	var terms []model.Term
	seen := idSet{}
	for _, row := range tableLike(f, b, "| Short | Long | Printed | Same |",
		"the glossary has no table of four columns", r) {
		line := row[0].Line
		term := model.Term{Short: cellText(row[0]), Long: cellText(row[1]), Same: commaList(cellText(row[3]))}
		if term.Short == "" || term.Long == "" {
			r.add(line, "initials, and what they stand for", "the term is not complete")
		}
		if !seen.take(term.Short) {
			r.add(line, "keep one", "%q is in the glossary already", term.Short)
		}
		switch by := cellText(row[2]); by {
		case "protocol":
			term.Printed = true
		case "isspp":
		default:
			r.word(line, by, []string{"protocol", "isspp"}, "protocol or isspp",
				"%q doesn't say who prints the expansion", by)
		}
		terms = append(terms, term)
	}
	return terms
}

// readTopics makes topics of a table: the topic, the words that people use for
// it, and the domains or items that a search for it shows, which may be left out.
func readTopics(f *file, b body, r *reporter) []model.Topic {
	var topics []model.Topic
	seen := idSet{}
	table, _ := firstTable(b)
	if n := len(table.Head); n != 2 && n != 3 {
		r.add(max(f.line, table.Line), "| Topic | Words |", "the topics have no table of two columns")
		return nil
	}
	for _, row := range table.Rows {
		name := cellText(row[0])
		switch {
		case name == "":
			r.add(row[0].Line, "a word for what a service is about", "the row has no topic")
			continue
		case !seen.take(slug(name)):
			r.add(row[0].Line, "keep one", "the topic %q is there already", name)
			continue
		}
		topic := model.Topic{ID: slug(name), Name: name, Words: commaList(cellText(row[1]))}
		if len(row) > 2 {
			topic.Shows = commaList(cellText(row[2]))
		}
		topics = append(topics, topic)
	}
	return topics
}

func commaList(text string) []string {
	var list []string
	for word := range strings.SplitSeq(text, ",") {
		if word = strings.TrimSpace(word); word != "" {
			list = append(list, word)
		}
	}
	return list
}

// Glossary expands the protocol's initials, in the order of its file.
func (p *Pack) Glossary() []model.Term { return readFirst(p, &p.glossary, "glossary", readGlossary) }

// Topics are isspp's own words for what services are about.
func (p *Pack) Topics() []model.Topic { return readFirst(p, &p.topics, "topics", readTopics) }

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

func headings(table model.Block) []string {
	names := make([]string, len(table.Head))
	for i, cell := range table.Head {
		names[i] = cellText(cell)
	}
	return names
}

func isSuggestions(head []string) bool {
	others := []string{headTopics, headFirst, headAsk}
	return len(head) > 1 && slices.Contains([]string{headItem, headWord, headStop}, head[0]) &&
		!slices.ContainsFunc(head[1:], func(name string) bool { return !slices.Contains(others, name) })
}

func isAsking(head []string) bool { return slices.Equal(head, []string{headUnknown, headColleagues}) }

// readSuggestions reads what a sign or factor, or a word in the evidence, speaks for. A domain's id stands for
// all of its items; an item's own row holds in place of its domain's. A third table has words that may mean
// danger now, and what to ask at once.
func readSuggestions(f *file, b body, r *reporter) []model.Suggestion {
	var list []model.Suggestion
	seen, tables := idSet{}, 0
	for _, table := range b.blocks {
		if table.Kind != model.Table {
			continue
		}
		tables++
		head := headings(table)
		if !isSuggestions(head) {
			if !isAsking(head) {
				r.add(table.Line, "| "+headItem+" | Topics |, | "+headWord+" | Topics | or | "+headStop+" | Ask |",
					"this table is not one of suggestions")
			}
			continue
		}
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
	if tables == 0 {
		r.add(f.line, "| "+headItem+" | Topics |", "the suggestions have no table")
	}
	return list
}

// readSuggestion makes the suggestions of a row: one of an item, or one of each
// form of a word, which commas part.
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
