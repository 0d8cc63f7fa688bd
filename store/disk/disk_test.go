package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// folder is a new folder. That it can't be removed is borne: wine 8 can't.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "isspp-disk-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func TestWhatAnInterruptedWriteLeftIsRemovedByTheNext(t *testing.T) {
	dir := folder(t)
	old := time.Now().Add(-2 * time.Hour)
	left, others := filepath.Join(dir, ".isspp-ABCDEFGHIJ.tmp"),
		[]string{".isspp-KLMNOPQRST.tmp", ".isspp-notes.tmp", "isspp-ABCDEFGHIJ.tmp"}
	for _, name := range append([]string{filepath.Base(left)}, others...) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("what he said"), 0o600); err != nil {
			t.Fatal(err)
		}
		if name == others[0] {
			continue // being written just now
		}
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(filepath.Join(dir, "out.md"), []byte("x"), How{New: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); !os.IsNotExist(err) {
		t.Error("private text that a killed write left is still there")
	}
	for _, name := range others {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Errorf("%s is not ours to remove: %v", name, err)
		}
	}
}

func TestANewFileIsNeverPutOverOneThatCameThere(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	path := filepath.Join(dir, "pack.md")
	came := func() error { return os.WriteFile(path, []byte("somebody else's"), 0o600) }
	if err := Write(path, []byte("mine"), How{New: true, Check: came}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("%v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "somebody else's" {
		t.Errorf("%q, %v", b, err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAFileKeepsItsModeAndIsAsItWasWhereTheLastLookRefuses(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "local.md")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	was, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := errors.New("somebody changed it")
	if err := Write(path, []byte("new"), How{Keep: true, Check: func() error { return changed }}); !errors.Is(err,
		changed) {
		t.Errorf("%v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "old" {
		t.Errorf("%q, %v", b, err)
	}
	if err := Write(path, []byte("new"), How{Keep: true}); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	is, serr := os.Stat(path)
	if err != nil || serr != nil || string(b) != "new" || is.Mode() != was.Mode() {
		t.Errorf("%q, %v, %v, %v", b, is.Mode(), err, serr)
	}
}

func TestAPrivateFileIsForThisAccountAlone(t *testing.T) {
	t.Parallel()
	path := filepath.Join(folder(t), "out.md")
	if err := Write(path, []byte("what he said"), How{Mode: 0o644, Private: true}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || MayVanish && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
}
