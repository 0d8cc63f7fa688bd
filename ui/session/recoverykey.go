package session

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/store"
	"isspp/ui/document"
	"isspp/ui/kit"
)

const (
	renewTitle = "Make a new recovery key"
	typeItBack = "Type the key back, to check that you wrote it down correctly. Spaces, dashes and capitals don't matter."
)

// keyRows is how many groups of the key stand in a line, so that it is copied and
// compared in short pieces.
const keyRows = 3

// keyLines are the lines of a recovery key, and beside each which groups they are.
func keyLines(key store.RecoveryKey) (lines, beside []string) {
	groups := strings.Split(key.Text(), "-")
	for i := 0; i < len(groups); i += keyRows {
		to := min(i+keyRows, len(groups))
		lines = append(lines, strings.Join(groups[i:to], "  "))
		beside = append(beside, fmt.Sprintf("groups %d to %d", i+1, to))
	}
	return lines, beside
}

// keyWords put a recovery key on a page, in a frame where there is room.
func (s *promptPage) keyWords(p *document.Page, key store.RecoveryKey) {
	t, sg := s.env.Theme, s.env.Signs
	lines, beside := keyLines(key)
	inside := make([]string, len(lines))
	w := 0
	for i, l := range lines {
		inside[i] = t.Strong.Render(l) + t.Quiet.Render("    "+beside[i])
		w = max(w, kit.Width(inside[i]))
	}
	if s.H < framedFrom {
		for _, l := range inside {
			p.Raw("    "+l, "    "+ansi.Strip(l))
		}
		return
	}
	for _, l := range (kit.Pane{Title: "Recovery key", Focus: true}).Frame(inside, w+4, len(inside)+2, t, sg) {
		p.Raw(l, ansi.Strip(l))
	}
}

// typedWrong says where a key that was typed back is not the one shown.
func typedWrong(key store.RecoveryKey, typed string) string {
	group := key.Differs(typed)
	switch {
	case group == 0:
		return ""
	case strings.TrimSpace(typed) == "":
		return "Nothing typed yet."
	}
	return fmt.Sprintf("That is not the key that was shown: check group %d.", group)
}

// renewedMsg says what became of a new key that was typed back.
type renewedMsg struct {
	r   *renewed
	err error
}

// renewed shows a new recovery key, asks for it back, and puts it in the place of
// the one from before.
type renewed struct {
	*promptPage
	s       *notesSession
	present store.Secret
	key     store.RecoveryKey
	step    renewing
	problem string
}

// renewing is where somebody is with a new key.
type renewing int

const (
	keyIsShown renewing = iota
	keyIsTyped
	keyIsPut
	keyIsRight
)

func newRenewed(s *notesSession, present store.Secret, key store.RecoveryKey) *renewed {
	r := &renewed{s: s, present: present, key: key}
	r.promptPage = newPromptPage(s.env, r)
	return r
}

func (r *renewed) words(p *document.Page) {
	t := r.s.env.Theme
	p.Text(t.Heading, renewTitle)
	p.Gap()
	if r.problem != "" {
		p.Text(t.Alert, r.problem)
		p.Gap()
	}
	switch r.step {
	case keyIsShown:
		r.keyWords(p, r.key)
		p.Gap()
		p.Text(t.Plain, "This is the new recovery key. It opens nothing yet. Write it down by hand; once you type it back, it replaces the old one.")
		p.Gap()
		p.Text(t.Quiet, "Enter: it is written down. Esc cancels: the old one stays.")
	case keyIsTyped:
		p.Text(t.Plain, typeItBack)
		p.Gap()
		r.line(p, "Recovery key")
		p.Gap()
		p.Text(t.Quiet, "ctrl+r shows it again. ctrl+u empties the line.")
	case keyIsPut:
		p.Text(t.Plain, "Wrapping the key anew.")
	case keyIsRight:
		p.Text(t.Plain, "It matches, and opens the notes from now on. Destroy the old one: it no longer opens them. Earlier copies and backups still open with it.")
		p.Gap()
		p.Text(t.Quiet, "Enter goes back.")
	}
}

// Key shows the key, takes it typed back, or leaves.
func (r *renewed) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.String()
	back := key == "esc" || key == "ctrl+c"
	switch {
	case r.step == keyIsPut:
	case r.step == keyIsRight:
		if back || key == "enter" || key == "q" {
			return false, r.s.backToUpkeep()
		}
	case back && r.step == keyIsShown:
		return false, r.s.backToUpkeep()
	case back, key == "ctrl+r":
		r.show(keyIsShown)
	case key == "enter" && r.step == keyIsShown:
		r.show(keyIsTyped)
	case key == "enter":
		if r.problem = typedWrong(r.key, r.field.Value()); r.problem == "" {
			return false, r.put()
		}
		r.Redraw()
	case r.step == keyIsTyped:
		r.field.Type(k)
	}
	return false, nil
}

// show goes between the key and the line that it is typed into; what was typed stays.
func (r *renewed) show(step renewing) {
	r.step, r.problem = step, ""
	r.Redraw()
}

// put wraps the key anew, beside the app.
func (r *renewed) put() tea.Cmd {
	r.show(keyIsPut)
	notes, present, key := r.s.store, r.present, r.key
	return func() tea.Msg { return renewedMsg{r, notes.RenewRecovery(present, key)} }
}

// Message takes what became of it.
func (r *renewed) Message(msg tea.Msg) {
	m, ok := msg.(renewedMsg)
	if !ok || m.r != r {
		return
	}
	r.show(keyIsRight)
	if m.err != nil {
		r.show(keyIsTyped)
		r.problem = model.Clean(m.err.Error()) + " The new key opens nothing."
		r.Redraw()
	}
}

// Actions are the keys.
func (r *renewed) Actions() []kit.Action {
	switch r.step {
	case keyIsTyped:
		return []kit.Action{kit.Hint("enter", "compare"), kit.Hint("ctrl+r", "show it again")}
	case keyIsPut:
		return nil
	case keyIsRight:
		return []kit.Action{kit.Hint("enter", "back")}
	case keyIsShown:
	}
	return []kit.Action{kit.Hint("enter", "it is written down"), kit.Hint("esc", "cancel")}
}

// Working reports whether the key is being put in place.
func (r *renewed) Working() bool { return r.step == keyIsPut }
