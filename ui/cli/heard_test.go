package cli

import (
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"
	"time"
)

// fullDisk takes a few bytes and no more.
type fullDisk struct {
	room int
	err  error
}

func (f *fullDisk) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, f.err
	}
	f.room -= len(b)
	return len(b), nil
}

func TestAnAnswerThatCouldNotBeWrittenWholeIsNoSuccess(t *testing.T) {
	for err, want := range map[error]int{
		syscall.ENOSPC: StatusNothing, errors.New("gone"): StatusNothing,
		syscall.EPIPE: StatusFound,
	} {
		var errs strings.Builder
		status := Run(context.Background(), []string{"rota"}, IO{
			In: strings.NewReader(""), Out: &fullDisk{room: 10, err: err}, Err: &errs, Now: time.Now,
			Getenv: func(string) string { return "" }, Width: 80,
		}, Program{})
		if status != want || want == StatusNothing && !strings.Contains(errs.String(), "could not be written whole") {
			t.Errorf("%v: status %d, %q", err, status, errs.String())
		}
	}
}
