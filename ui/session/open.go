package session

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/checklist"
	"isspp/ui/clipboard"
	"isspp/ui/kit"
	"isspp/ui/process"
	"isspp/ui/protective"
)

// notesSession is the process that owns the notes while they are unlocked.
type notesSession struct {
	o          Options
	env        *kit.Env
	app        *app.Model
	list       *checklist.View
	protective *protective.View
	store      *store.Store
	// leaving is set once the session is to end, and how.
	leaving *Outcome
	// walking asks to show the open walkthrough after unlocking.
	walking bool
	// back asks to go where the person was when the notes were locked last.
	back bool
	// unsaved tells that the session was begun without a store.
	unsaved bool
	// absent tells that there were no notes when the session began.
	absent bool
	idle   process.Idleness
	// alone tells that the session ends with nobody to ask; forced, that the
	// person chose to lose what is not saved.
	alone, forced bool
	// anywhere tells that the person lets the last change be put aside in a place
	// that may be emptied when the computer restarts.
	anywhere bool
	// trying tells that a last try to save is under way; lock screen hides the screen
	// while it keeps failing.
	trying     bool
	lockScreen *lockScreen
	// refused tells that the last try before leaving failed, and nothing was saved
	// since.
	refused bool
	// nextTry is when the next try of its own is due.
	nextTry time.Time
	// board is the system's clipboard, and copied what was put there and is to be
	// taken out again.
	board  clipboard.Clipboard
	copied *copied
	// clearing tells that the end waits for the clipboard to be emptied.
	clearing bool
	// upkeep tells that the upkeep of the notes is shown next, and chore is the
	// operation that was chosen last.
	upkeep bool
	chore  string
	// older says that these notes are older than the last ones, or others, until
	// the person accepts them as the right ones.
	older string
	// mendable tells that a rebuild may bring back what the notes lack, or mend them
	// where they don't open.
	mendable bool
	// amiss is what there is to know of the file, kept for the upkeep's screen when
	// the line above the footer has gone.
	amiss string
	// guide is the demonstration's card, once it was shown.
	guide *app.Guide
	// backedUp is the last day that this session asked for a backup on.
	backedUp string
}

// recentLines is how far back the log is asked for what was being written.
const recentLines = 100

// Status is the header's word about the notes.
func (s *notesSession) Status() string {
	switch {
	case s.lockScreen != nil:
		return "NOT SAVED YET"
	case s.store != nil && s.amiss != "":
		return "notes open, see ctrl+n"
	case s.store != nil:
		return "notes open"
	case s.unsaved:
		return "NOT SAVED"
	case s.absent:
		return "no notes yet"
	}
	return "notes locked"
}

// Actions are locking, or opening the notes.
func (s *notesSession) Actions() []kit.Action {
	ask := func(m kit.AskMsg) func() tea.Cmd { return func() tea.Cmd { return func() tea.Msg { return m } } }
	stopping := suspending(func() tea.Cmd { return func() tea.Msg { return suspendMsg{} } })
	if s.store == nil {
		return append([]kit.Action{presentAction(), upkeepAction(), settingsAction(), {ID: "unlock", Binding: kit.Keys("save it", "ctrl+s"), Help: "Open your private notes and keep what you record", Run: ask(kit.AskUnlock)}}, stopping...)
	}
	out := kit.Action{ID: "out", Hidden: true, Help: "A reference written out: chronology, or all held (subject access request)", Run: func() tea.Cmd {
		return func() tea.Msg { return kit.WriteOutMsg{} }
	}}
	lock := kit.Action{ID: "lock", Binding: kit.Keys("lock", "ctrl+l"), Help: "Lock: seal what is open, forget the keys and clear the screen", Run: ask(kit.AskLock)}
	return slices.Concat(s.demoAction(), []kit.Action{presentAction(), out, upkeepAction(), settingsAction(), s.copyAction(), lock}, stopping)
}

// Touched says that a key was pressed.
func (s *notesSession) Touched() {
	s.idle.Touched(s.env.Clock())
	s.tickOff()
}

// Handle takes what the views ask for and the results of the session's commands.
func (s *notesSession) Handle(msg tea.Msg) tea.Cmd {
	s.tickOff()
	switch msg := msg.(type) {
	case kit.AskMsg:
		return s.asked(msg)
	case kit.EditMsg:
		return s.edit()
	case kit.WriteOutMsg:
		return s.askOut(msg)
	case kit.ReferenceChangedMsg:
		return s.reread()
	case kit.RecorderMsg:
		return s.keepRecorder(msg.Who)
	case settingsAskedMsg, settingsSavedMsg:
		return s.settings().handle(msg)
	case outAskedMsg:
		s.app.Open(s.writeOut(msg))
		return nil
	case putMsg, dueMsg, goneMsg, boardLateMsg:
		return s.copying(msg)
	case entryStatusMsg, lookedMsg:
		return s.upkeeping(msg)
	case unlockedMsg:
		return s.unlocked(msg)
	case waitedMsg:
		return msg.u.waited(msg)
	case cancelledMsg:
		return s.cancelled()
	case hangUpMsg:
		s.alone = true
		return s.leave(s.place())
	case suspendMsg:
		return s.suspended()
	case finalSaveMsg:
		return s.finalSaved(msg)
	case idleMsg:
		return s.look(s.env.Clock())
	case kit.SavedMsg:
		if msg.Err == nil {
			return s.saved()
		}
	case backupFailedMsg:
		return kit.Fail(msg.err.Error())
	}
	return s.leaveIfSettled()
}

// happened shows what other programs did to the file meanwhile.
func (s *notesSession) happened() tea.Cmd {
	if s.store == nil {
		return nil
	}
	var said []string
	for _, f := range s.store.Told() {
		said = append(said, f.Text)
	}
	if len(said) == 0 {
		return nil
	}
	s.amiss = strings.Join(said, " ")
	return kit.Fail(s.amiss)
}

// saved follows a change that has reached the disk.
func (s *notesSession) saved() tea.Cmd {
	s.refused = s.refused && s.store != nil && s.store.Unsaved() > 0
	return tea.Batch(s.happened(), s.backUp(), s.leaveIfSettled())
}

func (s *notesSession) asked(what kit.AskMsg) tea.Cmd {
	switch {
	case what == kit.AskLock && s.store == nil && s.Busy() != "":
		return kit.Say("What you recorded is not saved, so it can't be locked away. ctrl+s keeps it first.")
	case what == kit.AskUpkeep:
		return s.backToUpkeep()
	case what == kit.AskPresent:
		return s.present()
	case what == kit.AskLock:
		return s.leave(s.place())
	case what == kit.AskUnlock && s.store == nil:
		return s.loadEntryStatus()
	}
	return nil
}

// suspended locks on the way to being stopped: what is not saved stays here.
func (s *notesSession) suspended() tea.Cmd {
	if s.store == nil && s.Busy() != "" {
		return kit.Say("What you recorded is not saved, so it can't be locked away and isspp is not suspended. ctrl+s keeps it first.")
	}
	o := s.place()
	o.Suspend = true
	return s.leave(o)
}

// place is where the person is, for the process that goes on after a lock.
func (s *notesSession) place() Outcome {
	return Outcome{Tab: s.app.Active(), Walking: s.list.Walking()}
}

// unlocked gives the views the store.
func (s *notesSession) unlocked(msg unlockedMsg) tea.Cmd {
	s.store = msg.store
	s.env.Notes = kit.NotesOpen
	s.app.CloseDialogs()
	who := s.recordedBy(msg.recorder)
	s.app.Refresh()
	cmds := []tea.Cmd{who, s.list.Keep(s.store), s.protective.Keep(s.store)}
	if s.walking && !s.list.Walking() {
		cmds = append(cmds, s.list.Resume(s.store.Recent(recentLines)))
		if !s.back && s.list.Walking() {
			// The last session was ended from outside and could not say which tab
			// it showed.
			s.app.Show(tabChecklist)
		}
	}
	back := s.back
	if s.back {
		s.back = false
		cmds = append(cmds, s.comeBack())
	}
	s.older, s.mendable, s.amiss = msg.older, msg.mendable, msg.notice
	switch {
	case msg.notice != "":
		cmds = append(cmds, kit.Fail(msg.notice))
	case msg.tries != "":
		cmds = append(cmds, kit.Say(msg.tries))
	}
	switch {
	case msg.recovered != nil:
		s.upkeep = false
		cmds = append(cmds, s.begins(s.notes().AfterRecovery(*msg.recovered), s.toConcerns))
	case s.upkeep:
		cmds = append(cmds, s.lookForUpkeep())
	case s.env.Recorder == "":
		s.app.Open(newAskRecorder(s))
	case s.o.Fictional && !back:
		s.app.ShowGuide(s.demoGuide())
	}
	return tea.Batch(cmds...)
}

// cancelled goes back: to the first process, or to what is not saved yet.
func (s *notesSession) cancelled() tea.Cmd {
	s.upkeep = false
	if s.list.Walking() {
		s.app.CloseDialogs()
		return nil
	}
	return s.leave(s.place())
}

// edit doesn't give an editor the terminal while this process holds keys: it
// couldn't lock meanwhile. The first process, which holds none, does.
func (s *notesSession) edit() tea.Cmd {
	if s.store == nil {
		return kit.Say("Not while something is unsaved: ctrl+s keeps it. Then lock with ctrl+l, and E opens the document.")
	}
	return func() tea.Msg {
		return kit.Confirm{
			Text: "Your editor needs the terminal, and your notes must not stay open behind it. Lock them first? " +
				"What you are writing is sealed and comes back when you unlock. Then choose the entry again, and E opens its document.",
			Safe: "Stay", Risk: "Lock the notes",
			Do: func() tea.Cmd { return s.leave(s.place()) },
		}
	}
}
