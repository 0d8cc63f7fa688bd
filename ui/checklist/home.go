package checklist

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// home is the tab's first screen: the kept walkthroughs, unfinished ones first,
// or how to start without notes.
type home struct {
	v    *View
	rows []model.Walkthrough
	list kit.List
	w, h int
	top  []string
}

func newHome(v *View) *home {
	h := &home{v: v}
	kept := v.kept()
	for _, w := range kept {
		if w.Finished.IsZero() {
			h.rows = append(h.rows, w)
		}
	}
	for _, w := range kept {
		if !w.Finished.IsZero() {
			h.rows = append(h.rows, w)
		}
	}
	h.list.SetLen(len(h.rows))
	return h
}

func (h *home) resize(w, height int) {
	h.w, h.h = w, height
	h.redraw()
}

func (h *home) redraw() {
	t := h.v.env.Theme
	p := kit.NewPage(min(h.w-4, 84), t, h.v.env.Signs)
	p.Text(t.Heading, "A concern about a child")
	for _, line := range h.words() {
		if key, rest, ok := strings.Cut(line, "  "); ok {
			p.Labelled(t.Plain, key, rest)
			continue
		}
		p.Text(t.Plain, line)
	}
	h.top = p.Painted()
	h.list.SetHeight(max(h.h-len(h.top)-1, 1))
}

// words say what can be done from here, for the state that the notes are in.
func (h *home) words() []string {
	switch h.v.env.Notes {
	case kit.NotesAbsent:
		return []string{
			"n  starts a walkthrough now. Nothing is saved until you say so.",
			"u  sets up private notes on this computer, sealed with a passphrase: then every answer is kept as you give it.",
		}
	case kit.NotesLocked:
		return []string{
			"u  unlocks your private notes: every answer is then kept as you give it.",
			"n  starts a walkthrough now, without a passphrase. Nothing is saved until you say so.",
		}
	case kit.NotesNone:
		return []string{"n  starts a walkthrough. NOT SAVED: ctrl+s opens your notes and keeps it, at any point."}
	}
	if len(h.rows) == 0 {
		return []string{"No walkthrough is kept yet. n starts one: the signs, the risk factors, the girls' section and the protective factors, with every answer saved as you give it."}
	}
	if h.rows[0].Finished.IsZero() {
		return []string{unfinished(h.rows[0], h.v.env.Now) + ": resume (Enter) or discard (x)."}
	}
	return []string{"n  starts a walkthrough; Enter opens one that is kept."}
}

// unfinished names a walkthrough that was cut short.
func unfinished(w model.Walkthrough, now time.Time) string {
	return "Unfinished walkthrough from " + clock(w.Changed, now) + " for " + named(w)
}

func named(w model.Walkthrough) string {
	if w.Ref == "" {
		return "no reference yet"
	}
	return model.CleanLine(w.Ref)
}

// clock is a time as people say it: the hour today, with the date otherwise.
func clock(at, now time.Time) string {
	at = at.In(now.Location())
	if at.Year() == now.Year() && at.YearDay() == now.YearDay() {
		return at.Format("15:04")
	}
	if at.Year() == now.Year() {
		return at.Format("15:04 on 2 January")
	}
	return at.Format("15:04 on 2 January 2006")
}

func (h *home) draw() []string {
	t, sg := h.v.env.Theme, h.v.env.Signs
	out := make([]string, 0, h.h)
	for _, l := range h.top {
		out = append(out, "  "+l)
	}
	out = append(out, "")
	return append(out, kit.Rows(&h.list, h.w, t, sg, func(i int, selected bool) string {
		w := h.rows[i]
		state := "finished " + clock(w.Finished, h.v.env.Now)
		if w.Finished.IsZero() {
			state = "unfinished, " + clock(w.Changed, h.v.env.Now)
		}
		title := named(w)
		if selected {
			title = t.Selected.Paint(title)
		}
		if w.Setting != "" {
			title += t.Quiet.Paint("  " + w.Setting)
		}
		return kit.Spread(title, t.Quiet.Paint(state)+" ", h.w-2, sg)
	})...)
}

func (h *home) actions() []kit.Action {
	out := []kit.Action{}
	if len(h.rows) > 0 {
		word := "open"
		if h.rows[h.list.At].Finished.IsZero() {
			word = "resume"
		}
		out = append(out, kit.Action{ID: "concern.open", Keys: []string{"enter", "right", "l"}, Label: word, Help: "Open the selected walkthrough where it stood", Do: h.open})
	}
	out = append(out, kit.Action{ID: "concern.new", Keys: []string{"n"}, Label: "new", Help: "Start a walkthrough", Do: h.start})
	if len(h.rows) > 0 && h.rows[h.list.At].Finished.IsZero() {
		out = append(out, kit.Action{ID: "concern.discard", Keys: []string{"x"}, Label: "discard", Help: "Give the selected unfinished walkthrough up", Do: h.discard})
	}
	step := func(n int) func() tea.Cmd {
		return func() tea.Cmd { h.list.Move(n); return nil }
	}
	return append(out,
		kit.Action{ID: "down", Keys: []string{"down", "j"}, Quiet: true, Help: "Down one row", Do: step(1)},
		kit.Action{ID: "up", Keys: []string{"up", "k"}, Quiet: true, Help: "Up one row", Do: step(-1)},
	)
}

func (h *home) start() tea.Cmd {
	switch h.v.env.Notes {
	case kit.NotesAbsent, kit.NotesLocked:
		return func() tea.Msg { return kit.AskUnsaved }
	}
	h.v.goTo(newGate(h.v))
	return nil
}

func (h *home) open() tea.Cmd {
	w := h.rows[h.list.At]
	if w.Finished.IsZero() {
		return h.v.resume(w)
	}
	c := w.Clone()
	h.v.live = &c
	h.v.goTo(newSummary(h.v))
	return nil
}

// discard asks first: it can't be taken back.
func (h *home) discard() tea.Cmd {
	w := h.rows[h.list.At]
	question := kit.Confirm{
		Text: "Discard the unfinished walkthrough from " + clock(w.Changed, h.v.env.Now) + " for " + named(w) + "? What was recorded in it is then gone.",
		Safe: "Keep it", Risk: "Discard it",
		Do: func() tea.Cmd { return h.v.discard(w.ID) },
	}
	return func() tea.Msg { return question }
}

func (h *home) click(_, y int) tea.Cmd {
	i := h.list.Row(y - len(h.top) - 1)
	if i < 0 {
		return nil
	}
	if i == h.list.At {
		return h.open()
	}
	h.list.Select(i)
	return nil
}

func (h *home) wheel(_, _, n int) {
	h.list.Move(n)
}

func (h *home) cursor() *tea.Cursor { return nil }
