package content

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

var firstOfTerm = time.Date(2027, 9, 1, 8, 30, 0, 0, time.UTC)

// writeOut writes the embedded edition into a folder below a new one.
func writeOut(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "ours")
	if _, err := Init(dir, false, firstOfTerm); err != nil {
		t.Fatal(err)
	}
	return dir
}

// edit replaces one text in a document of a folder.
func edit(t *testing.T, dir, name, old, change string) {
	t.Helper()
	path := filepath.Join(dir, name)
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), old) {
		t.Fatalf("%s doesn't hold %q: %v", name, old, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), old, change, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWhatIsWrittenOutIsTheEmbeddedEdition(t *testing.T) {
	dir := writeOut(t)
	p, mistakes, err := Read(dir)
	if err != nil || len(mistakes) > 0 || p == Embedded() {
		t.Fatalf("loaded %s, %v, %v", dir, mistakes, err)
	}
	for _, c := range Compare(Embedded(), p) {
		t.Error(c.Text)
	}
	if read(t, filepath.Join(dir, "README.md")) != Guide() {
		t.Error("the guide isn't there")
	}
	left, err := filepath.Glob(filepath.Join(dir, ".isspp-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAFolderThatHoldsAnythingIsRefused(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "holiday.txt")
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(dir, false, firstOfTerm); !errors.Is(err, ErrNotEmpty) {
		t.Fatalf("said %v", err)
	}
	if there, _ := os.ReadDir(dir); len(there) != 1 {
		t.Error("something was written all the same")
	}
	if _, err := Init(dir, true, firstOfTerm); err != nil {
		t.Fatal(err)
	}
	if read(t, mine) != "mine" {
		t.Error("what was there is lost")
	}
}

// With force, too, what somebody has written is never lost.
func TestFillingAFolderKeepsWhatSaysSomethingElse(t *testing.T) {
	dir := writeOut(t)
	edit(t, dir, "rota.md", "PC Kerry Hughes", "PC Ann Reed")
	edited := read(t, filepath.Join(dir, "rota.md"))
	done, err := Init(dir, true, firstOfTerm)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(done.Files, []string{"rota.md"}) ||
		!slices.Equal(done.Aside, []string{"rota.md.before-2027-09-01-083000"}) || len(done.Same) < 20 {
		t.Errorf("done: %+v", done)
	}
	if read(t, filepath.Join(dir, done.Aside[0])) != edited {
		t.Error("what was edited is lost")
	}
	if mistakes := Open(os.DirFS(dir)).Mistakes(); len(mistakes) > 0 {
		t.Errorf("the folder has mistakes: %v", mistakes)
	}
	edit(t, dir, "rota.md", "PC Kerry Hughes", "PC Bo Lind")
	if done, err = Init(dir, true, firstOfTerm); err != nil || done.Aside[0] != "rota.md.before-2027-09-01-083000-2" {
		t.Errorf("the second time in one second: %+v, %v", done, err)
	}
	if read(t, filepath.Join(dir, "rota.md.before-2027-09-01-083000")) != edited {
		t.Error("what was set aside first is lost")
	}
}

func TestOddPlacesAreRefusedInWords(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(file, true, firstOfTerm); err == nil ||
		!strings.Contains(err.Error(), "is a file, not a folder") {
		t.Errorf("a file: %v", err)
	}
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	loop, dangling := filepath.Join(dir, "loop"), filepath.Join(dir, "dangling")
	if err := errors.Join(os.Symlink(loop, loop), os.Symlink(filepath.Join(dir, "nowhere"), dangling)); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(loop, true, firstOfTerm); err == nil {
		t.Error("a link to itself was taken")
	}
	if _, err := Init(dangling, true, firstOfTerm); err == nil ||
		!strings.Contains(err.Error(), "a link to something that isn't there") {
		t.Errorf("a dangling link: %v", err)
	}
}

// A document that is a link is set aside as the link; what it points at is
// never written to.
func TestALinkIsNotWrittenThrough(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	dir := writeOut(t)
	other := filepath.Join(t.TempDir(), "diary.md")
	path := filepath.Join(dir, "rota.md")
	if err := errors.Join(os.WriteFile(other, []byte("diary"), 0o600), os.Remove(path),
		os.Symlink(other, path)); err != nil {
		t.Fatal(err)
	}
	if _, err := Init(dir, true, firstOfTerm); err != nil {
		t.Fatal(err)
	}
	if read(t, other) != "diary" {
		t.Error("the diary was written over")
	}
}
