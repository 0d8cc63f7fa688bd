package present

import (
	"crypto/rand"
	"os"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// Options are what a presentation is started with.
type Options struct {
	Pack *content.Pack
	// Local is the school's own layer; nil is an empty one.
	Local *model.Local
	// ContentDir is the folder that the pack is from, for the second terminal; empty for the
	// embedded edition. Copies is where the last good copy of a protocol is kept.
	ContentDir string
	Copies     content.Copies
	// Deck is the name of a Spec, or empty to ask.
	Deck string
	// Minutes is how long the session is to be; 0 where nobody said.
	Minutes int
	// Speaker follows the presentation of another terminal.
	Speaker bool
	// Loop is how long a page stands before the next comes by itself; 0 where a
	// person goes on.
	Loop time.Duration
	// Restart begins at the first slide, wherever it stopped.
	Restart bool
	// School is the person's own setting, for the handout. Banner stands above every slide,
	// and Notice, such as a mistake in the pack, is said at the start.
	School, Theme, Banner, Notice string
	ASCII                         bool
	// Clock tells the time; tests set it.
	Clock func() time.Time
}

// New makes a presentation, or the speaker's side of one. It reads where decks
// stopped; nothing is written before the first key.
func New(o Options) *Screen {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Local == nil {
		o.Local = &model.Local{}
	}
	m := &Screen{
		o: o, colours: theme.Colours{Asked: o.Theme}, speaker: o.Speaker, follows: o.Speaker,
		link: &saved{path: livePath()}, said: component.Noticed{Text: o.Notice, Failed: true},
	}
	m.env = &component.Env{
		Pack: o.Pack, Local: o.Local, Signs: theme.Unicode, Clock: o.Clock, Now: o.Clock(),
		Banner: o.Banner,
	}
	if o.ASCII {
		m.env.Signs = theme.ASCII
	}
	m.dress()
	if m.follows {
		return m
	}
	m.kept = readKept(keptPath())
	switch {
	case o.Deck == "":
		m.open(newDecks(m))
	case o.Deck == Whole && o.Loop == 0:
		m.open(newPlanner(m))
	default:
		m.begin(o.Deck)
	}
	return m
}

// begin starts a deck, where it stopped the last time.
func (m *Screen) begin(name string) {
	now := m.env.Clock()
	seed := now.UnixNano()
	was, stopped := m.kept.find(m.keptName(name), now)
	stopped = stopped && !m.o.Restart && m.o.Loop == 0
	if stopped {
		seed = was.Seed
	}
	d, ok := Build(m.env.Pack, m.env.Local, name, seed, now)
	if !ok || len(d.Slides) == 0 {
		m.said = component.Noticed{Text: "There is nothing to show of " + name + " in this protocol.", Failed: true}
		return
	}
	m.show = newShow(m.env, d, m.o.Minutes, now)
	m.show.Scaling = m.scaling
	if fast := tooFast(len(d.Slides), m.o.Minutes); fast != "" && m.said.Text == "" {
		m.said = component.Noticed{Text: fast}
	}
	m.show.Run, m.show.PID, m.show.Content, m.show.Seed = rand.Text(), os.Getpid(), m.o.ContentDir, seed
	if stopped {
		m.show.Place = d.mended(was.Place)
	}
	if m.w > 0 {
		m.Resize(m.w, m.h)
	}
	if stopped && !m.show.atStart() && m.said.Text == "" {
		m.said = component.Noticed{Text: "Resumed from " + was.When.Format("Monday 2 January") + ". Home restarts."}
	}
	if m.o.Loop > 0 {
		m.show.all()
	}
}

// keptName is a deck of an edition: the place in one is none in another.
func (m *Screen) keptName(deck string) string {
	ed := m.env.Pack.Edition()
	return deck + " " + ed.Place + " " + ed.Years
}
