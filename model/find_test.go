package model

import (
	"fmt"
	"strings"
	"testing"
)

// smallSource is a pack with one of each sort of passage.
func smallSource() Source {
	return Source{
		Rota: protocolRota(),
		Lists: []List{
			{ID: "risk", Title: "Risk Factors", Domains: []Domain{{ID: "risk/peers", Title: "Peers", Items: []Item{
				{ID: "risk/peers/anti", Text: "Involved in anti-social behaviour"},
				{ID: "risk/peers/reward", Text: "Peer rewards for antisocial behaviour"},
			}}}},
		},
		Directory: Directory{
			Head: []HeadContact{{
				ID: "csct", Name: "Children's Services Contact Team", Short: "CSCT",
				Contacts: []Contact{{Phone, "020 7527 7400", "0207 527 7400"}},
			}},
			Tiers: []Tier{{Number: 2, Title: "Specialist", Services: []Service{
				{
					ID: "directory/yjs", Name: "Islington Youth Justice Service (YJS)",
					Contacts: []Contact{{Phone, "020 7527 7050", "0207 527 7050"}},
				},
				{ID: "directory/in-need", Name: "Children in Need", Within: "Children Social Care"},
			}}},
			Bulletin: HeadContact{ID: "bulletin", Name: "Youth Safety Bulletin"},
		},
		Documents: []Document{
			{
				ID: "factors", Kind: "text", Section: "6", Title: "Risk Factors, Signs and Preventative Factors",
				Blocks: []Block{
					{Kind: Heading, ID: "c", Level: 2, Spans: []Span{{Text: "Protective factors"}}},
					{Kind: Paragraph, Spans: []Span{
						{Text: "Schools link with the YOT team "},
						{Text: "every term", Strong: true},
					}},
					{Kind: Absent, Spans: []Span{{Text: "A picture stood here."}}},
					{Kind: Bullets, Items: []ListItem{{Spans: []Span{{Text: "Involved in anti-social behaviour"}}}}},
				},
			},
			{ID: "rota", Kind: "rota", Section: "5", Title: "Rota", Blocks: []Block{
				{Kind: Table, Rows: [][]Cell{{{Entries: []CellEntry{{Spans: []Span{{Text: "Beacon High School"}}}}}}}},
			}},
		},
		Glossary: []Term{
			{Short: "YJS", Long: "Youth Justice Service", Printed: true, Same: []string{"YOS", "YOT"}},
			{Short: "LADO", Long: "Local Authority Designated Officer"},
		},
		Notes: []Note{{ID: "lado", Text: "The protocol prints no LADO.", Dated: "2026-11-23"}},
	}
}

func search(t *testing.T, query string) []Passage {
	t.Helper()
	source := smallSource()
	return NewIndex(source.Passages(), Vocabulary{Terms: source.Glossary}).Search(query)
}

func TestFindPutsTheBestFirst(t *testing.T) {
	for query, want := range map[string]string{
		"beacon high school":  "setting rota/beacon-high",
		"dorsi":               "officer officer/pc-vittorio-dorsi",
		"csct":                "contact csct",
		"contact team":        "contact csct",
		"02075277050":         "service directory/yjs",
		"0207 527 7050":       "service directory/yjs",
		"7050":                "service directory/yjs",
		"antisocial":          "item risk/peers/reward",
		"anti-social":         "item risk/peers/anti",
		"anti social":         "item risk/peers/anti",
		"antisocail":          "item risk/peers/anti",
		"preventative":        "section factors",
		"preventative factor": "section factors",
		"lado":                "term glossary/LADO",
		"picture":             "paragraph ",
		"bulletin":            "contact bulletin",
		"social care":         "service directory/in-need",
		"zebra":               "",
		"":                    "",
	} {
		got := ""
		if found := search(t, query); len(found) > 0 {
			got = found[0].Kind + " " + found[0].ID
		}
		if got != want {
			t.Errorf("%q finds %q first, want %q", query, got, want)
		}
	}
}

func TestOneServiceUnderThreeNames(t *testing.T) {
	for _, query := range []string{"YOS", "YOT", "YJS"} {
		ids := ""
		for _, p := range search(t, query) {
			ids += p.Kind + " "
		}
		for _, want := range []string{"service", "paragraph", "term"} {
			if !strings.Contains(ids, want) {
				t.Errorf("%s misses the %s: %s", query, want, ids)
			}
		}
	}
}

func TestProtectiveAndPreventativeAreOneWord(t *testing.T) {
	a, b := search(t, "protective"), search(t, "preventative")
	if len(a) != 2 || len(b) != 2 || a[0].ID != "c" || b[0].ID != "factors" {
		t.Errorf("protective: %+v\npreventative: %+v", a, b)
	}
}

func TestNoSentenceIsFoundTwice(t *testing.T) {
	if found := search(t, "anti-social behaviour"); len(found) != 2 {
		t.Errorf("got %+v", found)
	}
	for _, p := range search(t, "beacon") {
		if p.Kind == "paragraph" {
			t.Errorf("the rota's table is found beside its row: %+v", p)
		}
	}
}

func TestFindSaysWhoseWordsTheyAre(t *testing.T) {
	for query, want := range map[string]Layer{
		"every term": LayerProtocol, "picture": LayerNote, "prints no lado": LayerNote, "designated": LayerNote,
	} {
		found := search(t, query)
		if len(found) != 1 || found[0].Layer != want || found[0].Where == "" {
			t.Errorf("%q: %+v, want one of layer %q", query, found, want)
		}
	}
}

// wholeProtocol is about as much text as the protocol has.
func wholeProtocol() []Passage {
	passages := smallSource().Passages()
	for i := range 600 {
		passages = append(passages, Passage{Kind: "paragraph", Title: fmt.Sprintf("Part %d", i/20), Text: fmt.Sprintf(
			"Schools%d and partners share word%d information about children at risk of violence number%d, "+
				"and review%d the training that officers offer every%d term.", i%90, i, i*7, i%300, i%50)})
	}
	return passages
}

func BenchmarkIndex(b *testing.B) {
	passages := wholeProtocol()
	for b.Loop() {
		NewIndex(passages, Vocabulary{})
	}
}

func BenchmarkSearch(b *testing.B) {
	index := NewIndex(wholeProtocol(), Vocabulary{})
	for _, query := range []string{"violence", "s", "informatoin", "children at risk", "dorsi"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				index.Search(query)
			}
		})
	}
}
