package checklist

import (
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// homeSplit is the home's: the concerns on the left, the selected one on the right.
var homeSplit = component.Split{Share: 46, Least: 52, Most: 72, Narrow: 40}

func (h *home) beside() bool { return h.v.w >= component.TwoPanes && len(h.v.concerns) > 0 }

// apart reports whether a blank line stands before a group's name.
func (h *home) apart(i int) bool {
	const airy = 26 // the height from which there is room for blank lines
	return i > 0 && h.rows[i].heading != "" && h.h >= airy
}

func (h *home) View() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	list := component.Pane{Title: "Concerns", Focus: true}
	switch {
	case len(h.v.concerns) == 0 && h.find == nil && component.Framed(h.v.h):
		return list.Draw(h.drawEmpty(), h.v.w, h.v.h, t, sg)
	case !h.beside():
		return list.Draw(h.drawList(), h.v.w, h.v.h, t, sg)
	}
	lw := homeSplit.List(h.v.w)
	return component.Beside(list.Draw(h.drawList(), lw, h.v.h, t, sg), h.drawPreview(h.v.w-lw))
}

func (h *home) drawList() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	out := append(append(make([]string, 0, h.h), h.top...), "")
	if h.find != nil && len(h.rows) == 0 {
		return append(out, component.WrapText("No saved record contains all these words.", h.w)...)
	}
	return append(out, component.TallRows(&h.list, h.w, t, sg, func(i int, selected bool) []string {
		if r := h.rows[i]; r.heading == "" {
			return h.drawRow(r, selected)
		}
		name := []string{t.Group.Render(strings.ToUpper(h.rows[i].heading))}
		if h.apart(i) {
			return append([]string{""}, name...)
		}
		return name
	})...)
}

// drawRow is what it is on the left, and how it stands on the right.
func (h *home) drawRow(r row, selected bool) []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	var title, place, state string
	st := t.Quiet
	if u := r.open; u != nil {
		title, place, state = u.Ref(), u.Concern.Setting, u.What()+" unfinished, "
		if u.Beside() {
			state += "another version, "
		}
		state += walk.Clock(u.Changed(), h.v.env.Now)
	} else {
		c := r.concern
		title, place, state = model.ReferenceWords(c.Ref), c.Setting, h.v.standing(c)
		if h.find != nil {
			if piece := c.Excerpt(h.find.Value(), max(h.w-component.Width(title)-8, 12)); piece != "" {
				place, state = strings.ReplaceAll(piece, "…", sg.Ellipsis), ""
			}
		}
		if len(c.OverdueActions()) > 0 || c.Transfer.Waiting() && c.Transfer.Late {
			st = t.Alert
		}
	}
	if selected {
		title = t.Selected.Render(title)
	}
	// The reference is whole; the setting has what it leaves, where that says anything.
	room := max(h.w-component.Width(title)-5, 0)
	if !h.beside() {
		room = max(room-component.Width(state)-1, 0)
	}
	if room < 8 {
		place = ""
	}
	place = t.Quiet.Render(strings.TrimRight(component.Fit(model.CleanLine(place), min(room, component.Width(place)),
		sg), " "))
	if h.beside() {
		return []string{component.Spread(title, place, h.w-2, sg), component.Fit(st.Render(state), h.w-2, sg)}
	}
	return []string{component.Spread(title+"  "+place, st.Render(state), h.w-2, sg)}
}

func (v *View) standing(c *model.Concern) string {
	changed := walk.Clock(c.Changed, v.env.Now)
	switch late := c.OverdueActions(); {
	case len(late) > 0:
		return "action overdue since " + shortDay(late[0].Due)
	case c.Transfer.Waiting() && c.Transfer.Late:
		return "receipt overdue since " + shortDay(c.Transfer.Due)
	case c.ReviewDue:
		return "review due " + shortDay(c.Review)
	case c.State == model.StateOpen:
		return "open, not decided, " + changed
	case c.State == model.StateDecided:
		return "decided, not yet filed, " + changed
	case c.NotFiled:
		return "filed; what came since is not"
	case c.Transfer.Waiting():
		return "moving: receipt due by " + shortDay(c.Transfer.Due)
	case c.Review != "":
		return "filed, review on " + shortDay(c.Review)
	}
	return "filed, " + changed
}

// drawPreview is the selected concern, as its own page has it.
func (h *home) drawPreview(w int) []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	r := h.at()
	c := r.concern
	if r.open != nil {
		c = r.open.Concern
	}
	if c == nil {
		return component.Pane{}.Draw(nil, w, h.v.h, t, sg)
	}
	if h.preview == nil || h.preview.id != c.ID {
		h.preview = newConcernPage(h.v, c.ID)
		h.preview.lay(component.Inside(w, h.v.h))
	}
	return component.Pane{
		Title: model.ReferenceWords(c.Ref), Right: model.CleanLine(c.Setting), Bottom: "Enter opens it",
	}.Draw(h.preview.draw(), w, h.v.h, t, sg)
}

// drawEmpty is what the tab is for, the keys that begin, and the demonstration.
func (h *home) drawEmpty() []string {
	const widest = 76
	t, sg, w := h.v.env.Theme, h.v.env.Signs, min(h.w, widest)
	p := h.v.page(w - 4)
	p.Gap()
	h.writeWords(p, t.Accent, p.Gap)
	p.Text(t.Quiet, "isspp demo, in the shell, shows an invented case on notes that are thrown away.")
	card := component.Pane{Title: "A concern about a child", Focus: true}.Frame(p.Painted(), w, len(p.Lines)+2, t, sg)
	out := make([]string, max((h.h-len(card))/3, 0), h.h)
	for _, l := range card {
		out = append(out, component.Spaces((h.w-w)/2)+l)
	}
	return out
}

// writeWords writes what can be done from here, each key apart, and between after each.
func (h *home) writeWords(p *document.Page, key lipgloss.Style, between func()) {
	plain := h.v.env.Theme.Plain
	open := walk.UnfinishedOf(h.v.concerns)
	switch notes := h.v.env.Notes; {
	case notes == component.NotesAbsent:
		p.Labelled(key, "n", "starts a walkthrough now. Nothing is saved until you say so.")
		between()
		p.Labelled(key, "u", "sets up private notes on this computer, sealed with a passphrase: then every answer is "+
			"kept as you give it.")
	case notes == component.NotesLocked:
		p.Labelled(key, "u", "unlocks your private notes: every answer is then kept as you give it.")
		between()
		p.Labelled(key, "n", "starts a walkthrough now, without a passphrase. Nothing is saved until you say so.")
	case notes == component.NotesNone:
		p.Labelled(key, "n", "starts a walkthrough. NOT SAVED: ctrl+s opens your notes and keeps it, at any point.")
	case len(h.v.concerns) == 0:
		p.Text(plain, "No walkthrough is kept yet. n starts one: the signs, the risk factors, the girls' section "+
			"and the protective factors, with every answer saved as you give it.")
	case len(open) > 0:
		p.Text(plain, open[0].Words(h.v.env.Now)+": resume (Enter) or discard (x).")
	default:
		p.Labelled(key, "n", "starts a walkthrough; Enter opens a concern; / searches all of them.")
	}
	between()
}
