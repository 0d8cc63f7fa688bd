package kit

// Placed is a view that can say which entry of the protocol a person is at, so
// that its document can be opened there.
type Placed interface {
	// At is the entry's id, and empty where there is none.
	At() string
}

// EditMsg asks the process that the app runs in to open the document of an
// entry in the person's editor.
type EditMsg struct{ ID string }
