package protective

// PrivateText is the note at the selected place.
func (v *View) PrivateText() string {
	if v.edit != nil {
		return v.edit.editor.Value()
	}
	shown := v.shownNotes()
	if len(shown) == 0 {
		return ""
	}
	return shown[min(v.noteAt, len(shown)-1)].Body
}
