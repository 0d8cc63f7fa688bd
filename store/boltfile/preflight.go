package boltfile

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"io"
)

// The preflight walks a bbolt file as plain bytes, with every bound checked, before bbolt maps it: a bad offset in a
// mapped file kills or hangs the process, and one flipped bit in the newer meta page silently undoes the last save.
// What passes here, bbolt can walk.

const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	metaSize    = 64
	pageFixed   = 16
	elemSize    = 16
	bucketFixed = 16
	noFreelist  = ^uint64(0)

	flagBranch   = 0x01
	flagLeaf     = 0x02
	flagFreelist = 0x10
	flagBucket   = 0x01

	minPage = 512
	maxPage = 64 << 10
)

// How much of a file is read.
const (
	// All is far beyond what one person writes; a larger file is refused.
	All = 4 << 30
	// FirstLook is enough to say what a file is.
	FirstLook = 64 << 20
)

// Findings is what the preflight found.
type Findings struct {
	// Fault is empty when bbolt may open the file; otherwise it is why not.
	Fault string
	// Bolt: one meta page at least looks like bbolt's. Ours: both buckets of a file of notes are there.
	Bolt, Ours bool
	// OneMeta: one of the two meta pages is bad, so the last save may be missing although everything that is left is
	// sound.
	OneMeta bool
	// Fragile: bbolt can read the file, but would break it by writing.
	Fragile bool
	// Short is a file that ends before it says.
	Short bool
	// Header and Manifest are the key slots and the manifest that the file has, as bytes that nobody has proved; nil
	// where the walk did not come to them.
	Header, Manifest []byte
	// Size is in bytes, and Least how many bbolt needs to find its pages: to touch one that was cut off ends the
	// process.
	Size, Least int64
}

// metaPage is bbolt's own, field by field as it is kept.
type metaPage struct {
	Magic, Version, PageSize, Flags           uint32
	Root, Sequence, Freelist, High, Txid, Sum uint64
}

// readMeta reads the meta page that starts at a place. The page's own number and sort are left aside, as bbolt does:
// to judge otherwise would be to walk one tree here and let bbolt walk the other.
func readMeta(r io.ReaderAt, at int64) (m metaPage, ok bool) {
	var b [metaSize]byte
	if _, err := r.ReadAt(b[:], at+pageFixed); err != nil {
		return m, false
	}
	_, err := binary.Decode(b[:], binary.LittleEndian, &m)
	h := fnv.New64a()
	h.Write(b[:metaSize-8])
	ps := m.PageSize
	return m, err == nil && m.Magic == boltMagic && m.Version == boltVersion && m.Sum == h.Sum64() &&
		ps >= minPage && ps <= maxPage && ps&(ps-1) == 0
}

// readMetas finds both meta pages. The second's place depends on the page size, which only the first says; if that is
// bad, each power of two is tried, as bbolt does.
func readMetas(r io.ReaderAt) (metas [2]metaPage, ok [2]bool) {
	if metas[0], ok[0] = readMeta(r, 0); ok[0] {
		metas[1], ok[1] = readMeta(r, int64(metas[0].PageSize))
		ok[1] = ok[1] && metas[1].PageSize == metas[0].PageSize
		return metas, ok
	}
	for ps := int64(minPage); ps <= maxPage; ps *= 2 {
		if metas[1], ok[1] = readMeta(r, ps); ok[1] && int64(metas[1].PageSize) == ps {
			return metas, ok
		}
	}
	ok[1] = false
	return metas, ok
}

// Inspect runs the preflight on a file. What can't be read of it is a fault too. It reads most bytes at most, and of
// a larger file judges what it came to.
func Inspect(path string, most int64) (Findings, error) {
	f, size, err := OpenRegular(path)
	if err != nil {
		return Findings{}, err
	}
	defer func() { _ = f.Close() }()
	return preflight(f, size, most), nil
}

func preflight(r io.ReaderAt, size, most int64) Findings {
	metas, ok := readMetas(r)
	if !ok[0] && !ok[1] {
		return Findings{Size: size, Fault: "both of its opening pages are unreadable"}
	}
	newest := 0
	if !ok[0] || ok[1] && metas[1].Txid > metas[0].Txid {
		newest = 1
	}
	m := metas[newest]
	f := Findings{Bolt: true, Size: size, OneMeta: !ok[0] || !ok[1]}
	f.Short = m.High > uint64(size)/uint64(m.PageSize) //nolint:gosec // size is not negative
	switch {
	case ok[0] && ok[1] && m.Txid-metas[1-newest].Txid > 1:
		// Each commit writes the other page, so the two are never further apart.
		f.OneMeta = true
	case m.Txid%2 != uint64(newest): //nolint:gosec // 0 or 1
		f.Fault = "its opening pages stand in the wrong order"
		return f
	}
	if size > All {
		f.Fault = "it is larger than notes can be"
		return f
	}
	if m.High < 3 || f.Short {
		f.Fault = "it is shorter than it says"
		return f
	}
	f.Least = int64(m.High) * int64(m.PageSize) //nolint:gosec // not above size
	walk := func(quick bool) *walker {
		w := &walker{
			r: r, pageSize: uint64(m.PageSize), high: m.High, seen: make([]uint64, m.High/64+1), left: most,
			quick: quick,
		}
		w.mark(0, 2)
		w.page(m.Root, 0, nil, nil, true)
		return w
	}
	w := walk(false)
	w.freelist(m.Freelist)
	if w.spent && w.fault == "" && w.manifest == nil {
		w = walk(true)
	}
	f.Fault, f.Fragile, f.Ours = w.fault, w.fragile, w.ours == 2
	f.Header, f.Manifest = w.header, w.manifest
	return f
}

// Begins reports whether bytes begin as a bbolt file does, or have its second meta page.
func Begins(b []byte) bool {
	_, ok := readMetas(bytes.NewReader(b))
	return ok[0] || ok[1]
}
