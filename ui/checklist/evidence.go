package checklist

import (
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/kit"
)

// evidence is the editor below the items: what was seen or said about one of
// them, of one of four kinds that are never mixed.
type evidence struct {
	item   model.Item
	kind   model.EvidenceKind
	editor *kit.Editor
}

// kinds are the four, in the order that Tab goes through them.
var kinds = []model.EvidenceKind{model.Observed, model.ChildsWords, model.ToldBy, model.Opinion}

func (k *walk) openEvidence(text string, kind model.EvidenceKind) {
	it, ok := k.item()
	if !ok || !k.writable() {
		return
	}
	if kind == "" {
		kind = model.Observed
	}
	k.evidence = &evidence{item: it, kind: kind, editor: kit.NewEditor(text)}
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
	k.openEvidence(e.Evidence, kind)
	return nil
}

// noteDraft takes what stands in the editor into the walkthrough's draft.
func (k *walk) noteDraft() {
	k.v.live.Draft = model.Draft{}
	if k.evidence != nil {
		k.v.live.Draft = model.Draft{Item: k.evidence.item.ID, Text: k.evidence.editor.Value(), Kind: k.evidence.kind}
	}
}

// closeEvidence takes the text into the entry and closes the editor. There is
// no way to leave that loses it: an empty text is how evidence is removed.
func (k *walk) closeEvidence() tea.Cmd {
	e := k.evidence
	k.remember()
	k.v.live.SetEvidence(k.about(e.item), e.kind, e.editor.Value(), k.v.env.Clock())
	k.evidence = nil
	k.rows = wrapped{}
	k.v.live.Draft = model.Draft{}
	k.resize(k.w, k.h)
	return k.v.save()
}

func (k *walk) nextKind(step int) {
	for i, kind := range kinds {
		if kind == k.evidence.kind {
			k.evidence.kind = kinds[(i+step+len(kinds))%len(kinds)]
			break
		}
	}
	k.redraw()
}

func (k *walk) typing() bool { return k.evidence != nil }

func (k *walk) typingHints() []kit.Action {
	return []kit.Action{
		{Keys: []string{"esc"}, Label: "done, kept"},
		{Keys: []string{"tab"}, Label: "kind: " + string(k.evidence.kind)},
	}
}

func (k *walk) key(key tea.KeyPressMsg) (tea.Cmd, bool) {
	switch key.String() {
	case "esc", "ctrl+s":
		return k.closeEvidence(), true
	case "tab":
		k.nextKind(1)
		return k.v.saveSoon(), true
	case "shift+tab":
		k.nextKind(-1)
		return k.v.saveSoon(), true
	}
	switch key.String() {
	case "enter", "up", "down", "pgup", "pgdown", "ctrl+home", "ctrl+end":
	default:
		if !kit.Writes(key) {
			return nil, false
		}
	}
	changed := k.evidence.editor.Type(key)
	k.redraw()
	if !changed {
		return nil, true
	}
	return k.v.saveSoon(), true
}

func (k *walk) paste(text string) tea.Cmd {
	k.evidence.editor.Paste(text)
	k.redraw()
	return k.v.saveSoon()
}

func (k *walk) cursor() *tea.Cursor {
	if k.evidence == nil {
		return nil
	}
	return k.evidence.editor.Cursor(k.left()+2, k.h-k.belowHeight()+2)
}
