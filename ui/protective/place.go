package protective

import (
	"encoding/json"

	tea "charm.land/bubbletea/v2"
)

// standing is where the person is in the tab: the factor, and the note that is
// being written, if one is.
type standing struct {
	Item string `json:"item,omitempty"`
	Note string `json:"note,omitempty"`
	At   place  `json:"at,omitempty"`
}

// Place is where the person is in the tab, for the session after a lock. It is
// kept sealed.
func (v *View) Place() string {
	var s standing
	if r, ok := v.selected(); ok {
		s.Item = r.item.ID
	}
	if v.edit != nil {
		s.Note, s.At = v.edit.note.ID, v.edit.at
	}
	if s == (standing{}) {
		return ""
	}
	b, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(b)
}

// Return goes back there, with the note open where it was being written.
func (v *View) Return(place string) tea.Cmd {
	var s standing
	if json.Unmarshal([]byte(place), &s) != nil {
		return nil
	}
	v.Ready()
	v.Choose(s.Item)
	if n := v.notes.byID[s.Note]; n != nil && s.At >= 0 && s.At < places {
		v.begin(n, s.At)
	}
	v.Drop()
	return nil
}
