package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// entryForm writes one entry of a concern: a decision, a sharing, an action and
// the like. It is a draft, sealed as it is typed, until the person keeps it; from
// then on it is never rewritten.
type entryForm struct {
	asking
	entry model.ConcernEntry
	// about are lines above the form: what the entry is about, as it stands there.
	about []model.Labelled
	// given is what the answers held before anything was typed.
	given string
	// saved tells that a draft of it is in the notes.
	saved bool
	// known is what the entry is written about, beside it where there is room.
	known component.Detail
}

// entrySplit is an entry's: what is being written, and what is known beside it.
var entrySplit = component.Split{Share: 54, Least: 72, Most: 110, Narrow: 60}

func reopenEntry(v *View, e model.ConcernEntry) *entryForm {
	f := newEntry(v, walk.ReopenEntry(v.env, e))
	f.saved = true
	f.Form.FocusOn(e.At)
	return f
}

func newEntry(v *View, e model.ConcernEntry) *entryForm {
	f := &entryForm{entry: e, known: component.Detail{Key: "shift+down"}}
	f.asking = ask(v, walk.EntryFields(&f.entry))
	f.Form.Below, f.Above = f.below, f.above
	f.Save, f.SaveWord, f.Leave, f.LeaveWord = f.keepIt, "keep it", f.back, "back, stays a draft"
	f.Final = "ctrl+s keeps it: from then on it is never rewritten."
	f.Changed = func(i int) tea.Cmd {
		f.take()
		if f.fields[i].Label == f.label {
			f.problem, f.label = "", ""
		}
		return v.saveSoon()
	}
	f.Moved = func(int) { f.entry.At = f.at().Label }
	f.about = f.aboutIt()
	f.take()
	f.given = f.answers()
	return f
}

// aboutIt is what the entry is about, in the words of the record it is about.
func (f *entryForm) aboutIt() []model.Labelled {
	var out []model.Labelled
	if c := f.concern(); c != nil && f.entry.About != "" {
		for _, m := range c.Chronology() {
			if m.ID == f.entry.About {
				out = append(out, model.Labelled{Label: "About", Text: m.Title + " of " + f.v.when(m.Recorded)})
				if f.entry.Kind != model.KindCorrection && len(m.Fields) > 0 {
					out = append(out, m.Fields[0])
				}
			}
		}
	}
	if f.entry.Was != "" {
		out = append(out, model.Labelled{Label: "It says", Text: model.Clean(f.entry.Was)})
	}
	return out
}

func (f *entryForm) concern() *model.Concern { return f.v.concern(f.entry.Concern) }

func (f *entryForm) beside() bool { return f.v.w >= component.Roomy && f.concern() != nil }

func (f *entryForm) SetSize(w, h int) {
	f.known.Drop()
	if f.beside() {
		w = entrySplit.List(w)
	}
	f.asking.SetSize(w, h)
}

func (f *entryForm) title() string {
	return f.entry.Kind.Title() + ": " + model.ReferenceWords(f.entry.Ref)
}

// above stands above the form: its name, what ctrl+s does, and what it is about.
func (f *entryForm) above() []string {
	t, w := f.v.env.Theme, min(f.W-4, 100)
	p := f.v.page(w)
	if !f.beside() {
		p.Text(t.Heading, f.title())
	}
	if f.W >= 60 && f.H >= 14 {
		p.Text(t.Quiet, "ctrl+s keeps it: then it is dated and never rewritten")
	}
	for _, a := range f.about {
		lines := f.v.page(w)
		lines.Labelled(t.Plain, a.Label, a.Text)
		p.Lines = append(p.Lines, lines.Lines[:min(len(lines.Lines), max(f.H/6, 1))]...)
	}
	p.Raw("", "")
	return p.Painted()
}

// View sets what is known beside what is being written.
func (f *entryForm) View() []string {
	state := "nothing written yet"
	if f.begun() {
		state = "draft " + f.v.savedWord()
	}
	lines := f.FormDialog.View()
	if !f.beside() {
		return f.v.frame(component.Pane{Title: "Entry", Bottom: state}, lines)
	}
	t, sg, h := f.v.env.Theme, f.v.env.Signs, f.v.h
	w, rest := entrySplit.List(f.v.w), entrySplit.Pane(f.v.w)
	iw, ih := component.Inside(rest, h)
	known := f.known.Draw(f.entry.ID, ih, func() []string { return f.layKnown(iw) })
	name := "What was recorded"
	if f.findings() == nil {
		name = "So far"
	}
	return component.Beside(component.Pane{Title: f.title(), Bottom: state, Focus: true}.Draw(lines, w, h, t, sg),
		f.known.Pane(name, sg).Draw(known, rest, h, t, sg))
}

// findings is the last walkthrough, for an entry that is weighed against it.
func (f *entryForm) findings() *model.Walkthrough {
	switch f.entry.Kind {
	case model.KindDecision, model.KindSharing, model.KindAction, model.KindReview:
		if c := f.concern(); c != nil && len(c.Walkthroughs) > 0 {
			return &c.Walkthroughs[len(c.Walkthroughs)-1]
		}
	}
	return nil
}

func (f *entryForm) layKnown(w int) []string {
	env := f.v.env
	if last := f.findings(); last != nil {
		p := f.v.page(min(w, component.MaxText))
		p.Text(env.Theme.Quiet, "Walkthrough of "+f.v.when(last.Started))
		p.Write(document.RecordedOf(env, last)...)
		return p.Painted()
	}
	p, c := f.v.page(w), newConcernPage(f.v, f.entry.Concern)
	c.standing(p)
	for _, m := range c.moments {
		if m.ID != f.entry.ID {
			p.Gap()
			c.layMoment(p, m)
		}
	}
	return p.Painted()
}

// Update fills the form in; the wheel over what is known scrolls that.
func (f *entryForm) Update(msg tea.Msg) tea.Cmd {
	right := func(x int) bool { return f.beside() && x >= entrySplit.List(f.v.w) }
	switch msg := msg.(type) {
	case component.RedrawMsg:
		f.known.Drop()
	case tea.MouseClickMsg:
		if right(msg.X) {
			return nil
		}
	case tea.MouseWheelMsg:
		if right(msg.X) {
			f.known.By(component.Wheel(msg))
			return nil
		}
	}
	return f.asking.Update(msg)
}

func (f *entryForm) Actions() []component.Action {
	out := f.InView(f.at().Choices == nil && f.Form.Value(f.Form.At()) != "")
	if f.beside() {
		out = append(out, f.known.Scroll.Keys("what is known", max(f.known.Height()/2, 1), func() {})...)
	}
	return out
}

func (f *entryForm) take() {
	for i, q := range f.fields {
		*q.Value = f.Form.Value(i)
	}
	f.entry.ReadTimes(f.v.env.Clock())
}

func (f *entryForm) answers() string {
	var b strings.Builder
	for _, q := range f.fields {
		b.WriteString(*q.Value + "\x00")
	}
	return b.String()
}

func (f *entryForm) begun() bool { return f.saved || f.answers() != f.given }

func (f *entryForm) seal() tea.Cmd {
	if !f.begun() || f.v.keep == nil || f.Busy {
		return nil
	}
	return f.save(f.entry)
}

func (f *entryForm) save(e model.ConcernEntry) tea.Cmd {
	f.v.soon.Stop()
	f.saved = true
	keep := f.v.keep
	return f.v.saver.Put(func() error { return keep.SaveConcernEntry(&e) })
}

// keepIt keeps the entry for good, or says kindly what it still needs.
func (f *entryForm) keepIt() tea.Cmd {
	f.take()
	v := f.v
	kept, label, why := walk.SettleEntry(v.env, f.entry)
	if why != "" {
		f.label, f.problem = label, why
		f.Form.FocusOn(label)
		f.entry.At = label
		return nil
	}
	f.Busy = true
	return v.after(f.save(kept), func() tea.Cmd {
		v.read()
		page := newConcernPage(v, kept.Concern)
		page.selectMoment(kept.ID)
		v.goTo(page)
		cmds := []tea.Cmd{v.recordedBy(kept.By), component.Say(kept.Title() + ": kept.")}
		if kept.Kind == model.KindReference {
			cmds = append(cmds, tell(component.ReferenceChangedMsg{}))
		}
		return tea.Batch(cmds...)
	})
}

// back goes to the concern's page. What was written stays as a draft.
func (f *entryForm) back() tea.Cmd {
	v, id, begun := f.v, f.entry.Concern, f.begun()
	return v.after(v.Flush(), func() tea.Cmd {
		v.read()
		v.goTo(newConcernPage(v, id))
		if begun {
			return component.Say("Kept as a draft. Enter continues it.")
		}
		return nil
	})
}
