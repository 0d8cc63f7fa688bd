package store

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"os"
	"path/filepath"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"
)

// anchor is what this computer saw last of a store, kept apart from it: which
// store, which transaction, and which last line of the log. An older file put
// back by a sync tool does not reach it. It is no proof against somebody who
// owns both places.
type anchor struct {
	store seal.ID
	seq   uint64
	lines uint64
	head  [hashSize]byte
	// generation is that of the key slots that were in force.
	generation uint64
}

const (
	anchorMagic = "\x93ISSPAN2"
	anchorBody  = 8 + idSize + 8 + 8 + hashSize + 8
	anchorSize  = anchorBody + hashSize
)

func (a *anchor) encode(keys *seal.Keys) []byte {
	b := make([]byte, 0, anchorSize)
	b = append(b, anchorMagic...)
	b = append(b, a.store[:]...)
	b = binary.BigEndian.AppendUint64(b, a.seq)
	b = binary.BigEndian.AppendUint64(b, a.lines)
	b = append(b, a.head[:]...)
	b = binary.BigEndian.AppendUint64(b, a.generation)
	sum := mac(keys.Anchor, b)
	return append(b, sum[:]...)
}

// parseAnchor reads an anchor; whether it is authentic depends on keys, which
// an anchor of another store does not fit.
func parseAnchor(b []byte, keys *seal.Keys) (a anchor, whole, authentic bool) {
	if a, whole = readAnchor(b); !whole {
		return a, false, false
	}
	sum := mac(keys.Anchor, b[:anchorBody])
	return a, true, hmac.Equal(sum[:], b[anchorBody:])
}

// readAnchor reads what an anchor says, true or not.
func readAnchor(b []byte) (a anchor, whole bool) {
	if len(b) != anchorSize || string(b[:8]) != anchorMagic {
		return a, false
	}
	copy(a.store[:], b[8:])
	a.seq = binary.BigEndian.Uint64(b[8+idSize:])
	a.lines = binary.BigEndian.Uint64(b[16+idSize:])
	copy(a.head[:], b[24+idSize:])
	a.generation = binary.BigEndian.Uint64(b[24+idSize+hashSize:])
	return a, true
}

// anchorPath is where the anchor of a store at path goes unless the caller
// says otherwise: a folder of this computer's own, under a name made of the
// store's place, so that another store put in this one's place is noticed.
func anchorPath(path string, opt Options) string {
	if opt.Anchor != "" {
		return opt.Anchor
	}
	dir := opt.Portable
	if dir == "" {
		var err error
		if dir, err = disk.OwnFolder(); err != nil {
			return ""
		}
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	// On a stick it goes by the place on the stick: another computer may call that by
	// another letter.
	if within, err := filepath.Rel(opt.Portable, abs); err == nil && filepath.IsLocal(within) {
		abs = filepath.ToSlash(within)
	}
	sum := sha256.Sum256([]byte(abs))
	return filepath.Join(dir, "isspp", "notes-"+hex.EncodeToString(sum[:6])+".anchor")
}

// anchorAt is what this computer remembers of the notes at path, true or not.
func anchorAt(path string, opt Options) (a anchor, whole bool) {
	b, err := boltfile.Read(anchorPath(path, opt), anchorSize)
	if err != nil {
		return a, false
	}
	return readAnchor(b)
}

// seemsOther tells that this computer remembers other notes here than h is of.
// Without the key that is a hint and no proof.
func (s *Store) seemsOther(h *seal.Header) bool {
	a, whole := anchorAt(s.path, s.opt)
	return whole && a.store != h.Store
}

// anchorFile keeps the anchor's file open: one small write a save, in place
// and without waiting for the disk, which is asked once at the end. Losing it
// loses a warning, not a note.
type anchorFile struct{ f *os.File }

// openAnchor opens or makes the file. Failing is borne: the notes are usable
// without an anchor, and the report says that it is missing.
func openAnchor(path string) *anchorFile {
	if path == "" {
		return nil
	}
	if err := disk.MakeDir(filepath.Dir(path)); err != nil {
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil
	}
	return &anchorFile{f}
}

func (a *anchorFile) read() []byte {
	if a == nil {
		return nil
	}
	b := make([]byte, anchorSize+1)
	n, _ := a.f.ReadAt(b, 0)
	return b[:n]
}

func (a *anchorFile) write(b []byte) {
	if a == nil {
		return
	}
	_, _ = a.f.WriteAt(b, 0)
	if n := len(a.read()); n > anchorSize {
		_ = a.f.Truncate(anchorSize) // what stands behind it would make it count as none
	}
}

func (a *anchorFile) close() {
	if a != nil {
		_ = a.f.Sync()
		closeQuietly(a.f)
	}
}
