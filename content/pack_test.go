package content

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"isspp/model"
)

func TestGoalsAndPlanHaveTheirRows(t *testing.T) {
	p := Embedded()
	if len(p.Aims()) != 5 {
		t.Errorf("%d aims, want 5", len(p.Aims()))
	}
	if len(p.Outcomes()) != 6 {
		t.Errorf("%d outcomes, want 6", len(p.Outcomes()))
	}
	for _, o := range p.Outcomes() {
		if len(o.Indicators) != 2 {
			t.Errorf("outcome %d has %d indicators, want 2", o.Number, len(o.Indicators))
		}
	}
	printings := p.Recommendations()
	if len(printings) != 2 || printings[0].Section != "4" || printings[1].Section != "8" {
		t.Fatalf("the printings are %+v", printings)
	}
	for _, printing := range printings {
		if len(printing.Items) != 7 {
			t.Errorf("section %s prints %d recommendations, want 7", printing.Section, len(printing.Items))
		}
	}
	if len(p.Plan().Rows) != 8 {
		t.Fatalf("%d plan rows, want 8", len(p.Plan().Rows))
	}
	for _, row := range p.Plan().Rows {
		var partners []string
		for _, a := range row.Actions {
			if partners = append(partners, a.Partner); len(a.Entries) == 0 {
				t.Errorf("row %d has nothing for %s", row.Number, a.Partner)
			}
		}
		if !slices.Equal(partners, []string{"Schools", "Police", "Council/Other"}) {
			t.Errorf("row %d is for %v", row.Number, partners)
		}
	}
}

// A term marked as the protocol's has both its initials and its words there.
func TestGlossarySaysTrulyWhatIsPrinted(t *testing.T) {
	src := strings.ToLower(strings.Join(strings.Fields(emphasis.ReplaceAllString(protocolText(t), "")), " "))
	for _, term := range Embedded().Glossary() {
		if term.Printed && (!strings.Contains(src, strings.ToLower(term.Long)) ||
			!strings.Contains(src, strings.ToLower(term.Short))) {
			t.Errorf("%s, %q isn't printed", term.Short, term.Long)
		}
	}
}

func TestAbsentPicturesSaySo(t *testing.T) {
	var at []string
	for _, d := range Embedded().Documents() {
		for _, b := range d.Blocks {
			if b.Kind == model.Absent {
				at = append(at, b.ID)
				if b.Plain() == "" {
					t.Errorf("%s says nothing", b.ID)
				}
			}
		}
	}
	want := []string{
		"primary-support/arc-framework", "problem-behaviours/dashboard", "performance/review-cycle",
		"appendix/contents",
	}
	if !slices.Equal(at, want) {
		t.Errorf("pictures are absent at %v, want %v", at, want)
	}
}

// A pack that was saved on Windows reads the same.
func TestWindowsLinesReadTheSame(t *testing.T) {
	docs := editable(t)
	for _, file := range docs {
		file.Data = []byte("\ufeff" + strings.ReplaceAll(string(file.Data), "\n", "\r\n"))
	}
	p := Open(docs)
	for _, m := range p.Mistakes() {
		t.Error(m.Error())
	}
	if !slices.Equal(packUnits(p), packUnits(Embedded())) {
		t.Error("the documents read otherwise")
	}
}

// An entity can't bring in what the bytes may not hold.
func TestEntitiesCannotSteerTheTerminal(t *testing.T) {
	p := Open(brokenPack(t, "risk.md", "Bullying", "Bully&#27;31m&#x202e;ing"))
	if got := p.Lists()[0].Domains[0].Items[0].Text; got != "Bully31ming" {
		t.Errorf("read %q", got)
	}
}

func TestManyReadersAtOnce(t *testing.T) {
	p := Open(embeddedDocs(t))
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			if len(p.Mistakes()) > 0 || len(p.Directory().Tiers) != 4 || len(p.Contents()) != len(p.Documents()) {
				t.Error("the pack reads otherwise when shared")
			}
		})
	}
	readers.Wait()
}
