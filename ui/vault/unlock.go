package vault

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/upkeep"
)

// Unlock asks for the passphrase, or for the recovery key of someone who has
// forgotten it. What becomes of it comes as OpenedMsg or RefusedMsg.
type Unlock struct {
	*upkeep.Page
	notes *upkeep.Notes
	// hint is a passphrase that is no secret, or empty.
	hint string
	// leave goes back, and mend to what can be done for the notes.
	leave, mend func() tea.Cmd

	recovery bool
	busy     bool
	// waits is how long a try waits after several wrong ones, and tries counts the
	// tries, so that one that was given up is not gone on with.
	waits   time.Duration
	tries   int
	problem string
}

// NewUnlock makes the screen.
func NewUnlock(env *component.Env, notes *upkeep.Notes, hint string, leave, mend func() tea.Cmd) *Unlock {
	u := &Unlock{notes: notes, hint: hint, leave: leave, mend: mend}
	u.Page = upkeep.NewPage(env, u)
	u.Field.Secret(true)
	return u
}

// Words writes the page.
func (u *Unlock) Words(p *document.Page) {
	t := u.Env.Theme
	p.Text(t.Heading, "Unlock your private notes")
	p.Gap()
	if u.problem != "" {
		p.Text(t.Alert, u.problem)
		p.Gap()
	}
	switch {
	case u.waits > 0:
		p.Text(t.Plain, fmt.Sprintf(
			"After several wrong tries the next one waits: this one is made in %s, by itself.",
			upkeep.WaitWords(u.waits)))
		p.Gap()
		p.Text(t.Quiet, "Esc cancels it.")
		return
	case u.busy:
		p.Text(t.Plain, "Opening. This takes about a second on purpose: it is what makes guessing slow.")
		return
	case u.recovery:
		p.Text(t.Plain, "Recovery key, as you wrote it down. Spaces, dashes and capitals don't matter.")
	default:
		if !u.Framed() {
			p.Text(t.Plain, "Passphrase")
		}
		if u.hint != "" {
			p.Text(t.Note, component.Fictional+": in here it is “"+u.hint+"”.")
		}
	}
	label := "Passphrase"
	if u.recovery {
		label = "Recovery key"
	}
	u.Line(p, label)
	p.Gap()
	if u.recovery {
		p.Text(t.Quiet, "ctrl+u empties the line. ctrl+r goes back to the passphrase.")
		return
	}
	p.Text(t.Quiet, "Forgotten? ctrl+r takes the recovery key from the set-up.")
}

// Key types, unlocks, or goes back.
func (u *Unlock) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.String()
	back := key == "esc" || key == "ctrl+c"
	switch {
	case u.waits > 0 && back:
		u.busy, u.waits = false, 0
		u.Redraw()
	case u.busy:
	case back:
		return false, u.leave()
	case key == "ctrl+r":
		u.recovery, u.problem = !u.recovery, ""
		u.Field.Set("")
		u.Field.Secret(!u.recovery)
		u.Redraw()
	case key == "ctrl+n":
		return false, u.mend()
	case key == "enter":
		return false, u.try()
	default:
		u.Field.Type(k)
	}
	return false, nil
}

func (u *Unlock) try() tea.Cmd {
	typed := u.Field.Value()
	if typed == "" {
		return nil
	}
	if u.recovery {
		if _, err := store.ParseRecoveryKey(typed); err != nil {
			u.problem = err.Error() // what was typed stays, to be put right where it is wrong
			u.Redraw()
			return nil
		}
	}
	u.Field.Set("")
	u.busy, u.problem = true, ""
	u.tries++
	u.Redraw()
	n, try := u.notes, u.tries
	return component.Ask(u, func() tea.Msg {
		wait := store.NextTry(n.Path, n.Options)
		return upkeep.Next(func() tea.Cmd { return u.waited(try, typed, wait) })
	})
}

// waited makes a try, or shows how long it waits.
func (u *Unlock) waited(try int, typed string, wait time.Duration) tea.Cmd {
	if try != u.tries || !u.busy {
		return nil
	}
	u.waits = wait
	u.Redraw()
	if wait <= 0 {
		return Open(u.notes, typed, u.recovery)
	}
	step := min(wait, time.Second)
	on := upkeep.Next(func() tea.Cmd { return u.waited(try, typed, wait-step) })
	return tea.Tick(step, func(time.Time) tea.Msg { return component.ResultMsg{To: u, Msg: on} })
}

// Message takes the refusal.
func (u *Unlock) Message(msg tea.Msg) tea.Cmd {
	refused, ok := msg.(RefusedMsg)
	if !ok {
		return nil
	}
	u.busy, u.waits, u.problem = false, 0, refused.Err.Error()
	switch back, rebuilds := store.As(refused.Err).Backup != "", store.Rebuildable(refused.Err); {
	case rebuilds && back:
		u.problem += " ctrl+n rebuilds them, which loses least, or puts that backup back."
	case rebuilds:
		u.problem += " ctrl+n rebuilds them."
	case back:
		u.problem += " ctrl+n puts it back."
	}
	u.Redraw()
	return nil
}

// Actions are the keys.
func (u *Unlock) Actions() []component.Action {
	switch {
	case u.waits > 0:
		return []component.Action{component.Hint("esc", "cancel it")}
	case u.busy:
		return nil
	}
	return []component.Action{
		component.Hint("enter", "unlock"),
		component.Hint("ctrl+r", upkeep.SecretLabel(u.recovery)),
		component.Hint("esc", "back"),
	}
}

// Working reports whether the notes are being opened.
func (u *Unlock) Working() bool { return u.busy && u.waits == 0 }
