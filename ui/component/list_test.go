package component

import "testing"

func TestTheSelectionStaysInViewAndInsideTheList(t *testing.T) {
	var l List
	l.SetLen(0)
	l.SetHeight(5)
	l.Move(3)
	if from, to := l.Visible(); l.At != -1 || from != to {
		t.Errorf("an empty list selects %d and shows %d to %d", l.At, from, to)
	}
	l.SetLen(20)
	l.Select(0)
	for _, step := range []int{1, 1, 10, -3, 100, -100, 7} {
		l.Move(step)
		from, to := l.Visible()
		if l.At < from || l.At >= to || to-from != 5 || l.At < 0 || l.At > 19 {
			t.Errorf("after %d: row %d, in view %d to %d", step, l.At, from, to)
		}
	}
	l.Select(19)
	l.SetLen(3)
	if from, to := l.Visible(); l.At != 2 || from != 0 || to != 3 {
		t.Errorf("a shorter list selects %d and shows %d to %d", l.At, from, to)
	}
	l.SetLen(20)
	l.Select(19)
	l.SetHeight(30)
	if from, to := l.Visible(); from != 0 || to != 20 {
		t.Errorf("a taller screen shows %d to %d", from, to)
	}
	l.SetHeight(5)
	l.Select(0)
	l.Page(1)
	if l.At != 4 {
		t.Errorf("a page leads to %d", l.At)
	}
	l.Select(10)
	if l.Row(0) != l.Top || l.Row(-1) != -1 || l.Row(5) != -1 {
		t.Errorf("a click on line 0 is row %d", l.Row(0))
	}
}

func TestAScrolledTextStopsAtBothEnds(t *testing.T) {
	var s Scroll
	s.Set(make([]string, 10), 4)
	s.By(-3)
	if !s.AtTop() || s.AtBottom() {
		t.Error("the top is not the top")
	}
	s.By(100)
	if from, to := s.Visible(); from != 6 || to != 10 {
		t.Errorf("the end shows %d to %d", from, to)
	}
	if s.AtTop() || !s.AtBottom() {
		t.Error("the end is not the end")
	}
	s.Show(0)
	if from, _ := s.Visible(); from != 0 {
		t.Errorf("line 0 is shown from %d", from)
	}
	s.Show(2)
	if from, _ := s.Visible(); from != 0 {
		t.Error("showing a line that is in view scrolls")
	}
	s.Set(make([]string, 2), 4)
	if from, to := s.Visible(); from != 0 || to != 2 {
		t.Errorf("a short text shows %d to %d", from, to)
	}
}
