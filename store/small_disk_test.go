package store

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"isspp/model"
)

// smallDiskEnv names a folder on a small disk of its own, which the test fills:
// .ci/store makes such disks.
const smallDiskEnv = "ISSPP_STORE_SMALL_DISK"

func TestASmallDiskFillsUpAgainAndAgain(t *testing.T) {
	dir := os.Getenv(smallDiskEnv)
	if dir == "" {
		t.Skip("needs a small disk of its own: " + smallDiskEnv +
			" names a folder on one, and .ci/store makes them as root")
	}
	opt := testOptions(folder(t)) // the anchor is on another disk
	path := filepath.Join(dir, "notes.db")
	s, _, err := Create(path, []byte(words), opt)
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(2, 6))
	want := map[string]string{}
	full := 0
	for round := range 30 * max(1, times()) {
		ballast := fill(t, filepath.Join(dir, "ballast"), int64(rnd.IntN(150_000)))
		n := &model.FactorNote{}
		for range 20 {
			if rnd.IntN(3) > 0 || n.ID != "" && want[n.ID] == "" {
				n = &model.FactorNote{}
			}
			n.Body = text(rnd, 100+rnd.IntN(30_000))
			err := s.SaveFactorNote(n)
			switch {
			case err == nil:
				want[n.ID] = n.Body
				continue
			case !errors.Is(err, errFull):
				t.Fatalf("round %d: %v", round, err)
			}
			full++
			if ballast != nil { // somebody makes room, and the same save goes through
				ballast()
				ballast = nil
				if err := s.SaveFactorNote(n); err != nil {
					t.Fatalf("round %d, with room again: %v", round, err)
				}
				want[n.ID] = n.Body
				continue
			}
			n = &model.FactorNote{}
		}
		if ballast != nil {
			ballast()
		}
		if _, err := s.Backup("", false); err != nil && !errors.Is(err, errFull) {
			t.Fatal(err)
		}
		for len(want) > 40 { // so that the notes themselves never fill it
			for id := range want {
				if err := dropNote(s, id); err != nil {
					t.Fatalf("round %d: %v", round, err)
				}
				delete(want, id)
				break
			}
		}
		have := map[string]string{}
		for _, n := range s.FactorNotes() {
			have[n.ID] = n.Body
		}
		for id, body := range want {
			if have[id] != body {
				t.Fatalf("round %d: %s is lost", round, id)
			}
		}
	}
	s, r := again(t, s)
	clean(t, r)
	if v, err := s.Verify(); err != nil || !v.OK() {
		t.Fatalf("%+v %v", v, err)
	}
	if full == 0 {
		t.Fatal("the disk was never full")
	}
	t.Logf("full %d times, nothing lost: %v", full, placeError(fmt.Errorf("save: %w", fullDisk)))
}

// They take turns, since both fill the same disk.
//
// A restored file ends where its pages do, and on Windows has to grow to be opened.
func TestASmallDiskThatIsFullStillGivesTheNotes(t *testing.T) {
	dir := os.Getenv(smallDiskEnv)
	if dir == "" {
		t.Skip("needs a small disk of its own: see " + smallDiskEnv)
	}
	opt := testOptions(folder(t))
	path := filepath.Join(dir, "full", "notes.db")
	s, _, err := Create(path, []byte(words), opt)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if err := s.SaveFactorNote(&model.FactorNote{Body: text(rand.New(rand.NewPCG(3, uint64(i))),
			30_000)}); err != nil {
			t.Fatal(err)
		}
	}
	backup := mustBackUp(t, s)
	closeQuietly(s)
	if _, err := Restore(path, backup, opt); err != nil {
		t.Fatal(err)
	}
	empty := fill(t, filepath.Join(dir, "ballast"), 8000)
	s, r, err := unlock(path, Passphrase([]byte(words)), opt)
	if err != nil {
		empty()
		t.Fatal(err)
	}
	t.Logf("%d of 40 on a full disk, %+v", len(s.FactorNotes()), r.Findings)
	if len(s.FactorNotes()) != 40 {
		t.Error("a note is missing")
	}
	closeQuietly(s)
	empty()
	s, _, err = unlock(path, Passphrase([]byte(words)), opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.SaveFactorNote(&model.FactorNote{Body: "with room"}); err != nil {
		t.Error(err)
	}
	closeQuietly(s)
	if err := os.RemoveAll(filepath.Join(dir, "full")); err != nil {
		t.Log(err) // the disk goes as well
	}
}

// dropNote takes a note out of the file.
func dropNote(s *Store, id string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	it, err := s.find(id)
	if err != nil {
		return err
	}
	return s.commit(&change{drops: []*item{it}, lines: []Line{{
		Action: Discarded, id: it.id, Revision: it.revision,
		Kind: it.kind,
	}}})
}

// fill leaves so many bytes on the disk, and returns what gives the room back.
func fill(t *testing.T, name string, leave int64) func() {
	t.Helper()
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for _, step := range []int{1 << 20, 64 << 10, 4 << 10, 512} {
		block := make([]byte, step)
		for {
			n, err := f.Write(block)
			size += int64(n)
			if err != nil {
				break
			}
		}
		if _, err := f.Seek(size, io.SeekStart); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.Truncate(max(0, size-leave)), f.Sync(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return func() { _ = os.Remove(name) }
}

// TestAFileThatMayNotGrow runs under a limit on the size of files: on Windows a
// file that could not grow can't even be read by bbolt until it is opened anew.
func TestAFileThatMayNotGrow(t *testing.T) {
	t.Parallel()
	if os.Getenv("ISSPP_STORE_FILE_LIMIT") == "" {
		t.Skip("needs a limit on the size of files: .ci/store sets one")
	}
	s, key := newNotes(t)
	want := map[string]string{}
	var refused error
	for i := 0; refused == nil && i < 500; i++ {
		n := &model.FactorNote{Body: text(rand.New(rand.NewPCG(1, uint64(i))), 30_000)}
		if refused = s.SaveFactorNote(n); refused == nil {
			want[n.ID] = n.Body
		}
	}
	if !errors.Is(refused, errFull) && !errors.Is(refused, errReadOnly) || len(want) == 0 {
		t.Fatalf("%d saved, then: %v", len(want), refused)
	}
	// A smaller text fits in the place of a longer, wherever those that share its page
	// leave it the room to be written anew.
	tried, err := map[string]bool{}, refused
	for id := range want {
		tried[id] = true
		if err = s.SaveFactorNote(&model.FactorNote{ID: id, Body: "short"}); err == nil {
			want[id] = "short"
			break
		}
	}
	if err != nil {
		t.Fatalf("does not go on after %q: %v", refused, err)
	}
	closeQuietly(s)
	s, r, err := unlock(s.path, Recovery(key), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	clean(t, r)
	if len(s.FactorNotes()) != len(want) {
		t.Fatalf("%d of %d are there", len(s.FactorNotes()), len(want))
	}
	for _, n := range s.FactorNotes() {
		if want[n.ID] != n.Body && (!tried[n.ID] || n.Body != "short") {
			t.Fatal("a text is lost")
		}
	}
	t.Logf("after %d saves: %v", len(want), refused)
}
