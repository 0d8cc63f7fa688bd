package editor

import (
	"os/exec"
	"path"
	"slices"
	"strconv"
	"strings"
)

// family is how a group of editors is told a line.
type family int

const (
	// noLine opens the document at its start.
	noLine family = iota
	// plus is "+14 FILE".
	plus
	// colon is "FILE:14".
	colon
	// gotoColon is "--goto FILE:14".
	gotoColon
	// dashL is "-l 14 FILE", and dashN "-n14 FILE".
	dashL
	dashN
)

// known is an editor's family, and the words that make it wait until the
// document is closed, where it wouldn't by itself.
type known struct {
	family family
	wait   []string
}

// editors are those whose line argument is known, by the name of their program.
var editors = map[string]known{
	"vi": {family: plus}, "vim": {family: plus}, "nvim": {family: plus}, "view": {family: plus},
	"vim.tiny":  {family: plus},
	"vim.basic": {family: plus}, "nvi": {family: plus}, "elvis": {family: plus},
	"gvim": {plus, []string{"--nofork"}}, "mvim": {plus, []string{"--nofork"}},
	"nano": {family: plus}, "pico": {family: plus}, "rnano": {family: plus}, "micro": {family: plus},
	"emacs":     {family: plus},
	"emacs-nox": {family: plus}, "emacsclient": {family: plus}, "mg": {family: plus}, "jmacs": {family: plus},
	"joe": {family: plus}, "jove": {family: plus}, "ne": {family: plus}, "kak": {family: plus},
	"sensible-editor": {family: plus},
	"editor":          {family: plus}, "mcedit": {family: plus}, "gedit": {plus, []string{"--wait"}},
	"pluma":             {family: plus},
	"gnome-text-editor": {family: plus}, "bbedit": {plus, []string{"--wait"}},
	"hx": {family: colon}, "helix": {family: colon}, "subl": {colon, []string{"--wait"}},
	"sublime_text": {colon, []string{"--wait"}},
	"zed":          {colon, []string{"--wait"}}, "zeditor": {colon, []string{"--wait"}}, "fresh": {family: colon},
	"code": {gotoColon, []string{"--wait"}}, "code-insiders": {gotoColon, []string{"--wait"}},
	"codium":   {gotoColon, []string{"--wait"}},
	"vscodium": {gotoColon, []string{"--wait"}}, "cursor": {gotoColon, []string{"--wait"}},
	"mate": {dashL, []string{"--wait"}}, "mousepad": {dashL, []string{"--disable-server"}},
	"geany":     {dashL, []string{"--new-instance"}},
	"kate":      {dashL, []string{"--block"}},
	"notepad++": {dashN, []string{"-multiInst", "-nosession"}},
}

// Line gives the words behind the program that open a document at a line, from 1.
// An editor that isn't known is given the document alone: an unknown argument
// could be taken for a second document.
func (e Editor) Line(file string, line int) []string {
	k := editors[e.name()]
	args := slices.Clone(e.Args)
	for _, w := range k.wait {
		if slices.Contains(args, w) || w == "--wait" && slices.Contains(args, "-w") {
			continue
		}
		args = append(args, w)
	}
	at := strconv.Itoa(max(line, 1))
	switch k.family {
	case plus:
		return append(args, "+"+at, file)
	case colon:
		return append(args, file+":"+at)
	case gotoColon:
		if slices.Contains(args, "--goto") || slices.Contains(args, "-g") {
			return append(args, file+":"+at)
		}
		return append(args, "--goto", file+":"+at)
	case dashL:
		return append(args, "-l", at, file)
	case dashN:
		return append(args, "-n"+at, file)
	}
	return append(args, file)
}

// TakesLine tells whether the editor can be told a line.
func (e Editor) TakesLine() bool { return editors[e.name()].family != noLine }

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
