package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/upkeep"
	"isspp/ui/vault"
)

func upkeepAction() component.Action {
	return component.Action{
		ID: "upkeep", Binding: component.Keys("", "ctrl+n"), Hidden: true,
		Help: "Private notes: backups, checking, handing over, passphrase, disposal",
		Run:  sends(component.AskUpkeep),
	}
}

func (s *notesSession) notes() *upkeep.Notes {
	n := s.o.upkeep(s.store, "")
	n.Older, n.Mendable = s.older, s.mendable
	if s.store != nil {
		n.Writing = s.notWhileWriting()
	}
	return n
}

// lookForUpkeep looks how the notes stand, and then shows what can be done for them.
func (s *notesSession) lookForUpkeep() tea.Cmd {
	n := s.notes()
	return func() tea.Msg {
		n.Look()
		return thenMsg(func() tea.Cmd {
			if s.upkeep {
				s.upkeep = false
				s.menu(n)
			}
			return nil
		})
	}
}

func (s *notesSession) backToUpkeep() tea.Cmd {
	s.upkeep = true
	return s.lookForUpkeep()
}

func (s *notesSession) menu(n *upkeep.Notes) {
	s.app.Open(upkeep.NewMenu(s.env, n, s.amiss, s.chore, s.choose, s.leaveUpkeep))
}

func (s *notesSession) upkept(r upkeep.Result) tea.Cmd {
	if r.Accepted {
		s.older = ""
	}
	switch {
	case r.Opened != nil:
		return func() tea.Msg { return vault.OpenedMsg{Store: r.Opened} }
	case r.Closed:
		// The views still hold what they have read, until the session ends with the next key.
		s.store = nil
		s.env.Notes, s.env.Closed = component.NotesLocked, true
	case r.Changed && s.store != nil:
		return s.reread()
	}
	return s.leaveIfSettled()
}

func (s *notesSession) choose(o upkeep.Operation) tea.Cmd {
	if s.chore = o.ID; o.ID == upkeep.Unlock {
		s.upkeep = true
		return s.toEntry()
	}
	return s.begins(o, s.backToUpkeep)
}

// begins shows an operation's first question, or does at once what asks nothing.
func (s *notesSession) begins(o upkeep.Operation, back func() tea.Cmd) tea.Cmd {
	w := s.wizard(o, back)
	s.app.Open(w)
	return w.Begin()
}

func (s *notesSession) wizard(o upkeep.Operation, back func() tea.Cmd) *upkeep.Wizard {
	return upkeep.NewWizard(s.env, o, back, func() tea.Cmd { return s.leave(s.place()) }, s.upkept)
}

// leaveUpkeep goes back from the screen: to the notes, or to the first process.
func (s *notesSession) leaveUpkeep() (bool, tea.Cmd) {
	if s.store == nil && !s.unsaved {
		return false, sends(cancelledMsg{})()
	}
	return true, nil
}

func (s *notesSession) setUp(place []store.Finding, refused error) component.Dialog {
	return s.wizard(s.notes().SetUp(place, refused), sends(cancelledMsg{}))
}

// notWhileWriting keeps what is disposed of, put back or taken in from being
// written over by what is open just now, and what is open from being lost.
func (s *notesSession) notWhileWriting() string {
	for _, k := range s.keeping() {
		if what := k.Writing(); what != "" {
			return what + " Finish or leave it first (Esc), so that neither is written over the other."
		}
	}
	for _, k := range s.keeping() {
		if !k.Settled() {
			return "The last change is being saved just now. Esc, and again in a moment."
		}
	}
	return ""
}

func (s *notesSession) reread() tea.Cmd {
	cmds := make([]tea.Cmd, 0, 2)
	for _, k := range s.keeping() {
		cmds = append(cmds, k.Reread())
	}
	return tea.Batch(cmds...)
}

// toConcerns shows the concerns, which somebody who opened the notes came for.
func (s *notesSession) toConcerns() tea.Cmd {
	s.app.CloseDialogs()
	s.app.Show(tabChecklist)
	if s.env.Recorder == "" {
		s.app.Open(newAskRecorder(s))
	}
	return nil
}

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
			return component.Noticed{Text: err.Error(), Failed: true}
		}
		return nil
	}
}
