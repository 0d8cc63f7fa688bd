//go:build !windows

package e2e

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// readme is the README's text.
func readme(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// asked is what a command asks, and what is typed then.
type asked struct{ prompt, answer string }

// interrupted is the status of a shell that ctrl+c ended with the program in it.
const interrupted = -1

// readmeAnswers are what the README's lines ask, by how a line begins, and the status
// that it ends with.
var readmeAnswers = []struct {
	line   string
	asks   []asked
	status int
}{
	{line: "isspp checklist report", asks: []asked{{"Passphrase", passphrase}}},
	{line: "isspp checklist access", asks: []asked{{"Passphrase", passphrase}}},
	{line: "isspp checklist --plain", asks: []asked{{"danger now?", "\x03"}}, status: interrupted},
	{line: "isspp notes init", asks: []asked{{"New passphrase", "\x03"}}, status: interrupted},
	{line: "isspp notes passphrase --recovery", asks: []asked{{"Recovery key", "\x03"}}, status: interrupted},
	{line: "isspp notes export", asks: []asked{
		{"Passphrase of the notes", passphrase},
		{"assphrase for", "another long passphrase"},
		{"The same", "another long passphrase"},
	}},
	{line: "isspp notes import", asks: []asked{
		{"Passphrase of the notes", passphrase},
		{"assphrase of the file", "another long passphrase"},
	}},
	{line: "isspp notes", asks: []asked{{"Passphrase", passphrase}}},
	{line: "isspp --content", asks: []asked{{"Arts and Media School", "q"}}},
}

// TestTheLinesOfTheREADMEDoWhatTheySay types each line of the README that is set
// apart, in their order, into a shell.
func TestTheLinesOfTheREADMEDoWhatTheySay(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.withNotes(t)
	editor := filepath.Join(h.dir, "editor")
	writeProgram(t, editor, []byte("#!/bin/sh\nexit 0\n"))
	h.more = append(h.more, "EDITOR="+editor, "VISUAL=")
	if out, status := h.pipes(t, strings.Join(spoken, "\n")+"\n", "checklist", "--plain", "--passphrase-file",
		h.secret(t)); status != 0 {
		t.Fatal(out)
	}
	dir := t.TempDir()
	ran := 0
	for _, m := range regexp.MustCompile(`(?m)^    (isspp .*)$`).FindAllStringSubmatch(readme(t), -1) {
		line, of := m[1], h
		if strings.HasPrefix(line, "isspp notes init") {
			of = home{dir: t.TempDir()}
		}
		typesLine(t, of, dir, line)
		ran++
	}
	if ran < 20 {
		t.Errorf("only %d lines were found", ran)
	}
}

// typesLine types a line into a shell in a folder, and what it asks then.
func typesLine(t *testing.T, h home, dir, line string) {
	t.Helper()
	x := open(t, h, size{160, 50}, true, "/bin/sh", "-c", `cd "$0"; program=$1; isspp() { "$program" "$@"; }; `+line,
		dir, program)
	status := 0
	for _, a := range readmeAnswers {
		if !strings.HasPrefix(line, a.line) {
			continue
		}
		for _, ask := range a.asks {
			x.see(ask.prompt)
			x.press(ask.answer)
			if len(ask.answer) > 1 { // one key needs no Enter
				x.press(enter)
			}
		}
		status = a.status
		break
	}
	if got := x.leaves(); got != status {
		t.Errorf("%s: status %d, not %d\n%s", line, got, status, x.screen())
	}
}

// TestTheCommandsThatTheREADMENamesExist asks each command in its running text for
// help, and looks for the flags in it.
func TestTheCommandsThatTheREADMENamesExist(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	help := map[string]string{}
	for _, m := range regexp.MustCompile("`isspp ([a-z][^`]*)`").FindAllStringSubmatch(readme(t), -1) {
		var words, flags []string
		for _, w := range strings.FieldsFunc(m[1], func(r rune) bool { return strings.ContainsRune(" []|", r) }) {
			switch {
			case strings.HasPrefix(w, "--"):
				flag, _, _ := strings.Cut(w, "=")
				flags = append(flags, flag)
			case len(flags) == 0 && len(words) < 2 && regexp.MustCompile(`^[a-z]+$`).MatchString(w):
				words = append(words, w)
			}
		}
		command := strings.Join(words, " ")
		if _, ok := help[command]; !ok {
			out, status := h.pipes(t, "", append(words, "--help")...)
			if status != 0 {
				t.Errorf("isspp %s: there is no such command: %s", m[1], out)
			}
			help[command] = out
		}
		for _, flag := range flags {
			if !strings.Contains(help[command], flag) {
				t.Errorf("isspp %s: the help of %q has no %s", m[1], command, flag)
			}
		}
	}
	if len(help) < 15 {
		t.Errorf("only %d commands were found", len(help))
	}
}
