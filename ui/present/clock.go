package present

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// timing is the time in words: how long it has lasted, and how much is left of
// what was planned.
func (s *Show) timing(now time.Time) string {
	gone := max(now.Sub(s.Started), 0).Truncate(time.Second)
	text := clock(gone) + " elapsed"
	if s.Minutes == 0 {
		return text
	}
	left := time.Duration(s.Minutes)*time.Minute - gone
	if left < 0 {
		return text + ", over by " + clock(-left)
	}
	return text + ", " + clock(left) + " left"
}

// clock writes a time as 4:05 or 1:04:05.
func clock(d time.Duration) string {
	sec := int(d / time.Second)
	if sec >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", sec/3600, sec/60%60, sec%60)
	}
	return fmt.Sprintf("%d:%02d", sec/60, sec%60)
}

// A time to talk is counted down on both screens: "3" and "t" give the room
// three minutes for a question.

// talking is what is left of the time to talk, in words; empty where nobody
// asked for one. That it is up stands until it is taken away.
func (s *Show) talking(now time.Time) string {
	if s.Talk.IsZero() {
		return ""
	}
	// A second that has begun is not yet gone.
	left := s.Talk.Sub(now) + time.Second - 1
	if left < time.Second {
		return "time is up"
	}
	return clock(left) + " to talk"
}

// countdown fills the slide with what is left of the time to talk, below its
// heading, in figures as large as there is room for.
func (s *Show) countdown(now time.Time) []string {
	t, out := s.env.Theme, s.head()
	left, width := block(s.W)
	words, room := s.talking(now), s.H-len(out)-4
	text, still := strings.CutSuffix(words, " to talk")
	if !still {
		text = clock(0)
	}
	n, on := 1, "█"
	if s.env.Signs.ASCII {
		on = "#"
	}
	for len(dots(text)[0])*2*(n+1) <= width && letterHeight*(n+1) <= room {
		n++
	}
	figures := solid(text, on, 2*n, n) // twice as wide as high
	for range max((room-len(figures))/2, 0) + 1 {
		out = append(out, "")
	}
	for _, row := range figures {
		in := component.Spaces(left + (width-component.Width(figures[0]))/2)
		out = append(out, in+t.Heading.Render(strings.TrimRight(row, " ")))
	}
	return append(out, "", component.Spaces(left)+t.Strong.Render(component.Capital(words)))
}

// timerKey is "t": behind a number it gives the room that many minutes to talk;
// alone it takes such a time away again, or shows the session's own time.
func (m *Screen) timerKey() {
	minutes, _ := strconv.Atoi(m.digits)
	m.digits = ""
	switch {
	case minutes > 0:
		m.show.Talk = m.env.Clock().Add(time.Duration(min(minutes, 120)) * time.Minute).Round(0)
	case !m.show.Talk.IsZero():
		m.show.Talk = time.Time{}
	default:
		m.timer = !m.timer
	}
}

// counts tells that a time is on the screen, so that it has to tick.
func (m *Screen) counts() bool {
	return m.show != nil && (m.speaker || m.timer || m.show.talking(m.env.Clock()) != "" &&
		m.env.Clock().Before(m.show.Talk.Add(time.Second)))
}

// loopMsg turns to the next page by itself, for an open day. It carries which
// wait it belongs to: a key begins a new one.
type loopMsg int

func (m *Screen) loop() tea.Cmd {
	if m.o.Loop <= 0 || m.show == nil || m.follows {
		return nil
	}
	m.looping++
	mine := loopMsg(m.looping)
	return tea.Tick(m.o.Loop, func(time.Time) tea.Msg { return mine })
}

// looped shows the next page, all of it, and begins again after the last. While
// a person has something open, or has blanked the slide, it waits.
func (m *Screen) looped(msg loopMsg) tea.Cmd {
	if int(msg) != m.looping {
		return nil
	}
	if m.panel == nil && !m.show.Blank && m.show.Pointer < 0 {
		if !m.show.next() {
			m.show.jump(0)
		}
		m.show.all()
	}
	return tea.Batch(m.publish(), m.loop())
}
