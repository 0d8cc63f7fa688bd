package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"isspp/model"
)

// filled is notes with n records of about 600 bytes, put in by few large
// transactions, since one for each would take minutes.
func filled(b testing.TB, n int) (*Store, RecoveryKey) {
	b.Helper()
	s, key := newNotes(b)
	r := rand.New(rand.NewPCG(1, uint64(n)))
	for done := 0; done < n; {
		var c change
		for ; done < n && len(c.puts) < 5000; done++ {
			it := &item{id: newID(), revision: 1, schema: noteSchema, kind: kindFactorNote}
			it.record = &model.FactorNote{ID: it.id.String(), About: "protective/child/hobbies", Body: text(r, 300+r.IntN(500))}
			if err := s.prepare(&c, it, Saved, ""); err != nil {
				b.Fatal(err)
			}
		}
		if err := s.commit(&c); err != nil {
			b.Fatal(err)
		}
	}
	return s, key
}

// answered is a walkthrough with forty answers, as half-way through the signs.
func answered() *model.Walkthrough {
	w := &model.Walkthrough{Ref: "REF-123", Edition: "2023-24"}
	for i := range 40 {
		w.Entries = append(w.Entries, model.Entry{Item: fmt.Sprintf("signs/gang/%d", i), List: "signs", Text: "Unexplained money or possessions", Evidence: "said at registration"})
	}
	return w
}

// BenchmarkSaveAnswer is one answer made last, the flush to the disk included.
func BenchmarkSaveAnswer(b *testing.B) {
	for _, n := range []int{10, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%d notes", n), func(b *testing.B) {
			s, _ := filled(b, n)
			w := answered()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				w.Entries[i%len(w.Entries)].Evidence = fmt.Sprintf("answer %d", i)
				if err := s.SaveWalkthrough(w); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkUnlock10000 is everything but the passphrase's derivation, which a
// recovery key does without: preflight, opening, every record and manifest.
func BenchmarkUnlock10000(b *testing.B) {
	s, key := filled(b, 10_000)
	closeQuietly(s)
	b.ReportAllocs()
	for b.Loop() {
		s, r, err := Unlock(s.path, Recovery(key), s.opt)
		if err != nil || r.Worst() != Remark {
			b.Fatal(err, r)
		}
		closeQuietly(s)
	}
}

// BenchmarkBackup10000 is one proven backup.
func BenchmarkBackup10000(b *testing.B) {
	s, _ := filled(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		name, err := s.Backup()
		if err != nil {
			b.Fatal(err)
		}
		if err := os.Remove(name); err != nil { // the day's backup is made once
			b.Fatal(err)
		}
	}
}
