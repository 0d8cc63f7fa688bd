package app

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/ui/component"
)

// card is how what lies on the body is drawn: in a frame over the dimmed screen.
// On a low screen it has all of the body instead. It is drawn anew only when its
// own lines or those below it have changed.
type card struct {
	// x, y, w and h are the frame's place in the body; rows is the most lines that
	// it has had since it was opened, so that it never jumps while one types.
	x, y, w, h int
	rows       int
	of         component.Dialog

	lines, under string
	drawn        []string
}

const maxCard = 100

// cardSize is the room inside a card on a body of w by h cells.
func cardSize(w, h int) (int, int) {
	if !component.Framed(h) {
		return w, h
	}
	return min(w-4, maxCard) - 4, h - 4
}

// carded reports whether what lies on the body is drawn as a card: on a low screen
// it has all of the body, and so has what stands without borders.
func (m *Model) carded(d component.Dialog) bool {
	return component.Framed(m.bodyHeight) && !d.Look().Whole
}

// fit lays out what lies on the body, and forgets how large its card was.
func (m *Model) fit(d component.Dialog) {
	m.card = card{of: d}
	if !m.carded(d) {
		d.SetSize(m.size.w, m.bodyHeight)
		return
	}
	d.SetSize(cardSize(m.size.w, m.bodyHeight))
}

func (m *Model) drawCard(d component.Dialog) []string {
	if m.card.of != d {
		m.card = card{of: d}
	}
	lines := d.View()
	if spin := m.spinning(); spin != "" {
		lines = append(slices.Clip(lines), "", "  "+spin)
	}
	if !m.carded(d) {
		m.card.x, m.card.y, m.card.w, m.card.h = 0, 0, m.size.w, m.bodyHeight
		return lines
	}
	under := ""
	if len(m.covers) == 0 && !m.env.Closed {
		// What lies over everything shows nothing of what is below it, nor do views
		// show what they still hold of notes that were closed.
		under = strings.Join(m.view().View(), "\n")
	}
	if own := strings.Join(lines, "\n"); m.card.drawn == nil || own != m.card.lines || under != m.card.under {
		m.card.lines, m.card.under = own, under
		m.card.drawn = m.layCard(d, lines, under)
	}
	return m.card.drawn
}

func (m *Model) layCard(d component.Dialog, lines []string, under string) []string {
	t, sg := m.env.Theme, m.env.Signs
	iw, ih := cardSize(m.size.w, m.bodyHeight)
	c := &m.card
	c.rows = min(max(c.rows, len(lines)), ih)
	c.w, c.h = iw+4, c.rows+2
	c.x, c.y = (m.size.w-c.w)/2, (m.bodyHeight-c.h)/3
	look := d.Look()
	p := component.Pane{Title: look.Title, Focus: true, Alarm: look.Alarm}
	frame := strings.Join(p.Frame(lines, c.w, c.h, t, sg), "\n")
	body := make([]string, m.bodyHeight)
	for i, l := range strings.SplitN(under, "\n", m.bodyHeight) {
		body[i] = t.Dim.Render(ansi.Strip(l))
	}
	for i, l := range body {
		body[i] = component.Fit(l, m.size.w, sg)
	}
	layers := lipgloss.NewCompositor(
		lipgloss.NewLayer(strings.Join(body, "\n")),
		lipgloss.NewLayer(frame).X(c.x).Y(c.y).Z(1),
	)
	return strings.Split(layers.Render(), "\n")
}

// inCard gives a place of the body as one inside the card, and reports whether
// it lies there.
func (m *Model) inCard(x, y int) (int, int, bool) {
	if !m.carded(m.top()) {
		return x, y, true
	}
	x, y = x-m.card.x-2, y-m.card.y-1
	return x, y, x >= 0 && y >= 0 && x < m.card.w-4 && y < m.card.h-2
}

// top is what has the keys before any view, or nil.
func (m *Model) top() component.Dialog {
	if laid := m.laid(); len(laid) > 0 {
		return laid[len(laid)-1]
	}
	return nil
}

func (m *Model) laid() []component.Dialog { return slices.Concat(m.dialogs, m.covers) }

// under is what a dialog lies on, or nil for the view.
func (m *Model) under(d component.Dialog) component.Dialog {
	if i := slices.Index(m.laid(), d); i > 0 {
		return m.laid()[i-1]
	}
	return nil
}

// Open lays a dialog on the body, in place of those that are there.
func (m *Model) Open(d component.Dialog) {
	m.dialogs = []component.Dialog{d}
	m.fit(d)
}

// Lay puts a dialog on top of all others, which are there again once it is closed.
func (m *Model) Lay(d component.Dialog) {
	if len(m.covers) > 0 {
		m.covers = append(m.covers, d)
	} else {
		m.dialogs = append(m.dialogs, d)
	}
	m.fit(d)
}

func (m *Model) sweep() {
	m.dialogs = slices.DeleteFunc(m.dialogs, component.Dialog.Done)
	m.covers = slices.DeleteFunc(m.covers, component.Dialog.Done)
}

// CloseDialogs takes away what lies on the body. The emergency panel stays until
// the person closes it; only what lies under it goes.
func (m *Model) CloseDialogs() {
	m.dialogs = slices.DeleteFunc(m.dialogs, func(d component.Dialog) bool {
		e, alarm := d.(*emergency)
		if alarm {
			e.writing = false
			e.Redraw()
		}
		return !alarm
	})
}

// spinAfter is how long something may take before it shows that it goes on.
const spinAfter = 150 * time.Millisecond

func (m *Model) working() bool {
	d := m.top()
	return d != nil && d.Look().Working
}

// spins adds the spinner's first turn to a command that takes its time. What is
// done comes first, so that nothing waits for the spinner.
func (m *Model) spins(cmd tea.Cmd) tea.Cmd {
	if m.spin != nil || !m.working() {
		return cmd
	}
	s := spinner.New(spinner.WithSpinner(spinner.Line), spinner.WithStyle(m.env.Theme.Accent))
	m.spin = &s
	first := s.Tick
	return tea.Batch(cmd, tea.Tick(spinAfter, func(time.Time) tea.Msg { return first() }))
}

// turn turns the spinner on, or ends it once what was done is done.
func (m *Model) turn(msg spinner.TickMsg) tea.Cmd {
	if m.spin == nil || msg.ID != m.spin.ID() {
		return nil
	}
	if !m.working() {
		m.spin, m.turning = nil, false
		return nil
	}
	var cmd tea.Cmd
	*m.spin, cmd = m.spin.Update(msg)
	m.turning = true
	return cmd
}

func (m *Model) spinning() string {
	if !m.turning || !m.working() {
		return ""
	}
	return m.spin.View()
}
