package present

import (
	"os"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
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
	// show is nil until there is something to show: a deck is chosen, or the
	// first terminal has begun.
	show *Show
	// panel lies on the slide: the overview, the search, the keys, the plan; and
	// emergency on everything.
	panel     component.Dialog
	emergency *component.Reader
	// speaker tells that this terminal shows the speaker's side.
	speaker bool
	// follows tells that another process began the presentation.
	follows bool
	// timer shows the time to the hall.
	timer bool
	// digits are a slide's number as far as it is typed.
	digits string
	// said is a line that stands until the next key.
	said component.Noticed
	// notes scrolls the speaker's notes.
	notes component.Scroll
	link  *saved
	// kept is where decks stopped; nil on the speaker's side.
	kept *kept
	// seed is the order of the recall round.
	seed int64
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

// open lays a panel on the slide.
func (m *Screen) open(p component.Dialog) {
	m.panel = p
	p.SetSize(m.w, m.body())
}

// alarm lays whom to ring now on everything.
func (m *Screen) alarm() {
	m.emergency = document.EmergencyPanel(func() (*component.Env, string) { return m.env, "" })
	m.emergency.SetSize(m.w, m.body())
}

// top is what lies on the slide, or nil.
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

func (m *Screen) terminalTold(msg tea.Msg) tea.Cmd {
	changed, ask := m.colours.Handle(msg)
	if changed {
		m.env.Theme = m.colours.Theme()
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

// tick starts the clock's tick where a time is shown; otherwise nothing runs.
func (m *Screen) tick() tea.Cmd {
	if m.ticking || !m.counts() {
		return nil
	}
	m.ticking = true
	return tea.Every(time.Second, func(t time.Time) tea.Msg { return secondMsg(t) })
}

// View draws the screen.
func (m *Screen) View() tea.View {
	v := tea.NewView(m.painted())
	v.AltScreen = true
	v.WindowTitle = m.title()
	if _, asked := m.colours.Paper(); asked != nil {
		v.ForegroundColor, v.BackgroundColor = theme.Paper(m.env.Theme.Name, m.colours.Basic)
	}
	if m.speaker {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if p := m.top(); p != nil && component.Fits(m.w, m.h) {
		if c := p.Cursor(); c != nil {
			c.Y += topRows
			v.Cursor = c
		}
	}
	return v
}

// painted is the frame on the theme's own ground, cell by cell: some terminals
// keep their own whatever they are asked for. The output is told which lines of it
// are larger.
func (m *Screen) painted() string {
	g := theme.PaperGround(m.env.Theme.Name, m.colours.Basic)
	lines := strings.Split(m.Frame(), "\n")
	if g.Painted() && m.w > 0 {
		for i, line := range lines {
			lines[i] = g.Line(line, m.w)
		}
	}
	if m.out != nil {
		m.out.set(m.scaling, m.placed(lines, g))
	}
	return strings.Join(lines, "\n")
}

// placed are the lines of a frame that are larger, where the slide is in view.
func (m *Screen) placed(lines []string, g theme.Ground) []placedLine {
	if m.show == nil || m.speaker || m.show.blank || m.top() != nil || !component.Fits(m.w, m.h) {
		return nil
	}
	var out []placedLine
	for _, l := range m.show.enlarged {
		if l.y += topRows; l.y+l.zoom > topRows+m.room {
			break
		}
		if m.env.Signs.ASCII {
			l.text = theme.Plain(l.text)
		}
		l.text = g.Text(l.text)
		out = append(out, placedLine{largeLine: l, wipe: g.Text("\x1b[2K"), rows: lines[l.y : l.y+l.zoom]})
	}
	return out
}

// Output is where the presentation is to be written, so that a terminal that can
// shows larger letters. It isn't asked here: AskScaling does, before the first frame.
func (m *Screen) Output(to *os.File) *Output {
	m.out = NewOutput(to)
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

// title is the window's: which of the two this is, so that a person finds it.
func (m *Screen) title() string {
	if m.speaker {
		return "isspp speaker"
	}
	return "isspp present"
}

// Frame is the screen's text, as many lines as the screen has.
func (m *Screen) Frame() string {
	if m.w == 0 {
		return ""
	}
	if m.frame == "" {
		m.frame = m.draw()
		if m.env.Signs.ASCII {
			m.frame = theme.Plain(m.frame)
		}
	}
	return m.frame
}

func (m *Screen) draw() string {
	if !component.Fits(m.w, m.h) {
		return component.TooSmall(m.env, m.w, m.h)
	}
	var top, source string
	var body []string
	switch p := m.top(); {
	case p != nil:
		top, body = m.panelTop(), p.View()
		source = component.Fit(" "+component.Hints(m.panelKeys(p), m.env.Theme, m.env.Signs, m.w-2), m.w, m.env.Signs)
	case m.show == nil:
		body = m.waiting()
	case m.speaker:
		return m.lines(m.speakerTop(), m.speakerBody(m.w, m.body()), m.speakerHints())
	case m.show.blank:
	default:
		right, now := "", m.env.Clock()
		if body = m.show.body(); m.show.talking(now) != "" {
			body = m.show.countdown(now)
		} else if m.timer {
			right = m.show.timing(now)
		}
		top, source = m.show.top(m.w, right), m.show.sourceLine(m.w)
	}
	return m.lines(top, body, source)
}

// lines put a screen together: the safety line is the last one, whatever else
// is shown, also while the slide is blanked.
func (m *Screen) lines(top string, body []string, source string) string {
	below := m.below(source)
	if banner := m.env.Banner; banner != "" && !strings.Contains(top, banner) {
		top = component.Fit(" "+m.env.Theme.Alert.Render(banner)+" "+top, m.w, m.env.Signs)
	}
	room := m.h - topRows - 1 - len(below)
	m.room = room
	var b strings.Builder
	b.Grow(m.w * m.h)
	b.WriteString(top)
	for i := range room {
		b.WriteByte('\n')
		if i < len(body) {
			b.WriteString(body[i])
		}
	}
	for _, line := range below {
		b.WriteByte('\n')
		b.WriteString(line)
	}
	b.WriteByte('\n')
	b.WriteString(m.safety())
	return b.String()
}

// below is what stands above the safety line: what was said, which may need more
// rows than one, the number that is being typed, or the source.
func (m *Screen) below(source string) []string {
	t, sg := m.env.Theme, m.env.Signs
	switch {
	case m.digits != "":
		return []string{component.Fit(" "+t.Strong.Render("Slide "+m.digits)+
			t.Quiet.Render("   Enter goes there, Esc doesn't"), m.w, sg)}
	case m.said.Text != "":
		st := t.Plain
		if m.said.Failed {
			st = t.Alert
		}
		lines := component.Paragraph(st, " "+sg.Bar+" ", model.Clean(m.said.Text), m.w-1)
		return lines[:min(len(lines), m.h/3)]
	}
	return []string{source}
}

// safety is the last line: whom to ring, and how to find the keys.
func (m *Screen) safety() string {
	t, sg := m.env.Theme, m.env.Signs
	// Of a long line the contacts that fit whole; the emergency panel has them all.
	line := component.WholeParts(component.SafetyLine(m.env, false), " "+sg.Dot+" ", m.w-len("  ? keys "))[0]
	hint := t.Accent.Render("?") + " " + t.Quiet.Render("keys")
	if m.top() != nil || m.show == nil || m.show.blank {
		hint = ""
	}
	return component.Spread(" "+t.Quiet.Render(line), hint+" ", m.w, sg)
}

// panelKeys are the keys of what lies on the slide; all can be left.
func (m *Screen) panelKeys(p component.Dialog) []component.Action {
	if m.emergency == nil {
		return p.Actions()
	}
	return append(p.Actions(), component.Hint("esc", "back to the slide"))
}

func (m *Screen) panelTop() string {
	if m.show == nil {
		return ""
	}
	return component.Fit(" "+m.env.Theme.Quiet.Render(m.show.deck.Title), m.w, m.env.Signs)
}
