package present

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/theme"
)

// Screen is the root of a presentation's process, whether it shows the hall its
// slides or the speaker their notes. What lies below it are plain structs.
type Screen struct {
	env     *component.Env
	colours theme.Colours
	o       Options
	w, h    int
	// show is nil until a deck is chosen, or the first terminal has begun.
	show *Show
	// panel lies on the slide: the overview, the search, the keys, the plan; and
	// emergency on everything.
	panel     component.Dialog
	emergency *component.Reader
	// speaker shows the speaker's side, follows what another process began, and timer the
	// time to the hall.
	speaker, follows, timer bool
	// digits are a slide's number as far as it is typed.
	digits string
	// said is a line that stands until the next key.
	said  component.Noticed
	notes component.Scroll
	link  *saved
	// kept is where decks stopped; nil on the speaker's side.
	kept *kept
	// last is what was last written or read, so that only what is new is.
	last State
	// ticking tells that the second's tick is under way, and looping counts the
	// loop's, so that one that was begun before a key doesn't count.
	ticking bool
	looping int
	frame   string
	// room is how many rows of a body the frame has.
	room int
	// answers are where the terminal's cursor was at each thing that was asked, and
	// scaling what they come to.
	answers []tea.CursorPositionMsg
	scaling scaling
	out     *Output
}

// Init asks for the terminal's colours and starts what runs by itself.
func (m *Screen) Init() tea.Cmd {
	return tea.Batch(m.colours.Request(), m.tick(), m.loop(), m.publish())
}

// Resize lays out for a screen of w by h cells.
func (m *Screen) Resize(w, h int) {
	m.w, m.h = w, h
	m.env.Width, m.env.Height = w, h
	m.frame = ""
	if m.show != nil && !m.follows {
		m.show.resize(w, h-topRows-bottomRows)
	}
	if p := m.top(); p != nil {
		p.SetSize(w, m.body())
	}
}

// body is the rows between the top line and those at the foot.
func (m *Screen) body() int { return m.h - topRows - bottomRows }

func (m *Screen) open(p component.Dialog) {
	m.panel = p
	p.SetSize(m.w, m.body())
}

func (m *Screen) alarm() {
	m.emergency = document.EmergencyPanel(func() (*component.Env, string) { return m.env, "" })
	m.emergency.SetSize(m.w, m.body())
}

func (m *Screen) top() component.Dialog {
	if m.emergency != nil {
		return m.emergency
	}
	return m.panel
}

// Update routes a message. It does no I/O: whatever needs it is a command.
func (m *Screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.frame = ""
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.Resize(msg.Width, msg.Height)
		return m, m.publish()
	case tea.KeyPressMsg:
		return m, m.key(component.Usual(msg))
	case tea.PasteMsg, tea.MouseWheelMsg:
		if wheel, ok := msg.(tea.MouseWheelMsg); ok && m.top() == nil {
			m.notes.By(component.Wheel(wheel))
		} else if m.top() != nil {
			return m, m.top().Update(msg)
		}
	case tea.BackgroundColorMsg, tea.ColorProfileMsg:
		return m, m.terminalTold(msg)
	case tea.CursorPositionMsg:
		return m, m.answered(msg)
	case secondMsg:
		m.ticking = false
		return m, m.tick()
	case loopMsg:
		return m, m.looped(msg)
	case followMsg:
		return m, m.followed(msg)
	case component.Noticed:
		m.said = msg
	}
	return m, nil
}

// dress takes the theme, with the selected row of a list told by its bar alone: on a
// ground of its own its colours would have less than 7:1.
func (m *Screen) dress() {
	t := *m.colours.Theme()
	t.Row = theme.Ground{}
	m.env.Theme = &t
}

func (m *Screen) terminalTold(msg tea.Msg) tea.Cmd {
	changed, ask := m.colours.Handle(msg)
	if changed {
		m.dress()
		if m.show != nil {
			m.show.redraw()
		}
		if p := m.top(); p != nil {
			return tea.Batch(ask, p.Update(component.RedrawMsg{}))
		}
	}
	return ask
}

// secondMsg is the tick of the clock that is on the screen.
type secondMsg time.Time

func (m *Screen) tick() tea.Cmd {
	if m.ticking || !m.counts() {
		return nil
	}
	m.ticking = true
	return tea.Every(time.Second, func(t time.Time) tea.Msg { return secondMsg(t) })
}

// Output is where the presentation is to be written, so that a terminal that can
// shows larger letters. It isn't asked here: AskScaling does, before the first frame.
func (m *Screen) Output(to *os.File) *Output {
	m.out = &Output{to: to, profile: colorprofile.Env(os.Environ())}
	return m.out
}

// answered takes where the cursor was at one of the things that the terminal was
// asked; the last one decides.
func (m *Screen) answered(at tea.CursorPositionMsg) tea.Cmd {
	m.answers = append(m.answers, at)
	m.scaling = scalingOf(m.answers, m.w)
	if m.show != nil {
		m.show.scale(m.scaling)
	}
	const wide = 110
	if len(m.answers) == 4 && m.scaling == notScaling && m.w >= wide && m.said.Text == "" && m.show != nil {
		m.said = component.Noticed{Text: "From the back of a hall about 80 letters in a row can be read: enlarge the " +
			"terminal's own, often with ctrl and +."}
	}
	return m.publish()
}
