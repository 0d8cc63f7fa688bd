package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// The places of the tab that a lock comes back to, beside what is being written.
const (
	placeForm    = "form"
	placeClosing = "closing"
	placeConcern = "concern "
)

// Place is where the person is in the tab, for the session after a lock. It is
// kept sealed.
func (v *View) Place() string {
	switch s := v.stage.(type) {
	case *form:
		return placeForm
	case *summary:
		return placeClosing
	case *concernPage:
		return placeConcern + s.id
	}
	return ""
}

// Shown is the reference of the concern whose page is shown, or empty.
func (v *View) Shown() string {
	if s, ok := v.stage.(*concernPage); ok {
		if c := v.concern(s.id); c != nil {
			return c.Ref
		}
	}
	return ""
}

// Return goes back to a place. What was being written is open already.
func (v *View) Return(place string) tea.Cmd {
	id, concern := strings.CutPrefix(place, placeConcern)
	open := v.Walking() && v.live != nil
	switch {
	case place == placeForm && open:
		v.goTo(newForm(v, nil))
	case place == placeClosing && open:
		v.goTo(newSummary(v))
	case concern && v.concern(id) != nil && !v.Walking():
		v.goTo(newConcernPage(v, id))
	}
	return nil
}
