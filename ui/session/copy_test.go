package session

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// board is a clipboard in memory.
type board struct {
	text string
	err  error
	puts int
}

func (b *board) Put(text string) error {
	if b.err == nil {
		b.text, b.puts = text, b.puts+1
	}
	return b.err
}

func (b *board) Get() (string, error) { return b.text, b.err }

// noting sits with a note that is being written, and a clipboard.
func noting(t *testing.T, allowed bool) (*seat, *board) {
	t.Helper()
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: 2})
	b := &board{}
	s.host.board, s.host.o.CopyPrivate = b, allowed
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	s.presses("down", "n")
	s.types("a calm aunt")
	return s, b
}

func TestCopyingPrivateTextIsOffUntilItIsSwitchedOn(t *testing.T) {
	s, b := noting(t, false)
	s.presses("ctrl+y")
	s.sees("copy_private = true")
	if b.puts != 0 {
		t.Error("it was copied")
	}
}

func TestCopiedTextIsTakenOutAgainAndSaidSo(t *testing.T) {
	s, b := noting(t, true)
	s.presses("ctrl+y")
	s.sees("In 10 seconds it is taken out")
	if b.text != "a calm aunt" {
		t.Fatalf("copied %q", b.text)
	}
	s.sends(thenMsg(func() tea.Cmd { return s.host.takeOut(s.host.copied) })) // the ten seconds are over
	s.sees("The clipboard is empty again.")
	if b.text != "" {
		t.Errorf("still there: %q", b.text)
	}
}

func TestWhatWasCopiedSinceIsLeft(t *testing.T) {
	s, b := noting(t, true)
	s.presses("ctrl+y")
	s.sees("In 10 seconds")
	b.text = "a telephone number"
	s.sends(thenMsg(func() tea.Cmd { return s.host.takeOut(s.host.copied) }))
	s.sees("was not changed")
	if b.text != "a telephone number" {
		t.Errorf("the clipboard is now %q", b.text)
	}
}

func TestALockTakesCopiedTextOutAtOnce(t *testing.T) {
	s, b := noting(t, true)
	s.presses("ctrl+y")
	s.sees("In 10 seconds")
	s.presses("ctrl+l")
	s.until("the lock", func() bool { return s.left })
	if b.text != "" {
		t.Errorf("still there: %q", b.text)
	}
}

func TestAClipboardThatRefusesIsSaid(t *testing.T) {
	s, b := noting(t, true)
	b.err = errors.New("it is busy")
	s.presses("ctrl+y")
	s.sees("Nothing was copied")
}

func TestTheIdleLockComesWhereNobodyPressesAKey(t *testing.T) {
	s, _ := noting(t, false)
	s.host.Touched()
	now := s.host.env.Clock()
	if cmd := s.host.look(now.Add(4 * time.Minute)); cmd == nil || s.host.leaving != nil {
		t.Fatal("it locks too early, or looks no more")
	}
	s.starts(s.host.look(now.Add(5*time.Minute + time.Second)))
	s.until("the lock", func() bool { return s.left })
	if s.host.leaving.Quit || len(s.host.store.FactorNotes()) != 1 ||
		s.host.store.FactorNotes()[0].Body != "a calm aunt" {
		t.Errorf("the draft was not sealed first: %+v", s.host.store.FactorNotes())
	}
	if s.host.env.Notes != component.NotesOpen {
		t.Error("state")
	}
}

func TestTheIdleLockComesAlsoWhereNoStoreIsOpenAnyMore(t *testing.T) {
	late := 5*time.Minute + time.Second
	s, _ := noting(t, false)
	s.presses("esc")
	s.until("the save", s.host.protective.Settled)
	s.opens("purge")
	s.presses("enter")
	s.answers("kept long enough", s.host.store.FactorNotes()[0].ID[:8])
	s.sees("1 record disposed of") // and the records of everything else are in memory
	s.host.Touched()
	s.starts(s.host.look(s.host.env.Clock().Add(late)))
	s.until("the lock after a disposal", func() bool { return s.left })

	s = sit(t, t.TempDir(), Begin{})
	s.answers(words, words)
	s.sees("This is the recovery key")
	s.host.Touched()
	s.starts(s.host.look(s.host.env.Clock().Add(late)))
	s.until("the lock with the recovery key on the screen", func() bool { return s.left })

	s = sit(t, t.TempDir(), Begin{}) // before anything was opened
	s.types("half a passphra")
	s.host.Touched()
	s.starts(s.host.look(s.host.env.Clock().Add(late)))
	s.until("the end of a session with half a passphrase", func() bool { return s.left })

	s = sit(t, t.TempDir(), Begin{Unsaved: true})
	s.presses("enter")
	s.types("REF-8")
	s.host.Touched()
	s.starts(s.host.look(s.host.env.Clock().Add(late)))
	if s.left || s.host.leaving != nil || s.host.list.Busy() == "" || strings.Contains(s.screen(), "REF-8") {
		t.Errorf("what is saved nowhere is lost, or shown to whoever passes:\n%s", s.screen())
	}
	s.presses("enter")
	s.sees("REF-8")
}

func TestALockThatTheDiskRefusesIsTriedAgainAndTheClockIsStillLookedAt(t *testing.T) {
	s, _ := noting(t, false)
	s.host.leaving, s.host.trying = &Outcome{}, true // one try is under way
	now := s.host.env.Clock()
	if s.host.look(now) == nil || s.host.nextTry.Sub(now) != tryEvery {
		t.Error("it is not tried again")
	}
	due := s.host.nextTry
	if s.host.look(now.Add(idleEvery)); s.host.nextTry != due {
		t.Error("a disk that refuses is asked at every look")
	}
}

// hung is a clipboard whose owner answers nobody.
type hung struct{ never chan struct{} }

func (h hung) Put(string) error { return nil }

func (h hung) Get() (string, error) {
	<-h.never
	return "", nil
}

func TestAClipboardThatHangsKeepsNothingFromLocking(t *testing.T) {
	s, _ := noting(t, true)
	s.host.board = hung{make(chan struct{})}
	s.presses("ctrl+y")
	s.sees("In 10 seconds")
	s.presses("ctrl+l")
	s.until("the lock", func() bool { return s.left })
}

func TestLeavingAgainAfterALastTryThatFailedAsks(t *testing.T) {
	s, _ := noting(t, false)
	s.presses("esc")
	s.until("the save", s.host.protective.Settled)
	s.host.leaving, s.host.trying = &Outcome{Quit: true}, true
	s.sends(finalSaveMsg{errors.New("There is no room left on the disk.")})
	s.sees("closed: the last change")
	s.presses("q")
	s.sees("Leaving now loses it")
	if s.left {
		t.Error("it was left unasked")
	}
}
