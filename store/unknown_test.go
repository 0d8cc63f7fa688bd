package store

import (
	"errors"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store/seal"
)

func TestARecordOfAnUnknownKindIsDisposedOfWithItsReference(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "REF-9"})
	var c change
	for ref, id := range map[string]seal.ID{"ref-9": newID(), "REF-10": newID()} {
		it := &item{
			id: id, revision: 1, schema: noteSchema + 1,
			payload: payload{kind: "something later", body: []byte(`{"ref":"` + ref + `"}`)},
		}
		if err := s.prepare(&c, it, Saved, ""); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.commit(&c); err != nil {
		t.Fatal(err)
	}
	for ref, n := range map[string]int{"REF-9": 2, "REF-10": 1} {
		if d, err := s.Purge(ref, "", "old"); err != nil || d.Records != n {
			t.Errorf("%s: %+v %v", ref, d, err)
		}
	}
	_, r := again(t, s)
	clean(t, r)
	if r.Records != 0 {
		t.Errorf("%+v", r)
	}
}

func TestReservedIDsAndTheLastRevisionAreRefused(t *testing.T) {
	t.Parallel()
	s, _ := newNotes(t)
	ones := strings.Repeat("f", 2*idSize)
	line := lineID(7).String()
	for name, r := range map[string]bundleRecord{
		"the manifest's id":    {ID: ones, Revision: 1},
		"a line's id":          {ID: line, Revision: 7},
		"the greatest number":  {ID: newID().String(), Revision: ^uint64(0)},
		"one beyond the range": {ID: newID().String(), Revision: maxRevision + 1},
	} {
		r.Kind, r.Origin, r.Body = "something", strings.Repeat("a", 2*idSize), []byte(`{"ref":"R"}`)
		if r.item() != nil {
			t.Errorf("%s is taken in", name)
		}
	}
	for _, id := range []string{ones, line} {
		if err := s.SaveFactorNote(&model.FactorNote{ID: id, Body: "x"}); !errors.Is(err, errRefused) {
			t.Errorf("saved under %s: %v", id, err)
		}
	}
}
