package content

import (
	"slices"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

const someSuggestions = "---\nkind: suggestions\n---\n\n| Sign or factor | Topics |\n| --- | --- |\n| risk/child | mentoring |\n| risk/child/bullying | gangs |\n\n" +
	"| Word in the evidence | Topics |\n| --- | --- |\n| knife | gangs |\n"

func TestMistakesInSuggestionsNameFileLineAndMend(t *testing.T) {
	for _, c := range []struct{ name, old, change, said string }{
		{"an item that no list has", "risk/child/bullying", "risk/child/bulling", `suggestions.md:8: no list has "risk/child/bulling" (the id of a domain or an item): did you mean "risk/child/bullying"?`},
		{"an unknown topic", "| mentoring |", "| mentorin |", `suggestions.md:7: "mentorin" is not a topic (add it to the topics, or use one of them): did you mean "mentoring"?`},
		{"a row twice", "risk/child/bullying", "risk/child", `suggestions.md:8: "risk/child" stands here already (keep one row)`},
		{"another table", "Word in the evidence", "Words", `suggestions.md:10: this table is not one of suggestions (| Sign or factor | Topics |, | Word in the evidence | Topics | or | Word to stop at | Ask |)`},
	} {
		docs := brokenPack(t, "rota.md", "Oak", "Oak")
		docs["suggestions.md"] = docs["rota.md"]
		file := *docs["rota.md"]
		file.Data = []byte(strings.Replace(someSuggestions, c.old, c.change, 1))
		docs["suggestions.md"] = &file
		var said []string
		for _, m := range Open(docs, "small").Mistakes() {
			said = append(said, m.Error())
		}
		if !slices.Contains(said, c.said) {
			t.Errorf("%s: said %q", c.name, said)
		}
	}
}

func TestServicesAreSuggestedWithTheirReasons(t *testing.T) {
	p := Embedded()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	w := model.Walkthrough{YearGroup: "Year 9"}
	place := func(id string) model.Place {
		for _, l := range p.Lists() {
			for _, at := range l.Places() {
				if at.Item.ID == id {
					return at
				}
			}
		}
		t.Fatalf("no item %s", id)
		return model.Place{}
	}
	nickname := place("signs/gang/new-nickname")
	names := func() (out []string) {
		for _, s := range model.Suggest(&w, p.Directory(), p.Suggestions(), now) {
			out = append(out, s.ID)
		}
		return out
	}
	w.SetAnswer(nickname, model.NotSeen, now)
	if got := names(); got != nil {
		t.Errorf("what was not seen suggests %v", got)
	}
	w.SetAnswer(nickname, model.Told, now)
	got := names()
	if !slices.Contains(got, "directory/integrated-gang-team") || slices.Contains(got, "directory/abianda") || slices.Contains(got, "directory/jigsaw") {
		t.Errorf("a nickname at thirteen suggests %v", got)
	}
	if slices.Contains(got, "directory/ben-kinsella-trust") {
		t.Errorf("without a knife: %v", got)
	}
	w.SetEvidence(nickname, model.ChildsWords, "He showed me a knife in his sock.", now)
	for _, s := range model.Suggest(&w, p.Directory(), p.Suggestions(), now) {
		if s.ID == "directory/ben-kinsella-trust" {
			if len(s.Reasons) != 1 || s.Reasons[0].Topic != "knife crime" || s.Reasons[0].Items[0] != "the evidence says “knife”" {
				t.Errorf("for the reasons %+v", s.Reasons)
			}
			return
		}
	}
	t.Error("a knife in the evidence suggests nothing about knives")
}

func TestAServiceThatHasEndedIsNeverSuggested(t *testing.T) {
	p := Embedded()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	var w model.Walkthrough
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			w.SetAnswer(at, model.Seen, now)
		}
	}
	found := model.Suggest(&w, p.Directory(), p.Suggestions(), now)
	if len(found) < 15 {
		t.Errorf("only %d services for everything", len(found))
	}
	for _, s := range found {
		if s.Over || s.ID == "directory/jigsaw" {
			t.Errorf("%s has ended", s.ID)
		}
	}
}

func TestAgesOfAYearGroup(t *testing.T) {
	for group, first := range map[string]int{"9": 13, "Year 9": 13, "yr 7": 11, "Y10": 14, "9B": 13, "Reception": 4, "6th form": 16} {
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
