package session

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// result is what a wizard did, in lines for the person.
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

// wizardMsg carries a result to the wizard that waits for it.
type wizardMsg struct {
	e *wizard
	result
}

// lookedIntoMsg says why an answer won't do after all, or that it does.
type lookedIntoMsg struct {
	e       *wizard
	answer  string
	problem string
}

// wizard is something done for the notes from the app: a few questions, the doing
// beside the app, and a page that says what was done. Esc goes back a step, and
// nothing is done before the last question is answered.
type wizard struct {
	*promptPage
	s     *notesSession
	title string
	intro string
	// busyWords stand there while it is done.
	busyWords string
	steps     []question
	do        func(given []string) result
	// then, where set, is what follows in place of a page that says what was done.
	then func() kit.Dialog
	// home, where set, is where it ends in place of the list of what can be done.
	home func() tea.Cmd

	at int
	// first is the question that the wizard begins with.
	first int
	given []string
	// kept are the answers that are no secret, for whoever comes back to a question.
	kept    []string
	problem string
	rows    *kit.List
	// byKey tells that the recovery key is typed in place of the passphrase.
	byKey   bool
	looking bool
	busy    bool
	done    *result
}

func (s *notesSession) wizard(e *wizard) *wizard {
	e.s = s
	e.promptPage = newPromptPage(s.env, e)
	e.given, e.kept = make([]string, len(e.steps)), make([]string, len(e.steps))
	e.start()
	return e
}

// back goes to where it was begun from.
func (e *wizard) back() tea.Cmd {
	if e.home != nil {
		return e.home()
	}
	return e.s.backToUpkeep()
}

// start asks the first question.
func (e *wizard) start() {
	e.at, e.first, e.done, e.problem = -1, 0, nil, ""
	e.forward()
	e.first = e.at
	e.Redraw()
}

// forward goes to the next question that arises; it tells whether there is one.
func (e *wizard) forward() bool {
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
func (e *wizard) backward() bool {
	for e.at--; e.at >= 0; e.at-- {
		if skip := e.steps[e.at].skip; skip == nil || !skip(e.given) {
			e.enter()
			return true
		}
	}
	return false
}

// question is the one that is asked, or nil before the first and after the last.
func (e *wizard) question() *question {
	if e.at < 0 || e.at >= len(e.steps) {
		return nil
	}
	return &e.steps[e.at]
}

// enter shows the question, with what was answered before.
func (e *wizard) enter() {
	q := &e.steps[e.at]
	before := e.kept[e.at]
	e.byKey = false
	e.field.Set(before)
	if before == "" {
		e.field.Set(q.preset)
	}
	e.field.Secret(q.secret)
	e.rows = nil
	if q.rows != nil {
		e.rows = &kit.List{}
		e.rows.SetLen(len(q.rows))
		for i, v := range q.values {
			if v == before && before != "" {
				e.rows.Select(i)
			}
		}
	}
	e.Redraw()
}

// Key answers, goes back, or moves in the rows and the text.
func (e *wizard) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	switch {
	case e.busy || e.looking:
		return false, nil
	case e.done != nil:
		return false, e.read(k)
	}
	switch k.String() {
	case "esc", "ctrl+c":
		e.problem = ""
		if !e.backward() {
			return false, e.back()
		}
		return false, nil
	case "ctrl+r":
		e.otherSecret()
		return false, nil
	case "enter":
		return false, e.answer()
	}
	switch {
	case e.rows != nil:
		listKey(e.rows, k.String())
		e.Redraw()
	case e.at >= 0:
		e.field.Type(k)
	}
	return false, nil
}

// otherSecret takes the recovery key in place of the passphrase, or back.
func (e *wizard) otherSecret() {
	if q := e.question(); q == nil || !q.orKey {
		return
	}
	e.byKey, e.problem = !e.byKey, ""
	e.field.Set("")
	e.field.Secret(!e.byKey)
	e.Redraw()
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
func (e *wizard) read(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); key {
	case "enter", "esc", "q":
		switch {
		case e.done.gone:
			return e.s.leave(e.s.place())
		case key == "enter" && e.again():
			e.start()
			e.Redraw()
			return nil
		}
		return e.back()
	case "down", "j":
		e.scroll.By(1)
	case "up", "k":
		e.scroll.By(-1)
	case "pgdown", "space":
		e.scroll.By(e.H - 1)
	case "pgup":
		e.scroll.By(1 - e.H)
	case "home", "g":
		e.scroll.By(-e.scroll.Len)
	case "end", "G":
		e.scroll.By(e.scroll.Len)
	}
	return nil
}

// again tells that it failed and can be tried anew, with other answers.
func (e *wizard) again() bool {
	return e.done != nil && e.done.err != nil && !e.done.gone && len(e.steps) > 0
}

// answer takes the answer and asks the next, looks into it, or does it.
func (e *wizard) answer() tea.Cmd {
	q := e.question()
	switch {
	case e.at < 0:
		return nil // on the way back to the list
	case q == nil:
		return e.begin()
	}
	typed := e.typed(q)
	e.problem = ""
	switch {
	case q.leaves != nil && q.leaves(typed):
		return e.back()
	case q.check != nil:
		e.problem = q.check(typed, e.given)
	}
	switch {
	case e.problem != "":
		e.refused(q)
		return nil
	case q.look != nil:
		e.looking = true
		e.Redraw()
		given, look := append([]string(nil), e.given...), q.look
		return func() tea.Msg { return lookedIntoMsg{e, typed, look(typed, given)} }
	}
	return e.take(typed)
}

// typed is the answer as it stands.
func (e *wizard) typed(q *question) string {
	switch {
	case e.rows != nil && e.rows.At >= 0:
		return q.values[e.rows.At]
	case e.rows != nil:
		return ""
	case e.byKey:
		return keyMark + e.field.Value()
	case q.secret:
		return e.field.Value()
	case q.path:
		return typedPath(e.field.Value())
	}
	return strings.TrimSpace(e.field.Value())
}

// refused keeps what was typed where it can be seen, to be put right; a secret is
// typed anew.
func (e *wizard) refused(q *question) {
	if q.secret && !e.byKey {
		e.field.Set("")
	}
	e.Redraw()
}

// take keeps an answer and goes on.
func (e *wizard) take(answer string) tea.Cmd {
	e.given[e.at] = answer
	if !e.steps[e.at].secret {
		e.kept[e.at] = answer
	}
	if e.forward() {
		return nil
	}
	return e.begin()
}

// lookedInto takes what was found out about an answer.
func (e *wizard) lookedInto(m lookedIntoMsg) tea.Cmd {
	e.looking = false
	if m.problem == "" {
		return e.take(m.answer)
	}
	if q := e.question(); q != nil {
		e.problem = m.problem
		e.refused(q)
	}
	return nil
}

// begin does it, beside the app.
func (e *wizard) begin() tea.Cmd {
	e.busy = true
	e.Redraw()
	given, do := append([]string(nil), e.given...), e.do
	clear(e.given)
	return func() tea.Msg { return wizardMsg{e, do(given)} }
}

// Message takes what was done.
func (e *wizard) Message(msg tea.Msg) {
	m, ok := msg.(wizardMsg)
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

// click chooses a row.
func (e *wizard) click(y int) {
	if e.rows == nil || e.busy || e.looking || e.done != nil {
		return
	}
	if i := e.rows.At + e.scroll.Top + y + 1 - e.row; i >= 0 && i < e.rows.Len {
		e.rows.Select(i)
		e.Redraw()
	}
}

// Working reports whether it is being done, or looked into.
func (e *wizard) Working() bool { return e.busy || e.looking }
