package session

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"isspp/ui/cli"
)

func TestTheHelpOfEveryNotesCommandFitsATerminalAndHasAnExample(t *testing.T) {
	for _, name := range []string{
		"", "init", "where", "backup", "restore", "verify", "passphrase", "export", "import",
		"purge", "hold", "log",
	} {
		var o, e bytes.Buffer
		sys := cli.IO{Out: &o, Err: &e, Now: time.Now, Getenv: func(string) string { return "" }, Width: 80}
		args := []string{"notes", "--help"}
		if name != "" {
			args = []string{"notes", name, "--help"}
		}
		if status := cli.Run(context.Background(), args, sys, cli.Program{Commands: Commands()}); status != 0 {
			t.Fatalf("%s: status %d, %s", name, status, e.String())
		}
		if !strings.Contains(o.String(), "Examples:") {
			t.Errorf("notes %s has no example", name)
		}
		for line := range strings.Lines(o.String()) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 80 {
				t.Errorf("notes %s: %d cells in %q", name, n, line)
			}
		}
	}
}
