package session

import (
	"os"
	"time"
)

// slept is how far the clock on the wall may run ahead of the process's own
// between two looks before the computer must have been asleep.
const slept = 10 * time.Second

// idleness tells how long nobody pressed a key. A process's own clock stands
// still while the computer sleeps, so both clocks are read.
type idleness struct {
	key  time.Time
	last time.Time
}

// touched says that a key was pressed.
func (i *idleness) touched(now time.Time) { i.key, i.last = now, now }

// over tells whether it is time to lock.
func (i *idleness) over(now time.Time, limit time.Duration) bool {
	if i.key.IsZero() {
		i.touched(now)
		return false
	}
	wall := now.Round(0).Sub(i.last.Round(0))
	own := now.Sub(i.last)
	i.last = now
	if wall-own > slept || wall < -slept {
		return true
	}
	return now.Sub(i.key) >= limit || now.Round(0).Sub(i.key.Round(0)) >= limit
}

// parent is the first process, as it was at the start.
var parent = os.Getppid()

// orphaned tells that the first process is gone.
func orphaned() bool { return os.Getppid() != parent }
