package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Everything with an id can be found in its document, on the line that says it.
func TestEveryIDHasItsPlace(t *testing.T) {
	p := Embedded()
	docs := editable(t)
	line := func(at Place) string {
		lines := strings.Split(string(docs[at.File].Data), "\n")
		if at.Line > len(lines) {
			t.Fatalf("%s has no line %d", at.File, at.Line)
		}
		return lines[at.Line-1]
	}
	for _, id := range p.IDs() {
		if strings.HasPrefix(id, "screen/") {
			continue
		}
		if at, found := p.Place(id); !found {
			t.Errorf("%s has no place", id)
		} else {
			line(at)
		}
	}
	says := func(id, text string) {
		t.Helper()
		at, found := p.Place(id)
		if !found || !strings.Contains(line(at), text) {
			t.Errorf("%s: %+v says %q, want %q", id, at, line(at), text)
		}
	}
	for _, s := range p.Rota().Settings {
		says(s.ID, s.Name)
	}
	for _, s := range p.Directory().Services() {
		says(s.ID, s.Name)
	}
	for _, c := range p.Contacts() {
		says("contacts/"+c.ID, c.Name)
	}
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			says(at.Item.ID, strings.Fields(at.Item.Text)[0])
		}
	}
	for _, n := range p.Notes() {
		says(n.ID, "## ")
	}
	for _, term := range p.Glossary() {
		says("glossary/"+term.Short, term.Short)
	}
	if _, found := p.Place("no/such-thing"); found {
		t.Error("nothing was found somewhere")
	}
}

func TestAPlaceIsAFileOnlyInAFolder(t *testing.T) {
	dir := writeOut(t)
	p, _, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	at, _ := p.Place("rota/beacon-high-school")
	if got := p.Path(at); got != filepath.Join(dir, "rota.md") || p.folder != dir {
		t.Errorf("the path is %s", got)
	}
	if _, err := os.Stat(p.Path(at)); err != nil {
		t.Error(err)
	}
	if Embedded().Path(at) != "" || Embedded().folder != "" {
		t.Error("the embedded pack has a file")
	}
}
