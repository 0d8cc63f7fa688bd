package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// summary is the closing page: what was seen and told with its evidence, the
// protective factors, what isn't known and who might know it, the protocol's
// caution, and whom to turn to. It has no total and no level.
type summary struct {
	text
	// turn is whom to turn to, beside what is known where there is room for both.
	turn component.Detail
}

// closingSplit is the closing page's: what is known, and whom to turn to.
var closingSplit = component.Split{Share: 55, Least: 60, Most: 92, Narrow: 60}

func newSummary(v *View) *summary {
	v.live.Stand(walk.StageClosing)
	s := &summary{text: text{v: v}, turn: component.Detail{Key: "shift+down"}}
	s.Lay = s.lay
	return s
}

// beside reports whether there is room for both, which are prose.
func (s *summary) beside() bool { return s.v.w >= component.Roomy }

func (s *summary) SetSize(w, h int) {
	if s.beside() {
		w = closingSplit.List(w) + 2 // no inset
	}
	s.text.SetSize(w, h)
}

// lay writes the closing page, the same on paper and in plain lines.
func (s *summary) lay() []string {
	env, t := s.v.env, s.v.env.Theme
	s.turn.Drop()
	d := document.ClosingOf(env, s.v.live.Walkthrough)
	p := s.page(component.MaxText)
	if s.beside() {
		d.Blocks, _ = document.ClosingBeside(env, s.v.live.Walkthrough)
	} else {
		p.Text(t.Heading, model.CleanLine(d.Title))
	}
	switch {
	case s.v.keep == nil:
		p.Text(t.Alert, "NOT SAVED: ctrl+s keeps it")
	case !s.beside():
		p.Text(t.Quiet, s.v.savedWord())
	}
	p.Write(d.Blocks...)
	return p.Painted()
}

func (s *summary) View() []string {
	if !s.beside() {
		return s.draw(component.Pane{Title: "Closing page"})
	}
	t, sg, w, h := s.v.env.Theme, s.v.env.Signs, s.v.w, s.v.h
	known := component.Pane{
		Title: "Closing page: " + model.ReferenceWords(s.v.live.Ref), Right: s.v.whoFor(), Bottom: s.Says(sg),
		Focus: true,
	}
	if s.v.keep != nil {
		known.Bottom = strings.TrimPrefix(known.Bottom+" "+sg.Dot+" "+s.v.savedWord(), " "+sg.Dot+" ")
	}
	steps, room := s.steps()
	turn := append(make([]string, 0, room), s.turn.Draw(s.v.live.ID, room-1, s.layTurn)...)
	for len(turn) < room {
		turn = append(turn, "")
	}
	for i, a := range steps {
		key, word := component.KeyName(a.Keys()[0], sg), component.Capital(a.Label())
		turn = append(turn, component.KeyChip(key, word, i == 0, t))
	}
	return component.Beside(known.Draw(s.Reader.View(), closingSplit.List(w), h, t, sg),
		s.turn.Pane("Whom to turn to", sg).Draw(turn, closingSplit.Pane(w), h, t, sg))
}

func (s *summary) layTurn() []string {
	p := s.v.page(closingSplit.Text(s.v.w, s.v.h))
	_, turn := document.ClosingBeside(s.v.env, s.v.live.Walkthrough)
	p.Write(turn...)
	return p.Painted()
}

// steps are what can be done next, the likeliest first, and the lines above them.
func (s *summary) steps() (out []component.Action, above int) {
	for _, a := range s.ends() {
		if a.Disabled == "" && a.ID != "back" {
			out = append(out, a)
		}
	}
	_, h := component.Inside(s.v.w, s.v.h)
	return out, h - len(out)
}

// Update scrolls, and does what the button below whom to turn to says.
func (s *summary) Update(msg tea.Msg) tea.Cmd {
	right := func(x int) bool { return s.beside() && x >= closingSplit.List(s.v.w) }
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		steps, above := s.steps()
		if i := msg.Y - component.PaneTop - above; right(msg.X) && i >= 0 && i < len(steps) {
			return steps[i].Run()
		}
	case tea.MouseWheelMsg:
		if right(msg.X) {
			s.turn.By(component.Wheel(msg))
			return nil
		}
	}
	return s.text.Update(msg)
}

func (s *summary) Actions() []component.Action {
	out := append(s.ends(), component.PageKeys(&s.Scroll)...)
	if s.beside() {
		out = append(out, s.turn.Scroll.Keys("whom to turn to", max(s.turn.Height()/2, 1), func() {})...)
	}
	return out
}

// ends are what can follow the closing page.
func (s *summary) ends() []component.Action {
	waits := off(s.v.keep != nil, "There is nowhere to keep a decision yet: ctrl+s opens your notes and saves this "+
		"walkthrough first.")
	if s.v.live.Final() {
		return []component.Action{
			unless(waits, act("decide", "decide", "Record the decision, with its reasons", s.decide, "d")),
			act("back", "concern", "To the concern: decisions, actions, sharing, filing", s.v.leaveSaved, "esc"),
		}
	}
	var out []component.Action
	if s.v.keep == nil {
		out = append(out, saveIt())
	}
	return append(
		out,
		unless(waits, act("decide", "finish and decide", "Finish the walkthrough, which is then kept as it is, and "+
			"record the decision", func() tea.Cmd { return s.finish("Finish it and decide", s.decide) }, "d")),
		act("finish", "finish", "Finish: close the walkthrough and keep it as it is", func() tea.Cmd {
			return s.finish("Finish it", func() tea.Cmd { s.Redraw(); return nil })
		}, "F"),
		act("back", "back to the signs", "Back to the signs and factors", func() tea.Cmd {
			s.v.toItems()
			return s.v.saveSoon()
		}, "esc"),
	)
}

func saveIt() component.Action {
	return act("save", "save it", "Open your private notes and keep this walkthrough",
		func() tea.Cmd { return tell(component.AskUnlock) }, "ctrl+s")
}

// finish asks once before the walkthrough is closed for good.
func (s *summary) finish(risk string, then func() tea.Cmd) tea.Cmd {
	v := s.v
	if v.keep == nil {
		return component.Fail("There is nowhere to keep it yet: ctrl+s opens your notes and saves it. It is all " +
			"still here.")
	}
	text := "Finish this walkthrough? Its answers and what is written below them can't be changed after that. What " +
		"becomes known later is added to the concern, and a mistake is corrected beside it."
	if v.live.Unanswered() {
		text += " Something is written down without an answer: it stays without one."
	}
	return tell(component.Confirm{
		Text: text, Safe: "Not yet", Risk: risk,
		Do: func() tea.Cmd {
			v.live.Finish()
			return v.after(v.save(), func() tea.Cmd {
				v.read()
				return then()
			})
		},
	})
}

func (s *summary) decide() tea.Cmd {
	c := s.v.concern(s.v.live.ConcernID())
	if c == nil {
		return component.Fail("The walkthrough is not in your notes. It is still on this screen; ctrl+s keeps it.")
	}
	s.v.live = nil
	s.v.goTo(newEntry(s.v, walk.NewEntry(s.v.env, c, model.KindDecision)))
	return nil
}
