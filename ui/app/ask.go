package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// ask is a question with a safe answer, which comes first and is what Enter and
// Esc give, and one that can't be taken back, which needs a letter of its own.
type ask struct {
	component.Base
	env        *component.Env
	text       string
	safe, risk string
	do         func() tea.Cmd
}

func newAsk(env *component.Env, text, safe, risk string, do func() tea.Cmd) *ask {
	return &ask{env: env, text: text, safe: safe, risk: risk, do: do}
}

// View returns the question and its two answers.
func (a *ask) View() []string {
	t := a.env.Theme
	p := document.NewPage(min(a.W-4, 76), t, a.env.Signs)
	p.Text(t.Strong, a.text)
	p.Gap()
	p.Raw(t.Accent.Render("Enter")+"  "+a.safe, "Enter  "+a.safe)
	p.Raw(t.Accent.Render("y")+"      "+a.risk, "y  "+a.risk)
	return append([]string{""}, component.Inset(p.Painted())...)
}

// Update answers.
func (a *ask) Update(msg tea.Msg) tea.Cmd {
	k, _ := msg.(tea.KeyPressMsg)
	switch k.String() {
	case "enter", "esc", "n":
		a.Close()
	case "y":
		a.Close()
		return a.do()
	}
	return nil
}

// Actions are the two answers.
func (a *ask) Actions() []component.Action {
	return []component.Action{component.Hint("enter", a.safe), component.Hint("y", a.risk)}
}
