package protective

import "strings"

// Selected is the note at the selected place: its text, and what will be done
// to build the factor. While one is written it is what stands where the cursor is.
func (v *View) Selected() (name, text string, private bool) { return "", v.privateText(), true }

func (v *View) privateText() string {
	if v.edit != nil {
		if f := v.edit.fields[v.edit.at]; f != nil {
			return f.Value()
		}
		return v.edit.editor.Value()
	}
	shown := v.shownNotes()
	if len(shown) == 0 {
		return ""
	}
	n := shown[min(v.noteAt, len(shown)-1)]
	parts := []string{n.Body}
	if n.Build.Planned() {
		parts = append(parts, "We will: "+n.Build.What, v.ownerAndDay(n.Build))
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}
