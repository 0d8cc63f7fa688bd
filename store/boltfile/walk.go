package boltfile

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"
)

// walker visits every page that the newest meta page reaches, once.
type walker struct {
	r              io.ReaderAt
	pageSize, high uint64
	seen           []uint64
	used           uint64
	fault          string
	fragile        bool
	// ours counts the buckets of a file of notes.
	ours int
	// inHead: the bucket of key slots, log and manifest is being walked; header and manifest are what it has of
	// these, as it stands there.
	inHead           bool
	header, manifest []byte
	// left is how many bytes may still be read, and spent tells that they did not do.
	left  int64
	spent bool
	// quick goes to the key slots and the manifest alone.
	quick bool
	// pages and tables are of the pages that are being walked, by depth, to be used again.
	pages  [maxDepth + 2][]byte
	tables [maxDepth + 2][]element
}

const (
	// maxDepth is beyond any tree that fits into All.
	maxDepth = 24
	// maxRun is beyond any page of notes: three records of 8 MiB.
	maxRun = 32 << 20
)

func (w *walker) fail(why string) bool {
	w.fault = why
	return false
}

// mark claims n pages from id on, and fails if one is claimed already.
func (w *walker) mark(id, n uint64) bool {
	if id >= w.high || n > w.high-id {
		return w.fail("a page lies beyond its end")
	}
	for p := id; p < id+n; p++ {
		if w.seen[p/64]>>(p%64)&1 == 1 {
			return w.fail("a page is used twice")
		}
		w.seen[p/64] |= 1 << (p % 64)
	}
	w.used += n
	return true
}

// load reads a page with its overflow, after checking its own account of itself, and claims it.
func (w *walker) load(id uint64, depth int) (body []byte, flags uint16, ok bool) {
	if id < 2 || id >= w.high {
		return nil, 0, w.fail("a page lies beyond its end")
	}
	if w.left -= int64(w.pageSize); w.left < 0 { //nolint:gosec // at most 64 KiB
		w.spent = true
		return nil, 0, false
	}
	if w.pages[depth] == nil {
		w.pages[depth] = make([]byte, w.pageSize)
	}
	first := w.pages[depth]
	if _, err := w.r.ReadAt(first, int64(id*w.pageSize)); err != nil { //nolint:gosec // id is below high
		return nil, 0, w.fail("a page cannot be read")
	}
	if binary.LittleEndian.Uint64(first) != id {
		return nil, 0, w.fail("a page has another's number")
	}
	n := uint64(binary.LittleEndian.Uint32(first[12:])) + 1
	if n*w.pageSize > maxRun {
		return nil, 0, w.fail("a page is longer than any of notes")
	}
	if !w.mark(id, n) {
		return nil, 0, false
	}
	w.left -= int64((n - 1) * w.pageSize) //nolint:gosec // at most maxRun
	if n > 1 {
		all := make([]byte, n*w.pageSize)
		copy(all, first)
		if _, err := w.r.ReadAt(all[w.pageSize:], int64((id+1)*w.pageSize)); err != nil { //nolint:gosec // inside high
			return nil, 0, w.fail("a page cannot be read")
		}
		first = all
	}
	return first, binary.LittleEndian.Uint16(first[8:]), true
}

// element is one entry of a page: its key, and a value or a child.
type element struct {
	key, value []byte
	child      uint64
	bucket     bool
}

// elements reads a page's table. The keys and values must follow the table and each other without a gap, and fill the
// pages claimed: that is how bbolt writes them, and it is what shows a count that was lowered.
func (w *walker) elements(b []byte, depth int, leaf, inline bool) ([]element, bool) {
	count := uint64(binary.LittleEndian.Uint16(b[10:]))
	next := pageFixed + count*elemSize
	if next > uint64(len(b)) {
		return nil, w.fail("a page's table is longer than the page")
	}
	out := slices.Grow(w.tables[depth][:0], int(count))[:count] //nolint:gosec // at most 65,535
	w.tables[depth] = out
	for i := range count {
		at := pageFixed + i*elemSize
		raw := b[at:][:elemSize]
		var pos, ksize, vsize uint64
		e := &out[i]
		*e = element{}
		if leaf {
			flags := binary.LittleEndian.Uint32(raw)
			if flags > flagBucket {
				return nil, w.fail("an entry is of an unknown sort")
			}
			e.bucket = flags == flagBucket
			pos, ksize, vsize = le32(raw[4:]), le32(raw[8:]), le32(raw[12:])
		} else {
			pos, ksize, e.child = le32(raw), le32(raw[4:]), binary.LittleEndian.Uint64(raw[8:])
		}
		if at+pos != next || ksize+vsize > uint64(len(b))-next {
			return nil, w.fail("a page's table does not fit its content")
		}
		e.key, e.value = b[next:][:ksize], b[next+ksize:][:vsize]
		next += ksize + vsize
		if ksize == 0 && leaf || i > 0 && bytes.Compare(out[i-1].key, e.key) >= 0 {
			return nil, w.fail("a page's entries are out of order")
		}
	}
	if inline && next != uint64(len(b)) || !inline && (next+w.pageSize-1)/w.pageSize*w.pageSize != uint64(len(b)) {
		return nil, w.fail("a page does not end where its content does")
	}
	return out, true
}

func le32(b []byte) uint64 { return uint64(binary.LittleEndian.Uint32(b)) }

// page walks a page whose keys must lie from low up to, not including, high; a nil bound is none.
func (w *walker) page(id uint64, depth int, low, high []byte, root bool) {
	if w.fault != "" || w.spent {
		return
	}
	if depth > maxDepth {
		w.fail("its pages are nested too deep")
		return
	}
	b, flags, ok := w.load(id, depth)
	if !ok {
		return
	}
	leaf := flags == flagLeaf
	if !leaf && flags != flagBranch {
		w.fail("a page is of an unknown sort")
		return
	}
	elems, ok := w.elements(b, depth, leaf, false)
	if !ok {
		return
	}
	if len(elems) == 0 && (!leaf || !root) {
		w.fail("a page is empty")
		return
	}
	if low != nil && !bytes.Equal(elems[0].key, low) {
		// Good to read; but a write under this page would put a second entry for it into the page above.
		w.fragile = true
	}
	for i, e := range elems {
		if !between(e.key, low, high) {
			w.fail("an entry stands under the wrong page")
			return
		}
		if leaf {
			w.leafEntry(e, depth)
			continue
		}
		if w.quick && i > 0 && i+1 < len(elems) {
			continue // they are the first and the last of their bucket
		}
		upper := high
		if i+1 < len(elems) {
			upper = elems[i+1].key
		}
		w.page(e.child, depth+1, e.key, upper, false)
	}
}

func between(key, low, high []byte) bool {
	return (low == nil || bytes.Compare(key, low) >= 0) && (high == nil || bytes.Compare(key, high) < 0)
}

func (w *walker) leafEntry(e element, depth int) {
	w.keep(e)
	if !e.bucket || w.fault != "" {
		return
	}
	if depth == 0 && (bytes.Equal(e.key, HeadBucket) || bytes.Equal(e.key, NotesBucket)) {
		w.ours++
		w.inHead = bytes.Equal(e.key, HeadBucket)
	}
	if w.quick && !w.inHead {
		return
	}
	if len(e.value) < bucketFixed {
		w.fail("a bucket is cut short")
		return
	}
	root, in := binary.LittleEndian.Uint64(e.value), e.value[bucketFixed:]
	switch {
	case root != 0 && len(in) > 0:
		w.fail("a bucket is longer than it should be")
	case root != 0:
		w.page(root, depth+1, nil, nil, true)
	case len(in) < pageFixed || binary.LittleEndian.Uint16(in[8:]) != flagLeaf:
		w.fail("a bucket is cut short")
	default:
		elems, _ := w.elements(in, depth+1, true, true)
		for _, e := range elems {
			w.keep(e)
			if e.bucket {
				w.fail("a bucket stands inside a small one")
				return
			}
		}
	}
}

// keep takes the key slots and the manifest, as they stand in the file.
func (w *walker) keep(e element) {
	switch {
	case !w.inHead || e.bucket:
	case bytes.Equal(e.key, HeaderKey):
		w.header = bytes.Clone(e.value)
	case bytes.Equal(e.key, ManifestKey):
		w.manifest = bytes.Clone(e.value)
	}
}

// freelist checks a stored list of free pages: in order, apart from each other and from the pages in use, and
// complete. Our own files store none.
func (w *walker) freelist(id uint64) {
	if w.fault != "" || w.spent || id == noFreelist {
		return
	}
	b, flags, ok := w.load(id, 0)
	if !ok {
		return
	}
	if flags != flagFreelist {
		w.fail("the list of free pages is of an unknown sort")
		return
	}
	count := uint64(binary.LittleEndian.Uint16(b[10:]))
	ids := b[pageFixed:]
	if count == 0xffff {
		count, ids = binary.LittleEndian.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids))/8 {
		w.fail("the list of free pages is longer than its page")
		return
	}
	var last uint64
	for i := range count {
		p := binary.LittleEndian.Uint64(ids[i*8:])
		if p <= last || !w.mark(p, 1) {
			w.fail("the list of free pages does not fit the file")
			return
		}
		last = p
	}
	if w.used != w.high {
		w.fail("pages are neither in use nor free")
	}
}
