package store

// WrittenOut puts a line into the log for each record under a reference that was
// written out as a document; as says as what, without anything of its content.
// Notes that can't be changed can still be written out.
func (s *Store) WrittenOut(ref, as string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stuck != nil {
		return nil
	}
	all, err := s.chosen(ref, "")
	if err != nil {
		return nil // there is nothing to put a line in for
	}
	return s.commit(&change{lines: linesOf(all, Exported, as)})
}
