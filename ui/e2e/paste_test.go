//go:build !windows

package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// slowly writes pieces as a slow line carries them.
func (x *terminal) slowly(apart time.Duration, pieces ...string) {
	x.t.Helper()
	for _, p := range pieces {
		x.press(p)
		time.Sleep(apart)
	}
}

func TestASlowPasteIsKeptWholeAndTheKeysComeBack(t *testing.T) {
	t.Parallel()
	x := openedQuickly(t, newHome(t))
	x.walks()
	x.press("t")
	x.see("Told, recorded")
	x.press("e")
	x.see("Evidence, ")
	// A terminal sends a return for each line end; “ is split between two pieces.
	text := "\x1b[200~" + strings.Repeat("They call me Smalls now.\r", 200) + "“the very end”"
	for piece := range slices.Chunk([]byte(text), 1380) {
		x.slowly(120*time.Millisecond, string(piece))
	}
	x.slowly(300*time.Millisecond, text[len(text):], "\x1b[20", "1~")
	x.see("Smalls now. “the very end”")
	x.press(enter, "a key again")
	x.see("“the very end” a key again")

	x.press("\x1b[200~ and half a paste\x1b[2")
	x.see("a key again and half a paste") // its end never comes
	x.press(", keys")
	x.see("half a paste, keys")
	x.press(esc)
	x.see("Told, recorded")
	x.press("q")
}

func TestLeavingBeforeTheTerminalHasAnsweredLeavesNothingAtThePrompt(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	x := open(t, h, usual, true, "/bin/sh", "-c", program+"; stty -icanon min 0 time 5; echo; echo \"left: [$(dd "+
		"bs=100 count=1 2>/dev/null | od -An -c)]\"; sleep 60")
	x.late.Store(150)
	x.see("Arts and Media School Islington")
	x.press("q")
	x.see("left: []")
}

func TestAPlainLocaleHasASCIIAlone(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.more = []string{"LC_ALL=C"}
	x := start(t, h, usual)
	for _, keys := range []string{"1", "v", "2", "3", "4", "5", "!", esc, "?"} {
		x.press(keys)
		x.settledShort()
		if at := strings.IndexFunc(x.screen(), func(r rune) bool { return r > '~' }); at >= 0 {
			t.Fatalf("%q isn't ASCII after %q:\n%s", x.screen()[at:at+3], keys, x.screen())
		}
	}
}
