package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
)

func TestTheDirectoryForPeople(t *testing.T) {
	m := monday()
	m.types("directory").says(t, StatusFound, "Family Information Service", "Wipers", "Ended Jigsaw",
		"youthsafety@islington.gov.uk")
	m.types("directory", "wipers").says(t, StatusFound, "020 7527 7050", "Ages 11–17", "not stated")
	m.types("directory", "wippers").says(t, StatusFound, "No exact match for “wippers”. Closest:", "Wipers")
	m.types("directory", "csct").says(t, StatusFound, "Children's Services Contact Team", "020 7527 7400")
	m.types("directory", "bulletin").says(t, StatusFound, "youthsafety@islington.gov.uk")
	m.types("directory", "solace").says(t, StatusFound, "no contact printed: ask", "020 7527 5959", "020 7527 7400")
	m.types("directory", "victim support").says(t, StatusFound,
		"Open now yes: Monday to Friday 8:00–20:00; Saturday 9:00–17:00")
	m.types("directory", "--open").says(t, StatusFound, "Bright Futures", "Victim Support")
	m.types("directory", "--age", "13", "--topic", "gangs").says(t, StatusFound, "Integrated Gang Team",
		"Ages not printed: ask")
	m.types("directory", "astronomy").says(t, StatusNothing, "no service in the directory fits “astronomy”",
		"020 7527 7400")
	m.types("directory", "jigsaw").says(t, StatusFound, "it has ended, spring 2023")
	if got := m.types("directory", "--age", "13"); strings.Contains(got.out, "Jigsaw") {
		t.Error("a service that has ended is offered by age")
	}
}

func TestTheDirectorysJSON(t *testing.T) {
	var got saidDirectory
	monday().types("directory", "--json").says(t, StatusFound).json(t, &got)
	if len(got.Services) != 25 || len(got.Head) != 5 || got.Bulletin == nil || got.Edition != "2023–24" {
		t.Errorf("%d services, %d contacts at the head, bulletin %v", len(got.Services), len(got.Head), got.Bulletin)
	}
	open := map[model.Open]int{}
	for i, s := range got.Services {
		open[s.Open]++
		if s.Layer != "protocol" || s.Edition == "" || s.Dated == "" || s.Contacts == nil || s.Notes == nil ||
			len(s.Text) == 0 || s.Tier == 0 {
			t.Errorf("incomplete: %+v", s)
		}
		if (s.Ended != "") != (i == len(got.Services)-1) {
			t.Errorf("%s at %d: ended %q", s.Name, i, s.Ended)
		}
	}
	if open[model.OpenYes] != 2 || open[model.OpenNo] != 1 {
		t.Errorf("open on a Monday morning: %v", open)
	}
	monday().types("directory", "zzzz", "--json").says(t, StatusNothing, `"services": []`, `"head": []`,
		`"bulletin": null`)
}

func TestTheTablesOfFactors(t *testing.T) {
	var got saidFactors
	monday().types("factors", "--json").says(t, StatusFound).json(t, &got)
	counts := map[string]int{}
	for _, l := range got.Lists {
		for _, d := range l.Domains {
			counts[l.ID] += len(d.Items)
		}
	}
	for id, want := range map[string]int{"risk": 71, "girls": 16, "signs": 26, "protective": 37} {
		if counts[id] != want {
			t.Errorf("%s: %d items, want %d", id, counts[id], want)
		}
	}
	monday().types("factors", "preventative").says(t, StatusFound, "Faith or spirituality")
	monday().types("factors", "signs").says(t, StatusFound, "New nickname",
		"does not necessarily translate to involvement")
}

func TestFindSaysWhereItStands(t *testing.T) {
	var got saidFound
	monday().types("find", "nickname", "--json").says(t, StatusFound).json(t, &got)
	if len(got.Results) == 0 || got.Results[0].Kind != "item" || got.Results[0].Where == "" ||
		got.Results[0].Layer != "protocol" {
		t.Errorf("got %+v", got.Results)
	}
	for _, name := range []string{"YOS", "YOT", "YJS"} {
		monday().types("find", name, "--json").says(t, StatusFound, "Islington Youth Justice Service (YJS)")
	}
	monday().types("find", "school").says(t, StatusFound, "more: isspp find --all")
	monday().types("find", "xylophone").says(t, StatusNothing, "nothing in the protocol fits")
	monday().types("find", "xylophone", "--json").says(t, StatusNothing, `"results": []`)
}

func TestReadingASection(t *testing.T) {
	source, err := os.ReadFile(filepath.Join("..", "..", "content", "islington", "rota.md"))
	if err != nil {
		t.Fatal(err)
	}
	piped := monday().types("read", "rota").says(t, StatusFound)
	if !strings.HasSuffix(string(source), piped.out) || !strings.HasPrefix(piped.out, "# ") {
		t.Errorf("not the document's own Markdown:\n%s", piped.out)
	}
	monday().at(80).types("read", "5").says(t, StatusFound, "The ISSPP Programme", "PC Kerry Hughes",
		"Islington Primary School Support")
	monday().at(80).types("read", "6a").says(t, StatusFound, "High daring", "Girls, Youth Violence and Gangs")
	monday().at(80).types("read", "protectve").says(t, StatusFound, "Faith or spirituality")
	monday().types("read").says(t, StatusFound, "programme", "delivery-plan")
	monday().types("read", "recommendations").says(t, StatusFound, "closer links")
	monday().types("read", "cookery").says(t, StatusNothing, "No section fits “cookery”", "programme")
	monday().types("read", "cookery", "--json").says(t, StatusNothing, `"sections": []`)
	monday().types("read", "rota", "--json").says(t, StatusFound, `"PC Kerry Hughes"`)
	for _, d := range content.Embedded().Documents() {
		got := monday().at(40).types("read", d.ID, "--theme", "mono").says(t, StatusFound)
		for _, line := range strings.Split(got.out, "\n") {
			if component.Width(line) > 40 {
				t.Errorf("%s at 40: %q", d.ID, line)
			}
		}
	}
}

// everyString gathers the strings of a decoded document.
func everyString(value any, into map[string]bool) {
	switch v := value.(type) {
	case string:
		into[v] = true
	case []any:
		for _, e := range v {
			everyString(e, into)
		}
	case map[string]any:
		for _, e := range v {
			everyString(e, into)
		}
	}
}

func TestTheWholeProtocolHasEverySentenceAsAString(t *testing.T) {
	got := monday().types("protocol", "--json").says(t, StatusFound)
	var whole any
	if err := json.Unmarshal([]byte(got.out), &whole); err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	everyString(whole, has)
	for _, d := range content.Embedded().Documents() {
		for _, text := range model.BlockTexts(d.Blocks) {
			if !has[text] {
				t.Errorf("%s: no string %q", d.ID, text)
			}
		}
	}
	for _, n := range content.Embedded().Notes() {
		if !has[n.Text] {
			t.Errorf("no note %q", n.Text)
		}
	}
	monday().at(80).types("protocol").says(t, StatusFound, "isspp protocol --json")
}

func BenchmarkRota(b *testing.B) {
	for b.Loop() {
		monday().types("rota", "dorsi")
	}
}

func BenchmarkFind(b *testing.B) {
	index := content.Embedded().Index()
	for b.Loop() {
		index.Search("county lines")
	}
}
