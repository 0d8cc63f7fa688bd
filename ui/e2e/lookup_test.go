//go:build !windows

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestReceptionistFindsTheOfficer(t *testing.T) {
	t.Parallel()
	x := start(t, newHome(t), usual)
	x.see("ISSPP", "1 Rota", "Arts and Media School Islington", "○ no notes", "999")
	x.press("/")
	x.see("Enter done")
	x.press("aloysuis")
	x.see("/ aloysuis", "St Aloysius RC College", "PC Vittorio D'Orsi")
	x.notSee("Beacon High School", "Arts and Media School Islington")
	x.press(enter)
	x.see("PC Vittorio D'Orsi")
	x.press("v")
	x.see("v week")
	x.press("v")
	x.see("Mon", "Tue", "Wed", "Thu", "Fri")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

func TestTerminalThatAnswersNothingStillGetsTheFirstFrame(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := open(t, h, usual, false, program)
	x.see("ISSPP", "Arts and Media School Islington", "PC Abdul Kamara", "CSCT 020 7527 7400")
	x.press("4")
	x.see("CSCT", "Directory")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
	x.sane()
}

func TestFewBytesForAKeyAndNoneForNothing(t *testing.T) {
	t.Parallel()
	x := start(t, newHome(t), usual)
	x.see("Arts and Media School Islington")
	x.settled()
	cost := func(keys string, seen ...string) int {
		before := x.written()
		x.press(keys)
		x.see(seen...)
		x.settled()
		return x.written() - before
	}
	var moves []int
	for at := 2; at <= 12; at++ {
		moves = append(moves, cost(down, fmt.Sprintf("%d of 12", at)))
	}
	slices.Sort(moves)
	// Everything about the school stands beside the list on this screen, and changes
	// with each move.
	if usual := moves[len(moves)/2]; usual >= 500 {
		t.Errorf("one cursor move wrote %d bytes, of these in the middle: %v", usual, moves)
	}
	for _, tab := range []struct{ key, seen string }{
		{"5", "Protocol"},
		{"4", "Directory"},
		{"3", "Protective"},
		{"2", "A concern about a child"},
		{"1", "12 of 12"},
	} {
		if n := cost(tab.key, tab.seen); n >= 6000 {
			t.Errorf("going to tab %s wrote %d bytes", tab.key, n)
		}
	}
}

func TestFiveHundredKeysAtOnce(t *testing.T) {
	t.Parallel()
	x := start(t, newHome(t), usual)
	x.see("Arts and Media School Islington")
	x.press(strings.Repeat(down+"\x1b[A", 249), down, down)
	x.see("▌ Elizabeth Garrett Anderson")
	x.press("q")
	if status := x.leaves(); status != 0 {
		t.Errorf("status %d", status)
	}
}
