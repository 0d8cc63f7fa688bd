package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"isspp/model"
)

// filledText is how many bytes of text each record of filled has.
const filledText = 1024

// filled is notes with n records, put in by few large transactions, since one for
// each would take minutes.
func filled(b testing.TB, n int) (*Store, RecoveryKey) {
	b.Helper()
	s, key := notesIn(b, folder(b)) // on the disk
	r := rand.New(rand.NewPCG(1, uint64(n)))
	for done := 0; done < n; {
		var c change
		for ; done < n && len(c.puts) < 5000; done++ {
			it := &item{id: newID(), revision: 1, schema: noteSchema, payload: payload{kind: kindFactorNote}}
			it.record = &model.FactorNote{
				ID: it.id.String(), About: "protective/child/hobbies",
				Body: text(r, filledText),
			}
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
		w.Entries = append(w.Entries, model.Entry{
			Item: fmt.Sprintf("signs/gang/%d", i), List: "signs",
			Text: "Unexplained money or possessions", Evidence: "said at registration",
		})
	}
	return w
}

// BenchmarkSaveAnswer is one answer made last, the flush to the disk included, and
// what 99 of 100 of them take at most.
func BenchmarkSaveAnswer(b *testing.B) {
	for _, n := range []int{10, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%d notes", n), func(b *testing.B) {
			s, _ := filled(b, n)
			w := answered()
			var took []time.Duration
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				w.Entries[i%len(w.Entries)].Evidence = fmt.Sprintf("answer %d", i)
				start := time.Now()
				if err := s.SaveWalkthrough(w); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
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
		s, r, err := unlock(s.path, Recovery(key), s.opt)
		if err != nil || r.Worst() != Remark {
			b.Fatal(err, r)
		}
		closeQuietly(s)
	}
}

// BenchmarkVerify10000 is what "isspp notes verify" does after the derivation:
// unlocking for reading, and then everything once more, log and structure too.
func BenchmarkVerify10000(b *testing.B) {
	s, key := filled(b, 10_000)
	closeQuietly(s)
	b.ReportAllocs()
	for b.Loop() {
		r, err := verifyFile(s.path, Recovery(key), s.opt)
		if err != nil || r.Worst() != Remark || r.Records != 10_000 {
			b.Fatal(err, r)
		}
	}
}

// BenchmarkBackup10000 is one proven backup, and how large it is beside its text.
func BenchmarkBackup10000(b *testing.B) {
	s, _ := filled(b, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		name, err := s.Backup("", false)
		if err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(name)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/(10_000*filledText), "file/text")
		if err := os.Remove(name); err != nil { // the day's backup is made once
			b.Fatal(err)
		}
	}
}
