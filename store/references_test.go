package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"isspp/model"
)

// childrenRefs are the references of children, each in the spellings that a person
// may give it. Many of them are near to each other, and none is another's.
var childrenRefs = [][]string{
	{"JO'B", "jo'b", " JO'B\u200b"},
	{"JOB", "job", "JO\u00adB"},
	{"JÖB", "JO\u0308B"},
	{"2026/14", "２０２６/14"},
	{"2026-14", "2026\u201114", "2026–14"},
	{"St A"},
	{"Saint A", "saint  a"},
	{"REF-123", "\ufeffREF-123", "ref\u2212123"},
}

// filledAtRandom puts records under the references into the notes: walkthroughs that
// join a concern or not, entries and drafts, notes, and changes of a reference.
func filledAtRandom(t *testing.T, s *Store, rnd *rand.Rand, at *clock) {
	t.Helper()
	var concerns []*model.Walkthrough
	spelt := func() string {
		ways := childrenRefs[rnd.IntN(len(childrenRefs))]
		return ways[rnd.IntN(len(ways))]
	}
	for range 40 {
		at.at = at.at.Add(time.Minute)
		var err error
		switch n := rnd.IntN(10); {
		case n < 4 || len(concerns) == 0:
			w := &model.Walkthrough{Ref: spelt()}
			if n == 0 {
				w.Ref = []string{"", "\u200b"}[rnd.IntN(2)]
			}
			err = s.SaveWalkthrough(w)
			concerns = append(concerns, w)
		case n < 6:
			of := concerns[rnd.IntN(len(concerns))]
			err = s.SaveConcernEntry(&model.ConcernEntry{
				Concern: of.ID, Ref: of.Ref, Kind: model.KindAddition,
				Text: "more", Kept: n == 4,
			})
		case n < 8:
			err = s.SaveFactorNote(&model.FactorNote{About: "x", Ref: spelt(), Body: "calm"})
		default:
			of := concerns[rnd.IntN(len(concerns))]
			err = s.SaveConcernEntry(&model.ConcernEntry{
				Concern: of.ID, Ref: spelt(), Kind: model.KindReference,
				Reasons: "a number now", Kept: n == 8,
			})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// idsOf are the ids of records, sorted.
func idsOf(all []*item) []string {
	var out []string
	for _, it := range all {
		out = append(out, it.id.String())
	}
	slices.Sort(out)
	return out
}

// handedOver are the ids of the records in the file that an export of a reference is.
func handedOver(t *testing.T, s *Store, ref string, key *age.X25519Identity) []string {
	t.Helper()
	var file bytes.Buffer
	if _, err := s.Export(&file, ref, Sealing{Recipients: []age.Recipient{key.Recipient()}}, nil); err != nil {
		t.Fatal(err)
	}
	all, err := openSealed(&file, []age.Identity{key})
	if err != nil {
		t.Fatal(err)
	}
	b, err := readBundle(all)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range b.Records {
		out = append(out, r.ID)
	}
	slices.Sort(out)
	return out
}

func TestEveryRecordIsUnderOneReferenceAndNoTwoShareOne(t *testing.T) {
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(4) {
		at := &clock{time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)}
		s, _ := newNotes(t)
		s.opt.Now = at.now
		filledAtRandom(t, s, rand.New(rand.NewPCG(seed, 11)), at)
		seen, keys, n := map[string]string{}, map[string]bool{}, 0
		refs := s.References()
		for _, k := range refs {
			if keys[model.ReferenceKey(k.Ref)] {
				t.Errorf("seed %d: %q is listed twice", seed, k.Ref)
			}
			keys[model.ReferenceKey(k.Ref)] = true
			n += k.Records
			if k.Ref == "" {
				continue
			}
			what, err := s.Choose(k.Ref, "")
			ids := handedOver(t, s, k.Ref, key)
			if err != nil || what.Records != k.Records || len(ids) != k.Records || what.Ref != k.Ref {
				t.Errorf("seed %d: %q lists %d, names %+v (%v), hands over %d", seed, k.Ref, k.Records, what, err,
					len(ids))
			}
			for _, id := range ids {
				if other, ok := seen[id]; ok {
					t.Errorf("seed %d: %s is under %q and %q", seed, id, other, k.Ref)
				}
				seen[id] = k.Ref
			}
		}
		if n != len(s.items) {
			t.Errorf("seed %d: %d of %d records are listed", seed, n, len(s.items))
		}
		holdsAndGoesAlone(t, s, refs)
	}
}

// holdsAndGoesAlone puts the first reference on hold and disposes of the second: it
// is those that are announced, and nothing of any other.
func holdsAndGoesAlone(t *testing.T, s *Store, refs []Kept) {
	t.Helper()
	held, gone := refs[0], refs[1]
	if n, err := s.Hold(held.Ref, "", "an inquiry", true); err != nil || n != held.Records {
		t.Errorf("on hold are %d of %d: %v", n, held.Records, err)
	}
	if d, err := s.Purge(gone.Ref, "", "old"); err != nil || d.Records != gone.Records {
		t.Errorf("%+v went of %d: %v", d, gone.Records, err)
	}
	for _, k := range s.References() {
		if k.Held != model.SameReference(k.Ref, held.Ref) || model.SameReference(k.Ref, gone.Ref) {
			t.Errorf("after it there is %+v", k)
		}
	}
	if now := s.References(); len(now) != len(refs)-1 {
		t.Errorf("of %d references %d are left", len(refs), len(now))
	}
}

func TestAReferenceThatWasChangedNamesWhatHadItWhereNothingElseHasIt(t *testing.T) {
	s, _ := newNotes(t)
	first, second := &model.Walkthrough{Ref: "JB"}, &model.Walkthrough{Ref: "JB"}
	mustSave(t, s, first)
	change := func(w *model.Walkthrough, ref string) {
		t.Helper()
		if err := s.SaveConcernEntry(&model.ConcernEntry{
			Concern: w.ID, Kind: model.KindReference, Ref: ref,
			Kept: true,
		}); err != nil {
			t.Fatal(err)
		}
	}
	change(first, "REF-1")
	if what, err := s.Choose("jb", ""); err != nil || what.Ref != "REF-1" || what.Records != 2 {
		t.Errorf("%+v, %v", what, err)
	}
	mustSave(t, s, second)
	what, err := s.Choose("JB", "")
	if err != nil || what.Ref != "JB" || what.Records != 1 || fmt.Sprint(what.Elsewhere) != "[REF-1]" {
		t.Errorf("beside another child's: %+v, %v", what, err)
	}
	change(second, "REF-2")
	if _, err := s.Choose("JB", ""); !errors.Is(err, errRefused) || !strings.Contains(err.Error(), "REF-1, REF-2") {
		t.Errorf("two children had it: %v", err)
	}
}

// A note on a factor and a plan to build it are about the child and not about the
// letters of a reference: they go along when the concern is given another one, unless
// another child has the old one or had it too.
func TestNotesOnFactorsFollowAReferenceThatWasChanged(t *testing.T) {
	at := &clock{time.Date(2026, 11, 23, 9, 42, 0, 0, time.UTC)}
	s, _ := newNotes(t)
	s.opt.Now = func() time.Time { at.at = at.at.Add(time.Minute); return at.at }
	first := &model.Walkthrough{Ref: "JB"}
	mustSave(t, s, first)
	note := func(ref string) *model.FactorNote {
		n := &model.FactorNote{About: "factor", Text: "Sport", Body: "He swims.", Ref: ref}
		if err := s.SaveFactorNote(n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	refOf := func(of *model.FactorNote) string {
		for _, n := range s.FactorNotes() {
			if n.ID == of.ID {
				return n.Ref
			}
		}
		return "none"
	}
	change := func(w *model.Walkthrough, ref string) {
		t.Helper()
		if err := s.SaveConcernEntry(&model.ConcernEntry{
			Concern: w.ID, Kind: model.KindReference, Ref: ref,
			Kept: true,
		}); err != nil {
			t.Fatal(err)
		}
	}
	old := note("j b")
	old2 := note("jb")
	change(first, "REF-1")
	later := note("JB")
	if refOf(old) != "j b" || refOf(old2) != "REF-1" || refOf(later) != "JB" {
		t.Errorf("another reference %q, the changed one %q, one written since %q", refOf(old), refOf(old2),
			refOf(later))
	}
	if what, err := s.Choose("REF-1", ""); err != nil || what.Records != 3 {
		t.Errorf("under the new reference are %+v, %v", what, err)
	}
	second := &model.Walkthrough{Ref: "JB"}
	mustSave(t, s, second)
	if refOf(old2) != "jb" {
		t.Errorf("where another child has it now, the note moves to %q by itself", refOf(old2))
	}
	change(second, "REF-2")
	if refOf(old2) != "jb" || refOf(later) != "REF-2" {
		t.Errorf("of two that had it, it goes to %q, and one written when one had it to %q", refOf(old2), refOf(later))
	}
}

func TestADisposalFindsInBackupsWhatHadAnotherReferenceThen(t *testing.T) {
	s, c := datedIn(t, quickDir(t))
	stays, goes := &model.Walkthrough{Ref: "JB"}, &model.Walkthrough{Ref: "JB"}
	mustSave(t, s, stays)
	mustSave(t, s, goes)
	drafts := map[*model.Walkthrough]string{}
	for _, w := range []*model.Walkthrough{stays, goes} {
		e := &model.ConcernEntry{Concern: w.ID, Ref: "JB", Kind: model.KindAddition, Text: "a draft"}
		if err := s.SaveConcernEntry(e); err != nil {
			t.Fatal(err)
		}
		drafts[w] = e.ID
	}
	c.at = c.at.Add(time.Hour)
	backup, err := s.Backup("", true)
	if err != nil {
		t.Fatal(err)
	}
	for w, id := range drafts {
		ref := map[bool]string{true: "REF-1", false: "REF-2"}[w == stays]
		if err := errors.Join(s.DiscardConcernEntry(id),
			s.SaveConcernEntry(&model.ConcernEntry{
				Concern: w.ID, Kind: model.KindReference, Ref: ref,
				Kept: true,
			})); err != nil {
			t.Fatal(err)
		}
	}
	if d, err := s.Purge("REF-2", "", "old"); err != nil || d.Records != 2 {
		t.Fatalf("%+v, %v", d, err)
	}
	db, _, err := openSound(backup, true)
	if err != nil {
		t.Fatal(err)
	}
	old := s.like(backup, db)
	if err := old.load(&Report{}); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = old.close() }()
	want := []string{stays.ID, drafts[stays]}
	slices.Sort(want)
	if got := idsOf(old.pick(func(*item) bool { return true })); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the backup has %v, and should have %v", got, want)
	}
}
