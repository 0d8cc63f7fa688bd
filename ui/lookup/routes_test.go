package lookup

import (
	"strings"
	"testing"
	"time"

	"isspp/content"
	"isspp/model"
)

func TestTheRoutesAreTheProtocolsAnd999ComesFirst(t *testing.T) {
	var got []string
	for _, r := range Routes(content.Embedded(), nil, time.Time{}) {
		got = append(got, r.Number)
	}
	if strings.Join(got, ", ") != "999, 101, 020 7527 7400" {
		t.Errorf("the routes are %v", got)
	}
}

func TestTheSchoolsOwnContactsAreFoundByEveryNameForThem(t *testing.T) {
	for query, want := range map[string]model.LocalSlot{
		"out of hours": model.OutOfHours, "EDT": model.OutOfHours, "emergency duty team": model.OutOfHours,
		"lado":               model.LADO,
		"designated officer": model.LADO, "ddsl": model.DeputyDSL,
	} {
		found, _ := FindOwns(nil, time.Time{}, query)
		if len(found) == 0 || found[0].Slot != want || found[0].Says() != NotSet {
			t.Errorf("%q finds %+v", query, found)
		}
	}
	if found, _ := FindOwns(nil, time.Time{}, "youth"); found != nil {
		t.Errorf("youth finds %+v", found)
	}
}

func TestANoteThatSomethingIsNotPrintedGivesWayToTheEntry(t *testing.T) {
	p := content.Embedded()
	says := func(l *model.Local, id, words string) bool {
		for _, n := range Notes(p, l, nil, id) {
			if strings.Contains(n.Text, words) {
				return true
			}
		}
		return false
	}
	l := &model.Local{Entries: []model.LocalEntry{{
		Kind: model.LocalContact, Slot: model.OutOfHours,
		Name: "Out-of-hours number", Phone: "020 7946 0100",
	}}}
	for _, place := range []string{"contacts", "screen/emergency"} {
		if !says(nil, place, "no out-of-hours number") || !says(nil, place, "no LADO") {
			t.Errorf("%s doesn't say that nothing is printed", place)
		}
		if says(l, place, "no out-of-hours number") || !says(l, place, "no LADO") {
			t.Errorf("%s says what is entered to be missing", place)
		}
	}
	own := []model.LocalEntry{{
		Kind: model.LocalRota, Name: "Beacon High School", Who: "PC Lane",
		Phone: "020 7946 0001",
	}}
	for _, n := range Notes(p, nil, own, "rota") {
		if strings.Contains(n.Text, "no phone or e-mail") {
			t.Error("the officer's number is entered, and a note says that there is none")
		}
	}
}

func TestANewerNumberOfTheSchoolsStandsBesideTheProtocolsWhileItHolds(t *testing.T) {
	p, now := content.Embedded(), time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	csct := p.Contacts()[0]
	for _, h := range p.Contacts() {
		if h.Short == "CSCT" {
			csct = h
		}
	}
	entry := model.LocalEntry{
		Kind: model.LocalService, Name: csct.Name, Key: model.Fold(csct.Name),
		Phone: "020 7946 0055", Checked: "2026-11-01", By: "A. Reed",
	}
	for name, c := range map[string]struct {
		change func(*model.LocalEntry)
		newer  bool
	}{
		"holds":             {func(*model.LocalEntry) {}, true},
		"has no number":     {func(e *model.LocalEntry) { e.Phone, e.Email = "", "csct@example.org" }, false},
		"is over":           {func(e *model.LocalEntry) { e.Until = "2026-11-01" }, false},
		"hasn't begun":      {func(e *model.LocalEntry) { e.From = "2026-12-01" }, false},
		"is about somebody": {func(e *model.LocalEntry) { e.Name, e.Key = "Solace", "solace" }, false},
	} {
		e := entry
		c.change(&e)
		l := &model.Local{Entries: []model.LocalEntry{e}}
		routes := Routes(p, l, now)
		last := routes[len(routes)-1]
		if last.Number != "020 7527 7400" || (last.Ring() == "020 7946 0055 (Local)") != c.newer ||
			(last.LocalWords != "") != c.newer {
			t.Errorf("an entry that %s: ring %s, %q", name, last.Ring(), last.LocalWords)
		}
		number, layer := Number(l, csct, now)
		if (number == "020 7946 0055" && layer == model.LayerLocal) != c.newer || !c.newer &&
			(number != "020 7527 7400" || layer != model.LayerProtocol) {
			t.Errorf("an entry that %s: %s of layer %s", name, number, layer)
		}
		if routes[0].Ring() != "999" {
			t.Errorf("an entry that %s: %s comes first", name, routes[0].Ring())
		}
	}
}

func TestADeputyStandsAmongWhomToRingOnlyOnceEntered(t *testing.T) {
	slots := func(l *model.Local) string {
		own, _ := FindOwns(l, time.Time{}, "")
		var out []string
		for _, o := range own {
			out = append(out, o.Slot.Name()+" "+o.Ring())
		}
		return strings.Join(out, "; ")
	}
	if got := slots(nil); strings.Contains(got, "Deputy") || strings.Count(got, NotSet) != 3 {
		t.Errorf("without any: %s", got)
	}
	l := &model.Local{Entries: []model.LocalEntry{
		{Kind: model.LocalContact, Slot: model.DeputyDSL, Name: "Deputy DSL", Who: "B. Cole", Phone: "ext. 12"},
		{Kind: model.LocalContact, Slot: model.DSL, Name: "DSL", Who: "A. Reed", Email: "dsl@example.org"},
	}}
	if got := slots(l); !strings.Contains(got, "Deputy DSL ext. 12") || !strings.Contains(got, "A. Reed") ||
		strings.Count(got, NotSet) != 2 {
		t.Errorf("with a deputy: %s", got)
	}
}
