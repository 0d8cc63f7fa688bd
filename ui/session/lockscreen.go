package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/upkeep"
)

// finalSaveMsg is what became of the last try to save before the session ends.
type finalSaveMsg struct{ err error }

// checkedMsg is what became of a passphrase that was typed at the lock screen.
type checkedMsg struct{ err error }

// finalSave saves again what the disk refused, and where it refuses still puts it
// aside, sealed, where it lasts. Only with nobody to ask does any place do.
func (s *notesSession) finalSave() tea.Cmd {
	if s.trying {
		return nil
	}
	s.trying = true
	notes, anywhere := s.store, s.alone || s.anywhere
	return func() tea.Msg {
		err := notes.SaveUnsaved()
		if err != nil {
			if _, aside := notes.Rescue(anywhere); aside == nil {
				err = nil
			}
		}
		return finalSaveMsg{err}
	}
}

// finalSaved ends the session if nothing is left unsaved. Otherwise what is not saved
// is only here: somebody who was leaving is told, and a lock becomes a lock screen
// that hides everything and goes on trying.
func (s *notesSession) finalSaved(msg finalSaveMsg) tea.Cmd {
	s.trying, s.anywhere = false, false
	switch {
	case s.leaving == nil:
		return nil
	case msg.err == nil || s.alone:
		return s.depart()
	case s.leaving.Quit:
		s.leaving, s.refused = nil, true
		return kit.Fail("isspp hasn't closed: the last change could not be saved. " + msg.err.Error() + " Leaving again asks whether to lose it.")
	case s.lockScreen == nil:
		s.lockScreen = newLockScreen(s)
		s.app.Cover(s.lockScreen)
	}
	s.lockScreen.said(msg.err)
	return nil
}

// lockScreen hides the screen when the notes should be locked and their last change
// can't be saved anywhere: to end the session would lose it. It tries again every
// few seconds, and locks as soon as the change is on the disk.
type lockScreen struct {
	*upkeep.Page
	s       *notesSession
	why     string
	problem string
	busy    bool
}

func newLockScreen(s *notesSession) *lockScreen {
	c := &lockScreen{s: s}
	c.Page = upkeep.NewPage(s.env, c)
	c.Field.Secret(true)
	return c
}

func (c *lockScreen) Words(p *document.Page) {
	t := c.s.env.Theme
	p.Text(t.Heading, "Hidden, but not locked yet")
	p.Gap()
	// On a low screen what comes last is out of sight: first why, then the line.
	switch {
	case c.busy:
		p.Text(t.Plain, "Checking the passphrase.")
		return
	case c.problem != "":
		p.Text(t.Alert, c.problem)
	default:
		p.Text(t.Alert, "The last change could not be saved. "+c.why)
	}
	p.Gap()
	p.Text(t.Plain, "Passphrase, to show the screen again")
	c.Line(p, "Passphrase")
	p.Gap()
	p.Text(t.Plain, "Nothing is lost: it is kept in this window, hidden, and isspp tries again every few seconds. The notes lock as soon as it is saved.")
	p.Gap()
	p.Text(t.Quiet, "Enter alone tries to save now. ctrl+c puts the change aside, sealed, wherever there is room, and locks.")
}

// Look leaves out what would be said above the footer: that a save failed stands
// here already, and "still on this screen" isn't so.
func (c *lockScreen) Look() kit.Look {
	look := c.Page.Look()
	look.Says = true
	return look
}

// said takes the reason of the latest failure.
func (c *lockScreen) said(err error) {
	c.why = err.Error()
	c.Redraw()
}

// Key takes the passphrase, tries again, or gives up hiding.
func (c *lockScreen) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if c.busy {
		return false, nil
	}
	switch k.String() {
	case "enter":
		typed := c.Field.Value()
		if typed == "" {
			return false, c.s.leaveIfSettled()
		}
		c.Field.Set("")
		c.busy, c.problem = true, ""
		c.Redraw()
		notes, o := c.s.store, c.s.o
		return false, func() tea.Msg {
			o.upkeep(nil, "").Wait()
			return checkedMsg{notes.Check(store.Passphrase([]byte(typed)))}
		}
	case "ctrl+c":
		c.s.anywhere = true
		return false, c.s.leaveIfSettled()
	}
	c.Field.Type(k)
	return false, nil
}

// Message shows the screen again for the right passphrase.
func (c *lockScreen) Message(msg tea.Msg) tea.Cmd {
	m, ok := msg.(checkedMsg)
	if !ok {
		return nil
	}
	c.busy = false
	if m.err != nil {
		c.problem = m.err.Error()
		c.Redraw()
		return nil
	}
	c.s.lockScreen, c.s.leaving = nil, nil
	c.s.app.Uncover()
	c.s.Touched()
	return nil
}

// Actions are the keys.
func (c *lockScreen) Actions() []kit.Action {
	return []kit.Action{kit.Hint("enter", "try again, or show"), kit.Hint("ctrl+c", "put aside and lock")}
}

// Working reports whether the last save is being tried again.
func (c *lockScreen) Working() bool { return c.busy }
