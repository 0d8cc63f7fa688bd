package component

import tea "charm.land/bubbletea/v2"

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
