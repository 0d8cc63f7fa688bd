package component

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/theme"
)

// Draw returns the lines in view, at most as many as the height.
func (f *Form) Draw(t *theme.Theme, sg theme.Glyphs) []string {
	var out []string
	f.starts = f.starts[:0]
	end := 0
	for i := range f.lines {
		f.starts = append(f.starts, len(out))
		out = append(out, f.drawLine(i, t, sg)...)
		if wrong := f.lines[i].wrong; wrong != "" {
			out = append(out, Paragraph(t.Alert, Spaces(2+f.labels()), wrong, f.w-2)...)
		}
		if i == f.at && f.Below != nil {
			out = append(out, f.Below(i)...)
		}
		if i == f.at {
			end = len(out)
		}
	}
	f.scroll.Set(out, f.h)
	if len(f.starts) > 0 {
		f.scroll.Bring(f.starts[f.at], end)
	}
	return f.scroll.Lines()
}

func (f *Form) drawLine(i int, t *theme.Theme, sg theme.Glyphs) []string {
	l := &f.lines[i]
	mark, label := Mark(i == f.at, t, sg), l.Label
	if i == f.at {
		label = t.Selected.Render(label)
	}
	answer := f.answer(i, t, sg)
	if !f.beside() {
		if i != f.at {
			label = t.Strong.Render(label) // above its answer, which is plain
		}
		out := []string{Fit(mark+label, f.w, sg)}
		for _, a := range answer {
			out = append(out, Fit("  "+a, f.w, sg))
		}
		return out
	}
	out := make([]string, len(answer))
	for j, a := range answer {
		lead := Spaces(f.labels() + 2)
		if j == 0 {
			lead = mark + Fit(label, f.labels(), sg)
		}
		out[j] = Fit(lead+a, f.w, sg)
	}
	return out
}

func (f *Form) answer(i int, t *theme.Theme, sg theme.Glyphs) []string {
	l := &f.lines[i]
	switch {
	case len(l.Choices) > 0:
		return []string{drawChoices(l, i == f.at, f.room(), t, sg)}
	case l.editor == nil:
		return []string{l.field.Draw(t)}
	case l.editor.Value() == "" && i != f.at:
		return []string{t.Quiet.Render(l.Hint)}
	case l.editor.Value() == "":
		return []string{t.Quiet.Render(l.Hint), ""}
	case i == f.at:
		return l.editor.Draw()
	}
	var out []string
	for _, line := range strings.Split(strings.TrimRight(l.editor.Value(), "\n"), "\n") {
		out = append(out, WrapText(line, f.room())...)
	}
	return out
}

// drawChoices writes the chosen one between signs, so that it is known without
// colour.
func drawChoices(l *formLine, here bool, room int, t *theme.Theme, sg theme.Glyphs) string {
	parts := make([]string, len(l.Choices))
	for i, c := range l.Choices {
		if i == l.choice {
			parts[i] = t.Strong.Render("[" + c + "]")
			continue
		}
		parts[i] = t.Quiet.Render(" " + c + " ")
	}
	// Where not all of them fit, the chosen one is in view.
	from := 0
	for from < l.choice && Width(strings.Join(parts[from:l.choice+1], " ")) > room {
		from++
	}
	text := strings.Join(parts[from:], " ")
	if keys := "  " + KeyName("left", sg) + " " + KeyName("right", sg); here && Width(text)+Width(keys) <= room {
		text += t.Quiet.Render(keys)
	}
	return text
}

// Cursor is the text cursor's place when the form's top left is at x, y.
func (f *Form) Cursor(x, y int) *tea.Cursor {
	if f.at >= len(f.starts) {
		return nil
	}
	l := &f.lines[f.at]
	left, top := x+f.labels()+2, y+f.starts[f.at]-f.scroll.YOffset()
	if !f.beside() {
		left, top = x+2, top+1
	}
	var c *tea.Cursor
	switch {
	case l.field != nil:
		c = l.field.Cursor(left, top)
	case l.editor != nil:
		c = l.editor.Cursor(left, top)
	}
	if c != nil && (c.Y < y || c.Y >= y+f.h) {
		return nil
	}
	return c
}

// Click gives the answer at a drawn line the keys.
func (f *Form) Click(y int) {
	line := y + f.scroll.YOffset()
	for i := range slices.Backward(f.starts) {
		if line >= f.starts[i] {
			f.Focus(i)
			return
		}
	}
}

// FormHints are the keys that work while a form is filled in, for the footer.
func FormHints(done, back string) []Action {
	return []Action{
		Hint("ctrl+s", done),
		Hint("esc", back),
		Hint("tab", "next"),
		Hint("shift+tab", "before"),
	}
}
