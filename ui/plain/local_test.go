package plain

import (
	"strings"
	"testing"

	"isspp/model"
)

func TestTheClosingPageHasWhatTheSchoolKnows(t *testing.T) {
	const closed = "Targeted Youth Support (TYS)"
	if !strings.Contains(sit(t).says(whole...), closed) {
		t.Fatal("the service isn't suggested to anybody")
	}
	s := sit(t)
	s.local = &model.Local{StaleAfter: 90, Entries: []model.LocalEntry{
		{
			Kind: model.LocalRota, Name: "St Aloysius RC College", Who: "PC Sam Brown", Phone: "020 7946 0001",
			Checked: "2026-11-01", By: "A. Reed", Line: 3,
		},
		{
			Kind: model.LocalContact, Slot: model.OutOfHours, Name: "Out-of-hours number", Phone: "020 7946 0100",
			Checked: "2026-01-01", By: "A. Reed", Line: 9,
		},
		{
			Kind: model.LocalService, Name: "Targeted Youth Support (TYS)", Closed: true, Checked: "2026-11-01",
			By: "A. Reed", Line: 14,
		},
		{
			Kind: model.LocalService, Name: "Minority Matters", Phone: "020 7946 0055", Checked: "2026-11-01",
			By: "A. Reed", Line: 18,
		},
	}}
	text := strings.Join(strings.Fields(s.says(whole...)), " ")
	for _, want := range []string{
		"PC Sam Brown, 020 7946 0001; days not stated: ask (checked 1 November 2026 by A. " +
			"Reed)", "PC Vittorio D'Orsi", "Out-of-hours number: 020 7946 0100 (checked 1 January 2026 by A. Reed; " +
			"STALE",
		"LADO: NOT SET",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said", want)
		}
	}
	if strings.Index(text, "PC Sam Brown") > strings.Index(text, "PC Vittorio D'Orsi") {
		t.Error("the protocol's officer comes first")
	}
	if strings.Contains(text, closed) {
		t.Error("a service that the school knows to be closed is suggested")
	}
}
