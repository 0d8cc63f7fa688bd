package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// everything is a picture of a folder: each name with its mode and content.
func everything(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var sum [32]byte
		if info.Mode().IsRegular() {
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			sum = sha256.Sum256(b)
		}
		_, err = fmt.Fprintf(&out, "%s %v %d %x\n", path, info.Mode(), info.ModTime().UnixNano(), sum)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWhatIsNotAFileOfNotesIsRefusedAndLeftAsItIs(t *testing.T) {
	t.Parallel()
	otherOf := func(pageSize int) func(path string) error {
		return func(path string) error {
			db, err := bolt.Open(path, 0o600, &bolt.Options{PageSize: pageSize})
			if err != nil {
				return err
			}
			return errors.Join(db.Update(func(tx *bolt.Tx) error {
				_, err := tx.CreateBucket([]byte("theirs"))
				return err
			}), db.Close())
		}
	}
	cases := []struct {
		name  string
		make  func(path string) error
		class error
		says  string
		state State
	}{
		{"missing", func(string) error { return nil }, ErrAbsent, "There is no notes file here.", Absent},
		{
			"text", func(p string) error { return os.WriteFile(p, []byte("Dear all,\n"), 0o600) }, errNotAStore,
			"not a file of isspp's notes", Foreign,
		},
		{
			"long text", func(p string) error {
				return os.WriteFile(p, bytes.Repeat([]byte("Dear all,\n"), 9999),
					0o600)
			},
			errNotAStore, "not a file of isspp's notes", Foreign,
		},
		{
			"no bytes", func(p string) error { return os.WriteFile(p, nil, 0o600) }, ErrDamaged, "it has no bytes",
			Damaged,
		},
		{"folder", func(p string) error { return os.Mkdir(p, 0o700) }, errNotAStore, "a folder", Foreign},
		{"another program's database", otherOf(boltfile.PageSize), errNotAStore, "another program", Foreign},
		{
			"another program's database of larger pages", otherOf(4 * boltfile.PageSize), errNotAStore, "another program",
			Foreign,
		},
		{"missing folder", func(string) error { return nil }, ErrAbsent, "There is no notes file here.", Absent},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t)
			opt := testOptions(dir)
			path := filepath.Join(dir, "notes.db")
			if c.name == "missing folder" {
				path = filepath.Join(dir, "not there", "notes.db")
			}
			if err := c.make(path); err != nil {
				t.Fatal(err)
			}
			before := everything(t, dir)
			if st := Look(path); st.State != c.state {
				t.Errorf("looks like %+v", st)
			}
			_, _, err := unlock(path, Passphrase([]byte(words)), opt)
			if !errors.Is(err, c.class) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("%v", err)
			}
			if !errors.Is(c.class, ErrAbsent) {
				if _, _, err := Create(path, []byte(words), opt); !errors.Is(err, errExists) {
					t.Fatalf("set-up over it: %v", err)
				}
			}
			after := everything(t, dir)
			if strings.HasPrefix(c.name, "another program's") { // it can be told only with the lock held
				after = withoutLock(after)
				before = withoutLock(before)
			}
			if after != before {
				t.Fatalf("changed:\n%s\nto:\n%s", before, after)
			}
		})
	}
}

// withoutLock leaves out the lock file, and the folder whose time it changed.
func withoutLock(all string) string {
	var out []string
	for _, l := range strings.Split(all, "\n")[1:] {
		if !strings.Contains(l, ".lock ") {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func TestNotesOfANewerFormatAreRefusedAndLeftAsTheyAre(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	closeQuietly(s)
	h := s.header.Encode()
	binary.BigEndian.PutUint16(h[8:], headerFormat+1)
	sum := sha256.Sum256(h[:len(h)-hashSize])
	copy(h[len(h)-hashSize:], sum[:])
	db, err := bolt.Open(s.path, 0o600, &bolt.Options{NoFreelistSync: true})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error { return tx.Bucket(boltfile.HeadBucket).Put(boltfile.HeaderKey, h) })
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	_, _, err = unlock(s.path, Passphrase([]byte(words)), s.opt)
	if !errors.Is(err, errNewerFormat) || !strings.Contains(err.Error(), "newer isspp") {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
		t.Fatal("changed", err)
	}
}

// holdChild has the notes open until it is killed.
func holdChild(args []string) int {
	key, err := ParseRecoveryKey(args[2])
	if err == nil {
		_, _, err = unlock(args[0], Recovery(key), Options{Anchor: args[1]})
	}
	fmt.Println("holds", err)
	for {
		time.Sleep(time.Second)
	}
}

func TestAnotherProcessThatHoldsTheNotesIsNamedAndItsKillFreesThem(t *testing.T) {
	for lane := range 5 { // most of each is waiting
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			s, key := newNotes(t)
			mustSave(t, s, &model.Walkthrough{Ref: "R"})
			closeQuietly(s)
			var refused, freed time.Duration
			many := counted(10)
			for range many {
				a, b := heldOnce(t, s, key)
				refused, freed = max(refused, a), max(freed, b)
			}
			t.Logf("%d times: refused within %v, free again within %v", many, refused, freed)
		})
	}
}

// heldOnce has another process hold the notes, and kills it. It returns how
// long the refusal and the next opening took.
func heldOnce(t *testing.T, s *Store, key RecoveryKey) (refused, freed time.Duration) {
	t.Helper()
	c := startChild(t, "hold", s.path, s.opt.Anchor, key.Text())
	if l, _, _ := c.line(20 * time.Second); l != "holds <nil>" {
		t.Fatal(l)
	}
	before, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, opt := range []Options{s.opt, {Anchor: s.opt.Anchor, ReadOnly: true}} {
		start := time.Now()
		_, _, err = unlock(s.path, Recovery(key), opt)
		refused = max(refused, time.Since(start))
		if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), fmt.Sprintf("process %d", c.cmd.Process.Pid)) {
			t.Fatal(err)
		}
	}
	if st := Look(s.path); st.State != InUse || st.Holder.PID != c.cmd.Process.Pid {
		t.Fatalf("%+v", st)
	}
	if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
		t.Fatal("changed", err)
	}
	c.kill()
	start := time.Now()
	s, r, err := unlock(s.path, Recovery(key), s.opt)
	freed = time.Since(start)
	if err != nil {
		t.Fatal(err)
	}
	clean(t, r)
	if len(s.Walkthroughs()) != 1 {
		t.Fatal("the walkthrough is gone")
	}
	closeQuietly(s)
	return refused, freed
}

func TestAPlaceThatCannotBeWrittenToOpensForReading(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("modes are Unix's: nothing was proved here about read-only files and folders")
	}
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere: run as another user to test read-only files and folders")
	}
	for name, modes := range map[string][2]fs.FileMode{
		"file": {0o400, 0o700}, "folder": {0o600, 0o500},
		"both": {0o400, 0o500},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := newNotes(t)
			mustSave(t, s, &model.Walkthrough{Ref: "R"})
			closeQuietly(s)
			dir := filepath.Dir(s.path)
			if err := errors.Join(os.Remove(lockPath(s.path)), os.Chmod(s.path, modes[0]),
				os.Chmod(dir, modes[1])); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
			before, err := os.ReadFile(s.path)
			if err != nil {
				t.Fatal(err)
			}
			s, r := again(t, s)
			w := s.Walkthroughs()
			if !r.Has("read-only") || len(w) != 1 {
				t.Fatalf("%+v %d", r, len(w))
			}
			if err := s.SaveWalkthrough(&w[0]); !errors.Is(err, errReadOnly) ||
				!strings.Contains(err.Error(), "reading only") {
				t.Fatal(err)
			}
			closeQuietly(s)
			if after, err := os.ReadFile(s.path); err != nil || !bytes.Equal(before, after) {
				t.Fatal("changed", err)
			}
			if err := os.Chmod(s.path, 0); err != nil {
				t.Fatal(err)
			}
			if _, _, err := unlock(s.path, Passphrase([]byte(words)), s.opt); !errors.Is(err, errDenied) ||
				!strings.Contains(err.Error(), "may not open") {
				t.Fatal(err)
			}
		})
	}
}
