package checklist

import (
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// drawBelow is the evidence and guidance of the selected item, or the editor.
func (k *items) drawBelow(w int) []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	h := k.belowHeight()
	out := []string{t.Faint.Render(strings.Repeat(sg.Rule, w))}
	if k.evidence != nil {
		k.evidence.when.Prompt = whenPrompt(k.evidence.kind)
		title := t.Strong.Render("Evidence, "+string(k.evidence.kind)) + t.Quiet.Render(": "+k.evidence.at.Item.Text)
		if read := k.evidence.whenAt.Understood(); k.evidence.when.Focused() && read != "" {
			title = t.Quiet.Render(read)
		}
		out = append(out, k.stopLines()...)
		out = append(out, component.Fit(title, w, sg), component.Fit(k.evidence.when.Draw(t), w, sg))
		return append(out, k.evidence.editor.Draw()...)
	}
	p := document.NewPage(min(w, component.MaxText), t, sg)
	if at, ok := k.item(); ok {
		k.describe(p, at)
	}
	lines := p.Painted()
	k.below.Set(lines, h-1)
	return append(out, k.below.Lines()...)
}

// whenPrompt asks for the time of the event, and where somebody told of it, who.
func whenPrompt(kind model.EvidenceKind) string {
	if kind == model.ToldBy {
		return "By whom, when: "
	}
	return "When: "
}

// describe adds what is recorded of an item, and what the protocol and our notes say
// of it.
func (k *items) describe(p *document.Page, at walk.Step) {
	t := k.v.env.Theme
	if e, ok := k.v.live.Entry(at.Item.ID); ok {
		if e.Answer != model.NotConsidered {
			p.Text(t.Strong, component.Capital(e.Answer.String())+", recorded "+walk.Clock(e.Recorded, k.v.env.Now))
		}
		if e.Evidence != "" {
			label := e.EvidenceLabel() + ":"
			if component.Width(label) > p.Width/3 {
				p.Text(t.Strong, label)
				label = ""
			}
			p.Labelled(t.Plain, label, model.Clean(e.Evidence))
		}
	}
	p.Notes(k.v.env.Pack.NotesAbout(at.Item.ID))
	if len(at.Domain.Guidance) > 0 {
		p.Blocks(at.Domain.Guidance, nil)
	} else {
		p.Blocks(document.WithoutHeadings(at.List.Intro), nil)
	}
	p.Notes(k.v.env.Pack.NotesAbout(at.Domain.ID, at.List.ID))
}
