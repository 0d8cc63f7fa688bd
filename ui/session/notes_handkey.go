package session

import (
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/process"
	"isspp/ui/upkeep"
)

const (
	keyShown = "It opens the notes if the passphrase is forgotten, and is shown only now. Write it down by hand " +
		"and keep it away from this computer."
	notTypedBack = "the recovery key was not typed back. "
)

// handOver shows a recovery key and, where somebody is there, asks for it back: a
// key that was written down wrong is found out now and not in a year. otherwise
// says how things stand if it isn't typed back.
func handOver(s *cli.Session, key store.RecoveryKey, ask bool, otherwise string) error {
	if !ask || !atTerminal(s) {
		return s.Tell(14, cli.Line{Label: "Recovery key", Text: strings.ReplaceAll(key.Text(), "-", " ")}, cli.Line{},
			cli.Line{Label: keyShown})
	}
	back, apart := elsewhereOnScreen(s, notTypedBack+otherwise)
	s.Ask(keyPage(key, apart)...)
	for {
		typed, ok := asked(s, "> ")
		wrong := upkeep.TypedWrong(key, typed)
		if ok && wrong != "" {
			s.Ask(cli.Line{Text: wrong + " Nothing is lost; type it again."})
			continue
		}
		back()
		if !ok {
			return cli.Failf("%s", notTypedBack+otherwise)
		}
		return s.Tell(14, cli.Line{Label: "Recovery key", Text: "typed back correctly."})
	}
}

// keyPage is what is shown with the key. apart tells that it leaves no trace in the
// window.
func keyPage(key store.RecoveryKey, apart bool) []cli.Line {
	out := []cli.Line{{Text: "Recovery key"}, {}}
	lines, beside := upkeep.KeyLines(key)
	for i, l := range lines {
		out = append(out, cli.Line{Label: "    " + l + "    " + beside[i]})
	}
	out = append(out, cli.Line{}, cli.Line{Text: keyShown})
	if !apart {
		out = append(out, cli.Line{Text: "It stays in this window: close the window once the key is written down."})
	}
	return append(out, cli.Line{}, cli.Line{Text: "Type it back, to be sure that it is written down right. Spaces " +
		"and capitals don't matter."})
}

// elsewhereOnScreen goes to the terminal's second screen, which leaves nothing in
// the window or in what can be scrolled back to, and returns how to come back. It
// comes back by itself, with a word, where the program is interrupted. Where a terminal may not
// know the second screen, or a screen reader reads the first, nothing is changed.
func elsewhereOnScreen(s *cli.Session, interrupted string) (back func(), apart bool) {
	f, is := s.Err.(*os.File)
	if !is || !term.IsTerminal(int(f.Fd())) || runtime.GOOS == "windows" || s.Plain || s.Getenv("TERM") == "dumb" ||
		s.Getenv("TERM") == "" {
		return func() {}, false
	}
	const there, home = "\x1b[?1049h\x1b[2J\x1b[H", "\x1b[2J\x1b[?1049l"
	stop := process.OnInterrupt(func() {
		_, _ = f.WriteString(home)
		s.Ask(cli.Line{Text: "isspp: " + interrupted})
	})
	_, _ = f.WriteString(there)
	return func() {
		stop()
		_, _ = f.WriteString(home)
	}, true
}
