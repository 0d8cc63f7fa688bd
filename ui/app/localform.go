package app

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
)

// localForm makes or changes one entry of the school's own layer. Where there
// are several it could be, the person chooses first. It holds the file as it
// was read, and what was typed stays until it is on the disk.
type localForm struct {
	component.FormDialog
	m   *Model
	ask component.EditLocalMsg
	src []byte

	// entry is the one that is changed; a new one has no line.
	entry model.LocalEntry
	// before are the entries about the same school that a new one stands beside.
	before []model.LocalEntry
	// lines are the form's answers, by the names of the file's lines, and was what
	// stood in them.
	lines, was []string
	// leaving tells that Esc was pressed once with something unsaved.
	leaving bool
}

type localReadMsg struct {
	ask   component.EditLocalMsg
	src   []byte
	fault *content.Mistake
}

// editLocal reads the file, so that the form starts from what is there now.
func (m *Model) editLocal(ask component.EditLocalMsg) tea.Cmd {
	path := m.localPath()
	if path == "" {
		return component.Say("There is no place for a Local file here.")
	}
	return func() tea.Msg {
		src, fault := content.ReadLocalFile(path)
		return localReadMsg{ask: ask, src: src, fault: fault}
	}
}

func (m *Model) localRead(read localReadMsg) tea.Cmd {
	if read.fault != nil {
		return component.Fail(read.fault.Error() + ". Nothing has changed.")
	}
	f := &localForm{m: m, ask: read.ask, src: read.src}
	f.FormDialog = component.FormDialog{
		Env: m.env, Title: f.title, About: f.about, Doing: "Saving.", Indent: 2, Save: f.save, Leave: f.leave,
		Changed:  func(i int) tea.Cmd { f.Form.Wrong(i, ""); return nil },
		SaveWord: "save", LeaveWord: "back",
	}
	l, _ := content.ReadLocal(m.localPath(), read.src)
	switch {
	case read.ask.Name == "" && read.ask.Kind == model.LocalContact:
		f.chooseSlot(l)
	case len(read.ask.Among) > 1:
		f.Choose("Which of them?", read.ask.Among, func(i int) tea.Cmd {
			f.ask.Name = read.ask.Among[i]
			f.chooseEntry(l)
			return nil
		})
	default:
		f.chooseEntry(l)
	}
	m.Lay(f)
	return nil
}

func (f *localForm) chooseSlot(l *model.Local) {
	var rows []string
	var then []func() tea.Cmd
	add := func(name, state string, do func() tea.Cmd) {
		rows, then = append(rows, component.Fit(name, 21, f.Env.Signs)+state), append(then, do)
	}
	for _, slot := range model.LocalSlots() {
		state := "not set"
		if e, ok := l.Contact(slot); ok {
			state = e.Answer()
		}
		add(slot.Name(), state, func() tea.Cmd {
			f.ask.Name = slot.Name()
			f.chooseEntry(l)
			return nil
		})
	}
	add("Sheet of officers", "import one, such as your council sends", func() tea.Cmd {
		f.Close()
		return askForSheet()
	})
	for _, e := range l.Terms() {
		add(e.Name, e.Answer(), component.Do(func() { f.open(e) }))
	}
	add("Term dates", "add a term, or half of one", component.Do(func() {
		f.open(model.LocalEntry{Kind: model.LocalTerm})
	}))
	f.Choose("Our own contacts: which one?", rows, func(i int) tea.Cmd { return then[i]() })
}

// chooseEntry opens the entry that is asked for, and asks which where the file
// has several about the same thing.
func (f *localForm) chooseEntry(l *model.Local) {
	var same []model.LocalEntry
	var rows []string
	for _, e := range l.Entries {
		if e.Kind == f.ask.Kind && f.ask.Name != "" && model.Fold(e.Name) == model.Fold(f.ask.Name) {
			same, rows = append(same, e), append(rows, e.Answer())
		}
	}
	fresh := model.LocalEntry{Kind: f.ask.Kind, Name: f.ask.Name}
	switch covers := f.ask.Kind == model.LocalRota || f.ask.Kind == model.LocalSchool; {
	case len(same) == 0:
		f.open(fresh)
	case !covers:
		f.open(same[0])
	default:
		rows = append(rows, "Someone else from a day on, or cover for an absence")
		f.Choose(f.ask.Name+": change which entry?", rows, func(i int) tea.Cmd {
			if i < len(same) {
				f.open(same[i])
			} else {
				f.open(fresh)
				f.before = same
			}
			return nil
		})
	}
}

// nameLine is the field for an entry's own name, where it can be given another:
// a contact's and a service's are the file's and the protocol's.
func nameLine(kind model.LocalKind) string {
	switch kind {
	case model.LocalRota, model.LocalSchool:
		return "School"
	case model.LocalTerm:
		return "Term"
	}
	return ""
}

// open fills the fields: what is written, with today as the day on which it is
// checked and the person from the config as who checks it.
func (f *localForm) open(e model.LocalEntry) {
	f.Picker, f.entry, f.Said, f.before = nil, e, "", nil
	values := map[string]string{}
	if e.Line > 0 {
		values = content.LocalLineValues(f.src, e.Line)
	}
	f.lines = content.LocalLines(e.Kind)
	at := 0
	if own := nameLine(e.Kind); own != "" && (e.Name == "" || e.Line > 0) {
		f.lines = append([]string{own}, f.lines...)
		if values[own] = e.Name; e.Name == "" {
			values[own] = f.ask.Typed
		} else {
			at = 1 // another name is the exception
		}
	}
	f.was = make([]string, len(f.lines))
	answers := make([]component.FormLine, len(f.lines))
	for i, name := range f.lines {
		f.was[i] = values[name]
		switch {
		case name == "Checked":
			values[name] = f.Env.Now.Format(time.DateOnly)
		case name == "By" && f.Env.Recorder != "":
			values[name] = f.Env.Recorder
		}
		hint := localHints[name]
		if name == "Name" && e.Kind == model.LocalContact && e.Name == model.Recording.Name() {
			hint = "what it is called"
		}
		answers[i] = component.FormLine{Label: name, Hint: "(" + hint + ")", Value: values[name]}
	}
	f.Form = component.NewForm(answers)
	f.Form.Labels = 12
	f.Form.Focus(at)
}

var localHints = map[string]string{
	"School":     "the school's name",
	"Term":       "such as Autumn 2026, first half",
	"First day":  "a date such as 2 September 2026",
	"Last day":   "a date such as 2 September 2026",
	"Officer":    `a name, or "nobody"`,
	"Name":       "a name or a team",
	"Days":       "Monday to Friday, or attends when required",
	"Phone":      "to ring",
	"E-mail":     "if there is one",
	"Link":       "if there is one",
	"Status":     "closed, if it no longer exists",
	"Covers for": "who is away, if this is an absence",
	"From":       "its first day, if that is still to come",
	"Until":      "its last day, if that is known",
	"Note":       "in a few words",
	"Checked":    "the date it was last checked",
	"By":         "checked by: a name or a role",
}

func (f *localForm) title() string {
	name := f.entry.Name
	switch {
	case name != "":
	case f.entry.Kind == model.LocalTerm:
		name = "Term dates"
	default:
		name = "A school that the rota doesn't list"
	}
	t := f.Env.Theme
	return t.Local.Render(component.LocalLabel) + "  " + t.Heading.Render(model.CleanLine(name))
}

func (f *localForm) about() string {
	e := f.entry
	switch {
	case e.Line > 0:
		return "Until now: " + f.Env.Local.CheckedWords(e, f.Env.Now) + ". Clear every field to remove it."
	case e.Kind == model.LocalContact:
		for _, slot := range model.LocalSlots() {
			if slot.Name() == e.Name {
				return component.Capital(slot.Meaning()) + ". The protocol prints none."
			}
		}
	case e.Kind == model.LocalService:
		return "What has changed: a new number, or closed. What is printed stays beside it."
	case e.Kind == model.LocalTerm:
		return "The first and last day of a term, or half of one: answers about a day outside all of them say so."
	case len(f.before) > 0:
		return "From its first day on this officer is shown; whoever had the same days ends the day before."
	case e.Kind == model.LocalSchool:
		return "Its named officer, where the rota doesn't list the school."
	}
	return "Who covers it now. The protocol's line stays beside it."
}

// Update takes why the file couldn't be written, and fills the form in.
func (f *localForm) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case localFailedMsg:
		f.Busy, f.Said = false, component.Capital(msg.err.Error())+"."
		return nil
	case tea.KeyPressMsg:
		f.leaving = f.leaving && (msg.String() == "esc" || msg.String() == "ctrl+c")
	}
	return f.FormDialog.Update(msg)
}

// leave closes the form: with something unsaved, Esc says so first.
func (f *localForm) leave() tea.Cmd {
	if f.leaving || !f.filled(func(i int) string { return f.was[i] }) {
		f.Close()
		return nil
	}
	f.leaving = true
	f.Said = "What you typed is not saved. ctrl+s saves it; Esc again leaves it."
	return nil
}

// filled reports whether anything but the day and the name of the checker is other
// than was.
func (f *localForm) filled(was func(i int) string) bool {
	for i, name := range f.lines {
		if name != "Checked" && name != "By" && f.value(i) != was(i) {
			return true
		}
	}
	return false
}

func (f *localForm) value(i int) string { return strings.TrimSpace(f.Form.Value(i)) }

// Saved closes the form whose entry is on the disk.
func (f *localForm) Saved() {
	if f.Busy {
		f.Close()
	}
}
