package store

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"isspp/model"
	"isspp/store/seal"
)

// FuzzBundle takes in anything as what an age file holds: an archive, and its
// records alone. Nothing may panic; what gets in is clean, counted, and sealed once.
func FuzzBundle(f *testing.F) {
	b := &bundle{
		Format: bundleFormat, Made: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC),
		Store: "0102030405060708090a0b0c0d0e0f10", Records: []bundleRecord{
			{
				"0102030405060708090a0b0c0d0e0f10", kindFactorNote, noteSchema, 1, "0102030405060708090a0b0c0d0e0f10",
				false, "", []byte(`{"id":"0102030405060708090a0b0c0d0e0f10","ref":"R","body":"a\u001b[31mb"}`),
			},
			{
				"1102030405060708090a0b0c0d0e0f10", kindWalkthrough, noteSchema, 7, "1102030405060708090a0b0c0d0e0f10",
				true, "an inquiry", []byte(`{"id":"1102030405060708090a0b0c0d0e0f10","entries":[{"item":"x"}]}`),
			},
			{
				"2102030405060708090a0b0c0d0e0f10", "a kind to come", 9, 1, "1102030405060708090a0b0c0d0e0f10", false,
				"",
				[]byte(`{"a":[1e999,"\u202e"]}`),
			},
		},
	}
	whole, err := b.archive([]Reading{{"chronology.md", []byte("# R\n")}})
	if err != nil {
		f.Fatal(err)
	}
	alone, err := json.Marshal(b)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(alone)
	f.Add([]byte(`{"isspp_bundle":2}`))
	keys := seal.NewKeys()
	f.Fuzz(func(t *testing.T, in []byte) {
		got, err := readBundle(in)
		if err != nil && !isAny(err, []error{errNotAStore, errNewerFormat}) {
			t.Fatal(err)
		}
		if err != nil {
			var raw bytes.Buffer
			w := tar.NewWriter(&raw)
			if w.WriteHeader(&tar.Header{Name: bundleData, Size: int64(len(in))}) != nil {
				return
			}
			_, _ = w.Write(in)
			if got, err = readBundle(raw.Bytes()); err != nil {
				return
			}
		}
		s := &Store{file: file{keys: keys, header: &seal.Header{Store: keys.Store}, items: map[seal.ID]*item{}}}
		m := merging(s, nil)
		for i := range got.Records {
			if err := m.take(&got.Records[i]); err != nil && !isAny(err, []error{errRefused}) {
				t.Fatal(err)
			}
		}
		if n := m.taken.New; n != len(m.c.puts) || m.taken.Newer+m.taken.Both+m.taken.Same+m.taken.Older > 0 {
			t.Fatalf("%+v, and %d are put", m.taken, len(m.c.puts))
		}
		for _, it := range m.c.puts {
			body, err := it.encode()
			if err != nil || !cleanThroughout(body) {
				t.Fatalf("%q got in, %v", body, err)
			}
		}
	})
}

// cleanThroughout tells that no text in a document could act on a terminal.
func cleanThroughout(doc []byte) bool {
	var v any
	d := json.NewDecoder(bytes.NewReader(doc))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return false
	}
	dirty := false
	cleanValue(v, &dirty)
	return !dirty && model.Clean("a\x1b[31mb") == "ab" // and it would be noticed
}
