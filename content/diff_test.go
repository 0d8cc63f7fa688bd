package content

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// nextYear is the small pack with one text replaced in one document.
func nextYear(t testing.TB, file, old, change string) *Pack {
	t.Helper()
	return Open(brokenPack(t, file, old, change))
}

func TestComparingSaysInWordsWhatChanged(t *testing.T) {
	this := Open(brokenPack(t, "rota.md", "Oak", "Oak"))
	for _, c := range []struct{ name, file, old, change, said, at string }{
		{
			"an officer", "rota.md", "PC Bo Lind", "PC Cy Moss",
			"Elm School: the officer was “PC Bo Lind” and now is “PC Cy Moss”", "second rota.md:11",
		},
		{
			"the days", "rota.md", "Monday to Friday", "Tuesday",
			"Oak School: the days were “Monday to Friday” and now are “Tuesday”", "second rota.md:10",
		},
		{
			"a new setting", "rota.md", "| Elm", "| Ash School | PC Di Nash | Friday |\n| Elm",
			"New setting: Ash School (PC Di Nash, Friday)", "second rota.md:11",
		},
		{
			"a setting that went", "rota.md", "| Elm School | PC Bo Lind | Tuesday and attends when required |\n", "",
			"No longer there: the setting Elm School (PC Bo Lind, Tuesday and attends when required)",
			"first rota.md:11",
		},
		{
			"a renamed setting", "rota.md", "Oak School", "Oak High School",
			"The setting Oak School is now Oak High School", "second rota.md:10",
		},
		{
			"the years", "pack.md", "2030–31", "2031–32",
			"Safer Schools: the years were “2030–31” and now are “2031–32”",
			"second pack.md:2",
		},
		{"a new item", "risk.md", "- Truancy", "- Truancy\n- Debt", "New item of Child: “Debt”", "second risk.md:13"},
		{
			"an item that went", "risk.md", "- Truancy", "", "No longer there: the item of Child “Truancy”",
			"first risk.md:12",
		},
		{
			"an item's words", "risk.md", "- Truancy", "- Truancy or lateness {#truancy}",
			"The item of Child “Truancy” is now “Truancy or lateness”", "second risk.md:12",
		},
		{"an item's id", "risk.md", "- Truancy", "- Truancy or lateness", "“Truancy or lateness” had the id " +
			"risk/child/truancy and has risk/child/truancy-or-lateness: {#truancy} behind it keeps it the same to " +
			"older records", "second risk.md:12"},
		{
			"a service's number", "help.md", "01632 960001", "01632 960009",
			"Anchor House: the contact “01632 960001” is now “01632 960009”", "second help.md:10",
		},
		{
			"a service that ended", "help.md", "ages=", `ended="2031-01-31" ages=`, "Anchor House ended on 2031-01-31",
			"second help.md:10",
		},
		{
			"a service's ages", "help.md", "11-17", "11-19", "Anchor House: the ages were “11–17” and now are “11–19”",
			"second help.md:10",
		},
		{
			"a new service", "help.md", "### Anchor", "### Beacon {#beacon}\n\nA light. 01632 960010\n\n### Anchor",
			"New service: Beacon (1)", "second help.md:10",
		},
		{
			"a contact", "contacts.md", "01632 960002", "01632 960003",
			"Front Door: the contact “01632 960002” is now “01632 960003”", "second contacts.md:8",
		},
		{
			"a sentence", "risk.md", "# Risk\n", "# Risk\n\nThese are signs.", "Risk: new sentence “These are signs.”",
			"second risk.md:9",
		},
		{
			"a note", "notes.md", "Ask again.", "Ask twice again.",
			"out-of-date: the sentence “Ask again.” is now “Ask twice again.”", "second notes.md:10",
		},
		{
			"a topic", "topics.md", "| gangs | gang |", "| gangs | gang, crew |", "gangs: new word “crew”",
			"second topics.md:1",
		},
		{
			"a section's number", "risk.md", "list: risk\n", "list: risk\nsection: 6A\n",
			"Risk: the section, not given before: “6A”", "second risk.md:2",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said []string
			for _, change := range Compare(this, nextYear(t, c.file, c.old, c.change)) {
				at := change.In + " " + (Mistake{File: change.File, Line: change.Line}).place()
				if change.Text == c.said && at == c.at {
					return
				}
				said = append(said, at+" "+change.Text)
			}
			t.Errorf("want\n%s %s\ngot\n%s", c.at, c.said, strings.Join(said, "\n"))
		})
	}
}

func TestOneChangeIsToldOnce(t *testing.T) {
	this := Open(brokenPack(t, "rota.md", "Oak", "Oak"))
	for _, c := range []struct{ file, old, change string }{
		{"rota.md", "PC Bo Lind", "PC Cy Moss"},
		{"risk.md", "- Truancy", "- Truancy\n- Debt"},
		{"pack.md", "Hillbrook\n", "Millbrook\n"},
		{"notes.md", "The council", "The force"},
	} {
		if got := Compare(this, nextYear(t, c.file, c.old, c.change)); len(got) != 1 {
			t.Errorf("%s → %s: %d changes: %+v", c.old, c.change, len(got), got)
		}
	}
}

func TestAnEditionIsNoDifferentFromItself(t *testing.T) {
	other := Open(embeddedDocs(t))
	for _, c := range Compare(Embedded(), other) {
		t.Error(c.Text)
	}
	if n := len(Compare(Embedded(), Open(brokenPack(t, "rota.md", "Oak", "Oak")))); n < 300 {
		t.Errorf("another place's edition differs in %d things only", n)
	}
}

// Whatever word of whatever document is written otherwise, somebody who
// compares the two editions is told, with the document's name.
func TestNoWordChangesUnnoticed(t *testing.T) {
	step := 7
	if testing.Short() {
		step = 41
	}
	docs := editable(t)
	n := 0
	for _, name := range slices.Sorted(maps.Keys(docs)) {
		lines := strings.Split(string(docs[name].Data), "\n")
		for i, line := range lines {
			if n++; n%step != 0 || !prose(line) {
				continue
			}
			lines[i] = changeWord(line)
			edited := maps.Clone(docs)
			edited[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
			lines[i] = line
			next := Open(edited)
			if len(next.Mistakes()) > 0 {
				continue // the check tells it
			}
			told := Compare(Embedded(), next)
			if !slices.ContainsFunc(told, func(c Change) bool { return c.File == name }) {
				t.Errorf("%s:%d: %q is not told: %v", name, i+1, changeWord(line), told)
			}
		}
	}
}

// prose tells whether a line has words that somebody reads.
func prose(line string) bool {
	return strings.ContainsAny(line, "aeiou") && !strings.HasPrefix(line, "<!--") && !strings.HasPrefix(line, "order:")
}

// changeWord writes the last word of five letters or more otherwise.
func changeWord(line string) string {
	end := len(line)
	if at := strings.Index(line, " {"); at > 0 {
		end = at
	}
	words := strings.Split(line[:end], " ")
	for i := len(words) - 1; i >= 0; i-- {
		if w := words[i]; len(w) > 4 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			words[i] = w + "xq"
			return strings.Join(words, " ") + line[end:]
		}
	}
	return line[:end] + " xq" + line[end:]
}
