package component

import "testing"

func TestSoonSavesOnceForManyLetters(t *testing.T) {
	s := Throttle{ID: "notes"}
	if s.Ask() == nil {
		t.Fatal("the first letter starts no timer")
	}
	if s.Ask() != nil {
		t.Error("the second letter starts another timer")
	}
	if s.Due(SoonMsg{Soon: "another"}) {
		t.Error("another's timer is taken for this one")
	}
	if !s.Due(SoonMsg{Soon: "notes"}) || s.Waiting() {
		t.Error("the time is up and nothing is saved")
	}
	if s.Due(SoonMsg{Soon: "notes"}) {
		t.Error("a timer that was answered asks to save again")
	}
}

func TestNewIDsDiffer(t *testing.T) {
	a, b := NewID(), NewID()
	if len(a) != 32 || a == b {
		t.Errorf("ids %q and %q", a, b)
	}
}
