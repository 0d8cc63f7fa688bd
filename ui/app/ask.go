package app

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// ask asks a question with a safe answer, which comes first and is what Enter and
// Esc give, and one that can't be taken back, which needs a letter of its own.
func (m *Model) ask(text, safe, risk string, do func() tea.Cmd) *component.Reader {
	a := &component.Reader{}
	a.Lay = func() []string {
		t := m.env.Theme
		p := document.NewPage(min(a.W-4, 76), t, m.env.Signs)
		p.Text(t.Strong, text)
		p.Gap()
		p.Raw(t.Accent.Render("Enter")+"  "+safe, "Enter  "+safe)
		p.Raw(t.Accent.Render("y")+"      "+risk, "y  "+risk)
		return append([]string{""}, component.Inset(p.Painted())...)
	}
	a.Own = func() []component.Action {
		return []component.Action{
			component.Act("", safe, "", component.Do(a.Close), "enter", "esc", "n"),
			component.Act("", risk, "", func() tea.Cmd { a.Close(); return do() }, "y"),
		}
	}
	m.Open(a)
	return a
}

// mistakes shows what is wrong in a protocol's folder, each mistake with its
// file, its line and how to fix it. One of them can be opened in the editor.
type mistakes struct {
	component.Reader
	env   *component.Env
	intro string
	list  []content.Mistake
	at    int
	// starts are the lines at which the mistakes start.
	starts []int
}

// ShowMistakes lays a protocol's mistakes on the body. intro says what they are
// in and what is shown meanwhile; edit opens one of them.
func (m *Model) ShowMistakes(intro string, list []content.Mistake, edit func(content.Mistake) tea.Cmd) {
	o := &mistakes{env: m.env, intro: intro, list: list}
	o.Lay = o.page
	o.Own = func() []component.Action {
		return []component.Action{
			component.Act("", "edit there", "", func() tea.Cmd { o.Close(); return edit(o.list[o.at]) }, "enter", "E"),
			component.Act("", "next", "", component.Do(func() { o.choose(o.at + 1) }), "down", "j"),
			component.Act("", "leave it for now", "", component.Do(o.Close), "esc", "q"),
			component.Act("", "", "", component.Do(func() { o.choose(o.at - 1) }), "up", "k"),
		}
	}
	m.Open(o)
}

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

// Update chooses a mistake with the mouse too.
func (o *mistakes) Update(msg tea.Msg) tea.Cmd {
	if click, ok := msg.(tea.MouseClickMsg); ok {
		line := o.YOffset() + click.Y
		below := slices.IndexFunc(o.starts, func(start int) bool { return start > line })
		if below < 0 {
			below = len(o.starts)
		}
		if below > 0 {
			o.choose(below - 1)
		}
		return nil
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
