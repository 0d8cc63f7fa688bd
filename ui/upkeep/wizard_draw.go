package upkeep

import (
	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/store"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Words write the page.
func (w *Wizard) Words(p *document.Page) {
	t, q := w.Env.Theme, w.question()
	p.Text(t.Heading, w.Title)
	p.Gap()
	switch {
	case w.done != nil:
		w.doneWords(p)
		return
	case w.busy:
		p.Text(t.Plain, w.Busy)
		return
	case q == nil:
		return
	case w.looking && q.Busy != "":
		p.Text(t.Plain, q.Busy)
		return
	}
	if w.problem != "" {
		p.Text(t.Alert, model.Clean(w.problem))
		p.Gap()
	}
	if w.at == w.begun {
		for _, remark := range w.Remarks {
			p.Text(t.Note, remark)
			p.Gap()
		}
		if w.Intro != "" {
			p.Text(t.Plain, w.Intro)
			p.Gap()
		}
	}
	w.questionWords(p, q)
}

func (w *Wizard) questionWords(p *document.Page, q *Question) {
	t := w.Env.Theme
	ask, hint := q.Ask, q.Hint
	switch {
	case q.Asks != nil:
		ask = q.Asks(w.given)
	case w.byKey:
		ask, hint = "The recovery key, as it was written down",
			"Spaces, dashes and capitals don't matter. ctrl+r goes back to the passphrase."
	case q.OrKey:
		hint = "Forgotten? ctrl+r takes the recovery key instead."
	}
	if q.About != nil {
		p.Text(t.Alert, name(q.About(w.given)))
		p.Gap()
	}
	switch {
	case q.Shows != nil: // the key comes first: on a low screen what comes last may be out of sight
		w.keyWords(p, q.Shows(w.given))
		p.Gap()
		p.Text(t.Plain, ask)
	case w.rows != nil:
		p.Text(t.Strong, model.Clean(ask))
		w.rowWords(p, q)
	default:
		p.Text(t.Strong, model.Clean(ask))
		w.Line(p, q.Label)
	}
	if w.looking {
		hint = "Looking."
	}
	if hint != "" {
		p.Gap()
		p.Text(t.Quiet, hint)
	}
}

func (w *Wizard) keyWords(p *document.Page, key store.RecoveryKey) {
	t, sg := w.Env.Theme, w.Env.Signs
	lines, beside := KeyLines(key)
	inside := make([]string, len(lines))
	wide := 0
	for i, l := range lines {
		inside[i] = t.Strong.Render(l) + t.Quiet.Render("    "+beside[i])
		wide = max(wide, component.Width(inside[i]))
	}
	if !w.Framed() {
		for _, l := range inside {
			p.Raw("    "+l, "    "+ansi.Strip(l))
		}
		return
	}
	for _, l := range (component.Pane{Title: "Recovery key", Focus: true}).Frame(inside, wide+4, len(inside)+2, t, sg) {
		p.Raw(l, ansi.Strip(l))
	}
}

// rowWords lists the rows to choose from; the selected one carries the bar, and
// stands below in full where it had to be cut.
func (w *Wizard) rowWords(p *document.Page, q *Question) {
	t, sg := w.Env.Theme, w.Env.Signs
	whole := ""
	for i, r := range q.Rows {
		cut := component.Fit(r, p.Width-2, sg)
		if i != w.rows.At {
			p.Raw("  "+cut, cut)
			continue
		}
		w.row = len(p.Lines) + 1
		p.Raw(t.Accent.Render(sg.Bar)+" "+t.Selected.Render(cut), cut)
		if component.Width(r) > p.Width-2 {
			whole = name(r)
		}
	}
	if whole != "" {
		p.Gap()
		p.Text(t.Plain, whole)
	}
}

func (w *Wizard) doneWords(p *document.Page) {
	t := w.Env.Theme
	if w.done.Err != nil {
		p.Text(t.Alert, model.Clean(w.done.Err.Error()))
	}
	for _, l := range w.done.Said {
		if text, ok := l.inApp(); ok {
			p.Text(t.Plain, model.Clean(text))
		}
	}
	p.Gap()
	switch {
	case w.done.Closed:
		p.Text(t.Quiet, "Enter: the notes are locked now; unlock them to go on.")
	case w.Refused != nil:
		p.Text(t.Quiet, "Esc goes back. Looking things up needs no notes.")
	case w.again():
		p.Text(t.Quiet, "Enter tries again, with other answers. Esc goes back.")
	default:
		p.Text(t.Quiet, "Enter goes back.")
	}
}

// Actions are the keys.
func (w *Wizard) Actions() []component.Action {
	q, out := w.question(), []component.Action(nil)
	hint := func(key, label string) { out = append(out, component.Hint(key, label)) }
	switch {
	case w.busy || w.looking || w.done == nil && q == nil:
	case w.done != nil:
		switch {
		case w.done.Closed:
			hint("enter", "go on")
		case w.again():
			hint("enter", "try again")
			hint("esc", "back")
		default:
			hint("enter", "back")
		}
		if w.scroll.Overflows() {
			hint("down", "more")
		}
	case q.Shows != nil:
		hint("enter", "it is written down")
	case q.ShownAgain:
		hint("enter", "compare")
		hint("ctrl+r", "show it again")
	case w.at == len(w.Steps)-1:
		hint("enter", "do it")
	default:
		hint("enter", "go on")
	}
	if w.done == nil && len(out) > 0 {
		if q.OrKey {
			hint("ctrl+r", SecretLabel(w.byKey))
		}
		if q.Stay == "" {
			hint("esc", "back")
		}
	}
	return out
}

// SecretLabel is what ctrl+r changes to.
func SecretLabel(byKey bool) string {
	if byKey {
		return "passphrase"
	}
	return "recovery key"
}
