package process

import (
	"bufio"
	"fmt"
	"os"
)

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
