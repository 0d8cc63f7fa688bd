package checklist

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// drawRow is what it is on the left, and how it stands on the right.
func (h *home) drawRow(r row, selected bool) []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	var title, place, state string
	if u := r.open; u != nil {
		title, place, state = u.Ref(), u.Concern.Setting, u.What()+" unfinished, "
		if u.Beside() {
			state += "another version, "
		}
		state += walk.Clock(u.Changed(), h.v.env.Now)
	} else {
		title, place, state = model.ReferenceWords(r.concern.Ref), r.concern.Setting, standing(r.concern, h.v.env.Now)
	}
	if h.find != nil && r.concern != nil {
		if piece := r.concern.Excerpt(h.find.Value(), max(h.w-component.Width(title)-8, 12)); piece != "" {
			place, state = strings.ReplaceAll(piece, "…", sg.Ellipsis), ""
		}
	}
	if selected {
		title = t.Selected.Render(title)
	}
	st := t.Quiet
	if c := r.concern; c != nil && (len(c.OverdueActions()) > 0 || c.Transfer.Waiting() && c.Transfer.Late) {
		st = t.Alert
	}
	// The reference is whole; the setting has what it leaves.
	room := max(h.w-component.Width(title)-5, 0)
	if !h.beside() {
		room = max(room-component.Width(state)-1, 0)
	}
	if room < leastPlace {
		place = ""
	}
	place = t.Quiet.Render(strings.TrimRight(component.Fit(model.CleanLine(place), min(room, component.Width(place)),
		sg), " "))
	if h.beside() {
		return []string{component.Spread(title, place, h.w-2, sg), component.Fit(st.Render(state), h.w-2, sg)}
	}
	return []string{component.Spread(title+"  "+place, st.Render(state), h.w-2, sg)}
}

// leastPlace is the cells below which what is left of a setting's name says nothing.
const leastPlace = 8

// standing says how a concern stands in a few words, what is most urgent first.
func standing(c *model.Concern, now time.Time) string {
	switch late := c.OverdueActions(); {
	case len(late) > 0:
		return "action overdue since " + shortDay(late[0].Due)
	case c.Transfer.Waiting() && c.Transfer.Late:
		return "receipt overdue since " + shortDay(c.Transfer.Due)
	case c.ReviewDue:
		return "review due " + shortDay(c.Review)
	case c.State == model.StateOpen:
		return "open, not decided, " + walk.Clock(c.Changed, now)
	case c.State == model.StateDecided:
		return "decided, not yet filed, " + walk.Clock(c.Changed, now)
	case c.NotFiled:
		return "filed; what came since is not"
	case c.Transfer.Waiting():
		return "moving: receipt due by " + shortDay(c.Transfer.Due)
	case c.Review != "":
		return "filed, review on " + shortDay(c.Review)
	}
	return "filed, " + walk.Clock(c.Changed, now)
}

// shortDay is a stored day in short: "Fri 20 Nov".
func shortDay(day string) string {
	at, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return model.CleanLine(day)
	}
	return at.Format("Mon 2 Jan")
}

func (h *home) actions() []component.Action {
	var out []component.Action
	switch r := h.at(); {
	case r.open != nil:
		out = append(out,
			act("concern.open", "resume", "Continue where it was left", h.open, "enter", "right", "l"),
			act("concern.discard", "discard", "Discard the selected unfinished entry",
				func() tea.Cmd { return h.v.discard(*r.open) }, "x"))
	case r.concern != nil:
		out = append(out, act("concern.open", "open", "Open the selected concern", h.open, "enter", "right", "l"))
	}
	out = append(out, act("concern.new", "new", "Start a walkthrough", h.start, "n"))
	if h.find != nil {
		out = append(out, act("concern.all", "all", "Back to the list of all concerns", component.Do(h.endSearch),
			"esc"))
	}
	return append(out, component.RowKeys(h.list.Move, h.list.Move, max(h.list.Height-1, 1))...)
}

// filter opens the search over everything in every concern.
func (h *home) filter() {
	if h.find == nil {
		h.find = component.NewField("Find in concerns: ", "a reference or any words")
	}
	h.find.Focus()
	h.search()
}

func (h *home) nothing() string {
	return off(len(h.v.concerns) > 0, "No concern is kept or open here.")
}

// search shows what holds the words so far.
func (h *home) search() {
	h.fill()
	h.list.Select(0)
	h.redraw()
}

func (h *home) endSearch() { h.v.goTo(newHome(h.v)) }

func (h *home) typing() bool { return h.find != nil && h.find.Focused() }

func (h *home) hints() []component.Action {
	return []component.Action{
		component.Hint("enter", "open"),
		component.Hint("down", "to the list"),
		component.Hint("esc", "all"),
	}
}

func (h *home) key(k tea.KeyPressMsg) (tea.Cmd, bool) {
	switch k.String() {
	case "esc":
		h.endSearch()
		return nil, true
	case "enter":
		return h.open(), true
	case "down", "up", "tab":
		h.find.Blur()
		if k.String() == "down" {
			h.list.Move(1)
		}
		return nil, true
	}
	if !component.Writes(k) {
		return nil, false
	}
	if h.find.Type(k) {
		h.search()
	}
	h.redraw()
	return nil, true
}

func (h *home) paste(text string) tea.Cmd {
	h.find.Paste(text)
	h.search()
	return nil
}

func (h *home) cursor() *tea.Cursor {
	if !h.typing() {
		return nil
	}
	if h.beside() {
		return h.find.Cursor(component.PaneLeft(h.v.h), component.PaneTop)
	}
	return h.find.Cursor(0, 0)
}
