// Package component is what the views share: keys and what they do, lists, text
// fields, forms and panes. It draws; it never reads a file and never touches the
// notes.
package component

import tea "charm.land/bubbletea/v2"

// Component is a part of the screen below the one Bubble Tea model: a plain struct
// whose methods change it and return at most a command. Only commands do I/O.
type Component interface {
	// SetSize gives the room in cells.
	SetSize(w, h int)
	// Update takes a message: a key, a paste, the mouse with the component's top left
	// at 0, 0, the result of one of its commands, or RedrawMsg.
	Update(msg tea.Msg) tea.Cmd
	// View returns the lines, at most as many as the height. They are kept until
	// something shown has changed.
	View() []string
	// Cursor is where the text cursor stands, or nil.
	Cursor() *tea.Cursor
	// Actions are what can be done here now, those for the footer first. One without
	// Run is a key that Update takes.
	Actions() []Action
}

// RedrawMsg tells a component to drop what it kept, since the theme or the minute has
// changed.
type RedrawMsg struct{}

// ResultMsg is what became of a command, with the address of whoever asked.
type ResultMsg struct {
	To  Component
	Msg tea.Msg
}

// Ask is a command whose result goes to the component that asks.
func Ask(to Component, do func() tea.Msg) tea.Cmd {
	return func() tea.Msg { return ResultMsg{To: to, Msg: do()} }
}

// Typing is among the actions of a component whose text field has the keys: letters
// are text, and go to Update; so do the other keys that are given. In sentences that
// have been begun, the emergency key is a character too.
func Typing(sentences bool, keys ...string) Action {
	id := typingWords
	if sentences {
		id = typingSentences
	}
	return Action{ID: id, Binding: Keys("", keys...), Hidden: true}
}

const typingWords, typingSentences = "typing", "composing"

// IsTyping reports whether letters are text just now, and whether in sentences.
func IsTyping(actions []Action) (typing, sentences bool) {
	_, sentences = ByID(actions, typingSentences)
	_, words := ByID(actions, typingWords)
	return words || sentences, sentences
}

// Route gives a component a key: as text where a field has the letters, and else by
// the action that the key does. It reports whether there is one.
func Route(c Component, actions []Action, k tea.KeyPressMsg) (tea.Cmd, bool) {
	if typing, _ := IsTyping(actions); typing && Writes(k) {
		return c.Update(k), true
	}
	switch a, ok := Find(actions, k.String()); {
	case !ok:
		return nil, false
	case a.Disabled != "":
		return Say(a.Disabled), true
	case a.Run == nil:
		return c.Update(k), true
	default:
		return a.Run(), true
	}
}

// Dialog lies on the body: the emergency panel, help, a form, a question. It gets
// every key.
type Dialog interface {
	Component
	// Look is how the app draws it now.
	Look() Look
	// Done reports whether it was closed.
	Done() bool
}

// Look is how a dialog is drawn.
type Look struct {
	// Title stands in the frame's edge.
	Title string
	// Alarm is the frame of an emergency; Whole is no frame, with the mouse left to
	// the terminal.
	Alarm, Whole bool
	// Typing tells that letters are text.
	Typing bool
	// Working tells that something is being done which takes its time.
	Working bool
	// Says tells that the dialog says itself how things stand: nothing is said above
	// the footer meanwhile.
	Says bool
}

// Base has what most dialogs do: they keep their size, can be closed, have no text
// field, and nothing to drop.
type Base struct {
	W, H   int
	closed bool
}

// SetSize keeps the size.
func (b *Base) SetSize(w, h int) { b.W, b.H = w, h }

// Cursor is nil without a text field.
func (b *Base) Cursor() *tea.Cursor { return nil }

// Look is that of a plain card.
func (b *Base) Look() Look { return Look{} }

// Done reports whether the dialog was closed.
func (b *Base) Done() bool { return b.closed }

// Close closes the dialog.
func (b *Base) Close() { b.closed = true }

// Wheel is how many lines a notch of the wheel goes down; up is less than none.
func Wheel(msg tea.MouseWheelMsg) int {
	const notch = 3
	if msg.Button == tea.MouseWheelUp {
		return -notch
	}
	return notch
}
