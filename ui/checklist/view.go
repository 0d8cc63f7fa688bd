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
	"isspp/ui/kit"
)

// stage is one screen of the tab. Each draws itself and takes its keys.
type stage interface {
	resize(w, h int)
	draw() []string
	actions() []kit.Action
	redraw()
	click(x, y int) tea.Cmd
	wheel(x, y, n int)
	cursor() *tea.Cursor
}

// writer is a stage with a text field.
type writer interface {
	typing() bool
	typingHints() []kit.Action
	key(k tea.KeyPressMsg) (tea.Cmd, bool)
	paste(text string) tea.Cmd
}

// sealer is a stage with something to keep while it is being written.
type sealer interface{ seal() tea.Cmd }

// filterer is a stage that "/" works in.
type filterer interface {
	filter()
	// nothing says why there is nothing to search, or is empty.
	nothing() string
}

// View is the tab.
type View struct {
	env *kit.Env
	// keep is where walkthroughs are kept; nil while nothing is saved.
	keep  kit.Keeper
	saver kit.Saver
	stage stage
	// live is the walkthrough that is open, or nil; given is what its heading held
	// before anything was typed.
	live  *model.Walkthrough
	given string
	// soon seals text that is being typed.
	soon kit.Throttle
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
func New(env *kit.Env) *View {
	v := &View{env: env, saver: kit.Saver{ID: "walkthrough"}, soon: kit.Throttle{ID: "walkthrough"}}
	v.stage = newHome(v)
	return v
}

// Keep gives the tab the store once it is open. A walkthrough that was begun
// without saving is saved from here on.
func (v *View) Keep(k kit.Keeper) tea.Cmd {
	v.keep = k
	v.readAs = readAs{}
	v.read()
	if v.live != nil {
		v.join()
		return v.save()
	}
	v.goTo(newHome(v))
	return v.prepare()
}

// Resume opens what was last being written, if anything was: by recent, the ids
// of what was saved last, and only without them by the time. After a clock was put
// back the time would open another child's walkthrough.
func (v *View) Resume(recent []string) tea.Cmd {
	all := unfinishedOf(v.concerns)
	for _, id := range recent {
		if i := slices.IndexFunc(all, func(u unfinished) bool { return u.id() == id }); i >= 0 {
			return v.resumeAny(all[i])
		}
	}
	if len(all) > 0 {
		return v.resumeAny(all[0])
	}
	return nil
}

// Start begins a walkthrough at the danger gate.
func (v *View) Start() { v.goTo(newGate(v)) }

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

// heading is what a person may have typed of who, where and when. Their own
// school stands there by itself.
func (v *View) heading(w *model.Walkthrough) string {
	setting := w.Setting
	if setting == v.env.School {
		setting = ""
	}
	return strings.Join([]string{w.Ref, setting, w.YearGroup, w.EventTime, w.RaisedBy, w.By}, "\x00")
}

// touched tells that something was recorded.
func (v *View) touched() bool {
	if v.live == nil {
		return false
	}
	w := v.live
	return len(w.Entries) > 0 || w.Draft.Text != "" || v.heading(w) != v.given
}

// Settled tells that nothing waits to be written.
func (v *View) Settled() bool { return v.saver.Idle() && !v.soon.Waiting() }

// Walking tells that something is being written, so that it is shown again
// after a lock.
func (v *View) Walking() bool {
	if f, ok := v.stage.(*entryForm); ok {
		return f.begun()
	}
	return v.live != nil && v.live.Finished.IsZero()
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
		s.resize(v.inside())
	}
}

// Resize lays the tab out.
func (v *View) Resize(w, h int) {
	v.w, v.h = w, h
	v.stage.resize(v.inside())
}

// Draw returns the body's lines.
func (v *View) Draw() []string {
	v.freshen()
	lines := v.stage.draw()
	if pane, own := v.pane(); !own {
		return pane.Draw(lines, v.w, v.h, v.env.Theme, v.env.Signs)
	}
	return lines
}

// Redraw drops what was drawn, and what was read of the notes: they may have
// changed from outside the tab.
func (v *View) Redraw() {
	v.readAs = readAs{}
	v.stage.redraw()
}

// Actions are what can be done on this screen of the tab.
func (v *View) Actions() []kit.Action { return v.stage.actions() }

// Typing tells that a text field has the letters.
func (v *View) Typing() bool {
	w, ok := v.stage.(writer)
	return ok && w.typing()
}

// Composing tells that evidence or an answer of an entry has been begun.
func (v *View) Composing() bool {
	switch s := v.stage.(type) {
	case *walk:
		return s.evidence != nil && !s.evidence.when.Focused() && s.evidence.editor.Value() != ""
	case *entryForm:
		return s.form.Value(s.form.At()) != ""
	}
	return false
}

// TypingHints are the keys that work meanwhile.
func (v *View) TypingHints() []kit.Action {
	if w, ok := v.stage.(writer); ok {
		return w.typingHints()
	}
	return nil
}

// Type takes a key into the text field.
func (v *View) Type(k tea.KeyPressMsg) (tea.Cmd, bool) {
	if w, ok := v.stage.(writer); ok {
		return w.key(k)
	}
	return nil, false
}

// Paste puts pasted text into the text field.
func (v *View) Paste(text string) tea.Cmd {
	if w, ok := v.stage.(writer); ok && w.typing() {
		return w.paste(text)
	}
	return nil
}

// Click is the mouse.
func (v *View) Click(x, y int) tea.Cmd {
	if _, own := v.pane(); !own {
		x, y = x-kit.PaneLeft(v.h), y-kit.PaneTop
	}
	return v.stage.click(x, y)
}

// Wheel is the mouse's wheel.
func (v *View) Wheel(x, y, n int) tea.Cmd {
	v.stage.wheel(x, y, n)
	return nil
}

// Cursor is the text cursor's place.
func (v *View) Cursor() *tea.Cursor {
	c := v.stage.cursor()
	if _, own := v.pane(); c != nil && !own {
		c.X, c.Y = c.X+kit.PaneLeft(v.h), c.Y+kit.PaneTop
	}
	return c
}

// Open shows an item of the lists in the open walkthrough.
func (v *View) Open(id string) bool {
	w, ok := v.stage.(*walk)
	return ok && w.goTo(id)
}

// Filter opens the search of the screen that is shown, where it has one.
func (v *View) Filter() {
	if f, ok := v.stage.(filterer); ok && f.nothing() == "" {
		f.filter()
	}
}

// Filterable says why there is nothing to filter here, or is empty.
func (v *View) Filterable() string {
	if f, ok := v.stage.(filterer); ok {
		return f.nothing()
	}
	return "There is nothing to filter here."
}

// At is the id of the item that a walkthrough is at.
func (v *View) At() string {
	if k, ok := v.stage.(*walk); ok {
		if item, ok := k.item(); ok {
			return item.ID
		}
	}
	return ""
}
