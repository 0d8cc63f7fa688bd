// Package session is the two processes of the app. The first shows the rota,
// the lists and the directory and holds no secret. Unlocking hands the terminal
// to a child of the same binary, which owns the keys, the notes and the screen;
// locking ends that child, and with it everything it knew, since a Go program
// can't scrub its own memory. The first process restores the terminal whatever
// became of the child.
package session

import (
	"cmp"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/store"
	"isspp/ui/app"
	"isspp/ui/checklist"
	"isspp/ui/clipboard"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/directory"
	"isspp/ui/editor"
	"isspp/ui/process"
	"isspp/ui/protective"
	"isspp/ui/protocol"
	"isspp/ui/rota"
	"isspp/ui/theme"
	"isspp/ui/vault"
)

// costs are a passphrase's: those of the store. Tests of this package alone set others.
var costs *store.Costs

func (o Options) storeOptions() store.Options {
	if o.Fictional { // a demonstration may be anywhere: nothing of it is kept
		o.remote = func(string) string { return "" }
	}
	opt := store.Options{Now: o.Clock, Anchor: o.Anchor, Remote: o.remote, Costs: costs}
	if !o.Fictional {
		opt.Portable = config.Portable()
	}
	return opt
}

func (o Options) env() *component.Env {
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.Pack == nil {
		o.loadPack()
	}
	if o.Local == nil {
		o.Local = &model.Local{}
	}
	env := &component.Env{
		Pack: o.Pack, Local: o.Local, Signs: theme.Unicode, Clock: o.Clock, Now: o.Clock(),
		School: o.School, Recorder: o.Recorder, Advance: o.Advance,
	}
	if o.ASCII {
		env.Signs = theme.ASCII
	}
	env.Banner = o.banner()
	env.Theme = theme.New(theme.Resolve(o.Theme, false, false), false)
	return env
}

func tabs(env *component.Env) ([]app.Tab, *checklist.View, *protective.View) {
	list, factors := checklist.New(env), protective.New(env)
	return []app.Tab{
		{Name: "Rota", View: rota.New(env)},
		{Name: "Checklist", Short: "Check", View: list},
		{Name: "Protective", Short: "Protect", View: factors},
		{Name: "Directory", View: directory.New(env)},
		{Name: "Protocol", View: protocol.New(env)},
	}, list, factors
}

// LookUps runs the first process, the app without secrets, and returns the exit
// status.
func LookUps(o Options) (int, error) {
	env := o.env()
	env.Notes = o.notesState()
	host := &supervisor{o: o, env: env, editors: editor.Here(), lend: process.Lend}
	views, _, _ := tabs(env)
	begin := o.checkLocal()
	first := o.firstStart()
	if first {
		begin = tea.Batch(begin, welcomed)
	}
	if o.demo {
		begin = host.startSession(component.AskUnlock, o.Tab)
		host.o.demo = false // a demonstration opens by itself once; then one unlocks it
	}
	host.app = app.New(app.Options{
		Env: env, Tabs: views, Active: o.Tab, Theme: o.Theme, Mouse: o.Mouse, Host: host,
		Clock: o.Clock, Notice: o.Notice, Begin: begin,
	})
	if first && o.state == content.Whole {
		host.app.ShowGuide(welcome(o.Pack))
	}
	if o.state == content.Unusable && len(o.mistakes) > 0 {
		host.showMistakes("")
	}
	p, restore := process.Show(host.app, "", nil)
	defer restore()
	defer process.LastAnswers()
	defer host.handleSignals(p)()
	err := process.Run(p)
	return host.status, err
}

// extra is what builds for tests add to a session's program; otherwise nothing.
var extra []tea.ProgramOption

// Begin is how a session starts.
type Begin struct {
	Tab     int
	Unsaved bool
	Walking bool
	// Back goes where the person was when the notes were locked last.
	Back bool
	// Upkeep shows what can be done for the notes.
	Upkeep bool
	// Open opens a demonstration's notes at once; others ask for the passphrase.
	Open bool
}

// Session runs the child: the app with the notes. It returns the exit status
// that tells the first process how it ended.
func Session(o Options, b Begin) (int, error) {
	if process.ParentChanged() { // from here on it is watched
		return Outcome{Quit: true}.status(), nil
	}
	env := o.env()
	env.Notes = component.NotesNone
	host := &notesSession{
		screen: screen{o: o, env: env},
		beginning: beginning{
			walking: b.Walking, back: b.Back, unsaved: b.Unsaved,
			absent: o.notesState() == component.NotesAbsent,
		},
		pasteboard: pasteboard{board: clipboard.System()},
	}
	views, list, factors := tabs(env)
	host.list, host.protective = list, factors
	var begin tea.Cmd
	if b.Open && o.Fictional {
		begin = vault.Open(o.upkeep(nil, ""), demoPassphrase, false)
	}
	if host.upkeep = b.Upkeep; b.Upkeep && begin == nil {
		begin = host.lookForUpkeep()
	}
	host.app = app.New(app.Options{
		Env: env, Tabs: views, Active: b.Tab, Theme: o.Theme, Mouse: o.Mouse, Host: host,
		Clock: o.Clock, Notice: o.Notice, Begin: tea.Batch(begin, watchIdle()),
	})
	switch {
	case b.Upkeep:
		host.menu(host.notes())
	case begin != nil: // what was made a moment ago opens in a moment
	case b.Unsaved:
		host.app.Show(1)
		list.Start()
	default:
		host.entryStatus(o)()
	}
	// A panic ends this process, and the first one puts the terminal in order:
	// the library's own handler would print the panic's value, which may be private.
	var p *tea.Program
	p, restore := process.Show(host.app, "", func() { p.Send(hangUpMsg{}) }, append(extra, tea.WithoutCatchPanics())...)
	defer restore()
	defer host.handleSignals(p)()
	err := process.Run(p)
	if host.store != nil {
		err = cmp.Or(err, process.WithTimeout(endingTimeout, host.store.Close))
	}
	if host.leaving == nil {
		host.leaving = &Outcome{Quit: true}
	}
	return host.leaving.status(), err
}

// endingTimeout is how long the end of a session waits for the notes to be let
// go. Every save was flushed when it was made, so nothing is lost by not waiting,
// and the end of the process lets go of all that is left.
const endingTimeout = 5 * time.Second
