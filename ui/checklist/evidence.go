package checklist

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// evidence is the editor below the items: what was seen or said about one of
// them, of one of four kinds that are never mixed.
type evidence struct {
	at     walk.Step
	kind   model.EvidenceKind
	editor *component.Editor
	// when is the time of the event; it has the keys while it is focused.
	when *component.Field
	// stop is what a word in the text calls for at once; it stands above the
	// editor as long as the word does.
	stop string
	// whenAt is what stands there as it was read.
	whenAt model.Reading
}

// draft is what stands in the editor.
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
		when: component.NewField("When: ", "ctrl+t; if not now"),
	}
	k.evidence.when.Set(d.When)
	k.evidence.whenAt = d.WhenAt.Kept(d.When)
	k.redraw()
}

// edit opens the editor on what the selected item has so far.
func (k *items) edit() tea.Cmd {
	at, _ := k.item()
	e, _ := k.v.live.Entry(at.Item.ID)
	k.openEvidence(model.Draft{Text: e.Evidence, Kind: walk.UsualKind(e), When: e.When, WhenAt: e.WhenAt})
	return nil
}

// noteDraft takes what stands in the editor into the walkthrough's draft.
func (k *items) noteDraft() {
	k.v.live.Draft = model.Draft{}
	if k.evidence != nil {
		k.v.live.Draft = k.evidence.draft()
	}
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
	rows := make([]string, len(answers))
	for i, a := range answers {
		rows[i] = a.Key() + "  " + a.Meaning()
	}
	title := "What is the answer to “" + model.CleanLine(e.at.Item.Text) + "”? Esc leaves it open."
	asked := k.v.choose(title, rows, func(i int) tea.Cmd { return k.answer(answers[i]) })
	for _, a := range answers {
		asked.also = append(asked.also, act("answer."+a.Key(), a.String(), a.Meaning(), func() tea.Cmd {
			k.v.goTo(k)
			return k.answer(a)
		}, a.Key()))
	}
}

func (k *items) typing() bool { return k.evidence != nil || k.find != nil && k.find.Focused() }

func (k *items) hints() []component.Action {
	if k.evidence == nil {
		return []component.Action{component.Hint("enter", "answer these"), component.Hint("esc", "back")}
	}
	return []component.Action{
		component.Hint("esc", "done, kept"),
		component.Hint("tab", "kind: "+string(k.evidence.kind)),
		{Binding: component.Keys("", "shift+tab", "ctrl+s"), Hidden: true},
		component.Hint("ctrl+t", "when"),
		component.Hint("ctrl+o", "injury"),
	}
}

func (k *items) key(key tea.KeyPressMsg) (tea.Cmd, bool) {
	e := k.evidence
	if e == nil {
		return k.findKey(key)
	}
	defer k.redraw()
	kinds := model.EvidenceKinds()
	kind := max(slices.Index(kinds, e.kind), 0)
	switch name := key.String(); name {
	case "esc", "ctrl+s":
		return k.closeEvidence(), true
	case "tab":
		e.kind = kinds[(kind+1)%len(kinds)]
		return k.v.saveSoon(), true
	case "shift+tab":
		e.kind = kinds[(kind+len(kinds)-1)%len(kinds)]
		return k.v.saveSoon(), true
	case "ctrl+t":
		e.toWhen(!e.when.Focused())
		return nil, true
	case "ctrl+o":
		e.describeInjury()
		return k.v.saveSoon(), true
	case "enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
		if e.when.Focused() && (name == "enter" || name == "down") {
			e.toWhen(false)
			return nil, true
		}
		if e.when.Focused() {
			return nil, false
		}
		if name == "enter" && e.injuryEnter() {
			return nil, true
		}
	default:
		if !component.Writes(key) {
			return nil, false
		}
	}
	if !e.write(key) {
		return nil, true
	}
	k.read()
	return k.v.saveSoon(), true
}

// write takes a key into the text or the time, and reports whether it changed.
func (e *evidence) write(key tea.KeyPressMsg) bool {
	if e.when.Focused() {
		return e.when.Type(key)
	}
	return e.editor.Type(key)
}

// read reads the time of the event as it stands there.
func (k *items) read() {
	e, now := k.evidence, k.v.env.Clock()
	e.whenAt = e.whenAt.Or(e.when.Value(), func(words string) model.Reading { return model.ReadPast(words, now) })
}

// toWhen gives the time of the event the keys, or takes them back to the text.
func (e *evidence) toWhen(on bool) {
	e.when.Blur()
	if on {
		e.when.Focus()
	}
}

// describeInjury puts what is asked of an injury below the text, and the cursor
// where the first of it is written.
func (e *evidence) describeInjury() {
	text := model.WithInjury(e.editor.Value())
	e.editor = component.NewEditor(text)
	e.toWhen(false)
	if line, ok := model.EmptyInjuryLine(text, 0); ok {
		e.editor.ToLine(line)
	}
}

// injuryEnter goes on to the next line that is asked of an injury, where Enter is
// pressed in one that is filled in and there is another.
func (e *evidence) injuryEnter() bool {
	at := e.editor.Line()
	line, ok := model.EmptyInjuryLine(e.editor.Value(), at)
	if ok = ok && line == at+1; ok {
		e.editor.ToLine(line)
	}
	return ok
}

func (k *items) paste(text string) tea.Cmd {
	switch e := k.evidence; {
	case e == nil:
		k.find.Paste(text)
		k.search()
		return nil
	case e.when.Focused():
		e.when.Paste(text)
	default:
		e.editor.Paste(text)
	}
	k.read()
	k.redraw()
	return k.v.saveSoon()
}

func (k *items) seal() tea.Cmd { return k.v.sealLive() }

// stopLines are what a word in the text calls for at once, as they are drawn.
func (k *items) stopLines() []string {
	if k.evidence == nil || k.evidence.stop == "" {
		return nil
	}
	w, _ := k.inside()
	p := document.NewPage(min(w, component.MaxText), k.v.env.Theme, k.v.env.Signs)
	p.Text(k.v.env.Theme.Alert, k.evidence.stop)
	return p.Painted()
}

func (k *items) cursor() *tea.Cursor {
	_, h := k.inside()
	left, top := k.left()+component.PaneLeft(k.h), component.PaneTop+h-k.belowHeight()+2+len(k.stopLines())
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
