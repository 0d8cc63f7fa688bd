package session

import "testing"

func TestEveryWayToEndSurvivesTheExitStatus(t *testing.T) {
	ways := []Outcome{{Quit: true}}
	for tab := range 5 {
		for bits := range endings {
			ways = append(ways, Outcome{Tab: tab, Walking: bits&bitWalking != 0, Present: bits&bitPresent != 0, Suspend: bits&bitSuspend != 0})
		}
	}
	for _, want := range ways {
		got, ok := outcomeOf(want.status())
		if !ok || got != want {
			t.Errorf("%+v comes back as %+v", want, got)
		}
	}
	for _, status := range []int{-1, 1, 2, 39, 160, 255} {
		if o, ok := outcomeOf(status); ok {
			t.Errorf("status %d is taken for %+v", status, o)
		}
	}
}
