package lookup

import (
	"os"
	"strings"
	"testing"

	"isspp/content"
	"isspp/model"
)

// first is the answer's services by id, each with what is said beside it.
func first(a Services) []string {
	var out []string
	for _, m := range a.Services {
		said := strings.TrimPrefix(m.ID, "directory/")
		if m.For != "" {
			said += " for " + m.For
		}
		if r := m.Remark(); r != "" {
			said += " (" + r + ")"
		}
		out = append(out, said)
	}
	return out
}

func TestLookUpsAndWhatTheyMustAnswer(t *testing.T) {
	p := content.Embedded()
	age := func(n int, query, topic string) model.ServiceFilter {
		return model.ServiceFilter{Query: query, ByAge: true, Age: n, Topic: topic, Now: turnDay}
	}
	for _, c := range []struct {
		name    string
		f       model.ServiceFilter
		matched model.Matched
		first   string // the first services, in order
		never   string
	}{
		{"16, girls, girl gang", age(16, "girl gang", "girls"), model.MatchExact, "abianda for young women", ""},
		{"16, gangs", age(16, "", "gangs"), model.MatchExact, "integrated-gang-team", ""},
		{"16, gangs typed", age(16, "gangs", ""), model.MatchExact, "integrated-gang-team", "iyla"},
		{
			"14, girl gang", age(14, "girl gang", ""), model.MatchNear,
			"abianda for young women (printed for 16–24: ask)",
			"",
		},
		{"12, exploitation", age(12, "", "exploitation"), model.MatchExact, "exploited-and-missing", "iyla"},
		{"12, exploitation typed", age(12, "exploitation", ""), model.MatchExact, "exploited-and-missing", "iyla"},
		{
			"14, knife crime", age(14, "", "knife crime"), model.MatchExact,
			"targeted-youth-support|ben-kinsella-trust",
			"",
		},
		{"15, substance misuse", age(15, "", "substance misuse"), model.MatchExact, "ycsmas", ""},
		{
			"24, substance misuse", age(24, "", "substance misuse"), model.MatchExact,
			"ycsmas (to 25 with learning needs)", "",
		},
		{"7, mentoring", age(7, "", "mentoring"), model.MatchExact, "chance-uk", "st-giles"},
		{
			"7, mentoring, a youth service whose ages aren't printed", age(7, "", "mentoring"), model.MatchExact,
			"chance-uk", "targeted-youth",
		},
		{"9, knife crime", age(9, "", "knife crime"), model.MatchExact, "ben-kinsella-trust", "targeted-youth"},
		{
			"10, knife crime", age(10, "", "knife crime"), model.MatchExact,
			"targeted-youth-support|ben-kinsella-trust",
			"",
		},
		{
			"7, TYS by its name", age(7, "Targeted Youth Support", ""), model.MatchExact,
			"targeted-youth-support (ages not printed, suggested from 10: ask)", "",
		},
		{"8, activities", age(8, "activities", ""), model.MatchExact, "adventure-playgrounds", ""},
		{"8, positive activities", age(8, "", "positive activities"), model.MatchExact, "adventure-playgrounds", ""},
		{"4, family", age(4, "family", ""), model.MatchExact, "bright-start", ""},
		{"15, victims of crime", age(15, "", "victims of crime"), model.MatchExact, "victim-support", "youth-justice"},
		{"25, ycsmas", age(25, "ycsmas", ""), model.MatchExact, "ycsmas (to 25 with learning needs)", ""},
		{
			"30, ycsmas", age(30, "ycsmas", ""), model.MatchExact,
			"ycsmas (printed for 12–21, to 25 with learning needs: ask)", "",
		},
		{"9, girls", age(9, "", "girls"), model.MatchNear, "abianda for young women (printed for 16–24: ask)", ""},
		{"robbery", model.ServiceFilter{Query: "robbery", Now: turnDay}, model.MatchSynonym, "victim-support", ""},
		{
			"arrest",
			model.ServiceFilter{Query: "arrest", Now: turnDay},
			model.MatchSynonym,
			"youth-justice-service for young people who offend, or might", "",
		},
		{"overdose", model.ServiceFilter{Query: "overdose", Now: turnDay}, model.MatchSynonym, "mental-health", ""},
		{"self-harm", model.ServiceFilter{Query: "self-harm", Now: turnDay}, model.MatchExact, "mental-health", ""},
		{"VAWG", model.ServiceFilter{Query: "VAWG", Now: turnDay}, model.MatchSynonym, "abianda for young women", ""},
		{
			"county lines",
			model.ServiceFilter{Query: "county lines", Now: turnDay},
			model.MatchExact,
			"exploited-and-missing", "",
		},
		{
			"drug running",
			model.ServiceFilter{Query: "drug running", Now: turnDay},
			model.MatchSynonym,
			"exploited-and-missing", "",
		},
		{"CCE", model.ServiceFilter{Query: "CCE", Now: turnDay}, model.MatchSynonym, "exploited-and-missing", ""},
		{"CSE", model.ServiceFilter{Query: "CSE", Now: turnDay}, model.MatchExact, "exploited-and-missing", ""},
		{
			"grooming",
			model.ServiceFilter{Query: "grooming", Now: turnDay},
			model.MatchSynonym, "exploited-and-missing",
			"ycsmas",
		},
		{
			"social worker",
			model.ServiceFilter{Query: "social worker", Now: turnDay},
			model.MatchSynonym,
			"children-in-need", "",
		},
		{
			"yot",
			model.ServiceFilter{Query: "yot", Now: turnDay},
			model.MatchSynonym,
			"youth-justice-service for young people who offend, or might", "",
		},
		{
			"yos",
			model.ServiceFilter{Query: "YOS", Now: turnDay},
			model.MatchSynonym,
			"youth-justice-service for young people who offend, or might", "",
		},
		{
			"yjs",
			model.ServiceFilter{Query: "yjs", Now: turnDay},
			model.MatchExact,
			"youth-justice-service for young people who offend, or might", "",
		},
		{"a slip", model.ServiceFilter{Query: "wippers", Now: turnDay}, model.MatchNear, "wipers", ""},
	} {
		a := Directory(p, nil, c.f)
		got := first(a)
		want := strings.Split(c.first, "|")
		if len(got) < len(want) || strings.Join(got[:len(want)], "|") != c.first {
			t.Errorf("%s: %q, want %s first", c.name, got, c.first)
		}
		if a.Matched != c.matched {
			t.Errorf("%s is found as %s", c.name, a.Matched)
		}
		if c.never != "" && strings.Contains(strings.Join(got, " "), c.never) {
			t.Errorf("%s offers %s: %q", c.name, c.never, got)
		}
	}
}

func TestNearMissesNameWhatComesNext(t *testing.T) {
	a := Directory(content.Embedded(), nil, model.ServiceFilter{Query: "girl gang", ByAge: true, Age: 14, Now: turnDay})
	if got := strings.Join(first(a), "|"); !strings.Contains(got, "|integrated-gang-team (about gangs)") {
		t.Error(got)
	}
}

func TestOutOfHoursIsTheSchoolsOwnNumberOrLoudlyNone(t *testing.T) {
	p := content.Embedded()
	a := Directory(p, nil, model.ServiceFilter{Query: "out of hours", Now: turnDay})
	if len(a.Own) != 1 || a.Own[0].Says() != NotSet || len(a.Head) != 1 || a.Head[0].ID != "csct" ||
		len(a.Services) > 0 {
		t.Errorf("unset: %+v", a)
	}
	l := &model.Local{Entries: []model.LocalEntry{{
		Kind: model.LocalContact, Slot: model.OutOfHours,
		Name: "Out-of-hours number", Phone: "020 7946 0100",
	}}}
	a = Directory(p, l, model.ServiceFilter{Query: "out of hours", Now: turnDay})
	if len(a.Own) != 1 || a.Own[0].Ring() != "020 7946 0100" {
		t.Errorf("set: %+v", a.Own)
	}
	for _, query := range []string{"LADO", "lado", "designated officer", "allegation", "allegations"} {
		if a := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay}); len(a.Own) != 1 ||
			a.Own[0].Slot != model.LADO || a.Matched != model.MatchExact {
			t.Errorf("%s: %+v", query, a)
		}
	}
	if a := Directory(p, nil, model.ServiceFilter{Query: "police", Now: turnDay}); len(a.Head) < 2 ||
		a.Head[0].ID != "999" || a.Head[1].ID != "101" {
		t.Errorf("police: %+v", a.Head)
	}
}

func TestFindingGrooming(t *testing.T) {
	found := content.FindAll(nil, content.Embedded(), "grooming")
	if len(found) == 0 || found[0].ID != "directory/exploited-and-missing" || found[0].Match != model.MatchSynonym {
		t.Fatalf("first is %+v", found)
	}
	signs := 0
	for _, f := range found {
		text := f.Title + f.Text
		if strings.Contains(text, "growing up") || strings.Contains(text, "Poverty") ||
			strings.Contains(f.ID, "ycsmas") {
			t.Errorf("it brings %s", f.Title)
		}
		if strings.HasPrefix(f.ID, "signs/exploitation/") {
			signs++
		}
		if f.Match != model.MatchSynonym && f.Match != model.MatchExact {
			t.Errorf("%s is %q", f.Title, f.Match)
		}
	}
	if signs != 6 {
		t.Errorf("%d of the six signs of sexual exploitation", signs)
	}
}

func TestOneSearchGivesOneAnswer(t *testing.T) {
	p := content.Embedded()
	for _, query := range []string{
		"grooming", "CCE", "CSE", "yot", "yos", "yjs", "VAWG", "self-harm", "robbery", "arrest", "drug running",
		"county lines",
		"social worker", "overdose", "mentoring", "domestic violence",
	} {
		a := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay})
		if len(a.Services) == 0 {
			t.Errorf("the directory has nothing for %s", query)
			continue
		}
		for _, f := range content.FindAll(nil, p, query) {
			if f.Kind == "service" {
				if f.ID != a.Services[0].ID {
					t.Errorf("%s: find has %s first, the directory %s", query, f.ID, a.Services[0].ID)
				}
				break
			}
		}
	}
}

func TestAnotherBoroughIsSearchedByItsOwnWords(t *testing.T) {
	p := content.Open(os.DirFS("../../content/testdata/brackwater"))
	for query, want := range map[string]string{
		"parcels": "services/breakwater", "after school": "services/knot-club",
		"counselling": "services/crows-nest",
	} {
		a := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay})
		if len(a.Services) == 0 || a.Services[0].ID != want {
			t.Errorf("%s: %v", query, first(a))
		}
	}
	for _, query := range []string{"grooming", "yot", "county lines", "bright start", "abianda"} {
		if a := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay}); !a.Empty() {
			t.Errorf("%s is answered %v", query, first(a))
		}
		if found := content.FindAll(nil, p, query); len(found) > 0 {
			t.Errorf("%s finds %+v", query, found[0])
		}
	}
}

func TestTheRotaAnswersTheDirectorysWordsFromTheDirectory(t *testing.T) {
	p := content.Embedded()
	for query, want := range map[string]string{
		"grooming": "Exploited and Missing Team: 020 7527 8051", "yot": "Islington Youth Justice Service (YJS), for " +
			"young people who offend, or might: 020 7527 7050",
		"LADO": "LADO: NOT SET", "allegation": "LADO: NOT SET", "out of hours": "Out-of-hours number: NOT SET",
		"police": "Danger now: police or ambulance: 999", "csct": "Children's Services Contact Team: 020 7527 7400",
		"wipers": "Mentoring programme for 11 – 17-year-olds (Wipers): 020 7527 7050",
	} {
		a := FindRota(p, nil, query, "", turnDay)
		found, ok := a.InDirectory()
		if !ok || !a.None() {
			t.Errorf("%s isn't answered: settings %v", query, a.Found)
			continue
		}
		if lines := found.Lines(); lines[0] != want {
			t.Errorf("%s: first is %q", query, lines[0])
		}
		if same := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay}); strings.Join(same.Lines(),
			"|") != strings.Join(found.Lines(), "|") {
			t.Errorf("%s: the rota has %q, the directory %q", query, found.Lines(), same.Lines())
		}
	}
	// A school that the rota doesn't list gets no service.
	for _, query := range []string{
		"Hungerford Primary School", "St Jude", "primary school", "Highbury Quadrant", "zzz",
		"",
	} {
		if found, ok := FindRota(p, nil, query, "", turnDay).InDirectory(); ok {
			t.Errorf("%q is answered with %q", query, found.Lines())
		}
	}
}

func TestWordsThatStandApartDontBringAServiceBesideATopic(t *testing.T) {
	a := Directory(content.Embedded(), nil, model.ServiceFilter{Query: "social worker", Now: turnDay})
	if got := strings.Join(first(a), " "); strings.Contains(got, "play-and-youth") {
		t.Errorf("social worker brings %s", got)
	}
}

func TestASlipInATopicsWordFindsTheTopicAndIsCalledAGuess(t *testing.T) {
	p := content.Embedded()
	for _, query := range []string{"groming", "exploitaton", "mentring"} {
		a := Directory(p, nil, model.ServiceFilter{Query: query, Now: turnDay})
		want := map[string]string{"groming": "exploited-and-missing", "exploitaton": "exploited-and-missing"}[query]
		if got := first(a); a.Matched != model.MatchNear || len(got) == 0 || want != "" && got[0] != want {
			t.Errorf("%s finds %q as %s", query, got, a.Matched)
		}
		for _, f := range content.FindAll(nil, p, query) {
			if f.Match != model.MatchNear || strings.Contains(f.Title+f.Text, "growing up") {
				t.Errorf("%s finds %q as %s", query, f.Title, f.Match)
			}
		}
	}
}
