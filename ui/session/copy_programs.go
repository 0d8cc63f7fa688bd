//go:build !windows

package session

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// programs is the clipboard by way of the platform's own programs.
type programs struct{}

func systemClipboard() clipboard { return programs{} }

// programTime is how long one of these programs may take: an owner of the clipboard
// that hangs must keep nothing from locking.
const programTime = 2 * time.Second

// runProgram gives a program its input. Its output is read only where it is wanted:
// one that stays, to own the clipboard, would hold it open.
func runProgram(command []string, input string, read bool) (string, error) {
	path, err := exec.LookPath(command[0])
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(context.Background(), programTime)
	defer cancel()
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, path, command[1:]...) //nolint:gosec // one of the programs listed here
	cmd.WaitDelay = programTime / 4
	cmd.Stdin = strings.NewReader(input)
	if read {
		cmd.Stdout = &out
	}
	err = cmd.Run()
	return out.String(), err
}

var errNoClipboard = errors.New("this computer has no program for its clipboard that isspp knows (wl-clipboard, xclip or xsel)")

// concealed puts text into a Mac's clipboard with the mark that programs which
// keep a history know (nspasteboard.org). It reads the text from its input, so
// that no list of processes shows it.
const concealed = `ObjC.import("AppKit");
var data = $.NSFileHandle.fileHandleWithStandardInput.readDataToEndOfFile;
var board = $.NSPasteboard.generalPasteboard;
board.clearContents;
board.setStringForType($.NSString.alloc.initWithDataEncoding(data, $.NSUTF8StringEncoding), "public.utf8-plain-text");
board.setStringForType($(""), "org.nspasteboard.ConcealedType");`

// Put gives the text to the first program that there is.
func (programs) Put(text string) error {
	for _, command := range putters() {
		if _, err := runProgram(command, text, false); err == nil {
			return nil
		}
	}
	return errNoClipboard
}

// Get asks the first program that there is.
func (programs) Get() (string, error) {
	for _, command := range getters() {
		if text, err := runProgram(command, "", true); err == nil {
			return text, nil
		}
	}
	return "", errNoClipboard
}

func putters() [][]string {
	switch {
	case runtime.GOOS == "darwin":
		return [][]string{{"osascript", "-l", "JavaScript", "-e", concealed}, {"pbcopy"}}
	case os.Getenv("WAYLAND_DISPLAY") != "":
		// The mark for KDE's history first; versions before 2.3 don't know it.
		return [][]string{{"wl-copy", "--sensitive"}, {"wl-copy"}}
	case os.Getenv("DISPLAY") != "":
		return [][]string{{"xclip", "-selection", "clipboard", "-in"}, {"xsel", "--clipboard", "--input"}}
	}
	return nil
}

func getters() [][]string {
	switch {
	case runtime.GOOS == "darwin":
		return [][]string{{"pbpaste"}}
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return [][]string{{"wl-paste", "--no-newline"}}
	case os.Getenv("DISPLAY") != "":
		return [][]string{{"xclip", "-selection", "clipboard", "-out"}, {"xsel", "--clipboard", "--output"}}
	}
	return nil
}
