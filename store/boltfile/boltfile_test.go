package boltfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// folder is a folder that goes when the test ends; some emulations of Windows can't
// remove one, which t.TempDir would call the test's failure.
func folder(t *testing.T) string {
	t.Helper()
	if runtime.GOOS != "windows" {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp("", "isspp-test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// made is a file with so many records in the notes' bucket.
func made(t *testing.T, records int) string {
	t.Helper()
	path := filepath.Join(folder(t), "notes.db")
	must(t, os.WriteFile(path, nil, 0o600))
	db, err := Open(path, false)
	must(t, err)
	must(t, db.Update(func(tx *bolt.Tx) error {
		head, err := tx.CreateBucket(HeadBucket)
		must(t, err)
		notes, err := tx.CreateBucket(NotesBucket)
		must(t, err)
		must(t, head.Put(HeaderKey, []byte("the key slots")))
		for i := range records {
			must(t, notes.Put(fmt.Appendf(nil, "record %05d", i), bytes.Repeat([]byte{byte(i)}, 300+i%7000)))
		}
		return head.Put(ManifestKey, []byte("the manifest"))
	}))
	must(t, db.Close())
	return path
}

func TestAnHonestFilePassesAndSaysWhatItHas(t *testing.T) {
	t.Parallel()
	for _, records := range []int{0, 3, 2000} {
		f, err := Inspect(made(t, records), All)
		if err != nil || f.Fault != "" || !f.Bolt || !f.Ours || f.OneMeta || f.Fragile || f.Short || f.Least > f.Size ||
			string(f.Header) != "the key slots" || string(f.Manifest) != "the manifest" {
			t.Errorf("%d records: %+v, %v", records, f, err)
		}
	}
}

func TestAGlanceAtALargeFileComesToTheKeySlotsAndTheManifest(t *testing.T) {
	t.Parallel()
	f, err := Inspect(made(t, 3000), 100*PageSize)
	if err != nil || f.Fault != "" || string(f.Header) != "the key slots" || string(f.Manifest) != "the manifest" {
		t.Errorf("%+v, %v", f, err)
	}
}

// newestPage is the opening page that counts, and where its tree begins.
func newestPage(b []byte) (meta []byte, root int) {
	meta = b[16:][:64]
	if second := b[PageSize+16:][:64]; binary.LittleEndian.Uint64(second[48:]) > binary.LittleEndian.Uint64(meta[48:]) {
		meta = second
	}
	return meta, int(binary.LittleEndian.Uint64(meta[16:])) * PageSize //nolint:gosec // a page of a small file
}

// summed makes the sum of an opening page fit again.
func summed(meta []byte) {
	h := fnv.New64a()
	h.Write(meta[:56])
	binary.LittleEndian.PutUint64(meta[56:], h.Sum64())
}

func TestWhatCouldKillOrHangTheProcessIsRefused(t *testing.T) {
	t.Parallel()
	path := made(t, 500)
	whole, err := os.ReadFile(path)
	must(t, err)
	for name, spoil := range map[string]func(b []byte) []byte{
		"cut short":               func(b []byte) []byte { return b[:3*PageSize] },
		"both opening pages gone": func(b []byte) []byte { clear(b[:2*PageSize]); return b },
		"a tree beyond the end": func(b []byte) []byte {
			meta, _ := newestPage(b)
			binary.LittleEndian.PutUint64(meta[16:], 1<<40)
			summed(meta)
			return b
		},
		"a page with another's number": func(b []byte) []byte {
			_, root := newestPage(b)
			b[root]++
			return b
		},
		"a page of an unknown sort": func(b []byte) []byte {
			_, root := newestPage(b)
			b[root+8] = 0x40
			return b
		},
		"a count that was lowered": func(b []byte) []byte {
			_, root := newestPage(b)
			b[root+10]--
			return b
		},
		"a page that claims the rest": func(b []byte) []byte {
			_, root := newestPage(b)
			binary.LittleEndian.PutUint32(b[root+12:], 1<<20)
			return b
		},
		"an entry that points behind its page": func(b []byte) []byte {
			_, root := newestPage(b)
			binary.LittleEndian.PutUint32(b[root+16+4:], 1<<20)
			return b
		},
	} {
		must(t, os.WriteFile(path, spoil(bytes.Clone(whole)), 0o600))
		if f, err := Inspect(path, All); err != nil || f.Fault == "" {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
}

func TestOneBadOpeningPageIsToldAndTheFileStillPasses(t *testing.T) {
	t.Parallel()
	path := made(t, 5)
	b, err := os.ReadFile(path)
	must(t, err)
	for page := range 2 {
		bad := bytes.Clone(b)
		bad[page*PageSize+20] ^= 1
		must(t, os.WriteFile(path, bad, 0o600))
		if f, err := Inspect(path, All); err != nil || !f.OneMeta || !f.Bolt || !Begins(bad) {
			t.Errorf("page %d: %+v, %v", page, f, err)
		}
	}
}

func TestACopyLacksWhatItLeavesAndIsAsShortAsItCanBe(t *testing.T) {
	t.Parallel()
	path := made(t, 400)
	from, err := Open(path, true)
	must(t, err)
	to := filepath.Join(folder(t), "copy.db")
	must(t, os.WriteFile(to, nil, 0o600))
	db, err := Open(to, false)
	must(t, err)
	must(t, Copy(db, from, func(bucket, key []byte) bool {
		return bytes.Equal(bucket, NotesBucket) && key[len(key)-1] == '7'
	}))
	must(t, errors.Join(db.Close(), from.Close(), Trim(to)))
	f, err := Inspect(to, All)
	if err != nil || f.Fault != "" || !f.Ours || f.Size != f.Least {
		t.Fatalf("%+v, %v", f, err)
	}
	db, err = Open(to, true)
	must(t, err)
	must(t, db.View(func(tx *bolt.Tx) error {
		if n := tx.Bucket(NotesBucket).Stats().KeyN; n != 360 || tx.Bucket(NotesBucket).Get([]byte("record 00017")) != nil {
			t.Errorf("%d records", n)
		}
		return nil
	}))
	must(t, db.Close())
	if b, err := os.ReadFile(to); err != nil || bytes.Contains(b, []byte("record 00017")) {
		t.Error("the copy has what was left out", err)
	}
}

func TestNoFileIsMadeAndNoFolderIsRead(t *testing.T) {
	t.Parallel()
	dir := folder(t)
	if _, err := Open(filepath.Join(dir, "none.db"), false); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	if _, err := Inspect(dir, All); !errors.Is(err, ErrNotRegular) {
		t.Error(err)
	}
	if _, err := Read(dir, 10); !errors.Is(err, ErrNotRegular) {
		t.Error(err)
	}
	name := filepath.Join(dir, "file")
	must(t, os.WriteFile(name, []byte("0123456789"), 0o600))
	if b, err := Read(name, 5); err != nil || len(b) != 6 { // one more than it may have
		t.Errorf("%q, %v", b, err)
	}
}

func TestAPanicInBboltEndsNothing(t *testing.T) {
	t.Parallel()
	err := Guard(func() error { panic("page 7: private text") })
	if !errors.Is(err, ErrFault) || bytes.Contains([]byte(err.Error()), []byte("private")) {
		t.Error(err)
	}
}
