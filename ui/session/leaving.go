package session

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

func (s *notesSession) keeping() []kit.Autosaver { return []kit.Autosaver{s.list, s.protective} }

// Busy says what leaving now would lose, or is empty.
func (s *notesSession) Busy() string {
	for _, k := range s.keeping() {
		if why := k.Busy(); why != "" {
			return why
		}
	}
	if s.refused {
		return "The last change could not be saved, nor put aside. Leaving now loses it; what was saved before is safe."
	}
	return ""
}

// Quit seals what is open and ends both processes. The app has asked already
// where something could not be saved.
func (s *notesSession) Quit() tea.Cmd {
	s.forced = s.Busy() != ""
	return s.leave(Outcome{Quit: true})
}

// leave seals what is still being typed and ends the session once it is on disk.
func (s *notesSession) leave(o Outcome) tea.Cmd {
	s.leaving = &o
	cmds := make([]tea.Cmd, 0, 4)
	if s.copied != nil {
		s.clearing = true
		cmds = append(cmds, s.takeOut(), tea.Tick(clipboardTimeout, func(time.Time) tea.Msg { return boardLateMsg{} }))
	}
	for _, k := range s.keeping() {
		cmds = append(cmds, k.Flush())
	}
	return tea.Batch(append(cmds, s.leaveIfSettled())...)
}

func (s *notesSession) leaveIfSettled() tea.Cmd {
	if s.leaving == nil || s.clearing {
		return nil
	}
	for _, k := range s.keeping() {
		if !k.Settled() {
			return nil
		}
	}
	if s.store != nil && !s.forced && s.store.Unsaved() > 0 {
		return s.finalSave()
	}
	return s.depart()
}
