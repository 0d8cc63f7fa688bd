package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/upkeep"
	"isspp/ui/vault"
)

// upkeepAction opens the screen.
func upkeepAction() component.Action {
	return component.Action{
		ID: "upkeep", Binding: component.Keys("", "ctrl+n"), Hidden: true,
		Help: "Private notes: backups, checking, handing over, passphrase, disposal",
		Run:  func() tea.Cmd { return func() tea.Msg { return component.AskUpkeep } },
	}
}

// lookedMsg are the notes as they stand, for the screen that lists what can be done.
type lookedMsg struct{ notes *upkeep.Notes }

// notes are the notes for what is done for them.
func (s *notesSession) notes() *upkeep.Notes {
	n := s.o.upkeep(s.store, "")
	n.Older, n.Mendable = s.older, s.mendable
	if s.store != nil {
		n.Writing = s.notWhileWriting()
	}
	return n
}

// lookForUpkeep looks how the notes stand, and then the screen is shown.
func (s *notesSession) lookForUpkeep() tea.Cmd {
	n := s.notes()
	return func() tea.Msg {
		n.Look()
		return lookedMsg{n}
	}
}

// backToUpkeep shows the screen again, as things stand now.
func (s *notesSession) backToUpkeep() tea.Cmd {
	s.upkeep = true
	return s.lookForUpkeep()
}

// menu shows what can be done for the notes.
func (s *notesSession) menu(n *upkeep.Notes) {
	s.app.Open(upkeep.NewMenu(s.env, n, s.amiss, s.chore, s.choose, s.leaveUpkeep))
}

// upkeeping takes the results of what was looked at or done for the notes.
func (s *notesSession) upkeeping(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case entryStatusMsg:
		if s.store == nil {
			s.enter(msg)
		}
	case lookedMsg:
		if s.upkeep {
			s.upkeep = false
			s.menu(msg.notes)
		}
	}
	return nil
}

// upkept follows what was done for the notes.
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

// choose begins what was chosen on the screen.
func (s *notesSession) choose(o upkeep.Operation) tea.Cmd {
	if s.chore = o.ID; o.ID == upkeep.Unlock {
		s.upkeep = true
		return s.loadEntryStatus()
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
		return false, cancel()
	}
	return true, nil
}

func cancel() tea.Cmd { return func() tea.Msg { return cancelledMsg{} } }

// setUp makes private notes on this computer.
func (s *notesSession) setUp(place []store.Finding, refused error) component.Dialog {
	return s.wizard(s.notes().SetUp(place, refused), cancel)
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

// reread shows the notes in the views as they are now.
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
