package session

import (
	"crypto/sha256"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/clipboard"
	"isspp/ui/component"
)

// copiedFor is how long private text stays in the clipboard.
const copiedFor = 10 * time.Second

// clipboardTimeout is how long a lock waits for the clipboard to be emptied: whoever
// owns the clipboard may hang.
const clipboardTimeout = 2 * time.Second

// boardLateMsg says that it has waited long enough.
type boardLateMsg struct{}

// copied is what was put into the clipboard and is to be taken out again: only
// whether something else was put there since can be told from it.
type copied struct{ sum [sha256.Size]byte }

// putMsg is what became of putting text there; goneMsg of taking it out again.
type (
	putMsg  struct{ err error }
	dueMsg  struct{ of *copied }
	goneMsg struct {
		err  error
		left bool
	}
)

// copyAction copies the private text that is selected, where the config allows.
func (s *notesSession) copyAction() component.Action {
	a := component.Action{
		ID: "copy.private", Binding: component.Keys("", "ctrl+y"), Hidden: true, Run: s.copyPrivate,
		Help: "Copy the selected private text for 10 seconds",
	}
	if !s.o.CopyPrivate {
		a.Disabled = "Copying private text is off. The line copy_private = true in the config file switches it on."
	}
	return a
}

func (s *notesSession) copyPrivate() tea.Cmd {
	text := ""
	if v, ok := s.app.Front().(component.Selectable); ok {
		if _, selected, private := v.Selected(); private {
			text = selected
		}
	}
	if text == "" {
		return component.Say("There is no private text selected here. Nothing was copied.")
	}
	return s.copyText(text)
}

// pasteboard is the system's clipboard, and what was put there and is to be taken out
// again.
type pasteboard struct {
	board  clipboard.Clipboard
	copied *copied
	// clearing tells that the end waits for the clipboard to be emptied.
	clearing bool
}

// copyText copies a private text; whoever asks has seen to it that this is allowed.
func (p *pasteboard) copyText(text string) tea.Cmd {
	board := p.board
	p.copied = &copied{sha256.Sum256([]byte(text))}
	return func() tea.Msg { return putMsg{board.Put(text)} }
}

// copying takes the results of the clipboard's commands.
func (p *pasteboard) copying(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case putMsg:
		return p.put(msg)
	case dueMsg: // unless something else was copied meanwhile
		if p.copied == msg.of {
			return p.takeOut()
		}
	case boardLateMsg:
		p.clearing = false
	case goneMsg:
		p.clearing = false
		return msg.said()
	}
	return nil
}

// put says what the app did, and starts the ten seconds.
func (p *pasteboard) put(msg putMsg) tea.Cmd {
	if msg.err != nil {
		p.copied = nil
		return component.Fail("Nothing was copied: " + msg.err.Error() + ".")
	}
	of := p.copied
	return tea.Batch(
		component.Say("Copied. In 10 seconds it is taken out of the clipboard again, unless something else was "+
			"copied by "+
			"then. A program that keeps a history of the clipboard may have kept it."),
		tea.Tick(copiedFor, func(time.Time) tea.Msg { return dueMsg{of} }),
	)
}

// clear takes what was copied out before the end, which waits for that a while.
func (p *pasteboard) clear() tea.Cmd {
	if p.copied == nil {
		return nil
	}
	p.clearing = true
	return tea.Batch(p.takeOut(), tea.Tick(clipboardTimeout, func(time.Time) tea.Msg { return boardLateMsg{} }))
}

// takeOut empties the clipboard if it still holds what was copied.
func (p *pasteboard) takeOut() tea.Cmd {
	of, board := p.copied, p.board
	p.copied = nil
	if of == nil {
		return nil
	}
	return func() tea.Msg {
		text, err := board.Get()
		if err != nil || sha256.Sum256([]byte(text)) != of.sum {
			return goneMsg{err: err, left: true}
		}
		return goneMsg{err: board.Put("")}
	}
}

// gone says what became of it.
func (g goneMsg) said() tea.Cmd {
	switch {
	case g.err != nil:
		return component.Fail("What was copied could not be taken out of the clipboard again. Copy something else " +
			"over it.")
	case g.left:
		return component.Say("The clipboard holds something else now, and was not changed.")
	}
	return component.Say("The clipboard is empty again.")
}
