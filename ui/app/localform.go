package app

import (
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
	// said stands above the fields: what went wrong, what is safe.
	said string
	// leaving tells that Esc was pressed once with something unsaved.
	leaving bool
}

// localReadMsg carries the file as it is on the disk.
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

func (m *Model) localPath() string {
	if m.env.Local == nil {
		return ""
	}
	return m.env.Local.File
}

// localMessage takes what concerns the school's own layer.
func (m *Model) localMessage(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.EditLocalMsg:
		return m.editLocal(msg)
	case localReadMsg:
		if msg.fault != nil {
			return component.Fail(msg.fault.Error() + ". Nothing has changed.")
		}
		m.Lay(newLocalForm(m, msg))
	case component.LocalChangedMsg:
		return m.localChanged(msg)
	case localReadyMsg:
		return m.localReady(msg)
	case localEditedMsg:
		return m.localEdited(msg)
	}
	return nil
}

// localChanged shows the layer as it is now, everywhere.
func (m *Model) localChanged(msg component.LocalChangedMsg) tea.Cmd {
	if m.env.Local != nil {
		msg.Local.StaleAfter = m.env.Local.StaleAfter
	}
	m.env.Local = msg.Local
	if msg.Saved {
		m.closeSaved()
	}
	m.redraw()
	m.layout()
	if msg.Said == "" {
		return nil
	}
	return func() tea.Msg { return component.Noticed{Text: msg.Said, Failed: msg.Failed} }
}

// localWriter is a dialog that writes the Local file.
type localWriter interface {
	component.Dialog
	// Saved closes it if the file on the disk is what it waited for.
	Saved()
}

// closeSaved takes away the form whose entry is on the disk.
func (m *Model) closeSaved() {
	for _, d := range m.dialogs {
		if w, ok := d.(localWriter); ok {
			w.Saved()
		}
	}
	m.sweep()
}

func newLocalForm(m *Model, read localReadMsg) *localForm {
	f := &localForm{m: m, ask: read.ask, src: read.src}
	f.FormDialog = component.FormDialog{
		Env: m.env, Above: f.above, Indent: 2, Save: f.save, Leave: f.leave, Changed: f.changed, SaveWord: "save",
		LeaveWord: "back",
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
	return f
}

// chooseSlot asks which of the school's own contacts is meant.
func (f *localForm) chooseSlot(l *model.Local) {
	slots := model.LocalSlots()
	rows := make([]string, len(slots))
	row := func(name, state string) string { return component.Fit(name, 21, f.m.env.Signs) + state }
	for i, slot := range slots {
		state := "not set"
		if e, ok := l.Contact(slot); ok {
			state = e.Answer()
		}
		rows[i] = row(slot.Name(), state)
	}
	rows = append(rows, row("Sheet of officers", "import one, such as your council sends"))
	terms := l.Terms()
	for _, e := range terms {
		rows = append(rows, row(e.Name, e.Answer()))
	}
	rows = append(rows, row("Term dates", "add a term, or half of one"))
	terms = append(terms, model.LocalEntry{Kind: model.LocalTerm})
	f.Choose("Our own contacts: which one?", rows, func(i int) tea.Cmd {
		switch {
		case i == len(slots):
			f.Close()
			return askForSheet()
		case i > len(slots):
			f.open(terms[i-len(slots)-1])
			return nil
		}
		f.ask.Name = slots[i].Name()
		f.chooseEntry(l)
		return nil
	})
}

// chooseEntry opens the entry that is asked for, and asks which where the file
// has several about the same thing.
func (f *localForm) chooseEntry(l *model.Local) {
	f.Picker = nil
	var same []model.LocalEntry
	for _, e := range l.Entries {
		if e.Kind == f.ask.Kind && f.ask.Name != "" && model.Fold(e.Name) == model.Fold(f.ask.Name) {
			same = append(same, e)
		}
	}
	fresh := model.LocalEntry{Kind: f.ask.Kind, Name: f.ask.Name}
	covers := f.ask.Kind.HasOfficer()
	switch {
	case len(same) == 0:
		f.open(fresh)
	case !covers:
		f.open(same[0])
	default:
		var rows []string
		for _, e := range same {
			rows = append(rows, e.Answer())
		}
		rows = append(rows, "Someone else from a day on, or cover for an absence")
		f.Choose(f.ask.Name+": change which entry?", rows, func(i int) tea.Cmd {
			if i < len(same) {
				f.open(same[i])
				return nil
			}
			f.open(fresh)
			f.before = same
			return nil
		})
	}
}

// nameLine is the field for an entry's own name, where it can be given another:
// a contact's and a service's are the file's and the protocol's.
func nameLine(kind model.LocalKind) string {
	switch kind {
	case model.LocalRota, model.LocalSchool:
		return schoolLine
	case model.LocalTerm:
		return termLine
	}
	return ""
}

const (
	schoolLine = "School"
	termLine   = "Term"
)

// open fills the fields: what is written, with today as the day on which it is
// checked and the person from the config as who checks it.
func (f *localForm) open(e model.LocalEntry) {
	f.Picker, f.entry, f.said, f.before = nil, e, "", nil
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
			values[name] = f.m.env.Now.Format(time.DateOnly)
		case name == "By" && f.m.env.Recorder != "":
			values[name] = f.m.env.Recorder
		}
		answers[i] = component.FormLine{Label: name, Hint: "(" + localHint(e, name) + ")", Value: values[name]}
	}
	f.Form = component.NewForm(answers)
	f.Form.Labels = localLabelWidth
	f.Form.Focus(at)
}

// localLabelWidth is the column of the fields' names.
const localLabelWidth = 12

// localHint says what belongs in a field while it is empty.
func localHint(e model.LocalEntry, name string) string {
	switch name {
	case schoolLine:
		return "the school's name"
	case termLine:
		return "such as Autumn 2026, first half"
	case "First day", "Last day":
		return "a date such as 2 September 2026"
	case "Officer":
		return `a name, or "nobody"`
	case "Name":
		if e.Kind == model.LocalContact && e.Name == model.Recording.Name() {
			return "what it is called"
		}
		return "a name or a team"
	case "Days":
		return "Monday to Friday, or attends when required"
	case "Phone":
		return "to ring"
	case "E-mail", "Link":
		return "if there is one"
	case "Status":
		return "closed, if it no longer exists"
	case "Covers for":
		return "who is away, if this is an absence"
	case "From":
		return "its first day, if that is still to come"
	case "Until":
		return "its last day, if that is known"
	case "Note":
		return "in a few words"
	case "Checked":
		return "the date it was last checked"
	case "By":
		return "checked by: a name or a role"
	}
	return ""
}
