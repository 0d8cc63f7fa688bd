package process

import "time"

// slept is how far the two clocks may part between two looks. Further, and the
// computer must have been asleep, or the clock on the wall was set.
const slept = 10 * time.Second

// moment is a time by both clocks: the one on the wall, and the process's own,
// which nobody sets and which on most systems stands still while the computer
// sleeps.
type moment struct {
	wall time.Time
	own  time.Duration
}

// began is where the process's own clock counts from.
var began = time.Now()

func momentOf(now time.Time) moment { return moment{now.Round(0), now.Sub(began)} }

// Idleness tells how long nobody pressed a key.
type Idleness struct {
	key, last moment
	begun     bool
	// warned tells that a lock was announced since the last key.
	warned bool
}

// Touched says that a key was pressed.
func (i *Idleness) Touched(now time.Time) { i.touched(momentOf(now)) }

func (i *Idleness) touched(now moment) { i.key, i.last, i.begun, i.warned = now, now, true, false }

const warnBefore = 30 * time.Second

// left is how long it is until the limit, as of the last look.
func (i *Idleness) left(limit time.Duration) time.Duration {
	return limit - max(i.last.own-i.key.own, i.last.wall.Sub(i.key.wall))
}

// Warn reports whether it is time to say that the notes lock soon: once until a
// key is pressed, and not where the limit is hardly longer than the warning.
func (i *Idleness) Warn(limit time.Duration) bool {
	if i.warned || !i.begun || limit < 2*warnBefore || i.left(limit) > warnBefore {
		return false
	}
	i.warned = true
	return true
}

// Over reports whether it is time to lock: the limit has passed by either clock, or
// the one on the wall was set, or the computer was asleep.
func (i *Idleness) Over(now time.Time, limit time.Duration) bool {
	return i.over(momentOf(now), limit)
}

func (i *Idleness) over(now moment, limit time.Duration) bool {
	if !i.begun {
		i.touched(now)
		return false
	}
	wall, own := now.wall.Sub(i.last.wall), now.own-i.last.own
	i.last = now
	if wall-own > slept || wall-own < -slept {
		return true
	}
	return now.own-i.key.own >= limit || now.wall.Sub(i.key.wall) >= limit
}
