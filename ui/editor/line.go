package editor

import (
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
)

// families are the editors that can be told a line, by the names of their programs:
// words that make them wait until the document is closed, where they wouldn't by
// themselves, words before it, and what stands behind its name; # is the line.
var families = []struct{ names, wait, before, behind string }{
	{
		names: "vi vim nvim view vim.tiny vim.basic nvi elvis nano pico rnano micro emacs emacs-nox emacsclient mg " +
			"jmacs joe jove ne kak sensible-editor editor mcedit pluma gnome-text-editor", before: "+#",
	},
	{names: "gvim mvim", wait: "--nofork", before: "+#"},
	{names: "gedit bbedit", wait: "--wait", before: "+#"},
	{names: "hx helix fresh", behind: ":#"},
	{names: "subl sublime_text zed zeditor", wait: "--wait", behind: ":#"},
	{names: "code code-insiders codium vscodium cursor", wait: "--wait", before: "--goto", behind: ":#"},
	{names: "mate", wait: "--wait", before: "-l #"},
	{names: "mousepad", wait: "--disable-server", before: "-l #"},
	{names: "geany", wait: "--new-instance", before: "-l #"},
	{names: "kate", wait: "--block", before: "-l #"},
	{names: "notepad++", wait: "-multiInst -nosession", before: "-n#"},
}

// short are the other names of words that a person's setting may have already.
var short = map[string]string{"--wait": "-w", "--goto": "-g"}

// Line gives the words behind the program that open a document at a line, from 1.
// An editor that isn't known is given the document alone: an unknown argument
// could be taken for a second document.
func (e Editor) Line(file string, line int) []string {
	args, at := slices.Clone(e.Args), strconv.Itoa(max(line, 1))
	for _, f := range families {
		if !slices.Contains(strings.Fields(f.names), e.name()) {
			continue
		}
		for _, w := range strings.Fields(f.wait + " " + strings.ReplaceAll(f.before, "#", at)) {
			if !slices.Contains(args, w) && (short[w] == "" || !slices.Contains(args, short[w])) {
				args = append(args, w)
			}
		}
		file += strings.ReplaceAll(f.behind, "#", at)
	}
	return append(args, file)
}

// Command is the process that edits a document, not yet started. It has no
// input or output of its own: the caller gives it the terminal.
func (e Editor) Command(file string, line int) *exec.Cmd {
	return exec.Command(e.Path, e.Line(file, line)...) //nolint:gosec // the person's own editor, on their own document
}

// name is the program's name without its folder and ending, in lower case.
func (e Editor) name() string {
	base := strings.ToLower(path.Base(strings.ReplaceAll(e.Path, `\`, "/")))
	for _, end := range []string{".exe", ".cmd", ".bat", ".com"} {
		base = strings.TrimSuffix(base, end)
	}
	return base
}
