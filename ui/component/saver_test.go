package component

import (
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestSavesReachTheDiskOneByOneInOrder(t *testing.T) {
	s := Saver{ID: "notes"}
	var disk []int
	put := func(n int) tea.Cmd { return s.Put(func() error { disk = append(disk, n); return nil }) }
	first := put(1)
	if put(2) != nil || put(3) != nil || s.Idle() {
		t.Fatal("a second save runs beside the first")
	}
	for cmd := first; cmd != nil; {
		next, mine := s.Handle(cmd())
		if !mine {
			t.Fatal("the saver does not know its own result")
		}
		cmd = next
	}
	if fmt.Sprint(disk) != "[1 2 3]" || !s.Idle() || s.Done != 3 || s.Failed != nil {
		t.Errorf("the disk has %v, %d done", disk, s.Done)
	}
}

func TestAFailureStandsUntilASaveSucceeds(t *testing.T) {
	s := Saver{ID: "notes"}
	full := errors.New("the disk is full")
	_, _ = s.Handle(s.Put(func() error { return full })())
	if !errors.Is(s.Failed, full) || s.Done != 0 || !s.Idle() {
		t.Errorf("failed %v, %d done", s.Failed, s.Done)
	}
	_, _ = s.Handle(s.Put(func() error { return nil })())
	if s.Failed != nil || s.Done != 1 {
		t.Errorf("failed %v, %d done", s.Failed, s.Done)
	}
	for _, msg := range []tea.Msg{SavedMsg{Saver: "walkthrough"}, "saved", nil} {
		if _, mine := s.Handle(msg); mine {
			t.Errorf("%v is taken for this saver's", msg)
		}
	}
}
