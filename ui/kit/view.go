package kit

import tea "charm.land/bubbletea/v2"

// View is one tab of the app: a plain struct below the one Bubble Tea model.
// Its methods change it and return at most a command; only commands do I/O.
type View interface {
	// Resize gives the body's size in cells.
	Resize(w, h int)
	// Draw returns the body's lines, at most as many as the height. A view keeps
	// what it drew until something shown has changed.
	Draw() []string
	// Actions are what can be done here now, the ones for the footer first.
	Actions() []Action
	// Typing tells that a text field has the keys: then letters are text.
	Typing() bool
	// Type handles a key while Typing; it returns false for a key that the text
	// field has no use for, which then means what it always means.
	Type(key tea.KeyPressMsg) (tea.Cmd, bool)
	// Paste puts pasted text where the cursor is.
	Paste(text string) tea.Cmd
	// Click and Wheel are the mouse, with the body's top left at 0, 0.
	Click(x, y int) tea.Cmd
	Wheel(x, y, lines int) tea.Cmd
	// Handle takes the result of one of the view's own commands.
	Handle(msg tea.Msg) tea.Cmd
	// Cursor is where the text cursor stands in the body, or nil.
	Cursor() *tea.Cursor
	// Redraw drops what was kept, since the theme or the minute has changed.
	Redraw()
}

// Composer is a view in which sentences may be written: in one that has been begun
// the emergency key is a character too.
type Composer interface{ Composing() bool }

// OpenMsg asks the root to show the place that an id names: a setting, an item,
// a service, a section.
type OpenMsg struct{ ID string }

// Opener is a view that can show the place of an id.
type Opener interface {
	// Open shows it and tells whether the id is one of this view's.
	Open(id string) bool
}

// Filterer is a view that "/" works in.
type Filterer interface{ Filter() }

// Presented is a view that shows something that can be presented to a room.
type Presented interface {
	// Deck names the slides of what is shown now, as "isspp present" takes it;
	// empty asks the person.
	Deck() string
}

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
