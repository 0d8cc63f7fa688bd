// Package plain is the walkthrough as plain questions and lines, one below the
// other: for a screen reader, a terminal that can't draw, or a pipe. It asks the
// same things as the app and leaves the same record. It never draws on the
// whole screen, and nothing in it waits for a terminal that isn't there.
package plain

import (
	"errors"
	"fmt"
	"io"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/ui/component"
	"isspp/ui/lookup"
	"isspp/ui/walk"
)

// Keeper keeps what is recorded.
type Keeper = component.Keeper

// Options are what the questions are asked with.
type Options struct {
	Env *component.Env
	In  io.Reader
	Out io.Writer
	// Width is the terminal's in cells; 0 is a file or another program.
	Width int
	// Stop is closed when the process is asked to end: what was said is sealed first.
	Stop <-chan struct{}
	// More reports whether another line was sent at once with the one just read. Nil is a
	// file or a pipe, where each line is an answer of its own.
	More func() bool
	// Idle is how long no line may come until what is open is closed; 0 is for ever.
	Idle time.Duration
	// Open opens the private notes, once nobody is in danger. Without notes it gives no
	// keeper and says why in a sentence.
	Open func() (keep Keeper, said string, err error)
	// LastTry saves again what the notes' disk refused, or puts it aside, sealed, and says
	// so; an error means that it is kept nowhere. It may be nil.
	LastTry func() (said string, err error)
	// Told gives, once, what other programs did to the open notes; it may be nil.
	Told func() []string
	// HandOver makes the terminal give what is typed of a line that has no end yet; nil for
	// a file or a pipe.
	HandOver func()
	// KeepRecorder keeps who records for the next time; nil has nowhere to keep it.
	KeepRecorder func(who string) error
	// Fictional is the word that stands before everything in a demonstration.
	Fictional string
}

type walker struct {
	*console
	// keep is the notes, or memory while nothing is saved; durable tells which.
	keep    Keeper
	durable bool
	// late is notes opened in the middle that could not take what was recorded until then.
	late  Keeper
	live  *walk.Run
	lists *walk.Lists
	// only asks about what isn't considered yet; told tells that the answers were explained.
	only, told bool
	// failed tells that the last save did not reach the disk, done that nothing was left to
	// ask, and added that an entry was kept.
	failed, done, added bool
}

// Run asks everything and returns once there is nothing left to ask, the person
// leaves, or the input ends. An error is one of the notes' own.
func Run(o Options) error {
	w := &walker{console: newConsole(o), lists: walk.ListsOf(o.Env.Pack)}
	how, err := w.all()
	if err != nil {
		return err
	}
	return w.end(how)
}

// all asks everything, and says how it was stopped.
func (w *walker) all() (how stop, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			how = r
		default:
			panic(r)
		}
	}()
	w.gate()
	keep, said, err := w.o.Open()
	if err != nil {
		return left, err
	}
	if said != "" {
		w.say(said)
	}
	if w.keep, w.durable = keep, keep != nil; !w.durable {
		w.keep = &memory{}
		w.say("NOT SAVED: nothing of this is kept on the disk. At the end it is written out here in full, so that " +
			"you can copy it.")
	}
	w.askRecorder()
	w.start()
	return left, nil
}

// gate comes before the first question: is anybody in danger now?
func (w *walker) gate() {
	if w.o.Fictional != "" {
		w.say(w.o.Fictional)
	}
	w.say("A concern about a child: the walkthrough as plain questions.")
	w.say("! at any question shows whom to ring. ? says what can be answered.")
	p := w.page()
	p.Gap()
	p.Text(lipgloss.Style{}, "First: is anyone in danger now?")
	p.RouteLines(w.env.Routes())
	p.LocalContacts(w.env, "", lookup.WhomToRing()...)
	p.Text(lipgloss.Style{}, "If so, ring now and stay with the child. Nothing here is as urgent.")
	p.Notes(w.env.NotesAbout(nil, "screen/gate"))
	w.show(p)
	for {
		switch w.which("Enter: no danger now, go on. q leaves:",
			"Enter alone says that nobody is in immediate danger. q leaves.", "|n|no|go on", "y|yes", "q|quit") {
		case "":
			return
		case "q":
			panic(left)
		}
		w.emergency()
	}
}

// end says what has become of what was said. Without notes it is written out.
func (w *walker) end(how stop) error {
	fmt.Fprintln(w.out)
	w.keepLate()
	if w.failed {
		if w.o.LastTry != nil {
			if said, err := w.o.LastTry(); err == nil {
				w.say(said)
				return nil
			}
		}
		if w.durable {
			return errors.New("the last change could not be saved; what was said to be saved before is safe")
		}
	}
	switch {
	case w.live == nil || !w.live.Touched():
		w.say(map[bool]string{true: "What you added is saved.", false: "Nothing was recorded."}[w.added])
	case !w.durable:
		w.say("NOT SAVED. What was recorded is below; isspp keeps nothing of it.")
		w.showChronology(w.live.Ref, w.concerns())
	case w.o.Fictional != "":
		w.say("That was the demonstration. Its invented notes are removed.")
	case w.idled:
		w.say("Locked: no line came for " + w.o.Idle.String() + ". What was said is saved; the same command goes on " +
			"at the same place.")
	case how == ended && !w.done:
		w.say("The input has ended here. What was said is saved; the same command goes on at the same place.")
	case w.done:
		w.say("Everything is saved. The record as a document:")
		fmt.Fprintln(w.out, "isspp checklist report --ref "+refWord(w.live.Ref)+" -o FILE.html")
	default:
		w.say("Saved. The same command goes on at the same place.")
	}
	return nil
}

func (w *walker) news() {
	if w.o.Told == nil {
		return
	}
	for _, text := range w.o.Told() {
		w.say(text)
	}
}

// leave stops here. Where nothing is saved, or the last change isn't, it asks first.
func (w *walker) leave() {
	const again = "Leaving tries again, then puts it aside, sealed, where there is room; if there is none it is "
	question := ""
	switch {
	case w.late != nil:
		question = "This walkthrough is NOT SAVED. " + again + "written out here, and kept nowhere."
	case !w.durable && w.live != nil && w.live.Touched():
		question = "This walkthrough is NOT SAVED. It is written out here in full, and kept nowhere."
	case w.failed:
		question = "The last change is NOT SAVED. " + again + "lost."
	}
	if question == "" || w.yes(question+" Leave?") {
		panic(left)
	}
}
