package content

import (
	"io/fs"
	"reflect"
	"slices"
	"testing"
)

func TestANoteOfTheEmbeddedEditionReadByItselfIsTheSame(t *testing.T) {
	docs, err := fs.Sub(islington, "islington")
	if err != nil {
		t.Fatal(err)
	}
	whole, apart := Open(docs), Open(docs)
	var ids []string
	for _, n := range whole.Notes() {
		ids = append(ids, n.About...)
	}
	if len(ids) == 0 {
		t.Fatal("no notes")
	}
	for _, asked := range append(slices.Collect(slices.Chunk(ids, 1)), ids, []string{"rota/nobody"}) {
		if want, got := whole.NotesAbout(asked...), apart.NotesAbout(asked...); !reflect.DeepEqual(want, got) {
			t.Errorf("about %v: %v, want %v", asked, got, want)
		}
	}
	if apart.notes.read.Load() {
		t.Error("all the notes were read for some of them")
	}
}
