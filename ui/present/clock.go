package present

import (
	"fmt"
	"time"
)

// timing is the time in words: how long it has lasted, and how much is left of
// what was planned.
func (s *Show) timing(now time.Time) string {
	gone := s.elapsed(now)
	text := clock(gone) + " elapsed"
	if s.minutes == 0 {
		return text
	}
	left := time.Duration(s.minutes)*time.Minute - gone
	if left < 0 {
		return text + ", over by " + clock(-left)
	}
	return text + ", " + clock(left) + " left"
}

// clock writes a time as 4:05 or 1:04:05.
func clock(d time.Duration) string {
	sec := int(d / time.Second)
	if sec >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", sec/3600, sec/60%60, sec%60)
	}
	return fmt.Sprintf("%d:%02d", sec/60, sec%60)
}
