package model

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// someServices is a directory with one service of each sort.
func someServices() Directory {
	weekdays := []int{1, 2, 3, 4, 5}
	return Directory{Tiers: []Tier{
		{Number: 1, Title: "Early help", Services: []Service{
			{
				ID: "directory/bright", Name: "Bright Futures 5 – 19", Tier: 1, Ages: AgeSpan{Printed: true, From: 5, To: 19},
				Hours:    []OpenHours{{Days: weekdays, From: 540, To: 1020, ExceptHolidays: true}},
				Contacts: []Contact{{Phone, "020 7527 4343", "0207 527 4343"}},
			},
			{
				ID: "directory/minority", Name: "Minority Matters", Tier: 1, Topics: []string{"gangs"},
				Text: []Block{{Kind: Paragraph, Spans: []Span{{Text: "Affected by county lines and knife crime."}}}},
			},
		}},
		{Number: 3, Title: "Targeted", Services: []Service{
			{ID: "directory/kinsella", Name: "Ben Kinsella Trust", Tier: 3, Topics: []string{"knives"}},
			{ID: "directory/wipers", Name: "Wipers", Tier: 3, Ages: AgeSpan{Printed: true, From: 11, To: 17}, Topics: []string{"gangs"}},
			{
				ID: "directory/victim", Name: "Victim Support", Tier: 3,
				Hours: []OpenHours{{Days: weekdays, From: 480, To: 1200}, {Days: []int{6}, From: 540, To: 1020}},
			},
			{
				ID: "directory/jigsaw", Name: "Jigsaw – GC", Tier: 3, Ended: "2023-04-10", Topics: []string{"gangs"},
				Ages: AgeSpan{Printed: true, From: 0, To: 99}, Hours: []OpenHours{{Days: []int{1, 3, 5}, From: 900, To: 1080}},
			},
			{ID: "directory/play", Name: "Adventure Playgrounds", Tier: 4, Ages: AgeSpan{Printed: true, From: 6, OpenEnd: true}},
		}},
	}}
}

func picked(f ServiceFilter) string {
	if f.Now.IsZero() {
		f.Now = at(23, 10, 0)
	}
	matches, _ := someServices().Pick(f)
	var names []string
	for _, m := range matches {
		name := strings.TrimPrefix(m.ID, "directory/")
		if m.AgesUnknown {
			name += "?"
		}
		if m.Over {
			name += "!"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func TestPickingServices(t *testing.T) {
	for _, c := range []struct {
		name string
		f    ServiceFilter
		want string
	}{
		{"everything, what has ended last", ServiceFilter{}, "bright minority kinsella wipers victim play jigsaw!"},
		{
			"before it ended it stands in its place",
			ServiceFilter{Now: time.Date(2023, 4, 10, 12, 0, 0, 0, time.UTC)},
			"bright minority kinsella wipers victim jigsaw play",
		},
		{
			"thirteen, where no ages are printed last and marked",
			ServiceFilter{ByAge: true, Age: 13},
			"bright wipers play minority? kinsella? victim?",
		},
		{"five", ServiceFilter{ByAge: true, Age: 5}, "bright minority? kinsella? victim?"},
		{"thirty, the playgrounds print no upper age", ServiceFilter{ByAge: true, Age: 30}, "play minority? kinsella? victim?"},
		{"a topic never offers what has ended", ServiceFilter{Topic: "gangs"}, "minority wipers"},
		{"a topic nobody has", ServiceFilter{Topic: "weather"}, ""},
		{"open on a Monday morning", ServiceFilter{Open: true}, "bright victim"},
		{"open on a Saturday", ServiceFilter{Open: true, Now: at(28, 10, 0)}, "victim"},
		{"by name", ServiceFilter{Query: "wipers"}, "wipers"},
		{"by misspelt name", ServiceFilter{Query: "wippers"}, "wipers"},
		{"by what it says", ServiceFilter{Query: "knife"}, "minority"},
		{"by number as printed", ServiceFilter{Query: "0207 527 4343"}, "bright"},
		{"by number without spaces", ServiceFilter{Query: "02075274343"}, "bright"},
		{"by a name that has ended", ServiceFilter{Query: "jigsaw"}, "jigsaw!"},
		{"nothing", ServiceFilter{Query: "astronomy"}, ""},
	} {
		if got := picked(c.f); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestOpenNow(t *testing.T) {
	all := someServices().Services()
	bright, victim, kinsella, jigsaw := all[0], all[4], all[2], all[5]
	bankHoliday := time.Date(2026, 12, 28, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name string
		s    Service
		now  time.Time
		want Open
	}{
		{"at nine", bright, at(23, 9, 0), OpenYes},
		{"a minute before", bright, at(23, 8, 59), OpenNo},
		{"at five", bright, at(23, 17, 0), OpenNo},
		{"on Sunday", bright, at(29, 10, 0), OpenNo},
		{"on a bank holiday that is printed as closed", bright, bankHoliday, OpenNo},
		{"on one that isn't", victim, bankHoliday, OpenYes},
		{"Saturday hours", victim, at(28, 16, 59), OpenYes},
		{"no hours printed", kinsella, at(23, 9, 0), OpenNotStated},
		{"ended", jigsaw, at(23, 16, 0), OpenNo},
	} {
		if got := OpenNow(c.s, c.now); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestHoursAndAgesInWords(t *testing.T) {
	all := someServices().Services()
	if got := all[0].Hours[0].String(); got != "Monday to Friday 9:00–17:00, not on public holidays" {
		t.Error(got)
	}
	if got := all[5].Hours[0].String(); got != "Monday, Wednesday, Friday 15:00–18:00" {
		t.Error(got)
	}
	for want, span := range map[string]AgeSpan{
		"not printed": {}, "6 and up": {Printed: true, From: 6, OpenEnd: true}, "11–17": {Printed: true, From: 11, To: 17},
		"up to 18": {Printed: true, To: 18}, "16": {Printed: true, From: 16, To: 16},
	} {
		if got := span.String(); got != want {
			t.Errorf("%+v reads %q, want %q", span, got, want)
		}
	}
	if _, how := someServices().Pick(ServiceFilter{Query: "wippers"}); how != MatchNear {
		t.Errorf("a misspelling is found as %s", how)
	}
	if !slices.Contains(BlockTexts(all[1].Text), "Affected by county lines and knife crime.") {
		t.Error("the text of a paragraph is missing")
	}
}
