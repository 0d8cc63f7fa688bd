package present

import (
	"strconv"
	"strings"
	"time"

	"isspp/ui/component"
	"isspp/ui/theme"
)

// A time to talk is counted down on both screens: "3" and "t" give the room
// three minutes for a question.

// talkFor starts counting down from some minutes.
func (s *Show) talkFor(minutes int, now time.Time) {
	s.talk = now.Add(time.Duration(minutes) * time.Minute).Round(0)
}

// talking is what is left of the time to talk, in words; empty where nobody
// asked for one. That it is up stands until it is taken away.
func (s *Show) talking(now time.Time) string {
	if s.talk.IsZero() {
		return ""
	}
	// A second that has begun is not yet gone.
	left := s.talk.Sub(now) + time.Second - 1
	if left < time.Second {
		return "time is up"
	}
	return clock(left) + " to talk"
}

// countdown fills the slide with what is left of the time to talk, below its
// heading, in figures as large as there is room for.
func (s *Show) countdown(now time.Time) []string {
	t, out := s.env.Theme, s.head()
	left, width := block(s.w)
	words, room := s.talking(now), s.h-len(out)-4
	text, still := strings.CutSuffix(words, " to talk")
	if !still {
		text = clock(0)
	}
	figures := largest(text, width, room, s.env.Signs)
	for range max((room-len(figures))/2, 0) + 1 {
		out = append(out, "")
	}
	for _, row := range figures {
		in := component.Spaces(left + (width-component.Width(figures[0]))/2)
		out = append(out, in+t.Heading.Render(strings.TrimRight(row, " ")))
	}
	return append(out, "", component.Spaces(left)+t.Strong.Render(component.Capital(words)))
}

// largest draws a text in dots of as many cells as there is room for, twice as wide
// as high.
func largest(text string, w, h int, sg theme.Glyphs) []string {
	n, on := 1, "█"
	if sg.ASCII {
		on = "#"
	}
	for len(dots(text)[0])*2*(n+1) <= w && letterHeight*(n+1) <= h {
		n++
	}
	return solid(text, on, 2*n, n)
}

// timerKey is "t": behind a number it gives the room that many minutes to talk;
// alone it takes such a time away again, or shows the session's own time.
func (m *Screen) timerKey() {
	minutes, _ := strconv.Atoi(m.digits)
	m.digits = ""
	switch {
	case minutes > 0:
		m.show.talkFor(min(minutes, 120), m.env.Clock())
	case !m.show.talk.IsZero():
		m.show.talk = time.Time{}
	default:
		m.timer = !m.timer
	}
}

// counts tells that a time is on the screen, so that it has to tick.
func (m *Screen) counts() bool {
	return m.show != nil && (m.speaker || m.timer || m.show.talking(m.env.Clock()) != "" &&
		m.env.Clock().Before(m.show.talk.Add(time.Second)))
}
