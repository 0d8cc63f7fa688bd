package present

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/ui/component"
	"isspp/ui/document"
)

// followEvery is how often each terminal looks what the other has done.
const followEvery = 40 * time.Millisecond

// followMsg is what the other terminal has done, or that it is gone.
type followMsg struct {
	state State
	gone  bool
	// deck is the deck of a presentation that has just begun, with its pack.
	deck *Deck
	pack *content.Pack
}

// publish tells the other terminal what has changed, and keeps where this one
// is. It is nil where nothing has.
func (m *Screen) publish() tea.Cmd {
	if m.show == nil || m.show.W == 0 {
		return nil
	}
	now := &m.show.State
	if *now == m.last {
		return nil
	}
	now.Seq++
	m.last = *now
	put := writing("The speaker's terminal can't follow", m.link.write(m.last))
	keep := writing("Where you are can't be kept for the next time", m.keep())
	return func() tea.Msg {
		if msg := put(); msg != nil {
			return msg
		}
		return keep()
	}
}

// writing does a write, and says where it fails what that means.
func writing(failed string, write func() error) func() tea.Msg {
	return func() tea.Msg {
		if write == nil {
			return nil
		}
		if err := write(); err != nil {
			return component.Noticed{Text: failed + " (" + err.Error() + "). The slides go on.", Failed: true}
		}
		return nil
	}
}

// keep writes where the presentation is, so that it goes on there the next
// time; at either end there is nothing to go on with.
func (m *Screen) keep() func() error {
	if m.follows || m.o.Loop > 0 {
		return nil
	}
	name := m.keptName(m.show.deck.Name)
	if m.show.atStart() || m.show.atEnd() {
		if _, there := m.kept.find(name, m.env.Clock()); !there {
			return nil
		}
		delete(m.kept.Decks, name)
	} else {
		m.kept.Decks[name] = stop{Place: m.show.Place, Seed: m.show.Seed, When: m.env.Clock()}
	}
	return m.kept.write(m.kept)
}

// Watch looks at what the other terminal does, and sends it, until stop is
// called. It does the reading, so that Update need not.
func (m *Screen) Watch(send func(tea.Msg)) (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	w := watcher{path: m.link.path, follows: m.follows, o: m.o}
	go func() {
		defer close(ended)
		every := time.NewTicker(followEvery)
		defer every.Stop()
		for {
			if msg, news := w.look(); news {
				send(msg)
			}
			select {
			case <-every.C:
			case <-done:
				return
			}
		}
	}()
	return func() { close(done); <-ended }
}

type watcher struct {
	path    string
	follows bool
	o       Options
	run     string
	seq     int
}

func (w *watcher) look() (followMsg, bool) {
	s, ok := live(w.path)
	switch {
	case !ok && w.run != "" && w.follows:
		w.run = ""
		return followMsg{gone: true}, true
	case !ok || (s.Run == w.run && s.Seq == w.seq):
		return followMsg{}, false
	}
	msg := followMsg{state: s}
	if w.follows && s.Run != w.run {
		pack := w.o.Pack
		if s.Content != w.o.ContentDir {
			pack = w.o.Copies.Load(s.Content, w.o.Clock()).Pack
		}
		d, ok := Build(pack, w.o.Local, s.Deck, s.Seed, w.o.Clock())
		if !ok || len(d.Slides) == 0 {
			return followMsg{}, false
		}
		msg.deck, msg.pack = &d, pack
	}
	w.run, w.seq = s.Run, s.Seq
	return msg, true
}

// followed takes over what the other terminal has done.
func (m *Screen) followed(msg followMsg) tea.Cmd {
	switch {
	case msg.gone && m.follows:
		m.show, m.panel, m.last = nil, nil, State{}
		return nil
	case msg.deck != nil:
		m.env.Pack = msg.pack
		m.show = newShow(m.env, *msg.deck, msg.state.Minutes, msg.state.Started)
		m.last = State{}
	case m.show == nil || msg.state.Run != m.last.Run || msg.state.Seq <= m.last.Seq:
		return nil
	}
	m.adopt(msg.state)
	if m.follows {
		return m.tick()
	}
	m.looping++
	tick := m.tick()
	if keep := m.keep(); keep != nil {
		return tea.Batch(tick, m.loop(), func() tea.Msg { _ = keep(); return nil })
	}
	return tea.Batch(tick, m.loop())
}

func (m *Screen) adopt(st State) {
	s := m.show
	before := s.Slide
	if m.follows {
		s.resize(st.W, st.H)
		s.scale(st.Scaling)
	}
	s.enlarge(st.Large)
	m.last = st
	st.W, st.H, st.Scaling = s.W, s.H, s.Scaling
	st.Place = s.deck.mended(st.Place)
	st.Pointer = min(max(st.Pointer, -1), st.Shown-1)
	s.State = st
	if s.Slide != before {
		m.notes.SetYOffset(0)
	}
}

// Close takes away what the second terminal follows.
func (m *Screen) Close() {
	if s, _ := live(m.link.path); !m.follows && s.Run != "" && s.Run == m.last.Run {
		_ = os.Remove(m.link.path) // what is left is a process that is gone
	}
}

// waiting is the speaker's side while nothing is presented.
func (m *Screen) waiting() []string {
	page := document.NewPage(min(m.w-4, 76), m.env.Theme, m.env.Signs)
	page.Raw("", "")
	page.Text(m.env.Theme.Heading, "The speaker's side")
	page.Gap()
	page.Text(m.env.Theme.Plain, "Nothing is being presented on this computer yet. Start it in the terminal that the "+
		"audience sees: isspp present whole")
	page.Gap()
	page.Text(m.env.Theme.Plain, "This screen follows by itself: notes, the next slide and the time. Its keys work "+
		"for both screens. q leaves.")
	return component.Inset(page.Painted())
}
