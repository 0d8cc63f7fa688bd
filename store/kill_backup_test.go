package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"isspp/model"
	"isspp/store/seal"
)

// backupChild saves and backs up on one day after another.
func backupChild(args []string) int {
	key, err := ParseRecoveryKey(args[1])
	if err != nil {
		return 3
	}
	day := time.Now()
	opt := Options{Anchor: args[2], Now: func() time.Time { return day }}
	s, _, err := unlock(args[0], Recovery(key), opt)
	fmt.Println("unlocked", err)
	if err != nil {
		return 3
	}
	for {
		day = day.AddDate(0, 0, 1)
		if err := s.SaveFactorNote(&model.FactorNote{Body: "R"}); err != nil {
			return 3
		}
		if _, err := s.Backup("", false); err != nil {
			fmt.Println("backup", err)
			return 3
		}
	}
}

func TestAKillWhileBackingUpLeavesOnlyWholeBackups(t *testing.T) {
	t.Parallel()
	s, key := notesIn(t, quickDir(t))
	for range 60 {
		mustSave(t, s, &model.Walkthrough{Draft: model.Draft{Text: string(make([]byte, 3000))}})
	}
	closeQuietly(s)
	rnd := rand.New(rand.NewPCG(5, 6))
	seen, kills := 0, rounds(15)
	for round := range kills {
		c := startChild(t, "backup", s.path, key.Text(), s.opt.Anchor)
		if l, _, _ := c.line(20 * time.Second); l != "unlocked <nil>" {
			t.Fatal(l)
		}
		time.Sleep(time.Duration(rnd.IntN(150)) * time.Millisecond)
		c.kill()
		all, err := Sources(s.path, s.opt, Backup)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range all {
			seen++
			if err := s.lender(key, t).prove(b.Path, 1); err != nil {
				t.Errorf("round %d: %s: %v", round, b.Path, err)
			}
			if err := os.Remove(b.Path); err != nil { // each is looked at once
				t.Fatal(err)
			}
		}
		s, r := again(t, s)
		clean(t, r)
		closeQuietly(s)
		if left, err := filepath.Glob(filepath.Join(backupDir(s.path), ".*.tmp")); err != nil || len(left) > 0 {
			t.Errorf("round %d: left behind: %v %v", round, left, err)
		}
	}
	t.Logf("%d kills; %d backups after them, all whole", kills, seen)
}

// lender is a store that only lends its keys.
func (s *Store) lender(key RecoveryKey, t *testing.T) *Store {
	t.Helper()
	raw, err := os.ReadFile(sidePath(s.path))
	if err != nil {
		t.Fatal(err)
	}
	h, err := seal.ParseHeader(raw)
	if err != nil {
		t.Fatal(err)
	}
	k, ok := h.Unwrap(Recovery(key), nil)
	if !ok {
		t.Fatal("the side file does not open")
	}
	return &Store{file: file{keys: k, header: h}}
}

// restoreChild restores two backups in turn.
func restoreChild(args []string) int {
	fmt.Println("begins")
	for n := 0; ; n++ {
		if _, err := Restore(args[0], args[1+n%2], Options{}); err != nil {
			fmt.Println(err)
			return 3
		}
	}
}

func TestAKillWhileRestoringLeavesTheOldOrTheNew(t *testing.T) {
	t.Parallel()
	s, c := datedIn(t, quickDir(t))
	mustSave(t, s, &model.Walkthrough{Ref: "1"})
	first, was := mustBackUp(t, s), map[manifest]int{s.man: 1}
	mustSave(t, s, &model.Walkthrough{Ref: "2"})
	c.at = c.at.AddDate(0, 0, 1)
	second := mustBackUp(t, s)
	was[s.man] = 2
	closeQuietly(s)
	rnd := rand.New(rand.NewPCG(7, 6))
	found, kills := map[int]int{}, rounds(100)
	for round := range kills {
		k := startChild(t, "restore", s.path, first, second)
		if l, _, _ := k.line(20 * time.Second); l != "begins" {
			t.Fatal(l)
		}
		time.Sleep(time.Microsecond << rnd.IntN(19)) // up to a quarter of a second: systems differ
		_ = k.cmd.Process.Kill()
		for l := range k.lines {
			t.Errorf("round %d: %s", round, l)
		}
		k.kill()
		s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		which := was[s.man]
		if which == 0 || len(s.Walkthroughs()) != which || r.Has("record-damaged") || r.Has("records-differ") {
			t.Fatalf("round %d: neither the old nor the new: %+v", round, r)
		}
		found[which]++
		closeQuietly(s)
		noLeftovers(t, s.path)
	}
	t.Logf("%d kills: the first was there %d times, the second %d times, each as backed up", kills, found[1], found[2])
}
