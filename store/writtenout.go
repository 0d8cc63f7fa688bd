package store

// WrittenOut puts a line into the log for each record under a reference that was
// written out as a document; as says as what, without anything of its content.
// Notes that can't be changed can still be written out.
func (s *Store) WrittenOut(ref, as string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	all, err := s.chosen(ref, "")
	if err != nil {
		return nil //nolint:nilerr // there is nothing to put a line in for
	}
	return s.wentOut(linesOf(all, Exported, as))
}

// wentOut says in the log what went out. Notes that can't be changed can still be written
// out and handed over.
func (s *Store) wentOut(lines []Line) error {
	if s.stuck != nil {
		return nil
	}
	return s.commit(&change{lines: lines})
}
