package app

import (
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Update chooses a file, or writes what was read.
func (s *sheetImport) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		s.lay()
	case sheetFolderMsg:
		return s.looked(msg)
	case sheetReadMsg:
		if s.reading == msg.of {
			s.read(msg)
		}
	case sheetBarMsg:
		if s.reading == msg.of {
			return s.showsSoon(msg.of)
		}
	case localFailedMsg:
		s.failed(msg.err)
	case tea.KeyPressMsg:
		return s.key(msg)
	case tea.MouseWheelMsg:
		if s.plan != nil {
			s.scroll.Take(msg)
		} else {
			s.list.Move(component.Wheel(msg) / 3)
		}
	case tea.MouseClickMsg:
		if i := s.list.Row(msg.Y - len(s.above())); i >= 0 && s.plan == nil && s.reading == nil && !s.busy {
			s.list.Select(i)
			return s.open()
		}
	}
	return nil
}

func (s *sheetImport) key(k tea.KeyPressMsg) tea.Cmd {
	key := k.String()
	leaves := key == "esc" || key == "q"
	switch {
	case s.saving:
	case key == "ctrl+c" && s.reading == nil:
		s.Close()
	case s.plan != nil && leaves:
		s.plan, s.said = nil, ""
		s.m.fit(s)
		return s.look(s.folder)
	case s.plan != nil && key == "enter" && s.plan.writes():
		return s.write()
	case s.plan != nil:
		s.scroll.Take(k)
	case s.reading != nil && leaves:
		s.reading.stopped.Store(true)
		s.said = "Stopped. " + filepath.Base(s.reading.path) + " was not read to its end, and nothing has changed."
		s.reading = nil
	case s.reading != nil:
	case leaves:
		s.Close()
	default:
		return s.folderKey(k)
	}
	return nil
}

func (s *sheetImport) folderKey(k tea.KeyPressMsg) tea.Cmd {
	if s.busy {
		s.waiting = append(s.waiting, k)
		return nil
	}
	switch key := k.String(); key {
	case "enter", "right", "l":
		return s.open()
	case "left", "h", "backspace":
		return s.look(filepath.Dir(s.folder))
	case "ctrl+n":
		s.list.Move(1)
	case "ctrl+p":
		s.list.Move(-1)
	case "space":
		s.list.Page(1)
	default:
		if a, ok := component.Find(component.RowKeys(s.list.Move, s.list.Move, max(s.list.Height-1, 1)), key); ok {
			a.Run()
		}
	}
	return nil
}

// Actions are the keys.
func (s *sheetImport) Actions() []component.Action {
	if s.reading != nil {
		return []component.Action{component.Hint("esc", "stop")}
	}
	if s.plan == nil {
		return []component.Action{
			component.Hint("enter", "open"), component.Hint("left", "folder above"),
			component.Hint("esc", "back"),
		}
	}
	var out []component.Action
	if s.plan.writes() {
		out = append(out, component.Hint("enter", "write it"))
	}
	if s.scroll.Overflows() {
		out = append(out, component.Hint("down", "more"))
	}
	return append(out, component.Hint("esc", "choose another"))
}
