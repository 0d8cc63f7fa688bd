package store

import "errors"

// WrittenOut puts a line into the log for each record under a reference that was
// written out as a document; as says as what, without anything of its content.
// Notes that can't be changed can still be written out.
func (s *Store) WrittenOut(ref, as string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.chosen(ref, "")
	if errors.Is(err, ErrAbsent) {
		return nil // there is nothing to put a line in for
	}
	if err != nil {
		return err
	}
	return s.wentOut(linesOf(all, Exported, as))
}

// wentOut says in the log what went out. Notes that can't be changed can still be written
// out and handed over.
func (s *Store) wentOut(lines []Line) error {
	if s.stuck == nil {
		return s.commit(&change{lines: lines})
	}
	return nil
}
