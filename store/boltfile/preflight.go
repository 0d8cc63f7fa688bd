package boltfile

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"io"
)

// The preflight walks a bbolt file as plain bytes, with every bound checked,
// before bbolt maps it: a bad offset in a mapped file kills or hangs the
// process, and one flipped bit in the newer meta page silently undoes the
// last save. What passes here, bbolt can walk.

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
	// Glance is enough to say what a file is.
	Glance = 64 << 20
)

// Flight is what the preflight found.
type Flight struct {
	// Fault is empty when bbolt may open the file; otherwise it is why not.
	Fault string
	// Bolt: one meta page at least looks like bbolt's. Ours: both buckets of a file of
	// notes are there.
	Bolt, Ours bool
	// OneMeta: one of the two meta pages is bad, so the last save may be
	// missing although everything that is left is sound.
	OneMeta bool
	// Fragile: bbolt can read the file, but would break it by writing.
	Fragile bool
	// Short is a file that ends before it says.
	Short bool
	// Header and Manifest are the key slots and the manifest that the file has, as
	// bytes that nobody has proved; nil where the walk did not come to them.
	Header, Manifest []byte
	// Size is in bytes, and Least how many bbolt needs to find its pages: to touch one
	// that was cut off ends the process.
	Size, Least int64
}

type metaPage struct {
	pageSize             uint32
	root, freelist, high uint64
	txid                 uint64
}

// parseMeta reads the meta page that starts at b. The page's own number and
// sort are left aside, as bbolt does: to judge otherwise would be to walk one
// tree here and let bbolt walk the other.
func parseMeta(b []byte) (metaPage, bool) {
	var m metaPage
	if len(b) < pageFixed+metaSize {
		return m, false
	}
	b = b[pageFixed:][:metaSize]
	h := fnv.New64a()
	h.Write(b[:metaSize-8])
	if binary.LittleEndian.Uint32(b) != boltMagic || binary.LittleEndian.Uint32(b[4:]) != boltVersion ||
		h.Sum64() != binary.LittleEndian.Uint64(b[metaSize-8:]) {
		return m, false
	}
	m.pageSize = binary.LittleEndian.Uint32(b[8:])
	m.root = binary.LittleEndian.Uint64(b[16:])
	m.freelist = binary.LittleEndian.Uint64(b[32:])
	m.high = binary.LittleEndian.Uint64(b[40:])
	m.txid = binary.LittleEndian.Uint64(b[48:])
	ps := m.pageSize
	return m, ps >= minPage && ps <= maxPage && ps&(ps-1) == 0
}

// readMetas finds both meta pages. The second's place depends on the page
// size, which only the first says; if that is bad, each power of two is tried,
// as bbolt does.
func readMetas(r io.ReaderAt, size int64) (metas [2]metaPage, ok [2]bool) {
	buf := make([]byte, pageFixed+metaSize)
	read := func(at int64) (metaPage, bool) {
		if at+int64(len(buf)) > size {
			return metaPage{}, false
		}
		if _, err := r.ReadAt(buf, at); err != nil {
			return metaPage{}, false
		}
		return parseMeta(buf)
	}
	metas[0], ok[0] = read(0)
	if ok[0] {
		metas[1], ok[1] = read(int64(metas[0].pageSize))
		ok[1] = ok[1] && metas[1].pageSize == metas[0].pageSize
		return metas, ok
	}
	for ps := int64(minPage); ps <= maxPage; ps *= 2 {
		metas[1], ok[1] = read(ps)
		if ok[1] && int64(metas[1].pageSize) == ps {
			return metas, ok
		}
	}
	ok[1] = false
	return metas, ok
}

// Inspect runs the preflight on a file. What can't be read of it is a fault too. It reads
// most bytes at most, and of a larger file judges what it came to.
func Inspect(path string, most int64) (Flight, error) {
	f, size, err := OpenRegular(path)
	if err != nil {
		return Flight{}, err
	}
	defer func() { _ = f.Close() }()
	return preflight(f, size, most), nil
}

func preflight(r io.ReaderAt, size, most int64) Flight {
	metas, ok := readMetas(r, size)
	if !ok[0] && !ok[1] {
		return Flight{Size: size, Fault: "both of its opening pages are unreadable"}
	}
	newest := 0
	if !ok[0] || ok[1] && metas[1].txid > metas[0].txid {
		newest = 1
	}
	m := metas[newest]
	f := Flight{Bolt: true, Size: size, OneMeta: !ok[0] || !ok[1]}
	pages := uint64(size) / uint64(m.pageSize) //nolint:gosec // size is not negative
	f.Short = m.high > pages
	switch {
	case ok[0] && ok[1] && m.txid-metas[1-newest].txid > 1:
		// Each commit writes the other page, so the two are never further apart.
		f.OneMeta = true
	case m.txid%2 != uint64(newest): //nolint:gosec // 0 or 1
		f.Fault = "its opening pages stand in the wrong order"
		return f
	}
	if size > All {
		f.Fault = "it is larger than notes can be"
		return f
	}
	if m.high < 3 || f.Short {
		f.Fault = "it is shorter than it says"
		return f
	}
	f.Least = int64(m.high) * int64(m.pageSize) //nolint:gosec // not above size
	walk := func(quick bool) *walker {
		w := &walker{
			r: r, pageSize: uint64(m.pageSize), high: m.high, seen: make([]uint64, m.high/64+1), left: most,
			quick: quick,
		}
		w.mark(0, 2)
		w.page(m.root, 0, nil, nil, true)
		return w
	}
	w := walk(false)
	w.freelist(m.freelist)
	if w.spent && w.fault == "" && w.manifest == nil {
		w = walk(true)
	}
	f.Fault, f.Fragile, f.Ours = w.fault, w.fragile, w.ours == 2
	f.Header, f.Manifest = w.header, w.manifest
	return f
}

// Begins reports whether bytes begin as a bbolt file does, or have its second meta page.
func Begins(b []byte) bool {
	_, ok := readMetas(bytes.NewReader(b), int64(len(b)))
	return ok[0] || ok[1]
}
