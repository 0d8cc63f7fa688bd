//go:build unix

package content

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What stands in a document's place and is none is said, and nothing waits for
// it: a pipe that nobody writes to would never end.
func TestOddFilesAreSaidAndNothingHangs(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(path string) error
		said string
	}{
		{"a folder", func(path string) error { return os.Mkdir(path, 0o700) }, "this is not a plain file"},
		{"a pipe", func(path string) error { return syscall.Mkfifo(path, 0o600) }, "this is not a plain file"},
		{"a link to itself", func(path string) error { return os.Symlink(path, path) }, "can't be read"},
		{"a link to nothing", func(path string) error { return os.Symlink(path+"-gone", path) }, "can't be read"},
		{"a device", func(path string) error { return os.Symlink("/dev/zero", path) }, "this is not a plain file"},
		{"a huge file", func(path string) error {
			return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 3<<30))
		}, "the document is too big"},
		{
			"a file for root alone", func(path string) error { return os.WriteFile(path, []byte("x"), 0) },
			"can't be read",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.name == "a file for root alone" && os.Getuid() == 0 {
				t.Skip("root may read everything")
			}
			dir := writeOut(t)
			path := filepath.Join(dir, "rota.md")
			if err := errors.Join(os.Remove(path), c.make(path)); err != nil {
				t.Fatal(err)
			}
			done := make(chan struct{})
			go func() {
				defer close(done)
				_, mistakes, err := Read(dir)
				if err != nil || len(mistakes) == 0 {
					t.Errorf("loaded %s: %v, %v", dir, mistakes, err)
					return
				}
				if m := mistakes[0]; m.File != "rota.md" || m.Line != 1 || !strings.Contains(m.Text, c.said) {
					t.Errorf("said %s", m.Error())
				}
			}()
			select {
			case <-done:
			case <-time.After(20 * time.Second):
				t.Fatal("it waits for ever")
			}
		})
	}
}

func TestALinkedDocumentIsRead(t *testing.T) {
	dir := writeOut(t)
	path, kept := filepath.Join(dir, "rota.md"), filepath.Join(t.TempDir(), "kept.md")
	if err := errors.Join(os.Rename(path, kept), os.Symlink(kept, path)); err != nil {
		t.Fatal(err)
	}
	if p, mistakes, err := Read(dir); err != nil || len(mistakes) > 0 || p.folder != dir {
		t.Errorf("a linked document gives %v, %v", mistakes, err)
	}
}

func TestAFolderThatIsNoneIsSaid(t *testing.T) {
	dir := t.TempDir()
	loop := filepath.Join(dir, "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{loop, filepath.Join(dir, "nowhere"), "/dev/null", dir + "\x00"} {
		if l := Copies("").Load(path, time.Now()); l.Err == nil || l.State != Unusable {
			t.Errorf("%q was loaded", path)
		}
	}
}

func TestAThousandDocumentsAreRead(t *testing.T) {
	dir := writeOut(t)
	text := []byte("---\nkind: text\n---\n\n# A page\n\nWords.\n")
	for i := range 1000 {
		if err := os.WriteFile(filepath.Join(dir, "page-"+strconv.Itoa(i)+".md"), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, mistakes, err := Read(dir); err != nil || len(mistakes) > 0 {
		t.Errorf("said %v, %v", mistakes, err)
	}
}
