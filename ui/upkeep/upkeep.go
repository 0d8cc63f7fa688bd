// Package upkeep is what can be done for the private notes: each operation is described
// once, with its questions, their checks, the doing and what it says. A shell answers the
// questions with flags and asks for the rest; the app asks them one after the other.
package upkeep

import (
	"cmp"
	"time"

	"isspp/store"
	"isspp/ui/document"
)

// Notes are the private notes as an operation finds them.
type Notes struct {
	Path    string
	Options store.Options
	// Store is nil while the notes are locked.
	Store *store.Store
	// About gives what documents of them are made with.
	About func(*store.Store) document.About
	// Flag is what a command that is shown needs where the notes aren't in the usual place.
	Flag string
	// Recorder is who records, as the config has it, and Place finds what speaks against
	// the place that the notes have, or would have.
	Recorder string
	Place    func() []store.Finding
	// Older says that they are older than the last ones, or others, until they are
	// accepted; Mendable tells that a rebuild may bring back what they lack.
	Older    string
	Mendable bool
	// Writing says what is being written just now, which must not be written over.
	Writing string
	// Status, Backups, Aside and Due are how they stand, once Look has looked, and Err is
	// why what lies beside them can't be listed.
	looked         bool
	Status         store.Status
	Backups, Aside []store.Source
	Due            []Due
	Err            error
}

// Look reads how the notes stand and what there is to choose from. It needs no secret.
func (n *Notes) Look() {
	n.looked, n.Status = true, store.Status{State: store.InUse}
	if n.Store == nil {
		n.Status = store.Look(n.Path)
	} else {
		n.Due = DueList(n.Store, n.now())
	}
	n.Err = nil
	n.Backups, n.Aside = n.list(store.Backup), n.list(store.Aside)
}

// list lists what lies beside the notes; the first error is kept.
func (n *Notes) list(kind store.Kind) []store.Source {
	all, err := store.Sources(n.Path, n.Options, kind)
	n.Err = cmp.Or(n.Err, err)
	return all
}

func (n *Notes) now() time.Time {
	if n.Options.Now != nil {
		return n.Options.Now()
	}
	return time.Now()
}

// Wait waits where too many wrong secrets came before.
func (n *Notes) Wait() { time.Sleep(store.NextTry(n.Path, n.Options)) }

// Operation is one thing that can be done for the notes.
type Operation struct {
	ID, Title, Help string
	// Heading tells that it only names those below it.
	Heading bool
	// Off says why it can't be done now; empty where it can. Refused is why it can't be
	// done here at all.
	Off     string
	Refused error
	// Intro stands above the first question, and Remarks before it; Busy while it is done.
	Intro, Busy string
	Remarks     []string
	Steps       []Question
	// Command is how a shell has it, or nil.
	Command *Command
	// Do does it. It runs beside the app, and changes nothing that is shown.
	Do func(a Answers) Result
}

// Answers are what was answered, by the questions' keys, and what was found out about an
// answer on the way. Shell is nil in the app; Lists are the flags that can be repeated.
type Answers struct {
	Text    map[string]string
	Found   map[string]any
	Shell   *Shell
	Lists   map[string][]string
	secrets map[string]*Keyring
}

// Set reports whether there is an answer, or a switch is given.
func (a Answers) Set(key string) bool { return a.Text[key] != "" }

// With are answers that are known beforehand: keys and texts in turn.
func With(answers ...string) Answers {
	a := Answers{Text: map[string]string{}, Found: map[string]any{}}
	for i := 0; i+1 < len(answers); i += 2 {
		a.Text[answers[i]] = answers[i+1]
	}
	return a
}

// Line is a line of what an operation says. The app says App where that is set, and a
// line without Label and Text is the app's alone.
type Line struct{ Label, Text, App string }

// shellOnly marks a line that the app leaves out.
const shellOnly = "\x00"

// inApp is the line as the app says it; ok is false where it leaves it out.
func (l Line) inApp() (text string, ok bool) {
	switch {
	case l.App != "":
		return l.App, l.App != shellOnly
	case l.Label != "" && l.Text != "":
		return l.Label + ": " + l.Text, true
	}
	return l.Label + l.Text, true
}

// Result is what an operation did.
type Result struct {
	Said []Line
	Err  error
	// Column is where the texts stand behind their labels in a shell, and JSON is its
	// answer for programs, where there is one.
	Column int
	JSON   func() any
	// Amiss tells that something is lost or was not reached: a shell's status is 1.
	Amiss bool
	// Closed tells that the notes were closed for it.
	Closed bool
	// Changed tells that records came in, which the views are to show.
	Changed bool
	// Accepted tells that older notes count as the right ones from now on.
	Accepted bool
	// Opened are notes that were set up.
	Opened *store.Store
}

// column is where what is said stands behind labels such as "Set aside".
const column = 10

func (r *Result) say(label, text string) { r.Said = append(r.Said, Line{Label: label, Text: text}) }

// apart says something otherwise in the app.
func (r *Result) apart(label, text, app string) {
	r.Said = append(r.Said, Line{Label: label, Text: text, App: app})
}

func (r *Result) inShell(label, text string) { r.apart(label, text, shellOnly) }

func told(err error, said ...Line) Result {
	if err != nil {
		return Result{Err: err}
	}
	return Result{Said: said}
}

func sentences(texts ...string) []Line {
	out := make([]Line, len(texts))
	for i, t := range texts {
		out[i].Text = t
	}
	return out
}
