package process

import (
	"os"
	"strings"
)

// Exposed says why the notes must not be opened in this process's surroundings,
// or is empty: an environment that asks for a dump of the memory when the program
// fails would write notes and keys to the disk.
func Exposed() string {
	switch v := strings.ToLower(os.Getenv("GOTRACEBACK")); v {
	case "crash", "wer":
		return "The environment asks for a dump of the memory when a program fails (GOTRACEBACK=" + v + "). " +
			"It would hold your notes, so they are not opened. They are unharmed. Unset it and start isspp again."
	}
	return ""
}

// Harden keeps the memory of this process from being written to the disk or read
// by other programs of the same person, as far as the platform can. What fails is
// borne: the notes are no less sealed for it.
func Harden() { harden() }
