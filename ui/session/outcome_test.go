package session

import (
	"testing"
	"time"
)

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

func TestNotesLockAfterTheTimeWithoutAKey(t *testing.T) {
	start := time.Now()
	limit := 5 * time.Minute
	var i idleness
	if i.over(start, limit) {
		t.Error("locks before the first look")
	}
	for at := 5 * time.Second; at < limit; at += 5 * time.Second {
		if i.over(start.Add(at), limit) {
			t.Fatalf("locks after %v", at)
		}
	}
	if !i.over(start.Add(limit), limit) {
		t.Error("does not lock when the time is up")
	}
	i.touched(start.Add(limit))
	if i.over(start.Add(limit+time.Minute), limit) {
		t.Error("locks a minute after a key")
	}
}

func TestNotesLockWhenTheClockOnTheWallHasJumped(t *testing.T) {
	// A time without the process's own clock, as after a sleep, is the wall's.
	start := time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)
	limit := 5 * time.Minute
	var i idleness
	i.touched(start)
	if i.over(start.Add(5*time.Second), limit) {
		t.Error("locks after five seconds")
	}
	if !i.over(start.Add(-time.Hour), limit) {
		t.Error("does not lock when the clock was put back an hour")
	}
	i.touched(start)
	if !i.over(start.Add(8*time.Hour), limit) {
		t.Error("does not lock after a night")
	}
}
