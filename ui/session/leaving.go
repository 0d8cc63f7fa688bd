package session

import (
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/process"
	"isspp/ui/vault"
)

type ending struct {
	// leaving is set once the session is to end, and how.
	leaving *Outcome
	idle    process.Idleness
	// alone tells that the session ends with nobody to ask; forced, that the
	// person chose to lose what is not saved.
	alone, forced bool
	// trying tells that a last try to save is under way, anywhere that the person lets
	// it put the change in a place that may be emptied when the computer restarts, and
	// nextTry is when the next try of its own is due.
	trying, anywhere bool
	nextTry          time.Time
	// lockScreen hides the screen while that keeps failing.
	lockScreen *vault.LockScreen
	// refused tells that the last try before leaving failed, and nothing was saved
	// since.
	refused bool
}

func (s *notesSession) keeping() []component.Autosaver {
	return []component.Autosaver{s.list, s.protective}
}

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
	cmds := []tea.Cmd{s.clear()}
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

type finalSaveMsg struct{ err error }

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
		return component.Fail("isspp hasn't closed: the last change could not be saved. " + msg.err.Error() +
			" Leaving again asks whether to lose it.")
	case s.lockScreen == nil:
		s.lockScreen = vault.NewLockScreen(s.env, s.notes(), s.trySaving, s.showAgain)
		s.app.Cover(s.lockScreen)
	}
	s.lockScreen.Failed(msg.err)
	return nil
}

func (s *notesSession) trySaving(anywhere bool) tea.Cmd {
	s.anywhere = anywhere
	return s.leaveIfSettled()
}

func (s *notesSession) showAgain() {
	s.lockScreen, s.leaving = nil, nil
	s.app.Uncover()
	s.Touched()
}

// places are where the person was in each view, as kept sealed for the session
// after a lock.
type places struct {
	Checklist  string `json:"checklist,omitempty"`
	Protective string `json:"protective,omitempty"`
}

// depart keeps the place and ends the session. That the place can't be kept keeps
// nobody from locking.
func (s *notesSession) depart() tea.Cmd {
	if s.store == nil || s.leaving == nil || s.leaving.Quit {
		return tea.Quit
	}
	b, err := json.Marshal(places{Checklist: s.list.Place(), Protective: s.protective.Place()})
	if err != nil {
		return tea.Quit
	}
	notes := s.store
	return func() tea.Msg {
		_ = notes.KeepPlace(b)
		return tea.QuitMsg{}
	}
}

func (s *notesSession) comeBack(place []byte) tea.Cmd {
	var at places
	if json.Unmarshal(place, &at) != nil {
		return nil
	}
	var cmds []tea.Cmd
	if at.Checklist != "" {
		cmds = append(cmds, s.list.Return(at.Checklist))
	}
	if at.Protective != "" {
		cmds = append(cmds, s.protective.Return(at.Protective))
	}
	return tea.Batch(cmds...)
}

func whyLocked(limit time.Duration, writing bool) string {
	after := limit.String()
	if n := int(limit / time.Minute); limit%time.Minute == 0 {
		after = model.Count(n, "minute")
	}
	text := "Locked: no key was pressed for " + after + ", or the computer was asleep."
	if writing {
		return text + " What you were writing is saved, and comes back when you unlock (u)."
	}
	return text + " Everything is saved; u unlocks."
}

type idleMsg time.Time

// idleEvery is how often the session looks at the clock, and tryEvery how often a
// lock that the disk refused is tried again.
const (
	idleEvery = time.Second
	tryEvery  = 5 * time.Second
)

func watchIdle() tea.Cmd {
	return tea.Tick(idleEvery, func(t time.Time) tea.Msg { return idleMsg(t) })
}

// look locks when nobody has pressed a key for a while, when the computer has
// slept, and when the first process is gone: half a passphrase is not left waiting
// either. What is saved nowhere can't be locked away: then the screen is hidden.
func (s *notesSession) look(now time.Time) tea.Cmd {
	over := s.idle.Over(now, s.o.Idle())
	var do tea.Cmd
	switch {
	case process.ParentChanged() && !s.alone:
		s.alone = true
		do = s.leave(Outcome{Quit: true})
	case s.leaving != nil:
		if !now.Before(s.nextTry) {
			s.nextTry = now.Add(tryEvery)
			do = s.leaveIfSettled()
		}
	case !over && s.idle.Warn(s.o.Idle()):
		do = component.Say("isspp locks in 30 seconds. Any key keeps it open. What you are writing is saved before " +
			"it locks.")
	case !over:
	case s.store == nil && s.Busy() != "":
		s.app.Hide()
	default:
		o := s.place()
		o.Idle = true
		do = s.leave(o)
	}
	return tea.Batch(do, watchIdle())
}
