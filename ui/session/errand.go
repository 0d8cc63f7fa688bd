package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/app"
	"isspp/ui/kit"
)

// question is one step of an errand: a line to type, or a row to choose.
type question struct {
	// ask is the question, and hint what is said below it.
	ask, hint string
	// about, where set, is said above it of what was answered before.
	about  func(given []string) string
	secret bool
	// preset stands in the line to begin with.
	preset string
	// rows, where there are any, are chosen from; the answer is the row's value.
	rows, values []string
	// check says why an answer won't do, or is empty.
	check func(answer string, given []string) string
	// look says, beside the app since it asks the disk, why an answer won't do.
	look func(answer string) string
	// skip tells that the question does not arise.
	skip func(given []string) bool
}

// result is what an errand did, in lines for the person.
type result struct {
	said []string
	err  error
	// gone tells that the notes were closed for it: the session ends after it.
	gone bool
	// changed tells that records came in, which the views are to show.
	changed bool
	// accepted tells that older notes count as the right ones from now on.
	accepted bool
}

// soughtMsg carries what looking at an answer found to the errand that waits for it.
type soughtMsg struct {
	e               *errand
	answer, problem string
}

// errandMsg carries a result to the errand that waits for it.
type errandMsg struct {
	e *errand
	result
}

// errand is something done for the notes from the app: a few questions, the doing
// beside the app, and a page that says what was done. Esc goes back a step, and
// nothing is done before the last question is answered.
type errand struct {
	*sheet
	s     *open
	title string
	intro string
	// busyWords stand there while it is done.
	busyWords string
	steps     []question
	do        func(given []string) result
	// then, where set, is what follows when the person has read what was done.
	then func() app.Overlay

	at      int
	given   []string
	problem string
	rows    *kit.List
	busy    bool
	done    *result
}

func (s *open) errand(e *errand) *errand {
	e.s = s
	e.sheet = newSheet(s.env, e.words)
	e.given = make([]string, len(e.steps))
	e.at = -1
	e.forward()
	return e
}

// forward goes to the next question that arises; it tells whether there is one.
func (e *errand) forward() bool {
	for e.at++; e.at < len(e.steps); e.at++ {
		if skip := e.steps[e.at].skip; skip == nil || !skip(e.given) {
			e.enter()
			return true
		}
		e.given[e.at] = ""
	}
	return false
}

// backward goes to the question before; it tells whether there is one.
func (e *errand) backward() bool {
	for e.at--; e.at >= 0; e.at-- {
		if skip := e.steps[e.at].skip; skip == nil || !skip(e.given) {
			e.enter()
			return true
		}
	}
	return false
}

func (e *errand) enter() {
	q := &e.steps[e.at]
	e.field.Set(q.preset)
	e.field.Secret(q.secret)
	e.rows = nil
	if q.rows != nil {
		e.rows = &kit.List{}
		e.rows.SetLen(len(q.rows))
	}
	e.Redraw()
}

func (e *errand) words(p *kit.Page) {
	t := e.s.env.Theme
	p.Text(t.Heading, e.title)
	p.Gap()
	switch {
	case e.done != nil:
		e.doneWords(p)
		return
	case e.busy:
		p.Text(t.Plain, e.busyWords)
		return
	}
	if e.problem != "" {
		p.Text(t.Alert, model.Clean(e.problem))
		p.Gap()
	}
	if e.at == 0 && e.intro != "" {
		p.Text(t.Plain, e.intro)
		p.Gap()
	}
	if e.at >= len(e.steps) {
		return
	}
	q := &e.steps[e.at]
	if q.about != nil {
		p.Text(t.Alert, model.CleanLine(q.about(e.given)))
		p.Gap()
	}
	p.Text(t.Strong, q.ask)
	if e.rows != nil {
		e.rowWords(p, q)
	} else {
		e.line(p)
	}
	if q.hint != "" {
		p.Gap()
		p.Text(t.Quiet, q.hint)
	}
}

// rowWords lists the rows to choose from; the selected one carries the bar.
func (e *errand) rowWords(p *kit.Page, q *question) {
	t, sg := e.s.env.Theme, e.s.env.Signs
	for i, r := range q.rows {
		r = kit.Fit(model.CleanLine(r), p.Width-2, sg)
		if i == e.rows.At {
			e.row = len(p.Lines) + 1
			p.Raw(t.Accent.Paint(sg.Bar)+" "+t.Selected.Paint(r), r)
			continue
		}
		p.Raw("  "+r, r)
	}
}

func (e *errand) doneWords(p *kit.Page) {
	t := e.s.env.Theme
	if e.done.err != nil {
		p.Text(t.Alert, model.Clean(e.done.err.Error()))
	}
	for _, line := range e.done.said {
		p.Text(t.Plain, model.Clean(line))
	}
	p.Gap()
	switch {
	case e.done.gone:
		p.Text(t.Quiet, "Enter: the notes are locked now; unlock them to go on.")
	case e.then != nil && e.done.err == nil:
		p.Text(t.Quiet, "Enter goes on.")
	default:
		p.Text(t.Quiet, "Enter goes back.")
	}
}

// Key answers, goes back, or moves in the rows and the text.
func (e *errand) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	if e.busy {
		return false, nil
	}
	if e.done != nil {
		return false, e.read(k)
	}
	switch k.String() {
	case "esc", "ctrl+c":
		e.problem = ""
		if !e.backward() {
			return false, e.s.backToUpkeep()
		}
		return false, nil
	case "enter":
		return false, e.answer()
	}
	switch {
	case e.rows != nil:
		listKey(e.rows, k.String())
		e.Redraw()
	case e.Typing():
		e.field.Type(k)
	}
	return false, nil
}

// listKey moves in a list as everywhere in the app.
func listKey(l *kit.List, key string) {
	switch key {
	case "down", "j":
		l.Move(1)
	case "up", "k":
		l.Move(-1)
	case "pgdown":
		l.Move(8)
	case "pgup":
		l.Move(-8)
	case "home", "g":
		l.Select(0)
	case "end", "G":
		l.Select(l.Len - 1)
	}
}

// read scrolls what was done, and goes on from it.
func (e *errand) read(k tea.KeyPressMsg) tea.Cmd {
	switch k.String() {
	case "enter", "esc", "q":
		switch {
		case e.done.gone:
			return e.s.leave(e.s.place())
		case e.then != nil && e.done.err == nil:
			e.s.app.Open(e.then())
		default:
			return e.s.backToUpkeep()
		}
	case "down", "j":
		e.scroll.By(1)
	case "up", "k":
		e.scroll.By(-1)
	case "pgdown", "space":
		e.scroll.By(e.h - 1)
	case "pgup":
		e.scroll.By(1 - e.h)
	}
	return nil
}

// answer takes the answer and asks the next, or does it.
func (e *errand) answer() tea.Cmd {
	if e.at < len(e.steps) {
		q := &e.steps[e.at]
		typed := e.field.Value()
		if !q.secret {
			typed = strings.TrimSpace(typed)
		}
		if e.rows != nil {
			typed = ""
			if e.rows.At >= 0 {
				typed = q.values[e.rows.At]
			}
		}
		e.problem = ""
		if q.check != nil {
			if e.problem = q.check(typed, e.given); e.problem != "" {
				e.enter()
				return nil
			}
		}
		if q.look != nil {
			e.busy = true
			look := q.look
			return func() tea.Msg { return soughtMsg{e, typed, look(typed)} }
		}
		return e.accept(typed)
	}
	return e.begin()
}

// accept takes an answer that will do and goes on.
func (e *errand) accept(answer string) tea.Cmd {
	e.given[e.at] = answer
	if e.forward() {
		return nil
	}
	return e.begin()
}

// sought goes on with an answer that was looked at, or says why it won't do. It
// comes from the session, since what follows may be a command.
func (e *errand) sought(m soughtMsg) tea.Cmd {
	e.busy = false
	if m.problem == "" {
		return e.accept(m.answer)
	}
	e.problem = m.problem
	e.field.Set(m.answer)
	e.Redraw()
	return nil
}

// begin does it, beside the app.
func (e *errand) begin() tea.Cmd {
	e.busy = true
	e.Redraw()
	given, do := append([]string(nil), e.given...), e.do
	clear(e.given)
	return func() tea.Msg { return errandMsg{e, do(given)} }
}

// Message takes what was done.
func (e *errand) Message(msg tea.Msg) {
	m, ok := msg.(errandMsg)
	if !ok || m.e != e {
		return
	}
	e.busy, e.done = false, &m.result
	if m.gone {
		e.s.closed()
	}
	if m.accepted {
		e.s.older = ""
	}
	e.Redraw()
	e.scroll.By(-e.scroll.Len)
}

// Click chooses a row.
func (e *errand) Click(_, y int) (bool, tea.Cmd) {
	if e.rows == nil || e.busy || e.done != nil {
		return false, nil
	}
	if i := e.rows.At + e.scroll.Top + y + 1 - e.row; i >= 0 && i < e.rows.Len {
		e.rows.Select(i)
		e.Redraw()
	}
	return false, nil
}

// Hints are the keys.
func (e *errand) Hints() []kit.Action {
	if e.busy {
		return nil
	}
	if e.done != nil {
		out := []kit.Action{{Keys: []string{"enter"}, Label: "go on"}}
		if above, below := e.scroll.More(); above || below {
			out = append(out, kit.Action{Keys: []string{"down"}, Label: "more"})
		}
		return out
	}
	label := "go on"
	if e.at == len(e.steps)-1 {
		label = "do it"
	}
	return []kit.Action{{Keys: []string{"enter"}, Label: label}, {Keys: []string{"esc"}, Label: "back"}}
}
