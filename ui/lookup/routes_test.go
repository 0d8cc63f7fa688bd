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
		"out of hours": model.OutOfHours, "EDT": model.OutOfHours, "emergency duty team": model.OutOfHours, "lado": model.LADO,
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
	l := &model.Local{Entries: []model.LocalEntry{{Kind: model.LocalContact, Slot: model.OutOfHours, Name: "Out-of-hours number", Phone: "020 7946 0100"}}}
	for _, place := range []string{"contacts", "screen/emergency"} {
		if !says(nil, place, "no out-of-hours number") || !says(nil, place, "no LADO") {
			t.Errorf("%s doesn't say that nothing is printed", place)
		}
		if says(l, place, "no out-of-hours number") || !says(l, place, "no LADO") {
			t.Errorf("%s says what is entered to be missing", place)
		}
	}
	own := []model.LocalEntry{{Kind: model.LocalRota, Name: "Beacon High School", Who: "PC Lane", Phone: "020 7946 0001"}}
	for _, n := range Notes(p, nil, own, "rota") {
		if strings.Contains(n.Text, "no phone or e-mail") {
			t.Error("the officer's number is entered, and a note says that there is none")
		}
	}
}
