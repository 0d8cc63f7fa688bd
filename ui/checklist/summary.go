package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
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

func newSummary(v *View) *summary {
	v.live.Stand(walk.StageClosing)
	return &summary{text: text{screen: screen{v: v}}}
}

func (s *summary) pane() (component.Pane, bool) {
	return component.Pane{Title: "Closing page", Focus: true}, s.beside()
}

func (s *summary) actions() []component.Action {
	out := append(s.ends(), component.PageKeys(&s.scroll)...)
	if s.beside() {
		out = append(out, s.turn.Scroll.Keys("whom to turn to", max(s.turn.Height()/2, 1), func() {})...)
	}
	return out
}

// ends are what can follow the closing page.
func (s *summary) ends() []component.Action {
	waits := off(s.v.keep != nil, nowhere)
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
			"record the decision", s.finishAndDecide, "d")),
		act("finish", "finish", "Finish: close the walkthrough and keep it as it is", s.finish, "F"),
		act("back", "back to the signs", "Back to the signs and factors", s.back, "esc"),
	)
}

// saveIt keeps a walkthrough that isn't kept anywhere yet.
func saveIt() component.Action {
	return act("save", "save it", "Open your private notes and keep this walkthrough",
		func() tea.Cmd { return tell(component.AskUnlock) }, "ctrl+s")
}

// nowhere is why a decision waits.
const nowhere = "There is nowhere to keep a decision yet: ctrl+s opens your notes and saves this walkthrough first."

func (s *summary) finish() tea.Cmd {
	return s.askFinish("Finish it", func() tea.Cmd { s.redraw(); return nil })
}

func (s *summary) finishAndDecide() tea.Cmd { return s.askFinish("Finish it and decide", s.decide) }

// askFinish asks once before the walkthrough is closed for good.
func (s *summary) askFinish(risk string, then func() tea.Cmd) tea.Cmd {
	if s.v.keep == nil {
		return s.v.finish(then) // which says why not
	}
	text := "Finish this walkthrough? Its answers and what is written below them can't be changed after that. What " +
		"becomes known later is added to the concern, and a mistake is corrected beside it."
	if s.v.live.Unanswered() {
		text += " Something is written down without an answer: it stays without one."
	}
	return tell(component.Confirm{
		Text: text, Safe: "Not yet", Risk: risk,
		Do: func() tea.Cmd { return s.v.finish(then) },
	})
}

// decide opens the decision's form for the walkthrough's concern.
func (s *summary) decide() tea.Cmd {
	c := s.v.concern(s.v.live.ConcernID())
	if c == nil {
		return component.Fail("The walkthrough is not in your notes. It is still on this screen; ctrl+s keeps it.")
	}
	s.v.live = nil
	s.v.goTo(newEntry(s.v, walk.NewEntry(s.v.env, c, model.KindDecision)))
	return nil
}

func (s *summary) back() tea.Cmd {
	s.v.toItems()
	return s.v.saveSoon()
}

func (s *summary) seal() tea.Cmd { return s.v.sealLive() }

// click does what the button below it says.
func (s *summary) click(x, y int) tea.Cmd {
	if !s.beside() || x < closingSplit.List(s.v.w) {
		return nil
	}
	_, h := component.Inside(s.v.w, s.v.h)
	steps := s.steps()
	if i := y - component.PaneTop - (h - len(steps)); i >= 0 && i < len(steps) {
		return steps[i].Run()
	}
	return nil
}

func (s *summary) wheel(x, _, n int) {
	if s.beside() && x >= closingSplit.List(s.v.w) {
		s.turn.By(n)
		return
	}
	s.text.wheel(x, 0, n)
}
