package process

import "sync"

// Mode is how a terminal takes what is typed.
type Mode int

// The modes that are set for a while; Shell is set for good.
const (
	// NoEcho shows nothing of what is typed.
	NoEcho Mode = iota
	// Echo shows it.
	Echo
	// NoControls shows no signs for the marks of a paste.
	NoControls
	// EndLine gives what was typed of a line, and then nothing more.
	EndLine
	// Shell is what a shell expects. A session whose first process was killed found the
	// terminal raw and has nothing else to go back to.
	Shell
)

// terminalModes is held while the terminal's modes are changed, and for good once
// the program was interrupted and has put them back.
var terminalModes sync.Mutex
