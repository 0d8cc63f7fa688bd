package session

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

// unlockedSeat sits with the notes of a folder open.
func unlockedSeat(t *testing.T, dir string, tab int) *seat {
	t.Helper()
	s := sit(t, dir, Begin{Tab: tab})
	s.types(words)
	s.presses("enter")
	s.sees("notes open")
	return s
}

// opens asks the first question of an operation.
func (s *seat) opens(id string) {
	s.t.Helper()
	n := s.host.notes()
	n.Look()
	for _, o := range n.Operations() {
		if o.ID == id {
			s.starts(s.host.choose(o))
			return
		}
	}
	s.t.Fatalf("there is no %q", id)
}

// answers types what is asked for, in the place of what stands there.
func (s *seat) answers(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		s.presses("ctrl+u")
		s.types(text)
		s.presses("enter")
	}
}

// handedOver is everything in some notes as a file, and the file with the key
// that opens it.
func handedOver(t *testing.T, from *store.Store) (file, key string) {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := from.Export(&b, "", store.Sealing{Recipients: []age.Recipient{id.Recipient()}}, nil); err != nil {
		t.Fatal(err)
	}
	file, key = filepath.Join(t.TempDir(), "over.age"), filepath.Join(t.TempDir(), "key.txt")
	for name, text := range map[string][]byte{file: b.Bytes(), key: []byte(id.String())} {
		if err := os.WriteFile(name, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return file, key
}

// takesIn imports all of some notes in the app, which says so.
func (s *seat) takesIn(from *store.Store, says string) {
	s.t.Helper()
	file, key := handedOver(s.t, from)
	s.opens("import")
	s.answers(file)
	s.sees("Which file has your age identity?")
	s.answers(key)
	s.sees(says)
}

func TestWhatIsTakenInWhileTheAppIsOpenIsNotWrittenOver(t *testing.T) {
	theirs, _ := notes(t, t.TempDir())
	defer func() { _ = theirs.Close() }()
	draft := model.Walkthrough{
		Ref: "REF-1", Stage: "walk",
		Entries: []model.Entry{{Item: "signs/1", Answer: model.Told, Evidence: "the first words"}},
	}
	factors, _ := content.Embedded().List("protective")
	note := model.FactorNote{About: factors.Domains[0].Items[0].ID, Body: "the first thought"}
	for _, err := range []error{theirs.SaveWalkthrough(&draft), theirs.SaveFactorNote(&note)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := unlockedSeat(t, dir, 1)
	s.takesIn(theirs, "2 records came in.")
	draft.Entries[0].Evidence, note.Body = "the newer words", "the newer thought"
	for _, err := range []error{theirs.SaveWalkthrough(&draft), theirs.SaveFactorNote(&note)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	s.takesIn(theirs, "newer versions")
	s.presses("enter")
	s.sees("Back up now")
	s.presses("esc", "enter")
	s.sees("considered")
	s.presses("s")
	s.until("the save", s.host.list.Settled)
	if w := s.host.store.Walkthroughs()[0]; len(w.Entries) != 2 || w.Entries[0].Evidence != "the newer words" {
		t.Errorf("what came in was written over: %+v", w.Entries)
	}
	s.host.app.Show(2)
	s.sees("the newer thought")
}

func TestNothingIsTakenInOrPutBackBesideWhatIsBeingWritten(t *testing.T) {
	s, _ := noting(t, false)
	s.host.older = "These notes are older."
	for _, o := range s.host.notes().Operations() {
		switch o.ID {
		case "import", "restore", "purge", "accept":
			if !strings.Contains(o.Off, "is being written") {
				t.Errorf("%s is offered beside a note that is being written", o.ID)
			}
		}
	}
}

// refusing are notes that the disk refuses a change of.
type refusing struct {
	save, lasting, passing error
	left                   int
}

func (r *refusing) Unsaved() int { return r.left }

func (r *refusing) SaveUnsaved() error {
	if r.save == nil {
		r.left = 0
	}
	return r.save
}

func (r *refusing) Rescue(anywhere bool) (string, error) {
	if anywhere {
		return filepath.Join("tmp", "isspp.unsaved"), r.passing
	}
	return filepath.Join("notes", "isspp.unsaved"), r.lasting
}

func TestWhatTheDiskRefusedIsSavedOrPutAsideBeforeTheNotesAreClosed(t *testing.T) {
	full := errors.New("no room")
	for _, c := range []struct {
		notes refusing
		says  string
		stays bool
	}{
		{refusing{}, "", false},
		{refusing{left: 1}, "saved now", false},
		{refusing{left: 1, save: full}, "in notes. The next unlocking", false},
		{refusing{left: 1, save: full, lasting: full}, "in tmp. The next unlocking takes it in. Unlock before", false},
		{refusing{left: 1, save: full, lasting: full, passing: full}, "", true},
	} {
		said, err := upkeep.SavedOrAside(&c.notes)
		if !strings.Contains(said, c.says) || (said == "") != (c.says == "") || (err != nil) != c.stays {
			t.Errorf("%+v: %q, %v", c.notes, said, err)
		}
	}
}

func TestTheRecoveryKeyOnPaperOpensUntilTheNewOneWasTypedBack(t *testing.T) {
	dir := t.TempDir()
	st, paper := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := unlockedSeat(t, dir, 1)
	s.opens("recovery")
	s.sees("the old one stays valid")
	s.types(words)
	s.presses("enter")
	s.sees("It opens nothing yet.")
	shown := keyOn(t, s.screen())
	if err := s.host.store.Check(store.Recovery(paper)); err != nil {
		t.Errorf("the key on paper opens no longer while the new one is shown: %v", err)
	}
	s.presses("enter")
	s.sees("Type the key back")
	s.types("AAAA-BBBB")
	s.presses("enter")
	s.sees("That is not the key that was shown")
	s.presses("ctrl+u")
	s.types(shown.Text())
	s.presses("enter")
	s.sees("It matches, and opens the notes from now on.")
	if err := s.host.store.Check(store.Recovery(shown)); err != nil {
		t.Errorf("the new key does not open the notes: %v", err)
	}
	if err := s.host.store.Check(store.Recovery(paper)); err == nil {
		t.Error("the one from before still does")
	}
}

// keyOn is the recovery key on a screen.
func keyOn(t *testing.T, screen string) store.RecoveryKey {
	t.Helper()
	groups := regexp.MustCompile(`(?m)((?:[0-9A-HJKMNP-TV-Z]{4} +){3})groups`)
	text := ""
	for _, line := range groups.FindAllStringSubmatch(screen, -1) {
		text += line[1]
	}
	key, err := store.ParseRecoveryKey(text)
	if err != nil {
		t.Fatalf("%v on\n%s", err, screen)
	}
	return key
}

func TestAFileThatIsThereIsRefusedBeforeAnythingElseIsAsked(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	there := filepath.Join(dir, "there.age")
	if err := os.WriteFile(there, []byte("something else"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := unlockedSeat(t, dir, 1)
	s.opens("export")
	s.presses("enter")
	s.sees("To which file?")
	s.presses("ctrl+u")
	s.types(there)
	s.presses("enter")
	s.sees("A file with that name exists")
	s.types("2")
	s.presses("enter")
	s.sees("How is it sealed?")
}

func TestWhatHasNoReferenceIsDisposedOfInTheAppAndByTheFirstDigits(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	draft, note := model.Walkthrough{Draft: model.Draft{Text: "no name yet"}},
		model.FactorNote{About: "x", Body: "for the whole school"}
	for _, err := range []error{
		st.SaveWalkthrough(&model.Walkthrough{Ref: "REF-1"}), st.SaveWalkthrough(&draft),
		st.SaveFactorNote(&note),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if d, err := upkeep.DueOf(st, "", note.ID[:8], time.Now()); err != nil || d.ID != note.ID || d.Records != 1 {
		t.Errorf("%+v, %v", d, err)
	}
	for _, part := range []string{note.ID[:7], "00000000", ""} {
		if d, err := upkeep.DueOf(st, "", part, time.Now()); err == nil {
			t.Errorf("%q names %+v", part, d)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s := unlockedSeat(t, dir, 1)
	s.opens("purge")
	s.sees(draft.ID[:8])
	s.sees("note for the whole school")
	for n := 0; !strings.Contains(s.screen(), theme.Unicode.Bar+" "+draft.ID[:8]); n++ {
		if n == 10 {
			t.Fatalf("it can't be selected:\n%s", s.screen())
		}
		s.presses("down")
	}
	s.presses("enter")
	s.types("nobody's")
	s.presses("enter")
	s.sees("1 record, NOT YET FILED")
	s.types(note.ID[:8])
	s.presses("enter")
	s.sees("That is not the reference that was chosen, " + draft.ID[:8])
	s.presses("ctrl+u")
	s.types(draft.ID[:8])
	s.presses("enter")
	s.sees("1 record disposed of")
}
