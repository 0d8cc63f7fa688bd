package session

import (
	"encoding/json"

	tea "charm.land/bubbletea/v2"
)

// placed is a view that can say where the person is in it, and go back there.
type placed interface {
	Place() string
	Return(place string) tea.Cmd
}

// places are where the person was in each view, as kept sealed for the session
// after a lock.
type places struct {
	Checklist  string `json:"checklist,omitempty"`
	Protective string `json:"protective,omitempty"`
}

// depart keeps the place and ends the session. That the place can't be kept keeps
// nobody from locking.
func (s *notesSession) depart() tea.Cmd {
	if s.store == nil || s.leaving == nil || s.leaving.Quit {
		return tea.Quit
	}
	b, err := json.Marshal(places{Checklist: s.list.Place(), Protective: s.protective.Place()})
	if err != nil {
		return tea.Quit
	}
	notes := s.store
	return func() tea.Msg {
		_ = notes.KeepPlace(b)
		return tea.QuitMsg{}
	}
}

// comeBack goes back to where the person was when this isspp was locked last.
func (s *notesSession) comeBack() tea.Cmd {
	var at places
	if json.Unmarshal(s.store.KeptPlace(), &at) != nil {
		return nil
	}
	var cmds []tea.Cmd
	for _, v := range []struct {
		placed
		at string
	}{{s.list, at.Checklist}, {s.protective, at.Protective}} {
		if v.at != "" {
			cmds = append(cmds, v.Return(v.at))
		}
	}
	return tea.Batch(cmds...)
}
