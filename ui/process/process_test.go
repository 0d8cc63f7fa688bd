package process

import (
	"errors"
	"testing"
	"time"
)

func TestTheEndOfASessionDoesNotWaitForADiskForEver(t *testing.T) {
	never := make(chan struct{})
	defer close(never)
	if err := WithTimeout(time.Millisecond, func() error { <-never; return nil }); err != nil {
		t.Error(err)
	}
	refused := errors.New("refused")
	if err := WithTimeout(time.Hour, func() error { return refused }); !errors.Is(err, refused) {
		t.Error(err)
	}
}
