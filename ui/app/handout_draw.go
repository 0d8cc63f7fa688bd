package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/document"
	"isspp/ui/kit"
)

// Resize lays the form out.
func (f *handoutForm) Resize(w, h int) {
	f.w, f.h = w, h
	if f.form != nil {
		f.form.Resize(w, max(h-len(f.above()), 1))
	}
}

// Redraw has nothing kept to drop.
func (f *handoutForm) Redraw() {}

// above is the title, and below it what was said or what is in a handout.
func (f *handoutForm) above() []string {
	t, sg := f.m.env.Theme, f.m.env.Signs
	p := document.NewPage(max(min(f.w-4, 96), 20), t, sg)
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

// Draw returns the decks, or the form.
func (f *handoutForm) Draw() []string {
	if f.form == nil {
		return f.chooser.Draw(f.w, f.h, f.m.env.Theme, f.m.env.Signs)
	}
	above := f.above()
	f.form.Resize(f.w, max(f.h-len(above), 1))
	out := make([]string, 0, f.h)
	for _, l := range above {
		out = append(out, kit.Fit("  "+l, f.w, f.m.env.Signs))
	}
	return append(out, f.form.Draw(f.m.env.Theme, f.m.env.Signs)...)
}

// Key chooses, types, writes or leaves.
func (f *handoutForm) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if f.form == nil {
		left := false
		a, ok := kit.Find(f.chooser.Actions("handout", func() {}, func() { left = true }), k.String())
		if !ok {
			return false, nil
		}
		cmd := a.Run()
		// Choosing has opened the form; leaving has not.
		return left && f.form == nil, cmd
	}
	if f.making {
		return false, nil
	}
	switch key := k.String(); {
	case key == "esc":
		f.form = nil
		return false, nil
	case key == "ctrl+c":
		return true, nil
	case key == "ctrl+s", key == "enter" && f.form.At() == fileLine:
		return false, f.write()
	}
	f.changed(f.form.Key(k))
	return false, nil
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

// Click goes to an answer, or chooses a deck.
func (f *handoutForm) Click(_, y int) (bool, tea.Cmd) {
	if f.form == nil {
		if i := f.chooser.Row(y); i >= 0 {
			f.chooser.Select(i)
			return false, f.chooser.Choose()
		}
		return false, nil
	}
	if above := len(f.above()); y >= above {
		f.form.Click(y - above)
	}
	return false, nil
}

// Wheel moves among the decks.
func (f *handoutForm) Wheel(n int) {
	if f.form == nil {
		f.chooser.Move(n)
	}
}

// Paste puts a text into the place.
func (f *handoutForm) Paste(text string) {
	if f.form != nil && !f.making {
		f.form.Paste(text)
		f.said, f.replaces = "", ""
	}
}

// Typing tells that letters are text.
func (f *handoutForm) Typing() bool { return f.form != nil }

// Cursor stands in the place.
func (f *handoutForm) Cursor() *tea.Cursor {
	if f.form == nil || f.making {
		return nil
	}
	return f.form.Cursor(0, len(f.above()))
}

// Hints are the form's keys.
func (f *handoutForm) Hints() []kit.Action {
	if f.form == nil {
		return []kit.Action{kit.Hint("enter", "choose"), kit.Hint("esc", "back")}
	}
	return []kit.Action{kit.Hint("ctrl+s", "write it"), kit.Hint("tab", "next"), kit.Hint("esc", "back")}
}

// Working reports whether the handout is being made.
func (f *handoutForm) Working() bool { return f.making }
