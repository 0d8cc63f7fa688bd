package session

import (
	"errors"
	"strings"
	"testing"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// refusingNotes are open notes whose disk refuses the last change.
type refusingNotes struct {
	*store.Store
	refusing
	closed bool
}

func (r *refusingNotes) Unsaved() int                        { return r.refusing.Unsaved() }
func (r *refusingNotes) SaveUnsaved() error                  { return r.refusing.SaveUnsaved() }
func (r *refusingNotes) Rescue(a bool) (string, error)       { return r.refusing.Rescue(a) }
func (r *refusingNotes) Backup(string, bool) (string, error) { return "", nil }

func (r *refusingNotes) Close() error {
	r.closed = true
	return nil
}

func TestPlainQuestionsEndWithWhatTheDiskRefusedSavedOrPutAside(t *testing.T) {
	full := errors.New("no room")
	for _, c := range []struct {
		notes refusing
		says  string
		lost  bool
	}{
		{refusing{left: 1}, "saved now", false},
		{refusing{left: 1, save: full}, "put aside, sealed", false},
		{refusing{left: 1, save: full, lasting: full, passing: full}, "", true},
	} {
		var out strings.Builder
		r := &refusingNotes{refusing: c.notes}
		p := &plainWay{s: &cli.Session{IO: cli.IO{Out: &out}}, notes: r}
		if err := p.close(); (err != nil) != c.lost || !strings.Contains(out.String(), c.says) || !r.closed {
			t.Errorf("%+v: %v, %q, closed %v", c.notes, err, out.String(), r.closed)
		}
	}
}

func TestNotesThatThePlainQuestionsOpenedAreNotTakenForAnothers(t *testing.T) {
	dir := t.TempDir()
	st, _ := notes(t, dir)
	defer func() { _ = st.Close() }()
	p := &plainWay{notes: st, o: Options{NotesPath: st.Path()}}
	keep, _, err := p.open() // "save", once more
	if err != nil || keep == nil {
		t.Fatal(err)
	}
	if err := keep.SaveWalkthrough(&model.Walkthrough{Ref: "REF-1"}); err != nil {
		t.Error(err)
	}
	r := &refusingNotes{refusing: refusing{left: 1, save: errors.New("no room")}}
	p.notes = r
	if keep, _, err = p.open(); keep != nil || err == nil {
		t.Errorf("it seems to be saved: %v", err)
	}
}
