//go:build linux

package e2e

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// desktop is an X server without a screen, for the clipboard alone.
func desktop(t *testing.T) (display string) {
	t.Helper()
	xvfb, err := exec.LookPath("Xvfb")
	if _, none := exec.LookPath("xclip"); err != nil || none != nil {
		t.Skip("no Xvfb or no xclip on this machine: what becomes of the clipboard is not proved here")
	}
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(xvfb, "-displayfd", "3", "-screen", "0", "640x480x8", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Skipf("no X server can be started here: %v", err)
	}
	_ = w.Close()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait(); _ = r.Close() })
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Skipf("the X server doesn't start here: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// clipboard is what any program would paste.
func (h home) clipboard() string {
	// An owner that ends in the middle of it is waited for without an end.
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "xclip", "-selection", "clipboard", "-out")
	cmd.Env = h.env()
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return string(out)
}

func TestCopiedTextGoesHoweverTheSessionEnds(t *testing.T) {
	t.Parallel()
	display := desktop(t)
	for name, end := range map[string]func(x *terminal){
		"killed":                   func(x *terminal) { x.signals(x.session(), syscall.SIGKILL) },
		"its first process killed": func(x *terminal) { x.signals(x.cmd.Process.Pid, syscall.SIGKILL) },
		"locked":                   func(x *terminal) { x.press(ctrlL) },
		"closed with its terminal": func(x *terminal) { x.signals(x.cmd.Process.Pid, syscall.SIGHUP) },
	} {
		t.Run(name, func(t *testing.T) {
			h := withNotes(t)
			h.more = []string{"DISPLAY=" + display}
			h.sets(t, "copy_private = true")
			x := start(t, h, usual)
			x.writes()
			x.see("saved")
			x.press("\x19") // ctrl+y, in the middle of a sentence
			x.see("In 10 seconds it is taken out")
			if got := h.clipboard(); got != private {
				t.Fatalf("the clipboard holds %q", got)
			}
			end(x)
			x.until("it is still in the clipboard", func() bool { return h.clipboard() == "" })
		})
	}
}
