package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
	"isspp/ui/theme"
	"isspp/ui/upkeep"
)

// The form's lines, by their place.
const (
	outRef = iota
	outWhat
	outForm
)

// What can be written out beside the whole: the entries of a kind, as the form names it.
const (
	outDecisions = "decisions"
	outSharing   = string(model.KindSharing)
)

// askOut looks for the folder that is offered, and asks.
func (s *notesSession) askOut(msg component.WriteOutMsg) tea.Cmd {
	if s.store == nil {
		return component.Say("What is kept can be written out once your notes are open: ctrl+s opens them.")
	}
	return func() tea.Msg {
		folder := handout.Folder()
		return thenMsg(func() tea.Cmd { s.app.Open(s.writeOut(msg, folder)); return nil })
	}
}

func (s *notesSession) writeOut(ask component.WriteOutMsg, folder string) *app.SaveForm {
	what := []string{upkeep.Chronology, upkeep.AllHeld, outDecisions, outSharing}
	if ask.Record != "" {
		what = append(what, upkeep.OneEntry)
	}
	var forms []string
	for _, f := range document.Formats() {
		forms = append(forms, string(f))
	}
	title := "Write out"
	if ref := model.CleanLine(ask.Ref); ref != "" {
		title += ": " + ref
	}
	var f *app.SaveForm
	f = app.NewSaveForm(s.env, app.Saving{
		Title: title, Format: outForm, Folder: folder,
		About: "A file is readable by you alone, and is not sealed. “All held” is for a subject access request; " +
			"“screen” shows it, to be pasted.",
		Lines: []component.FormLine{
			outRef:  {Label: "Reference", Hint: "the reference that it is about", Value: ask.Ref},
			outWhat: {Label: "What", Choices: what},
			outForm: {Label: "Form", Choices: append(forms, string(jsonFormat), app.ToScreen)},
		},
		// It does not name the reference: a file's name is read by more people than the file.
		Name: func(a []string) string {
			return strings.ReplaceAll(a[outWhat], " ", "-") + "-" + s.env.Clock().Format("2006-01-02-1504") + "." +
				a[outForm]
		},
		Check: checkOut,
		Save: func(a []string) func(string, bool) (func() tea.Cmd, error) {
			o := s.o
			o.Pack = s.env.Pack
			n := o.upkeep(s.store, "")
			return func(path string, force bool) (func() tea.Cmd, error) {
				paper, err := makeOut(n, a, ask.Record, path, force)
				return func() tea.Cmd {
					if a[outForm] == app.ToScreen {
						s.app.Lay(newShownPaper(s, paper))
						return nil
					}
					f.Close()
					return component.Say("Written: " + model.CleanLine(path) +
						". It is not sealed: keep it as safe as the child's file." +
						strings.TrimRight(" "+paper.Note, " "))
				}, err
			}
		},
	})
	if ask.Ref != "" {
		f.Focus(outWhat)
	}
	return f
}

func checkOut(a []string) (at int, problem string) {
	switch {
	case model.CleanLine(a[outRef]) == "":
		return outRef, "Say about which reference."
	case a[outForm] == string(jsonFormat) && a[outWhat] != upkeep.Chronology && a[outWhat] != upkeep.AllHeld:
		return outForm, "Some of the entries are for reading: pdf, html, md, or on the screen. The chronology's JSON " +
			"has every entry with its kind."
	}
	return 0, ""
}

func makeOut(n *upkeep.Notes, a []string, record, path string, force bool) (upkeep.Paper, error) {
	what := a[outWhat]
	if what == outDecisions {
		what = string(model.KindDecision)
	}
	paper, err := n.Paper(model.CleanLine(a[outRef]), what, record)
	if err != nil || a[outForm] == app.ToScreen {
		return paper, err
	}
	data, err := inForm(paper, document.Format(a[outForm]))
	if err == nil {
		_, err = upkeep.WritePrivate(path, data, force)
	}
	if err == nil {
		err = n.Store.WrittenOut(paper.Ref, a[outWhat]+", "+a[outForm])
	}
	return paper, err
}

// shownPaper is a document on the screen as plain text, without walls or marks beside it,
// so that what is selected with the mouse is the text alone.
type shownPaper struct {
	component.Reader
	s    *notesSession
	page *document.Page
}

func newShownPaper(s *notesSession, paper upkeep.Paper) *shownPaper {
	p := &shownPaper{s: s}
	p.Lay = func() []string {
		p.page = document.NewPage(max(min(p.W-1, 100), 20), &theme.Theme{}, s.env.Signs)
		p.page.Bare = true
		for _, line := range []string{paper.Banner, paper.Title, paper.Note} {
			if line != "" {
				p.page.Text(lipgloss.Style{}, line)
			}
		}
		p.page.Write(paper.Blocks...)
		return p.page.Painted()
	}
	return p
}

// Update scrolls, copies the whole where copying is allowed, or leaves.
func (p *shownPaper) Update(msg tea.Msg) tea.Cmd {
	k, pressed := msg.(tea.KeyPressMsg)
	switch key := k.String(); {
	case pressed && (key == "esc" || key == "q" || key == "enter"):
		p.Close()
		return nil
	case pressed && key == "ctrl+y":
		return p.copy()
	}
	return p.Reader.Update(msg)
}

func (p *shownPaper) copy() tea.Cmd {
	if a := p.s.copyAction(); a.Disabled != "" {
		return component.Say(a.Disabled)
	}
	lines := make([]string, len(p.page.Lines))
	for i, l := range p.page.Lines {
		lines[i] = l.Plain
	}
	return p.s.copyText(strings.Join(lines, "\n") + "\n")
}

// Actions are the keys.
func (p *shownPaper) Actions() []component.Action {
	return []component.Action{
		component.Hint("down", "more"), component.Hint("shift+drag", "selects text"),
		component.Hint("ctrl+y", "copy it all"),
		component.Hint("esc", "back"),
	}
}
