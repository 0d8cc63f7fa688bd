package lookup

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"isspp/content"
	"isspp/model"
)

// ours is what a school has entered: its own people and two primary schools.
func ours() *model.Local {
	own := func(slot model.LocalSlot, who, phone string) model.LocalEntry {
		return model.LocalEntry{Kind: model.LocalContact, Slot: slot, Name: slot.Name(), Who: who, Phone: phone}
	}
	school := func(name, who string) model.LocalEntry {
		return model.LocalEntry{Kind: model.LocalSchool, Name: name, Who: who}
	}
	return &model.Local{Entries: []model.LocalEntry{
		own(model.OutOfHours, "Duty team", "020 7527 7400"), own(model.DSL, "A. Reed", "020 7946 0003"),
		school("Aloysus Primary", "PC Kim Day"), school("Beacn Infants", "PC Jo Lane"),
	}}
}

// answered is an answer in a line: how it was found, how many of the school's own
// contacts, who stands outside the tiers, and the first services.
func answered(a Services, services int) string {
	var outside []string
	for _, h := range a.Head {
		outside = append(outside, h.ID)
	}
	for range a.Bulletin {
		outside = append(outside, "bulletin")
	}
	found := first(a)
	if len(found) > services {
		found = append(found[:services:services], "…")
	}
	return fmt.Sprintf("%s, %d own, [%s], [%s]", a.Matched, len(a.Own), strings.Join(outside, " "),
		strings.Join(found, " "))
}

// TestWhoStandsOutsideTheTiersIsFoundByNameAndNotByChance types what people type for
// somebody who is no service: a contact, the bulletin, one of the school's own people.
func TestWhoStandsOutsideTheTiersIsFoundByNameAndNotByChance(t *testing.T) {
	everything := model.ServiceFilter{}
	thirteen := model.ServiceFilter{ByAge: true, Age: 13}
	gangs := model.ServiceFilter{Topic: "gangs"}
	const aboutGangs = "minority-matters for black and minority ethnic communities (about gangs)"
	for _, c := range []struct {
		typed  string
		filter model.ServiceFilter
		local  *model.Local
		want   string
	}{
		// Somebody of the school's own: what is only spelled like it isn't meant.
		{"reed", everything, ours(), "exact, 1 own, [], []"},
		{"designated", everything, nil, "exact, 3 own, [], []"},
		// A word of theirs doesn't take away what it finds elsewhere.
		{"lead", everything, nil, "exact, 2 own, [], [youth-work]"},
		// A contact's own word before services that are only spelled like it.
		{"crimes", everything, nil, "exact, 0 own, [crimestoppers], []"},
		// With a filter the services that fit it stay, as near misses.
		{"csct", gangs, nil, "near, 0 own, [csct], [" + aboutGangs + " …]"},
		{"bulletin", gangs, nil, "near, 0 own, [], [" + aboutGangs + " …]"},
		// A slip in a contact's name is a guess, and only where no service is one.
		{"crimestopers", everything, nil, "near, 0 own, [crimestoppers], []"},
		{"csxt", everything, nil, "near, 0 own, [], [bright-futures …]"},
		// The bulletin is for no child of an age.
		{"bulletin", everything, nil, "exact, 0 own, [bulletin], []"},
		{"bulletin", thirteen, nil, "none, 0 own, [], []"},
		{"youth safety buletin", everything, nil, "near, 0 own, [bulletin], []"},
	} {
		c.filter.Query, c.filter.Now = c.typed, turnDay
		if got := answered(Directory(content.Embedded(), c.local, c.filter), 1); got != c.want {
			t.Errorf("%q: %s\nwant %s", c.typed, got, c.want)
		}
	}
	whole := Directory(content.Embedded(), nil, model.ServiceFilter{Query: "islington", Now: turnDay})
	if len(whole.Head) == 0 || len(whole.Bulletin) == 0 {
		t.Errorf("islington: %s", answered(whole, 1))
	}
}

func TestTheNameOfOneOfTheSchoolsOwnIsNotMeantForWhatMentionsIt(t *testing.T) {
	p := content.Open(fstest.MapFS{"directory.md": {Data: []byte("---\nkind: directory\ntitle: Who helps\n---\n\n## " +
		"1. Near school\n\n" +
		"### Desk {#desk}\n\nAdvice to the DSL, the deputy DSL and anybody who leads. Contact: 01632 960 201\n")}})
	for typed, want := range map[string]string{"DSL": "exact, 2 own, [], []", "advice": "exact, 0 own, [], [desk]"} {
		if got := answered(Directory(p, ours(), model.ServiceFilter{Query: typed, Now: turnDay}), 1); got != want {
			t.Errorf("%q: %s\nwant %s", typed, got, want)
		}
	}
}

// TestWhatIsWrittenSoLeavesOutWhatIsOnlySpelledLikeIt looks for settings of the rota
// beside schools of the school's own layer with names like theirs.
func TestWhatIsWrittenSoLeavesOutWhatIsOnlySpelledLikeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"aloysus":  "Local: Aloysus Primary",
		"aloysius": "St Aloysius RC College",
		"beacn":    "Local: Beacn Infants",
		"beacon":   "Beacon High School",
		"kim day":  "Local: Aloysus Primary",
		"primary":  "Local: Aloysus Primary",
	} {
		a := FindRota(content.Embedded(), ours(), typed, "", turnDay)
		var names []string
		for _, s := range a.Found {
			names = append(names, s.Name)
		}
		for _, e := range a.Schools {
			names = append(names, "Local: "+e.Name)
		}
		if got := strings.Join(names, "|"); got != want || a.Fit >= model.FitNear {
			t.Errorf("%s: %s (fit %d), want %s", typed, got, a.Fit, want)
		}
	}
	// A word that both have finds both.
	if a := FindRota(content.Embedded(), ours(), "", "", turnDay); len(a.Found) != 12 || len(a.Schools) != 2 {
		t.Errorf("without a query: %d settings, %d schools", len(a.Found), len(a.Schools))
	}
}
