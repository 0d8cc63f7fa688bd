package model

// Record is a private record as the notes keep it: a walkthrough, an entry of a
// concern or a note.
type Record interface {
	// RecordID is random and says nothing.
	RecordID() string
	// Reference is the child's reference that the record stands under, and empty
	// for what is about the school or has no reference yet.
	Reference() string
	// Final tells that the record is finished: from then on it is never rewritten.
	Final() bool
	// Copy is a pointer to a copy that shares nothing with the record.
	Copy() Record
}

// RecordID is the walkthrough's id.
func (w *Walkthrough) RecordID() string { return w.ID }

// Reference is the child's reference, or empty.
func (w *Walkthrough) Reference() string { return w.Ref }

// Final tells that the walkthrough is finished.
func (w *Walkthrough) Final() bool { return !w.Finished.IsZero() }

// Copy is a copy that shares nothing.
func (w *Walkthrough) Copy() Record {
	c := w.Clone()
	return &c
}

// RecordID is the note's id.
func (n *FactorNote) RecordID() string { return n.ID }

// Reference is the child's reference, or empty for the school's notes.
func (n *FactorNote) Reference() string { return n.Ref }

// Final is never so: a note is a working text.
func (n *FactorNote) Final() bool { return false }

// Copy is a copy that shares nothing.
func (n *FactorNote) Copy() Record {
	c := *n
	return &c
}

// RecordID is the entry's id.
func (e *ConcernEntry) RecordID() string { return e.ID }

// Reference is the child's reference as it was when the entry was made.
func (e *ConcernEntry) Reference() string { return e.Ref }

// Final tells that the entry is kept and no longer a draft.
func (e *ConcernEntry) Final() bool { return e.Kept }

// Copy is a copy that shares nothing.
func (e *ConcernEntry) Copy() Record {
	c := *e
	return &c
}
