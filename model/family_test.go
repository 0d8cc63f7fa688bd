package model

import (
	"strings"
	"testing"
	"time"
)

func TestNotToldIsAnAnswerWithItsReason(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	decision := func(family string) ConcernEntry {
		return ConcernEntry{
			Kind: KindDecision, Text: "Refer.", Reasons: "He is afraid.", Family: family,
			By: "A. B., DSL",
		}
	}
	for _, bare := range []string{"no", "No.", "Not told", "not yet", "N/A"} {
		e := decision(bare)
		if label, why := e.Settle(now); label != FamilyLabel ||
			!strings.Contains(why, "increase the risk or hamper an inquiry") {
			t.Errorf("%q gives %q, %q", bare, label, why)
		}
	}
	for _, told := range []string{"Not told: it would increase the risk.", "Mother told at 16:30."} {
		e := decision(told)
		if label, why := e.Settle(now); label != "" {
			t.Errorf("%q gives %q, %q", told, label, why)
		}
	}
}
