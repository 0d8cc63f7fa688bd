package session

import (
	"strings"
	"testing"
	"time"

	"isspp/model"
)

func london(t *testing.T, text string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skipf("no time zones on this machine: %v", err)
	}
	at, err := time.ParseInLocation("2006-01-02 15:04:05", text, zone)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestALockOfItsOwnSaysWhyAndThatNothingIsLost(t *testing.T) {
	for writing, want := range map[bool]string{true: "What you were writing is saved", false: "Everything is saved"} {
		if said := whyLocked(5*time.Minute, writing); !strings.Contains(said, "no key was pressed for 5 minutes") ||
			!strings.Contains(said, want) {
			t.Errorf("it says %q", said)
		}
	}
}

func TestTheNotesOpenWhateverTheClockSays(t *testing.T) {
	dir := t.TempDir()
	made, _ := notes(t, dir)
	for _, ref := range []string{"REF-1", "REF-2"} {
		if err := made.SaveWalkthrough(&model.Walkthrough{
			Ref: ref, Started: time.Now(),
			Finished: time.Now(),
		}); err != nil {
			t.Fatal(err)
		}
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for _, at := range []time.Time{
		now.AddDate(-1, 0, 0), now.AddDate(0, 0, 1), now.Add(12 * time.Hour),
		london(t, "2026-10-25 01:30:00"), london(t, "2027-03-28 01:30:00"), time.Unix(0, 0), now,
	} {
		s := sit(t, dir, Begin{Tab: 1}, func(o *Options) { o.Clock = func() time.Time { return at } })
		s.types(words)
		s.presses("enter")
		s.sees("notes open")
		s.sees("REF-1")
		s.sees("REF-2")
		s.presses("ctrl+l")
		s.until("the lock", func() bool { return s.left })
		if err := s.host.store.Close(); err != nil {
			t.Fatal(err)
		}
		s.host.store = nil
	}
}
