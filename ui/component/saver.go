package component

import tea "charm.land/bubbletea/v2"

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
