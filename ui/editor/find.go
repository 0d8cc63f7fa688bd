// Package editor opens a document in the person's own editor, at a line where
// the editor can be told one.
package editor

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"isspp/model"
)

// System is what finding an editor asks of the computer; tests make their own.
type System struct {
	Getenv func(string) string
	// LookPath finds a program by its name.
	LookPath func(string) (string, error)
	// Platform is runtime.GOOS.
	Platform string
}

// Here is this computer.
func Here() System {
	return System{Getenv: os.Getenv, LookPath: exec.LookPath, Platform: runtime.GOOS}
}

// Editor is a program that edits text, with the words that always follow it.
type Editor struct {
	// Path is the program's file, and Args what the person's setting adds to it.
	Path string
	Args []string
	// From says where it comes from: "VISUAL", "EDITOR", or "found here".
	From string
}

// Find gives the person's editor: $VISUAL, $EDITOR, or else what the platform
// has. A setting that names a program which isn't there is said, never guessed
// around: an editor that somebody hasn't chosen may be one they can't leave.
func (s System) Find() (Editor, error) {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if setting := strings.TrimSpace(s.Getenv(name)); setting != "" {
			return s.read(name, setting)
		}
	}
	usual := []string{"sensible-editor", "nano", "micro", "vim", "vi", "emacs"} // the easiest to leave first
	if s.Platform == "windows" {
		usual = []string{"notepad.exe", "edit.exe"}
	}
	for _, program := range usual {
		if path, err := s.LookPath(program); err == nil {
			return Editor{Path: path, From: "found here"}, nil
		}
	}
	return Editor{}, errors.New("no editor is set, and none of the usual ones was found: set VISUAL or EDITOR to yours")
}

// read takes a setting: a program, maybe with words behind it, or the path of a
// program with blanks in it and no quotes.
func (s System) read(name, setting string) (Editor, error) {
	if path, err := s.LookPath(setting); err == nil {
		return Editor{Path: path, From: name}, nil
	}
	parts, err := words(setting, s.Platform != "windows")
	if err != nil {
		return Editor{}, fmt.Errorf("%s can't be used: %w", name, err)
	}
	if len(parts) == 0 {
		return Editor{}, fmt.Errorf("%s names no program", name)
	}
	path, err := s.LookPath(parts[0])
	if err != nil {
		return Editor{}, fmt.Errorf("%s is set to %q, and there is no such program here", name,
			model.CleanLine(setting))
	}
	return Editor{Path: path, Args: parts[1:], From: name}, nil
}
