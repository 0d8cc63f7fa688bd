package content

import (
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

// commaList parts a text at its commas.
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
