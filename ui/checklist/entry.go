package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// entryForm writes one entry of a concern: a decision, a sharing, an action and
// the like. It is a draft, sealed as it is typed, until the person keeps it; from
// then on it is never rewritten.
type entryForm struct {
	asking
	entry     model.ConcernEntry
	questions []model.Question
	// about are lines above the form: what the entry is about, as it stands there.
	about []model.Labelled
	// given is what the answers held before anything was typed.
	given string
	// saved tells that a draft of it is in the notes.
	saved bool
	// problem is why it could not be kept yet, below the question of its label.
	problem, label string
	// known is what the entry is written about, beside it where there is room.
	known component.Detail
}

// reopenEntry goes on with a draft where it was left.
func reopenEntry(v *View, e model.ConcernEntry) *entryForm {
	f := newEntry(v, walk.ReopenEntry(v.env, e))
	f.saved = true
	f.form.FocusOn(e.At)
	return f
}

// newEntry asks the questions of an entry.
func newEntry(v *View, e model.ConcernEntry) *entryForm {
	f := &entryForm{asking: asking{screen: screen{v: v}}, entry: e, questions: model.Questions(e.Kind)}
	lines := make([]component.FormLine, len(f.questions))
	for i, q := range f.questions {
		lines[i] = component.FormLine{
			Label: q.Label, Hint: q.Hint, Lines: q.Lines, Choices: q.Choices,
			Value: *q.Of(&f.entry),
		}
	}
	f.form = component.NewForm(lines)
	f.form.Below = f.remarks
	f.done, f.asking.back, f.asking.changed = f.keepIt, f.back, f.changed
	f.last = func() tea.Cmd { return component.Say("ctrl+s keeps it: from then on it is never rewritten.") }
	f.moved = func(int) { f.entry.At = f.form.Label(f.form.At()) }
	f.about = v.aboutEntry(&f.entry)
	f.take()
	f.given = f.answers()
	return f
}

// aboutEntry is what an entry is about, in the words of the record it is about.
func (v *View) aboutEntry(e *model.ConcernEntry) []model.Labelled {
	var out []model.Labelled
	if c := v.concern(e.Concern); c != nil && e.About != "" {
		for _, m := range c.Chronology() {
			if m.ID == e.About {
				out = append(out, model.Labelled{Label: "About", Text: m.Title + " of " + when(m.Recorded, v.env.Now)})
				if e.Kind != model.KindCorrection && len(m.Fields) > 0 {
					out = append(out, m.Fields[0])
				}
			}
		}
	}
	if e.Was != "" {
		out = append(out, model.Labelled{Label: "It says", Text: model.Clean(e.Was)})
	}
	return out
}

func (f *entryForm) redraw() { f.known.Drop() }

// layTop lays out what stands above the form.
func (f *entryForm) layTop() {
	t := f.v.env.Theme
	p := f.newPage(4, 100)
	if !f.beside() {
		p.Text(t.Heading, f.title())
	}
	if f.w >= 60 && f.h >= 14 {
		p.Text(t.Quiet, "ctrl+s keeps it: then it is dated and never rewritten")
	}
	for _, a := range f.about {
		lines := f.newPage(4, 100)
		lines.Labelled(t.Plain, a.Label, a.Text)
		p.Lines = append(p.Lines, lines.Lines[:min(len(lines.Lines), max(f.h/6, 1))]...)
	}
	p.Raw("", "")
	f.top = component.Inset(p.Painted())
}

// state says whether the draft is on the disk; it stands in the edge of the pane.
func (f *entryForm) state() string {
	if !f.begun() {
		return "nothing written yet"
	}
	return "draft " + f.v.savedWord()
}

// remarks say, under a question, why the entry could not be kept, what its words call
// for at once or were understood as, and warn of a reference that is a name.
func (f *entryForm) remarks(i int) []string {
	t, q, value := f.v.env.Theme, f.questions[i], f.form.Value(i)
	p := f.newPage(6, f.w)
	say := func(st lipgloss.Style, text string) {
		if text != "" {
			p.Text(st, text)
		}
	}
	if q.Label == f.label {
		say(t.Alert, f.problem)
	}
	if q.Told {
		say(t.Alert, f.v.env.Stop(value, ""))
	}
	if q.At != nil && f.problem == "" {
		p.Text(t.Quiet, q.Understood(&f.entry))
	}
	switch {
	case q.Label == model.FamilyLabel:
		p.Notes(f.v.env.Pack.NotesAbout("screen/family"))
	case f.entry.Kind == model.KindReference && q.Label == "Reference":
		say(t.Note, model.ReferenceWarning(value))
	case f.entry.Kind == model.KindTransfer && q.Day:
		say(t.Note, transferRule)
	}
	return below(p)
}

// transferRule says what is counted, and that it is our reading.
const transferRule = "Keeping Children Safe in Education: within 5 days of a move in the school year, or within the " +
	"first 5 days of a new term. isspp counts working days, Monday to Friday without bank holidays; your school's " +
	"policy may count otherwise."

func (f *entryForm) hints() []component.Action {
	return component.FormHints("keep it", "back, stays a draft")
}

func (f *entryForm) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	if f.entry.Kept {
		return nil, true // being kept: nothing is changed any more
	}
	if name := k.String(); f.beside() && (name == "shift+down" || name == "shift+up") {
		f.scrollKnown(name)
		return nil, true
	}
	return f.asking.key(k)
}

func (f *entryForm) changed() tea.Cmd {
	f.take()
	if f.questions[f.form.At()].Label == f.label {
		f.problem, f.label = "", ""
	}
	return f.v.saveSoon()
}

func (f *entryForm) paste(text string) tea.Cmd {
	if f.entry.Kept {
		return nil
	}
	return f.asking.paste(text)
}

// take puts what stands in the form into the entry.
func (f *entryForm) take() {
	for i, q := range f.questions {
		*q.Of(&f.entry) = f.form.Value(i)
	}
	f.entry.ReadTimes(f.v.env.Clock())
}

// answers are all that can be typed, joined, to tell whether anything was.
func (f *entryForm) answers() string {
	var b strings.Builder
	for _, q := range f.questions {
		b.WriteString(*q.Of(&f.entry) + "\x00")
	}
	return b.String()
}

// begun tells that something was written.
func (f *entryForm) begun() bool { return f.saved || f.answers() != f.given }

// seal saves the draft, where there is anything in it.
func (f *entryForm) seal() tea.Cmd {
	if !f.begun() || f.v.keep == nil || f.entry.Kept {
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
		f.form.FocusOn(label)
		f.entry.At = label
		return nil
	}
	f.entry.Kept = true
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
	v, id := f.v, f.entry.Concern
	begun := f.begun()
	return v.after(v.Flush(), func() tea.Cmd {
		v.read()
		v.goTo(newConcernPage(v, id))
		if begun {
			return component.Say("Kept as a draft. Enter continues it.")
		}
		return nil
	})
}
