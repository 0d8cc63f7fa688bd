package content

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A small, made-up pack. Tests break one line of it and read what is said.
var smallPack = map[string]string{
	"pack.md": "---\nkind: pack\norder: 1\ntitle: Safer Schools\nshort: SSP\nplace: Hillbrook\nyears: " +
		"2030–31\ndated: 2030-09-01\n---\n\nHILLBROOK\n",
	"rota.md": "---\nkind: rota\norder: 2\n---\n\n# Rota\n\n| School | Officer | Days |\n| --- | --- | --- |\n" +
		"| Oak School | PC Ann Reed | Monday to Friday |\n| Elm School | PC Bo Lind | Tuesday and attends when " +
		"required |\n",
	"risk.md": "---\nkind: checklist\nlist: risk\norder: 3\n---\n\n# Risk\n\n## Child {#child}\n\n- Bullying\n- " +
		"Truancy\n",
	"help.md": "---\nkind: directory\norder: 4\n---\n\n# Help\n\n## 1. Early help\n\n### Anchor House {#anchor " +
		"ages=\"11-17\" topics=\"mentoring\"}\n\nA house. Contact: 01632 960001\n",
	"contacts.md": "---\nkind: contacts\norder: 5\n---\n\n# Contacts\n\n<!-- contact: Front Door {#door " +
		"short=\"Door\" emergency=\"yes\"} -->\n\nRing the Front Door on 01632 960002\n\n<!-- contact: Emergency " +
		"{#999 only=\"999\" short=\"999\" emergency=\"yes\"} -->\n\nRing 999 in danger.\n",
	"notes.md": "---\nkind: notes\ndated: 2030-10-01\n---\n\n## Out of date\n\nAsk again.\n\n- About: rota, " +
		"rota/oak-school\n- Source: The council\n",
	"topics.md": "---\nkind: topics\n---\n\n| Topic | Words |\n| --- | --- |\n| mentoring | mentor |\n| gangs | gang " +
		"|\n",
}

// brokenPack is the small pack with one text replaced in one document.
func brokenPack(t testing.TB, file, old, change string) fstest.MapFS {
	t.Helper()
	docs := fstest.MapFS{}
	for name, text := range smallPack {
		if name == file {
			if !strings.Contains(text, old) {
				t.Fatalf("%s doesn't hold %q", file, old)
			}
			text = strings.Replace(text, old, change, 1)
		}
		docs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return docs
}

func TestSmallPackHasNoMistakes(t *testing.T) {
	p := Open(brokenPack(t, "rota.md", "Oak", "Oak"))
	for _, m := range p.Mistakes() {
		t.Error(m.Error())
	}
	if p.Edition().Place != "Hillbrook" || len(p.Rota().Settings) != 2 || len(p.Plan().Rows) != 0 {
		t.Errorf("read %+v", p.Edition())
	}
}

func TestEmbeddedPackHasNoMistakes(t *testing.T) {
	for _, m := range Embedded().Mistakes() {
		t.Error(m.Error())
	}
}

func TestMistakesNameFileLineAndMend(t *testing.T) {
	for _, c := range []struct{ name, file, old, change, said string }{
		{
			"unknown weekday", "rota.md", "Monday to Friday", "Tuseday",
			`rota.md:10: "Tuseday" is not a day of the week (Monday … Friday, "attends when required"): did you mean "Tuesday"?`,
		},
		{
			"a word misspelt", "rota.md", "and attends when", "and atends when",
			`rota.md:11: "atends" is not a day of the week (Monday … Friday, "attends when required"): did you mean "attends"?`,
		},
		{
			"a range without an end", "rota.md", "Monday to Friday", "Monday to",
			`rota.md:10: "Monday to" doesn't say which days (Monday … Friday, "attends when required")`,
		},
		{
			"words that name no day", "rota.md", "Monday to Friday", "Point of contact",
			`rota.md:10: "Point of contact" doesn't say which days (Monday … Friday, "attends when required")`,
		},
		{
			"missing column", "rota.md", "| School | Officer | Days |\n", "| School | Officer | Phone |\n",
			`rota.md:8: the rota's table has no column for days (a heading with the word Days)`,
		},
		{
			"empty officer", "rota.md", "PC Ann Reed", "",
			`rota.md:10: "Oak School" has no officer (a name, or what is printed, such as "vacancy")`,
		},
		{
			"no days", "rota.md", "Monday to Friday", "",
			`rota.md:10: the row has no days (Monday … Friday, "attends when required")`,
		},
		{
			"duplicate setting", "rota.md", "Elm School", "Oak School",
			`rota.md:11: "Oak School" is already in line 10 (keep one row for a setting)`,
		},
		{
			"a cell too few", "rota.md", " PC Bo Lind |", "",
			`rota.md:11: the row has 2 cells, the header 3 (separated by | signs)`,
		},
		{
			"a cell too many", "rota.md", "PC Bo Lind |", "PC Bo Lind | |",
			`rota.md:11: the row has 4 cells, the header 3 (separated by | signs)`,
		},
		{
			"no rule below the header", "rota.md", "| --- | --- | --- |\n", "",
			`rota.md:8: this looks like a table and isn't one (below the header write a rule: | --- | --- |)`,
		},
		{
			"unknown kind", "rota.md", "kind: rota", "kind: rotta",
			`rota.md:2: "rotta" is not a kind of document (` + strings.Join(kinds, ", ") + `): did you mean "rota"?`,
		},
		{
			"unknown key", "rota.md", "order: 2", "ordr: 2",
			`rota.md:3: "ordr" is not a key of the front matter (` + strings.Join(frontKeys, ", ") +
				`): did you mean "order"?`,
		},
		{
			"a bad order", "rota.md", "order: 2", "order: second",
			`rota.md:3: "second" is not a place in the order (order is a whole number from 1)`,
		},
		{
			"malformed front matter", "rota.md", "order: 2", "order 2",
			`rota.md:3: "order 2" is not front matter (a line is key: value)`,
		},
		{
			"front matter without end", "topics.md", "kind: topics\n---", "kind: topics",
			`topics.md:3: the front matter doesn't end (close it above this line with one of ---)`,
		},
		{
			"no front matter", "topics.md", "---\nkind: topics\n---\n", "",
			`topics.md:1: the document has no front matter (the first lines are ---, kind: …, ---)`,
		},
		{
			"no edition", "pack.md", "years: 2030–31\n", "",
			`pack.md:2: the pack doesn't say its years (add years: … to the front matter)`,
		},
		{
			"a bad date", "pack.md", "2030-09-01", "1.9.2030",
			`pack.md:8: "1.9.2030" is not a date (year-month-day, such as 2023-09-01)`,
		},
		{
			"unknown attribute", "help.md", "ages=", "age=",
			`help.md:10: "age" is not an attribute here (#id, ages, from, for, staff, topics, hours, ended, over): did you mean "ages"?`,
		},
		{"bad ages", "help.md", "11-17", "17-11", `help.md:10: "17-11" are not ages (such as "11-17", "6+", "up to 18")`},
		{
			"bad hours", "help.md", "ages=\"11-17\"", "hours=\"Mon-Fry 9-17\"",
			`help.md:10: "Mon-Fry 9-17" are not hours (such as "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00")`,
		},
		{
			"bad end", "help.md", "ages=\"11-17\"", "ended=\"2030-02-30\"",
			`help.md:10: "2030-02-30" is not a date (year-month-day, such as 2023-09-01)`,
		},
		{
			"unknown topic", "help.md", "mentoring", "mentorin",
			`help.md:10: "mentorin" is not a topic (add it to the topics, or use one of them): did you mean "mentoring"?`,
		},
		{
			"attributes not closed", "help.md", "mentoring\"}", "mentoring\"",
			`help.md:10: the attributes aren't closed (end the line with })`,
		},
		{
			"attributes garbled", "help.md", "ages=\"11-17\"", "ages=11",
			`help.md:10: the attributes {#anchor ages=11 topics="mentoring"} can't be read ({#slug key="value"})`,
		},
		{
			"a service outside the tiers", "help.md", "## 1. Early help\n", "\n",
			`help.md:10: the service "Anchor House" is outside the tiers (write the tier's heading above it)`,
		},
		{
			"a domain without items", "risk.md", "- Bullying\n- Truancy\n", "",
			`risk.md:9: the domain "Child" has no items (write its items as bullets below it)`,
		},
		{
			"an id twice", "risk.md", "- Truancy", "- Truancy {#bullying}",
			`risk.md:12: the id "bullying" is already used above (give it another)`,
		},
		{
			"an item without words", "risk.md", "- Truancy", "-",
			`risk.md:12: a list's entry has no words (write its words, or take it out)`,
		},
		{
			"a note about nothing", "notes.md", "rota/oak-school", "rota/oak-scool",
			`notes.md:10: nothing has the id "rota/oak-scool" (the id of a document, list, domain, item, setting or service): did you mean "rota/oak-school"?`,
		},
		{
			"a note without a source", "notes.md", "- Source: The council\n", "",
			`notes.md:6: the note "out-of-date" has no Source (- Source: how we know)`,
		},
		{
			"a contact without a number", "contacts.md", "01632 960002", "the usual number",
			`contacts.md:8: "Front Door" has no way to be reached (a phone, e-mail or link in the text below)`,
		},
		{
			"an unknown marker", "contacts.md", "<!-- contact:", "<!-- contct:",
			`contacts.md:8: "contct" is not a marker (absent, anchor, domain, service, contact): did you mean "contact"?`,
		},
		{
			"a marker at the wrong place", "rota.md", "# Rota", "<!-- service: Oak -->\n\n# Rota",
			`rota.md:6: a service says nothing in a document of kind rota (it belongs in another kind of document)`,
		},
		{
			"HTML", "help.md", "A house.", "A <b>house</b>.",
			`help.md:12: this can't be read inside a text: </b> (plain words, *emphasis*, **strong** and links)`,
		},
		{
			"not UTF-8", "risk.md", "Bullying", "Bully\xffing",
			`risk.md:11: the byte 0xff is not UTF-8 (save the file as UTF-8)`,
		},
		{
			"a control sign", "risk.md", "Bullying", "Bully\x1b[31ming",
			`risk.md:11: there is an invisible character here (U+001B) (take it out)`,
		},
		{
			"a sign that turns the reading direction", "risk.md", "Bullying", "Bully\u202eing",
			`risk.md:11: there is an invisible character here (U+202E) (take it out)`,
		},
		{
			"a huge line", "risk.md", "Bullying", strings.Repeat("Bullying ", 3000),
			`risk.md:11: the line is 27002 bytes long (split it into paragraphs)`,
		},
		{
			"an endless paragraph", "risk.md", "- Bullying", strings.Repeat("Bullying\n", 3000),
			`risk.md:11: there is too much text without an empty line; it is not used (split it with empty lines)`,
		},
		{
			"a second table", "rota.md", "| Elm School |",
			"\nAnd:\n\n| School | Officer | Days |\n| --- | --- | --- |\n| Elm School |",
			`rota.md:14: this table is not read: the one in line 8 is (put its rows into that one)`,
		},
		{
			"an item below an item", "risk.md", "- Truancy", "  - Truancy",
			`risk.md:12: a bullet below an item is no item of its own (start it at the line's beginning, as the item above)`,
		},
		{
			"a service's heading too deep", "help.md", "### Anchor",
			"### Beacon\n\nA light. 01632 960010\n\n#### Anchor",
			`help.md:14: a heading this deep starts no service, and the text below it belongs to none (a service has three #; words within one are **strong**)`,
		},
		{
			"UTF-16", "topics.md", smallPack["topics.md"], wide(smallPack["topics.md"], false),
			`topics.md:1: the file is saved as UTF-16 (save it again as UTF-8)`,
		},
		{"no number for danger", "contacts.md", ` short="999" emergency="yes"`, "", "contacts.md:2: the pack doesn't " +
			"name 999 among the numbers to ring in danger (<!-- contact: Emergency {#999 only=\"999\" " +
			"short=\"Emergency\" emergency=\"yes\"} --> before the text that prints 999)"},
		{
			"two rotas", "risk.md", "kind: checklist", "kind: rota",
			`risk.md:2: there is a document of kind rota already: rota.md (keep one of them)`,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var said []string
			for _, m := range Open(brokenPack(t, c.file, c.old, c.change)).Mistakes() {
				if m.Error() == c.said {
					return
				}
				said = append(said, m.Error())
			}
			t.Errorf("want\n%s\ngot\n%s", c.said, strings.Join(said, "\n"))
		})
	}
}

func TestMistakesComeAllAtOnceInOrder(t *testing.T) {
	docs := brokenPack(t, "rota.md", "Monday to Friday", "Moonday")
	docs["help.md"].Data = []byte(strings.Replace(string(docs["help.md"].Data), "11-17", "old", 1))
	docs["pack.md"].Data = []byte("---\nkind: pack\n---\n")
	docs["rota.md"].Data = append(docs["rota.md"].Data, "| Ash School | | Friday |\n"...)
	var lines []string
	for _, m := range Open(docs).Mistakes() {
		where, _, _ := strings.Cut(m.Error(), ": ")
		lines = append(lines, where)
	}
	got := strings.Join(lines, " ")
	want := "help.md:10 pack.md:2 pack.md:2 pack.md:2 pack.md:2 pack.md:2 rota.md:10 rota.md:12"
	if got != want {
		t.Errorf("mistakes at %s, want %s", got, want)
	}
}

func TestEmptyFolderIsOneMistake(t *testing.T) {
	found := Open(fstest.MapFS{}).Mistakes()
	if len(found) != 1 || found[0].File != "pack.md" || found[0].Line != 1 {
		t.Errorf("an empty folder says %v", found)
	}
}
