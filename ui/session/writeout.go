package session

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/handout"
	"isspp/ui/kit"
	"isspp/ui/report"
)

// writeOut asks what of a reference is written out, in which form and where. The
// file is readable by its owner alone; its path is shown when it is there.
type writeOut struct {
	s    *open
	ref  string
	form *kit.Form
	// folder and offered are the place that stands in the form by itself.
	folder, offered string
	// said stands below the form: what went wrong, what is safe.
	said string
	// replaces is the place whose file may be replaced: ctrl+s was pressed once.
	replaces string
	w, h     int
}

// The form's answers, by their place in it.
const (
	outWhat = iota
	outForm
	outFile
)

// The documents that are offered, each with its maker.
const (
	outChronology = "chronology"
	outAll        = "everything held"
	outDecisions  = "decisions"
	outSharing    = "sharing"
)

// outFolderMsg carries the folder that is offered.
type outFolderMsg struct{ ref, folder string }

// outMadeMsg says what became of a document.
type outMadeMsg struct {
	path string
	err  error
}

// askWriteOut finds the folder that is offered, beside the app.
func askWriteOut(ref string) tea.Cmd {
	return func() tea.Msg { return outFolderMsg{ref, handout.Folder()} }
}

func newWriteOut(s *open, ref, folder string) *writeOut {
	o := &writeOut{s: s, ref: ref, folder: handout.FromHome(folder)}
	o.offered = o.offer(outChronology, string(report.PDF))
	forms := []string{}
	for _, f := range report.Formats() {
		forms = append(forms, string(f))
	}
	o.form = kit.NewForm([]kit.FormLine{
		{Label: "What", Choices: []string{outChronology, outAll, outDecisions, outSharing}},
		{Label: "Form", Choices: append(forms, string(jsonFormat))},
		{Label: "File", Hint: "a folder and a name", Value: o.offered},
	})
	return o
}

// offer is the file's name that stands there at first. It has the reference in
// it, as the person's own folder may.
func (o *writeOut) offer(what, form string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return '-'
	}, strings.ToLower(model.CleanLine(o.ref)+"-"+what))
	return filepath.Join(o.folder, name+"."+form)
}

// Resize lays the form out.
func (o *writeOut) Resize(w, h int) {
	o.w, o.h = w, h
	o.form.Resize(w, max(h-6, 4))
}

// Redraw has nothing kept to drop.
func (o *writeOut) Redraw() {}

// Draw returns the form with what the file is, and what it isn't.
func (o *writeOut) Draw() []string {
	t := o.s.env.Theme
	p := kit.NewPage(min(o.w-4, 84), t, o.s.env.Signs)
	p.Text(t.Heading, "Write out: "+model.CleanLine(o.ref))
	p.Text(t.Quiet, "The file is readable by you alone and is not sealed: keep it as safe as the child's file.")
	out := append(kit.Inset(p.Painted()), "")
	out = append(out, o.form.Draw(t, o.s.env.Signs)...)
	if o.said != "" {
		said := kit.NewPage(min(o.w-4, 84), t, o.s.env.Signs)
		said.Text(t.Alert, o.said)
		out = append(append(out, ""), kit.Inset(said.Painted())...)
	}
	return out[:min(len(out), o.h)]
}

// Key fills the form in; ctrl+s writes, Esc leaves without a file.
func (o *writeOut) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc":
		return true, nil
	case "ctrl+s":
		return false, o.write()
	case "enter":
		if o.form.At() == outFile {
			return false, o.write()
		}
	}
	if changed, _ := o.form.Key(k); changed {
		o.said = ""
		if o.form.At() != outFile {
			o.rename()
		}
	}
	return false, nil
}

// rename gives the file the name of what is chosen, as long as the person hasn't
// named another.
func (o *writeOut) rename() {
	offered := o.offer(o.form.Value(outWhat), o.form.Value(outForm))
	if path := o.form.Value(outFile); path == o.offered {
		o.form.Set(outFile, offered)
	} else {
		o.form.Set(outFile, strings.TrimSuffix(path, filepath.Ext(path))+"."+o.form.Value(outForm))
	}
	o.offered = offered
}

// write makes the document in a command. A file that is there is replaced only
// when ctrl+s is pressed once more.
func (o *writeOut) write() tea.Cmd {
	path := strings.TrimSpace(o.form.Value(outFile))
	if path == "" {
		o.said = "A file's name is needed."
		return nil
	}
	what, form := o.form.Value(outWhat), report.Format(o.form.Value(outForm))
	ask := order{ref: o.ref, file: path, force: o.replaces == path}
	make := chronology
	switch what {
	case outAll:
		make = access
	case outDecisions:
		ask.only = string(model.KindDecision)
	case outSharing:
		ask.only = string(model.KindSharing)
	}
	if ask.only != "" && form == jsonFormat {
		o.said = "One kind of entry is for reading: pdf, html or md. The chronology's JSON has every entry with its kind."
		return nil
	}
	notes, opt := o.s.store, o.s.o
	return func() tea.Msg {
		held, err := heldUnder(notes, opt, ask.ref)
		if err != nil {
			return outMadeMsg{err: err}
		}
		data, err := make(opt.about(), held, ask, form)
		if err != nil {
			return outMadeMsg{err: err}
		}
		whole, err := handout.WholePath(ask.file, form)
		if err == nil {
			whole, err = writePrivate(whole, data, ask.force)
		}
		return outMadeMsg{path: whole, err: err}
	}
}

// Message takes what became of the document: the form stays where it failed.
func (o *writeOut) Message(msg tea.Msg) {
	made, ok := msg.(outMadeMsg)
	switch {
	case !ok || made.err == nil:
	case errors.Is(made.err, report.ErrExists):
		o.replaces = strings.TrimSpace(o.form.Value(outFile))
		o.said = "There is such a file already, and it is as it was. ctrl+s once more replaces it; another name keeps it."
	default:
		o.said = kit.Capital(model.CleanLine(made.err.Error())) + ". Nothing was written; the notes are unharmed."
	}
}

// wroteOut closes the form once the file is there, and says where.
func (s *open) wroteOut(msg outMadeMsg) tea.Cmd {
	if msg.err != nil {
		return nil
	}
	s.app.CloseOverlay()
	return kit.Say("Written: " + model.CleanLine(msg.path) + ". It is not sealed.")
}

// Click gives an answer the keys.
func (o *writeOut) Click(_, y int) (bool, tea.Cmd) {
	o.form.Click(y - 3)
	return false, nil
}

// Wheel does nothing here.
func (o *writeOut) Wheel(int) {}

// Paste puts pasted text into the form.
func (o *writeOut) Paste(text string) { o.form.Paste(text) }

// Typing tells that letters are text.
func (o *writeOut) Typing() bool { return true }

// Cursor stands in the form.
func (o *writeOut) Cursor() *tea.Cursor {
	p := kit.NewPage(min(o.w-4, 84), o.s.env.Theme, o.s.env.Signs)
	p.Text(o.s.env.Theme.Quiet, "The file is readable by you alone and is not sealed: keep it as safe as the child's file.")
	return o.form.Cursor(0, len(p.Lines)+2)
}

// Hints are the keys that work here.
func (o *writeOut) Hints() []kit.Action { return kit.FormHints("write it", "back") }
