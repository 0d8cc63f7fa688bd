package app

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/editor"
	"isspp/ui/process"
)

type localWriter interface {
	component.Dialog
	// Saved closes it if the file on the disk is what it waited for.
	Saved()
}

func (m *Model) localPath() string {
	if m.env.Local == nil {
		return ""
	}
	return m.env.Local.File
}

// localChanged shows the layer as it is now, everywhere, and takes away the form whose
// entry is on the disk.
func (m *Model) localChanged(msg component.LocalChangedMsg) tea.Cmd {
	if m.env.Local != nil {
		msg.Local.StaleAfter = m.env.Local.StaleAfter
	}
	m.env.Local = msg.Local
	for _, d := range m.dialogs {
		if w, ok := d.(localWriter); ok && msg.Saved {
			w.Saved()
		}
	}
	m.sweep()
	m.redraw()
	m.layout()
	if msg.Said == "" {
		return nil
	}
	return func() tea.Msg { return component.Noticed{Text: msg.Said, Failed: msg.Failed} }
}

type localEditedMsg struct{ err error }

// openLocalFile is a command that hands the terminal to the person's editor, with the
// Local file in it. Where there is none yet, one to fill in is made.
func (m *Model) openLocalFile() tea.Cmd {
	path := m.localPath()
	return func() tea.Msg {
		e, err := editor.Here().Find()
		if err != nil {
			return component.Noticed{
				Text: component.Capital(err.Error()) + ". The file is " + path + ".", Failed: true,
			}
		}
		line, err := content.MakeLocalFile(path)
		if err != nil {
			return component.Noticed{Text: component.Capital(err.Error()) + ".", Failed: true}
		}
		return process.Lend(e.Command(path, line), func(err error) tea.Msg { return localEditedMsg{err} })()
	}
}

// localEdited reads what the editor left, and says its first mistake.
func (m *Model) localEdited(msg localEditedMsg) tea.Cmd {
	path, pack := m.localPath(), m.env.Pack
	return func() tea.Msg {
		l, mistakes := content.LoadLocal(path)
		notice := content.LocalNotice(l, append(mistakes, content.CheckLocal(l, pack)...))
		switch {
		case notice != "":
			return component.LocalChangedMsg{Local: l, Said: notice, Failed: true}
		case msg.err != nil:
			return component.LocalChangedMsg{Local: l, Said: "The editor ended with an error (" + msg.err.Error() +
				"). What it saved was read.", Failed: true}
		}
		return component.LocalChangedMsg{Local: l, Said: "The Local file was read again: no mistakes."}
	}
}

// lookAtLocal is a command that reads the file anew and says so where another
// program has changed it, such as isspp local edit in a second terminal.
func (m *Model) lookAtLocal() tea.Cmd {
	path, shown := m.localPath(), m.env.Local
	if path == "" {
		return nil
	}
	return func() tea.Msg {
		l, mistakes := content.LoadLocal(path)
		if sameLocal(l, shown) {
			return nil
		}
		return component.LocalChangedMsg{Local: l, Said: content.LocalNotice(l, mistakes), Failed: true}
	}
}

func sameLocal(a, b *model.Local) bool {
	return a.Mistakes == b.Mistakes && len(a.Entries) == len(b.Entries) &&
		(len(a.Entries) == 0 || reflect.DeepEqual(a.Entries, b.Entries))
}
