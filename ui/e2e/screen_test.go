//go:build !windows

package e2e

import (
	"fmt"
	"regexp"
	"testing"
	"time"
)

// clockOnScreen is the header's date and time, which may tick between two frames.
var clockOnScreen = regexp.MustCompile(`\w{3} +\d{1,2} \w{3} +\d\d:\d\d`)

// cells is the frame cell by cell, with its colours, without the clock.
func (x *terminal) cells() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	out := ""
	for row := range x.emu.Height() {
		for col := range x.emu.Width() {
			if c := x.emu.CellAt(col, row); c != nil {
				out += fmt.Sprintf("%s%v ", c.Content, c.Style)
			}
		}
		out += "\n"
	}
	return out
}

func TestTwoHundredResizesLeaveTheLastFrameRight(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	last := size{93, 31}
	x := start(t, h, usual)
	x.see("Arts and Media School Islington")
	for i := range 200 {
		x.resize(size{60 + (i*37)%90, 16 + (i*13)%40})
		if i%10 == 0 {
			time.Sleep(time.Millisecond) // so that some sizes are drawn and others aren't
		}
	}
	x.resize(last)
	x.settled()
	fresh := start(t, h, last)
	fresh.see("Arts and Media School Islington")
	fresh.settled()
	got := clockOnScreen.ReplaceAllString(x.screen(), "")
	want := clockOnScreen.ReplaceAllString(fresh.screen(), "")
	if got != want {
		t.Fatalf("after the resizes:\n%s\na fresh start:\n%s", got, want)
	}
	if clockOnScreen.FindString(x.screen()) == clockOnScreen.FindString(fresh.screen()) && x.cells() != fresh.cells() {
		t.Errorf("the letters are the same and the colours aren't:\n%s", x.screen())
	}
}

func TestIdleWritesNothing(t *testing.T) {
	t.Parallel()
	x := start(t, newHome(t), usual)
	x.see("Arts and Media School Islington")
	x.settled()
	before, clock := x.written(), clockOnScreen.FindString(x.screen())
	time.Sleep(3 * time.Second)
	if n := x.written() - before; n > 0 && clockOnScreen.FindString(x.screen()) == clock {
		t.Errorf("with nothing to do, %d bytes were written", n)
	}
}
