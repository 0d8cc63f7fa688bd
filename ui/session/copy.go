package session

import (
	"crypto/sha256"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/clipboard"
	"isspp/ui/component"
)

const (
	// copiedFor is how long private text stays in the clipboard.
	copiedFor = 10 * time.Second
	// clipboardTimeout is how long a lock waits for the clipboard to be emptied: whoever
	// owns the clipboard may hang.
	clipboardTimeout = 2 * time.Second
)

// thenMsg is what follows a command: it is done where the state may be changed.
type thenMsg func() tea.Cmd

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
	if v, ok := s.app.Front().(component.Selectable); ok {
		if _, selected, private := v.Selected(); private && selected != "" {
			return s.copyText(selected)
		}
	}
	return component.Say("There is no private text selected here. Nothing was copied.")
}

// copied is what was put into the clipboard and is to be taken out again: only
// whether something else was put there since can be told from it.
type copied struct{ sum [sha256.Size]byte }

// pasteboard is the system's clipboard, and what was put there.
type pasteboard struct {
	board  clipboard.Clipboard
	copied *copied
	// clearing tells that the end waits for the clipboard to be emptied.
	clearing bool
}

// copyText copies a private text; whoever asks has seen to it that this is allowed.
func (p *pasteboard) copyText(text string) tea.Cmd {
	board, of := p.board, &copied{sha256.Sum256([]byte(text))}
	p.copied = of
	return func() tea.Msg {
		err := board.Put(text)
		return thenMsg(func() tea.Cmd {
			if err != nil {
				p.copied = nil
				return component.Fail("Nothing was copied: " + err.Error() + ".")
			}
			return tea.Batch(
				component.Say("Copied. In 10 seconds it is taken out of the clipboard again, unless something else "+
					"was copied by then. A program that keeps a history of the clipboard may have kept it."),
				tea.Tick(copiedFor, func(time.Time) tea.Msg {
					return thenMsg(func() tea.Cmd { return p.takeOut(of) })
				}),
			)
		})
	}
}

// clear takes what was copied out before the end, which waits for that a while.
func (p *pasteboard) clear() tea.Cmd {
	if p.copied == nil {
		return nil
	}
	p.clearing = true
	late := thenMsg(func() tea.Cmd { p.clearing = false; return nil })
	return tea.Batch(p.takeOut(p.copied), tea.Tick(clipboardTimeout, func(time.Time) tea.Msg { return late }))
}

// takeOut empties the clipboard if it still holds what was copied, and nothing was since.
func (p *pasteboard) takeOut(of *copied) tea.Cmd {
	if of == nil || p.copied != of {
		return nil
	}
	board := p.board
	p.copied = nil
	return func() tea.Msg {
		text, err := board.Get()
		said := component.Say("The clipboard is empty again.")
		if err == nil && sha256.Sum256([]byte(text)) != of.sum {
			said = component.Say("The clipboard holds something else now, and was not changed.")
		} else if err == nil {
			err = board.Put("")
		}
		if err != nil {
			said = component.Fail("What was copied could not be taken out of the clipboard again. Copy something " +
				"else over it.")
		}
		return thenMsg(func() tea.Cmd { p.clearing = false; return said })
	}
}
