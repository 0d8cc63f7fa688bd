package app

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// mistakes shows what is wrong in a protocol's folder, each mistake with its
// file, its line and how to fix it. One of them can be opened in the editor.
type mistakes struct {
	component.Reader
	env   *component.Env
	intro string
	list  []content.Mistake
	edit  func(content.Mistake) tea.Cmd
	at    int
	// starts are the lines at which the mistakes start.
	starts []int
}

// ShowMistakes lays a protocol's mistakes on the body. intro says what they are
// in and what is shown meanwhile; edit opens one of them.
func (m *Model) ShowMistakes(intro string, list []content.Mistake, edit func(content.Mistake) tea.Cmd) {
	o := &mistakes{env: m.env, intro: intro, list: list, edit: edit}
	o.Lay = o.page
	m.Open(o)
}

// page are the mistakes in words.
func (o *mistakes) page() []string {
	t := o.env.Theme
	p := document.NewPage(min(o.W-4, 96), t, o.env.Signs)
	p.Text(t.Plain, model.CleanLine(o.intro))
	o.starts = nil
	for i, m := range o.list {
		p.Gap()
		o.starts = append(o.starts, len(p.Lines))
		mark, style := "  ", t.Plain
		if i == o.at {
			mark, style = o.env.Signs.Bar+" ", t.Strong
		}
		p.Hang(style, mark, model.CleanLine(m.File+", line "+strconv.Itoa(m.Line)+": "+m.Text))
		if m.Near != "" {
			p.Hang(t.Plain, "    ", model.CleanLine("Did you mean “"+m.Near+"”?"))
		}
		if m.Mend != "" {
			p.Hang(t.Quiet, "    ", model.CleanLine("Right would be: "+m.Mend))
		}
	}
	return component.Inset(p.Painted())
}

// Update chooses a mistake and opens it.
func (o *mistakes) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		at := o.at
		for i, start := range o.starts {
			if start <= o.YOffset()+msg.Y {
				at = i
			}
		}
		o.choose(at)
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc", "q":
			o.Close()
			return nil
		case "enter", "E":
			o.Close()
			return o.edit(o.list[o.at])
		case "down", "j":
			o.choose(o.at + 1)
			return nil
		case "up", "k":
			o.choose(o.at - 1)
			return nil
		}
	}
	return o.Reader.Update(msg)
}

func (o *mistakes) choose(i int) {
	o.at = min(max(i, 0), len(o.list)-1)
	o.Redraw()
	if o.at == 0 {
		o.SetYOffset(0)
	} else {
		o.Show(o.starts[o.at])
	}
}

// Actions are the keys.
func (o *mistakes) Actions() []component.Action {
	return []component.Action{
		component.Hint("enter", "edit there"), component.Hint("down", "next"),
		component.Hint("esc", "leave it for now"),
	}
}
