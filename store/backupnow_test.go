package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"isspp/model"
)

// A copy that still pointed into the notes' pages after its look at them had
// ended was overwritten by saves in one run of five.
func TestBackupsBesideSavesAreWholeEachTime(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	for range 100 {
		mustSave(t, s, &model.Walkthrough{Ref: "R", Draft: model.Draft{Text: strings.Repeat("x", 3000)}})
	}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range counted(30) {
			if _, err := s.Backup("", true); err != nil {
				t.Error(err)
			}
		}
	})
	for i := range counted(200) {
		mustSave(t, s, &model.Walkthrough{Ref: fmt.Sprint(i)})
	}
	wg.Wait()
	_, r := again(t, s)
	clean(t, r)
}

func TestABackupAskedForGoesWhereItIsSaidAndNeverOverAFile(t *testing.T) {
	t.Parallel()
	s, _ := dated(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	name := filepath.Join(folder(t), "copy.db")
	got, err := s.Backup(name, true)
	if err != nil || got != name {
		t.Fatal(got, err)
	}
	before, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, s, &model.Walkthrough{Ref: "S"})
	if _, err := s.Backup(name, true); !errors.Is(err, errExists) {
		t.Fatal(err)
	}
	if after, _ := os.ReadFile(name); string(after) != string(before) {
		t.Error("the file that was there has changed")
	}
	noLeftovers(t, name)
	if _, err := s.Backup(filepath.Join(folder(t), "no", "such", "folder", "x.db"), true); err == nil ||
		!strings.Contains(err.Error(), "could not be made") {
		t.Error(err)
	}
}
