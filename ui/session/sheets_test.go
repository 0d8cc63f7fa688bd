package session

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

const words = "five calm words for notes"

// seat is somebody in front of a session, which runs its commands beside the
// app as the library does.
type seat struct {
	t    *testing.T
	host *notesSession
	msgs chan tea.Msg
	left bool
}

// sit starts a session in a folder, as the child process does.
func sit(t *testing.T, dir string, b Begin, with ...func(*Options)) *seat {
	t.Helper()
	o := Options{
		NotesPath: filepath.Join(dir, "notes.db"), Anchor: filepath.Join(dir, "anchor"),
		Config: config.Config{Theme: theme.Mono, LockAfter: 5, Recorder: "A. Lead, DSL"}, Clock: time.Now,
	}
	for _, change := range with {
		change(&o)
	}
	env := o.env()
	env.Notes = component.NotesNone
	host := &notesSession{screen: screen{o: o, env: env}, beginning: beginning{walking: b.Walking, unsaved: b.Unsaved}}
	views, list, factors := tabs(env)
	host.list, host.protective = list, factors
	host.app = app.New(app.Options{
		Env: env, Tabs: views, Active: b.Tab, Theme: o.Theme, Host: host, Clock: o.Clock,
		Notice: o.Notice,
	})
	s := &seat{t: t, host: host, msgs: make(chan tea.Msg, 1000)}
	host.app.Resize(100, 30)
	if b.Unsaved {
		list.Start()
		host.app.Show(1)
	} else {
		host.entryStatus(o)()
	}
	t.Cleanup(func() {
		if host.store != nil {
			_ = host.store.Close() // the test is over
		}
	})
	return s
}

func (s *seat) sends(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		s.left = true
	case tea.BatchMsg:
		for _, cmd := range msg {
			s.starts(cmd)
		}
	default:
		_, cmd := s.host.app.Update(msg)
		s.starts(cmd)
	}
}

func (s *seat) starts(cmd tea.Cmd) {
	if cmd != nil {
		go func() { s.msgs <- cmd() }()
	}
}

// until takes the results of commands until something has come about.
func (s *seat) until(what string, done func() bool) {
	s.t.Helper()
	late := time.After(30 * time.Second)
	for !done() {
		select {
		case msg := <-s.msgs:
			s.sends(msg)
		case <-late:
			s.t.Fatalf("%s does not come about:\n%s", what, s.screen())
		}
	}
}

func (s *seat) sees(text string) {
	s.t.Helper()
	s.until("“"+text+"” on the screen", func() bool { return strings.Contains(s.screen(), text) })
}

func (s *seat) screen() string { return ansi.Strip(s.host.app.Frame()) }

func (s *seat) types(text string) {
	for _, r := range text {
		s.sends(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	if strings.Contains(s.screen(), words) {
		s.t.Error("the passphrase is on the screen")
	}
}

func (s *seat) presses(keys ...string) {
	codes := map[string]rune{"enter": tea.KeyEnter, "esc": tea.KeyEscape, "down": tea.KeyDown}
	for _, k := range keys {
		switch rest, ctrl := strings.CutPrefix(k, "ctrl+"); {
		case codes[k] != 0:
			s.sends(tea.KeyPressMsg{Code: codes[k]})
		case ctrl:
			s.sends(tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl})
		default:
			s.types(k)
		}
	}
}

// notes sets notes up in a folder with the cheapest derivation there is.
func notes(t *testing.T, dir string) (*store.Store, store.RecoveryKey) {
	t.Helper()
	quick := store.KDF{MemoryKiB: 19 << 10, Passes: 1, Lanes: 1}
	st, key, err := store.Create(filepath.Join(dir, "notes.db"), []byte(words),
		store.Options{Costs: costs, KDF: &quick, Anchor: filepath.Join(dir, "anchor")})
	if err != nil {
		t.Fatal(err)
	}
	return st, key
}

func TestSettingUpAsksTwiceAndForTheKeyBack(t *testing.T) {
	dir := t.TempDir()
	s := sit(t, dir, Begin{})
	s.sees("Set up private notes on this computer")
	s.types("short")
	s.presses("enter")
	s.sees("too short to be safe")
	s.types(words)
	s.presses("enter")
	s.sees("The same")
	s.types("five other words for notes")
	s.presses("enter")
	s.sees("The two don't match. Nothing was made")
	s.types(words)
	s.presses("enter", "esc")
	s.sees("Choose a passphrase")

	s.answers(words)
	s.sees("The same passphrase again.")
	s.answers(words)
	s.sees("This is the recovery key")
	s.presses("!")
	s.sees("Emergency: whom to ring now")
	s.presses("esc")
	key := keyOn(t, s.screen())
	lines, _ := upkeep.KeyLines(key)
	if !strings.Contains(s.screen(), lines[0]) || !strings.Contains(s.screen(), lines[1]) ||
		!strings.Contains(s.screen(), lines[2]) {
		t.Errorf("the key is not on the screen:\n%s", s.screen())
	}
	s.presses("esc")
	s.sees("The notes are made.")
	s.host.app.Resize(60, 16) // the smallest screen shows the whole key
	if !strings.Contains(s.screen(), lines[0]) || !strings.Contains(s.screen(), lines[1]) ||
		!strings.Contains(s.screen(), lines[2]) {
		t.Errorf("the key is not on the screen:\n%s", s.screen())
	}
	s.host.app.Resize(100, 30)
	s.presses("enter")
	s.types("AAAA-BBBB")
	s.presses("enter")
	s.sees("That is not the key that was shown: check group 1.")
	s.presses("ctrl+r")
	s.sees("This is the recovery key")
	s.presses("enter")
	s.sees("AAAA-BBBB")
	s.presses("ctrl+u")
	s.types(strings.ToLower(strings.ReplaceAll(key.Text(), "-", " ")))
	s.presses("enter")
	s.until("open notes", func() bool { return s.host.store != nil })
	s.sees("notes open")
}

func TestAPastedPassphraseLosesItsLineEndsAndOuterBlanksAndSaysSo(t *testing.T) {
	const said = "Line ends and outer spaces in what you pasted were left out."
	dir := t.TempDir()
	st, key := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	s.sees("Unlock your private notes")
	s.sends(tea.PasteMsg{Content: words})
	if strings.Contains(s.screen(), said) {
		t.Error("nothing was left out")
	}
	s.presses("ctrl+u")
	s.sends(tea.PasteMsg{Content: "  " + words + " \r\r\n"})
	s.sees(said)
	s.presses("enter")
	s.until("open notes", func() bool { return s.host.store != nil })
	s.presses("ctrl+n")
	s.chooses("passphrase")
	s.sees("The passphrase as it is now")
	s.presses("ctrl+r")
	s.sends(tea.PasteMsg{Content: "\r " + key.Text() + "\r"})
	s.sees(said)
	s.presses("enter")
	s.sees("The new passphrase")
}

func TestAFailureToMakeTheFileIsSaidAndCanBeTriedAgain(t *testing.T) {
	s := sit(t, t.TempDir(), Begin{})
	s.answers(words)
	if err := os.WriteFile(s.host.o.NotesPath, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.answers(words)
	s.sees("Nothing was")
	s.sees("Choose a passphrase")
}

func TestUnlockingRecordingLockingAndGoingOn(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: 1})
	s.sees("Unlock your private notes")
	s.types("not the right words at all")
	s.presses("enter")
	s.until("the refusal", func() bool { return !strings.Contains(s.screen(), "Opening.") })
	if s.host.store != nil {
		t.Fatal("wrong words open the notes")
	}
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	s.presses("n", "enter")
	s.types("REF-7")
	s.presses("ctrl+s", "s", "down", "e")
	s.types("by the gate")
	s.presses("ctrl+l")
	s.until("the lock", func() bool { return s.left })
	if o := *s.host.leaving; o.Quit || !o.Walking || o.Tab != 1 {
		t.Errorf("left as %+v", o)
	}
	if err := s.host.store.Close(); err != nil {
		t.Fatal(err)
	}
	s.host.store = nil

	on := sit(t, dir, Begin{Tab: 1, Walking: true})
	on.types(words)
	on.presses("enter")
	on.sees("by the gate")
	on.presses("esc")
	on.until("the save", on.host.list.Settled)
	w := on.host.store.Walkthroughs()[0]
	if len(w.Entries) != 2 || w.Entries[0].Answer != model.Seen || w.Entries[1].Evidence != "by the gate" {
		t.Errorf("kept %+v", w.Entries)
	}
}

func TestWhoRecordsIsAskedOnceAndKeptInTheNotes(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	nobody := func(o *Options) { o.Recorder = "" }
	s := sit(t, dir, Begin{Tab: 1}, nobody)
	s.types(words)
	s.presses("enter")
	s.sees("Who is recording?")
	s.presses("enter")
	s.sees("Nothing typed yet.")
	s.types("B. Cole, deputy")
	s.presses("enter")
	s.sees("Every entry is recorded by B. Cole, deputy")
	s.until("the name in the notes", func() bool { return s.host.store.Recorder() == "B. Cole, deputy" })
	s.presses("n", "enter")
	s.types("REF-7")
	s.presses("ctrl+s", "s")
	s.until("the save", s.host.list.Settled)
	if w := s.host.store.Walkthroughs()[0]; w.By != "B. Cole, deputy" {
		t.Errorf("recorded by %q", w.By)
	}
	if err := s.host.store.Close(); err != nil {
		t.Fatal(err)
	}
	s.host.store = nil

	on := sit(t, dir, Begin{Tab: 1}, nobody)
	on.types(words)
	on.presses("enter")
	on.sees("notes open")
	if strings.Contains(on.screen(), "Who is recording?") || on.host.env.Recorder != "B. Cole, deputy" {
		t.Errorf("asked again, or recorded by %q:\n%s", on.host.env.Recorder, on.screen())
	}
	if a := on.host.o.about(on.host.store); a.By != "B. Cole, deputy" {
		t.Errorf("a document is made for %q", a.By)
	}
}

func TestTheRecoveryKeyOpensTheNotes(t *testing.T) {
	dir := t.TempDir()
	st, key := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	s.presses("ctrl+r")
	s.sees("Recovery key, as you wrote it down")
	// A slip is put right where it is: nobody types 36 signs anew.
	s.types(key.Text()[:len(key.Text())-1])
	s.presses("enter")
	s.sees("too short: 35 of 36")
	s.types(key.Text()[len(key.Text())-1:])
	s.presses("enter")

	// The passphrase is forgotten, so another is chosen at once.
	s.sees("Choose a new passphrase")
	s.sees("The recovery key has opened the notes")
	s.types("six new words for the notes")
	s.presses("enter")
	s.types("six new words for the nots")
	s.presses("enter")
	s.sees("The two don't match")
	s.types("six new words for the notes")
	s.presses("enter")
	s.sees("The passphrase has changed")
	s.presses("enter")
	s.sees("A concern about a child")
	if err := s.host.store.Check(store.Passphrase([]byte("six new words for the notes"))); err != nil {
		t.Error(err)
	}
	if err := s.host.store.Check(store.Recovery(key)); err != nil {
		t.Error("the recovery key is another now:", err)
	}
}

func TestUnlockingFromThePrivateNotesComesBackToThem(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	s.presses("ctrl+n")
	s.sees("Unlock the notes")
	s.presses("enter")
	s.sees("Unlock your private notes")
	s.types(words)
	s.presses("enter")
	s.sees("Hand over a reference, or all")
}

func TestAfterSeveralWrongTriesTheWaitIsShownAndCanBeLeft(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	for range 12 {
		// wrong each time
		_, _ = store.Unlock(s.host.o.NotesPath, store.Passphrase([]byte("wrong")), s.host.o.storeOptions(),
			func(*store.Report) {})
	}
	s.types(words)
	s.presses("enter")
	s.sees("this one is made in")
	s.sees(" seconds, by")
	s.presses("esc")
	s.sees("Forgotten? ctrl+r")
	if s.host.store != nil {
		t.Error("the try was made all the same")
	}
}

func TestGoingBackFromUnlockingEndsTheSessionWhereItWas(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Tab: 3})
	s.presses("esc")
	s.until("the end", func() bool { return s.left })
	if o := *s.host.leaving; o.Quit || o.Tab != 3 {
		t.Errorf("left as %+v", o)
	}
}

func TestAnUnsavedWalkthroughCannotBeLockedAwayAndIsKeptLater(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{Unsaved: true})
	s.sees("NOT SAVED")
	s.presses("enter")
	s.types("REF-8")
	s.presses("ctrl+s", "t")
	s.sends(component.AskLock)
	s.sees("What you recorded is not saved")
	s.presses("q")
	s.sees("Leaving now loses what you recorded.")
	s.presses("enter", "ctrl+s")
	s.sees("Unlock your private notes")
	s.presses("esc")
	s.sees("1 of 20 considered")
	s.presses("ctrl+s")
	s.sees("Unlock your private notes")
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	s.until("the save", s.host.list.Settled)
	if w := s.host.store.Walkthroughs(); len(w) != 1 || w[0].Ref != "REF-8" || w[0].Entries[0].Answer != model.Told {
		t.Errorf("kept %+v", w)
	}
}
