package store

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"isspp/model"
)

// A person saves, backs up, goes on, restores, and finds exactly what was backed
// up: the notes' own account of themselves is the same.
func TestEveryBackupRestoresToWhatWasBackedUp(t *testing.T) {
	t.Parallel()
	drills := counted(100)
	s, c := datedIn(t, quickDir(t))
	key := renewed(t, s)
	rnd := rand.New(rand.NewPCG(20, 1))
	var notes []model.FactorNote
	for n := range drills {
		for range 1 + rnd.IntN(4) {
			note := model.FactorNote{}
			if len(notes) > 20 {
				note = notes[rnd.IntN(len(notes))]
			}
			note.Body = text(rnd, rnd.IntN(4000))
			if err := s.SaveFactorNote(&note); err != nil {
				t.Fatal(err)
			}
		}
		backup, was := mustBackUp(t, s), s.man
		notes = s.FactorNotes()
		mustSave(t, s, &model.Walkthrough{Ref: fmt.Sprint("after ", n)})
		closeQuietly(s)
		c.at = c.at.AddDate(0, 0, 1)
		if _, err := Restore(s.path, backup, s.opt); err != nil {
			t.Fatal(err)
		}
		var r *Report
		var err error
		if s, r, err = unlock(s.path, Recovery(key), s.opt); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { closeQuietly(s) })
		if s.man != was || !r.Has("older-file") || len(s.Walkthroughs()) != 0 || len(s.FactorNotes()) != len(notes) {
			t.Fatalf("drill %d: other notes than were backed up: %+v", n, r)
		}
		if v, err := s.Verify(); err != nil || v.Worst() == Loss {
			t.Fatalf("drill %d: %+v %v", n, v, err)
		}
		if err := s.AcceptOlder(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d drills: the same manifest each time", drills)
}
