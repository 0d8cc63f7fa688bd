package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/editor"
)

// packFolder is the folder beside the config file that the built-in protocol is
// written to when somebody wants to edit it.
const packFolder = "protocol"

// readyMsg says that there is an editor, and where the entry is written.
type readyMsg struct {
	editor editor.Editor
	id     string
	// path and line are where to open; path is empty where the built-in edition
	// would have to be written out first.
	path string
	line int
	// folder is where it would be written, and there whether it has been before.
	folder string
	there  bool
	err    error
}

// adoptedMsg says that a folder is used in place of the built-in edition.
type adoptedMsg struct {
	ready readyMsg
	err   error
}

// editedMsg says that the editor has ended.
type editedMsg struct {
	id  string
	err error
}

// reloadedMsg is the folder as it reads now.
type reloadedMsg struct {
	content.Loaded
	id string
	// changes are what is otherwise than in the protocol that is shown.
	changes []content.Change
}

// edit finds the editor and the entry's place. A folder with mistakes, which its
// last good copy or nothing stands in for, is read again: it shows them, to be opened.
func (l *supervisor) edit(id string) tea.Cmd {
	pack, folder := l.env.Pack, l.o.ContentDir
	if l.o.state != content.Whole {
		return l.reload(id)
	}
	config := l.o.ConfigPath
	return func() tea.Msg {
		m := readyMsg{id: id}
		if m.editor, m.err = l.editors.Find(); m.err != nil {
			return m
		}
		if folder == "" {
			m.folder = filepath.Join(filepath.Dir(config), packFolder)
			there, err := os.ReadDir(m.folder)
			m.there = err == nil && len(there) > 0
			return m
		}
		at, found := pack.Place(id)
		if m.path, m.line = pack.Path(at), at.Line; !found {
			m.err = errors.New("the place of this entry was not found in the protocol's documents")
		}
		return m
	}
}

// ready opens the editor, or first asks whether the built-in edition is to be
// written out.
func (l *supervisor) ready(m readyMsg) tea.Cmd {
	if m.err != nil {
		return component.Fail("Nothing was opened: " + m.err.Error() + ".")
	}
	if m.path != "" {
		return l.open(m)
	}
	config := l.o.ConfigPath
	text := "The built-in protocol can't be edited where it is. Write it to " + m.folder + " and use it from now on? " +
		"A line goes into " + config + "; removing it brings the built-in one back."
	risk := "Write it there and edit it"
	if m.there {
		text = "The built-in protocol can't be edited where it is. There is a protocol in " + m.folder +
			" already. Use that one from now on? " +
			"A line goes into " + config + "; removing it brings the built-in one back."
		risk = "Use it and edit it"
	}
	return func() tea.Msg {
		return component.Confirm{
			Text: text, Safe: "Leave it as it is", Risk: risk,
			Do: func() tea.Cmd { return adopt(m, config, l.o.Clock) },
		}
	}
}

// open hands the terminal to the editor.
func (l *supervisor) open(m readyMsg) tea.Cmd {
	return l.lend(m.editor.Command(m.path, m.line), func(err error) tea.Msg { return editedMsg{id: m.id, err: err} })
}

// reload reads the folder again and compares it with what is shown.
func (l *supervisor) reload(id string) tea.Cmd {
	o, shown := l.o, l.env.Pack
	return func() tea.Msg {
		m := reloadedMsg{id: id, Loaded: o.load()}
		if m.State == content.Whole {
			m.changes = content.Compare(shown, m.Pack)
		}
		return m
	}
}

// reloaded shows the folder as it reads now. With mistakes, what was shown
// before stays: a protocol that can be half read answers half.
func (l *supervisor) reloaded(m reloadedMsg) tea.Cmd {
	if m.Err != nil {
		return component.Fail(model.CleanLine(m.Err.Error()) + ". " + l.stillShown() + ".")
	}
	if len(m.Mistakes) > 0 {
		l.o.mistakes = m.Mistakes
		l.showMistakes(m.id)
		return nil
	}
	l.o.state, l.o.mistakes, l.o.Pack, l.env.Pack = content.Whole, nil, m.Pack, m.Pack
	l.env.Banner = l.o.banner()
	views, _, _ := tabs(l.env)
	l.app.SetTabs(views, m.id)
	return component.Say(whatChanged(m.changes))
}

// stillShown says what the screen shows of a protocol that can't be used now.
func (l *supervisor) stillShown() string {
	switch l.o.state {
	case content.Earlier:
		return "Its last good copy is shown"
	case content.Unusable:
		return "No good copy of it is kept: only numbers to ring are shown"
	}
	return "What was read before is still shown"
}

// showMistakes lists the folder's mistakes, to be opened.
func (l *supervisor) showMistakes(id string) {
	n := len(l.o.mistakes)
	intro := model.Count(n, "mistake") + " in " + l.o.ContentDir + ". " + l.stillShown() + " until " +
		oneOrMore(n, "it is", "they are") + " corrected."
	l.app.ShowMistakes(intro, l.o.mistakes, func(at content.Mistake) tea.Cmd { return l.editMistake(id, at) })
}

// editMistake opens the editor at a mistake.
func (l *supervisor) editMistake(id string, at content.Mistake) tea.Cmd {
	folder := l.o.ContentDir
	return func() tea.Msg {
		m := readyMsg{id: id, path: filepath.Join(folder, at.File), line: at.Line}
		m.editor, m.err = l.editors.Find()
		return m
	}
}

// whatChanged says in a line what was saved.
func whatChanged(changes []content.Change) string {
	switch len(changes) {
	case 0:
		return "Read again: the protocol says the same as before."
	case 1:
		return "Read again. " + changes[0].Text + "."
	}
	return fmt.Sprintf("Read again, with %d changes. The first: %s.", len(changes), changes[0].Text)
}

func oneOrMore(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}
