package session

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"

	"isspp/model"
	"isspp/store"
	"isspp/ui/upkeep"
	"isspp/ui/vault"
)

// atTheNotes is somebody at the screen of the private notes, with one reference kept.
func atTheNotes(t *testing.T) (*seat, *store.Store) {
	t.Helper()
	dir := t.TempDir()
	st, _ := notes(t, dir)
	if err := st.SaveWalkthrough(&model.Walkthrough{Ref: "REF-1"}); err != nil {
		t.Fatal(err)
	}
	s := sit(t, dir, Begin{})
	s.sends(vault.OpenedMsg{Store: st})
	s.presses("ctrl+n")
	s.sees("Back up now")
	return s, st
}

// chooses does the task of an id.
func (s *seat) chooses(id string) {
	s.t.Helper()
	s.sees("Back up now")
	s.opens(id)
}

func TestANewRecoveryKeyIsAskedForBackAndGivenUpWithEsc(t *testing.T) {
	s, st := atTheNotes(t)
	s.chooses("recovery")
	s.sees("The passphrase as it is now")
	s.types("not the right words")
	s.presses("enter")
	s.sees("does not open these notes")
	s.types(words)
	s.presses("enter")
	s.sees("This is the new recovery key")
	key := keyOn(t, s.screen())
	s.presses("enter")
	s.sees("Type the key back")
	s.types("0000 0000")
	s.presses("enter")
	s.sees("check group 1")
	s.presses("ctrl+r")
	s.sees("This is the new recovery key")
	s.presses("enter")
	s.sees("0000 0000")
	s.presses("esc", "esc")
	s.sees("Back up now")
	if err := st.Check(store.Recovery(key)); err == nil {
		t.Error("a key that was given up opens the notes")
	}
}

func TestWhatIsTakenInIsAskedForByHowTheFileIsSealed(t *testing.T) {
	there, _ := notes(t, t.TempDir())
	defer func() { _ = there.Close() }() // the test is over
	if err := there.SaveWalkthrough(&model.Walkthrough{Ref: "REF-7"}); err != nil {
		t.Fatal(err)
	}
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name string, to store.Sealing) string {
		var b bytes.Buffer
		if _, err := there.Export(&b, "REF-7", to, nil); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	spoken, keyed := write("said on the phone.age", store.Sealing{Passphrase: "said on the phone"}),
		write("keyed.age", store.Sealing{Recipients: []age.Recipient{id.Recipient()}})
	key := filepath.Join(dir, "key.txt")
	if err := os.WriteFile(key, []byte(id.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}

	s, st := atTheNotes(t)
	s.chooses("import")
	s.sees("Which file?")
	s.types(filepath.Join(dir, "nowhere.age"))
	s.presses("enter")
	s.sees("There is no such file")
	s.presses("ctrl+u")
	s.types(key)
	s.presses("enter")
	s.sees("not a file that isspp or age has sealed")
	s.presses("ctrl+u")
	s.types(`"` + spoken + `"`)
	s.presses("enter")
	s.sees("The file's passphrase")
	s.types("misheard")
	s.presses("enter")
	s.sees("does not open this file")

	// Again: the file's name is still there.
	s.presses("enter")
	s.sees("phone.age")
	s.presses("enter")
	s.sees("The file's passphrase")
	s.presses("esc", "ctrl+u")
	s.types(keyed)
	s.presses("enter")
	s.sees("Which file has your age identity?")
	s.types(spoken)
	s.presses("enter")
	s.sees("There is no age identity in that file")
	s.presses("ctrl+u")
	s.types(key)
	s.presses("enter")
	s.sees("1 record came in.")
	if refs := st.References(); len(refs) != 2 {
		t.Errorf("kept: %v", refs)
	}
	s.presses("enter")
	s.sees("Back up now")
}

func TestAnExportIsSealedAsItWasChosenAndLoggedOnlyOnceWritten(t *testing.T) {
	s, st := atTheNotes(t)
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out.age")
	s.chooses("export")
	s.presses("enter")
	s.sees("To which file?")
	s.presses("ctrl+u")
	s.types(filepath.Join(filepath.Dir(out), "nowhere", "out.age"))
	s.presses("enter")
	s.sees("There is no such folder")
	s.presses("ctrl+u")
	s.types(out)
	s.presses("enter")
	s.sees("How is it sealed?")
	s.presses("down", "enter")
	s.sees("The receiver's key")
	s.types("age1nonsense")
	s.presses("enter")
	s.sees("it starts like one, but letters")
	s.sees("age1nonsense")
	s.presses("ctrl+u")
	s.types(id.Recipient().String())
	s.presses("enter")
	s.sees("Written, sealed, with 1 record in it:")
	f, err := os.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // read only
	if by, err := store.SealedBy(f); err != nil || by != store.ByIdentity {
		t.Error(by, err)
	}
	if r := s.host.notes().Export("REF-1", filepath.Join(out, "no folder"),
		store.Sealing{Recipients: []age.Recipient{id.Recipient()}}, false); r.Err == nil {
		t.Fatal("written into a file as if it were a folder")
	}
	lines, err := st.History()
	went := 0
	for _, l := range lines {
		if l.Action == store.Exported {
			went++
		}
	}
	if err != nil || went != 1 {
		t.Errorf("the log says %d times that it went out, %v", went, err)
	}
}

func TestGoingBackFromTheFirstQuestionIsWholeOnTheWay(t *testing.T) {
	s, _ := atTheNotes(t)
	for _, id := range []string{"hold", "export", "passphrase", "copy", "restore", "purge", "import"} {
		s.chooses(id)
		s.sees("Esc back")
		s.presses("esc", "enter", "down", "ctrl+r") // whatever is pressed before the list is there
		s.host.app.Frame()
		s.until("the list", func() bool {
			return strings.Contains(s.screen(), "Private notes") && strings.Contains(s.screen(), "Back up now")
		})
	}
}

func TestSavesOfOneRecordAreOneLineOfTheLog(t *testing.T) {
	s, st := atTheNotes(t)
	w := st.Walkthroughs()[0]
	for range 3 {
		w.YearGroup += "9"
		if err := st.SaveWalkthrough(&w); err != nil {
			t.Fatal(err)
		}
	}
	all := s.host.notes().Operations()
	log := all[slices.IndexFunc(all, func(o upkeep.Operation) bool { return o.ID == "log" })]
	r := log.Do(upkeep.Answers{Shell: &upkeep.Shell{}})
	if r.Err != nil {
		t.Fatal(r.Err)
	}
	said := r.Said
	if len(said) != 2 || !strings.HasPrefix(said[1].Label, "        2-5  2") ||
		!strings.HasPrefix(said[1].Text, "saved 4 times: walkthrough ") {
		t.Errorf("%q", said)
	}
}
