package present

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// key routes a key press: the emergency first, then what lies on the slide,
// then a number that is being typed, then the actions.
func (m *Screen) key(k tea.KeyPressMsg) tea.Cmd {
	m.said = component.Noticed{}
	switch key := k.String(); {
	case m.emergency != nil:
		if key == "esc" || key == "enter" || key == "!" || key == "q" {
			m.emergency = nil
			return nil
		}
		return m.emergency.Update(k)
	case key == "!":
		m.alarm()
		return nil
	case m.panel != nil:
		return m.panelKey(k)
	case m.show == nil && (key == "q" || key == "ctrl+c" || key == "esc"):
		return tea.Quit
	case m.show == nil:
		return nil
	}
	if m.number(k) {
		return m.publish()
	}
	a, ok := component.Find(m.actions(), k.String())
	if !ok {
		return nil
	}
	if a.Disabled != "" {
		m.said = component.Noticed{Text: a.Disabled}
		return nil
	}
	return tea.Batch(a.Run(), m.publish(), m.tick(), m.loop())
}

// panelKey gives a key to what lies on the slide. Where there is no slide below it,
// leaving it leaves.
func (m *Screen) panelKey(k tea.KeyPressMsg) tea.Cmd {
	was := m.panel
	cmd := was.Update(k)
	if was.Done() && m.panel == was {
		if m.panel = nil; m.show == nil && m.said.Text == "" {
			return tea.Quit
		}
	}
	return tea.Batch(cmd, m.publish(), m.tick(), m.loop())
}

// number takes the digits of a slide's number, and the Enter that goes there.
// It tells whether the key was one of these.
func (m *Screen) number(k tea.KeyPressMsg) bool {
	key := k.String()
	switch {
	case len(key) == 1 && key >= "0" && key <= "9":
		if len(m.digits) < 4 {
			m.digits += key
		}
		return true
	case m.digits == "":
		return false
	case key == "enter":
		n, _ := strconv.Atoi(m.digits)
		m.digits = ""
		if n < 1 || n > len(m.show.deck.Slides) {
			m.said = component.Noticed{Text: "There are slides 1 to " + itoa(len(m.show.deck.Slides)) + "."}
			return true
		}
		m.show.jump(n - 1)
		return true
	case key == "t":
		return false
	case key == "backspace":
		m.digits = m.digits[:len(m.digits)-1]
		return true
	}
	m.digits = ""
	return key == "esc"
}

// actions are everything that can be done here. The keys of a presenter that is
// held in the hand are among them: it sends PgDn, PgUp, "b" or ".".
func (m *Screen) actions() []component.Action {
	s := m.show
	side, sideHelp, sideOff := "notes", "The speaker's notes here; on another: isspp present --speaker", ""
	if m.speaker {
		side, sideHelp = "slide", "Back to the slide"
	}
	if m.follows {
		sideOff = "This terminal is the speaker's; the slide is in the other one."
	}
	out := append(m.steps(),
		component.Action{
			ID: "all", Binding: component.Keys("all", "a"), Help: "Reveal the rest of this slide",
			Run: component.Do(s.all),
		},
		component.Action{
			ID: "notes", Binding: component.Keys(side, "s"), Help: sideHelp, Disabled: sideOff,
			Run: component.Do(m.side),
		},
		component.Action{
			ID: "blank", Binding: component.Keys("blank", "b", "."),
			Help: "Hide the slide from the audience, or show it again",
			Run:  component.Do(func() { s.blank = !s.blank }),
		},
		component.Action{
			ID: "overview", Binding: component.Keys("overview", "o"), Help: "Every slide; choose one",
			Run: component.Do(func() { m.open(newOverview(m)) }),
		},
		component.Action{
			ID: "search", Binding: component.Keys("search", "/"), Help: "Find a slide or a point by its words",
			Run: component.Do(func() { m.open(newSearch(m)) }),
		},
		component.Action{
			ID: "point", Binding: component.Keys("point", "p"),
			Help: "Point at a line; up and down move, p again stops", Run: component.Do(s.point),
		},
		component.Action{
			ID: "larger", Binding: component.Keys("", "+", "="), Hidden: true,
			Help: "Fewer points at a time, with more room around them; - undoes it", Disabled: s.tooSmallToEnlarge(),
			Run: component.Do(func() { s.enlarge(true) }),
		},
		component.Action{
			ID: "smaller", Binding: component.Keys("", "-"), Hidden: true, Help: "As many points as fit",
			Run: component.Do(func() { s.enlarge(false) }),
		},
		component.Action{
			ID: "timer", Binding: component.Keys("timer", "t"),
			Help: "Show the time or hide it; 3 t gives the room 3 minutes to talk", Run: component.Do(m.timerKey),
		},
		component.Action{
			ID: "time.again", Binding: component.Keys("time from 0", "T"), Help: "Count the time from now",
			Run: component.Do(func() { s.started = m.env.Clock() }),
		},
	)
	return append(out, m.aside()...)
}

// aside is what leaves the slide as it is.
func (m *Screen) aside() []component.Action {
	notesOff, quitHelp := "The notes are on the speaker's side: s shows it.", "End; next time it resumes here"
	if m.speaker {
		notesOff = ""
	}
	if m.follows {
		quitHelp = "Close the speaker's side; the presentation goes on"
	}
	return []component.Action{
		{
			ID: "handout", Binding: component.Keys("handout", "H"), Hidden: true,
			Help: "Write the handout, a PDF, to your documents", Run: m.handOut,
		},
		{
			ID: "emergency", Binding: component.Keys("emergency", "!"), Help: "Whom to ring now",
			Run: component.Do(m.alarm),
		},
		{
			ID: "keys", Binding: component.Keys("keys", "?"), Help: "These keys",
			Run: component.Do(func() { m.open(newKeysHelp(m)) }),
		},
		{
			ID: "notes.down", Binding: component.Keys("", "J", "shift+down"), Hidden: true,
			Help: "Further down in the speaker's notes", Disabled: notesOff,
			Run: component.Do(func() { m.notes.By(1) }),
		},
		{
			ID: "notes.up", Binding: component.Keys("", "K", "shift+up"), Hidden: true,
			Help: "Further up in the speaker's notes", Disabled: notesOff, Run: component.Do(func() { m.notes.By(-1) }),
		},
		{
			ID: "esc", Binding: component.Keys("", "esc"), Hidden: true,
			Help: "Show a blanked slide again, stop pointing", Run: m.escape,
		},
		{
			ID: "quit", Binding: component.Keys("end", "q", "ctrl+c"), Help: quitHelp,
			Run: func() tea.Cmd { return tea.Quit },
		},
	}
}

// steps are going on and back.
func (m *Screen) steps() []component.Action {
	s := m.show
	slide := func(n int) func() tea.Cmd { return component.Do(func() { s.jump(s.place.Slide + n) }) }
	up, down := slide(-1), slide(1)
	helpUp, helpDown := "Previous slide", "Next slide"
	if s.pointer >= 0 {
		up, down = component.Do(func() { s.pointBy(-1) }), component.Do(func() { s.pointBy(1) })
		helpUp, helpDown = "Point one line up", "Point one line down"
	}
	return []component.Action{
		{
			ID: "next", Binding: component.Keys("next", "space", "right", "pgdown", "enter", "l", "n"),
			Help: "Reveal the next point, and then the next slide", Run: component.Do(m.next),
		},
		{
			ID: "back", Binding: component.Keys("back", "left", "pgup", "backspace", "h", "N"),
			Help: "Hide the last point, or go to the previous slide", Run: component.Do(s.back),
		},
		{ID: "slide.next", Binding: component.Keys("", "down", "j"), Hidden: true, Help: helpDown, Run: down},
		{ID: "slide.before", Binding: component.Keys("", "up", "k"), Hidden: true, Help: helpUp, Run: up},
		{
			ID: "first", Binding: component.Keys("", "home", "g"), Hidden: true, Help: "First slide",
			Run: component.Do(func() { s.jump(0) }),
		},
		{
			ID: "last", Binding: component.Keys("", "end", "G"), Hidden: true, Help: "Last slide",
			Run: component.Do(func() { s.jump(len(s.deck.Slides) - 1) }),
		},
	}
}

func (m *Screen) next() {
	if !m.show.next() {
		m.said = component.Noticed{Text: "That was the last slide. q ends, Home goes to the first one."}
	}
}

// side changes between the slide and the speaker's side.
func (m *Screen) side() {
	m.speaker = !m.speaker
	m.notes.SetYOffset(0)
}

func (m *Screen) escape() tea.Cmd {
	s := m.show
	switch {
	case s.blank:
		s.blank = false
	case s.pointer >= 0:
		s.pointer = -1
	default:
		m.said = component.Noticed{Text: "q ends the presentation; ? has all keys."}
	}
	return nil
}
