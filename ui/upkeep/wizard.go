package upkeep

import (
	"cmp"
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
)

// Wizard is an operation in the app: a few questions, the doing beside the app, and a
// page that says what was done. Esc goes back a step, and nothing is done before the
// last question is answered.
type Wizard struct {
	*Page
	Operation
	// back goes to where it was begun from, and then follows what was done; leave ends the
	// session once the notes were closed.
	back, leave func() tea.Cmd
	then        func(Result) tea.Cmd

	at int
	// begun is the question that the wizard begins with.
	begun int
	given Answers
	// kept are the answers that are no secret, for whoever comes back to a question.
	kept    map[string]string
	problem string
	rows    *component.List
	// byKey tells that the recovery key is typed in place of the passphrase.
	byKey   bool
	looking bool
	busy    bool
	done    *Result
}

// NewWizard asks an operation's first question. back goes to where it was begun from, then
// follows what was done, and leave ends the session once the notes were closed.
func NewWizard(env *component.Env, o Operation, back, leave func() tea.Cmd, then func(Result) tea.Cmd) *Wizard {
	w := &Wizard{Operation: o, back: back, leave: leave, then: then, kept: map[string]string{}}
	w.Page = NewPage(env, w)
	w.start()
	return w
}

// Begin does at once what asks nothing.
func (w *Wizard) Begin() tea.Cmd {
	if len(w.Steps) > 0 || w.done != nil {
		return nil
	}
	return w.begin()
}

func (w *Wizard) start() {
	w.at, w.done, w.problem, w.given = -1, nil, "", With()
	if w.Refused != nil {
		w.done = &Result{Err: w.Refused}
	}
	w.forward()
	w.begun = w.at
	w.Redraw()
}

// forward goes to the next question that arises, and reports whether there is one.
func (w *Wizard) forward() bool {
	for w.at++; w.at < len(w.Steps); w.at++ {
		q := &w.Steps[w.at]
		if q.Skip == nil || !q.Skip(w.given) {
			w.enter()
			return true
		}
		delete(w.given.Text, q.Key)
		delete(w.given.Found, q.Key)
	}
	return false
}

// backward goes to the question before, and reports whether there is one.
func (w *Wizard) backward() bool {
	q := w.question()
	if q != nil && w.rows == nil && !q.Secret {
		w.kept[q.Key] = w.Field.Value()
	}
	if q != nil && q.First {
		w.at = 0
	}
	for w.at--; w.at >= 0; w.at-- {
		if skip := w.Steps[w.at].Skip; skip == nil || !skip(w.given) {
			w.enter()
			return true
		}
	}
	return false
}

func (w *Wizard) question() *Question {
	if w.at < 0 || w.at >= len(w.Steps) {
		return nil
	}
	return &w.Steps[w.at]
}

// enter shows the question, with what was answered before.
func (w *Wizard) enter() {
	q := w.question()
	before := w.kept[q.Key]
	w.byKey, w.Count, w.rows = false, q.Count, nil
	w.Field.Set(cmp.Or(before, q.Preset))
	w.Field.Secret(q.Secret)
	if q.Rows != nil {
		w.rows = &component.List{}
		w.rows.SetLen(len(q.Rows))
		for i, v := range q.Values {
			if v == before && before != "" {
				w.rows.Select(i)
			}
		}
	}
	w.Redraw()
}

// Key answers, goes back, or moves in the rows and the text.
func (w *Wizard) Key(k tea.KeyPressMsg) (bool, tea.Cmd) {
	q := w.question()
	switch {
	case w.busy || w.looking:
		return false, nil
	case w.done != nil:
		return false, w.read(k)
	case q == nil:
		return false, nil // on the way back to the list
	}
	switch key := k.String(); {
	case (key == "esc" || key == "ctrl+c") && q.Stay != "":
		w.problem = q.Stay
		w.Redraw()
	case key == "esc", key == "ctrl+c":
		w.problem = ""
		if !w.backward() {
			return false, w.back()
		}
	case key == "ctrl+r" && q.ShownAgain:
		w.problem = ""
		w.backward()
	case key == "ctrl+r" && q.OrKey:
		w.byKey, w.problem = !w.byKey, ""
		w.Field.Set("")
		w.Field.Secret(!w.byKey)
		w.Redraw()
	case key == "enter":
		return false, w.answer(q)
	case w.rows != nil:
		move(w.rows, key)
		w.Redraw()
	default:
		w.Field.Type(k)
	}
	return false, nil
}

// move moves in a list as everywhere in the app.
func move(l *component.List, key string) {
	if a, ok := component.Find(component.RowKeys(l.Move, l.Move, 8), key); ok {
		a.Run()
	}
}

func (w *Wizard) read(k tea.KeyPressMsg) tea.Cmd {
	switch key := k.String(); {
	case key != "enter" && key != "esc" && key != "q":
		w.scroll.Take(k)
		return nil
	case w.done.Closed:
		return w.leave()
	case key == "enter" && w.again():
		w.start()
		return nil
	}
	return w.back()
}

// again reports whether it failed and can be tried anew, with other answers.
func (w *Wizard) again() bool {
	return w.done.Err != nil && !w.done.Closed && w.Refused == nil && len(w.Steps) > 0
}

// answer takes the answer and asks the next, looks into it, or does it.
func (w *Wizard) answer(q *Question) tea.Cmd {
	typed := w.typed(q)
	w.problem = ""
	switch {
	case q.Leaves != nil && q.Leaves(typed):
		w.at = -1
		return w.back()
	case q.Check != nil:
		w.problem = q.Check(typed, w.given)
	}
	switch {
	case w.problem != "":
		w.refused(q)
		return nil
	case q.Look != nil:
		w.looking = true
		w.Redraw()
		given, look := w.given.clone(), q.Look
		return component.Ask(w, func() tea.Msg {
			found, problem := look(typed, given)
			return Next(func() tea.Cmd {
				if w.looking, w.problem = false, problem; problem != "" {
					w.refused(q)
					return nil
				}
				w.given.Found[q.Key] = found
				return w.take(q, typed)
			})
		})
	}
	return w.take(q, typed)
}

func (w *Wizard) typed(q *Question) string {
	switch {
	case q.Shows != nil, w.rows != nil && w.rows.At < 0:
		return ""
	case w.rows != nil:
		return q.Values[w.rows.At]
	case w.byKey:
		return keyMark + w.Field.Value()
	case q.Secret:
		return w.Field.Value()
	case q.Path:
		return typedPath(w.Field.Value())
	}
	return strings.TrimSpace(w.Field.Value())
}

// refused keeps what was typed where it can be seen, to be put right; a secret is
// typed anew.
func (w *Wizard) refused(q *Question) {
	switch {
	case q.Anew:
		w.backward()
	case q.Secret && !w.byKey:
		w.Field.Set("")
	}
	w.Redraw()
}

func (w *Wizard) take(q *Question, answer string) tea.Cmd {
	w.given.Text[q.Key] = answer
	if !q.Secret {
		w.kept[q.Key] = answer
	}
	if w.forward() {
		return nil
	}
	return w.begin()
}

func (w *Wizard) begin() tea.Cmd {
	w.busy = true
	w.Redraw()
	given, do := w.given.clone(), w.Do
	w.given = With()
	return component.Ask(w, func() tea.Msg { return do(given) })
}

func (a Answers) clone() Answers {
	return Answers{Text: maps.Clone(a.Text), Found: maps.Clone(a.Found)}
}

// Message takes what was done.
func (w *Wizard) Message(msg tea.Msg) tea.Cmd {
	if r, ok := msg.(Result); ok {
		w.busy, w.done = false, &r
		w.Redraw()
		w.scroll.SetYOffset(0)
		return w.then(r)
	}
	return nil
}

// Clicked chooses a row.
func (w *Wizard) Clicked(y int) {
	if w.rows == nil || w.busy || w.looking || w.done != nil {
		return
	}
	if i := w.rows.At + w.scroll.YOffset() + y + 1 - w.row; i >= 0 && i < w.rows.Len {
		w.rows.Select(i)
		w.Redraw()
	}
}

// Working reports whether it is being done, or looked into.
func (w *Wizard) Working() bool { return w.busy || w.looking }
