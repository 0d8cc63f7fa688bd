package session

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/checklist"
	"isspp/ui/component"
	"isspp/ui/protective"
	"isspp/ui/vault"
)

// notesSession is the process that owns the notes while they are unlocked: what it
// shows, what it knows of the notes, how it began and how it comes to its end.
type notesSession struct {
	screen
	openNotes
	beginning
	ending
	pasteboard
}

type screen struct {
	o          Options
	env        *component.Env
	app        *app.Model
	list       *checklist.View
	protective *protective.View
	// guide is the demonstration's card, once it was shown, and tried what was tried.
	guide *app.Guide
	tried tried
}

type openNotes struct {
	// store is nil while they are locked.
	store *store.Store
	// older says that they are older than the last ones, or others, until the person
	// accepts them as the right ones.
	older string
	// mendable tells that a rebuild may bring back what they lack, or mend them where
	// they don't open.
	mendable bool
	// amiss is what there is to know of the file, kept for the upkeep's screen when
	// the line above the footer has gone.
	amiss string
	// backedUp is the last day that a backup was asked for on.
	backedUp string
}

type beginning struct {
	// walking asks to show the open walkthrough after unlocking, and back to go where the
	// person was when the notes were locked last.
	walking, back bool
	// unsaved tells that the session was begun without a store, and absent that there
	// were no notes.
	unsaved, absent bool
	// upkeep tells that the upkeep of the notes is shown next, and chore is the
	// operation that was chosen last.
	upkeep bool
	chore  string
}

// sends is what an action runs that asks for something.
func sends(m tea.Msg) func() tea.Cmd { return func() tea.Cmd { return func() tea.Msg { return m } } }

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
func (s *notesSession) Actions() []component.Action {
	stopping := suspending(sends(suspendMsg{}))
	if s.store == nil {
		return append([]component.Action{
			presentAction(), upkeepAction(), settingsAction(),
			{
				ID: "unlock", Binding: component.Keys("save it", "ctrl+s"),
				Help: "Open your private notes and keep what you record", Run: sends(component.AskUnlock),
			},
		}, stopping...)
	}
	out := component.Action{
		ID: "out", Hidden: true,
		Help: "A reference written out: chronology, or all held (subject access request)",
		Run:  sends(component.WriteOutMsg{}),
	}
	lock := component.Action{
		ID: "lock", Binding: component.Keys("lock", "ctrl+l"),
		Help: "Lock: seal what is open, forget the keys and clear the screen", Run: sends(component.AskLock),
	}
	return slices.Concat(s.demoAction(), []component.Action{
		presentAction(), out, upkeepAction(), settingsAction(),
		s.copyAction(), lock,
	}, stopping)
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
	case component.AskMsg:
		return s.asked(msg)
	case component.EditMsg:
		return s.edit()
	case component.WriteOutMsg:
		return s.askOut(msg)
	case component.ReferenceChangedMsg:
		return s.reread()
	case component.RecorderMsg:
		return s.keepRecorder(msg.Who)
	case settingsMsg:
		s.settings().open()
	case thenMsg:
		return tea.Batch(msg(), s.leaveIfSettled())
	case vault.OpenedMsg:
		return s.unlocked(msg)
	case vault.RefusedMsg:
		s.mendable = store.Rebuildable(msg.Err)
		return nil
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
	case component.SavedMsg:
		if msg.Err == nil {
			return s.saved()
		}
	}
	return s.leaveIfSettled()
}

func (n *openNotes) happened() tea.Cmd {
	if n.store == nil {
		return nil
	}
	var said []string
	for _, f := range n.store.Told() {
		said = append(said, f.Text)
	}
	if len(said) == 0 {
		return nil
	}
	n.amiss = strings.Join(said, " ")
	return component.Fail(n.amiss)
}

func (s *notesSession) saved() tea.Cmd {
	s.refused = s.refused && s.store != nil && s.store.Unsaved() > 0
	return tea.Batch(s.happened(), s.backUp(), s.lookWhatWasTried(), s.leaveIfSettled())
}

func (s *notesSession) asked(what component.AskMsg) tea.Cmd {
	switch {
	case what == component.AskLock && s.store == nil && s.Busy() != "":
		return component.Say("What you recorded is not saved, so it can't be locked away. ctrl+s keeps it first.")
	case what == component.AskUpkeep:
		return s.backToUpkeep()
	case what == component.AskPresent:
		return s.present()
	case what == component.AskLock:
		return s.leave(s.place())
	case what == component.AskUnlock && s.store == nil:
		return s.toEntry()
	}
	return nil
}

// suspended locks on the way to being stopped: what is not saved stays here.
func (s *notesSession) suspended() tea.Cmd {
	if s.store == nil && s.Busy() != "" {
		return component.Say("What you recorded is not saved, so it can't be locked away and isspp is not suspended. " +
			"ctrl+s keeps it first.")
	}
	o := s.place()
	o.Suspend = true
	return s.leave(o)
}

// place is where the person is, for the process that goes on after a lock.
func (s *notesSession) place() Outcome {
	return Outcome{Tab: s.app.Active(), Walking: s.list.Walking()}
}

func (s *notesSession) unlocked(msg vault.OpenedMsg) tea.Cmd {
	s.store = msg.Store
	s.env.Notes = component.NotesOpen
	s.app.CloseDialogs()
	who := s.recordedBy(msg.Recorder)
	s.app.Refresh()
	cmds := []tea.Cmd{who, s.list.Keep(s.store), s.protective.Keep(s.store)}
	if s.walking && !s.list.Walking() {
		cmds = append(cmds, s.list.Resume(msg.Recent))
		if !s.back && s.list.Walking() {
			// The last session was ended from outside and could not say which tab
			// it showed.
			s.app.Show(tabChecklist)
		}
	}
	back := s.back
	if s.back {
		s.back = false
		cmds = append(cmds, s.comeBack(msg.Place))
	}
	s.older, s.mendable, s.amiss = msg.Older, msg.Mendable, msg.Notice
	switch {
	case msg.Notice != "":
		cmds = append(cmds, component.Fail(msg.Notice))
	case msg.Tries != "":
		cmds = append(cmds, component.Say(msg.Tries))
	}
	switch {
	case msg.Recovered != nil:
		s.upkeep = false
		cmds = append(cmds, s.begins(s.notes().AfterRecovery(*msg.Recovered), s.toConcerns))
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
		return component.Say("Not while something is unsaved: ctrl+s keeps it. Then lock with ctrl+l, and E opens " +
			"the document.")
	}
	return func() tea.Msg {
		return component.Confirm{
			Text: "Your editor needs the terminal, and your notes must not stay open behind it. Lock them first? " +
				"What you are writing is sealed and comes back when you unlock. Then choose the entry again, and E " +
				"opens its document.",
			Safe: "Stay", Risk: "Lock the notes",
			Do: func() tea.Cmd { return s.leave(s.place()) },
		}
	}
}

// entryStatus looks how the notes stand, beside the app, for the way into them: unlocking,
// or setting up where there are none.
func (s *notesSession) entryStatus(o Options) (enter func()) {
	refused := o.faults.NotesError()
	switch {
	case refused != nil: // whichever are meant, none are opened and none set up
		return func() { s.app.Open(s.setUp(nil, refused)) }
	case o.notesState() == component.NotesAbsent:
		refused = store.CanCreate(o.NotesPath, o.storeOptions())
		place := o.placeFindings()
		return func() { s.app.Open(s.setUp(place, refused)) }
	}
	hint := ""
	if o.Fictional {
		hint = demoPassphrase
	}
	return func() { s.app.Open(vault.NewUnlock(s.env, s.notes(), hint, sends(cancelledMsg{}), s.backToUpkeep)) }
}

// toEntry shows the way into the notes, once it is known how they stand.
func (s *notesSession) toEntry() tea.Cmd {
	o := s.o
	return func() tea.Msg {
		enter := s.entryStatus(o)
		return thenMsg(func() tea.Cmd {
			if s.store == nil {
				enter()
			}
			return nil
		})
	}
}

type cancelledMsg struct{}
