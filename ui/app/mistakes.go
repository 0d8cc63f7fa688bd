package app

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// mistakes shows what is wrong in a protocol's folder, each mistake with its
// file, its line and how to fix it. One of them can be opened in the editor.
type mistakes struct {
	env   *kit.Env
	intro string
	list  []content.Mistake
	edit  func(content.Mistake) tea.Cmd
	at    int
	// starts are the lines at which the mistakes start.
	starts []int
	lines  []string
	scroll kit.Scroll
	w, h   int
}

// ShowMistakes lays a protocol's mistakes on the body. intro says what they are
// in and what is shown meanwhile; edit opens one of them.
func (m *Model) ShowMistakes(intro string, list []content.Mistake, edit func(content.Mistake) tea.Cmd) {
	m.Open(&mistakes{env: m.env, intro: intro, list: list, edit: edit})
}

// Resize lays the mistakes out.
func (o *mistakes) Resize(w, h int) {
	o.w, o.h = w, h
	o.Redraw()
}

// Redraw draws them anew.
func (o *mistakes) Redraw() {
	t := o.env.Theme
	p := document.NewPage(min(o.w-4, 96), t, o.env.Signs)
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
	o.lines = p.Painted()
	o.scroll.Set(len(o.lines), o.h)
	if o.at > 0 {
		o.scroll.Show(o.starts[o.at])
	}
}

// Draw returns the lines in view.
func (o *mistakes) Draw() []string {
	from, to := o.scroll.Visible()
	return kit.Inset(o.lines[from:to])
}

// Key chooses a mistake and opens it.
func (o *mistakes) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch k.String() {
	case "esc", "q":
		return true, nil
	case "enter", "E":
		return true, o.edit(o.list[o.at])
	case "down", "j":
		o.choose(o.at + 1)
	case "up", "k":
		o.choose(o.at - 1)
	default:
		o.scroll.Key(k.String())
	}
	return false, nil
}

func (o *mistakes) choose(i int) {
	o.at = min(max(i, 0), len(o.list)-1)
	if o.at == 0 {
		o.scroll.Top = 0
	}
	o.Redraw()
}

// Click chooses the mistake under the mouse.
func (o *mistakes) Click(_, y int) (bool, tea.Cmd) {
	for i, start := range o.starts {
		if line := o.scroll.Top + y; line >= start && (i+1 == len(o.starts) || line < o.starts[i+1]) {
			o.choose(i)
		}
	}
	return false, nil
}

// Wheel scrolls.
func (o *mistakes) Wheel(n int) { o.scroll.By(n) }

// Paste does nothing here.
func (o *mistakes) Paste(string) {}

// Typing is false: there is no text field.
func (o *mistakes) Typing() bool { return false }

// Cursor is nil: there is no text field.
func (o *mistakes) Cursor() *tea.Cursor { return nil }

// Hints are the keys.
func (o *mistakes) Hints() []kit.Action {
	return []kit.Action{kit.Hint("enter", "edit there"), kit.Hint("down", "next"), kit.Hint("esc", "leave it for now")}
}
