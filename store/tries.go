package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"isspp/store/boltfile"
	"isspp/store/disk"
)

// tries counts the wrong secrets since the last right one. The count is kept
// beside the anchor, so that leaving and coming back does not start it anew. It
// slows somebody at the keyboard, and tells the next person who gets in that
// somebody tried; against a copied file only the passphrase and its derivation
// help.
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

// readTries is what is known. A file that can't be read counts as none: the
// count is a courtesy, and nobody is kept from their notes by its loss.
func readTries(path string, opt Options) tries {
	var t tries
	b, err := boltfile.Read(triesPath(path, opt), maxTries)
	if err != nil || json.Unmarshal(b, &t) != nil || t.Wrong < 0 {
		return tries{}
	}
	return t
}

// wrongTry counts one more and says how long to wait before the next. other tells that
// these seem to be other notes than were last open here.
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

// rightTry forgets the count and returns what it was.
func rightTry(path string, opt Options) tries {
	t := readTries(path, opt)
	if t.Wrong > 0 {
		_ = os.Remove(triesPath(path, opt))
	}
	return t
}

// NextTry is how long to wait before the next secret is tried on the notes at
// path: nothing, unless several wrong ones came just before.
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
	if n := tries - freeTries - 1; n < 6 {
		return time.Second << n
	}
	return maxWait
}
