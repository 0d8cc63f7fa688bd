package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// show lays a document out as plain text, without walls or marks beside it, so
// that what is selected with the mouse is the text alone.
func (o *writeOut) show(d document.Doc) {
	p := document.NewPage(max(min(o.w-1, 100), 20), &kit.Theme{}, o.s.env.Signs)
	p.Bare = true
	if d.Banner != "" {
		p.Text(kit.Style{}, d.Banner)
	}
	p.Text(kit.Style{}, d.Title)
	p.Write(d.Blocks...)
	o.shown = p
	o.scroll = kit.Scroll{}
	o.scroll.Set(len(p.Lines), o.h)
}

// Resize lays the form out.
func (o *writeOut) Resize(w, h int) {
	o.w, o.h = w, h
	o.scroll.Set(o.scroll.Len, h)
	o.form.Resize(w, max(h-len(o.above()), 1))
}

// Redraw has nothing kept to drop.
func (o *writeOut) Redraw() {}

func (o *writeOut) above() []string {
	t := o.s.env.Theme
	p := document.NewPage(max(min(o.w-4, 96), 20), t, o.s.env.Signs)
	title := "Write out"
	if ref := model.CleanLine(o.ask.Ref); ref != "" {
		title += ": " + ref
	}
	p.Text(t.Heading, title)
	switch {
	case o.making:
		p.Text(t.Quiet, "Writing it.")
	case o.said != "":
		p.Text(t.Alert, o.said)
	default:
		p.Text(t.Quiet, "A file is readable by you alone, and is not sealed. “All held” is for a subject access request; “screen” shows it, to be pasted.")
	}
	return append(p.Painted(), "")
}

// Draw returns the form, or the document.
func (o *writeOut) Draw() []string {
	t, sg := o.s.env.Theme, o.s.env.Signs
	if o.shown != nil {
		from, to := o.scroll.Visible()
		return o.shown.Painted()[from:to]
	}
	above := o.above()
	o.form.Resize(o.w, max(o.h-len(above), 1))
	out := make([]string, 0, o.h)
	for _, l := range above {
		out = append(out, kit.Fit("  "+l, o.w, sg))
	}
	return append(out, o.form.Draw(t, sg)...)
}

// Key chooses, types, writes or leaves.
func (o *writeOut) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.String()
	if o.shown != nil {
		if key == "esc" || key == "q" || key == "enter" {
			o.shown = nil
			return false, nil
		}
		if key == "ctrl+y" {
			return false, o.copyShown()
		}
		o.scroll.Key(key)
		return false, nil
	}
	if o.making {
		return false, nil
	}
	switch {
	case key == "esc", key == "ctrl+c":
		return true, nil
	case key == "ctrl+s", key == "enter" && (o.form.At() == outFile || o.form.At() == outForm && o.form.Value(outForm) == toScreen):
		return false, o.write()
	}
	if changed, _ := o.form.Key(k); changed {
		o.changed()
	}
	return false, nil
}

// copyShown copies the whole of what is shown, where copying is allowed.
func (o *writeOut) copyShown() tea.Cmd {
	if a := o.s.copyAction(); a.Disabled != "" {
		return kit.Say(a.Disabled)
	}
	lines := make([]string, len(o.shown.Lines))
	for i, l := range o.shown.Lines {
		lines[i] = l.Plain
	}
	return o.s.copyText(strings.Join(lines, "\n") + "\n")
}

// Click goes to an answer.
func (o *writeOut) Click(_, y int) (bool, tea.Cmd) {
	if above := len(o.above()); o.shown == nil && y >= above {
		o.form.Click(y - above)
	}
	return false, nil
}

// Wheel scrolls what is shown.
func (o *writeOut) Wheel(n int) { o.scroll.By(n) }

// Paste puts a text where the cursor is.
func (o *writeOut) Paste(text string) {
	if o.shown == nil && !o.making {
		o.form.Paste(text)
		o.said, o.replaces = "", ""
	}
}

// Typing tells that letters are text.
func (o *writeOut) Typing() bool { return o.shown == nil }

// Cursor stands in the answer.
func (o *writeOut) Cursor() *tea.Cursor {
	if o.shown != nil || o.making {
		return nil
	}
	return o.form.Cursor(0, len(o.above()))
}

// Hints are the keys.
func (o *writeOut) Hints() []kit.Action {
	if o.shown != nil {
		return []kit.Action{
			kit.Hint("down", "more"),
			kit.Hint("shift+drag", "selects text"),
			kit.Hint("ctrl+y", "copy it all"),
			kit.Hint("esc", "back"),
		}
	}
	word := "write it"
	if o.form.Value(outForm) == toScreen {
		word = "show it"
	}
	return []kit.Action{kit.Hint("ctrl+s", word), kit.Hint("tab", "next"), kit.Hint("esc", "back")}
}
