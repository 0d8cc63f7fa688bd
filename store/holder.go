package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"time"

	"isspp/model"
	"isspp/store/disk"
)

// Holder is who has the notes open, as the lock file tells it.
type Holder struct {
	PID   int       `json:"pid"`
	Host  string    `json:"host"`
	User  string    `json:"user"`
	Since time.Time `json:"since"`
}

// String is the holder in a sentence's middle: "on this computer since 09:41
// (process 1234)".
func (h Holder) String() string {
	if h.PID == 0 {
		return "in another program"
	}
	where := "on this computer"
	if host, err := os.Hostname(); err != nil || host != h.Host {
		where = "on " + model.CleanLine(h.Host)
	}
	when := h.Since.Local().Format("15:04")
	if time.Since(h.Since) > 12*time.Hour {
		when = h.Since.Local().Format("2 January 15:04")
	}
	by := ""
	if h.User != "" && h.User != userName() {
		by = " by " + model.CleanLine(h.User)
	}
	return fmt.Sprintf("%s%s since %s (process %d)", where, by, when, h.PID)
}

// InUseBy names who has the notes open.
func InUseBy(h Holder) error {
	return unchanged(ErrInUse,
		fmt.Sprintf("The notes are already open %s.", h),
		"Close them there, or look things up here without them.")
}

func userName() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	return u.Username
}

// lockFile is the store's own lock. bbolt locks its file too, but cannot say
// by whom it is held.
type lockFile struct{ f *os.File }

const (
	lockTries = 5
	lockPause = 50 * time.Millisecond
	maxHolder = 4096
)

func lockPath(path string) string { return path + ".lock" }

// acquire takes the lock or says within half a second who has it. The short
// patience is for a holder that is just ending.
func acquire(path string, now time.Time) (*lockFile, error) {
	f, err := os.OpenFile(lockPath(path), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, placeError(err)
	}
	for range lockTries {
		if err = disk.Lock(f); !errors.Is(err, disk.ErrLocked) {
			break
		}
		time.Sleep(lockPause)
	}
	if err != nil {
		h := readHolder(f)
		closeQuietly(f)
		if errors.Is(err, disk.ErrLocked) {
			return nil, InUseBy(h)
		}
		return nil, placeError(err)
	}
	l := &lockFile{f}
	l.write(Holder{PID: os.Getpid(), Host: hostName(), User: userName(), Since: now})
	return l, nil
}

func hostName() string {
	h, err := os.Hostname()
	if err != nil {
		return "this computer"
	}
	return h
}

// write names the holder. That is a courtesy: the lock holds without it, so
// that a full disk does not keep anybody from their notes.
func (l *lockFile) write(h Holder) {
	b, err := json.Marshal(h)
	if err == nil && l.f.Truncate(0) == nil {
		_, _ = l.f.WriteAt(b, 0)
	}
}

func readHolder(f *os.File) Holder {
	var h Holder
	b, err := io.ReadAll(io.NewSectionReader(f, 0, maxHolder))
	if err != nil || json.Unmarshal(b, &h) != nil {
		return Holder{}
	}
	return h
}

// release lets the next one in. The lock file stays: to remove it would let
// two processes hold two different ones.
func (l *lockFile) release() {
	if l == nil {
		return
	}
	_ = l.f.Truncate(0)
	closeQuietly(l.f)
}

func closeQuietly(c io.Closer) { _ = c.Close() }
