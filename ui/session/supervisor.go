package session

import (
	"errors"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

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

// notesState looks whether there are private notes, without opening them. Where only their
// keys or backups are left unlocking is offered, which says so.
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
		Run: sends(component.AskUnlock),
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

func suspending(do func() tea.Cmd) []component.Action {
	if !process.CanSuspend {
		return nil
	}
	return []component.Action{{
		ID: "suspend", Binding: component.Keys("", "ctrl+z"), Hidden: true,
		Help: "Suspend isspp: notes that are open are locked first", Run: do,
	}}
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
	case thenMsg:
		return msg()
	case component.EditMsg:
		return l.edit(msg.ID)
	case settingsMsg:
		l.settings().open()
	case suspendMsg:
		return process.Suspend()
	case endMsg:
		l.status = int(l.ending.Load())
		return tea.Quit
	}
	return nil
}

func (l *supervisor) settings() settingsPlace { return settingsPlace{o: &l.o, env: l.env, app: l.app} }

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

func (l *supervisor) startSession(ask component.AskMsg, tab int) tea.Cmd {
	ours := func(status int) bool { _, ours := outcomeOf(status); return ours }
	return process.Hand(l.childArgs(ask, tab), &l.child, ours, func(status int, failed string) tea.Msg {
		o, _ := outcomeOf(status)
		if failed != "" {
			o = Outcome{Tab: tab, Failed: failed}
		}
		return thenMsg(func() tea.Cmd { return l.ended(o) })
	})
}

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
	l.walking, l.back = o.Walking || o.Failed != "", o.Failed == ""
	l.app.Show(o.Tab)
	l.app.Refresh()
	opt := l.o
	notes := func() tea.Msg {
		state := opt.notesState()
		return thenMsg(func() tea.Cmd {
			l.env.Notes = state
			l.app.Refresh()
			return nil
		})
	}
	then := func() tea.Cmd { return nil }
	switch {
	case o.Idle: // the time may have been set in the session
		then = func() tea.Cmd { return component.Say(whyLocked(l.o.Idle(), o.Walking)) }
	case o.Suspend:
		then = process.Suspend
	case o.Present:
		then = l.present
	case o.Failed != "":
		then = func() tea.Cmd {
			return component.Fail("The notes session ended by itself (" + o.Failed +
				"). Every answer that was shown as saved is safe; u unlocks and resumes there.")
		}
	}
	return tea.Batch(notes, reloadLocal(l.env.Local.File), l.settings().readConfig(then))
}

// hangUpMsg says that the terminal has closed or that the process is asked to
// end: what can be sealed is sealed, and nobody is there to be asked.
type hangUpMsg struct{}

type suspendMsg struct{}

type endMsg struct{}

const statusSignal = 128

// endTimeout is how long the first process waits for a session to seal its draft
// when both are asked to end.
const endTimeout = 10 * time.Second

// handleSignals seals and locks when the terminal closes or the session is asked to end.
func (s *notesSession) handleSignals(p *tea.Program) (stop func()) {
	process.IgnoreBackground()
	return process.OnSignals(process.Handled, func(sig os.Signal) {
		if process.Suspends(sig) {
			p.Send(suspendMsg{})
			return
		}
		process.Terminating.Store(true)
		p.Send(hangUpMsg{})
	})
}

// handleSignals ends the first process in order: a session first, which seals what it
// has, then the screen.
func (l *supervisor) handleSignals(p *tea.Program) (stop func()) {
	return process.OnSignals(process.Handled, func(sig os.Signal) {
		child, suspends, lent := l.child.Load(), process.Suspends(sig), process.Lent.Load()
		switch {
		case lent && suspends:
			process.StopAlone() // beside the program that has the terminal
			return
		case lent && sig == os.Interrupt:
			return // it was meant for that program
		case suspends && child != nil:
			_ = child.Signal(sig)
			return
		case suspends:
			p.Send(suspendMsg{})
			return
		}
		n, _ := sig.(syscall.Signal)
		l.ending.Store(int32(statusSignal + n)) //nolint:gosec // a signal's number
		if child != nil && child.Signal(syscall.SIGTERM) == nil {
			time.AfterFunc(endTimeout, func() { _ = child.Kill() })
			return
		}
		p.Send(endMsg{})
	})
}

// Outcome is how a session ended. The child tells it by its exit status, so that the
// first process goes on where the person was. Nothing else comes back.
type Outcome struct {
	// Quit tells that the person left isspp altogether.
	Quit bool
	// Tab is the tab that was shown.
	Tab int
	// Walking tells that a walkthrough was open, which the next unlocking shows again.
	Walking bool
	// Present tells that the tab is to be presented now, Suspend that isspp is to be
	// suspended, and Idle that it was locked because nobody pressed a key.
	Present, Suspend, Idle bool
	// Failed says how it ended if not by the person's wish: "killed".
	Failed string
}

// The exit status of a session that was locked: what may be so of it, as bits, and the tab
// behind them.
const (
	exitLocked = 40
	tabSpan    = 10
)

func (o *Outcome) bits() []*bool { return []*bool{&o.Walking, &o.Present, &o.Suspend, &o.Idle} }

func (o Outcome) status() int {
	if o.Quit {
		return 0
	}
	bits := 0
	for i, set := range o.bits() {
		if *set {
			bits |= 1 << i
		}
	}
	return exitLocked + bits*tabSpan + o.Tab
}

// outcomeOf reads an exit status; ok is false where it is not one of ours.
func outcomeOf(status int) (o Outcome, ok bool) {
	n := status - exitLocked
	switch {
	case status == 0:
		return Outcome{Quit: true}, true
	case n < 0 || n >= tabSpan<<len(o.bits()):
		return o, false
	}
	o.Tab = n % tabSpan
	for i, set := range o.bits() {
		*set = n/tabSpan&(1<<i) != 0
	}
	return o, true
}
