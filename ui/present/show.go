package present

import (
	"time"

	"isspp/ui/component"
)

// Show is a presentation as it stands: the deck, where it is, and what the hall
// sees of it. It draws nothing by itself, and knows no keys.
type Show struct {
	// State is what a second terminal is told.
	State
	deck Deck
	env  *component.Env
	laid map[int]*layout
	// size is the deck's headings' on the hall's screen.
	size size
	// enlarged are the lines of the body that was drawn last that the terminal enlarges.
	enlarged []largeLine
}

func newShow(env *component.Env, d Deck, minutes int, now time.Time) *Show {
	return &Show{
		deck: d, env: env,
		State: State{Deck: d.Name, Place: d.enter(0), Pointer: -1, Started: now, Minutes: minutes},
	}
}

func (s *Show) resize(w, h int) {
	if w != s.W || h != s.H {
		s.W, s.H = max(w, 20), max(h, 4)
		s.redraw()
	}
}

func (s *Show) scale(by scaling) {
	if by != s.Scaling {
		s.Scaling = by
		s.redraw()
	}
}

func (s *Show) redraw() { s.laid, s.size = nil, unknown }

func (s *Show) slide() *Slide { return &s.deck.Slides[s.Slide] }

func (s *Show) layout() *layout { return s.layoutOf(s.Slide) }

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
		l := s.lay(sl, zoom, heading, s.Large && zoom == 1)
		l.large = large
		if s.laid[i] = l; s.Large || len(l.pages) <= mostPages || zoom == 2 && len(l.pages) <= mostPages+2 {
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
	return l.pageOf(s.At, s.Part) + 1, len(l.pages)
}

// moved is after each change of place: on another slide nothing is pointed at.
func (s *Show) moved(p Place) {
	if p.Slide != s.Slide {
		s.Pointer = -1
	}
	s.Place = p
	s.Blank = false
	if s.Pointer >= s.Shown {
		s.Pointer = s.Shown - 1
	}
}

// next goes a step on; it is false at the very end.
func (s *Show) next() bool {
	p, more := s.deck.next(s.Place, s.layout())
	s.moved(p)
	return more
}

// back goes a step back: the reverse of next.
func (s *Show) back() {
	p, l, given := s.Place, s.layout(), s.slide().Given
	at := l.pageOf(p.At, p.Part)
	switch {
	case p.Part > 0:
		p.Part--
	case (p.All || p.Shown <= given) && at > 0:
		p.At, p.Part = l.pages[at-1].first, 0
		if l.pages[at-1].part {
			p.Part = l.partsOf(p.At) - 1
		}
	case !p.All && p.Shown > given:
		p.Shown--
		p.At = max(p.Shown-1, 0)
		p.Part = l.partsOf(p.At) - 1
	case p.Slide > 0:
		p = s.deck.enter(p.Slide - 1)
		p.Shown = len(s.deck.Slides[p.Slide].Items)
		p.At = max(p.Shown-1, 0)
		p.Part = s.layoutOf(p.Slide).partsOf(p.At) - 1
	}
	s.moved(p)
}

// tooSmallToEnlarge says that the hall's screen has no room for larger points.
func (s *Show) tooSmallToEnlarge() string {
	if s.W < 100 || s.H < 24 {
		return "This window is too small for more room between the points. The terminal's own letters can be " +
			"enlarged, often with ctrl and +."
	}
	return ""
}

func (s *Show) enlarge(large bool) {
	if s.Large != large {
		s.Large = large
		s.Part = 0
		s.redraw()
	}
}

func (s *Show) all() {
	p := s.Place
	p.Shown, p.All = len(s.slide().Items), true
	s.moved(p)
}

func (s *Show) jump(i int) { s.moved(s.deck.enter(i)) }

// jumpTo goes to an item of a slide, which is revealed with those before it.
func (s *Show) jumpTo(slide, item int) {
	p := s.deck.enter(slide)
	p.Shown, p.At = max(p.Shown, item+1), max(item, 0)
	s.moved(s.deck.mended(p))
}

// point starts pointing at the last item in view, or stops.
func (s *Show) point() {
	if s.Pointer >= 0 {
		s.Pointer = -1
		return
	}
	p := s.layout().pages[s.layout().pageOf(s.At, s.Part)]
	s.Pointer = min(p.last, s.Shown-1)
}

// pointBy moves what is pointed at, and the page with it.
func (s *Show) pointBy(n int) {
	s.Pointer = min(max(s.Pointer+n, 0), s.Shown-1)
	l := s.layout()
	if l.pageOf(s.Pointer, 0) != l.pageOf(s.At, s.Part) {
		s.At, s.Part = s.Pointer, 0
		s.All = s.All || s.Pointer < s.Shown-1
	}
}

func (s *Show) atEnd() bool {
	_, more := s.deck.next(s.Place, s.layout())
	return !more
}

func (s *Show) atStart() bool { return s.Slide == 0 && s.Shown <= s.slide().Given }

// Place is where a presentation is. It doesn't depend on the screen's size, so
// that it can be kept until tomorrow and followed from a second terminal.
type Place struct {
	// Slide is the slide's number, from 0, and ID its id: a slide that has moved
	// is found again.
	Slide int    `json:"slide"`
	ID    string `json:"id"`
	// Shown is how many of its items are revealed.
	Shown int `json:"shown"`
	// At is the item that the page in view holds, and Part which page of that
	// item, where it goes over several.
	At   int `json:"at"`
	Part int `json:"part"`
	// All tells that the items were revealed all at once: then going on and back
	// turns pages.
	All bool `json:"all"`
}

// enter is the place at a slide's beginning.
func (d *Deck) enter(i int) Place {
	i = min(max(i, 0), len(d.Slides)-1)
	s := &d.Slides[i]
	return Place{Slide: i, ID: s.ID, Shown: s.Given, All: s.Given == len(s.Items)}
}

// next is one step on: more of an item, the next page of what is shown, the next
// item, the next slide. more is false at the very end.
func (d *Deck) next(p Place, l *layout) (to Place, more bool) {
	n := len(d.Slides[p.Slide].Items)
	last := l.pages[l.pageOf(p.At, p.Part)].last
	switch {
	case p.Part+1 < l.partsOf(p.At):
		p.Part++
	case last < p.Shown-1:
		p.At, p.Part = last+1, 0
	case p.Shown < n:
		p.Shown++
		p.At, p.Part = p.Shown-1, 0
	case p.Slide+1 < len(d.Slides):
		return d.enter(p.Slide + 1), true
	default:
		return p, false
	}
	return p, true
}

// mended is a place as it can be shown: one that was kept for another pack, or
// came from a file, is brought inside. The slide's id counts before its number.
func (d *Deck) mended(p Place) Place {
	if at := d.find(p.ID); at >= 0 {
		p.Slide = at
	}
	p.Slide = min(max(p.Slide, 0), len(d.Slides)-1)
	s := &d.Slides[p.Slide]
	p.ID = s.ID
	p.Shown = min(max(p.Shown, s.Given), len(s.Items))
	p.At = min(max(p.At, 0), max(p.Shown-1, 0))
	p.Part = max(p.Part, 0)
	return p
}
