package store

// WrittenOut puts a line into the log for each record under a reference that was
// written out as a document; as says as what, without anything of its content.
// Notes that can't be changed can still be written out.
func (s *Store) WrittenOut(ref, as string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if all, err := s.chosen(ref, ""); err == nil {
		return s.wentOut(linesOf(all, Exported, as))
	}
	return nil // there is nothing to put a line in for
}

// wentOut says in the log what went out. Notes that can't be changed can still be written
// out and handed over.
func (s *Store) wentOut(lines []Line) error {
	if s.stuck != nil {
		return nil
	}
	return s.commit(&change{lines: lines})
}
