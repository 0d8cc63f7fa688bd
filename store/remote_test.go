package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isspp/model"
)

func onServer(opt Options) Options {
	opt.Remote = func(string) string { return "smb" }
	return opt
}

func TestNotesOnAnotherComputerOpenForReadingAndNothingThereIsTouched(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	w := &model.Walkthrough{Ref: "R"}
	mustSave(t, s, w)
	closeQuietly(s)
	if err := os.Remove(lockPath(s.path)); err != nil {
		t.Fatal(err)
	}
	before := everything(t, filepath.Dir(s.path))
	there, r, err := unlock(s.path, Passphrase([]byte(words)), onServer(s.opt))
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(there)
	if len(r.Findings) != 1 || !r.Has("network") || r.Worst() != Warning ||
		!strings.Contains(r.Findings[0].Text, "copy notes.db and notes.keys") {
		t.Errorf("%+v", r)
	}
	if got := there.Walkthroughs(); len(got) != 1 || got[0].Ref != "R" {
		t.Errorf("%+v", got)
	}
	w.Ref = "S"
	if err := there.SaveWalkthrough(w); !errors.Is(err, errReadOnly) ||
		!strings.Contains(err.Error(), "another computer") {
		t.Error(err)
	}
	if err := there.ChangePassphrase(Passphrase([]byte(words)),
		[]byte("six other words for these notes")); !errors.Is(err, errReadOnly) {
		t.Error(err)
	}
	closeQuietly(there)
	if after := everything(t, filepath.Dir(s.path)); after != before {
		t.Errorf("changed:\n%s\nto:\n%s", before, after)
	}
	// A backup on a server can still be checked.
	if r, err := verifyFile(s.path, Passphrase([]byte(words)), onServer(s.opt)); err != nil || !r.OK() {
		t.Errorf("%+v, %v", r, err)
	}
	// The copy on the own disk goes on.
	s, r, err = unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	clean(t, r)
	mustSave(t, s, w)
	closeQuietly(s)
}

func TestNotesAreNotSetUpOnAnotherComputer(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	opt := onServer(testOptions(dir))
	path := filepath.Join(dir, "data", "notes.db")
	before := everything(t, dir)
	for _, err := range []error{
		CanCreate(path, opt),
		func() error { _, _, err := Create(path, []byte(words), opt); return err }(),
	} {
		if !errors.Is(err, ErrRemote) || !strings.Contains(err.Error(), "this computer's own disk") {
			t.Error(err)
		}
	}
	if after := everything(t, dir); after != before {
		t.Error(after)
	}
	if f := AtPlace(path, opt); len(f) != 1 || f[0].Code != "network" || f[0].Severity != Warning ||
		!strings.Contains(f[0].Text, "can't be set up here") {
		t.Errorf("%+v", f)
	}
}

func TestAFolderThatIsKeptInStepIsTold(t *testing.T) {
	dir := folder(t)
	if f := AtPlace(filepath.Join(dir, "notes.db"), Options{}); len(f) > 0 {
		t.Errorf("a false alarm: %+v", f)
	}
	synced := filepath.Join(dir, "Dropbox", "isspp")
	if f := AtPlace(filepath.Join(synced, "notes.db"), Options{}); len(f) != 1 || f[0].Code != "synced" ||
		!strings.Contains(f[0].Text, "Dropbox") {
		t.Errorf("%+v", f)
	}
	t.Setenv("OneDriveCommercial", filepath.Join(dir, "School"))
	if f := AtPlace(filepath.Join(dir, "school", "x", "notes.db"), Options{}); len(f) != 1 ||
		!strings.Contains(f[0].Text, "OneDrive") {
		t.Errorf("%+v", f)
	}
	if f := AtPlace(filepath.Join(dir, "Schools", "notes.db"), Options{}); len(f) > 0 {
		t.Errorf("%+v", f)
	}
	if err := os.MkdirAll(synced, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(synced, filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here:", err)
	}
	if real, err := filepath.EvalSymlinks(filepath.Join(dir, "link")); err != nil || filepath.Base(real) == "link" {
		t.Skip("links are not followed here:", err)
	}
	if f := AtPlace(filepath.Join(dir, "link", "notes.db"), Options{}); len(f) != 1 {
		t.Errorf("a link hides it: %+v", f)
	}
}
