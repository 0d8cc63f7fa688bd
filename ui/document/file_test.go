package document

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func TestAFileIsWrittenOnceAndReplacedOnlyWhenForced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.md")
	if err := WriteFile(path, []byte("first"), 0o600, false); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode is %v", info.Mode())
	}
	if err := WriteFile(path, []byte("second"), 0o600, false); !errors.Is(err, ErrExists) {
		t.Errorf("a file that is there gives %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "first" {
		t.Errorf("the file was changed to %q", got)
	}
	if err := WriteFile(path, []byte("third"), 0o600, true); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "third" {
		t.Errorf("forced, it holds %q", got)
	}
	if list := names(t, dir); len(list) != 1 {
		t.Errorf("left behind: %v", list)
	}
}

func TestAForcedLinkKeepsPointingAtItsFile(t *testing.T) {
	dir := t.TempDir()
	real, link := filepath.Join(dir, "real.md"), filepath.Join(dir, "link.md")
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := WriteFile(link, []byte("new"), 0o600, true); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(real); string(got) != "new" {
		t.Errorf("the file behind the link holds %q", got)
	}
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

func TestAPlaceThatCannotBeWrittenLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFile(dir, nil, 0o600, true); err == nil {
		t.Error("a folder was written over")
	}
	if err := WriteFile(filepath.Join(dir, "none", "x.md"), nil, 0o600, false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing folder gives %v", err)
	}
	if list := names(t, dir); len(list) != 0 {
		t.Errorf("left behind: %v", list)
	}
}

func TestWhatAnInterruptedWriteLeftIsRemovedByTheNext(t *testing.T) {
	dir := t.TempDir()
	old := time.Now().Add(-2 * time.Hour)
	left, others := filepath.Join(dir, ".isspp-ABCDEFGHIJ.tmp"), []string{".isspp-KLMNOPQRST.tmp", ".isspp-notes.tmp", "isspp-ABCDEFGHIJ.tmp"}
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
	if err := WriteFile(filepath.Join(dir, "out.md"), []byte("x"), 0o600, false); err != nil {
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

func TestAFileIsGuardedBeforeAnythingIsInIt(t *testing.T) {
	path, guarded := filepath.Join(t.TempDir(), "out.md"), 0
	guard := func(name string) error {
		guarded++
		if b, err := os.ReadFile(name); err != nil || len(b) != 0 {
			t.Errorf("%q is in it already, %v", b, err)
		}
		return errors.New("a memory stick has no lists")
	}
	if err := WriteGuarded(path, []byte("what he said"), 0o600, false, guard); err != nil || guarded != 1 {
		t.Errorf("%v, guarded %d times", err, guarded)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "what he said" {
		t.Errorf("%q, %v", b, err)
	}
}
