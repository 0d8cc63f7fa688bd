package checklist

import "isspp/ui/kit"

// paneName is the name of the one pane around the screen that is shown, and empty
// where the screen draws its own.
func (v *View) paneName() string {
	switch s := v.stage.(type) {
	case *walk:
		return ""
	case *home:
		if s.beside() {
			return ""
		}
		return "Concerns"
	case *gate:
		return "Before you begin"
	case *form:
		return "Walkthrough"
	case *summary:
		return "Closing page"
	case *concernPage:
		return "Concern"
	case *review:
		return "Review"
	case *entryForm:
		return "Entry"
	}
	return "Choose"
}

// inside is the room that the screen that is shown has.
func (v *View) inside() (w, h int) {
	if v.paneName() == "" {
		return v.w, v.h
	}
	return kit.Inside(v.w, v.h)
}
