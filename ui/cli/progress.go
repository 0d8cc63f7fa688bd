package cli

import (
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// progressAfter is how long something may take before a bar is drawn.
const progressAfter = 150 * time.Millisecond

// progress draws a bar on a terminal while something long goes on, and takes it
// away at the end; elsewhere it is nil.
func (s *Session) progress(what string) func(done, all int) bool {
	f, ok := s.Err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	const cells = 30
	began, drawn := time.Now(), false
	full, empty := "█", "░"
	if s.ASCII {
		full, empty = "#", "."
	}
	return func(done, all int) bool {
		switch {
		case done >= all && drawn:
			fmt.Fprint(f, "\r\x1b[K")
		case done < all && time.Since(began) > progressAfter:
			drawn = true
			n := done * cells / max(all, 1)
			fmt.Fprintf(f, "\r%s %s%s %d of %d", what, strings.Repeat(full, n), strings.Repeat(empty, cells-n), done,
				all)
		}
		return true
	}
}
