package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// ToScreen is the format of a document that is shown and not written to a file.
const ToScreen = "screen"

// Saving is what a form asks for before it saves a document.
type Saving struct {
	// Title and About stand above the form.
	Title, About string
	// Lines are its questions, Format the one of them that is the file's format.
	Lines  []component.FormLine
	Format int
	// Folder is where the file is offered, and Name gives its name there. Both follow
	// the answers until the person names another.
	Folder string
	Name   func(answers []string) string
	// Check says what is wrong with the answers and at which line, or is nil.
	Check func(answers []string) (at int, problem string)
	// Save gives what makes the document and writes it, in a command. What that gives
	// follows in the app.
	Save func(answers []string) func(path string, force bool) (then func() tea.Cmd, err error)
}

// SaveForm asks for what is to be saved, in which format and where. A file that is there
// is replaced only when ctrl+s is pressed once more.
type SaveForm struct {
	component.FormDialog
	Saving
	// offered is the file that stood in the form by itself.
	offered string
	// replaces is the file that may be replaced.
	replaces string
}

type savedMsg struct {
	then func() tea.Cmd
	err  error
}

// NewSaveForm asks.
func NewSaveForm(env *component.Env, s Saving) *SaveForm {
	f := &SaveForm{Saving: s}
	f.FormDialog = component.FormDialog{
		Env: env, Form: component.NewForm(append(s.Lines,
			component.FormLine{Label: "File", Hint: "a folder and a name"})),
		Title: func() string { return env.Theme.Heading.Render(model.Clean(s.Title)) },
		About: func() string { return s.About }, Doing: "Writing it.", Save: f.save, Changed: f.changed,
	}
	f.offer()
	return f
}

// Focus gives an answer the keys.
func (f *SaveForm) Focus(i int) { f.Form.Focus(i) }

func (f *SaveForm) answers() []string {
	out := make([]string, len(f.Lines))
	for i := range out {
		out[i] = f.Form.Value(i)
	}
	return out
}

func (f *SaveForm) file() string { return strings.TrimSpace(f.Form.Value(len(f.Lines))) }

func (f *SaveForm) toScreen() bool { return f.Form.Value(f.Format) == ToScreen }

func (f *SaveForm) offer() {
	f.offered = filepath.Join(handout.FromHome(f.Folder), f.Name(f.answers()))
	f.Form.Set(len(f.Lines), f.offered)
}

// changed follows what was chosen. A file that the person named keeps its name, and gets
// the ending of the format.
func (f *SaveForm) changed(at int) tea.Cmd {
	f.Said, f.replaces = "", ""
	format, path := f.Form.Value(f.Format), f.Form.Value(len(f.Lines))
	switch had, ok := document.FormatOf(path); {
	case at == len(f.Lines), f.toScreen():
	case path == f.offered:
		f.offer()
	case at == f.Format && ok && string(had) != format:
		f.Form.Set(len(f.Lines), strings.TrimSuffix(path, filepath.Ext(path))+"."+format)
	}
	return nil
}

func (f *SaveForm) save() tea.Cmd {
	answers, path, at, shown := f.answers(), f.file(), 0, f.toScreen()
	f.Said = ""
	if f.Check != nil {
		at, f.Said = f.Check(answers)
	}
	if f.Said == "" && path == "" && !shown {
		at, f.Said = len(f.Lines), "A file's name is needed."
	}
	if f.Said != "" {
		f.Form.Focus(at)
		return nil
	}
	f.Busy = true
	save, format, force := f.Saving.Save(answers), document.Format(f.Form.Value(f.Format)), f.replaces == path
	return component.Ask(f, func() tea.Msg {
		if !shown {
			var err error
			if path, err = handout.WholePath(path, format); err != nil {
				return savedMsg{err: err}
			}
		}
		then, err := save(path, force)
		return savedMsg{then, err}
	})
}

// saved goes on, or says what went wrong: the form keeps what was typed.
func (f *SaveForm) saved(m savedMsg) tea.Cmd {
	f.Busy = false
	switch {
	case m.err == nil:
		return m.then()
	case errors.Is(m.err, document.ErrExists):
		f.replaces = f.file()
		f.Said = "That file already exists and was not changed. Press ctrl+s again to replace it, or choose another " +
			"name."
		return nil
	}
	f.Said = component.Capital(model.CleanLine(m.err.Error())) + "."
	if f.Done() { // it was closed meanwhile
		return component.Fail(f.Said)
	}
	return nil
}

// Update takes what became of a document, and fills the form in.
func (f *SaveForm) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case savedMsg:
		return f.saved(msg)
	case tea.KeyPressMsg:
		if msg.String() == "enter" && f.Form.At() == f.Format && f.toScreen() && !f.Busy {
			return f.save() // no file is asked for
		}
	}
	return f.FormDialog.Update(msg)
}

// Actions are the form's keys.
func (f *SaveForm) Actions() []component.Action {
	if f.toScreen() {
		return component.FormHints("show it", "back")
	}
	return component.FormHints("write it", "back")
}

type handoutAskedMsg struct{ folder string }

// askHandout asks for a handout's deck, and then for its format and its place.
// Nothing of the private notes is in a handout: it is made of the protocol and
// of the Local file.
func (m *Model) askHandout(folder string) {
	decks := model.Decks()
	rows := make([]string, len(decks))
	for i, d := range decks {
		rows[i] = component.Fit(d.Title, 22, m.env.Signs) + d.About
	}
	p := component.OneOf(m.env, "A handout of what?", rows, func(i int) tea.Cmd {
		m.Lay(m.handoutForm(decks[i], folder))
		return nil
	})
	p.Stays = true
	p.Select(slices.IndexFunc(decks, func(d model.Deck) bool { return d.ID == m.Deck() }))
	m.Open(p)
}

func (m *Model) handoutForm(deck model.Deck, folder string) *SaveForm {
	var formats []string
	for _, format := range document.Formats() {
		formats = append(formats, string(format))
	}
	env := m.env
	return NewSaveForm(env, Saving{
		Title: "A handout: " + deck.Title, Folder: folder,
		About: "Whom to ring, lines for your own people, then the protocol with its notes. Nothing private is in it.",
		Lines: []component.FormLine{{Label: "Format", Choices: formats}},
		Name:  func(a []string) string { return handout.FileName(env.Pack, deck.ID, document.Format(a[0])) },
		Save: func(a []string) func(string, bool) (func() tea.Cmd, error) {
			source := handout.Source{
				Pack: env.Pack, Local: env.Local, School: env.School, Banner: env.Banner,
				Now: env.Clock(),
			}
			return func(path string, force bool) (func() tea.Cmd, error) {
				const readable = 0o644
				return func() tea.Cmd {
					m.CloseDialogs()
					return component.Say("The handout is in " + model.CleanLine(path))
				}, handout.Build(source, deck).Save(path, document.Format(a[0]), readable, force)
			}
		},
	})
}
