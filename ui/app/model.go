// Package app is the root of the screen: the one Bubble Tea model, with the
// tabs, the header, the safety line that stands on every screen, the emergency
// panel, help, the command palette and the errors' line. The views below it are
// plain structs; it routes keys to them and carries out their commands.
package app

import (
	"time"

	"charm.land/bubbles/v2/spinner"
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/theme"
)

// Tab is one of the app's tabs.
type Tab struct {
	// Name stands in the header, and Short where a narrow screen has no room for it.
	Name, Short string
	View        component.Component
}

// Model is the root model.
type Model struct {
	env     *component.Env
	tabs    []Tab
	active  int
	size    struct{ w, h int }
	colours theme.Colours
	mouse   bool
	// dialogs lie on the body, and covers over everything, the dialogs too; in both
	// the last lies on top.
	dialogs, covers []component.Dialog
	// blank is what hides the screen, once it was hidden.
	blank *component.Reader
	// offered are the actions here, kept until a message may have changed them.
	offered    []component.Action
	notice     component.Noticed
	status     string
	header     string
	footer     []string
	footerFor  footerKey
	hints      footerHints
	bodyHeight int
	card       card
	// spin turns while something is done for what lies on top, once turning.
	spin        *spinner.Model
	turning     bool
	host        Host
	begin       tea.Cmd
	clock       func() time.Time
	quitting    bool
	contactsRow string
	contactsFor contactsKey
}

// Host is what the app can ask of the process that it runs in: the one without
// secrets, or the session that owns the notes.
type Host interface {
	// Status is the word in the header about the notes: "notes locked".
	Status() string
	// Actions are the host's own: unlock, lock.
	Actions() []component.Action
	// Busy says why quitting now would lose something, or is empty.
	Busy() string
	// Handle takes messages that no view knows.
	Handle(msg tea.Msg) tea.Cmd
	// Quit is the command that ends the app; it first saves what is unsaved.
	Quit() tea.Cmd
}

// Options are how the app starts.
type Options struct {
	Env    *component.Env
	Tabs   []Tab
	Active int
	Theme  string
	Mouse  bool
	// Basic tells that the terminal has sixteen colours or fewer.
	Basic  bool
	Host   Host
	Clock  func() time.Time
	Notice string
	// Begin is a command for once the first frame stands, or nil.
	Begin tea.Cmd
}

// New makes the root model. It does no I/O.
func New(o Options) *Model {
	m := &Model{
		env: o.Env, tabs: o.Tabs, active: o.Active, colours: theme.Colours{Asked: o.Theme, Basic: o.Basic},
		mouse: o.Mouse,
		host:  o.Host, begin: o.Begin, clock: o.Clock, notice: component.Noticed{Text: o.Notice, Failed: true},
	}
	o.Env.EditLocal = o.Env.Local != nil && o.Env.Local.File != ""
	m.env.Theme = m.colours.Theme()
	return m
}

// Init asks the terminal for its background, without waiting for an answer,
// and starts the minute's clock.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.colours.Request(), m.tick(), m.begin)
}

type minuteMsg time.Time

func (m *Model) tick() tea.Cmd {
	return tea.Every(time.Minute, func(t time.Time) tea.Msg { return minuteMsg(t) })
}

func (m *Model) view() component.Component { return m.tabs[m.active].View }

// Resize lays the app out for a screen of w by h cells.
func (m *Model) Resize(w, h int) {
	if w == m.size.w && h == m.size.h {
		return
	}
	m.size.w, m.size.h = w, h
	m.env.Width, m.env.Height = w, h
	m.layout()
}

// layout gives each view the body's size. It runs again whenever the number of
// lines around the body changes.
func (m *Model) layout() {
	m.header, m.offered = "", nil
	m.footerFor = footerKey{}
	// What a view says of its keys may depend on its size, and with it the footer's
	// height: the second time both agree.
	for range 2 {
		m.bodyHeight = m.size.h - headerHeight - len(m.drawFooter())
		if !m.fits() {
			return
		}
		for _, t := range m.tabs {
			t.View.SetSize(m.size.w, m.bodyHeight)
		}
		for _, d := range m.laid() {
			m.fit(d)
		}
		if m.bodyHeight == m.size.h-headerHeight-len(m.drawFooter()) {
			return
		}
	}
}

func (m *Model) redraw() {
	m.env.Theme = m.colours.Theme()
	m.header, m.offered = "", nil
	m.footerFor = footerKey{}
	for _, t := range m.tabs {
		t.View.Update(component.RedrawMsg{})
	}
	for _, d := range m.laid() {
		d.Update(component.RedrawMsg{})
	}
}
