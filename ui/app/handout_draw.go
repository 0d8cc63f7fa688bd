package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// SetSize lays the form out.
func (f *handoutForm) SetSize(w, h int) {
	f.Base.SetSize(w, h)
	if f.form != nil {
		f.form.Resize(w, max(h-len(f.above()), 1))
	}
}

// above is the title, and below it what was said or what is in a handout.
func (f *handoutForm) above() []string {
	t, sg := f.m.env.Theme, f.m.env.Signs
	p := document.NewPage(max(min(f.W-4, 96), 20), t, sg)
	p.Text(t.Heading, "A handout: "+f.deck.Title)
	switch {
	case f.making:
		p.Text(t.Quiet, "Writing it.")
	case f.said != "":
		p.Text(t.Alert, f.said)
	default:
		p.Text(t.Quiet, "Whom to ring, lines for your own people, then the protocol with its notes. Nothing private is in it.")
	}
	return append(p.Painted(), "")
}

// View returns the decks, or the form.
func (f *handoutForm) View() []string {
	if f.form == nil {
		return f.chooser.Draw(f.W, f.H, f.m.env.Theme, f.m.env.Signs)
	}
	above := f.above()
	f.form.Resize(f.W, max(f.H-len(above), 1))
	out := make([]string, 0, f.H)
	for _, l := range above {
		out = append(out, kit.Fit("  "+l, f.W, f.m.env.Signs))
	}
	return append(out, f.form.Draw(f.m.env.Theme, f.m.env.Signs)...)
}

// Update chooses, types, writes or leaves.
func (f *handoutForm) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case handoutMadeMsg:
		return f.made(msg)
	case tea.KeyPressMsg:
		return f.key(msg)
	case tea.PasteMsg:
		if f.form != nil && !f.making {
			f.form.Paste(msg.Content)
			f.said, f.replaces = "", ""
		}
	case tea.MouseWheelMsg:
		if f.form == nil {
			f.chooser.Move(kit.Wheel(msg))
		}
	case tea.MouseClickMsg:
		if f.form == nil {
			return f.chooser.Click(msg.Y)
		}
		if above := len(f.above()); msg.Y >= above {
			f.form.Click(msg.Y - above)
		}
	}
	return nil
}

func (f *handoutForm) key(k tea.KeyPressMsg) tea.Cmd {
	if f.form == nil {
		return f.chooser.Key(k.String(), f.Close)
	}
	if f.making {
		return nil
	}
	switch key := k.String(); {
	case key == "esc":
		f.form = nil
		return nil
	case key == "ctrl+c":
		f.Close()
		return nil
	case key == "ctrl+s", key == "enter" && f.form.At() == fileLine:
		return f.write()
	}
	f.changed(f.form.Key(k))
	return nil
}

// changed follows what was typed.
func (f *handoutForm) changed(changed, _ bool) {
	if !changed {
		return
	}
	f.said, f.replaces = "", ""
	if f.form.At() == formatLine {
		f.reformat()
	}
}

// Cursor stands in the place.
func (f *handoutForm) Cursor() *tea.Cursor {
	if f.form == nil || f.making {
		return nil
	}
	return f.form.Cursor(0, len(f.above()))
}

// Actions are the form's keys.
func (f *handoutForm) Actions() []kit.Action {
	if f.form == nil {
		return []kit.Action{kit.Hint("enter", "choose"), kit.Hint("esc", "back")}
	}
	return []kit.Action{kit.Hint("ctrl+s", "write it"), kit.Hint("tab", "next"), kit.Hint("esc", "back")}
}

// Look tells whether letters are text, and whether the handout is being made.
func (f *handoutForm) Look() kit.Look { return kit.Look{Typing: f.form != nil, Working: f.making} }
