package session

import (
	"bufio"
	"fmt"
	"os"

	"isspp/ui/cli"
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
		return cli.StatusFound
	}
	status := run()
	if status != cli.StatusFound {
		fmt.Fprint(os.Stderr, "\nPress Enter to close this window.")
		_, _ = bufio.NewReader(os.Stdin).ReadString('\n') // the window closes either way
	}
	return status
}
