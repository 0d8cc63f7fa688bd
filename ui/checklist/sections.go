package checklist

import (
	"fmt"
	"strings"

	"isspp/ui/component"
	"isspp/ui/walk"
)

func (k *items) drawSections() []string {
	w, h := component.Inside(k.left(), k.v.h)
	out, at := k.sectionLines(w, true)
	if len(out) > h {
		out, at = k.sectionLines(w, false)
	}
	k.sectionsTop = 0
	if len(out) > h {
		k.sectionsTop = min(max(at-h/2, 0), len(out)-h)
		out = out[k.sectionsTop : k.sectionsTop+h]
	}
	return out
}

// sectionLines are all of the left pane's lines, and the one that the section at
// hand begins at. With room, titles are whole and a blank line parts the lists.
func (k *items) sectionLines(w int, room bool) (out []string, at int) {
	t, sg := k.v.env.Theme, k.v.env.Signs
	k.sectionRows = k.sectionRows[:0]
	add := func(section int, line string) {
		out, k.sectionRows = append(out, line), append(k.sectionRows, section)
	}
	in := w - component.Width(component.Mark(false, t, sg))
	for i, s := range k.lists.Sections {
		if s.First {
			if room && i > 0 {
				add(-1, "")
			}
			add(-1, t.Group.Render(strings.TrimRight(component.Fit(strings.ToUpper(s.List.Title), w, sg), " ")))
		}
		left := k.remaining(s)
		titles := []string{strings.TrimRight(component.Fit(s.Domain.Title, in-component.Width(left)-1, sg), " ")}
		if room {
			titles = component.WrapText(s.Domain.Title, in-component.Width(left)-1)
		}
		if i == k.section {
			at = len(out)
		}
		for j, title := range titles {
			if i == k.section {
				title = t.Selected.Render(title)
			}
			if j == len(titles)-1 {
				title = component.Spread(title, left, in, sg)
			}
			add(i, component.Row(i == k.section, title, w, t, sg))
		}
	}
	return out, at
}

// remaining says how much of a section is left to consider, never how much is there.
func (k *items) remaining(s walk.Section) string {
	const bar = 4
	t, sg := k.v.env.Theme, k.v.env.Signs
	n, of := k.v.live.ConsideredIn(s.Domain)
	word := fmt.Sprintf("%d left", of-n)
	switch n {
	case 0:
		word = fmt.Sprintf("%d items", of)
	case of:
		word = "done"
	}
	if s.Domain.ReadOnly() {
		word = "to read"
	}
	if k.v.w < component.Roomy {
		return t.Quiet.Render(word)
	}
	full := bar * n / max(of, 1)
	return t.Accent.Render(strings.Repeat(sg.Heavy, full)) + t.Faint.Render(strings.Repeat(sg.Rule, bar-full)) + " " +
		component.Spaces(8-component.Width(word)) + t.Quiet.Render(word)
}
