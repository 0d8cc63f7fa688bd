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
	s, act, do := m.show, component.Act, component.Do
	up, down := func() { s.jump(s.Slide - 1) }, func() { s.jump(s.Slide + 1) }
	helpUp, helpDown := "Previous slide", "Next slide"
	if s.Pointer >= 0 {
		up, down = func() { s.pointBy(-1) }, func() { s.pointBy(1) }
		helpUp, helpDown = "Point one line up", "Point one line down"
	}
	side, sideHelp, sideOff := "notes", "The speaker's notes here; on another: isspp present --speaker", ""
	notesOff, quitHelp := "The notes are on the speaker's side: s shows it.", "End; next time it resumes here"
	if m.speaker {
		side, sideHelp, notesOff = "slide", "Back to the slide", ""
	}
	if m.follows {
		sideOff = "This terminal is the speaker's; the slide is in the other one."
		quitHelp = "Close the speaker's side; the presentation goes on"
	}
	return []component.Action{
		act("next", "next", "Reveal the next point, and then the next slide", do(m.next),
			"space", "right", "pgdown", "enter", "l", "n"),
		act("back", "back", "Hide the last point, or go to the previous slide", do(s.back),
			"left", "pgup", "backspace", "h", "N"),
		act("slide.next", "", helpDown, do(down), "down", "j"),
		act("slide.before", "", helpUp, do(up), "up", "k"),
		act("first", "", "First slide", do(func() { s.jump(0) }), "home", "g"),
		act("last", "", "Last slide", do(func() { s.jump(len(s.deck.Slides) - 1) }), "end", "G"),
		act("all", "all", "Reveal the rest of this slide", do(s.all), "a"),
		act("notes", side, sideHelp, do(func() { m.speaker = !m.speaker; m.notes.SetYOffset(0) }), "s").Unless(sideOff),
		act("blank", "blank", "Hide the slide from the audience, or show it again", do(func() { s.Blank = !s.Blank }),
			"b", "."),
		act("overview", "overview", "Every slide; choose one", do(func() { m.open(newOverview(m)) }), "o"),
		act("search", "search", "Find a slide or a point by its words", do(func() { m.open(newSearch(m)) }), "/"),
		act("point", "point", "Point at a line; up and down move, p again stops", do(s.point), "p"),
		act("larger", "", "Fewer points at a time, with more room around them; - undoes it",
			do(func() { s.enlarge(true) }), "+", "=").Unless(s.tooSmallToEnlarge()),
		act("smaller", "", "As many points as fit", do(func() { s.enlarge(false) }), "-"),
		act("timer", "timer", "Show the time or hide it; 3 t gives the room 3 minutes to talk", do(m.timerKey), "t"),
		act("time.again", "time from 0", "Count the time from now", do(func() { s.Started = m.env.Clock() }), "T"),
		act("handout", "", "Write the handout, a PDF, to your documents", m.handOut, "H"),
		act("emergency", "emergency", "Whom to ring now", do(m.alarm), "!"),
		act("keys", "keys", "These keys", do(func() { m.open(newKeysHelp(m)) }), "?"),
		act("notes.down", "", "Further down in the speaker's notes", do(func() { m.notes.By(1) }), "J", "shift+down").
			Unless(notesOff),
		act("notes.up", "", "Further up in the speaker's notes", do(func() { m.notes.By(-1) }), "K", "shift+up").
			Unless(notesOff),
		act("esc", "", "Show a blanked slide again, stop pointing", m.escape, "esc"),
		act("quit", "end", quitHelp, func() tea.Cmd { return tea.Quit }, "q", "ctrl+c"),
	}
}

func (m *Screen) next() {
	if !m.show.next() {
		m.said = component.Noticed{Text: "That was the last slide. q ends, Home goes to the first one."}
	}
}

func (m *Screen) escape() tea.Cmd {
	s := m.show
	switch {
	case s.Blank:
		s.Blank = false
	case s.Pointer >= 0:
		s.Pointer = -1
	default:
		m.said = component.Noticed{Text: "q ends the presentation; ? has all keys."}
	}
	return nil
}
