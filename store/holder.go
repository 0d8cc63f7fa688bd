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

// String is the holder in a sentence's middle: "on this computer since 09:41 (process 1234)".
func (h Holder) String() string {
	if h.PID == 0 {
		return "in another program"
	}
	where, by, when := "on this computer", "", h.Since.Local().Format("15:04")
	if host, err := os.Hostname(); err != nil || host != h.Host {
		where = "on " + model.CleanLine(h.Host)
	}
	if time.Since(h.Since) > 12*time.Hour {
		when = h.Since.Local().Format("2 January 15:04")
	}
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

const (
	lockTries = 5
	lockPause = 50 * time.Millisecond
	maxHolder = 4096
)

func lockPath(path string) string { return path + ".lock" }

// acquire takes the store's own lock or says within half a second who has it: bbolt locks its file too, but can't say
// that. The short patience is for a holder that is just ending.
func acquire(path string, now time.Time) (*os.File, error) {
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
	if errors.Is(err, disk.ErrLocked) {
		err = InUseBy(readHolder(f))
	}
	if err != nil {
		closeQuietly(f)
		return nil, placed(err)
	}
	// To name the holder is a courtesy: the lock holds without it, so that a full disk does not keep anybody from
	// their notes.
	h := Holder{PID: os.Getpid(), Host: "this computer", User: userName(), Since: now}
	if host, err := os.Hostname(); err == nil {
		h.Host = host
	}
	if b, err := json.Marshal(h); err == nil && f.Truncate(0) == nil {
		_, _ = f.WriteAt(b, 0)
	}
	return f, nil
}

func readHolder(f *os.File) (h Holder) {
	if json.NewDecoder(io.NewSectionReader(f, 0, maxHolder)).Decode(&h) != nil {
		return Holder{}
	}
	return h
}

// letGo lets the next one in; a lock that is nil was never taken. The lock file stays: to remove it would let two
// processes hold two different ones.
func letGo(lock *os.File) {
	_ = lock.Truncate(0)
	closeQuietly(lock)
}

func closeQuietly(c io.Closer) { _ = c.Close() }
