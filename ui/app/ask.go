package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// ask is a question with a safe answer, which comes first and is what Enter and
// Esc give, and one that can't be taken back, which needs a letter of its own.
type ask struct {
	env        *kit.Env
	text       string
	safe, risk string
	do         func() tea.Cmd
	w, h       int
}

func newAsk(env *kit.Env, text, safe, risk string, do func() tea.Cmd) *ask {
	return &ask{env: env, text: text, safe: safe, risk: risk, do: do}
}

// Resize lays the question out.
func (a *ask) Resize(w, h int) { a.w, a.h = w, h }

// Redraw has nothing kept to drop.
func (a *ask) Redraw() {}

// Draw returns the question and its two answers.
func (a *ask) Draw() []string {
	t := a.env.Theme
	p := document.NewPage(min(a.w-4, 76), t, a.env.Signs)
	p.Text(t.Strong, a.text)
	p.Gap()
	p.Raw(t.Accent.Render("Enter")+"  "+a.safe, "Enter  "+a.safe)
	p.Raw(t.Accent.Render("y")+"      "+a.risk, "y  "+a.risk)
	out := []string{""}
	for _, l := range p.Painted() {
		out = append(out, "  "+l)
	}
	return out
}

// Key answers.
func (a *ask) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "enter", "esc", "n":
		return true, nil
	case "y":
		return true, func() tea.Msg { return runMsg{a.do} }
	}
	return false, nil
}

// Click does nothing: a question is answered with a key.
func (a *ask) Click(int, int) (bool, tea.Cmd) { return false, nil }

// Wheel does nothing here.
func (a *ask) Wheel(int) {}

// Paste does nothing here.
func (a *ask) Paste(string) {}

// Typing is false: the question has no text field.
func (a *ask) Typing() bool { return false }

// Cursor is nil: the question has no text field.
func (a *ask) Cursor() *tea.Cursor { return nil }

// Hints are the two answers.
func (a *ask) Hints() []kit.Action {
	return []kit.Action{kit.Hint("enter", a.safe), kit.Hint("y", a.risk)}
}
