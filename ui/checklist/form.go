package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// asking is a screen with a form, which asks the questions of a record.
type asking struct {
	component.FormDialog
	v      *View
	fields []walk.Field
	// problem is why it could not be kept yet, below the question of its label.
	problem, label string
	// more writes what else stands below a question; it may be nil.
	more func(p *document.Page, f walk.Field)
}

func ask(v *View, fields []walk.Field) asking {
	return asking{v: v, fields: fields, FormDialog: component.FormDialog{Env: v.env, Form: walk.Form(fields)}}
}

func (a *asking) SetSize(w, h int) { a.FormDialog.SetSize(component.Inside(w, h)) }

func (a *asking) Update(msg tea.Msg) tea.Cmd { return a.FormDialog.Update(a.v.inPane(msg)) }

func (a *asking) Cursor() *tea.Cursor { return a.v.cursorIn(a.FormDialog.Cursor()) }

func (a *asking) at() walk.Field { return a.fields[a.Form.At()] }

// below stands under a question.
func (a *asking) below(i int) []string {
	f, p := a.fields[i], a.v.page(a.W-6)
	if f.Label == a.label && a.problem != "" {
		p.Text(a.v.env.Theme.Alert, a.problem)
	}
	if a.problem != "" {
		f.Understood = nil
	}
	f.Below(p, a.v.env, a.Form.Value(i))
	if a.more != nil {
		a.more(p, f)
	}
	return component.Inset(component.Inset(p.Painted()))
}

// form asks who, where and when. Every line may be left and filled in later.
type form struct {
	asking
	// from is where Esc goes back to: the walkthrough that asked for the form, or nil.
	from *items
	// typedRef is the reference that was typed before a near one was taken in its place.
	typedRef string
}

func newForm(v *View, from *items) *form {
	f := &form{asking: ask(v, v.live.Heading()), from: from}
	f.more, f.Form.Below, f.Above = f.remarks, f.below, f.above
	f.Save, f.SaveWord, f.Leave, f.LeaveWord = f.done, "to the signs", f.back, "back"
	f.Changed = func(int) tea.Cmd {
		if f.at().Label == walk.Reference {
			f.typedRef = ""
		}
		f.take()
		return v.saveSoon()
	}
	f.Moved = func(from int) {
		f.completes(from)
		v.live.Field = f.at().Label
	}
	v.live.Stand(walk.StageForm)
	return f
}

func (f *form) View() []string {
	return f.v.frame(component.Pane{Title: "Walkthrough"}, f.FormDialog.View())
}

func (f *form) above() []string {
	t, words, st := f.v.env.Theme, f.v.savedWords(), f.v.env.Theme.Quiet
	if f.v.keep == nil {
		words = f.v.savedWord() // ctrl+s goes on from here
	}
	if f.v.keep == nil || f.v.saver.Failed != nil {
		st = t.Alert
	}
	title := t.Heading.Render("Who, where, when") + t.Quiet.Render("  each line can wait")
	return []string{component.Spread(title, st.Render(words)+" ", f.W-2, f.v.env.Signs)}
}

// remarks say which concern the walkthrough joins, and what the setting matches.
func (f *form) remarks(p *document.Page, at walk.Field) {
	switch at.Label {
	case walk.Setting:
		f.settings(p, *at.Value)
	case walk.Reference:
		found, near := f.v.live.Alike(f.v.concerns)
		if found == nil {
			return
		}
		text := walk.Since(f.v.env, found, near)
		switch ref := model.CleanLine(found.Ref); {
		case near:
			text = "Same child as " + ref + "? " + text + ". This walkthrough is kept separate from it; if it is the " +
				"same child, ctrl+o adds it under that reference."
		case f.v.live.Concern == found.ID:
			text += ": this walkthrough is added to it. ctrl+o keeps it separate."
		default:
			text += ". This walkthrough is kept separate from it; if it is the same child, ctrl+o adds it."
		}
		p.Text(f.v.env.Theme.Note, text)
	}
}

// settings lists all the settings that the letters fit: a school is never guessed.
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

func (f *form) Actions() []component.Action {
	out := f.InView(false)
	if found, _ := f.v.live.Alike(f.v.concerns); found != nil && f.at().Label == walk.Reference {
		out = append([]component.Action{act("form.join", "join or not", "Add it to the concern under this reference, "+
			"or keep it separate", f.join, "ctrl+o")}, out...)
	}
	return out
}

// join turns the choice around: joined or a concern of its own. Who joins a
// concern under a near reference takes that reference, and gets their own back.
func (f *form) join() tea.Cmd {
	live, ref := f.v.live, f.Form.At()
	switch found, near := live.Alike(f.v.concerns); {
	case near:
		f.typedRef = f.Form.Value(ref)
		f.Form.Set(ref, found.Ref)
		f.take()
		live.JoinTo(found)
	case live.Concern == found.ID && f.typedRef != "":
		f.Form.Set(ref, f.typedRef)
		f.typedRef = ""
		f.take()
	case live.Concern == found.ID:
		live.Separate()
	default:
		live.JoinTo(found)
	}
	return f.v.saveSoon()
}

// completes writes out the one setting that fits, once the person has left its line.
func (f *form) completes(left int) {
	if f.fields[left].Label != walk.Setting {
		return
	}
	if found := walk.Settings(f.v.env, f.Form.Value(left)); len(found) == 1 {
		f.Form.Set(left, found[0].Name)
		f.take()
	}
}

func (f *form) take() {
	for i, q := range f.fields {
		f.v.live.Put(q, f.Form.Value(i))
	}
	f.v.live.Join(f.v.concerns)
}

// done goes on to the items, and back to those that asked for the form.
func (f *form) done() tea.Cmd {
	f.completes(f.Form.At())
	f.take()
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

// back leaves the form and loses nothing: what was typed is kept, and where
// there is nowhere to keep it, the form stays.
func (f *form) back() tea.Cmd {
	f.completes(f.Form.At())
	f.take()
	switch {
	case f.from != nil:
		return f.toItems()
	case !f.v.touched():
		return f.v.leave()
	case f.v.keep == nil:
		return component.Say("What you typed is not saved. ctrl+s goes on to the signs, and ctrl+s there keeps it. " +
			"ctrl+c leaves isspp and asks first.")
	}
	return f.v.leaveSaved()
}
