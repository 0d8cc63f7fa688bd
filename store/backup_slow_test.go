package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"isspp/model"
	"isspp/store/disk"
)

// slowPlace makes the place that backups go to as slow as the test wants: a copy
// arrives there only after go on is closed. Nothing may be there before.
func slowPlace(t *testing.T, s *Store) (reached, goOn chan struct{}) {
	t.Helper()
	reached, goOn = make(chan struct{}), make(chan struct{})
	s.opt.move = func(part, name string) error {
		close(reached)
		<-goOn
		if left, _ := os.ReadDir(filepath.Dir(name)); len(left) > 0 {
			t.Errorf("made in the slow place itself: %v", left)
		}
		return disk.Replace(part, name)
	}
	return reached, goOn
}

// soon fails where something waits that must not.
func soon(t *testing.T, what string, done <-chan struct{}) {
	t.Helper()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal(what + " waits for the backup")
	}
}

func doing(f func()) <-chan struct{} {
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	return done
}

func TestASlowPlaceForABackupKeepsNobodyFromSaving(t *testing.T) {
	for name, elsewhere := range map[string]bool{"the day's": false, "asked for": true} {
		t.Run(name, func(t *testing.T) {
			s, _ := dated(t)
			mustSave(t, s, &model.Walkthrough{Ref: "R"})
			reached, goOn := slowPlace(t, s)
			var made string
			var err error
			backing := doing(func() {
				if elsewhere {
					made, err = s.Backup(filepath.Join(folder(t), "copy.db"), true)
				} else {
					made, err = s.Backup("", false)
				}
			})
			<-reached
			before, _ := os.Stat(s.path)
			soon(t, "a save", doing(func() {
				for range 100 { // the file must grow
					if err := s.SaveFactorNote(&model.FactorNote{Body: strings.Repeat("x", 20_000)}); err != nil {
						t.Error(err)
					}
				}
			}))
			if after, _ := os.Stat(s.path); after.Size() < 2*before.Size() {
				t.Fatal("the file has not grown: this proves nothing")
			}
			close(goOn)
			soon(t, "the test", backing)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.prove(made, 1); err != nil {
				t.Fatal(err)
			}
			noLeftovers(t, made)
			noLeftovers(t, s.path)
		})
	}
}

func TestABackupIsMadeWhereItGoesWhereNothingCanBeMadeBesideTheNotes(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	dir := filepath.Dir(s.path)
	if err := os.Rename(dir, dir+" of old"); err != nil {
		t.Skip("this system moves no folder with an open file in it:", err)
	}
	name, err := s.Backup(filepath.Join(folder(t), "copy.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.prove(name, 1); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir+" of old", dir); err != nil {
		t.Fatal(err)
	}
}

// On another disk a copy is written once more, and read once more.
func TestACopyThatIsNotWholeWhereItArrivesIsNoBackup(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	part, _, err := s.newBeside(s.path, copied(s.db, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder(t), "in the way")
	if err := os.Mkdir(name, 0o700); err != nil { // so that it can't be renamed to
		t.Fatal(err)
	}
	if b, err := os.ReadFile(part); err != nil || os.WriteFile(part, b[:len(b)/2], 0o600) != nil {
		t.Fatal(err)
	}
	if err := s.deliver(part, name); !errors.Is(err, ErrDamaged) {
		t.Fatal(err)
	}
	noLeftovers(t, name)
}

func TestANotesFileIsClosedThoughABackupDoesNotArrive(t *testing.T) {
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	reached, goOn := slowPlace(t, s)
	backing := doing(func() { _, _ = s.Backup("", false) })
	<-reached
	soon(t, "closing", doing(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}))
	s, r, err := unlock(s.path, Passphrase([]byte(words)), s.opt)
	if err != nil {
		t.Fatal(err)
	}
	defer closeQuietly(s)
	clean(t, r)
	noLeftovers(t, s.path) // half a backup was swept away
	close(goOn)
	soon(t, "the test", backing)
	if all, err := Sources(s.path, s.opt, Backup); err != nil || len(all) > 0 {
		t.Errorf("%v %v", all, err)
	}
}

// The screen asks for it.
func TestHowMuchIsUnsavedIsKnownWhileASaveWaits(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.keepUnsaved(&item{id: newID()}, errFull)
	s.told = []Finding{{Warning, "put-back", "it was put back"}}
	soon(t, "the screen", doing(func() {
		if n := s.Unsaved(); n != 1 {
			t.Errorf("%d are unsaved", n)
		}
		if told := s.Told(); told != nil {
			t.Errorf("%+v", told)
		}
	}))
}
