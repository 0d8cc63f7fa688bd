package present

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"isspp/content"
	"isspp/ui/component"
	"isspp/ui/theme"
)

var when = time.Date(2026, 11, 24, 9, 42, 0, 0, time.UTC)

// screens are from the smallest to the largest that a presentation is for.
var screens = [][2]int{{60, 16}, {80, 24}, {100, 30}, {120, 40}, {200, 60}, {240, 70}}

func environment(name string, sg theme.Glyphs) *component.Env {
	return &component.Env{
		Pack: content.Embedded(), Signs: sg, Clock: func() time.Time { return when }, Now: when,
		Theme: theme.New(name, false),
	}
}

// showing is a deck of the embedded edition on a screen of w by h.
func showing(t testing.TB, deck string, w, h int) *Show {
	t.Helper()
	env := environment(theme.Dark, theme.Unicode)
	d, ok := Build(env.Pack, nil, deck, 7, when)
	if !ok {
		t.Fatalf("no deck %s", deck)
	}
	s := newShow(env, d, 45, when)
	s.resize(w, h-topRows-bottomRows)
	return s
}

// words are what a screen says, without paint and with single blanks.
func words(lines []string) string {
	return strings.Join(strings.Fields(ansi.Strip(strings.Join(lines, " "))), " ")
}

func TestEveryWordOfADeckIsShownOnEveryScreen(t *testing.T) {
	for _, deck := range Names(content.Embedded()) {
		for i, size := range screens {
			if deck == Whole && i%2 == 1 {
				continue // it is made of the others
			}
			t.Run(fmt.Sprintf("%s %dx%d", deck, size[0], size[1]), func(t *testing.T) {
				s := showing(t, deck, size[0], size[1])
				seen := map[int]string{}
				for steps := 0; ; steps++ {
					body := s.body()
					if len(body) > s.H {
						t.Fatalf("slide %s has %d rows of %d", s.slide().ID, len(body), s.H)
					}
					for _, l := range body {
						if n := component.Width(l); n > size[0] {
							t.Fatalf("slide %s: a row of %d cells: %s", s.slide().ID, n, ansi.Strip(l))
						}
					}
					seen[s.Slide] += " " + read(t, s, body)
					if !s.next() {
						break
					}
					if steps > 5000 {
						t.Fatal("it never ends")
					}
				}
				for i, slide := range s.deck.Slides {
					for _, p := range slide.Items {
						for _, text := range append([]string{p.Text, p.Group}, p.Detail...) {
							if !saidIn(seen[i], text) {
								t.Errorf("slide %s never shows all of %q", slide.ID, text)
							}
						}
					}
				}
			})
		}
	}
}

// read is what a slide shows, item by item and line by line: what stands beside it
// in another column isn't between its words.
func read(t *testing.T, s *Show, body []string) string {
	t.Helper()
	l, all, out := s.layout(), ansi.Strip(strings.Join(body, "\n")), ""
	p := l.pages[l.pageOf(s.At, s.Part)]
	for i := p.first; i <= p.last && i < s.Shown; i++ {
		lines := l.items[i].lines
		if p.part {
			lines = l.items[i].all()[p.from:p.to]
		} else {
			for _, line := range l.items[i].group {
				out += " " + ansi.Strip(line.text)
			}
		}
		for _, line := range lines {
			text := ansi.Strip(line.text)
			if !strings.Contains(all, strings.TrimRight(enlarged(text, l.zoom)[0], " ")) {
				t.Errorf("slide %s: no %q on the screen", s.slide().ID, text)
			}
			out += " " + text
		}
	}
	return strings.Join(strings.Fields(out), " ")
}

// saidIn tells whether each word of a text was shown. A word may be broken where
// it is wider than the screen, and a text over two pages.
func saidIn(seen, text string) bool {
	for _, w := range strings.Fields(text) {
		if !strings.Contains(seen, w) && !strings.Contains(strings.ReplaceAll(seen, " ", ""), w) {
			return false
		}
	}
	return true
}

func TestSpaceRevealsAndTheArrowTakesBack(t *testing.T) {
	s := showing(t, "risk", 80, 24)
	s.jump(s.deck.find("risk/peers"))
	items := s.slide().Items
	if got := words(s.body()); strings.Contains(got, items[0].Text) {
		t.Fatalf("a point is there before space: %s", got)
	}
	for i := range items {
		s.next()
		got := words(s.body())
		if !strings.Contains(got, items[i].Text) {
			t.Errorf("space %d doesn't show %q: %s", i+1, items[i].Text, got)
		}
		if i+1 < len(items) && strings.Contains(got, items[i+1].Text) {
			t.Errorf("space %d shows %q too", i+1, items[i+1].Text)
		}
	}
	s.back()
	if got := words(s.body()); strings.Contains(got, items[len(items)-1].Text) ||
		!strings.Contains(got, items[0].Text) {
		t.Errorf("the arrow: %s", got)
	}
	s.jump(s.deck.find("risk/peers"))
	s.all()
	if got := words(s.body()); !strings.Contains(got, items[0].Text) ||
		!strings.Contains(got, items[len(items)-1].Text) {
		t.Errorf("all: %s", got)
	}
}

func TestBackIsTheWayThatNextWent(t *testing.T) {
	for _, deck := range []string{"risk", "plan", "whole"} {
		for _, size := range screens[:3] {
			s := showing(t, deck, size[0], size[1])
			frames := []string{words(s.body())}
			for s.next() {
				frames = append(frames, words(s.body()))
			}
			for i := len(frames) - 2; i >= 0; i-- {
				s.back()
				if got := words(s.body()); got != frames[i] {
					t.Fatalf("%s at %v, step %d of %d, slide %s\n got %s\nwant %s", deck, size, i, len(frames),
						s.slide().ID, got, frames[i])
				}
			}
			if !s.atStart() {
				t.Errorf("%s at %v: back to %+v", deck, size, s.Place)
			}
		}
	}
}

func TestPagesOfASlideShownAtOnceAreTurned(t *testing.T) {
	s := showing(t, "risk", 60, 16)
	s.jump(s.deck.find("risk/child"))
	s.all()
	items, seen, pages := s.slide().Items, words(s.body()), 1
	first := seen
	for n, of := s.page(); n < of; n, of = s.page() {
		s.next()
		seen += " " + words(s.body())
		pages++
	}
	for _, p := range items {
		if !strings.Contains(seen, p.Text) {
			t.Errorf("%d pages without %q", pages, p.Text)
		}
	}
	for range pages - 1 {
		s.back()
	}
	if got := words(s.body()); got != first {
		t.Errorf("pages back: %s\nwant %s", got, first)
	}
}

func TestThePointerStaysOnWhatIsShown(t *testing.T) {
	s := showing(t, "risk", 60, 16)
	s.jump(s.deck.find("risk/child"))
	for range 12 {
		s.next()
	}
	s.point()
	if s.Pointer != 11 {
		t.Fatalf("points at %d", s.Pointer)
	}
	s.pointBy(5)
	if s.Pointer != 11 {
		t.Errorf("points at %d, which isn't revealed", s.Pointer)
	}
	for range 11 {
		s.pointBy(-1)
		if !strings.Contains(words(s.body()), theme.Unicode.Bar) {
			t.Fatalf("item %d is pointed at and not in view", s.Pointer)
		}
	}
	if s.Pointer != 0 || s.Shown != 12 {
		t.Errorf("points at %d with %d shown", s.Pointer, s.Shown)
	}
	s.point()
	if s.Pointer != -1 {
		t.Error("p didn't stop pointing")
	}
}

func TestAPlaceOfAnotherPackIsBroughtInside(t *testing.T) {
	s := showing(t, "risk", 80, 24)
	for _, p := range []Place{
		{Slide: 99, Shown: 99, At: 99, Part: 99},
		{Slide: -4, Shown: -1, At: -7, Part: -1},
		{ID: "risk/peers", Slide: 1, Shown: 3, At: 2},
	} {
		s.Place = s.deck.mended(p)
		s.body()
		s.next()
		s.body()
		s.back()
		s.body()
		if p.ID != "" && s.slide().ID != p.ID {
			t.Errorf("the slide %s is now %s", p.ID, s.slide().ID)
		}
	}
}

func TestEnlargedPointsFitAndAreAllShown(t *testing.T) {
	for _, deck := range []string{"risk", "plan", "rota", "whole"} {
		for _, size := range [][2]int{{100, 30}, {120, 40}, {200, 60}} {
			s := showing(t, deck, size[0], size[1])
			s.enlarge(true)
			frames, seen := []string{words(s.body())}, map[int]string{}
			for {
				body := s.body()
				for _, l := range body {
					if n := component.Width(l); n > size[0] {
						t.Fatalf("slide %s: a row of %d cells", s.slide().ID, n)
					}
				}
				if len(body) > s.H {
					t.Fatalf("slide %s has %d rows of %d", s.slide().ID, len(body), s.H)
				}
				seen[s.Slide] += ansi.Strip(strings.Join(body, "\n")) + "\n"
				if !s.next() {
					break
				}
				frames = append(frames, words(s.body()))
			}
			for i := range s.deck.Slides {
				for _, it := range s.layoutOf(i).items {
					for _, line := range it.lines {
						if !strings.Contains(seen[i], ansi.Strip(line.text)) {
							t.Errorf("%s at %v, slide %s never shows %q", deck, size, s.deck.Slides[i].ID, line.text)
						}
					}
				}
			}
			for i := len(frames) - 2; i >= 0; i-- {
				if s.back(); words(s.body()) != frames[i] {
					t.Fatalf("%s at %v: back is another way at slide %s", deck, size, s.slide().ID)
				}
			}
		}
	}
}

func TestBlockLettersAreFiveRowsOfDots(t *testing.T) {
	for r, glyph := range letters {
		rows := strings.Split(glyph, "|")
		if len(rows) != letterHeight {
			t.Errorf("%c has %d rows", r, len(rows))
		}
		for _, row := range rows {
			if len(row) != len(rows[0]) || strings.Trim(row, ".#") != "" {
				t.Errorf("%c has an uneven row %q", r, row)
			}
		}
	}
}
