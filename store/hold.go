package store

import (
	"strings"

	"isspp/model"
)

// Hold keeps everything under a reference (or a record or concern, by id) from
// being disposed of, whatever its dates say, until the hold is lifted. The reason
// is kept sealed with each record and in the log. Off takes the hold away again, with the
// reason for that. It returns of how many records that was so.
func (s *Store) Hold(ref, id, reason string, on bool) (int, error) {
	reason, err := checkReason(reason)
	if err != nil {
		return 0, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.chosen(ref, id)
	if err != nil {
		return 0, err
	}
	action, why := HoldSet, reason
	if !on {
		action, why = HoldLifted, ""
	}
	var c change
	for _, it := range all {
		if it.hold == on {
			continue
		}
		next := *it
		next.hold, next.why, next.revision = on, why, it.revision+1
		if err := s.prepare(&c, &next, action, reason); err != nil {
			return 0, err
		}
	}
	if len(c.puts) == 0 {
		return 0, nil
	}
	return len(c.puts), s.commit(&c)
}

// checkReason refuses an empty reason, and one that is too long for the log.
func checkReason(reason string) (string, error) {
	reason = strings.TrimSpace(model.Clean(reason))
	switch {
	case reason == "":
		return "", unchanged(errRefused,
			"This needs a reason, in a few words: whoever looks at it later must be able to see why.",
			"Give one, without anything about the child in it.")
	case len(reason) > MaxReason:
		return "", unchanged(errRefused, "The reason is too long for the log.", "Say it shorter.")
	}
	return reason, nil
}
