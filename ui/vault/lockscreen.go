package vault

import (
	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/upkeep"
)

// LockScreen hides the screen when the notes should be locked and their last change
// can't be saved anywhere: to end the session would lose it. It tries again every
// few seconds, and locks as soon as the change is on the disk.
type LockScreen struct {
	*upkeep.Page
	notes *upkeep.Notes
	// again tries to save once more, in any place where the person lets it; show shows
	// what is hidden.
	again func(anywhere bool) tea.Cmd
	show  func()

	why     string
	problem string
	busy    bool
}

// NewLockScreen makes the screen.
func NewLockScreen(env *component.Env, notes *upkeep.Notes, again func(anywhere bool) tea.Cmd,
	show func(),
) *LockScreen {
	c := &LockScreen{notes: notes, again: again, show: show}
	c.Page = upkeep.NewPage(env, c)
	c.Field.Secret(true)
	return c
}

// Words writes the page.
func (c *LockScreen) Words(p *document.Page) {
	t := c.Env.Theme
	p.Text(t.Heading, "Hidden, but not locked yet")
	p.Gap()
	// On a low screen what comes last is out of sight: first why, then the line.
	switch {
	case c.busy:
		p.Text(t.Plain, "Checking the passphrase.")
		return
	case c.problem != "":
		p.Text(t.Alert, c.problem)
	default:
		p.Text(t.Alert, "The last change could not be saved. "+c.why)
	}
	p.Gap()
	p.Text(t.Plain, "Passphrase, to show the screen again")
	c.Line(p, "Passphrase")
	p.Gap()
	p.Text(t.Plain, "Nothing is lost: it is kept in this window, hidden, and isspp tries again every few seconds. "+
		"The notes lock as soon as it is saved.")
	p.Gap()
	p.Text(t.Quiet, "Enter alone tries to save now. "+
		"ctrl+c puts the change aside, sealed, wherever there is room, and locks.")
}

// Look leaves out what would be said above the footer: that a save failed stands
// here already, and "still on this screen" isn't so.
func (c *LockScreen) Look() component.Look {
	look := c.Page.Look()
	look.Says = true
	return look
}

// Failed takes the reason of the latest failure.
func (c *LockScreen) Failed(err error) {
	c.why = err.Error()
	c.Redraw()
}

// Key takes the passphrase, tries again, or gives up hiding.
func (c *LockScreen) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	typed := c.Field.Value()
	switch key := k.String(); {
	case c.busy:
	case key == "enter" && typed == "":
		return false, c.again(false)
	case key == "enter":
		c.Field.Set("")
		c.busy, c.problem = true, ""
		c.Redraw()
		n := c.notes
		return false, component.Ask(c, func() tea.Msg {
			n.Wait()
			err := n.Store.Check(store.Passphrase([]byte(typed)))
			return upkeep.Next(func() tea.Cmd {
				if err == nil {
					c.show()
					return nil
				}
				c.busy, c.problem = false, err.Error()
				c.Redraw()
				return nil
			})
		})
	case key == "ctrl+c":
		return false, c.again(true)
	default:
		c.Field.Type(k)
	}
	return false, nil
}

// Actions are the keys.
func (c *LockScreen) Actions() []component.Action {
	return []component.Action{
		component.Hint("enter", "try again, or show"),
		component.Hint("ctrl+c", "put aside and lock"),
	}
}

// Working reports whether the last save is being tried again.
func (c *LockScreen) Working() bool { return c.busy }
