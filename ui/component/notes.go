package component

// NotesState is how the private notes stand in this process.
type NotesState int

const (
	// NotesAbsent says that none were set up on this computer.
	NotesAbsent NotesState = iota
	// NotesLocked says that they are there and that this process holds no key.
	NotesLocked
	// NotesNone says that this process may hold private text, but has no store open.
	NotesNone
	// NotesOpen says that the store is open: each change is kept.
	NotesOpen
)

// AskMsg asks the process that the app runs in for something about the notes.
type AskMsg int

const (
	// AskUnlock opens the notes, or sets them up where there are none.
	AskUnlock AskMsg = iota
	// AskUnsaved starts a walkthrough that is not saved.
	AskUnsaved
	// AskLock seals the draft, forgets the keys and ends the session.
	AskLock
	// AskPresent shows what the tab holds to a room. Open notes are locked first.
	AskPresent
	// AskUpkeep shows what can be done for the notes: backups, handing over.
	AskUpkeep
)

// ReferenceChangedMsg says that a concern was given another reference: what other
// tabs show of it is read anew.
type ReferenceChangedMsg struct{}

// RecorderMsg says who records from now on, by name and role, so that it is kept.
type RecorderMsg struct{ Who string }

// WriteOutMsg asks the process that holds the notes to write what is kept under
// a reference as a document: a file, or text on the screen to paste elsewhere.
type WriteOutMsg struct {
	// Ref is the reference, or empty to ask.
	Ref string
	// Record is the id of the entry that is selected, or empty.
	Record string
}
