package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// summary is the closing page: what was seen and told with its evidence, the
// protective factors, what isn't known and who might know it, the protocol's
// caution, and whom to turn to. It has no total and no level.
type summary struct {
	v      *View
	w, h   int
	page   *document.Page
	scroll kit.Scroll
	// turn is whom to turn to, beside what is known where there is room for both.
	turn kit.Detail
}

func newSummary(v *View) *summary {
	v.stand(stageClosing)
	return &summary{v: v}
}

func (s *summary) resize(w, h int) {
	s.w, s.h = w, h
	s.redraw()
}

func (s *summary) actions() []kit.Action {
	out := append(s.ends(), kit.PageKeys(&s.scroll)...)
	if s.beside() {
		out = append(out, kit.ScrollKeys(&s.turn.Scroll, "whom to turn to")...)
	}
	return out
}

// ends are what can follow the closing page.
func (s *summary) ends() []kit.Action {
	if !s.v.live.Finished.IsZero() {
		return []kit.Action{
			{ID: "decide", Binding: kit.Keys("decide", "d"), Help: "Record the decision, with its reasons", Disabled: off(s.v.keep != nil, nowhere), Run: s.decide},
			{ID: "back", Binding: kit.Keys("concern", "esc"), Help: "To the concern: decisions, actions, sharing, filing", Run: s.v.leaveSaved},
		}
	}
	out := []kit.Action{
		{ID: "decide", Binding: kit.Keys("finish and decide", "d"), Help: "Finish the walkthrough, which is then kept as it is, and record the decision", Disabled: off(s.v.keep != nil, nowhere), Run: s.finishAndDecide},
		{ID: "finish", Binding: kit.Keys("finish", "F"), Help: "Finish: close the walkthrough and keep it as it is", Run: s.finish},
		{ID: "back", Binding: kit.Keys("back to the signs", "esc"), Help: "Back to the signs and factors", Run: s.back},
	}
	if s.v.keep == nil {
		save := kit.Action{ID: "save", Binding: kit.Keys("save it", "ctrl+s"), Help: "Open your private notes and keep this walkthrough", Run: func() tea.Cmd {
			return func() tea.Msg { return kit.AskUnlock }
		}}
		out = append([]kit.Action{save}, out...)
	}
	return out
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
	text := "Finish this walkthrough? Its answers and what is written below them can't be changed after that. What becomes known later is added to the concern, and a mistake is corrected beside it."
	if slices.ContainsFunc(s.v.live.Entries, func(e model.Entry) bool { return e.Answer == model.NotConsidered }) {
		text += " Something is written down without an answer: it stays without one."
	}
	question := kit.Confirm{Text: text, Safe: "Not yet", Risk: risk, Do: func() tea.Cmd { return s.v.finish(then) }}
	return func() tea.Msg { return question }
}

// decide opens the decision's form for the walkthrough's concern.
func (s *summary) decide() tea.Cmd {
	c := s.v.concern(s.v.live.ConcernID())
	if c == nil {
		return kit.Fail("The walkthrough is not in your notes. It is still on this screen; ctrl+s keeps it.")
	}
	s.v.live = nil
	s.v.goTo(newEntry(s.v, c, model.KindDecision, nil))
	return nil
}

func (s *summary) back() tea.Cmd {
	k := newWalk(s.v)
	s.v.goTo(k)
	k.restore()
	return s.v.saveSoon()
}

func (s *summary) seal() tea.Cmd { return s.v.sealLive() }

// click does what the button below it says.
func (s *summary) click(x, y int) tea.Cmd {
	if !s.beside() || x < closingSplit.List(s.w) {
		return nil
	}
	_, h := kit.Inside(s.w, s.h)
	steps := s.steps()
	if i := y - kit.PaneTop - (h - len(steps)); i >= 0 && i < len(steps) {
		return steps[i].Run()
	}
	return nil
}

func (s *summary) wheel(x, _, n int) {
	if s.beside() && x >= closingSplit.List(s.w) {
		s.turn.By(n)
		return
	}
	s.scroll.By(n)
}

func (s *summary) cursor() *tea.Cursor { return nil }
