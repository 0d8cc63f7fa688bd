package session

import (
	"errors"
	"os/exec"
	"strconv"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/cli"
	"isspp/ui/component"
	"isspp/ui/editor"
	"isspp/ui/process"
)

// supervisor is the process that answers look-ups and holds no secret.
type supervisor struct {
	o   Options
	env *component.Env
	app *app.Model
	// walking tells that the last session was locked in a walkthrough.
	walking bool
	// editors finds the person's editor, and lend hands the terminal to it.
	editors editor.System
	lend    func(*exec.Cmd, tea.ExecCallback) tea.Cmd
	// back tells that the last session was locked, and knows where the person was.
	back bool
	// child is the session's process while there is one.
	child process.Child
	// ending is the exit status once a signal has asked isspp to end.
	ending atomic.Int32
	// status is the exit status.
	status int
}

// notesState looks whether there are private notes, without opening them.
// Where only their keys or backups are left it is unlocking that is offered:
// it says so, and new notes would be refused.
func (o Options) notesState() component.NotesState {
	if o.faults.Unread() {
		return component.NotesLocked // which notes are meant isn't known: none are set up
	}
	err := store.CanCreate(o.NotesPath, o.storeOptions())
	if err == nil || errors.Is(err, store.ErrRemote) { // setting up says why not there
		return component.NotesAbsent
	}
	return component.NotesLocked
}

// Status is the header's word about the notes.
func (l *supervisor) Status() string {
	if l.env.Notes == component.NotesAbsent {
		return "no notes yet"
	}
	return "notes locked"
}

// Actions are unlocking, or setting up.
func (l *supervisor) Actions() []component.Action {
	a := component.Action{
		ID: "unlock", Binding: component.Keys("unlock notes", "u"), Help: "Unlock your private notes",
		Run: l.ask(component.AskUnlock),
	}
	if l.env.Notes == component.NotesAbsent {
		a.Binding, a.Help = component.Keys("set up notes", "u"), "Set up private notes on this computer"
	}
	out := []component.Action{a, presentAction(), upkeepAction(), settingsAction()}
	if !l.o.Fictional {
		out = append(out, component.Action{
			ID: "demo", Hidden: true,
			Help: "Open the demonstration: an invented case, in notes that are thrown away", Run: l.demonstrate,
		})
	}
	if folder := l.o.ContentDir; folder != "" {
		out = append(out, component.Action{
			ID: "reload", Hidden: true,
			Help: "Read the protocol's folder again, and show its mistakes",
			Run:  func() tea.Cmd { return l.reload(l.app.At()) },
		})
	}
	return append(out, suspending(process.Suspend)...)
}

// suspending is the action that stops isspp and gives the shell back.
func suspending(do func() tea.Cmd) []component.Action {
	if !process.CanSuspend {
		return nil
	}
	return []component.Action{{
		ID: "suspend", Binding: component.Keys("", "ctrl+z"), Hidden: true,
		Help: "Suspend isspp: notes that are open are locked first", Run: do,
	}}
}

func (l *supervisor) ask(what component.AskMsg) func() tea.Cmd {
	return func() tea.Cmd { return func() tea.Msg { return what } }
}

// Busy is empty: there is nothing to lose here.
func (l *supervisor) Busy() string { return "" }

// Quit leaves.
func (l *supervisor) Quit() tea.Cmd { return tea.Quit }

// Handle starts sessions and takes what became of them.
func (l *supervisor) Handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.AskMsg:
		switch msg {
		case component.AskLock:
			return nil
		case component.AskPresent:
			return l.present()
		}
		if err := l.o.faults.NotesError(); err != nil && msg != component.AskUnsaved {
			return component.Fail(component.Capital(err.Error()) + " Correct it, and start isspp again.")
		}
		l.o.Theme = l.app.Theme()
		return l.startSession(msg, l.app.Active())
	case endedMsg:
		return l.ended(Outcome(msg))
	case notesStateMsg:
		l.env.Notes = component.NotesState(msg)
		l.app.Refresh()
	case lockedMsg:
		cmd := l.Handle(msg.config) // first: the time may have been set in the session
		return tea.Batch(cmd, component.Say(whyLocked(l.o.Idle(), msg.writing)))
	case settingsAskedMsg, settingsSavedMsg, configReadMsg:
		return settingsPlace{o: &l.o, env: l.env, app: l.app}.handle(msg)
	case suspendMsg:
		return process.Suspend()
	case endMsg:
		l.status = int(l.ending.Load())
		return tea.Quit
	}
	return l.handleEditing(msg)
}

// handleEditing takes what the editing of the protocol's documents sends.
func (l *supervisor) handleEditing(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.EditMsg:
		return l.edit(msg.ID)
	case readyMsg:
		return l.ready(msg)
	case adoptedMsg:
		if msg.err != nil {
			return component.Fail("Nothing was opened: " + msg.err.Error() + ". The built-in edition is still used.")
		}
		l.o.ContentDir = msg.ready.folder
		return l.open(msg.ready)
	case editedMsg:
		if said := howItWent(msg.err); said != "" {
			return tea.Sequence(l.reload(msg.id), component.Fail(said))
		}
		return l.reload(msg.id)
	case reloadedMsg:
		return l.reloaded(msg)
	}
	return nil
}

// childArgs are the command line of a session that begins at a tab.
func (l *supervisor) childArgs(ask component.AskMsg, tab int) []string {
	args := append([]string{"session", "--notes", l.o.NotesPath, "--theme", l.o.Theme, "--tab", strconv.Itoa(tab)},
		l.o.flags...)
	for _, f := range []struct {
		name string
		set  bool
	}{
		{"--unsaved", ask == component.AskUnsaved},
		{"--upkeep", ask == component.AskUpkeep},
		{"--back", l.back},
		{"--walking", l.walking},
		{"--open", l.o.demo},
	} {
		if f.set {
			args = append(args, f.name)
		}
	}
	return args
}

// startSession hands the terminal to a session.
func (l *supervisor) startSession(ask component.AskMsg, tab int) tea.Cmd {
	ours := func(status int) bool { _, ours := outcomeOf(status); return ours }
	return process.Hand(l.childArgs(ask, tab), &l.child, ours, func(status int, failed string) tea.Msg {
		if failed != "" {
			return endedMsg{Tab: tab, Failed: failed}
		}
		o, _ := outcomeOf(status)
		return endedMsg(o)
	})
}

// notesStateMsg is how the notes stand after a session.
type notesStateMsg component.NotesState

// endedMsg tells the first process how a session ended.
type endedMsg Outcome

// handTerminal runs another command of isspp on the terminal. over is what is said once
// it has ended; failed says how if not by the person's wish, or is empty.
func (l *supervisor) handTerminal(args []string, over func(failed string) tea.Msg) tea.Cmd {
	ours := func(status int) bool { return status == cli.StatusFound }
	return process.Hand(args, &l.child, ours, func(_ int, failed string) tea.Msg {
		if l.ending.Load() != 0 {
			return endMsg{} // a signal has ended both
		}
		return over(failed)
	})
}

// ended goes on where the session stopped.
func (l *supervisor) ended(o Outcome) tea.Cmd {
	if status := l.ending.Load(); o.Quit || status != 0 {
		l.status = int(status)
		return tea.Quit
	}
	l.walking, l.back = o.Walking, o.Failed == ""
	l.app.Show(o.Tab)
	l.app.Refresh()
	opt := l.o
	notes := func() tea.Msg { return notesStateMsg(opt.notesState()) }
	reload, config := tea.Batch(notes, reloadLocal(l.env.Local.File)), l.o.readConfig()
	if o.Idle {
		return tea.Batch(reload, func() tea.Msg { return lockedMsg{config(), o.Walking} })
	}
	reload = tea.Batch(reload, config)
	if o.Suspend {
		return tea.Batch(reload, process.Suspend())
	}
	if o.Present {
		return tea.Batch(reload, l.present())
	}
	if o.Failed != "" {
		l.walking = true
		said := component.Fail("The notes session ended by itself (" + o.Failed +
			"). Every answer that was shown as saved is safe; u unlocks and resumes there.")
		return tea.Batch(reload, said)
	}
	return reload
}
