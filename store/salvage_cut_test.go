package store

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"isspp/model"
	"isspp/store/boltfile"
)

// A file that ends before its opening page says may lack the latest of everything and
// still hold an older account of itself, with all that this one names, in pages that are
// free: it is not called whole, whatever else is found.
func TestAFileThatIsCutShortIsNeverCalledWhole(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	var notes []*model.FactorNote
	for i := range 40 {
		n := &model.FactorNote{Body: text(rand.New(rand.NewPCG(7, uint64(i))), 900)}
		if i%4 == 3 {
			n = notes[i/4]
			n.Body += " later"
		} else {
			notes = append(notes, n)
		}
		if err := s.SaveFactorNote(n); err != nil {
			t.Fatal(err)
		}
	}
	closeQuietly(s)
	whole, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := inspect(s.path, boltfile.All)
	if err != nil {
		t.Fatal(err)
	}
	opt := s.opt
	opt.Anchor = filepath.Join(folder(t), "none")                             // this computer remembers nothing
	for at := boltfile.PageSize; at < int(f.Least); at += boltfile.PageSize { // the rest was never used
		if err := os.WriteFile(s.path, whole[:at], 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Salvage(s.path, Passphrase([]byte(words)), opt, false)
		if err != nil {
			continue // nothing of them is left
		}
		if r.Has("whole") || r.OK() {
			t.Errorf("cut to %d of %d bytes, %d of %d records: %+v", at, len(whole), r.Records, len(notes), r.Findings)
		}
	}
}
