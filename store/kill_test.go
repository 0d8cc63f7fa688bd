package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"isspp/model"
)

// rounds is how often a test kills: few by default, more when asked.
func rounds(t *testing.T, few int) int {
	v := os.Getenv("ISSPP_STORE_KILLS")
	if v == "" {
		if runtime.GOOS == "windows" {
			return max(1, few/4)
		}
		return fewer(few)
	}
	n, err := strconv.Atoi(v)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// saveChild saves note after note, and says so after each.
func saveChild(args []string) int {
	key, err := ParseRecoveryKey(args[1])
	if err != nil {
		return 3
	}
	s, r, err := Unlock(args[0], Recovery(key), Options{Anchor: args[2]})
	if err != nil || r.Worst() != Remark {
		fmt.Println("refused", err, r)
		return 3
	}
	rnd := rand.New(rand.NewPCG(uint64(os.Getpid()), 5))
	notes := []*model.FactorNote{{}, {}, {}}
	for n := 1; ; n++ {
		i := rnd.IntN(len(notes))
		notes[i].About, notes[i].Body = strconv.Itoa(n), text(rnd, rnd.IntN(6000))
		if err := s.SaveFactorNote(notes[i]); err != nil {
			fmt.Println("refused", err)
			return 3
		}
		fmt.Println("saved", notes[i].ID, n)
		if n%9 == 0 {
			notes = append(notes, &model.FactorNote{})
		}
	}
}

func TestNoAcknowledgedSaveIsLostToAKill(t *testing.T) {
	t.Parallel()
	s, key := newNotes(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	acked, rnd := map[string]int{}, rand.New(rand.NewPCG(3, 4))
	acks := 0
	for round := range rounds(t, 200) {
		c := startChild(t, "save", s.path, key.Text(), s.opt.Anchor)
		hear := func(line string) {
			var id string
			var n int
			if _, err := fmt.Sscanf(line, "saved %s %d", &id, &n); err != nil {
				t.Fatalf("round %d: %q", round, line)
			}
			acked[id] = n
			acks++
		}
		first, _, inTime := c.line(20 * time.Second)
		if !inTime {
			t.Fatal("the child does not start")
		}
		hear(first)
		time.Sleep(time.Duration(rnd.IntN(40)) * time.Millisecond)
		_ = c.cmd.Process.Kill()
		for line := range c.lines {
			hear(line)
		}
		c.kill()
		s, r, err := Unlock(s.path, Recovery(key), s.opt)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		clean(t, r)
		have := map[string]int{}
		for _, n := range s.FactorNotes() {
			have[n.ID], _ = strconv.Atoi(n.About)
		}
		for id, n := range acked {
			if have[id] < n {
				t.Errorf("round %d: %s was saved as %d and is %d", round, id, n, have[id])
			}
		}
		if v, err := s.Verify(); err != nil || v.Worst() != Remark {
			t.Errorf("round %d: %v %v", round, v, err)
		}
		closeQuietly(s)
	}
	t.Logf("%d saves were acknowledged, none lost", acks)
}

// createChild sets notes up and waits to be killed.
func createChild(args []string) int {
	fmt.Println("begins")
	_, _, err := Create(args[0], []byte(words), Options{KDF: &quick, Anchor: args[1]})
	fmt.Println("made", err)
	for {
		time.Sleep(time.Second)
	}
}

func TestAKillDuringSetUpLeavesNothingHalfMade(t *testing.T) {
	rnd := rand.New(rand.NewPCG(8, 9))
	made, absent := 0, 0
	for round := range rounds(t, 25) {
		dir := folder(t)
		opt := testOptions(dir)
		path := filepath.Join(dir, "data", "notes.db")
		c := startChild(t, "create", path, opt.Anchor)
		if _, _, inTime := c.line(20 * time.Second); !inTime {
			t.Fatal("the child does not start")
		}
		time.Sleep(time.Duration(rnd.IntN(60_000)) * time.Microsecond)
		c.kill()
		_, err := os.Stat(path)
		if errors.Is(err, os.ErrNotExist) {
			absent++
			if st := Look(path); st.State != Absent {
				t.Fatalf("round %d: nothing was made, and yet %+v", round, st)
			}
			s, _, err := Create(path, []byte(words), opt)
			if err != nil {
				t.Fatalf("round %d: set-up can't be tried again: %v", round, err)
			}
			closeQuietly(s)
		} else {
			made++
		}
		s, r, err := Unlock(path, Passphrase([]byte(words)), opt)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		clean(t, r)
		mustSave(t, s, &model.Walkthrough{Ref: "R"})
		closeQuietly(s)
		noLeftovers(t, path)
	}
	t.Logf("%d killed before there was a file, %d after", absent, made)
}

// noLeftovers fails when a temporary file is still in the notes' folder.
func noLeftovers(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestKeysWithoutNotesStandInTheWayOnlyIfSomethingWasSaved(t *testing.T) {
	for _, saved := range []bool{false, true} {
		s, _ := newNotes(t)
		if saved {
			mustSave(t, s, &model.Walkthrough{Ref: "R"})
		}
		closeQuietly(s)
		if err := os.Remove(s.path); err != nil {
			t.Fatal(err)
		}
		keys, err := os.ReadFile(sidePath(s.path))
		if err != nil {
			t.Fatal(err)
		}
		if st := Look(s.path); st.State != Orphaned {
			t.Fatalf("%+v", st)
		}
		again, _, err := Create(s.path, []byte(words), s.opt)
		if saved {
			if !errors.Is(err, ErrExists) {
				t.Fatalf("new notes over the keys of lost ones: %v", err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		closeQuietly(again)
		aside, err := filepath.Glob(sidePath(s.path) + ".*")
		if err != nil || len(aside) != 1 {
			t.Fatal(aside, err)
		}
		if b, err := os.ReadFile(aside[0]); err != nil || string(b) != string(keys) {
			t.Fatal("the old keys were not kept")
		}
	}
}
