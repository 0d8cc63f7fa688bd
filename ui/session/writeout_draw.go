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
	p := document.NewPage(max(min(o.W-1, 100), 20), &kit.Theme{}, o.s.env.Signs)
	p.Bare = true
	if d.Banner != "" {
		p.Text(kit.Style{}, d.Banner)
	}
	p.Text(kit.Style{}, d.Title)
	p.Write(d.Blocks...)
	o.shown = p
	o.scroll = kit.Scroll{}
	o.scroll.Set(len(p.Lines), o.H)
}

// SetSize lays the form out.
func (o *writeOut) SetSize(w, h int) {
	o.Base.SetSize(w, h)
	o.scroll.Set(o.scroll.Len, h)
	o.form.Resize(w, max(h-len(o.above()), 1))
}

func (o *writeOut) above() []string {
	t := o.s.env.Theme
	p := document.NewPage(max(min(o.W-4, 96), 20), t, o.s.env.Signs)
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

// View returns the form, or the document.
func (o *writeOut) View() []string {
	t, sg := o.s.env.Theme, o.s.env.Signs
	if o.shown != nil {
		from, to := o.scroll.Visible()
		return o.shown.Painted()[from:to]
	}
	above := o.above()
	o.form.Resize(o.W, max(o.H-len(above), 1))
	out := make([]string, 0, o.H)
	for _, l := range above {
		out = append(out, kit.Fit("  "+l, o.W, sg))
	}
	return append(out, o.form.Draw(t, sg)...)
}

// Update chooses, types, writes or leaves.
func (o *writeOut) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case outMadeMsg:
		o.made(msg)
	case tea.KeyPressMsg:
		return o.key(msg)
	case tea.MouseWheelMsg:
		o.scroll.By(kit.Wheel(msg))
	case tea.MouseClickMsg:
		if above := len(o.above()); o.shown == nil && msg.Y >= above {
			o.form.Click(msg.Y - above)
		}
	case tea.PasteMsg:
		if o.shown == nil && !o.making {
			o.form.Paste(msg.Content)
			o.said, o.replaces = "", ""
		}
	}
	return nil
}

func (o *writeOut) key(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); {
	case o.shown != nil && (key == "esc" || key == "q" || key == "enter"):
		o.shown = nil
	case o.shown != nil && key == "ctrl+y":
		return o.copyShown()
	case o.shown != nil:
		o.scroll.Key(key)
	case o.making:
	case key == "esc", key == "ctrl+c":
		o.Close()
	case key == "ctrl+s", key == "enter" && (o.form.At() == outFile || o.form.At() == outForm && o.form.Value(outForm) == toScreen):
		return o.write()
	default:
		if changed, _ := o.form.Key(k); changed {
			o.changed()
		}
	}
	return nil
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

// Look tells whether letters are text, and whether the document is being made.
func (o *writeOut) Look() kit.Look { return kit.Look{Typing: o.shown == nil, Working: o.making} }

// Cursor stands in the answer.
func (o *writeOut) Cursor() *tea.Cursor {
	if o.shown != nil || o.making {
		return nil
	}
	return o.form.Cursor(0, len(o.above()))
}

// Actions are the keys.
func (o *writeOut) Actions() []kit.Action {
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
