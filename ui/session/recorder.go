package session

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/upkeep"
)

// recorderOf is who records: as the config has it, or else as the notes have.
func recorderOf(o Options, notes *store.Store) string {
	return cmp.Or(o.Recorder, model.CleanLine(notes.Recorder()))
}

// recordedBy takes from the notes who records in them. A name that was given
// before they were open is kept in them.
func (s *notesSession) recordedBy(kept string) tea.Cmd {
	given := s.env.Recorder
	s.env.Recorder = cmp.Or(s.o.Recorder, kept, given)
	if s.env.Recorder == kept || s.env.Recorder == s.o.Recorder {
		return nil
	}
	return s.keepRecorder(given)
}

func (s *notesSession) keepRecorder(who string) tea.Cmd {
	s.env.Recorder = who
	if s.store == nil {
		return nil
	}
	notes := s.store
	return func() tea.Msg {
		if err := notes.KeepRecorder(who); err != nil {
			return component.Noticed{
				Text:   "Your name could not be kept for the next time. " + err.Error(),
				Failed: true,
			}
		}
		return nil
	}
}

// settings are the settings of this process; a name is kept in the notes, where
// they are open.
func (s *notesSession) settings() settingsPlace {
	p := settingsPlace{o: &s.o, env: s.env, app: s.app}
	if s.store != nil {
		p.keep = s.keepRecorder
	}
	return p
}

type askRecorder struct {
	*upkeep.Page
	s       *notesSession
	problem string
}

func newAskRecorder(s *notesSession) *askRecorder {
	a := &askRecorder{s: s}
	a.Page = upkeep.NewPage(s.env, a)
	return a
}

func (a *askRecorder) Words(p *document.Page) {
	t := a.s.env.Theme
	p.Text(t.Heading, "Who is recording?")
	p.Gap()
	if a.problem != "" {
		p.Text(t.Alert, a.problem)
		p.Gap()
	}
	p.Text(t.Plain, upkeep.RecorderWords)
	p.Gap()
	a.Line(p, "Name and role")
	p.Gap()
	p.Text(t.Quiet, "Asked once; Settings (,) change it. Esc leaves it for now: a decision can't be kept without it.")
}

// Key types, keeps the name, or leaves it for later.
func (a *askRecorder) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc", "ctrl+c":
		return true, nil
	case "enter":
		who := model.CleanLine(a.Field.Value())
		if who == "" {
			a.problem = "Nothing typed yet."
			a.Redraw()
			return false, nil
		}
		return true, tea.Batch(a.s.keepRecorder(who), component.Say("Every entry is recorded by "+who+" from now on."))
	}
	a.Field.Type(k)
	return false, nil
}

// Actions are the keys.
func (a *askRecorder) Actions() []component.Action {
	return []component.Action{component.Hint("enter", "keep it"), component.Hint("esc", "later")}
}
