// Package checklist is the tab for a concern: the concerns that are kept, the
// danger gate, who and where, the way through the signs and factors, the closing
// page, and the concern's life from the decision to its review. It counts what
// was considered and never what was present.
package checklist

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// View is the tab: one of its screens has the room and the keys.
type View struct {
	env *component.Env
	// keep is where walkthroughs are kept; nil while nothing is saved.
	keep  component.Keeper
	saver component.Saver
	// stage is the screen that has the room and the keys.
	stage component.Component
	// live is the walkthrough that is open, or nil.
	live *walk.Run
	// soon seals text that is being typed.
	soon component.Throttle
	// then is done as soon as everything is saved, and not if that fails.
	then func() tea.Cmd
	// concerns are the kept ones, as last read, and index finds words in them.
	concerns []model.Concern
	index    *model.ConcernIndex
	readAs   readAs
	// stale tells that another tab has saved something since.
	stale bool
	w, h  int
}

// New makes the tab. Without private notes it shows how to come by them.
func New(env *component.Env) *View {
	v := &View{env: env, saver: component.Saver{ID: "walkthrough"}, soon: component.Throttle{ID: "walkthrough"}}
	v.stage = newHome(v)
	return v
}

// Keep gives the tab the store once it is open. A walkthrough that was begun
// without saving is saved from here on.
func (v *View) Keep(k component.Keeper) tea.Cmd {
	v.keep = k
	v.readAs = readAs{}
	v.read()
	if v.live != nil {
		v.live.Join(v.concerns)
		return v.save()
	}
	v.goTo(newHome(v))
	return v.prepare()
}

// Resume opens what was last being written, if anything was: by recent, the ids
// of what was saved last, and only without them by the time. After a clock was put
// back the time would open another child's walkthrough.
func (v *View) Resume(recent []string) tea.Cmd {
	all := walk.UnfinishedOf(v.concerns)
	for _, id := range recent {
		if i := slices.IndexFunc(all, func(u walk.Unfinished) bool { return u.ID() == id }); i >= 0 {
			return v.resume(all[i])
		}
	}
	if len(all) > 0 {
		return v.resume(all[0])
	}
	return nil
}

// Start begins a walkthrough at the danger gate.
func (v *View) Start() { v.goTo(newGate(v, nil)) }

// Busy says what leaving now would lose, or is empty.
func (v *View) Busy() string {
	switch {
	case v.keep == nil && v.touched():
		return "This walkthrough is not saved. Leaving now loses what you recorded. To keep it, stay and press ctrl+s."
	case v.saver.Failed != nil && v.Walking():
		return "The last change could not be saved. Leaving now loses it; what was saved before is safe."
	}
	return ""
}

// touched reports whether something was recorded.
func (v *View) touched() bool { return v.live != nil && v.live.Touched() }

// Settled reports whether nothing waits to be written.
func (v *View) Settled() bool { return v.saver.Idle() && !v.soon.Waiting() }

// Walking reports whether something is being written, so that it is shown again
// after a lock.
func (v *View) Walking() bool {
	if f, ok := v.stage.(*entryForm); ok {
		return f.begun()
	}
	return v.live != nil && !v.live.Final()
}

// Writing says what is being written, or is empty.
func (v *View) Writing() string {
	switch {
	case !v.Walking():
		return ""
	case v.live == nil:
		return "An entry of a concern is being written."
	}
	return "A walkthrough is open."
}

func (v *View) goTo(s component.Component) {
	v.stage, v.then = s, nil
	if v.w > 0 {
		s.SetSize(v.w, v.h)
	}
}

// SetSize lays the tab out.
func (v *View) SetSize(w, h int) {
	v.w, v.h = w, h
	v.stage.SetSize(w, h)
}

// View returns the body's lines.
func (v *View) View() []string {
	v.freshen()
	return v.stage.View()
}

// Cursor is the text cursor's place.
func (v *View) Cursor() *tea.Cursor { return v.stage.Cursor() }

// Actions are what can be done on this screen of the tab.
func (v *View) Actions() []component.Action { return v.stage.Actions() }

// Update takes what is typed, the mouse, and the results of the tab's own commands.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case component.RedrawMsg:
		v.readAs = readAs{} // the notes may have changed from outside the tab
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
	default:
		return v.handle(msg)
	}
	return v.stage.Update(msg)
}

// Open shows an item of the lists in the open walkthrough.
func (v *View) Open(id string) bool {
	k, ok := v.stage.(*items)
	return ok && k.goTo(id)
}

// At is the id of the item that a walkthrough is at.
func (v *View) At() string {
	if k, ok := v.stage.(*items); ok {
		if at, ok := k.item(); ok {
			return at.Item.ID
		}
	}
	return ""
}

// Filter opens the search of the screen that is shown, where it has one.
func (v *View) Filter() {
	if s, ok := v.stage.(component.Searcher); ok && s.Unfiltered() == "" {
		s.Filter()
	}
}

// Unfiltered says why there is nothing to filter here, or is empty.
func (v *View) Unfiltered() string {
	if s, ok := v.stage.(component.Searcher); ok {
		return s.Unfiltered()
	}
	return "There is nothing to filter here."
}

// Selected is the text at the selected place: an item's evidence, as it is being
// written too, or what a moment of a concern says.
func (v *View) Selected() (name, text string, private bool) {
	switch s := v.stage.(type) {
	case *items:
		if s.evidence != nil {
			return "", s.evidence.editor.Value(), true
		}
		if it, ok := s.item(); ok {
			e, _ := v.live.Entry(it.Item.ID)
			return "", e.Evidence, true
		}
	case *concernPage:
		var lines []string
		for _, f := range s.moment().Fields {
			lines = append(lines, f.Label+": "+f.Text)
		}
		return "", strings.Join(lines, "\n"), true
	}
	return "", "", true
}

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

// Shown is the reference of the concern whose page is shown, or empty.
func (v *View) Shown() string {
	if s, ok := v.stage.(*concernPage); ok {
		if c := v.concern(s.id); c != nil {
			return c.Ref
		}
	}
	return ""
}
