package store

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

// The fuzzers look for a panic, a hang, or something that reads as one thing
// and writes as another. Their seeds run with every "go test".

func FuzzPayload(f *testing.F) {
	for _, o := range vectorObjects(f, "payload") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := decodePayload(b)
		if err != nil {
			return
		}
		again, err := decodePayload(p.pack())
		if err != nil || again.kind != p.kind || again.hold != p.hold || again.why != p.why ||
			!bytes.Equal(again.body, p.body) {
			t.Fatalf("%+v is written and read as %+v, %v", p, again, err)
		}
		it := &item{schema: noteSchema}
		it.decode(p)
	})
}

func FuzzLine(f *testing.F) {
	for _, o := range vectorObjects(f, "line") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := decodeLine(b)
		if err != nil {
			return
		}
		again, err := decodeLine(l.encode())
		if err != nil || !again.Time.Equal(l.Time) {
			t.Fatalf("%+v, %v", again, err)
		}
		again.Time = l.Time
		if again != l {
			t.Fatalf("%+v is written and read as %+v", l, again)
		}
		_ = l.Action.String()
	})
}

func FuzzManifest(f *testing.F) {
	for _, o := range vectorObjects(f, "manifest") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := decodeManifest(b)
		if err != nil {
			return
		}
		if again, err := decodeManifest(m.encode()); err != nil || again != m {
			t.Fatal("written otherwise than read")
		}
	})
}

func FuzzAnchor(f *testing.F) {
	for _, o := range vectorObjects(f, "anchor") {
		f.Add(o)
	}
	keys := vectorKeys(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, whole, authentic := parseAnchor(b, keys); whole && authentic && !bytes.Equal(a.encode(keys), b) {
			t.Fatal("written otherwise than read")
		}
	})
}

// FuzzPreflight changes an honest file: size bytes at offset at become patch.
// What the preflight lets through must be safe to map and read.
func FuzzPreflight(f *testing.F) {
	honest, err := os.ReadFile("testdata/format-1/notes.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(0, []byte{0})
	f.Add(2*boltfile.PageSize+10, []byte{0xff, 0xff})
	f.Add(boltfile.PageSize+pageFixed+16, []byte{9})
	f.Add(3*boltfile.PageSize+16, bytes.Repeat([]byte{0x80}, 64))
	name := quickDir(f) + "/notes.db"
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		b := bytes.Clone(honest)
		if at < 0 {
			b = b[:min(uint(-(at+1)), uint(len(b)))]
		} else {
			copy(b[at%len(b):], patch)
		}
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if fl, err := boltfile.Inspect(name, boltfile.All); err != nil || fl.Fault != "" || !fl.Bolt {
			return
		}
		db, _, err := openSound(name, true)
		if errors.Is(err, errNotAStore) {
			return // a bucket has another name now
		}
		if err != nil {
			t.Fatalf("let through, and then: %v", err)
		}
		s := &Store{file: file{db: db}}
		if err := s.walkAll(); err != nil {
			t.Fatal(err)
		}
		if err := s.closeBolt(); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzSalvage scans anything for records.
func FuzzSalvage(f *testing.F) {
	keys := seal.NewKeys()
	of := map[string]seal.Envelope{
		"payload": {ID: newID(), Revision: 3, Schema: noteSchema}, "line": {ID: lineID(7), Revision: 7, Schema: lineSchema},
		"manifest": {ID: manifestID, Revision: 9, Schema: manifestSchema},
	}
	var all []byte
	for name, e := range of {
		in := placeHead
		if name == "payload" {
			in = placeNotes
		}
		for _, o := range vectorObjects(f, name) {
			all = append(append(all, 1, 2, 3), keys.Seal(in, e, o)...)
		}
	}
	for _, o := range vectorObjects(f, "header") {
		all = append(all, o...)
	}
	f.Add(all)
	f.Add([]byte(recordMagic + recordMagic))
	f.Fuzz(func(t *testing.T, b []byte) {
		h := newScan(keys)
		seal.EachRecord(b, func(e seal.Envelope, raw []byte) bool { return h.take(e, raw, 0) })
		for _, versions := range h.notes {
			for _, v := range versions {
				if !bytes.Contains(all, v.raw) {
					t.Fatal("found what was never sealed")
				}
			}
		}
	})
}
