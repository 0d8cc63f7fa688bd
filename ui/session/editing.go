package session

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/config"
	"isspp/ui/editor"
)

// packFolder is the folder beside the config file that the built-in protocol is
// written to when somebody wants to edit it.
const packFolder = "protocol"

// entryPlace is where an entry is written, and the editor for it.
type entryPlace struct {
	editor editor.Editor
	id     string
	// path and line are where to open; path is empty where the built-in edition
	// would have to be written out first.
	path string
	line int
	// folder is where it would be written, and there whether it has been before.
	folder string
	there  bool
}

// then is what follows a look for an entry's place.
func (l *supervisor) then(e entryPlace, err error) tea.Msg {
	return thenMsg(func() tea.Cmd {
		switch {
		case err != nil:
			return component.Fail("Nothing was opened: " + err.Error() + ".")
		case e.path == "":
			return l.offerFolder(e)
		}
		return l.open(e)
	})
}

// edit finds the editor and the entry's place. A folder with mistakes, which its
// last good copy or nothing stands in for, is read again: it shows them, to be opened.
func (l *supervisor) edit(id string) tea.Cmd {
	pack, folder, config := l.env.Pack, l.o.ContentDir, l.o.ConfigPath
	if l.o.state != content.Whole {
		return l.reload(id)
	}
	return func() tea.Msg {
		e, err := entryPlace{id: id}, error(nil)
		if e.editor, err = l.editors.Find(); err != nil {
			return l.then(e, err)
		}
		if folder == "" {
			e.folder = filepath.Join(filepath.Dir(config), packFolder)
			there, err := os.ReadDir(e.folder)
			e.there = err == nil && len(there) > 0
			return l.then(e, nil)
		}
		at, found := pack.Place(id)
		if e.path, e.line = pack.Path(at), at.Line; !found {
			err = errors.New("the place of this entry was not found in the protocol's documents")
		}
		return l.then(e, err)
	}
}

// offerFolder asks whether the built-in edition is to be written out.
func (l *supervisor) offerFolder(e entryPlace) tea.Cmd {
	text, risk := "The built-in protocol can't be edited where it is. Write it to "+e.folder+
		" and use it from now on? ", "Write it there and edit it"
	if e.there {
		text, risk = "The built-in protocol can't be edited where it is. There is a protocol in "+e.folder+
			" already. Use that one from now on? ", "Use it and edit it"
	}
	return func() tea.Msg {
		return component.Confirm{
			Text: text + "A line goes into " + l.o.ConfigPath + "; removing it brings the built-in one back.",
			Safe: "Leave it as it is", Risk: risk,
			Do: func() tea.Cmd { return l.adopt(e) },
		}
	}
}

// open hands the terminal to the editor.
func (l *supervisor) open(e entryPlace) tea.Cmd {
	return l.lend(e.editor.Command(e.path, e.line), func(err error) tea.Msg {
		return thenMsg(func() tea.Cmd {
			var exit *exec.ExitError
			switch {
			case err == nil:
				return l.reload(e.id)
			case errors.As(err, &exit):
				return tea.Sequence(l.reload(e.id), component.Fail("The editor ended with "+exit.String()+
					"; what it saved counts. "))
			}
			return tea.Sequence(l.reload(e.id), component.Fail("The editor could not be started: "+err.Error()+". "))
		})
	})
}

// reload reads the folder again and compares it with what is shown.
func (l *supervisor) reload(id string) tea.Cmd {
	o, shown := l.o, l.env.Pack
	return func() tea.Msg {
		loaded := o.load()
		var changes []content.Change
		if loaded.State == content.Whole {
			changes = content.Compare(shown, loaded.Pack)
		}
		return thenMsg(func() tea.Cmd { return l.reloaded(loaded, id, changes) })
	}
}

// reloaded shows the folder as it reads now. With mistakes, what was shown
// before stays: a protocol that can be half read answers half.
func (l *supervisor) reloaded(m content.Loaded, id string, changes []content.Change) tea.Cmd {
	if m.Err != nil {
		return component.Fail(model.CleanLine(m.Err.Error()) + ". " + l.stillShown() + ".")
	}
	if len(m.Mistakes) > 0 {
		l.o.mistakes = m.Mistakes
		l.showMistakes(id)
		return nil
	}
	l.o.state, l.o.mistakes, l.o.Pack, l.env.Pack = content.Whole, nil, m.Pack, m.Pack
	l.env.Banner = l.o.banner()
	views, _, _ := tabs(l.env)
	l.app.SetTabs(views, id)
	switch len(changes) {
	case 0:
		return component.Say("Read again: the protocol says the same as before.")
	case 1:
		return component.Say("Read again. " + changes[0].Text + ".")
	}
	return component.Say(fmt.Sprintf("Read again, with %d changes. The first: %s.", len(changes), changes[0].Text))
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

func (l *supervisor) showMistakes(id string) {
	n, folder := len(l.o.mistakes), l.o.ContentDir
	intro := model.Count(n, "mistake") + " in " + folder + ". " + l.stillShown() + " until " +
		oneOrMore(n, "it is", "they are") + " corrected."
	l.app.ShowMistakes(intro, l.o.mistakes, func(at content.Mistake) tea.Cmd {
		return func() tea.Msg {
			e := entryPlace{id: id, path: filepath.Join(folder, at.File), line: at.Line}
			var err error
			e.editor, err = l.editors.Find()
			return l.then(e, err)
		}
	})
}

func oneOrMore(n int, one, more string) string {
	if n == 1 {
		return one
	}
	return more
}

// adopt writes the built-in edition into a folder, unless there is one, and
// makes the config file name it.
func (l *supervisor) adopt(e entryPlace) tea.Cmd {
	file, now := l.o.ConfigPath, l.o.now()
	return func() tea.Msg {
		var pack *content.Pack
		var mistakes []content.Mistake
		var err error
		if !e.there {
			_, err = content.Init(e.folder, false, now)
		}
		if err == nil {
			pack, mistakes, err = content.Read(e.folder)
		}
		if err == nil {
			err = config.Set(file, "content", e.folder)
		}
		if err == nil {
			at, found := pack.Place(e.id)
			switch {
			case len(mistakes) > 0:
				e.path, e.line = filepath.Join(e.folder, mistakes[0].File), mistakes[0].Line
			case found:
				e.path, e.line = pack.Path(at), at.Line
			default:
				e.path, e.line = filepath.Join(e.folder, "README.md"), 1
			}
		}
		return thenMsg(func() tea.Cmd {
			if err != nil {
				return component.Fail("Nothing was opened: " + err.Error() + ". The built-in edition is still used.")
			}
			l.o.ContentDir = e.folder
			return l.open(e)
		})
	}
}
