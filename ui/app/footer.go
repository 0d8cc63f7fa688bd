package app

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// footerKey is what the footer was drawn for.
type footerKey struct {
	w       int
	hints   string
	notice  kit.Noticed
	overlay bool
}

// drawFooter is the notice, if there is one, a rule, the keys, and last the
// safety line, which is on every screen at every size.
func (m *Model) drawFooter() []string {
	w, t, sg := m.size.w, m.env.Theme, m.env.Signs
	room := w - kit.Width(m.contactsRow) - 4
	oneLine := room >= 56
	hintRoom := room
	if !oneLine {
		hintRoom = w - 2
	}
	hints := kit.Hints(m.hintActions(), t, sg, hintRoom)
	key := footerKey{w: w, hints: hints, notice: m.notice, overlay: m.top() != nil}
	if key == m.footerFor {
		return m.footer
	}
	var out []string
	if m.notice.Text != "" {
		st := t.Plain
		if m.notice.Failed {
			st = t.Alert
		}
		for _, l := range kit.Paragraph(st, " "+sg.Bar+" ", model.Clean(m.notice.Text), w-1) {
			out = append(out, kit.Fit(l, w, sg))
		}
	}
	out = append(out, t.Quiet.Render(strings.Repeat(sg.Rule, w)))
	safety := " " + t.Safety.Render(m.contactsRow)
	if oneLine {
		out = append(out, kit.Spread(safety, hints+" ", w, sg))
	} else {
		out = append(out, kit.Fit(" "+hints, w, sg), kit.Fit(safety, w, sg))
	}
	m.footer, m.footerFor = out, key
	return out
}

func (m *Model) hintActions() []kit.Action {
	if o := m.top(); o != nil {
		return o.Hints()
	}
	if m.view().Typing() {
		if h, ok := m.view().(typist); ok {
			return h.TypingHints()
		}
	}
	return m.actions()
}

// typist is a view that says which keys work while a text field has the letters.
type typist interface{ TypingHints() []kit.Action }
