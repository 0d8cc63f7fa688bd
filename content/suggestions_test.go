package content

import (
	"slices"
	"strings"
	"testing"

	"isspp/model"
)

const someSuggestions = "---\nkind: suggestions\n---\n\n| Sign or factor | Topics |\n| --- | --- |\n| risk/child | " +
	"mentoring |\n| risk/child/bullying | gangs |\n\n" +
	"| Word in the evidence | Topics |\n| --- | --- |\n| knife | gangs |\n"

func TestMistakesInSuggestionsNameFileLineAndMend(t *testing.T) {
	for _, c := range []struct{ name, old, change, said string }{
		{
			"an item that no list has", "risk/child/bullying", "risk/child/bulling",
			`suggestions.md:8: no list has "risk/child/bulling" (the id of a domain or an item): did you mean "risk/child/bullying"?`,
		},
		{
			"an unknown topic", "| mentoring |", "| mentorin |",
			`suggestions.md:7: "mentorin" is not a topic (add it to the topics, or use one of them): did you mean "mentoring"?`,
		},
		{
			"a row twice", "risk/child/bullying", "risk/child",
			`suggestions.md:8: "risk/child" is here already (keep one row)`,
		},
		{
			"another table", "Word in the evidence", "Words",
			`suggestions.md:10: this table is not one of suggestions (| Sign or factor | Topics |, | Word in the evidence | Topics | or | Word to stop at | Ask |)`,
		},
	} {
		docs := brokenPack(t, "rota.md", "Oak", "Oak")
		docs["suggestions.md"] = docs["rota.md"]
		file := *docs["rota.md"]
		file.Data = []byte(strings.Replace(someSuggestions, c.old, c.change, 1))
		docs["suggestions.md"] = &file
		var said []string
		for _, m := range Open(docs).Mistakes() {
			said = append(said, m.Error())
		}
		if !slices.Contains(said, c.said) {
			t.Errorf("%s: said %q", c.name, said)
		}
	}
}

func TestAgesOfAYearGroup(t *testing.T) {
	for group, first := range map[string]int{
		"9": 13, "Year 9": 13, "yr 7": 11, "Y10": 14, "9B": 13, "Reception": 4,
		"6th form": 16,
	} {
		if got := model.AgesInYear(group); len(got) == 0 || got[0] != first {
			t.Errorf("%q is %v", group, got)
		}
	}
	for _, group := range []string{"", "ninth", "99", "0", "year"} {
		if got := model.AgesInYear(group); got != nil {
			t.Errorf("%q is taken for %v", group, got)
		}
	}
}
