package component

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"

	"isspp/model"
)

// What a tab may do besides being a component. These are all that the app asks for.
type (
	// Locator can say which entry of the protocol a person is at, or nothing, and show
	// the place of an id: a setting, an item, a service, a section.
	Locator interface {
		At() string
		Open(id string) bool
	}
	// Searcher is what "/" works in. Unfiltered says why it doesn't just now.
	Searcher interface {
		Filter()
		Unfiltered() string
	}
	// Presenter names the slides of what is shown now, as "isspp present" takes it;
	// nothing asks the person.
	Presenter interface{ Deck() string }
	// Selectable has a selected text. One that anybody may read can be copied, and be
	// shown without borders; a private one is copied by another key.
	Selectable interface {
		Selected() (name, text string, private bool)
	}
	// Autosaver holds private text.
	Autosaver interface {
		// Flush seals what is still being typed.
		Flush() tea.Cmd
		// Settled reports whether nothing waits to be written.
		Settled() bool
		// Busy says what leaving now would lose, or is empty.
		Busy() string
		// Writing says what is being written, or is empty.
		Writing() string
		// Reread shows what came into the notes from outside the view.
		Reread() tea.Cmd
	}
)

// OpenMsg asks the root to show the place that an id names.
type OpenMsg struct{ ID string }

// EditMsg asks the process that the app runs in to open the document of an
// entry in the person's editor.
type EditMsg struct{ ID string }

// Noticed is a line above the footer: what happened, what is safe, what to do.
type Noticed struct {
	Text string
	// Failed marks an error; otherwise it is a quiet confirmation.
	Failed bool
}

// Confirm asks the person before something that can't be taken back. Enter and
// Esc give the safe answer; the other one needs a key of its own.
type Confirm struct {
	// Text is the question, Safe and Risk the words of the two answers.
	Text, Safe, Risk string
	// Do is done only on the risky answer.
	Do func() tea.Cmd
}

// Say is a command that shows a line above the footer.
func Say(text string) tea.Cmd { return func() tea.Msg { return Noticed{Text: text} } }

// Fail is a command that shows an error above the footer.
func Fail(text string) tea.Cmd { return func() tea.Msg { return Noticed{Text: text, Failed: true} } }

// NotesState is how the private notes stand in this process.
type NotesState int

const (
	// NotesAbsent says that none were set up on this computer.
	NotesAbsent NotesState = iota
	// NotesLocked says that they are there and that this process holds no key.
	NotesLocked
	// NotesNone says that this process may hold private text, but has no store open.
	NotesNone
	// NotesOpen says that the store is open: each change is kept.
	NotesOpen
)

// AskMsg asks the process that the app runs in for something about the notes.
type AskMsg int

const (
	// AskUnlock opens the notes, or sets them up where there are none.
	AskUnlock AskMsg = iota
	// AskUnsaved starts a walkthrough that is not saved.
	AskUnsaved
	// AskLock seals the draft, forgets the keys and ends the session.
	AskLock
	// AskPresent shows what the tab holds to a room. Open notes are locked first.
	AskPresent
	// AskUpkeep shows what can be done for the notes: backups, handing over.
	AskUpkeep
)

// ReferenceChangedMsg says that a concern was given another reference: what other
// tabs show of it is read anew.
type ReferenceChangedMsg struct{}

// RecorderMsg says who records from now on, by name and role, so that it is kept.
type RecorderMsg struct{ Who string }

// WriteOutMsg asks the process that holds the notes to write what is kept under
// a reference as a document: a file, or text on the screen to paste elsewhere.
type WriteOutMsg struct {
	// Ref is the reference, or empty to ask.
	Ref string
	// Record is the id of the entry that is selected, or empty.
	Record string
}

// LocalLabel stands before everything that comes from the school's own layer.
const LocalLabel = "Local"

// InThePanel is where the school's own contacts are entered from a screen on
// which e means something else.
const InThePanel = "in the emergency panel (!)"

// EditLocalMsg asks the root for the form in which an entry of the school's own
// layer is made or changed. Without a name the person chooses which.
type EditLocalMsg struct {
	Kind model.LocalKind
	// Name is the setting, service or contact as the pack or the layer has it.
	Name string
	// Among are names to choose from, where Name is empty.
	Among []string
	// Typed is what a new school's name is likely to be, where Name is empty.
	Typed string
}

// LocalChangedMsg says that the Local file was read anew.
type LocalChangedMsg struct {
	Local *model.Local
	// Said is a line for above the footer; Failed marks it as about a mistake.
	Said   string
	Failed bool
	// Saved tells that a form has written the file.
	Saved bool
}

// EditLocal is the command that opens the form.
func EditLocal(kind model.LocalKind, name string) tea.Cmd {
	return func() tea.Msg { return EditLocalMsg{Kind: kind, Name: name} }
}

// Clipboard puts a text on the system's clipboard.
var Clipboard = clipboard.WriteAll

// Copy is a command that puts a text on the clipboard in both ways that there are,
// and says which of them is known to have worked: a terminal doesn't tell.
func Copy(name, text string, clip func(text string) error) tea.Cmd {
	shown := text
	if strings.Contains(text, "\n") || Width(text) > 60 {
		shown = "all that is selected"
	}
	return tea.Batch(tea.SetClipboard(text), func() tea.Msg {
		if clip(text) == nil {
			return Noticed{Text: "Copied " + shown + " (" + name + ")."}
		}
		return Noticed{Text: "Sent to the terminal's clipboard; not every terminal takes it. " + name + ": " + shown}
	})
}
