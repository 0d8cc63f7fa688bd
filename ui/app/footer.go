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
	key := footerKey{w: w, hints: hints, notice: m.notice, overlay: m.overlay != nil}
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
	out = append(out, t.Quiet.Paint(strings.Repeat(sg.Rule, w)))
	safety := " " + t.Safety.Paint(m.contactsRow)
	if oneLine {
		out = append(out, kit.Spread(safety, hints+" ", w, sg))
	} else {
		out = append(out, kit.Fit(" "+hints, w, sg), kit.Fit(safety, w, sg))
	}
	m.footer, m.footerFor = out, key
	return out
}

func (m *Model) hintActions() []kit.Action {
	if m.overlay != nil {
		return m.overlay.Hints()
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

// safetyLine is the emergency contacts in one line, from the protocol's own
// directory: "Danger now: 999 · Police 101 · CSCT 020 7527 7400".
func safetyLine(env *kit.Env) string {
	var parts []string
	for i, r := range kit.Routes(env.Pack) {
		if i == 0 {
			parts = append(parts, "Danger now: "+r.Number)
			continue
		}
		parts = append(parts, strings.TrimSpace(r.Short+" "+r.Number))
	}
	return strings.Join(parts, " "+env.Signs.Dot+" ")
}

// wholeParts breaks a line between its parts, so that no number is broken in
// two; a part that is wider than the screen is wrapped.
func wholeParts(line, between string, w int) []string {
	var out []string
	for _, part := range strings.Split(line, between) {
		if last := len(out) - 1; last >= 0 && kit.Width(out[last]+between+part) <= w {
			out[last] += between + part
			continue
		}
		out = append(out, kit.WrapText(part, w)...)
	}
	return out
}

// tooSmall is what a screen below the smallest shows: why, and whom to ring.
func (m *Model) tooSmall() string {
	w, h := m.size.w, m.size.h
	lines := wholeParts(m.contactsRow, " "+m.env.Signs.Dot+" ", w)
	if h > len(lines) {
		lines = append(lines, kit.WrapText("This window is too small: isspp needs 60 by 16. Make it larger, or leave with q.", w)...)
	}
	if len(lines) > h {
		lines = lines[:h]
	}
	return strings.Join(lines, "\n")
}
