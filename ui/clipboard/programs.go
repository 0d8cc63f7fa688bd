//go:build !windows

package clipboard

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"isspp/ui/process"
)

// programs is the clipboard by way of the platform's own programs.
type programs struct{}

// System is this computer's clipboard.
func System() Clipboard { return programs{} }

// programTime is how long one of these programs may take: an owner of the clipboard
// that hangs must keep nothing from locking.
const programTime = 2 * time.Second

// runFirst gives the first of some programs that there is its input, and returns its
// output where that is wanted: one that stays, to own the clipboard, would hold it open.
func runFirst(commands [][]string, input string, read bool) (string, error) {
	for _, command := range commands {
		ctx, cancel := context.WithTimeout(context.Background(), programTime)
		var out bytes.Buffer
		cmd := exec.CommandContext(ctx, command[0], command[1:]...) //nolint:gosec // one of the programs listed here
		cmd.WaitDelay = programTime / 4
		cmd.Stdin = strings.NewReader(input)
		if read {
			cmd.Stdout = &out
		}
		err := cmd.Run()
		cancel()
		if err == nil {
			return out.String(), nil
		}
	}
	return "", errNoClipboard
}

var errNoClipboard = errors.New("this computer has no program for its clipboard that isspp knows (wl-clipboard, " +
	"xclip or xsel)")

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
	hold, put, _ := commands()
	for _, command := range hold {
		if text == "" {
			break
		}
		err := b.hold(command, text)
		if err == nil || errors.Is(err, errSlow) {
			return err // slow, and so are the others
		}
	}
	_, err := runFirst(put, text, false)
	return err
}

// Get asks the first program that there is.
func (programs) Get() (string, error) {
	_, _, get := commands()
	return runFirst(get, "", true)
}

// hold starts a program that owns the clipboard as long as it runs, and returns
// once the text is there.
func (b programs) hold(command []string, text string) error {
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, command[0], command[1:]...) //nolint:gosec // one of the programs listed here
	cmd.Stdin = strings.NewReader(text)
	ended := make(chan error, 1)
	go func() {
		defer cancel()
		ended <- process.RunTied(cmd, nil)
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

// commands are the platform's programs: those that can own the clipboard as long as they
// run, where a process can be tied to another, and those that put text there and get it.
func commands() (hold, put, get [][]string) {
	switch {
	case runtime.GOOS == "darwin":
		return nil, [][]string{{"osascript", "-l", "JavaScript", "-e", concealed}, {"pbcopy"}}, [][]string{{"pbpaste"}}
	case os.Getenv("WAYLAND_DISPLAY") != "":
		// The mark for KDE's history first; versions before 2.3 don't know it.
		hold = [][]string{{"wl-copy", "--foreground", "--sensitive"}, {"wl-copy", "--foreground"}}
		put, get = [][]string{{"wl-copy", "--sensitive"}, {"wl-copy"}}, [][]string{{"wl-paste", "--no-newline"}}
	case os.Getenv("DISPLAY") != "":
		hold = [][]string{
			{"xclip", "-quiet", "-selection", "clipboard", "-in"},
			{"xsel", "--nodetach", "--clipboard", "--input"},
		}
		put = [][]string{{"xclip", "-selection", "clipboard", "-in"}, {"xsel", "--clipboard", "--input"}}
		get = [][]string{{"xclip", "-selection", "clipboard", "-out"}, {"xsel", "--clipboard", "--output"}}
	}
	if runtime.GOOS != "linux" {
		hold = nil
	}
	return hold, put, get
}
