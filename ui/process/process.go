// Package process is what isspp's two processes have to do with each other, with the
// terminal and with the system: how one hands the terminal to the other and gets it
// back in order whatever became of it, signals, being suspended, lines that are typed
// unseen, how long nobody pressed a key, and a memory that is not written out.
package process

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"time"
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

// WithTimeout does it, but goes on when it takes longer: a disk that does not answer
// must keep neither the keys in memory nor the person before a dead screen.
func WithTimeout(limit time.Duration, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-time.After(limit):
		return nil
	}
}

// InWindow runs the program and gives its exit status. Where a double click opened it
// in a window of its own, that window stays until what went wrong has been read, and
// the app itself opens in the new console where there is one: the old one has few
// signs and colours.
func InWindow(args []string, run func() int) int {
	if !ownWindow() {
		return run()
	}
	if len(args) == 0 && inNewConsole() {
		return 0
	}
	status := run()
	if status != 0 {
		fmt.Fprint(os.Stderr, "\nPress Enter to close this window.")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n') // the window closes either way
	}
	return status
}
