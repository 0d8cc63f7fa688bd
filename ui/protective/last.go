package protective

import (
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// last is the last walkthrough of the reference that is shown: which protective
// factors it saw, and which are missing.
type last struct {
	walk model.Walkthrough
	// found tells that there is one; read that it was looked for.
	found, read bool
	// stale tells that something was saved since: it may have changed.
	stale bool
}

// lastWalk is the last walkthrough of the shown reference.
func (v *View) lastWalk() (*model.Walkthrough, bool) {
	if v.whose.ref == "" || v.notes.keep == nil {
		return nil, false
	}
	if !v.last.read || v.last.stale {
		v.last = last{read: true}
		v.last.walk, v.last.found = model.LastWalkthrough(v.notes.concerns(v.Env.Now), v.whose.ref)
	}
	return &v.last.walk, v.last.found
}

// answerWord is what the last walkthrough says of a factor, in sign and word. Of
// what wasn't considered it says nothing, so that the factors have the room.
func (v *View) answerWord(item string) string {
	w, ok := v.lastWalk()
	if !ok {
		return ""
	}
	a := w.AnswerTo(item)
	if a == model.NotConsidered {
		return ""
	}
	return v.Env.Signs.Answer(a) + " " + a.String()
}

// answerGroups are the headings that the rows stand under when they are
// arranged by the last walkthrough: what is missing stands apart from what
// nobody knows yet.
func answerGroups() []struct {
	answer model.Answer
	title  string
} {
	return []struct {
		answer model.Answer
		title  string
	}{
		{model.Seen, "Seen"},
		{model.Told, "Told"},
		{model.NotSeen, "Missing: looked for, not seen"},
		{model.DontKnow, "Not known: who might know?"},
		{model.NotConsidered, "Not considered"},
	}
}

// recorded adds what the last walkthrough of the shown reference says of a
// factor, with its evidence.
func (v *View) recorded(p *document.Page, item string) {
	if v.whose.ref == "" || v.notes.keep == nil {
		return
	}
	t, sg := v.Env.Theme, v.Env.Signs
	p.Gap()
	p.Text(t.Strong, "Last walkthrough of "+v.whose.word())
	w, ok := v.lastWalk()
	if !ok {
		p.Text(t.Plain, "None is kept yet: the Checklist tab starts one.")
		return
	}
	state := "finished"
	if w.Finished.IsZero() {
		state = "unfinished"
	}
	e, _ := w.Entry(item)
	p.Text(t.Plain, component.Capital(e.Answer.String())+" "+sg.Dot+" "+when(w.Started, v.Env.Now)+", "+state)
	if e.Evidence != "" {
		p.Hang(t.Plain, "  "+e.EvidenceLabel()+": ", model.Clean(e.Evidence))
	}
}
