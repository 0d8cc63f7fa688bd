package store

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"isspp/store/boltfile"
	"isspp/store/disk"
	"isspp/store/seal"
)

// anchor is what this computer saw last of a store, kept apart from it: which store, which transaction, and which
// last line of the log. An older file put back by a sync tool does not reach it. It is no proof against somebody who
// owns both places. Its fields are written in this order.
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
	b, _ := binary.Append([]byte(anchorMagic), binary.BigEndian, a) // every field has a fixed size
	sum := mac(keys.Anchor, b)
	return append(b, sum[:]...)
}

// parseAnchor reads an anchor; whether it is authentic depends on keys, which an anchor of another store does not
// fit. Without keys it says what it says, true or not.
func parseAnchor(b []byte, keys *seal.Keys) (a anchor, whole, authentic bool) {
	if len(b) != anchorSize || string(b[:8]) != anchorMagic {
		return a, false, false
	}
	decodeFields(b[8:], &a.store, &a.seq, &a.lines, &a.head, &a.generation)
	if keys != nil {
		sum := mac(keys.Anchor, b[:anchorBody])
		authentic = hmac.Equal(sum[:], b[anchorBody:])
	}
	return a, true, authentic
}

// anchorPath is where the anchor of a store at path goes unless the caller says otherwise: a folder of this
// computer's own, under a name made of the store's place, so that another store put in this one's place is noticed.
func anchorPath(path string, opt Options) string {
	if opt.Anchor != "" {
		return opt.Anchor
	}
	own, _ := disk.OwnFolder()
	dir := cmp.Or(opt.Portable, own)
	abs, err := filepath.Abs(path)
	if err != nil || dir == "" {
		return ""
	}
	// On a stick it goes by the place on the stick: another computer may call that by another letter.
	if within, err := filepath.Rel(opt.Portable, abs); err == nil && filepath.IsLocal(within) {
		abs = filepath.ToSlash(within)
	}
	sum := sha256.Sum256([]byte(abs))
	return filepath.Join(dir, "isspp", "notes-"+hex.EncodeToString(sum[:6])+".anchor")
}

// anchorAt is what this computer remembers of the notes at path.
func anchorAt(path string, opt Options, keys *seal.Keys) (a anchor, whole, authentic bool) {
	b, _ := boltfile.Read(anchorPath(path, opt), anchorSize)
	return parseAnchor(b, keys)
}

// openAnchor opens or makes the file, which stays open: one small write a save, in place and without waiting for the
// disk, which is asked once at the end. Losing it loses a warning, not a note: the notes are usable without an anchor
// (then it is nil), and the report says that it is missing.
func openAnchor(path string) *os.File {
	if path == "" || disk.MakeDir(filepath.Dir(path)) != nil {
		return nil
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil
	}
	return f
}

// remembered is what this computer saw last of the notes that are open.
func (s *Store) remembered() (a anchor, whole, authentic bool) {
	b := make([]byte, anchorSize+1)
	n, _ := s.anchor.ReadAt(b, 0)
	return parseAnchor(b[:n], s.keys)
}

func (s *Store) writeAnchor() {
	if s.anchorHeld {
		return
	}
	a := anchor{s.header.Store, s.man.seq, s.man.lines, s.man.head, s.header.Generation}
	_, _ = s.anchor.WriteAt(a.encode(s.keys), 0)
	if info, err := s.anchor.Stat(); err == nil && info.Size() > anchorSize {
		_ = s.anchor.Truncate(anchorSize) // what stands behind it would make it count as none
	}
}

func (s *Store) closeAnchor() {
	_ = s.anchor.Sync()
	closeQuietly(s.anchor)
}

// tries counts the wrong secrets since the last right one. The count is kept beside the anchor, so that leaving and
// coming back does not start it anew. It slows somebody at the keyboard, and tells the next person who gets in that
// somebody tried; against a copied file only the passphrase and its derivation help.
type tries struct {
	Wrong int       `json:"wrong"`
	Last  time.Time `json:"last"`
}

const (
	freeTries = 3
	maxWait   = 60 * time.Second
	maxTries  = 1 << 10 // bytes of the file
)

// triesPath is where the count is kept; empty where there is no such place.
func triesPath(path string, opt Options) string {
	anchor := anchorPath(path, opt)
	if anchor == "" {
		return ""
	}
	return strings.TrimSuffix(anchor, ".anchor") + ".tries"
}

// readTries is what is known. A file that can't be read counts as none: the count is a courtesy, and nobody is kept
// from their notes by its loss.
func readTries(path string, opt Options) tries {
	var t tries
	b, err := boltfile.Read(triesPath(path, opt), maxTries)
	if err != nil || json.Unmarshal(b, &t) != nil || t.Wrong < 0 {
		return tries{}
	}
	return t
}

// wrongTry counts one more and says how long to wait before the next. other tells that these seem to be other notes
// than were last open here.
func wrongTry(path string, opt Options, secret Secret, other bool) *Error {
	t := readTries(path, opt)
	t.Wrong, t.Last = t.Wrong+1, opt.now().Round(0)
	if name := triesPath(path, opt); name != "" {
		if b, err := json.Marshal(t); err == nil && disk.MakeDir(filepath.Dir(name)) == nil {
			_ = os.WriteFile(name, b, 0o600)
		}
	}
	e := unchanged(ErrWrongSecret,
		"That does not open these notes.",
		"Check Caps Lock and the keyboard's language, or use the recovery key.")
	if secret.IsRecovery() {
		e.What, e.Do = "That recovery key is written right but does not open these notes: "+
			"it belongs to other notes, or was replaced by a newer one.", ""
	}
	if other {
		e.Do += " They seem to be different notes from those last opened here: perhaps another file was put in their " +
			"place."
	}
	if t.Wrong > 1 {
		e.Do += fmt.Sprintf(" That was wrong try %d.", t.Wrong)
	}
	if wait := waitAfter(t.Wrong); wait > 0 {
		e.Do += fmt.Sprintf(" Next try in %d s.", int(wait/time.Second))
	}
	e.Do = strings.TrimSpace(e.Do)
	return e
}

func rightTry(path string, opt Options) tries {
	t := readTries(path, opt)
	if t.Wrong > 0 {
		_ = os.Remove(triesPath(path, opt))
	}
	return t
}

// NextTry is how long to wait before the next secret is tried on the notes at path: nothing, unless several wrong
// ones came just before.
func NextTry(path string, opt Options) time.Duration {
	t := readTries(path, opt)
	wait := waitAfter(t.Wrong)
	// A clock that was put back must not make it longer.
	return max(min(t.Last.Add(wait).Sub(opt.now()), wait), 0)
}

// waitAfter is nothing for three wrong tries, then 1, 2, 4 … 60 seconds.
func waitAfter(tries int) time.Duration {
	if tries <= freeTries {
		return 0
	}
	return min(time.Second<<min(tries-freeTries-1, 6), maxWait)
}
