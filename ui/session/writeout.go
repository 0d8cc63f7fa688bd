package session

import (
	"errors"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
	"isspp/ui/kit"
	"isspp/ui/upkeep"
)

// What can be written out, as the form names it.
const (
	outChronology = "chronology"
	outEntry      = "entry"
	outAccess     = "all held"
	outDecisions  = "decisions"
	outSharing    = "sharing"
)

// toScreen is the form of a document that is shown, to be selected and pasted.
const toScreen = "screen"

// The form's lines, by their place.
const (
	outRef = iota
	outWhat
	outForm
	outFile
)

// outAskedMsg carries the folder that is offered.
type outAskedMsg struct {
	ask    kit.WriteOutMsg
	folder string
}

// outMadeMsg says what became of a document.
type outMadeMsg struct {
	path string
	// shown are the blocks to show where it goes to the screen.
	shown *document.Doc
	// note says what is not in it, or is empty.
	note string
	err  error
}

// writeOut asks for what is to be written, in which form and where.
type writeOut struct {
	kit.Base
	s      *notesSession
	ask    kit.WriteOutMsg
	folder string
	form   *kit.Form
	// offered is the file that stood in the form by itself.
	offered string
	// said stands above the form; replaces is the file that may be replaced, since
	// ctrl+s was pressed once.
	said, replaces string
	making         bool
	// shown is the document on the screen, or nil.
	shown  *document.Page
	scroll kit.Scroll
}

// askOut looks for the folder that is offered, and asks.
func (s *notesSession) askOut(msg kit.WriteOutMsg) tea.Cmd {
	if s.store == nil {
		return kit.Say("What is kept can be written out once your notes are open: ctrl+s opens them.")
	}
	return func() tea.Msg { return outAskedMsg{msg, handout.Folder()} }
}

func newWriteOut(s *notesSession, msg outAskedMsg) *writeOut {
	o := &writeOut{s: s, ask: msg.ask, folder: msg.folder}
	what := []string{outChronology, outAccess, outDecisions, outSharing}
	if msg.ask.Record != "" {
		what = append(what, outEntry)
	}
	o.offered = o.offer(outChronology, string(document.PDF))
	forms := []string{}
	for _, f := range document.Formats() {
		forms = append(forms, string(f))
	}
	o.form = kit.NewForm([]kit.FormLine{
		{Label: "Reference", Hint: "the reference that it is about", Value: msg.ask.Ref},
		{Label: "What", Choices: what},
		{Label: "Form", Choices: append(forms, string(jsonFormat), toScreen)},
		{Label: "File", Hint: "a folder and a name", Value: o.offered},
	})
	if msg.ask.Ref != "" {
		o.form.Focus(outWhat)
	}
	return o
}

// offer is the file that stands in the form at first. It does not name the
// reference: a file's name is read by more people than the file.
func (o *writeOut) offer(what, form string) string {
	if form == toScreen {
		return o.offered
	}
	name := strings.ReplaceAll(what, " ", "-") + "-" + o.s.env.Clock().Format("2006-01-02-1504") + "." + form
	return filepath.Join(handout.FromHome(o.folder), name)
}

// changed follows what was chosen: the offered file goes with it.
func (o *writeOut) changed() {
	o.said, o.replaces = "", ""
	if at := o.form.At(); at != outWhat && at != outForm || o.form.Value(outFile) != o.offered {
		return
	}
	o.offered = o.offer(o.form.Value(outWhat), o.form.Value(outForm))
	o.form.Set(outFile, o.offered)
}

// write makes the document in a command, since it reads the notes and writes a
// file. A file that is there is replaced only when ctrl+s is pressed once more.
func (o *writeOut) write() tea.Cmd {
	ref, what, form := model.CleanLine(o.form.Value(outRef)), o.form.Value(outWhat), o.form.Value(outForm)
	path := strings.TrimSpace(o.form.Value(outFile))
	switch {
	case ref == "":
		o.said = "Say about which reference."
		o.form.Focus(outRef)
		return nil
	case path == "" && form != toScreen:
		o.said = "A file's name is needed."
		o.form.Focus(outFile)
		return nil
	case form == string(jsonFormat) && what != outChronology && what != outAccess:
		o.said = "Some of the entries are for reading: pdf, html, md, or on the screen. The chronology's JSON has every entry with its kind."
		return nil
	}
	o.said, o.making = "", true
	record, force, opt := o.ask.Record, o.replaces == path, o.s.o
	opt.Pack = o.s.env.Pack
	n := opt.upkeep(o.s.store, "")
	return func() tea.Msg { return makeOut(n, ref, what, record, form, path, force) }
}

// makeOut makes one document and writes it, or gives what is to be shown.
func makeOut(n *upkeep.Notes, ref, what, record, form, path string, force bool) outMadeMsg {
	h, err := n.Held(ref)
	if err != nil {
		return outMadeMsg{err: err}
	}
	a, note := n.About(n.Store), n.NotIncluded(ref, h.Elsewhere)
	d, ok := outDoc(a, h, what, record)
	if !ok {
		return outMadeMsg{err: errors.New("nothing of that is kept under the reference, and nothing was written")}
	}
	if form == toScreen {
		return outMadeMsg{shown: &d, note: note}
	}
	var data []byte
	if form == string(jsonFormat) {
		if data, err = inJSON(document.ChronologyJSON(a, h.Ref, h.Concerns)); what == outAccess {
			data, err = inJSON(document.AccessJSON(a, h))
		}
	} else {
		data, err = inForm(d, document.Format(form))
	}
	if err != nil {
		return outMadeMsg{err: err}
	}
	whole, err := handout.WholePath(path, document.Format(form))
	if err == nil {
		whole, err = upkeep.WritePrivate(whole, data, force)
	}
	if err == nil {
		err = n.Store.WrittenOut(h.Ref, what+", "+form)
	}
	return outMadeMsg{path: whole, note: note, err: err}
}

// outDoc is the document of what was chosen.
func outDoc(a document.About, h document.Held, what, record string) (document.Doc, bool) {
	switch what {
	case outAccess:
		return document.AccessOf(a, h), len(h.Concerns) > 0 || len(h.Notes) > 0
	case outEntry:
		moments := document.RecordOf(h.Concerns, record)
		return document.SectionOf(a, h.Ref, moments), len(moments) > 0
	case outDecisions, outSharing:
		kind := map[string]model.EntryKind{outDecisions: model.KindDecision, outSharing: model.KindSharing}[what]
		moments := document.PartOf(h.Concerns, string(kind))
		return document.SectionOf(a, h.Ref, moments), len(moments) > 0
	}
	return document.ChronologyOf(a, h.Ref, h.Concerns), len(h.Concerns) > 0
}

// made takes what became of the document.
func (o *writeOut) made(made outMadeMsg) {
	o.making = false
	switch {
	case errors.Is(made.err, document.ErrExists):
		o.replaces = strings.TrimSpace(o.form.Value(outFile))
		o.said = "That file already exists and was not changed. Press ctrl+s again to replace it, or choose another name."
	case made.err != nil:
		o.said = kit.Capital(model.CleanLine(made.err.Error())) + "."
	case made.shown != nil:
		if made.note != "" {
			made.shown.Blocks = append([]document.Block{document.P(made.note)}, made.shown.Blocks...)
		}
		o.show(*made.shown)
	}
}

// written closes the form once the file is there, and says where it is.
func (s *notesSession) written(made outMadeMsg) tea.Cmd {
	if made.err != nil || made.shown != nil {
		return nil
	}
	s.app.CloseDialogs()
	return kit.Say("Written: " + model.CleanLine(made.path) + ". It is not sealed: keep it as safe as the child's file." + strings.TrimRight(" "+made.note, " "))
}
