package component

import (
	"strings"
	"testing"

	"isspp/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

func TestAPageThatDoesntFitSaysSoAndHowToReadOn(t *testing.T) {
	env := &Env{Theme: theme.New(theme.Mono, false), Signs: theme.Unicode}
	laid := 0
	page := func(lines string) func() []string {
		return func() []string {
			laid++
			return strings.Fields(lines)
		}
	}
	var d Detail
	shows := func(id, lines string, want ...string) {
		t.Helper()
		if got := ansi.Strip(strings.Join(d.Draw(id, 3, page(lines)), "|")); got != strings.Join(want, "|") {
			t.Errorf("it shows %q, not %q", got, want)
		}
	}
	says := func(want string) {
		t.Helper()
		if got := d.Pane("x", env.Signs).Bottom; got != want {
			t.Errorf("its pane says %q, not %q", got, want)
		}
	}
	shows("one", "a b c", "a", "b", "c")
	says("")
	shows("two", "a b c d", "a", "b", "c")
	says("space more ↓")
	d.Typing = true
	says("more ↓")
	d.Typing = false
	d.By(9)
	shows("two", "a b c d", "b", "c", "d")
	says("end ↑")
	if laid != 2 {
		t.Errorf("two pages were laid out %d times", laid)
	}
	d.By(-9)
	shows("three", "a b c d e f", "a", "b", "c")
	space, _ := Find(d.Keys(func() {}), "space")
	space.Run()
	shows("three", "a b c d e f", "c", "d", "e")
	says("space more ↑ ↓")
	d.Drop()
	shows("two", "a b", "a", "b")
}

func TestAListAndItsPaneFillEveryWidth(t *testing.T) {
	s := Split{Share: 46, Least: 42, Most: 62, Narrow: 38}
	for w := 60; w <= 240; w++ {
		switch {
		case !s.Beside(w):
			if s.List(w) != w || s.Pane(w) != w {
				t.Errorf("on %d cells each has %d and %d", w, s.List(w), s.Pane(w))
			}
		case s.List(w)+s.Pane(w) != w || s.List(w) < 38 || s.List(w) > 62:
			t.Errorf("%d cells are parted into %d and %d", w, s.List(w), s.Pane(w))
		}
		if s.Text(w, 30) > MaxText || s.Text(w, 30) >= s.Pane(w) {
			t.Errorf("on %d cells text gets %d of %d", w, s.Text(w, 30), s.Pane(w))
		}
	}
}
