package checklist

// Selected is the text at the selected place: an item's evidence, as it is being
// written too, or what a moment of a concern says.
func (v *View) Selected() (name, text string, private bool) { return "", v.privateText(), true }

func (v *View) privateText() string {
	switch s := v.stage.(type) {
	case *items:
		if s.evidence != nil {
			return s.evidence.editor.Value()
		}
		if it, ok := s.item(); ok {
			e, _ := v.live.Entry(it.Item.ID)
			return e.Evidence
		}
	case *concernPage:
		text := ""
		for _, f := range s.moment().Fields {
			if text != "" {
				text += "\n"
			}
			text += f.Label + ": " + f.Text
		}
		return text
	}
	return ""
}
