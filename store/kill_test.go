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

// rounds is how often a test kills: a quarter where Windows is emulated.
func rounds(perPush int) int {
	if runtime.GOOS == "windows" && times() > 0 {
		return max(1, perPush/4) * times()
	}
	return counted(perPush)
}

// saveChild saves note after note, and says so after each.
func saveChild(args []string) int {
	key, err := ParseRecoveryKey(args[1])
	if err != nil {
		return 3
	}
	s, r, err := unlock(args[0], Recovery(key), Options{Anchor: args[2]})
	if err != nil || r.Worst() != Remark {
		fmt.Println("refused", err, r)
		return 3
	}
	rnd := rand.New(rand.NewPCG(uint64(os.Getpid()), 5))
	var notes []*model.FactorNote
	last := 0
	for _, n := range s.FactorNotes() {
		notes = append(notes, &n)
		was, _ := strconv.Atoi(n.About)
		last = max(last, was)
	}
	for n := last + 1; ; n++ {
		if len(notes) < 3 || len(notes) < 40 && n%9 == 0 {
			notes = append(notes, &model.FactorNote{})
		}
		i := rnd.IntN(len(notes))
		notes[i].About, notes[i].Body = strconv.Itoa(n), text(rnd, rnd.IntN(6000))
		if err := s.SaveFactorNote(notes[i]); err != nil {
			fmt.Println("refused", err)
			return 3
		}
		fmt.Println("saved", notes[i].ID, n)
	}
}

// enoughSaves is how many saves a release must have seen acknowledged, and
// releaseKills how many kills that is of.
const (
	enoughSaves  = 100_000
	releaseKills = 2000
)

func TestNoAcknowledgedSaveIsLostToAKill(t *testing.T) {
	t.Parallel()
	kills, most, acks := rounds(200), 40, 0
	if kills >= releaseKills {
		most = 120
	}
	for done := 0; done < kills; done += 200 { // each time with new notes, which stay small
		acks += killedWhileSaving(t, min(200, kills-done), most, uint64(done))
	}
	t.Logf("%d kills while saving; %d saves were acknowledged, none lost", kills, acks)
	if kills >= releaseKills && acks < enoughSaves {
		t.Errorf("only %d saves were acknowledged: a release wants %d", acks, enoughSaves)
	}
}

// killedWhileSaving kills a child so many times, each time after up to most saves
// and somewhere in the next, and counts what was acknowledged. The files are in
// memory where they can be: what a killed process has written is with the system
// either way.
func killedWhileSaving(t *testing.T, kills, most int, seed uint64) (acks int) {
	t.Helper()
	s, key := notesIn(t, quickDir(t))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	acked, rnd := map[string]int{}, rand.New(rand.NewPCG(3, seed))
	for round := range kills {
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
		for range 1 + rnd.IntN(most) {
			line, _, inTime := c.line(20 * time.Second)
			if !inTime {
				t.Fatal("the child does not go on")
			}
			hear(line)
		}
		time.Sleep(time.Duration(rnd.IntN(3000)) * time.Microsecond)
		_ = c.cmd.Process.Kill()
		for line := range c.lines {
			hear(line)
		}
		c.kill()
		nothingLost(t, s, key, acked, round%10 == 9 || round == kills-1)
	}
	return acks
}

// nothingLost opens the notes after a kill. To unlock holds every record against
// the manifest; the log and the structure are gone through only if all is asked.
func nothingLost(t *testing.T, s *Store, key RecoveryKey, acked map[string]int, all bool) {
	t.Helper()
	s, r, err := unlock(s.path, Recovery(key), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	clean(t, r)
	have := map[string]int{}
	for _, n := range s.FactorNotes() {
		have[n.ID], _ = strconv.Atoi(n.About)
	}
	for id, n := range acked {
		if have[id] < n {
			t.Errorf("%s was saved as %d and is %d", id, n, have[id])
		}
	}
	if !all {
		return
	}
	if v, err := s.Verify(); err != nil || v.Worst() != Remark {
		t.Errorf("%v %v", v, err)
	}
}

// createChild sets notes up and waits to be killed. It begins to touch the disk
// when the passphrase is derived.
func createChild(args []string) int {
	costs := &Costs{Stretch: func(passphrase, salt []byte, k KDF) []byte {
		defer fmt.Println("begins")
		return cheap.Stretch(passphrase, salt, k)
	}}
	_, _, err := Create(args[0], []byte(words), Options{KDF: &quick, Costs: costs, Anchor: args[1]})
	fmt.Println("made", err)
	for {
		time.Sleep(time.Second)
	}
}

func TestAKillDuringSetUpLeavesNothingHalfMade(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(8, 9))
	made, absent := 0, 0
	for round := range rounds(25) {
		dir := folder(t) // on the disk, which gives the kill more time
		opt := testOptions(dir)
		path := filepath.Join(dir, "data", "notes.db")
		c := startChild(t, "create", path, opt.Anchor)
		if _, _, inTime := c.line(20 * time.Second); !inTime {
			t.Fatal("the child does not start")
		}
		time.Sleep(time.Microsecond << rnd.IntN(17)) // at once, or after up to 65 ms: disks differ
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
		s, r, err := unlock(path, Passphrase([]byte(words)), opt)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		clean(t, r)
		mustSave(t, s, &model.Walkthrough{Ref: "R"})
		closeQuietly(s)
		noLeftovers(t, path)
	}
	t.Logf("%d kills: %d before there was a file, %d after", made+absent, absent, made)
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
	t.Parallel()
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
			if !errors.Is(err, errExists) {
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
