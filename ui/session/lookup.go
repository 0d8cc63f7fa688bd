package session

import (
	"errors"
	"os"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/term"

	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/editor"
	"isspp/ui/kit"
)

// supervisor is the process that answers look-ups and holds no secret.
type supervisor struct {
	o   Options
	env *kit.Env
	app *app.Model
	// walking tells that the last session was locked in a walkthrough.
	walking bool
	// editors finds the person's editor, and exec hands the terminal to it.
	editors editor.System
	exec    func(tea.ExecCommand, tea.ExecCallback) tea.Cmd
	// cooked is the terminal as the shell had it.
	cooked *term.State
	// back tells that the last session was locked, and knows where the person was.
	back bool
	// child is the session's process while there is one.
	child atomic.Pointer[os.Process]
	// ending is the exit status once a signal has asked isspp to end.
	ending atomic.Int32
	// status is the exit status.
	status int
}

// notesState looks whether there are private notes, without opening them.
// Where only their keys or backups are left it is unlocking that is offered:
// it says so, and new notes would be refused.
func (o Options) notesState() kit.NotesState {
	if o.faults.Unread() {
		return kit.NotesLocked // which notes are meant isn't known: none are set up
	}
	err := store.CanCreate(o.NotesPath, o.storeOptions())
	if err == nil || errors.Is(err, store.ErrRemote) { // setting up says why not there
		return kit.NotesAbsent
	}
	return kit.NotesLocked
}

// Status is the header's word about the notes.
func (l *supervisor) Status() string {
	if l.env.Notes == kit.NotesAbsent {
		return "no notes yet"
	}
	return "notes locked"
}

// Actions are unlocking, or setting up.
func (l *supervisor) Actions() []kit.Action {
	a := kit.Action{ID: "unlock", Binding: kit.Keys("unlock notes", "u"), Help: "Unlock your private notes", Run: l.ask(kit.AskUnlock)}
	if l.env.Notes == kit.NotesAbsent {
		a.Binding, a.Help = kit.Keys("set up notes", "u"), "Set up private notes on this computer"
	}
	out := []kit.Action{a, presentAction(), upkeepAction(), settingsAction()}
	if !l.o.Fictional {
		out = append(out, kit.Action{ID: "demo", Hidden: true, Help: "Open the demonstration: an invented case, in notes that are thrown away", Run: l.demonstrate})
	}
	if folder := l.o.ContentDir; folder != "" {
		out = append(out, kit.Action{ID: "reload", Hidden: true, Help: "Read the protocol's folder again, and show its mistakes", Run: func() tea.Cmd { return l.reload(l.app.At()) }})
	}
	return append(out, suspending(stop)...)
}

// suspending is the action that stops isspp and gives the shell back.
func suspending(do func() tea.Cmd) []kit.Action {
	if !canSuspend {
		return nil
	}
	return []kit.Action{{ID: "suspend", Binding: kit.Keys("", "ctrl+z"), Hidden: true, Help: "Suspend isspp: notes that are open are locked first", Run: do}}
}

// stop suspends the process and shows everything anew when it goes on.
func stop() tea.Cmd { return tea.Exec(suspend{}, func(error) tea.Msg { return nil }) }

func (l *supervisor) ask(what kit.AskMsg) func() tea.Cmd {
	return func() tea.Cmd { return func() tea.Msg { return what } }
}

// Busy is empty: there is nothing to lose here.
func (l *supervisor) Busy() string { return "" }

// Quit leaves.
func (l *supervisor) Quit() tea.Cmd { return tea.Quit }

// Handle starts sessions and takes what became of them.
func (l *supervisor) Handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.AskMsg:
		switch msg {
		case kit.AskLock:
			return nil
		case kit.AskPresent:
			return l.present()
		}
		if err := l.o.faults.NotesError(); err != nil && msg != kit.AskUnsaved {
			return kit.Fail(kit.Capital(err.Error()) + " Correct it, and start isspp again.")
		}
		o := l.o
		o.Theme = l.app.Theme()
		tab := l.app.Active()
		return startChild(childArgs(o, msg, tab, l.walking, l.back), tab, &l.child)
	case endedMsg:
		return l.ended(Outcome(msg))
	case lockedMsg:
		cmd := l.Handle(msg.config) // first: the time may have been set in the session
		return tea.Batch(cmd, kit.Say(whyLocked(l.o.Idle(), msg.writing)))
	case presentedMsg:
		return msg.said()
	case demoOverMsg:
		return msg.said()
	case settingsAskedMsg, settingsSavedMsg, configReadMsg:
		return settingsPlace{o: &l.o, env: l.env, app: l.app}.handle(msg)
	case suspendMsg:
		return stop()
	case endMsg:
		l.status = int(l.ending.Load())
		return tea.Quit
	}
	return l.handleEditing(msg)
}

// handleEditing takes what the editing of the protocol's documents sends.
func (l *supervisor) handleEditing(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case kit.EditMsg:
		return l.edit(msg.ID)
	case readyMsg:
		return l.ready(msg)
	case adoptedMsg:
		if msg.err != nil {
			return kit.Fail("Nothing was opened: " + msg.err.Error() + ". The built-in edition is still used.")
		}
		l.o.ContentDir = msg.ready.folder
		return l.open(msg.ready)
	case editedMsg:
		if said := howItWent(msg.err); said != "" {
			return tea.Sequence(l.reload(msg.id), kit.Fail(said))
		}
		return l.reload(msg.id)
	case reloadedMsg:
		return l.reloaded(msg)
	}
	return nil
}

// ended goes on where the session stopped.
func (l *supervisor) ended(o Outcome) tea.Cmd {
	if status := l.ending.Load(); o.Quit || status != 0 {
		l.status = int(status)
		return tea.Quit
	}
	l.env.Notes = l.o.notesState()
	l.walking, l.back = o.Walking, o.Failed == ""
	l.app.Show(o.Tab)
	l.app.Refresh()
	reload, config := reloadLocal(l.env.Local.File), l.o.readConfig()
	if o.Idle {
		return tea.Batch(reload, func() tea.Msg { return lockedMsg{config(), o.Walking} })
	}
	reload = tea.Batch(reload, config)
	if o.Suspend {
		return tea.Batch(reload, stop())
	}
	if o.Present {
		return tea.Batch(reload, l.present())
	}
	if o.Failed != "" {
		l.walking = true
		said := kit.Fail("The notes session ended by itself (" + o.Failed + "). Every answer that was shown as saved is safe; u unlocks and resumes there.")
		return tea.Batch(reload, said)
	}
	return reload
}
