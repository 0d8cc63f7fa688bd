package session

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store"
)

// flipped is a desk of whose two records one is damaged by a bit.
func flipped(t *testing.T) *desk {
	t.Helper()
	d := sitDown(t)
	d.flipRecord()
	return d
}

// flipRecord flips a bit of a record that counts. The log's lines, the manifest and
// what pages hold of earlier are sealed like records, so it tries one after the other.
func (d *desk) flipRecord() {
	d.t.Helper()
	whole, err := os.ReadFile(d.path)
	if err != nil {
		d.t.Fatal(err)
	}
	for at := len(whole); ; {
		if at = strings.LastIndex(string(whole[:at]), "\x93ISSP\x1a"); at < 0 {
			d.t.Fatal("no record in the file")
		}
		b := []byte(string(whole))
		b[at+80] ^= 1
		if d.damages(b) {
			d.write(b) // looking has left its own marks
			return
		}
	}
}

// damages reports whether the notes open and miss a record with these bytes.
func (d *desk) damages(b []byte) bool {
	d.t.Helper()
	d.write(b)
	damaged := false
	st, err := store.Unlock(d.path, store.Passphrase([]byte("a horse and a violin")), store.Options{Costs: costs},
		func(r *store.Report) { damaged = r.Has("record-damaged") })
	return err == nil && st.Close() == nil && damaged
}

func (d *desk) write(b []byte) {
	d.t.Helper()
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// on runs a command that is none of "isspp notes" on these notes.
func (d *desk) on(args ...string) (out, errs string, status int) {
	d.t.Helper()
	return asks(d.t, append(args, "--notes", d.path, "--config", emptyConfig(d.t, d.dir), "--passphrase-file",
		d.right)...)
}

func TestEveryCommandSaysThatSomethingIsLostAndHasStatusOne(t *testing.T) {
	sealed := func(d *desk) []string {
		return []string{"--file-passphrase-file", d.file("its", "several words for a file")}
	}
	for name, args := range map[string]func(d *desk) []string{
		"log":      func(*desk) []string { return []string{"log"} },
		"log json": func(*desk) []string { return []string{"log", "--json"} },
		"due":      func(*desk) []string { return []string{"purge"} },
		"holds":    func(*desk) []string { return []string{"hold"} },
		"backup":   func(*desk) []string { return []string{"backup"} },
		"export all": func(d *desk) []string {
			return append([]string{"export", "--all", "-o", filepath.Join(d.dir, "all.age")}, sealed(d)...)
		},
		"passphrase": func(d *desk) []string {
			return []string{"passphrase", "--new-passphrase-file", d.file("new", "another few words to open it with")}
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := flipped(t)
			out, errs, status := d.asks(append(args(d), "--passphrase-file", d.right)...)
			if status != 1 || !strings.Contains(errs, "Loss: 1 record is damaged") || strings.Contains(out, "Loss:") {
				t.Errorf("status %d, %q, %q", status, out, errs)
			}
		})
	}
}

func TestPlainQuestionsOnIncompleteNotesSaySoAndHaveStatusOne(t *testing.T) {
	out, errs, status := flipped(t).on("checklist", "--plain")
	if status != 1 || !strings.Contains(out, "record is damaged and did not open") {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

func TestADocumentOfIncompleteNotesSaysSoItself(t *testing.T) {
	for _, form := range []string{"md", "html", "json"} {
		for _, sort := range []string{"report", "access"} {
			d := sitDown(t)
			another(t, d)
			d.flipRecord()
			out, errs, status := d.on("checklist", sort, "--ref", "REF-1", "-o", "-", "--format", form)
			said := strings.Contains(out, "This may be incomplete")
			if form == "json" {
				said = strings.Contains(out, `"incomplete": [`)
			}
			if status != 1 || !said || strings.Contains(out, "This is all that these notes hold") ||
				!strings.Contains(errs, "Loss: 1 record is damaged") {
				t.Errorf("%s, %s: status %d, %q\n%s", sort, form, status, errs, out[:min(len(out), 600)])
			}
		}
	}
}

// another saves a second record under the same reference, in bytes behind the first.
func another(t *testing.T, d *desk) {
	t.Helper()
	st, err := store.Unlock(d.path, store.Passphrase([]byte("a horse and a violin")), store.Options{Costs: costs},
		func(*store.Report) {})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range st.Walkthroughs() {
		w.ID, w.Concern = "", ""
		if err := st.SaveWalkthrough(&w); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestALogWithADamagedLineHasStatusOneAndADocumentSaysIt(t *testing.T) {
	d := sitDown(t)
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	line := "\x93ISSP\x1a\x01" + strings.Repeat("\x00", 15) + "\x02" // the second, in every page that has it
	for at := 0; ; at++ {
		i := strings.Index(string(b[at:]), line)
		if i < 0 {
			break
		}
		at += i
		b[at+80] ^= 1
	}
	if err := os.WriteFile(d.path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, status := d.asks("log", "--passphrase-file", d.right); status != 1 ||
		!strings.Contains(errs, "The log of changes is not whole") {
		t.Errorf("status %d, %q", status, errs)
	}
	out, errs, status := d.on("checklist", "access", "--ref", "REF-1", "-o", "-", "--format", "md")
	if status != 1 || !strings.Contains(out, "The log of changes is not whole") ||
		!strings.Contains(errs, "Loss: The log") {
		t.Errorf("status %d, %q", status, errs)
	}
}

func TestADisposalThatDoesNotReachAFileHasStatusOne(t *testing.T) {
	d := sitDown(t)
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(filepath.Dir(d.path), "notes (1).db")
	if err := os.WriteFile(bad, b[:len(b)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	out, errs, status := d.asks("purge", "--ref", "REF-1", "--reason", "old", "--yes", "--not-filed",
		"--passphrase-file", d.right)
	if status != 1 || !strings.Contains(out, "Not reached") || !strings.Contains(out, "notes (1).db") ||
		!strings.Contains(out, "disposed of") {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
}

// An earlier backup may hold under the reference from before what the notes hold no
// more: a disposal by that reference reaches it.
func TestADisposalByAFormerReferenceReachesTheBackupsUnderIt(t *testing.T) {
	d := sitDown(t)
	open := func(do func(st *store.Store) error) {
		t.Helper()
		st, err := store.Unlock(d.path, store.Passphrase([]byte("a horse and a violin")), store.Options{Costs: costs},
			func(*store.Report) {})
		if err == nil {
			err = errors.Join(do(st), st.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	draft := model.Walkthrough{Ref: "REF-1"}
	open(func(st *store.Store) error { return st.SaveWalkthrough(&draft) })
	d.gets("backup", "--passphrase-file", d.right)
	b, err := os.ReadFile(d.path)
	if err == nil { // one of an earlier day, which today's doesn't replace
		err = os.WriteFile(filepath.Join(filepath.Dir(d.path), "backups", "notes-2020-01-02.db"), b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	open(func(st *store.Store) error {
		first := st.Walkthroughs()[0]
		if first.ID == draft.ID {
			first = st.Walkthroughs()[1]
		}
		return errors.Join(st.DiscardWalkthrough(draft.ID),
			st.SaveConcernEntry(&model.ConcernEntry{
				Concern: first.ID, Kind: model.KindReference, Ref: "REF-2", Kept: true,
			}))
	})
	backups, err := filepath.Glob(filepath.Join(filepath.Dir(d.path), "backups", "*.db"))
	if err != nil || len(backups) == 0 {
		t.Fatal(backups, err)
	}
	holds := func() (found bool) {
		notes := d.path
		defer func() { d.path = notes }()
		for _, d.path = range backups {
			open(func(st *store.Store) error {
				found = found || slices.ContainsFunc(st.Walkthroughs(),
					func(w model.Walkthrough) bool { return w.ID == draft.ID })
				return nil
			})
		}
		return found
	}
	if !holds() {
		t.Fatal("no backup holds the draft")
	}
	d.gets("purge", "--ref", "REF-1", "--reason", "a test of disposal", "--yes", "--not-filed", "--passphrase-file",
		d.right)
	if holds() {
		t.Error("a backup still holds the draft")
	}
}
