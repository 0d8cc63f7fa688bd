package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// form asks who, where and when. Every line may be left and filled in later.
type form struct {
	asking
	// from is where Esc goes back to: the walkthrough that asked for the form, or nil.
	from *items
	// typedRef is the reference that was typed before a near one was taken in its place.
	typedRef string
}

func newForm(v *View, from *items) *form {
	lines := make([]component.FormLine, len(walk.Questions))
	for i, q := range walk.Questions {
		lines[i] = component.FormLine{Label: q.Label, Hint: q.Hint, Value: *q.Of(v.live.Walkthrough)}
		if q.Label == walk.Setting && v.env.School != "" {
			lines[i].Hint = v.env.School + ", unless you type another"
		}
	}
	f := &form{asking: asking{screen: screen{v: v}, form: component.NewForm(lines)}, from: from}
	f.form.Below = f.remarks
	f.asking.done, f.asking.back, f.last, f.asking.changed, f.asking.moved = f.done, f.back, f.done, f.changed, f.moved
	v.live.Stand(walk.StageForm)
	return f
}

func (f *form) pane() (component.Pane, bool) {
	return component.Pane{Title: "Walkthrough", Focus: true}, false
}

func (f *form) draw() []string {
	t := f.v.env.Theme
	title := "  " + t.Heading.Render("Who, where, when") + t.Quiet.Render("  each line can wait")
	state := f.v.savedState()
	if f.v.keep == nil {
		state = t.Alert.Render(f.v.savedWord()) // ctrl+s goes on from here
	}
	f.top = []string{component.Spread(title, state+" ", f.w, f.v.env.Signs)}
	return f.asking.draw()
}

// at is the question that has the keys.
func (f *form) at() walk.Question { return walk.Questions[f.form.At()] }

// remarks stand below a line: a gentle warning, which concern it joins, or what
// the setting matches.
func (f *form) remarks(i int) []string {
	p, t := f.newPage(6, f.w), f.v.env.Theme
	switch walk.Questions[i].Label {
	case walk.Reference:
		for _, remark := range []string{model.ReferenceWarning(f.form.Value(i)), f.joining()} {
			if remark != "" {
				p.Text(t.Note, remark)
			}
		}
	case walk.Setting:
		f.settings(p, f.form.Value(i))
	case walk.Event:
		p.Text(t.Quiet, f.v.live.EventAt.Understood())
	}
	return below(p)
}

// joining says which concern the walkthrough is added to, or could be, or is empty.
func (f *form) joining() string {
	found, near := f.v.live.Alike(f.v.concerns)
	if found == nil {
		return ""
	}
	since := walk.Since(f.v.env, found, near)
	switch ref := model.CleanLine(found.Ref); {
	case near:
		return "Same child as " + ref + "? " + since + ". This walkthrough is kept separate from it; if it is the " +
			"same child, ctrl+o adds it under that reference."
	case f.v.live.Concern == found.ID:
		return since + ": this walkthrough is added to it. ctrl+o keeps it separate."
	}
	return since + ". This walkthrough is kept separate from it; if it is the same child, ctrl+o adds it."
}

// settings lists the settings that the typed letters fit: all of them, since a
// school is never guessed.
func (f *form) settings(p *document.Page, typed string) {
	t, env := f.v.env.Theme, f.v.env
	found := walk.Settings(env, typed)
	switch {
	case strings.TrimSpace(typed) == "":
	case len(found) == 0:
		if schools, fit := env.Local.FindSchools(typed, env.Now); fit < model.FitNear && len(schools) == 1 {
			p.LocalNamed(env, schools[0])
			return
		}
		p.Text(t.Quiet, "Not a setting in the rota: it is kept as you write it.")
	case len(found) == 1:
		if e, ok := env.Local.Cover(found[0], env.Now); ok {
			p.Local(env, e)
		}
		p.Text(t.Quiet, "In the rota: "+found[0].Name+" ("+found[0].Officer+", "+found[0].Assigned+")")
	default:
		p.Text(t.Quiet, "Several fit; a few letters more decide:")
		for _, s := range found[:min(len(found), 4)] {
			p.Text(t.Plain, "  "+s.Name)
		}
	}
}

// joinable reports whether ctrl+o has a concern to join or to leave.
func (f *form) joinable() bool {
	found, _ := f.v.live.Alike(f.v.concerns)
	return f.at().Label == walk.Reference && found != nil
}

// otherwise turns the choice around: joined or a concern of its own. Who joins a
// concern under a near reference takes that reference, and gets their own back.
func (f *form) otherwise() {
	live, ref := f.v.live, f.form.At()
	found, near := live.Alike(f.v.concerns)
	switch {
	case near:
		f.typedRef = f.form.Value(ref)
		f.form.Set(ref, found.Ref)
		f.take()
		live.JoinTo(found)
	case live.Concern == found.ID && f.typedRef != "":
		f.form.Set(ref, f.typedRef)
		f.typedRef = ""
		f.take()
	case live.Concern == found.ID:
		live.Separate()
	default:
		live.JoinTo(found)
	}
}

func (f *form) hints() []component.Action {
	hints := []component.Action{
		component.Hint("enter", "next line"), component.Hint("ctrl+s", "to the signs"),
		component.Hint("esc", "back"),
	}
	if f.joinable() {
		hints = append([]component.Action{component.Hint("ctrl+o", "join or not")}, hints...)
	}
	return hints
}

func (f *form) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	if k.String() != "ctrl+o" {
		return f.asking.key(k)
	}
	if !f.joinable() {
		return nil, false
	}
	f.otherwise()
	return f.v.saveSoon(), true
}

// completes writes the setting out once the person has left its line, where
// exactly one fits.
func (f *form) completes(left int) {
	if walk.Questions[left].Label != walk.Setting {
		return
	}
	if found := walk.Settings(f.v.env, f.form.Value(left)); len(found) == 1 {
		f.form.Set(left, found[0].Name)
		f.take()
	}
}

func (f *form) changed() tea.Cmd {
	if f.at().Label == walk.Reference {
		f.typedRef = ""
	}
	f.take()
	return f.v.saveSoon()
}

func (f *form) moved(from int) {
	f.completes(from)
	f.v.live.Field = f.at().Label
}

// take puts what stands in the form into the walkthrough.
func (f *form) take() {
	for i, q := range walk.Questions {
		f.v.live.Put(q, f.form.Value(i))
	}
	f.v.live.Join(f.v.concerns)
}

// leave takes what stands in the form, whose last setting may be a few letters.
func (f *form) leave() {
	f.completes(f.form.At())
	f.take()
}

// done goes on to the items.
func (f *form) done() tea.Cmd {
	f.leave()
	if f.from == nil {
		f.from = newItems(f.v)
	}
	return tea.Batch(f.v.recordedBy(f.v.live.By), f.toItems())
}

func (f *form) toItems() tea.Cmd {
	f.v.goTo(f.from)
	f.v.live.Stand(walk.StageItems)
	return f.v.save()
}

// seal keeps what stands in the form, where there is anything to keep.
func (f *form) seal() tea.Cmd {
	f.take()
	if !f.v.touched() {
		return nil
	}
	return f.v.sealLive()
}

// back leaves the form and loses nothing: what was typed is kept, and where
// there is nowhere to keep it, the form stays.
func (f *form) back() tea.Cmd {
	f.leave()
	switch {
	case f.from != nil:
		return f.toItems()
	case !f.v.touched():
		return f.v.leave()
	case f.v.keep == nil:
		return component.Say("What you typed is not saved. ctrl+s goes on to the signs, and ctrl+s there keeps it. " +
			"ctrl+c " +
			"leaves isspp and asks first.")
	}
	return f.v.leaveSaved()
}
