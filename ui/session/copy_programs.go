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

// Put gives the text to the first program that there is. One that holds private
// text is tied to this process: however this one ends, the text is gone.
func (b programs) Put(text string) error {
	if text != "" {
		for _, command := range holders() {
			err := b.hold(command, text)
			if err == nil {
				return nil
			}
			if errors.Is(err, errSlow) {
				return err // so are the others
			}
		}
	}
	for _, command := range putters() {
		if _, err := runProgram(command, text, false); err == nil {
			return nil
		}
	}
	return errNoClipboard
}

// hold starts a program that owns the clipboard as long as it runs, and returns
// once the text is there.
func (b programs) hold(command []string, text string) error {
	path, err := exec.LookPath(command[0])
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, path, command[1:]...) //nolint:gosec // one of the programs listed here
	cmd.Stdin = strings.NewReader(text)
	dieWithParent(cmd)
	ended := make(chan error, 1)
	go func() {
		defer cancel()
		// The tie is to the thread that starts it, which has to live as long.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		ended <- cmd.Run()
	}()
	for late := time.Now().Add(programTime); time.Now().Before(late); {
		select {
		case err := <-ended:
			return errors.Join(errNoClipboard, err) // it should have stayed
		case <-time.After(20 * time.Millisecond):
		}
		if there, err := b.Get(); err == nil && there == text {
			return nil
		}
	}
	cancel()
	return errSlow
}

// errSlow says that the text is not there in time, and won't be.
var errSlow = errors.New("the clipboard does not answer")

// holders are the programs that can own the clipboard as long as they run, where a
// process can be tied to another.
func holders() [][]string {
	switch {
	case runtime.GOOS != "linux":
		return nil
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return [][]string{{"wl-copy", "--foreground", "--sensitive"}, {"wl-copy", "--foreground"}}
	case os.Getenv("DISPLAY") != "":
		return [][]string{{"xclip", "-quiet", "-selection", "clipboard", "-in"}, {"xsel", "--nodetach", "--clipboard", "--input"}}
	}
	return nil
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
