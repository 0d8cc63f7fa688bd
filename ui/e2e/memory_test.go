//go:build linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"isspp/model"
	"isspp/store"
)

// plantedNotes are notes that open quickly, with many marks in them, and all that must
// not be found.
func plantedNotes(t *testing.T, h home) *secrets {
	t.Helper()
	s := newSecrets()
	notes := filepath.Join(h.dir, "data", "isspp", "notes.db")
	st, key, err := store.Create(notes, []byte(passphrase),
		store.Options{KDF: &quick, Anchor: filepath.Join(h.dir, "anchor")})
	if err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if err := st.SaveFactorNote(&model.FactorNote{
			About: "protective/child/hobbies", Ref: "REF-9",
			Body: s.plant(),
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s.recovery(t, key.Text())
	s.bytes["the data key"], s.bytes["the key that wraps it"] = keysOf(t, strings.TrimSuffix(notes, ".db")+".keys")
	return s
}

// recovery adds a recovery key to the secrets, as it may be written.
func (s *secrets) recovery(t testing.TB, text string) {
	groups := strings.Fields(strings.ReplaceAll(text, "-", " "))
	s.texts["the recovery key"] = strings.Join(groups, " ")
	s.texts["the recovery key with dashes"] = strings.Join(groups, "-")
	s.texts["the recovery key's letters"] = strings.Join(groups, "")
	s.bytes["the recovery key's bytes"] = recoveryBytes(t, text)
}

// way is a way to lock, or to leave.
type way struct {
	name string
	lock func(x *terminal)
}

// locked waits until the process without secrets has the screen again.

// byKey and bySignal are ways to lock.
func byKey(name string, keys ...string) way {
	return way{name, func(x *terminal) { x.t.Helper(); x.press(keys...); x.isLocked() }}
}

func bySignal(name string, sig syscall.Signal) way {
	return way{name, func(x *terminal) { x.t.Helper(); x.signals(x.session(), sig); x.isLocked() }}
}

// idleWay is the one for which nobody presses a key.
const idleWay = "idle for a minute"

// ways are all of them. The one that waits a minute comes last.
var ways = []way{
	byKey("ctrl+l", ctrlL),
	bySignal("HUP", syscall.SIGHUP),
	bySignal("TERM", syscall.SIGTERM),
	{"hidden, and then locked", func(x *terminal) {
		x.t.Helper()
		x.press(ctrlB)
		x.see("Hidden.")
		x.press(ctrlL)
		x.isLocked()
	}},
	{"suspended", func(x *terminal) {
		x.t.Helper()
		x.press(ctrlZ)
		x.until("it is not stopped", func() bool { return stopped(x.cmd.Process.Pid) })
	}},
	bySignal("killed", syscall.SIGKILL),
	{"presenting", func(x *terminal) {
		x.t.Helper()
		x.press(esc) // out of what is being written
		x.see("Told, recorded")
		x.press("P")
		x.see("Choose a deck")
	}},
	bySignal("QUIT", syscall.SIGQUIT),
	{"left", func(x *terminal) {
		x.t.Helper()
		x.press("\x03")
		x.leaves()
	}},
	{idleWay, func(x *terminal) {
		x.t.Helper()
		for range 4 {
			time.Sleep(patience)
		}
		x.isLocked()
	}},
}

// stopped tells that a process is stopped.
func stopped(pid int) bool {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, after, ok := strings.Cut(string(b), ") ")
	return err == nil && ok && strings.HasPrefix(after, "T")
}

// unlocksWith opens the notes with the passphrase or the recovery key, after a
// wrong try where one is asked for.
func (x *terminal) unlocksWith(s *secrets, recovery, wrong bool) {
	x.t.Helper()
	x.see("○ locked")
	x.press("2", "u")
	x.see("Unlock your private notes", "Passphrase")
	if wrong {
		s.texts["the wrong words"] = "almost right, " + mark()
		x.press(s.texts["the wrong words"], enter)
		x.see("does not open these notes")
	}
	if recovery {
		x.press("\x12") // ctrl+r
		x.see("Recovery key, as you wrote it down")
		x.press(s.texts["the recovery key"], enter)
	} else {
		x.press(passphrase, enter)
	}
	x.see("● open")
	if recovery {
		x.see("Choose a new passphrase")
		x.press(esc) // puts it off
		x.until("it is still asked for", func() bool {
			return !strings.Contains(x.screen(),
				"Choose a new passphrase")
		})
	}
}

func TestAfterALockNoProcessHoldsANoteAKeyOrAPassphrase(t *testing.T) {
	t.Parallel()
	images := 1
	if n := times(t); n > 1 { // a release
		images = 2 * n
	}
	for i := range images {
		w, round := ways[i%len(ways)], i/len(ways)
		recovery, wrong, typing := (i+round)%2 == 1, (i+round)%3 == 0, w.name == "presenting" || (i+round)%4 != 3
		t.Run(fmt.Sprintf("%d %s", i+1, w.name), func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			s := plantedNotes(t, h)
			if w.name == idleWay {
				h.sets(t, "lock_after = 1")
			}
			x := start(t, h, usual)
			x.unlocksWith(s, recovery, wrong)
			if typing {
				x.walks()
				x.press("t", "e")
				x.see("Evidence, ")
				half := s.plant()
				x.press(half)
				x.see(half)
			}
			during := s.inMemory(x)
			if len(during) < 400 { // the look must be able to find them
				t.Fatalf("while the notes are open, only %d were found", len(during))
			}
			w.lock(x)
			if after := s.inMemory(x); len(after) > 0 {
				t.Errorf("after the lock: %v", after)
			}
			names := during[:0]
			for _, name := range during {
				if !strings.HasPrefix(name, marked) {
					names = append(names, name)
				}
			}
			t.Logf("recovery key %v, wrong words first %v, half a sentence %v; open: %d marks, %q; locked: 0", recovery,
				wrong, typing, len(during)-len(names), names)
		})
	}
}

// inMemory names the secrets that are in the memory of any of the program's
// processes.
func (s *secrets) inMemory(x *terminal) []string {
	x.t.Helper()
	var out []string
	for _, pid := range family(x.t, x.cmd.Process.Pid) {
		out = append(out, s.among(image(x.t, pid))...)
	}
	return out
}
