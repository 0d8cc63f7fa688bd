package checklist

import (
	"cmp"
	"fmt"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/walk"
)

// drawn is what was drawn of the items, until something in it has changed.
type drawn struct {
	frame, sections []string
	// items are the lines of each item, and at the selected one among them; whole tells
	// that they are as the items stand.
	items [][]string
	at    int
	whole bool
	// guidance is the protocol's on a section, by its domain.
	guidance map[string][]document.Line
}

func (k *items) redraw() {
	k.drawn.frame, k.drawn.sections, k.drawn.whole = nil, nil, false
	k.below.Drop()
	w, _ := k.inside()
	if e := k.evidence; e != nil {
		e.stop = k.v.env.Stop(e.editor.Value(), "")
		e.editor.Resize(w, k.belowHeight()-3-len(k.stopLines()))
		e.when.SetWidth(w)
	}
	if k.find != nil {
		k.find.SetWidth(w - 3)
	}
}

// left is the width of the sections' pane; none on a narrow screen.
func (k *items) left() int {
	switch {
	case k.v.w >= component.Roomy:
		return 46
	case k.v.w >= component.TwoPanes:
		return 34
	}
	return 0
}

// inside is the room in the items' pane.
func (k *items) inside() (w, h int) { return component.Inside(k.v.w-k.left(), k.v.h) }

// belowHeight is the part for guidance and evidence, its rule included.
func (k *items) belowHeight() int {
	_, h := k.inside()
	if k.evidence != nil {
		return min(max(h/2, 6)+len(k.stopLines()), h-2)
	}
	if h > 40 {
		return h / 3
	}
	return max(h/4, 3)
}

func (k *items) View() []string {
	if k.drawn.frame == nil {
		k.drawn.frame = k.draw()
	}
	return k.drawn.frame
}

func (k *items) draw() []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	w, h := k.inside()
	var right []string
	if k.find != nil {
		right = append(right, component.Fit(k.find.Draw(t), w, sg))
	}
	above := h - k.belowHeight()
	right = append(right, k.drawItems(w, above-len(right))...)
	for len(right) < above {
		right = append(right, "")
	}
	right = append(right, k.drawBelow(w)...)
	items := k.pane().Draw(right, k.v.w-k.left(), k.v.h, t, sg)
	if k.left() == 0 {
		return items
	}
	if k.drawn.sections == nil {
		p := component.Pane{Title: cmp.Or(model.CleanLine(k.v.live.Ref), "Walkthrough"), Bottom: k.v.whoFor()}
		if state := k.v.savedWord(); state != "saved" {
			p.Short = state
		}
		k.drawn.sections = p.Draw(k.drawSections(), k.left(), k.v.h, t, sg)
	}
	return component.Beside(k.drawn.sections, items)
}

func (k *items) pane() component.Pane {
	sg, s := k.v.env.Signs, k.here()
	p := component.Pane{Title: s.Domain.Title, Right: k.list.Place(), Focus: true}
	switch {
	case k.near:
		p.Title = "Closest in all sections"
		return p
	case k.find != nil:
		p.Title = "Found in all sections"
		return p
	case k.left() == 0:
		p.Title = sg.Left(k.section > 0) + p.Title + sg.Right(k.section < len(k.lists.Sections)-1)
	}
	n, _ := k.v.live.ConsideredIn(s.Domain)
	p.Bottom, p.Short = k.v.live.Progress(s.Domain), fmt.Sprintf("%d considered", n)
	if s.Domain.ReadOnly() {
		p.Short = p.Bottom
	}
	if k.v.savedWords() != "" {
		p.Bottom += " " + sg.Dot + " " + k.v.savedWords()
		p.Short += " " + sg.Dot + " " + k.v.savedWord()
	}
	return p
}

// answerWidth is the column of the answers: a sign, a blank and the longest word. On a
// pane narrower than narrowItems an answer stands before the item's words instead.
const (
	answerWidth = 13
	narrowItems = 60
)

// drawItems are the items in view. An item is wrapped, never cut: its words are
// what the person has to weigh.
func (k *items) drawItems(w, h int) []string {
	if len(k.open) == 0 {
		text := "Everything in this section was considered. a shows all of it again."
		if k.find != nil {
			text = "No item holds these words. Esc goes back to the section."
		}
		return append([]string{""}, component.WrapText(text, w)...)
	}
	d := &k.drawn
	if !d.whole || len(d.items) != len(k.open) {
		d.items = make([][]string, len(k.open))
	} else if d.at != k.list.At {
		d.items[d.at], d.items[k.list.At] = nil, nil
	}
	d.whole, d.at = true, k.list.At
	for i, lines := range d.items {
		if lines == nil {
			d.items[i] = k.itemLines(i, w)
		}
	}
	k.list.SetHeight(h)
	out := make([]string, 0, h)
	for _, lines := range d.items[k.list.Top:] {
		out = append(out, lines...)
	}
	return out[:min(len(out), h)]
}

// itemLines are an item with its answer before it and its evidence under it. The
// one at hand is a card with the keys in it, where there is room for one.
func (k *items) itemLines(i, w int) []string {
	at := k.open[i]
	e, _ := k.v.live.Entry(at.Item.ID)
	selected := i == k.list.At
	if selected && k.evidence == nil && component.Framed(k.v.h) && k.find == nil {
		return k.itemCard(at.Item, e, w)
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	text := at.Item.Text
	if k.find != nil {
		text += " " + sg.Dot + " " + at.Domain.Title
	}
	column, answer, word := answerWidth, t.Quiet.Render(sg.Dot), ""
	if e.Answer != model.NotConsidered {
		word = k.v.answerWord(e.Answer)
		answer = k.v.answerStyle(e.Answer).Render(component.Fit(word, answerWidth-1, sg))
	}
	if w < narrowItems {
		column = 2
		if word != "" {
			text, answer = word+" "+text, ""
		}
	}
	lead := component.Width(component.Mark(false, t, sg)) + column
	var out []string
	for j, l := range component.WrapText(text, w-lead) {
		if j > 0 {
			answer = ""
		}
		before := component.Fit(answer, column, sg)
		if rest, ok := strings.CutPrefix(l, word); ok && j == 0 && column < answerWidth {
			before, l = before+k.v.answerStyle(e.Answer).Render(word), rest
		}
		if selected {
			l = t.Selected.Render(l)
		}
		out = append(out, component.Row(selected, before+l, w, t, sg))
	}
	return append(out, k.evidenceLine(e, lead, w)...)
}

// evidenceLine is the beginning of what was written down: all of it stands below the items.
func (k *items) evidenceLine(e model.Entry, lead, w int) []string {
	if e.Evidence == "" {
		return nil
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	text, whose := model.CleanLine(e.Evidence), "  "+e.EvidenceLabel()
	if e.Kind == model.ChildsWords {
		text = "“" + strings.Trim(text, "“”\"") + "”"
	}
	if component.Width(text)+component.Width(whose) > w-lead {
		whose = ""
	}
	text = strings.TrimRight(component.Fit(text, w-lead-component.Width(whose), sg), " ")
	return []string{component.Spaces(lead) + t.Quote.Render(text) + t.Quiet.Render(whose)}
}

// itemCard is the item at hand. Among its keys the answer that was given is filled.
func (k *items) itemCard(it model.Item, e model.Entry, w int) []string {
	t, sg, inner := k.v.env.Theme, k.v.env.Signs, w-4
	var lines []string
	for _, l := range component.WrapText(it.Text, inner) {
		lines = append(lines, t.Strong.Render(l))
	}
	lines = append(lines, k.evidenceLine(e, component.Width(component.Mark(false, t, sg)), inner)...)
	switch {
	case it.ReadOnly:
		lines = append(lines, "")
		for _, l := range component.WrapText(model.ReadOnlyWords, inner) {
			lines = append(lines, t.Note.Render(l))
		}
	case k.writable():
		var chips []string
		for _, a := range []model.Answer{model.Seen, model.Told, model.NotSeen, model.DontKnow} {
			chips = append(chips, component.KeyChip(a.Key(), component.Capital(a.String()), a == e.Answer, t))
		}
		lines = append(append(lines, ""),
			component.WrapChips(append(chips, component.KeyChip("e", "Evidence", false, t)), inner)...)
	}
	return component.Pane{Focus: true}.Frame(lines, w, len(lines)+2, t, sg)
}

// drawBelow is the evidence and guidance of the selected item, or the editor.
func (k *items) drawBelow(w int) []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	out := []string{t.Faint.Render(strings.Repeat(sg.Rule, w))}
	if e := k.evidence; e != nil {
		e.when.Prompt = "When: "
		if e.kind == model.ToldBy {
			e.when.Prompt = "By whom, when: "
		}
		title := t.Strong.Render("Evidence, "+string(e.kind)) + t.Quiet.Render(": "+e.at.Item.Text)
		if read := e.whenAt.Understood(); e.when.Focused() && read != "" {
			title = t.Quiet.Render(read)
		}
		out = append(out, k.stopLines()...)
		out = append(out, component.Fit(title, w, sg), component.Fit(e.when.Draw(t), w, sg))
		return append(out, e.editor.Draw()...)
	}
	at, ok := k.item()
	return append(out, k.below.Draw(at.Item.ID, k.belowHeight()-1, func() []string {
		p := k.v.page(min(w, component.MaxText))
		if ok {
			k.describe(p, at)
		}
		return p.Painted()
	})...)
}

// describe adds what is recorded of an item, and what there is to read about it.
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
	if k.drawn.guidance[at.Domain.ID] == nil {
		g := k.v.page(p.Width)
		blocks := at.Domain.Guidance
		if len(blocks) == 0 {
			blocks = document.WithoutHeadings(at.List.Intro)
		}
		g.Blocks(blocks, nil)
		g.Notes(k.v.env.Pack.NotesAbout(at.Domain.ID, at.List.ID))
		if k.drawn.guidance == nil {
			k.drawn.guidance = map[string][]document.Line{}
		}
		k.drawn.guidance[at.Domain.ID] = g.Lines
	}
	p.Gap()
	p.Lines = append(p.Lines, k.drawn.guidance[at.Domain.ID]...)
}
