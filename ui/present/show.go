package present

import (
	"time"

	"isspp/ui/component"
)

// Show is a presentation as it stands: the deck, where it is, and what the hall
// sees of it. It draws nothing by itself, and knows no keys.
type Show struct {
	deck  Deck
	place Place
	// blank hides the slide.
	blank bool
	// large gives the points more room, fewer to a page.
	large bool
	// pointer is the item that is pointed at, or -1.
	pointer int
	// started is when the time began to count, and minutes how long the session
	// is to be; 0 where nobody said.
	started time.Time
	minutes int
	// talk is until when the room talks; zero where nobody said.
	talk time.Time
	// w and h are the cells that a slide has on the hall's screen. A second
	// terminal lays out for them too, so that its keys turn the hall's pages.
	w, h int
	env  *component.Env
	laid map[int]*layout
	// size is the deck's headings' on the hall's screen.
	size size
	// scaling is how the hall's terminal enlarges letters, and enlarged are the lines
	// of the body that was drawn last for it.
	scaling  scaling
	enlarged []largeLine
}

// newShow makes a presentation at its beginning.
func newShow(env *component.Env, d Deck, minutes int, now time.Time) *Show {
	return &Show{deck: d, place: d.enter(0), pointer: -1, started: now, minutes: minutes, env: env}
}

// resize gives the cells that a slide has on the hall's screen.
func (s *Show) resize(w, h int) {
	if w != s.w || h != s.h {
		s.w, s.h = max(w, 20), max(h, 4)
		s.redraw()
	}
}

// scale says how the hall's terminal enlarges letters.
func (s *Show) scale(by scaling) {
	if by != s.scaling {
		s.scaling = by
		s.redraw()
	}
}

// redraw drops what was laid out.
func (s *Show) redraw() { s.laid, s.size = nil, unknown }

func (s *Show) slide() *Slide { return &s.deck.Slides[s.place.Slide] }

// layout is the present slide laid out for the hall.
func (s *Show) layout() *layout { return s.layoutOf(s.place.Slide) }

func (s *Show) layoutOf(i int) *layout {
	if l := s.laid[i]; l != nil {
		return l
	}
	if s.laid == nil {
		s.laid = map[int]*layout{}
	}
	if s.size == unknown {
		s.size = s.headingSize()
	}
	sl := &s.deck.Slides[i]
	heading, large, least := s.heading(sl)
	for _, zoom := range s.zooms() {
		if zoom > max(least, 1) {
			continue // a heading is never smaller than its points
		}
		l := lay(sl, s.w, s.h, zoom, heading, s.large && zoom == 1, s.env.Theme, s.env.Signs)
		l.large = large
		if s.laid[i] = l; s.large || len(l.pages) <= mostPages || zoom == 2 && len(l.pages) <= mostPages+2 {
			break
		}
	}
	return s.laid[i]
}

// mostPages is over how many pages a slide may go for the sake of larger letters: over two
// more before they are the terminal's own, which can't be read from the back.
const mostPages = 3

// page is the page in view, from 1, and how many there are.
func (s *Show) page() (n, of int) {
	l := s.layout()
	return l.pageOf(s.place.At, s.place.Part) + 1, len(l.pages)
}

// moved is after each change of place: on another slide nothing is pointed at.
func (s *Show) moved(p Place) {
	if p.Slide != s.place.Slide {
		s.pointer = -1
	}
	s.place = p
	s.blank = false
	if s.pointer >= s.place.Shown {
		s.pointer = s.place.Shown - 1
	}
}

// next goes a step on; it is false at the very end.
func (s *Show) next() bool {
	p, more := s.deck.next(s.place, s.layout())
	s.moved(p)
	return more
}

// back goes a step back.
func (s *Show) back() {
	p := s.deck.back(s.place, s.layout())
	if p.Slide != s.place.Slide {
		p.Part = s.layoutOf(p.Slide).partsOf(p.At) - 1
	}
	s.moved(p)
}

// tooSmallToEnlarge says that the hall's screen has no room for larger points.
func (s *Show) tooSmallToEnlarge() string {
	if s.w < 100 || s.h < 24 {
		return "This window is too small for more room between the points. The terminal's own letters can be " +
			"enlarged, often with ctrl and +."
	}
	return ""
}

// enlarge gives the points more room, or takes it back.
func (s *Show) enlarge(large bool) {
	if s.large != large {
		s.large = large
		s.place.Part = 0
		s.redraw()
	}
}

// all reveals the rest of the slide.
func (s *Show) all() { s.moved(s.deck.all(s.place)) }

// jump goes to the beginning of a slide.
func (s *Show) jump(i int) { s.moved(s.deck.enter(i)) }

// jumpTo goes to an item of a slide, which is revealed with those before it.
func (s *Show) jumpTo(slide, item int) {
	p := s.deck.enter(slide)
	p.Shown, p.At = max(p.Shown, item+1), max(item, 0)
	s.moved(s.deck.mended(p))
}

// point starts pointing at the last item in view, or stops.
func (s *Show) point() {
	if s.pointer >= 0 {
		s.pointer = -1
		return
	}
	p := s.layout().pages[s.layout().pageOf(s.place.At, s.place.Part)]
	s.pointer = min(p.last, s.place.Shown-1)
}

// pointBy moves what is pointed at, and the page with it.
func (s *Show) pointBy(n int) {
	s.pointer = min(max(s.pointer+n, 0), s.place.Shown-1)
	l := s.layout()
	if l.pageOf(s.pointer, 0) != l.pageOf(s.place.At, s.place.Part) {
		s.place.At, s.place.Part = s.pointer, 0
		s.place.All = s.place.All || s.pointer < s.place.Shown-1
	}
}

// atEnd tells that everything has been shown.
func (s *Show) atEnd() bool {
	_, more := s.deck.next(s.place, s.layout())
	return !more
}

// atStart tells that nothing has been shown yet.
func (s *Show) atStart() bool { return s.place.Slide == 0 && s.place.Shown <= s.slide().Given }
