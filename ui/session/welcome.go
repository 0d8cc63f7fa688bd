package session

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/app"
	"isspp/ui/component"
	"isspp/ui/config"
)

// welcomedPath is the file that tells that the first card was shown. It is empty.
func welcomedPath() string { return config.StatePath("welcomed") }

// firstStart reports whether nobody has used isspp here: the card was never shown,
// nothing was set, and there are no notes.
func (o Options) firstStart() bool {
	for _, path := range []string{welcomedPath(), o.ConfigPath} {
		if _, err := os.Lstat(path); !os.IsNotExist(err) {
			return false
		}
	}
	return !o.Fictional && o.notesState() == component.NotesAbsent
}

// welcomed keeps the first card from coming back. Where that can't be written it
// comes once more, which harms nothing.
func welcomed() tea.Msg {
	path := welcomedPath()
	if os.MkdirAll(filepath.Dir(path), 0o700) == nil {
		_ = os.WriteFile(path, nil, 0o600)
	}
	return nil
}

// welcome is the first card: what this is, the three days, and what is protected.
func welcome(p *content.Pack) *app.Guide {
	e := p.Edition()
	return &app.Guide{
		Heading: "Welcome to isspp",
		Text: []string{
			model.CleanLine(e.Name()) + ", " + model.CleanLine(e.Years) +
				": whom to ring, what to look for, and a record of what you did. It works offline.",
		},
		Facts: [][2]string{
			{"1", "Which officer covers us? The rota needs no passphrase."},
			{"2", "A colleague is worried about a child. There, n starts a walkthrough."},
			{"P", "You train staff: slides, with no private notes on them."},
			{"Try", "isspp demo opens an invented case. Nothing in it is real or kept."},
			{"Safe", "Private notes are sealed with your passphrase. Nothing leaves this computer."},
		},
		After: "Enter closes this card. It doesn't come back; ? says what you can do on any screen.",
	}
}

func (s *notesSession) demoGuide() *app.Guide {
	if s.guide != nil {
		return s.guide
	}
	s.guide = &app.Guide{
		Heading: "The demonstration: an invented case",
		Text: []string{
			component.Fictional + ": nobody in it exists, and all of it is thrown away when you quit. Your own notes " +
				"aren't touched.",
			"DEMO-7 is a boy in Year 9 whom a school asks about, rings about and refers. DEMO-3 is a girl who moves " +
				"to another school. DEMO-9 was cut short. Five things to try:",
		},
		Tasks: []app.Task{
			{Text: "Press ! as you would in an emergency. Esc comes back.", Tried: s.app.Alarmed},
			{
				Text:  "Read what happened to DEMO-7: select it and press Enter.",
				Tried: func() bool { return s.list.Shown() == "DEMO-7" },
			},
			{
				Text:  "Go on with DEMO-9: answer a sign with s, t, n or d.",
				Tried: func() bool { return s.tried.answered },
			},
			{
				Text:  "On DEMO-7, record a decision. Try it without a reason first.",
				Tried: func() bool { return s.tried.decided },
			},
			{Text: "On DEMO-7, mark an overdue action as done.", Tried: func() bool { return s.tried.done }},
		},
		After: "Enter closes this card; ctrl+g shows it again. Passphrase, should you lock: " + demoPassphrase,
	}
	return s.guide
}

func (s *notesSession) demoAction() []component.Action {
	if !s.o.Fictional || s.store == nil {
		return nil
	}
	g := s.demoGuide()
	return []component.Action{{
		ID: "demo.card", Binding: component.Keys("to try: "+g.Progress(), "ctrl+g"),
		Help: "What this demonstration is, and five things to try in it",
		Run:  component.Do(func() { s.app.ShowGuide(g) }),
	}}
}

// tried is what was recorded in a demonstration: the case's own records are of earlier
// days.
type tried struct{ answered, decided, done bool }

func (s *notesSession) lookWhatWasTried() tea.Cmd {
	if s.guide == nil || s.store == nil {
		return nil
	}
	notes, clock := s.store, s.env.Clock()
	return func() tea.Msg {
		y, m, d := clock.Date()
		today := time.Date(y, m, d, 0, 0, 0, 0, clock.Location())
		recorded := func(kind model.EntryKind) bool {
			return slices.ContainsFunc(notes.ConcernEntries(), func(e model.ConcernEntry) bool {
				return e.Kind == kind && e.Kept && e.Recorded.After(today)
			})
		}
		now := tried{
			answered: slices.ContainsFunc(notes.Walkthroughs(), func(w model.Walkthrough) bool {
				return slices.ContainsFunc(w.Entries, func(e model.Entry) bool { return e.Recorded.After(today) })
			}),
			decided: recorded(model.KindDecision), done: recorded(model.KindActionDone),
		}
		return thenMsg(func() tea.Cmd {
			s.tried = now
			s.tickOff()
			return nil
		})
	}
}

func (s *notesSession) tickOff() {
	if s.guide != nil && s.store != nil && s.guide.Update() {
		s.app.Refresh()
	}
}
