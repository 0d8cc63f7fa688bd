package session

import "testing"

func TestEveryWayToEndSurvivesTheExitStatus(t *testing.T) {
	ways := []Outcome{{Quit: true}}
	for tab := range 5 {
		for _, why := range []Outcome{{}, {Present: true}, {Suspend: true}, {Idle: true}} {
			why.Tab = tab
			walking := why
			walking.Walking = true
			ways = append(ways, why, walking)
		}
	}
	for _, want := range ways {
		got, ok := outcomeOf(want.status())
		if !ok || got != want {
			t.Errorf("%+v comes back as %+v", want, got)
		}
	}
	for _, status := range []int{-1, 1, 2, 39, 200, 255} {
		if o, ok := outcomeOf(status); ok {
			t.Errorf("status %d is taken for %+v", status, o)
		}
	}
}
