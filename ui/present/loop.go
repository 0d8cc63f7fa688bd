package present

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// loopMsg turns to the next page by itself, for an open day. It carries which
// wait it belongs to: a key begins a new one.
type loopMsg int

// loop waits for the next page.
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
	if m.panel == nil && !m.show.blank && m.show.pointer < 0 {
		if !m.show.next() {
			m.show.jump(0)
		}
		m.show.all()
	}
	return tea.Batch(m.publish(), m.loop())
}
