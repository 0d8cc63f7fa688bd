package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/walk"
)

// evidence is the editor below the items, of one of four kinds that are never mixed.
type evidence struct {
	at     walk.Step
	kind   model.EvidenceKind
	editor *component.Editor
	// when is the time of the event; it has the keys while it is focused. whenAt is what
	// stands there as it was read.
	when   *component.Field
	whenAt model.Reading
	// stop is what a word in the text calls for at once; it stands above the
	// editor as long as the word does.
	stop string
}

func (e *evidence) draft() model.Draft {
	return model.Draft{Item: e.at.Item.ID, Text: e.editor.Value(), Kind: e.kind, When: e.when.Value(), WhenAt: e.whenAt}
}

func (k *items) openEvidence(d model.Draft) {
	if !k.writable() {
		return
	}
	at, _ := k.item()
	k.evidence = &evidence{
		at: at, kind: d.Kind, editor: component.NewEditor(d.Text),
		when: component.NewField("When: ", "ctrl+t; if not now"), whenAt: d.WhenAt.Kept(d.When),
	}
	k.evidence.when.Set(d.When)
	k.redraw()
}

func (k *items) edit() tea.Cmd {
	at, _ := k.item()
	e, _ := k.v.live.Entry(at.Item.ID)
	k.openEvidence(model.Draft{Text: e.Evidence, Kind: walk.UsualKind(e), When: e.When, WhenAt: e.WhenAt})
	return nil
}

// closeEvidence takes the text into the entry and closes the editor. There is
// no way to leave that loses it: an empty text is how evidence is removed.
func (k *items) closeEvidence() tea.Cmd {
	e, live := k.evidence, k.v.live
	before, _ := live.Entry(e.at.Item.ID)
	ask := k.v.env.Stop(e.editor.Value(), before.Evidence)
	live.Evidence(e.at, e.draft())
	k.evidence = nil
	k.redraw()
	cmd := k.v.save()
	if now, ok := live.Entry(e.at.Item.ID); ok && now.Answer == model.NotConsidered {
		k.askAnswer(e)
	}
	if ask != "" {
		return tea.Batch(cmd, component.Fail(ask))
	}
	return cmd
}

// askAnswer asks for the answer that belongs to evidence of an item without one:
// an item stands where its answer puts it. The likely answer comes first.
func (k *items) askAnswer(e *evidence) {
	answers := []model.Answer{model.Seen, model.Told, model.NotSeen, model.DontKnow}
	if e.kind == model.ChildsWords || e.kind == model.ToldBy {
		answers[0], answers[1] = answers[1], answers[0]
	}
	var rows []string
	var also []component.Action
	for _, a := range answers {
		rows = append(rows, a.Key()+"  "+a.Meaning())
		also = append(also, act("answer."+a.Key(), a.String(), a.Meaning(), func() tea.Cmd {
			k.v.goTo(k)
			return k.answer(a)
		}, a.Key()))
	}
	title := "What is the answer to “" + model.CleanLine(e.at.Item.Text) + "”? Esc leaves it open."
	k.v.choose(title, rows, func(i int) tea.Cmd { return k.answer(answers[i]) }).also = also
}

func (k *items) writing() []component.Action {
	e := k.evidence
	return []component.Action{
		component.Typing(!e.when.Focused() && e.editor.Value() != "", "enter", "up", "down", "pgup", "pgdown",
			"ctrl+home", "ctrl+end", "shift+tab", "ctrl+s"),
		component.Hint("esc", "done, kept"), component.Hint("tab", "kind: "+string(e.kind)),
		component.Hint("ctrl+t", "when"), component.Hint("ctrl+o", "injury"),
	}
}

func (k *items) write(key tea.KeyPressMsg) tea.Cmd {
	e, name := k.evidence, key.String()
	switch name {
	case "esc", "ctrl+s":
		return k.closeEvidence()
	case "tab", "shift+tab":
		kinds, step := model.EvidenceKinds(), 1
		if name == "shift+tab" {
			step = len(kinds) - 1
		}
		e.kind = kinds[(max(slices.Index(kinds, e.kind), 0)+step)%len(kinds)]
		return k.v.saveSoon()
	case "ctrl+t":
		e.toWhen(!e.when.Focused())
		return nil
	case "ctrl+o": // what is asked of an injury stands below the text, the cursor where it begins
		text := model.WithInjury(e.editor.Value())
		e.editor = component.NewEditor(text)
		e.toWhen(false)
		if line, ok := model.EmptyInjuryLine(text, 0); ok {
			e.editor.ToLine(line)
		}
		return k.v.saveSoon()
	}
	changed := false
	switch {
	case !e.when.Focused():
		if name == "enter" && e.nextOfInjury() {
			return nil
		}
		changed = e.editor.Type(key)
	case name == "enter" || name == "down":
		e.toWhen(false)
	case component.Writes(key):
		changed = e.when.Type(key)
	}
	if !changed {
		return nil
	}
	return k.changed()
}

func (k *items) changed() tea.Cmd {
	e, now := k.evidence, k.v.env.Clock()
	e.whenAt = e.whenAt.Or(e.when.Value(), func(words string) model.Reading { return model.ReadPast(words, now) })
	return k.v.saveSoon()
}

// toWhen gives the time of the event the keys, or takes them back to the text.
func (e *evidence) toWhen(on bool) {
	e.when.Blur()
	if on {
		e.when.Focus()
	}
}

// nextOfInjury goes on to the next line that is asked of an injury, below one that is filled in.
func (e *evidence) nextOfInjury() bool {
	at := e.editor.Line()
	line, ok := model.EmptyInjuryLine(e.editor.Value(), at)
	if ok = ok && line == at+1; ok {
		e.editor.ToLine(line)
	}
	return ok
}

func (k *items) stopLines() []string {
	if k.evidence == nil || k.evidence.stop == "" {
		return nil
	}
	w, _ := k.inside()
	p := k.v.page(min(w, component.MaxText))
	p.Text(k.v.env.Theme.Alert, k.evidence.stop)
	return p.Painted()
}

// Cursor stands in the search, the time of the event or the text.
func (k *items) Cursor() *tea.Cursor {
	_, h := k.inside()
	left, top := k.left()+component.PaneLeft(k.v.h), component.PaneTop+h-k.belowHeight()+2+len(k.stopLines())
	switch {
	case k.find != nil && k.find.Focused():
		return k.find.Cursor(left, component.PaneTop)
	case k.evidence == nil:
		return nil
	case k.evidence.when.Focused():
		return k.evidence.when.Cursor(left, top)
	}
	return k.evidence.editor.Cursor(left, top+1)
}
