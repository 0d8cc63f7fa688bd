package session

import (
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

func (e *wizard) words(p *document.Page) {
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
	if e.at == e.first && e.intro != "" {
		p.Text(t.Plain, e.intro)
		p.Gap()
	}
	if q := e.question(); q != nil {
		e.questionWords(p, q)
	}
}

func (e *wizard) questionWords(p *document.Page, q *question) {
	t := e.s.env.Theme
	ask, hint := q.ask, q.hint
	if q.asks != nil {
		ask = q.asks(e.given)
	}
	if q.orKey {
		hint = "Forgotten? ctrl+r takes the recovery key instead."
	}
	if e.byKey {
		ask, hint = "The recovery key, as it was written down", "Spaces, dashes and capitals don't matter. ctrl+r goes back to the passphrase."
	}
	if q.about != nil {
		p.Text(t.Alert, model.CleanLine(q.about(e.given)))
		p.Gap()
	}
	p.Text(t.Strong, model.Clean(ask))
	if e.rows != nil {
		e.rowWords(p, q)
	} else {
		e.line(p, "")
	}
	if e.looking {
		hint = "Looking."
	}
	if hint != "" {
		p.Gap()
		p.Text(t.Quiet, hint)
	}
}

// rowWords lists the rows to choose from; the selected one carries the bar, and
// stands below in full where it had to be cut.
func (e *wizard) rowWords(p *document.Page, q *question) {
	t, sg := e.s.env.Theme, e.s.env.Signs
	whole := ""
	for i, r := range q.rows {
		cut := kit.Fit(r, p.Width-2, sg)
		if i != e.rows.At {
			p.Raw("  "+cut, cut)
			continue
		}
		e.row = len(p.Lines) + 1
		p.Raw(t.Accent.Render(sg.Bar)+" "+t.Selected.Render(cut), cut)
		if kit.Width(r) > p.Width-2 {
			whole = model.CleanLine(r)
		}
	}
	if whole != "" {
		p.Gap()
		p.Text(t.Plain, whole)
	}
}

func (e *wizard) doneWords(p *document.Page) {
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
	case e.again():
		p.Text(t.Quiet, "Enter tries again, with other answers. Esc goes back.")
	default:
		p.Text(t.Quiet, "Enter goes back.")
	}
}

// Actions are the keys.
func (e *wizard) Actions() []kit.Action {
	switch {
	case e.busy || e.looking:
		return nil
	case e.done != nil:
		return e.doneHints()
	}
	label := "go on"
	if e.at == len(e.steps)-1 {
		label = "do it"
	}
	out := []kit.Action{kit.Hint("enter", label)}
	if q := e.question(); q != nil && q.orKey {
		out = append(out, kit.Hint("ctrl+r", secretLabel(e.byKey)))
	}
	return append(out, kit.Hint("esc", "back"))
}

// secretLabel is what ctrl+r changes to.
func secretLabel(byKey bool) string {
	if byKey {
		return "passphrase"
	}
	return "recovery key"
}

func (e *wizard) doneHints() []kit.Action {
	var out []kit.Action
	switch {
	case e.done.gone:
		out = append(out, kit.Hint("enter", "go on"))
	case e.again():
		out = append(out, kit.Hint("enter", "try again"), kit.Hint("esc", "back"))
	default:
		out = append(out, kit.Hint("enter", "back"))
	}
	if above, below := e.scroll.More(); above || below {
		out = append(out, kit.Hint("down", "more"))
	}
	return out
}
