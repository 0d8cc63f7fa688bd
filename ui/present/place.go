package present

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
