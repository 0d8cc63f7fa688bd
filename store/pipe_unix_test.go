//go:build !windows

package store

import (
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"isspp/model"
)

// A pipe in the place of a file would be waited for until somebody writes to it.
// The folder for temporary files is everybody's, so that others can put one there.
func TestAPipeInTheWayIsNotWaitedFor(t *testing.T) {
	t.Setenv("TMPDIR", folder(t))
	s, key := newNotes(t)
	mustSave(t, s, &model.Walkthrough{Ref: "R"})
	closeQuietly(s)
	_, passing := rescuePlaces(s.path, s.opt, s.header.Store)
	for _, name := range append([]string{passing}, sidePath(s.path), triesPath(s.path, s.opt)) {
		if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		if err := unix.Mkfifo(name, 0o600); err != nil {
			t.Skipf("no pipes on this file system: %v", err)
		}
		t.Cleanup(func() { _ = os.Remove(name) })
	}
	opened := make(chan error, 1)
	go func() {
		again, r, err := unlock(s.path, Recovery(key), s.opt)
		if err == nil {
			if r.Worst() > Remark {
				t.Errorf("%+v", r.Findings)
			}
			closeQuietly(again)
		}
		opened <- err
	}()
	select {
	case err := <-opened:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(hangAfter):
		t.Fatal("the pipe is waited for")
	}
}
