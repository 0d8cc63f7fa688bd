package app

import (
	"os"
	"strings"

	"charm.land/bubbles/v2/filepicker"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// folder is a folder in which a file is chosen. The library's picker looks at
// the disk whenever it takes a key or draws, so both happen in a command, one
// key after the other.
type folder struct {
	picker filepicker.Model
	// waiting are the keys that came while the folder was being read.
	waiting []string
	busy    bool
	rows    []folderRow
}

// folderRow is one entry of the folder, as the picker shows it.
type folderRow struct {
	name    string
	isDir   bool
	atFront bool
}

// folderMsg is the folder after a key.
type folderMsg struct {
	picker filepicker.Model
	rows   []folderRow
	chosen string
	failed error
}

// folderTall is how many entries the picker shows: all but the strangest folders
// have fewer, and what is in view is ours to say.
const folderTall = 4096

// The picker's keys, as they are sent to it.
const (
	folderUp    = "up"
	folderDown  = "down"
	folderTop   = "g"
	folderEnd   = "G"
	folderOpen  = "enter"
	folderAbove = "left"
	folderHere  = "" // reads it anew
)

// dirMark ends a folder's name among the rows.
const dirMark = "/"

func newFolder(path string) folder {
	p := filepicker.New()
	p.CurrentDirectory, p.ShowPermissions, p.ShowSize, p.AutoHeight = path, false, false, false
	p.SetHeight(folderTall)
	one := func(name string) key.Binding { return key.NewBinding(key.WithKeys(name)) }
	p.KeyMap = filepicker.KeyMap{
		Up: one(folderUp), Down: one(folderDown), GoToTop: one(folderTop), GoToLast: one(folderEnd),
		Back: one(folderAbove), Open: one(folderOpen), Select: one(folderOpen),
	}
	// The names are painted where they are drawn, once nothing in them acts on a
	// terminal.
	clean := theme.Unpainted.Transform(model.CleanLine)
	p.Styles = filepicker.Styles{
		Symlink: clean, File: clean, DisabledFile: clean, Selected: clean, DisabledSelected: clean,
		Directory:      theme.Unpainted.Transform(func(name string) string { return model.CleanLine(name) + dirMark }),
		EmptyDirectory: theme.Unpainted,
	}
	return folder{picker: p}
}

// read is a command that reads the folder for the first time.
func (f *folder) read(to component.Dialog) tea.Cmd { return f.press(to, folderHere) }

// press is a command that gives the picker keys, when those before have been taken.
func (f *folder) press(to component.Dialog, keys ...string) tea.Cmd {
	f.waiting = append(f.waiting, keys...)
	if f.busy {
		return nil
	}
	return f.next(to)
}

// next is a command for the keys that wait; those that only move go together.
func (f *folder) next(to component.Dialog) tea.Cmd {
	if len(f.waiting) == 0 {
		return nil
	}
	n := 1
	for n < len(f.waiting) && f.waiting[n-1] != folderOpen && f.waiting[n-1] != folderAbove {
		n++
	}
	keys := f.waiting[:n:n]
	f.waiting, f.busy = f.waiting[n:], true
	p := f.picker
	return component.Ask(to, func() tea.Msg { return lookAround(p, keys...) })
}

// at is the row at the front, or -1.
func (f *folder) at() int {
	for i, r := range f.rows {
		if r.atFront {
			return i
		}
	}
	return -1
}

// lookAround gives the picker keys, and reads the folder that they lead to. One
// that can't be read isn't gone into.
func lookAround(p filepicker.Model, keys ...string) (msg folderMsg) {
	for _, name := range keys {
		was := p
		cmd := p.Init()
		if name != folderHere {
			p, cmd = p.Update(folderKey(name))
		}
		if name == folderOpen && cmd == nil && p.Path == "" {
			cmd = p.Init() // what was to be opened has gone
		}
		if cmd == nil {
			continue
		}
		if _, msg.failed = os.ReadDir(p.CurrentDirectory); msg.failed != nil {
			if name == folderOpen {
				p, _ = p.Update(folderKey(folderAbove)) // the picker forgets that it went in
			}
			p = was
			continue
		}
		p, _ = p.Update(cmd())
		if p.HighlightedPath() == "" { // the folder has got shorter meanwhile
			p, _ = p.Update(folderKey(folderTop))
		}
	}
	msg.chosen, p.Path = p.Path, ""
	msg.picker, msg.rows = p, folderRows(p)
	return msg
}

func folderKey(name string) tea.KeyPressMsg {
	switch name {
	case folderUp:
		return tea.KeyPressMsg{Code: tea.KeyUp}
	case folderDown:
		return tea.KeyPressMsg{Code: tea.KeyDown}
	case folderAbove:
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case folderOpen:
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// folderRows reads what the picker shows, line by line.
func folderRows(p filepicker.Model) []folderRow {
	if p.HighlightedPath() == "" {
		return nil
	}
	var rows []folderRow
	for line := range strings.SplitSeq(strings.TrimRight(p.View(), "\n"), "\n") {
		line, _, _ = strings.Cut(line, " → ") // where a link leads
		name, atFront := strings.CutPrefix(line, p.Cursor)
		row := folderRow{name: model.CleanLine(name), atFront: atFront}
		if atFront {
			info, err := os.Stat(p.HighlightedPath())
			row.isDir = err == nil && info.IsDir()
		} else if bare, dir := strings.CutSuffix(row.name, dirMark); dir {
			row.name, row.isDir = bare, true
		}
		rows = append(rows, row)
	}
	return rows
}
