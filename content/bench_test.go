package content

import (
	"io/fs"
	"testing"
)

// embeddedDocs is the folder of the embedded documents.
func embeddedDocs(t testing.TB) fs.FS {
	t.Helper()
	docs, err := fs.Sub(islington, "islington")
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// What the first frame needs, from a pack that nobody has read yet: the
// edition, the rota and the contacts for danger.
func BenchmarkFirstFrame(b *testing.B) {
	docs := embeddedDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		p := Open(docs)
		if p.Edition().Short == "" || len(p.Rota().Settings) == 0 || len(p.Contacts()) == 0 {
			b.Fatal("the pack is empty")
		}
	}
}

// The first answer to a look-up in the lists.
func BenchmarkLists(b *testing.B) {
	docs := embeddedDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(Open(docs).Lists()) == 0 {
			b.Fatal("no lists")
		}
	}
}

// The contents list, which parses no body.
func BenchmarkContents(b *testing.B) {
	docs := embeddedDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(Open(docs).Contents()) == 0 {
			b.Fatal("no contents")
		}
	}
}

// The whole pack, read and checked.
func BenchmarkWholePack(b *testing.B) {
	docs := embeddedDocs(b)
	b.ReportAllocs()
	for b.Loop() {
		if found := Open(docs).Mistakes(); len(found) > 0 {
			b.Fatal(found[0])
		}
	}
}

// BenchmarkLocal reads a Local file as the first frame does.
func BenchmarkLocal(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if l, mistakes := ReadLocal(LocalFile, []byte(septemberLocal)); len(l.Entries) != 5 || len(mistakes) > 0 {
			b.Fatal(mistakes)
		}
	}
}
