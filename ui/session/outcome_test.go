package session

import "testing"

func TestEveryWayToEndSurvivesTheExitStatus(t *testing.T) {
	ways := []Outcome{{Quit: true}}
	for tab := range 5 {
		for bits := range endings {
			ways = append(ways, Outcome{
				Tab: tab, Walking: bits&bitWalking != 0, Present: bits&^1 == bitPresent,
				Suspend: bits&^1 == bitSuspend, Idle: bits&^1 == bitIdle,
			})
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
