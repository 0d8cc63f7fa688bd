package component

import (
	"crypto/rand"
	"encoding/hex"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
)

// Saver carries saves to the disk one after the other, in the order they were
// asked for, so that an older state can never land on a newer one. Each save is
// durable when its command returns.
type Saver struct {
	// ID tells this saver's results from another's.
	ID    string
	queue []func() error
	busy  bool
	// Failed is the last error, until a save succeeds.
	Failed error
	// Done counts saves that reached the disk.
	Done int
}

// SavedMsg is the result of one save.
type SavedMsg struct {
	Saver string
	Err   error
}

// Put asks for a save. The function must own what it saves: it runs later,
// beside the app.
func (s *Saver) Put(save func() error) tea.Cmd {
	s.queue = append(s.queue, save)
	return s.next()
}

func (s *Saver) next() tea.Cmd {
	if s.busy || len(s.queue) == 0 {
		return nil
	}
	save := s.queue[0]
	s.queue = s.queue[1:]
	s.busy = true
	id := s.ID
	return func() tea.Msg { return SavedMsg{Saver: id, Err: save()} }
}

// Handle takes a save's result and starts the next one. It tells whether the
// message was this saver's.
func (s *Saver) Handle(msg tea.Msg) (tea.Cmd, bool) {
	m, ok := msg.(SavedMsg)
	if !ok || m.Saver != s.ID {
		return nil, false
	}
	s.busy = false
	s.Failed = m.Err
	if m.Err == nil {
		s.Done++
	}
	return s.next(), true
}

// Idle tells that nothing is waiting to be saved.
func (s *Saver) Idle() bool { return !s.busy && len(s.queue) == 0 }

// soonAfter is the longest that typed text waits to be sealed to disk.
const soonAfter = 800 * time.Millisecond

// Throttle holds back saves of text that is being typed, so that there is a
// transaction at most every 800 ms and not one for each letter. It waits from
// the first change and not from the last: whoever types on without a pause
// would otherwise never be saved.
type Throttle struct {
	// ID tells this timer's messages from another's.
	ID   string
	wait bool
}

// SoonMsg says that a timer's time is up.
type SoonMsg struct{ Soon string }

// Ask starts the timer, unless it runs already.
func (s *Throttle) Ask() tea.Cmd {
	if s.wait {
		return nil
	}
	s.wait = true
	msg := SoonMsg{Soon: s.ID}
	return tea.Tick(soonAfter, func(time.Time) tea.Msg { return msg })
}

// Due takes a message and tells whether it says that it is time to save.
func (s *Throttle) Due(msg tea.Msg) bool {
	m, ok := msg.(SoonMsg)
	if !ok || m.Soon != s.ID || !s.wait {
		return false
	}
	s.wait = false
	return true
}

// Stop forgets the timer, since what it waited for is being saved.
func (s *Throttle) Stop() { s.wait = false }

// Waiting tells that typed text waits for the timer.
func (s *Throttle) Waiting() bool { return s.wait }

// Planner has the private notes on protective factors, in which it is planned what
// will be done to build them. Notes have them; what is held in memory doesn't.
type Planner interface{ FactorNotes() []model.FactorNote }

// Keeper keeps walkthroughs and the entries of concerns. Each call is durable
// when it returns without an error.
type Keeper interface {
	SaveWalkthrough(w *model.Walkthrough) error
	DiscardWalkthrough(id string) error
	Walkthroughs() []model.Walkthrough
	SaveConcernEntry(e *model.ConcernEntry) error
	DiscardConcernEntry(id string) error
	ConcernEntries() []model.ConcernEntry
}

// NewID is sixteen random bytes in hexadecimal: a record's id says nothing of
// what is in it.
func NewID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // crypto/rand never fails: it ends the program first
	return hex.EncodeToString(b[:])
}
