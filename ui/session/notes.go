package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
)

// shell opens the notes that a command line means.
func shell(s *cli.Session) *upkeep.Shell {
	return &upkeep.Shell{Session: s, Find: func() *upkeep.Notes { return read(s.Options).upkeep(nil, s.Notes) }}
}

// upkeep are the notes for what is done for them; st is nil while they are locked, and
// flag is where the command line has them, or empty.
func (o Options) upkeep(st *store.Store, flag string) *upkeep.Notes {
	n := &upkeep.Notes{
		Path: o.NotesPath, Options: o.storeOptions(), Store: st, About: o.about, Recorder: o.Recorder,
		Place: o.placeFindings,
	}
	if flag != "" {
		n.Flag = " --notes " + upkeep.Quoted(model.CleanLine(flag))
	}
	return n
}

// backupFailedMsg says why the day's backup was not made.
type backupFailedMsg struct{ err error }

// backUp makes the day's backup after the first save of the day, beside the
// app: no save waits for it, and none fails because of it. A failure is told
// once a day and session, not after every answer.
func (s *notesSession) backUp() tea.Cmd {
	today := s.env.Clock().Format("2006-01-02")
	if s.store == nil || s.backedUp == today {
		return nil
	}
	s.backedUp = today
	notes := s.store
	return func() tea.Msg {
		if _, err := notes.Backup("", false); err != nil {
			return backupFailedMsg{err}
		}
		return nil
	}
}
