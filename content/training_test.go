package content

import (
	"strings"
	"testing"
	"testing/fstest"

	"isspp/model"
)

// A made-up pack's cases and prompts.
const (
	smallCases = "---\nkind: cases\ndated: 2030-10-01\n---\n\n# Cases\n\n## The bag\n\n- About: risk/child\n\nB has " +
		"a new bag.\n\n### What would you ask next?\n\n- Whose is it?\n- Since when?\n\n### You learn\n\nIt was a " +
		"present.\n"
	smallTalk = "---\nkind: prompts\ndated: 2030-10-01\n---\n\n# Prompts\n\n## At the gate\n\nWho stands there?\n\n- " +
		"About: risk/child\n- Source: us\n"
)

func training(t *testing.T, cases, prompts string) *Pack {
	t.Helper()
	docs := brokenPack(t, "rota.md", "Oak", "Oak")
	docs["cases.md"] = &fstest.MapFile{Data: []byte(cases)}
	docs["talk.md"] = &fstest.MapFile{Data: []byte(prompts)}
	return Open(docs)
}

func TestCasesAndPromptsAreRead(t *testing.T) {
	p := training(t, smallCases, smallTalk)
	for _, m := range p.Mistakes() {
		t.Error(m.Error())
	}
	if n := len(p.Cases()); n != 1 {
		t.Fatalf("%d cases", n)
	}
	c := p.Cases()[0]
	if c.ID != "cases/the-bag" || c.Title != "The bag" || c.Dated != "2030-10-01" ||
		strings.Join(c.Story, "|") != "B has a new bag." || strings.Join(c.About, "|") != "risk/child" {
		t.Errorf("read %+v", c)
	}
	if len(c.Steps) != 2 || c.Steps[0].Title != "What would you ask next?" || len(c.Steps[0].Parts) != 2 ||
		c.Steps[0].Parts[1] != (model.CasePart{Text: "Since when?", Entry: true}) ||
		c.Steps[1].Parts[0] != (model.CasePart{Text: "It was a present."}) {
		t.Errorf("steps %+v", c.Steps)
	}
	if found := p.PromptsAbout("risk/child"); len(found) != 1 || found[0].Text != "Who stands there?" {
		t.Errorf("prompts %+v", found)
	}
	if len(p.PromptsAbout("rota")) != 0 || len(p.NotesAbout("risk/child")) != 0 {
		t.Error("a prompt stands where it isn't about anything, or among the notes")
	}
	for _, d := range p.Documents() {
		if d.ID == "cases" || d.ID == "talk" {
			t.Errorf("%s stands among the protocol's documents", d.ID)
		}
	}
}

func TestMistakesOfCasesAndPrompts(t *testing.T) {
	for _, c := range []struct{ name, old, change, said string }{
		{
			"about nothing", "- About: risk/child\n\nB", "- About: risk/chld\n\nB",
			`cases.md:10: nothing has the id "risk/chld" (the id of a document, list, domain, item, setting or service): did you mean "risk/child"?`,
		},
		{"no about", "- About: risk/child\n\nB", "B", `cases.md:8: the case "The bag" has no About (- About: the ids it touches)`},
		{
			"another field", "- About: risk/child\n\nB", "- Abuot: risk/child\n\nB",
			`cases.md:10: "Abuot" is not something a case says (- About: the ids it touches): did you mean "About"?`,
		},
		{"no story", "B has a new bag.\n", "", `cases.md:8: the case "The bag" has no story (a paragraph or two below its heading)`},
		{"an empty step", "It was a present.\n", "", `cases.md:19: the step "You learn" says nothing (bullets or a paragraph below it)`},
		{"no day", "dated: 2030-10-01\n", "", `cases.md:2: the cases have no day (dated: the day they were written or checked)`},
		{
			"the same title", "### You learn\n\nIt was a present.\n", "## The bag\n",
			`cases.md:19: a case before it has the same title: "The bag" (give it another)`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(smallCases, c.old) {
				t.Fatalf("the case doesn't hold %q", c.old)
			}
			said := ""
			for _, m := range training(t, strings.Replace(smallCases, c.old, c.change, 1), smallTalk).Mistakes() {
				said += m.Error() + "\n"
			}
			if !strings.Contains(said, c.said+"\n") {
				t.Errorf("said\n%swithout\n%s", said, c.said)
			}
		})
	}
	said := ""
	for _, m := range training(t, smallCases, strings.Replace(smallTalk, "risk/child", "risk/cild", 1)).Mistakes() {
		said += m.Error() + "\n"
	}
	if !strings.Contains(said, `talk.md:12: nothing has the id "risk/cild"`) {
		t.Errorf("of the prompt was said\n%s", said)
	}
}

func TestEmbeddedTraining(t *testing.T) {
	p := Embedded()
	if len(p.Cases()) < 5 {
		t.Errorf("%d cases", len(p.Cases()))
	}
	for _, l := range p.Lists() {
		for _, d := range l.Domains {
			if len(p.PromptsAbout(d.ID)) == 0 {
				t.Errorf("nothing to discuss about %s", d.ID)
			}
		}
	}
	for _, c := range p.Cases() {
		if !strings.Contains(c.Steps[0].Title, "?") {
			t.Errorf("%s doesn't start with a question", c.ID)
		}
	}
}
