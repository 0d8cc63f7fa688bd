// Package checklist is the tab for a concern: the concerns that are kept, the
// danger gate, who and where, the way through the signs and factors, the closing
// page, and the concern's life from the decision to its review. It counts what
// was considered and never what was present.
package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// View is the tab.
type View struct {
	env *component.Env
	// keep is where walkthroughs are kept; nil while nothing is saved.
	keep  component.Keeper
	saver component.Saver
	stage stage
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

// Settled tells that nothing waits to be written.
func (v *View) Settled() bool { return v.saver.Idle() && !v.soon.Waiting() }

// Walking tells that something is being written, so that it is shown again
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

func (v *View) goTo(s stage) {
	v.stage = s
	v.then = nil
	if v.w > 0 {
		v.layOut()
	}
}

// layOut gives the screen that is shown its room.
func (v *View) layOut() {
	w, h := v.w, v.h
	if _, own := v.stage.pane(); !own {
		w, h = component.Inside(w, h)
	}
	v.stage.resize(w, h)
	v.stage.redraw()
}

// SetSize lays the tab out.
func (v *View) SetSize(w, h int) {
	v.w, v.h = w, h
	v.layOut()
}

// View returns the body's lines.
func (v *View) View() []string {
	v.freshen()
	lines := v.stage.draw()
	if pane, own := v.stage.pane(); !own {
		return pane.Draw(lines, v.w, v.h, v.env.Theme, v.env.Signs)
	}
	return lines
}

// redraw drops what was drawn, and what was read of the notes: they may have
// changed from outside the tab.
func (v *View) redraw() {
	v.readAs = readAs{}
	v.stage.redraw()
}

// Actions are what can be done on this screen of the tab.
func (v *View) Actions() []component.Action {
	if !v.stage.typing() {
		return v.stage.actions()
	}
	field := component.Typing(v.composing(), "enter", "esc", "tab", "up", "down", "pgup", "pgdown", "ctrl+home",
		"ctrl+end",
		"shift+up", "shift+down")
	return slices.Concat([]component.Action{field}, v.stage.hints(), component.Unnamed(v.stage.actions()))
}

// composing tells that evidence or an answer of an entry has been begun.
func (v *View) composing() bool {
	switch s := v.stage.(type) {
	case *items:
		return s.evidence != nil && !s.evidence.when.Focused() && s.evidence.editor.Value() != ""
	case *entryForm:
		return s.form.Value(s.form.At()) != ""
	}
	return false
}

// Update takes what is typed, the mouse, and the results of the tab's own commands.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		v.redraw()
	case tea.KeyPressMsg:
		return v.key(msg)
	case tea.PasteMsg:
		if v.stage.typing() {
			return v.stage.paste(msg.Content)
		}
	case tea.MouseClickMsg:
		x, y := msg.X, msg.Y
		if _, own := v.stage.pane(); !own {
			x, y = x-component.PaneLeft(v.h), y-component.PaneTop
		}
		return v.stage.click(x, y)
	case tea.MouseWheelMsg:
		v.stage.wheel(msg.X, msg.Y, component.Wheel(msg))
	default:
		return v.handle(msg)
	}
	return nil
}

// key gives a key to the field, and one that it has no use for to the screen.
func (v *View) key(k tea.KeyPressMsg) tea.Cmd {
	if cmd, taken := v.stage.key(k); taken {
		return cmd
	}
	if a, ok := component.Find(v.stage.actions(), k.String()); ok && a.Disabled == "" && a.Run != nil {
		return a.Run()
	}
	return nil
}

// Cursor is the text cursor's place.
func (v *View) Cursor() *tea.Cursor {
	c := v.stage.cursor()
	if _, own := v.stage.pane(); c != nil && !own {
		c.X, c.Y = c.X+component.PaneLeft(v.h), c.Y+component.PaneTop
	}
	return c
}

// Open shows an item of the lists in the open walkthrough.
func (v *View) Open(id string) bool {
	k, ok := v.stage.(*items)
	return ok && k.goTo(id)
}

// Filter opens the search of the screen that is shown, where it has one.
func (v *View) Filter() {
	if v.stage.nothing() == "" {
		v.stage.filter()
	}
}

// Unfiltered says why there is nothing to filter here, or is empty.
func (v *View) Unfiltered() string { return v.stage.nothing() }

// At is the id of the item that a walkthrough is at.
func (v *View) At() string {
	if k, ok := v.stage.(*items); ok {
		if at, ok := k.item(); ok {
			return at.Item.ID
		}
	}
	return ""
}
