package store

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	bolt "go.etcd.io/bbolt"

	"isspp/model"
	"isspp/store/boltfile"
)

// honest fails when the file, as it stands, would be refused or doubted.
func honest(t *testing.T, s *Store, step string) {
	t.Helper()
	b, err := os.ReadFile(s.path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := boltfile.Inspect(s.path, boltfile.All)
	if err != nil || f.Fault != "" || f.OneMeta || f.Fragile || !f.Bolt || binary.LittleEndian.Uint32(b[24:]) != boltfile.PageSize {
		t.Fatalf("%s: an honest file of %d bytes was doubted: %+v", step, len(b), f)
	}
}

func text(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = 'a' + byte(r.IntN(26))
	}
	return string(b)
}

// wandering is a person who saves, rewrites and discards without a plan.
type wandering struct {
	t       *testing.T
	s       *Store
	r       *rand.Rand
	longest int
	open    []*model.Walkthrough
	notes   []*model.FactorNote
}

func (p *wandering) step() string {
	switch n := p.r.IntN(10); {
	case n < 2 && len(p.open) > 0:
		i := p.r.IntN(len(p.open))
		if err := p.s.DiscardWalkthrough(p.open[i].ID); err != nil {
			p.t.Fatal(err)
		}
		p.open = append(p.open[:i], p.open[i+1:]...)
		return "discard"
	case n < 6:
		w := &model.Walkthrough{}
		if len(p.open) > 0 && n < 4 {
			w = p.open[p.r.IntN(len(p.open))]
		} else {
			p.open = append(p.open, w)
		}
		w.Draft.Text = text(p.r, p.r.IntN(p.longest))
		mustSave(p.t, p.s, w)
		return "walkthrough"
	}
	note := &model.FactorNote{}
	if len(p.notes) > 0 && p.r.IntN(2) == 0 {
		note = p.notes[p.r.IntN(len(p.notes))]
	} else {
		p.notes = append(p.notes, note)
	}
	note.Body = text(p.r, p.r.IntN(p.longest))
	if err := p.s.SaveFactorNote(note); err != nil {
		p.t.Fatal(err)
	}
	return "note"
}

func TestNoHonestFileIsRefused(t *testing.T) {
	for i, longest := range []int{20, 300, 900, 2000, 4000, 5000, 20_000, 60_000} {
		t.Run(fmt.Sprintf("texts up to %d", longest), func(t *testing.T) {
			t.Parallel()
			s, _ := notesIn(t, quickDir(t))
			images := 0
			honest(t, s, "set-up")
			p := &wandering{t: t, s: s, r: rand.New(rand.NewPCG(uint64(i), 7)), longest: longest}
			for n := range counted(300) {
				honest(t, p.s, fmt.Sprintf("step %d, %s", n, p.step()))
				images++
				if n%30 == 29 {
					var r *Report
					p.s, r = again(t, p.s)
					clean(t, r)
					honest(t, p.s, "unlocked again")
				}
			}
			t.Logf("%d honest files, none refused", images)
		})
	}
}

// depthOf is how many levels of pages the notes' tree has.
func depthOf(t *testing.T, s *Store) (depth int) {
	t.Helper()
	err := s.db.View(func(tx *bolt.Tx) error {
		depth = tx.Bucket(boltfile.NotesBucket).Stats().Depth
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return depth
}

func TestManyRecordsGrowBranchesAndShrinkAgain(t *testing.T) {
	t.Parallel()
	s, _ := filled(t, max(1000, counted(4000)))
	if depth := depthOf(t, s); depth < 3 {
		t.Fatalf("%d levels of pages: too few to prove anything", depth)
	}
	honest(t, s, "grown")
	r := rand.New(rand.NewPCG(4, 4))
	for round := 0; len(s.items) > 0; round++ {
		var c change
		n := 1 + r.IntN(60)
		for _, it := range s.items { // in no order
			switch {
			case r.IntN(3) == 0:
				next := *it
				next.revision++
				next.record = &model.FactorNote{ID: it.id.String(), Body: text(r, r.IntN(3000))}
				if err := s.prepare(&c, &next, Saved, ""); err != nil {
					t.Fatal(err)
				}
			default:
				c.drops = append(c.drops, it)
				c.lines = append(c.lines, Line{Action: Discarded, id: it.id, Revision: it.revision, Kind: it.kind})
			}
			if n--; n == 0 {
				break
			}
		}
		if err := s.commit(&c); err != nil {
			t.Fatal(err)
		}
		honest(t, s, fmt.Sprintf("round %d", round))
	}
	s, rep := again(t, s)
	clean(t, rep)
	honest(t, s, "empty again")
	if v, err := s.Verify(); err != nil || v.Worst() != Remark {
		t.Fatal(v, err)
	}
}
