package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// evidence is the editor below the items: what was seen or said about one of
// them, of one of four kinds that are never mixed.
type evidence struct {
	item   model.Item
	kind   model.EvidenceKind
	editor *kit.Editor
	// when is the time of the event; it has the keys while it is focused.
	when *kit.Field
	// stop is what a word in the text calls for at once; it stands above the
	// editor as long as the word does.
	stop string
	// whenAt is what stands there as it was read.
	whenAt model.Reading
}

func (k *walk) openEvidence(text string, kind model.EvidenceKind, when string, at model.Reading) {
	it, ok := k.item()
	if !ok || it.ReadOnly || !k.writable() {
		return
	}
	if kind == "" {
		kind = model.Observed
	}
	k.evidence = &evidence{item: it, kind: kind, editor: kit.NewEditor(text), when: kit.NewField("When: ", "ctrl+t; if not now")}
	k.evidence.when.Set(when)
	k.evidence.stop = k.v.env.Stop(text, "")
	k.evidence.whenAt = at.Kept(when)
	k.resize(k.w, k.h)
}

// edit opens the editor on what the selected item has so far. What was told is
// most often somebody's words, so that is where the kind starts.
func (k *walk) edit() tea.Cmd {
	it, ok := k.item()
	if !ok {
		return nil
	}
	e, _ := k.v.live.Entry(it.ID)
	kind := e.Kind
	if kind == "" && e.Answer == model.Told {
		kind = model.ChildsWords
	}
	k.openEvidence(e.Evidence, kind, e.When, e.WhenAt)
	return nil
}

// noteDraft takes what stands in the editor into the walkthrough's draft.
func (k *walk) noteDraft() {
	k.v.live.Draft = model.Draft{}
	if k.evidence != nil {
		k.v.live.Draft = model.Draft{Item: k.evidence.item.ID, Text: k.evidence.editor.Value(), Kind: k.evidence.kind, When: k.evidence.when.Value(), WhenAt: k.evidence.whenAt}
	}
}

// closeEvidence takes the text into the entry and closes the editor. There is
// no way to leave that loses it: an empty text is how evidence is removed.
func (k *walk) closeEvidence() tea.Cmd {
	e := k.evidence
	before, _ := k.v.live.Entry(e.item.ID)
	ask := k.v.env.Stop(e.editor.Value(), before.Evidence)
	k.remember()
	k.v.live.SetEvidence(k.about(e.item), e.kind, e.editor.Value(), k.v.env.Clock())
	k.v.live.SetWhen(e.item.ID, e.when.Value(), e.whenAt)
	k.evidence = nil
	k.rows = wrapped{}
	k.v.live.Draft = model.Draft{}
	k.resize(k.w, k.h)
	cmd := k.v.save()
	if now, ok := k.v.live.Entry(e.item.ID); ok && now.Answer == model.NotConsidered {
		k.askAnswer(e)
	}
	if ask != "" {
		return tea.Batch(cmd, kit.Fail(ask))
	}
	return cmd
}

// askAnswer asks for the answer that belongs to evidence of an item without one:
// an item stands where its answer puts it. The likely answer comes first.
func (k *walk) askAnswer(e *evidence) {
	answers := []model.Answer{model.Seen, model.Told, model.NotSeen, model.DontKnow}
	if e.kind == model.ChildsWords || e.kind == model.ToldBy {
		answers[0], answers[1] = answers[1], answers[0]
	}
	rows := make([]string, len(answers))
	for i, a := range answers {
		rows[i] = a.Key() + "  " + a.Meaning()
	}
	asked := k.v.choose("What is the answer to “"+model.CleanLine(e.item.Text)+"”? Esc leaves it open.", rows, func(i int) tea.Cmd { return k.answer(answers[i]) })
	for i, a := range answers {
		asked.also = append(asked.also, kit.Action{ID: "answer." + a.Key(), Binding: kit.Keys(a.String(), a.Key()), Help: a.Meaning(), Run: func() tea.Cmd {
			k.v.goTo(k)
			return k.answer(answers[i])
		}})
	}
}

func (k *walk) nextKind(step int) {
	kinds := model.EvidenceKinds()
	for i, kind := range kinds {
		if kind == k.evidence.kind {
			k.evidence.kind = kinds[(i+step+len(kinds))%len(kinds)]
			break
		}
	}
	k.redraw()
}

func (k *walk) typing() bool {
	return k.evidence != nil || k.find != nil && k.find.Focused()
}

func (k *walk) typingHints() []kit.Action {
	if k.evidence == nil {
		return []kit.Action{kit.Hint("enter", "answer these"), kit.Hint("esc", "back")}
	}
	return []kit.Action{
		kit.Hint("esc", "done, kept"),
		kit.Hint("tab", "kind: "+string(k.evidence.kind)),
		kit.Hint("ctrl+t", "when"),
		kit.Hint("ctrl+o", "injury"),
	}
}

func (k *walk) key(key tea.KeyPressMsg) (tea.Cmd, bool) {
	if k.evidence == nil {
		return k.findKey(key)
	}
	switch key.String() {
	case "esc", "ctrl+s":
		return k.closeEvidence(), true
	case "tab":
		k.nextKind(1)
		return k.v.saveSoon(), true
	case "shift+tab":
		k.nextKind(-1)
		return k.v.saveSoon(), true
	case "ctrl+t":
		k.toWhen(!k.evidence.when.Focused())
		return nil, true
	case "ctrl+o":
		return k.describeInjury(), true
	}
	if k.evidence.when.Focused() {
		return k.whenKey(key)
	}
	switch key.String() {
	case "enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
	default:
		if !kit.Writes(key) {
			return nil, false
		}
	}
	if key.String() == "enter" && k.injuryEnter() {
		k.redraw()
		return nil, true
	}
	changed := k.evidence.editor.Type(key)
	k.lookForStops()
	k.redraw()
	if !changed {
		return nil, true
	}
	return k.v.saveSoon(), true
}

// lookForStops shows what a word in the text calls for as soon as it stands there.
func (k *walk) lookForStops() {
	if stop := k.v.env.Stop(k.evidence.editor.Value(), ""); stop != k.evidence.stop {
		k.evidence.stop = stop
		k.resize(k.w, k.h)
	}
}

// stopLines are what a word in the text calls for at once, as they are drawn.
func (k *walk) stopLines() []string {
	if k.evidence == nil || k.evidence.stop == "" {
		return nil
	}
	w, _ := k.inside()
	p := document.NewPage(min(w, kit.MaxText), k.v.env.Theme, k.v.env.Signs)
	p.Text(k.v.env.Theme.Alert, k.evidence.stop)
	return p.Painted()
}

// toWhen gives the time of the event the keys, or takes them back to the text.
func (k *walk) toWhen(on bool) {
	if on {
		k.evidence.when.Focus()
	} else {
		k.evidence.when.Blur()
	}
	k.redraw()
}

// readWhen reads the time of the event as it stands now.
func (k *walk) readWhen() {
	e, now := k.evidence, k.v.env.Clock()
	e.whenAt = e.whenAt.Or(e.when.Value(), func(words string) model.Reading { return model.ReadPast(words, now) })
}

func (k *walk) whenKey(key tea.KeyPressMsg) (tea.Cmd, bool) {
	switch key.String() {
	case "enter", "down":
		k.toWhen(false)
		return nil, true
	}
	if !kit.Writes(key) {
		return nil, false
	}
	changed := k.evidence.when.Type(key)
	k.readWhen()
	k.redraw()
	if !changed {
		return nil, true
	}
	return k.v.saveSoon(), true
}

// describeInjury puts what is asked of an injury below the text, and the cursor
// where the first of it is written.
func (k *walk) describeInjury() tea.Cmd {
	text := model.WithInjury(k.evidence.editor.Value())
	k.evidence.editor = kit.NewEditor(text)
	k.toWhen(false)
	k.resize(k.w, k.h)
	if line, ok := model.EmptyInjuryLine(text, 0); ok {
		k.evidence.editor.ToLine(line)
	}
	return k.v.saveSoon()
}

// injuryEnter goes on to the next line that is asked of an injury, where Enter is
// pressed in one that is filled in and there is another.
func (k *walk) injuryEnter() bool {
	at := k.evidence.editor.Line()
	line, ok := model.EmptyInjuryLine(k.evidence.editor.Value(), at)
	if ok && line == at+1 {
		k.evidence.editor.ToLine(line)
	}
	return ok && line == at+1
}

func (k *walk) paste(text string) tea.Cmd {
	switch {
	case k.evidence == nil:
		k.find.Paste(text)
		k.search()
		return nil
	case k.evidence.when.Focused():
		k.evidence.when.Paste(text)
		k.readWhen()
	default:
		k.evidence.editor.Paste(text)
		k.lookForStops()
	}
	k.redraw()
	return k.v.saveSoon()
}

func (k *walk) seal() tea.Cmd { return k.v.sealLive() }

func (k *walk) cursor() *tea.Cursor {
	_, h := k.inside()
	left, top := k.left()+kit.PaneLeft(k.h), kit.PaneTop+h-k.belowHeight()+2+len(k.stopLines())
	switch {
	case k.find != nil && k.find.Focused():
		return k.find.Cursor(left, kit.PaneTop)
	case k.evidence == nil:
		return nil
	case k.evidence.when.Focused():
		return k.evidence.when.Cursor(left, top)
	}
	return k.evidence.editor.Cursor(left, top+1)
}
