package store

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
)

// The fuzzers look for a panic, a hang, or something that reads as one thing
// and writes as another. Their seeds run with every "go test".

func FuzzHeader(f *testing.F) {
	for _, o := range vectorObjects(f, "header") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, b := range [][]byte{b, rehashed(b)} {
			h, err := parseHeader(b)
			if err != nil {
				continue
			}
			if !bytes.Equal(h.encode(), b) {
				t.Fatal("written otherwise than read")
			}
			for _, s := range h.slots {
				if s.kind == slotPassphrase && !s.kdf.acceptable() {
					t.Fatal("absurd settings got through")
				}
			}
		}
		scanHeaders(b)
	})
}

// rehashed is b as somebody would send it who knows the format.
func rehashed(b []byte) []byte {
	b = bytes.Clone(b)
	if len(b) >= hashSize {
		sealHeaderBytes(b)
	}
	return b
}

func FuzzRecord(f *testing.F) {
	for _, name := range []string{"record", "sealed-line", "sealed-manifest"} {
		for _, o := range vectorObjects(f, name) {
			f.Add(o)
		}
	}
	keys, store := vectorKeys()
	honest := map[string]bool{}
	for _, name := range []string{"record", "sealed-line", "sealed-manifest"} {
		for _, o := range vectorObjects(f, name) {
			honest[string(o)] = true
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, in := range []place{placeHead, placeNotes} {
			if _, _, _, err := keys.open(store, in, b); err == nil && !honest[string(b)] {
				t.Fatal("opened what was never sealed")
			}
		}
	})
}

func FuzzPayload(f *testing.F) {
	for _, o := range vectorObjects(f, "payload") {
		f.Add(o)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := decodePayload(b)
		if err != nil {
			return
		}
		again, err := decodePayload(p.encode())
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
	keys, _ := vectorKeys()
	f.Fuzz(func(t *testing.T, b []byte) {
		if a, whole, authentic := parseAnchor(b, keys); whole && authentic && !bytes.Equal(a.encode(keys), b) {
			t.Fatal("written otherwise than read")
		}
	})
}

func FuzzRecoveryKey(f *testing.F) {
	for _, o := range vectorObjects(f, "recovery-key") {
		f.Add(string(o))
	}
	f.Add("o4io 61ol")
	f.Fuzz(func(t *testing.T, text string) {
		k, err := ParseRecoveryKey(text)
		switch {
		case err == nil:
			if again, err := ParseRecoveryKey(k.Text()); err != nil || again != k {
				t.Fatal("a key does not read as itself")
			}
		case len(text) > 8 && strings.Contains(err.Error(), text):
			t.Fatal("the error quotes the key")
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
	f.Add(2*pageBytes+10, []byte{0xff, 0xff})
	f.Add(pageBytes+pageFixed+16, []byte{9})
	f.Add(3*pageBytes+16, bytes.Repeat([]byte{0x80}, 64))
	name := quickDir(f) + "/notes.db"
	f.Fuzz(func(t *testing.T, at int, patch []byte) {
		b := bytes.Clone(honest)
		if at < 0 {
			b = b[:min(uint(-(at+1)), uint(len(b)))]
		} else {
			copy(b[at%len(b):], patch)
		}
		fl := preflight(bytes.NewReader(b), int64(len(b)), maxFile)
		if fl.fault != "" || !fl.bolt {
			return
		}
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
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
	keys, store := vectorKeys()
	var all []byte
	for _, name := range []string{"record", "sealed-line", "sealed-manifest", "header"} {
		for _, o := range vectorObjects(f, name) {
			all = append(append(all, 1, 2, 3), o...)
		}
	}
	f.Add(all)
	f.Add([]byte(recordMagic + recordMagic))
	f.Fuzz(func(t *testing.T, b []byte) {
		h := newScan(keys, store)
		eachRecord(b, func(e envelope, raw []byte) bool { return h.take(e, raw, 0) })
		for _, versions := range h.notes {
			for _, v := range versions {
				if !bytes.Contains(all, v.raw) {
					t.Fatal("found what was never sealed")
				}
			}
		}
	})
}
