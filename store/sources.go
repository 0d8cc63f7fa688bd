package store

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/store/boltfile"
	"isspp/store/seal"
)

// Kind is what a file is that holds what notes hold, or held.
type Kind int

// The kinds, in the order in which such files are searched.
const (
	// Backup is one that Store.Backup made beside the notes.
	Backup Kind = iota
	// Copy is the same notes under another name, as programs that keep folders in step
	// make them, and people: "notes (1).db", "notes-PC.db", "notes (A's conflicted
	// copy).db". It has the notes' own key slots, and a name that begins and ends alike.
	Copy
	// Aside was set aside when other notes took its place.
	Aside
	// Unsaved is what an earlier session could not save (Rescue).
	Unsaved
)

// Source is a file that holds what notes hold, or held.
type Source struct {
	Kind Kind
	Path string
	// Day is for a backup the day whose first change it holds, at midnight UTC; for
	// notes that were set aside the moment of that; for a copy its last change.
	Day time.Time
	// Size is in bytes.
	Size int64
	// Saves is how many transactions went into it, as it says itself: of two files of
	// the same notes the higher holds more. It is 0 where that can't be read.
	Saves uint64
	// Sound tells that Restore takes it as it is, as far as a first look shows.
	Sound bool

	store seal.ID
}

// Sources are the files of some kinds that belong to the notes at path: of each kind the
// one that holds most first, and what was set aside newest first. It needs no key: the
// number of the notes is in the copy of their key slots or, where there is none, in the file.
func Sources(path string, opt Options, kinds ...Kind) ([]Source, error) {
	h, err := slotsAt(path)
	if err != nil {
		var f boltfile.Findings
		if f, err = inspect(path, boltfile.FirstLook); err == nil {
			h, err = seal.ParseHeader(f.Header)
		}
	}
	if err != nil {
		return sourcesOf(path, opt, seal.ID{}, kinds...)
	}
	return sourcesOf(path, opt, h.Store, kinds...)
}

func (s *Store) sources(kinds ...Kind) ([]Source, error) {
	return sourcesOf(s.path, s.opt, s.header.Store, kinds...)
}

// sourcesOf goes by the number of the notes, which is zero where nothing tells it.
func sourcesOf(path string, opt Options, store seal.ID, kinds ...Kind) ([]Source, error) {
	unknown := store == seal.ID{}
	var out []Source
	for _, kind := range kinds {
		if kind == Unsaved {
			out = append(out, rescuesOf(path, opt, store)...)
			continue
		}
		folder := filepath.Dir(path)
		if kind == Backup {
			folder = backupDir(path)
		}
		entries, err := os.ReadDir(folder)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && kind != Copy {
			e := As(placed(err))
			if kind == Backup {
				e = problem(e.Code, "The folder of the backups can't be read ("+filepath.Base(folder)+").",
					"The notes themselves are not touched by this.",
					"Check that it is a folder beside the notes and that this account may read it.").because(err)
			}
			return nil, e
		}
		first := len(out)
		for _, e := range entries {
			b := Source{Kind: kind, Path: filepath.Join(folder, e.Name())}
			if !b.named(path, e) {
				continue
			}
			if b.identify(); kind != Copy || !unknown && b.store == store {
				out = append(out, b)
			}
		}
		// The day decides only between equals, since a clock may have been wrong.
		rank := func(b Source) int {
			if kind == Aside || b.Sound && (unknown || b.store == store) {
				return 0
			}
			return 1
		}
		slices.SortFunc(out[first:], func(a, b Source) int {
			return cmp.Or(rank(a)-rank(b), cmp.Compare(b.Saves, a.Saves), b.Day.Compare(a.Day),
				cmp.Compare(len(b.Path), len(a.Path)), strings.Compare(b.Path, a.Path))
		})
	}
	return out, nil
}

// named tells whether a file has a name of its kind, and takes the day out of it.
func (b *Source) named(path string, e os.DirEntry) (ok bool) {
	base, ext := filepath.Base(path), filepath.Ext(path)
	switch b.Kind {
	case Backup:
		b.Day, ok = dayOf(path, e.Name())
		return ok
	case Copy:
		ok = e.Name() != base && strings.HasPrefix(e.Name(), strings.TrimSuffix(base, ext)) &&
			strings.HasSuffix(e.Name(), ext)
	default:
		var stamp string
		stamp, ok = strings.CutPrefix(e.Name(), base+".")
		ok = ok && stamp != "" && isDigit(stamp[0]) && filepath.Ext(stamp) == "" // which its lock has, when rebuilt
		if when, err := time.Parse(asideStamp, stamp[:min(len(stamp), len(asideStamp))]); err == nil {
			b.Day = when.Local()
		}
	}
	return ok && e.Type().IsRegular()
}

// identify learns what a file says of itself, from a bounded part of it.
func (b *Source) identify() {
	if info, err := os.Stat(b.Path); err == nil {
		b.Size = info.Size()
		if b.Kind == Copy {
			b.Day = info.ModTime()
		}
	}
	if b.Kind == Aside { // which is listed by its day
		return
	}
	f, err := inspect(b.Path, boltfile.FirstLook)
	if err != nil {
		return
	}
	h, err := seal.ParseHeader(f.Header)
	switch {
	case err == nil:
		b.store, b.Sound = h.Store, f.Fault == "" && f.Ours && !f.OneMeta && !f.Fragile
	case b.Kind == Copy: // too damaged to be walked
		_, _ = eachWindow(b.Path, boltfile.FirstLook, func(part []byte) {
			for _, h := range seal.FindHeaders(part) {
				b.store = h.Store
			}
		})
	}
	if e, _, err := seal.ParseRecord(f.Manifest); err == nil && e.ID == manifestID {
		b.Saves = e.Revision
	}
}

const (
	// window is how much of a file is searched at a time, and overlap how much of
	// that once more with the next: the longest record is found in one of the two.
	window  = 32 << 20
	overlap = seal.MaxRecord + 4096
)

// eachWindow reads a file in overlapping parts, most bytes at most. What the disk
// refuses to give is left zero and counted: one bad sector must not cost the rest.
func eachWindow(path string, most int64, look func(part []byte)) (holes int, err error) {
	f, all, err := boltfile.OpenRegular(path)
	if err != nil {
		return 0, err
	}
	defer closeQuietly(f)
	size := min(all, most)
	b := make([]byte, min(size, window))
	for from, kept := int64(0), 0; from < size; {
		part := b[:min(int64(kept)+size-from, window)]
		holes += readParts(f, from, part[kept:])
		look(part)
		from += int64(len(part) - kept)
		if kept = overlap; from < size {
			copy(b, part[len(part)-kept:])
		}
	}
	return holes, nil
}

// readParts fills b from a place of a file, and where that fails by the page.
func readParts(f *os.File, from int64, b []byte) (holes int) {
	if n, _ := f.ReadAt(b, from); n == len(b) {
		return 0
	}
	for page := range slices.Chunk(b, boltfile.PageSize) {
		if n, _ := f.ReadAt(page, from); n < len(page) {
			clear(page[n:])
			holes++
		}
		from += int64(len(page))
	}
	return holes
}
