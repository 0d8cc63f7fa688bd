package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// question is one line of the form, and where its answer goes.
type question struct {
	label, hint string
	value       func(w *model.Walkthrough) *string
}

// asked are who, where and when, in order.
var asked = []question{
	{"Reference", "the school's own record reference, or initials", func(w *model.Walkthrough) *string { return &w.Ref }},
	{"Setting", "a few letters find it", func(w *model.Walkthrough) *string { return &w.Setting }},
	{"Year group", "such as 9", func(w *model.Walkthrough) *string { return &w.YearGroup }},
	{"When it happened", "if not now", func(w *model.Walkthrough) *string { return &w.EventTime }},
	{"Raised by", "a role or initials", func(w *model.Walkthrough) *string { return &w.RaisedBy }},
	{model.RecordedBy, model.RecorderHint, func(w *model.Walkthrough) *string { return &w.By }},
}

// The places of the lines that say more below themselves.
const (
	lineRef = iota
	lineSetting
	_
	lineEvent
)

// form asks who, where and when. Every line may be left and filled in later.
type form struct {
	v    *View
	form *kit.Form
	w, h int
	// from is where Esc goes back to: the walk that asked for the form, or nil.
	from *walk
	// typedRef is the reference that was typed before a near one was taken in its place.
	typedRef string
}

func newForm(v *View) *form {
	lines := make([]kit.FormLine, len(asked))
	for i, q := range asked {
		lines[i] = kit.FormLine{Label: q.label, Hint: q.hint, Value: *q.value(v.live)}
	}
	if v.env.School != "" {
		lines[lineSetting].Hint = v.env.School + ", unless you type another"
	}
	f := &form{v: v, form: kit.NewForm(lines)}
	f.form.Below = f.remarks
	v.stand(stageForm)
	return f
}

func (f *form) resize(w, h int) {
	f.w, f.h = w, h
	f.form.Resize(w, h-1)
}

func (f *form) redraw() {}

func (f *form) draw() []string {
	t, sg := f.v.env.Theme, f.v.env.Signs
	title := "  " + t.Heading.Render("Who, where, when") + t.Quiet.Render("  each line can wait")
	state := f.v.savedState()
	if f.v.keep == nil {
		state = t.Alert.Render(f.v.savedWord()) // ctrl+s goes on from here
	}
	return append([]string{kit.Spread(title, state+" ", f.w, sg)}, f.form.Draw(t, sg)...)
}

// remarks stand below a line: a gentle warning, which concern it joins, or what
// the setting matches.
func (f *form) remarks(i int) []string {
	p := document.NewPage(f.w-6, f.v.env.Theme, f.v.env.Signs)
	switch i {
	case lineRef:
		if warning := model.ReferenceWarning(f.form.Value(lineRef)); warning != "" {
			p.Text(f.v.env.Theme.Note, warning)
		}
		if text := f.v.joining(); text != "" {
			p.Text(f.v.env.Theme.Note, text)
		}
	case lineSetting:
		f.settings(p)
	case lineEvent:
		p.Text(f.v.env.Theme.Quiet, f.v.live.EventAt.Understood())
	}
	lines := p.Painted()
	for i := range lines {
		lines[i] = "    " + lines[i]
	}
	return lines
}

// settings lists the settings that the typed letters fit: all of them, since a
// school is never guessed.
func (f *form) settings(p *document.Page) {
	t := f.v.env.Theme
	if strings.TrimSpace(f.form.Value(lineSetting)) == "" {
		return
	}
	found := f.found()
	switch {
	case len(found) == 0:
		if schools, fit := f.v.env.Local.FindSchools(f.form.Value(lineSetting), f.v.env.Now); fit < model.FitNear && len(schools) == 1 {
			p.LocalNamed(f.v.env, schools[0])
			return
		}
		p.Text(t.Quiet, "Not a setting in the rota: it is kept as you write it.")
	case len(found) == 1:
		if e, ok := f.v.env.Local.Cover(found[0], f.v.env.Now); ok {
			p.Local(f.v.env, e)
		}
		p.Text(t.Quiet, "In the rota: "+found[0].Name+" ("+found[0].Officer+", "+found[0].Assigned+")")
	default:
		p.Text(t.Quiet, "Several fit; a few letters more decide:")
		for _, s := range found[:min(len(found), 4)] {
			p.Text(t.Plain, "  "+s.Name)
		}
	}
}

func (f *form) found() []model.Setting {
	typed := f.form.Value(lineSetting)
	if strings.TrimSpace(typed) == "" {
		return nil
	}
	found, _ := model.Rank(typed, f.v.env.Pack.Rota().Settings, func(s model.Setting) []string { return []string{s.Name} })
	return found
}

func (f *form) actions() []kit.Action { return nil }
func (f *form) typing() bool          { return true }

func (f *form) typingHints() []kit.Action {
	hints := []kit.Action{
		kit.Hint("enter", "next line"),
		kit.Hint("ctrl+s", "to the signs"),
		kit.Hint("esc", "back"),
	}
	if f.joinable() {
		hints = append([]kit.Action{kit.Hint("ctrl+o", "join or not")}, hints...)
	}
	return hints
}

func (f *form) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	at := f.form.At()
	switch k.String() {
	case "ctrl+s":
		return f.done(), true
	case "esc":
		return f.back(), true
	case "ctrl+o":
		if f.joinable() {
			f.otherwise()
			return f.v.saveSoon(), true
		}
		return nil, false
	case "enter":
		if at == f.form.Len()-1 {
			return f.done(), true
		}
	}
	changed, taken := f.form.Key(k)
	if f.form.At() != at {
		f.completes(at)
		f.v.live.Field = f.form.Label(f.form.At())
	}
	if changed {
		if at == lineRef {
			f.typedRef = ""
		}
		f.take()
		return f.v.saveSoon(), true
	}
	return nil, taken
}

// completes writes the setting out once the person has left its line, where
// exactly one fits.
func (f *form) completes(left int) {
	if left != lineSetting {
		return
	}
	if found := f.found(); len(found) == 1 {
		f.form.Set(lineSetting, found[0].Name)
		f.take()
	}
}

func (f *form) paste(text string) tea.Cmd {
	f.form.Paste(text)
	f.take()
	return f.v.saveSoon()
}

// done takes what stands in the form into the walkthrough and goes on.
func (f *form) done() tea.Cmd {
	f.completes(f.form.At())
	f.take()
	next := f.from
	if next == nil {
		next = newWalk(f.v)
	}
	f.v.goTo(next)
	f.v.stand(stageWalk)
	return tea.Batch(f.v.recordedBy(f.v.live.By), f.v.save())
}

// recordedBy takes the first name that is given for the one who records from then
// on, where none is known yet.
func (v *View) recordedBy(who string) tea.Cmd {
	if v.env.Recorder != "" || who == "" {
		return nil
	}
	v.env.Recorder = who
	return func() tea.Msg { return kit.RecorderMsg{Who: who} }
}

// take puts what stands in the form into the walkthrough.
func (f *form) take() {
	w := f.v.live
	for i, q := range asked {
		*q.value(w) = strings.TrimSpace(f.form.Value(i))
	}
	w.ReadEvent(f.v.env.Clock())
	if w.Setting == "" {
		w.Setting = f.v.env.School
	}
	w.SettingID = ""
	for _, s := range f.v.env.Pack.Rota().Settings {
		if s.Name == w.Setting {
			w.SettingID = s.ID
		}
	}
	f.v.join()
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
	f.completes(f.form.At())
	f.take()
	switch {
	case f.from != nil:
		f.v.goTo(f.from)
		f.v.stand(stageWalk)
		return f.v.save()
	case !f.v.touched():
		return f.v.leave()
	case f.v.keep == nil:
		return kit.Say("What you typed is not saved. ctrl+s goes on to the signs, and ctrl+s there keeps it. ctrl+c leaves isspp and asks first.")
	}
	return f.v.leaveSaved()
}

func (f *form) click(_, y int) tea.Cmd {
	at := f.form.At()
	f.form.Click(y - 1)
	f.completes(at)
	return nil
}

func (f *form) wheel(_, _, n int) { f.form.Focus(f.form.At() + n/abs(n)) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return max(n, 1)
}

func (f *form) cursor() *tea.Cursor { return f.form.Cursor(0, 1) }
