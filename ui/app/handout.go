package app

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
	"isspp/ui/kit"
)

// handoutForm asks for a handout's deck, and then for its format and its place.
// Nothing of the private notes is in a handout: it is made of the protocol and
// of the Local file.
type handoutForm struct {
	kit.Base
	m       *Model
	folder  string
	chooser *kit.Chooser
	deck    model.Deck
	form    *kit.Form
	// offered is the place that stood in the form by itself.
	offered string
	// said stands above the form: what went wrong, what is safe.
	said string
	// replaces is the place whose file may be replaced: ctrl+s was pressed once.
	replaces string
	making   bool
}

// The form's answers, by their place in it.
const (
	formatLine = iota
	fileLine
)

// handoutAskedMsg carries the folder that is offered.
type handoutAskedMsg struct{ folder string }

// handoutMadeMsg says what became of a handout.
type handoutMadeMsg struct {
	path string
	err  error
}

// handoutAction is "H" on a tab.
func (m *Model) handoutAction() kit.Action {
	return kit.Action{
		ID: "handout", Binding: kit.Keys("handout", "H"), Hidden: true,
		Help: "Make a handout to print: a PDF, a web page or Markdown; nothing private is in it",
		Run:  func() tea.Cmd { return func() tea.Msg { return handoutAskedMsg{handout.Folder()} } },
	}
}

func newHandoutForm(m *Model, folder string) *handoutForm {
	f := &handoutForm{m: m, folder: folder}
	decks := model.Decks()
	rows := make([]string, len(decks))
	at := 0
	for i, d := range decks {
		rows[i] = kit.Fit(d.Title, 22, m.env.Signs) + d.About
		if d.ID == m.Deck() {
			at = i
		}
	}
	f.chooser = kit.NewChooser("A handout of what?", rows, func(i int) tea.Cmd { f.open(decks[i]); return nil })
	f.chooser.Select(at)
	return f
}

// open asks for the format and the place.
func (f *handoutForm) open(deck model.Deck) {
	f.deck, f.said, f.replaces = deck, "", ""
	var formats []string
	for _, format := range document.Formats() {
		formats = append(formats, string(format))
	}
	f.offered = f.offer(document.Formats()[0])
	f.form = kit.NewForm([]kit.FormLine{
		{Label: "Format", Choices: formats},
		{Label: "File", Hint: "a folder and a name", Value: f.offered},
	})
	f.SetSize(f.W, f.H)
}

// offer is the place that stands in the form at first.
func (f *handoutForm) offer(format document.Format) string {
	return filepath.Join(handout.FromHome(f.folder), handout.FileName(f.m.env.Pack, f.deck.ID, format))
}

// reformat gives the file the ending of the chosen format, as long as the
// person hasn't named another.
func (f *handoutForm) reformat() {
	format := document.Format(f.form.Value(formatLine))
	path := f.form.Value(fileLine)
	if path == f.offered {
		f.offered = f.offer(format)
		f.form.Set(fileLine, f.offered)
		return
	}
	if had, ok := document.FormatOf(path); ok && had != format {
		f.form.Set(fileLine, strings.TrimSuffix(path, filepath.Ext(path))+"."+string(format))
	}
}

// write makes the handout in a command. A file that is there is replaced only
// when ctrl+s is pressed once more.
func (f *handoutForm) write() tea.Cmd {
	path := strings.TrimSpace(f.form.Value(fileLine))
	if path == "" {
		f.said = "A file's name is needed."
		return nil
	}
	format := document.Format(f.form.Value(formatLine))
	force := f.replaces == path
	f.said, f.making = "", true
	env := f.m.env
	source := handout.Source{Pack: env.Pack, Local: env.Local, School: env.School, Banner: env.Banner, Now: env.Clock()}
	deck := f.deck
	return kit.Ask(f, func() tea.Msg {
		whole, err := handout.WholePath(path, format)
		if err == nil {
			const readable = 0o644
			err = handout.Build(source, deck).Save(whole, format, readable, force)
		}
		return handoutMadeMsg{path: whole, err: err}
	})
}

// made closes the form, or says what went wrong: the form keeps what was typed.
func (f *handoutForm) made(made handoutMadeMsg) tea.Cmd {
	f.making = false
	if made.err == nil {
		f.Close()
		return kit.Say("The handout is in " + model.CleanLine(made.path))
	}
	if errors.Is(made.err, document.ErrExists) {
		f.replaces = strings.TrimSpace(f.form.Value(fileLine))
		f.said = "That file already exists and was not changed. Press ctrl+s again to replace it, or choose another name."
		return nil
	}
	f.said = kit.Capital(model.CleanLine(made.err.Error())) + "."
	if f.Done() { // it was closed meanwhile
		return kit.Fail(f.said)
	}
	return nil
}
