package session

import (
	"errors"
	"fmt"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// step is one of the set-up's screens.
type step int

const (
	choose step = iota
	repeat
	making
	showKey
	typeBack
	// nowhere is all there is where no notes can be set up.
	nowhere
)

// minPassphrase is the fewest characters of a passphrase. Length is what makes
// one hard to guess; signs and digits are not asked for.
const minPassphrase = 15

// minDifferent is the fewest different characters: blanks alone, or one key held
// down, are long and no secret.
const minDifferent = 5

// madeMsg carries a store that was just set up.
type madeMsg struct {
	store *store.Store
	key   store.RecoveryKey
	err   error
}

// setUp makes private notes on this computer: a passphrase, twice, and a
// recovery key, shown once and typed back.
type setUp struct {
	*promptPage
	s     *notesSession
	step  step
	first string
	// half is what was typed of the recovery key before looking at it again.
	half    string
	problem string
	// place is what speaks against the place that the notes would have.
	place []store.Finding
	made  madeMsg
}

func newSetUp(s *notesSession) *setUp {
	u := &setUp{s: s}
	u.promptPage = newPromptPage(s.env, u)
	u.field.Secret(true)
	u.count = u.typed
	return u
}

// typed says how long what is typed is, until it is long enough.
func (u *setUp) typed() string {
	if u.step != choose {
		return ""
	}
	if n := utf8.RuneCountInString(u.field.Value()); n < minPassphrase {
		return fmt.Sprintf("%d of %d characters", n, minPassphrase)
	}
	return "long enough"
}

func (u *setUp) words(p *document.Page) {
	t := u.s.env.Theme
	p.Text(t.Heading, "Set up private notes on this computer")
	p.Gap()
	if u.problem != "" {
		p.Text(t.Alert, u.problem)
		p.Gap()
	}
	switch u.step {
	case choose:
		for _, f := range u.place {
			if f.Code != "network" {
				p.Text(t.Note, f.Text)
				p.Gap()
			}
		}
		p.Text(t.Plain, "Choose a passphrase: at least 15 characters. Several words that you don't use together elsewhere are easiest to keep. Nobody can look it up for you.")
		p.Gap()
		u.line(p, "Passphrase")
	case repeat:
		p.Text(t.Plain, "The same passphrase again.")
		p.Gap()
		u.line(p, "Once more")
	case making:
		p.Text(t.Plain, "Making the file. This takes a few seconds, once.")
	case nowhere:
		p.Text(t.Quiet, "Esc goes back. Looking things up needs no notes.")
	case showKey:
		u.keyWords(p)
	case typeBack:
		p.Text(t.Plain, typeItBack)
		p.Gap()
		u.line(p, "Recovery key")
		p.Gap()
		p.Text(t.Quiet, "ctrl+r shows it again. ctrl+u empties the line.")
	}
}

func (u *setUp) keyWords(p *document.Page) {
	t := u.s.env.Theme
	// The key comes first: on a low screen what comes last may be out of sight.
	u.promptPage.keyWords(p, u.made.key)
	p.Gap()
	p.Text(t.Plain, "This is the recovery key. It opens the notes if the passphrase is forgotten, and is shown only now. Write it down by hand and keep it somewhere safe in school, away from this computer.")
}

// Key goes through the steps.
func (u *setUp) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if u.step == making {
		return false, nil
	}
	switch k.String() {
	case "esc", "ctrl+c":
		return false, u.back()
	case "enter":
		if u.step == nowhere {
			return false, u.back()
		}
		return false, u.next()
	case "ctrl+r":
		if u.step == typeBack {
			u.keep()
			u.problem = ""
			u.enter(showKey)
		}
		return false, nil
	}
	if u.at >= 0 {
		u.field.Type(k)
	}
	return false, nil
}

// back leaves; once the file is made it is opened instead, since it is there.
func (u *setUp) back() tea.Cmd {
	switch u.step {
	case repeat:
		u.enter(choose)
		return nil
	case showKey, typeBack:
		u.keep()
		u.problem = "The notes are made. Write the recovery key down and type it back: without it, a forgotten passphrase loses them."
		u.enter(showKey)
		return nil
	}
	return func() tea.Msg { return cancelledMsg{} }
}

// keep remembers what was typed of the recovery key.
func (u *setUp) keep() {
	if u.step == typeBack {
		u.half = u.field.Value()
	}
}

func (u *setUp) enter(s step) {
	u.step = s
	u.field.Set("")
	u.field.Secret(s == choose || s == repeat)
	u.Redraw()
}

func (u *setUp) next() tea.Cmd {
	typed := u.field.Value()
	u.problem = ""
	switch u.step {
	case choose:
		return u.chosen(typed)
	case repeat:
		return u.repeated(typed)
	case showKey:
		u.enter(typeBack)
		u.field.Set(u.half)
	case typeBack:
		return u.typedBack(typed)
	}
	return nil
}

func (u *setUp) chosen(typed string) tea.Cmd {
	if why := weak(typed); why != "" {
		u.problem = why
		u.enter(choose)
		return nil
	}
	u.first = typed
	u.enter(repeat)
	return nil
}

func (u *setUp) repeated(typed string) tea.Cmd {
	if typed != u.first {
		u.first = ""
		u.problem = "The two don't match. Nothing was made; choose again."
		u.enter(choose)
		return nil
	}
	u.first = ""
	u.enter(making)
	o := u.s.o
	return func() tea.Msg {
		if why := exposed(); why != "" {
			return madeMsg{err: errors.New(why)}
		}
		st, key, err := store.Create(o.NotesPath, []byte(typed), o.storeOptions())
		return madeMsg{st, key, err}
	}
}

func (u *setUp) typedBack(typed string) tea.Cmd {
	if u.problem = typedWrong(u.made.key, typed); u.problem != "" {
		u.Redraw()
		return nil
	}
	made := u.made.store
	u.made = madeMsg{}
	return func() tea.Msg { return unlockedMsg{store: made} }
}

// Message takes the made store.
func (u *setUp) Message(msg tea.Msg) {
	m, ok := msg.(madeMsg)
	if !ok {
		return
	}
	if m.err != nil {
		u.problem = m.err.Error()
		u.enter(choose)
		return
	}
	u.made = m
	u.enter(showKey)
}

// Actions are the keys.
func (u *setUp) Actions() []kit.Action {
	switch u.step {
	case nowhere:
		return []kit.Action{kit.Hint("esc", "back")}
	case making:
		return nil
	case typeBack:
		return []kit.Action{kit.Hint("enter", "compare"), kit.Hint("ctrl+r", "show it again")}
	case showKey:
		return []kit.Action{kit.Hint("enter", "it is written down")}
	case choose, repeat:
	}
	return []kit.Action{kit.Hint("enter", "go on"), kit.Hint("esc", "back")}
}

// Working reports whether the file is being made.
func (u *setUp) Working() bool { return u.step == making }
