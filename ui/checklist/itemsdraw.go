package checklist

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// answerWidth is the column of the answers: a sign, a blank and the longest word.
const answerWidth = 13

// redraw gives the text fields their room; the rest is drawn anew when it is shown.
func (k *items) redraw() {
	k.lines = nil
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
	case k.w >= component.Roomy:
		return 46
	case k.w >= component.TwoPanes:
		return 34
	}
	return 0
}

// itemsWidth is the width of the items' pane, and inside the room in it.
func (k *items) itemsWidth() int { return k.w - k.left() }

func (k *items) inside() (w, h int) { return component.Inside(k.itemsWidth(), k.h) }

// belowHeight is the part for guidance and evidence, its rule included.
func (k *items) belowHeight() int {
	_, h := k.inside()
	if k.evidence != nil {
		return min(max(h/2, 6)+len(k.stopLines()), h-2)
	}
	return min(max(h/4, 3), 9)
}

func (k *items) draw() []string {
	if k.lines == nil {
		k.lines = k.drawAll()
	}
	return k.lines
}

func (k *items) drawAll() []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	w, h := k.inside()
	var right []string
	if k.find != nil {
		right = append(right, component.Fit(k.find.Draw(t), w, sg))
	}
	above := h - k.belowHeight()
	right = append(right, k.rows(w, above-len(right))...)
	for len(right) < above {
		right = append(right, "")
	}
	right = append(right, k.drawBelow(w)...)
	items := k.itemsPane().Draw(right, k.itemsWidth(), k.h, t, sg)
	if k.left() == 0 {
		return items
	}
	ref := model.CleanLine(k.v.live.Ref)
	sections := component.Pane{Title: cmp.Or(ref, "Walkthrough"), Bottom: k.v.whoFor()}
	if state := k.v.savedWord(); state != "saved" {
		sections.Short = state
	}
	return component.Beside(sections.Draw(k.drawSections(), k.left(), k.h, t, sg), items)
}

// whoFor is the setting and the year group, as far as they are known.
func (v *View) whoFor() string {
	var parts []string
	year := v.live.YearGroup
	if _, err := strconv.Atoi(year); err == nil {
		year = "Year " + year
	}
	for _, part := range []string{v.live.Setting, year} {
		if part = model.CleanLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " "+v.env.Signs.Dot+" ")
}

// itemsPane names the section, says how much of it was considered, and whether
// what is recorded is on the disk.
func (k *items) itemsPane() component.Pane {
	sg := k.v.env.Signs
	s := k.here()
	p := component.Pane{Title: s.Domain.Title, Right: k.list.Place(), Focus: true}
	switch {
	case k.near:
		p.Title = "Closest in all sections"
	case k.find != nil:
		p.Title = "Found in all sections"
	}
	if k.find != nil {
		return p
	}
	n, _ := k.v.live.ConsideredIn(s.Domain)
	if k.left() == 0 {
		p.Title = sg.Left(k.section > 0) + p.Title + sg.Right(k.section < len(k.lists.Sections)-1)
	}
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

// rows draws the items in view. An item is wrapped, never cut: its words are
// what the person has to weigh.
func (k *items) rows(w, h int) []string {
	if len(k.open) == 0 {
		text := "Everything in this section was considered. a shows all of it again."
		if k.find != nil {
			text = "No item holds these words. Esc goes back to the section."
		}
		return append([]string{""}, component.WrapText(text, w)...)
	}
	k.drawn = make([][]string, len(k.open))
	for i := range k.open {
		k.drawn[i] = k.itemLines(i, w)
	}
	k.list.SetHeight(h)
	out := make([]string, 0, h)
	for _, lines := range k.drawn[k.list.Top:] {
		out = append(out, lines...)
	}
	return out[:min(len(out), h)]
}

// itemLines are an item with its answer before it and its evidence under it. The
// one at hand is a card with the keys in it, where there is room for one.
func (k *items) itemLines(i, w int) []string {
	at := k.open[i]
	e, _ := k.v.live.Entry(at.Item.ID)
	if i == k.list.At && k.evidence == nil && component.Framed(k.h) && k.find == nil {
		return k.itemCard(at.Item, e, w)
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	selected := i == k.list.At
	text := at.Item.Text
	if k.find != nil {
		text += " " + sg.Dot + " " + at.Domain.Title
	}
	var out []string
	for j, l := range component.WrapText(text, w-component.Width(component.Mark(false, t, sg))-answerWidth) {
		answer := component.Spaces(answerWidth)
		if selected {
			l = t.Selected.Render(l)
		}
		if j == 0 {
			answer = k.answerChip(e.Answer)
		}
		out = append(out, component.Row(selected, answer+l, w, t, sg))
	}
	return append(out, k.evidenceLine(e, w)...)
}

// evidenceLine is the beginning of what was written down, in one line: the whole
// of it stands below the items.
func (k *items) evidenceLine(e model.Entry, w int) []string {
	if e.Evidence == "" {
		return nil
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	lead := component.Spaces(answerWidth + component.Width(component.Mark(false, t, sg)))
	text, whose := model.CleanLine(e.Evidence), "  "+e.EvidenceLabel()
	if e.Kind == model.ChildsWords {
		text = "“" + strings.Trim(text, "“”\"") + "”"
	}
	room := w - component.Width(lead)
	if component.Width(text)+component.Width(whose) > room {
		whose = ""
	}
	text = strings.TrimRight(component.Fit(text, room-component.Width(whose), sg), " ")
	return []string{lead + t.Quote.Render(text) + t.Quiet.Render(whose)}
}

// itemCard is the item at hand.
func (k *items) itemCard(it model.Item, e model.Entry, w int) []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	inner := w - 4
	var lines []string
	for _, l := range component.WrapText(it.Text, inner) {
		lines = append(lines, t.Strong.Render(l))
	}
	for _, l := range k.evidenceLine(e, inner+answerWidth) {
		lines = append(lines, strings.TrimPrefix(l, component.Spaces(answerWidth)))
	}
	switch {
	case it.ReadOnly:
		lines = append(lines, "")
		for _, l := range component.WrapText(model.ReadOnlyWords, inner) {
			lines = append(lines, t.Note.Render(l))
		}
	case k.writable():
		lines = append(lines, "")
		lines = append(lines, k.keyChips(e.Answer, inner)...)
	}
	return component.Pane{Focus: true}.Frame(lines, w, len(lines)+2, t, sg)
}

// keyChips are the answers with their keys; the one that was given is filled.
func (k *items) keyChips(given model.Answer, w int) []string {
	t := k.v.env.Theme
	type chip struct {
		key, word string
		answer    model.Answer
	}
	chips := []chip{
		{"s", "Seen", model.Seen},
		{"t", "Told", model.Told},
		{"n", "Not seen", model.NotSeen},
		{"d", "Don't know", model.DontKnow},
		{"e", "Evidence", model.NotConsidered},
	}
	drawn := make([]string, len(chips))
	for i, c := range chips {
		drawn[i] = component.KeyChip(c.key, c.word, c.answer == given && given != model.NotConsidered, t)
	}
	return component.WrapChips(drawn, w)
}

// answerChip is an item's answer in its column: filled for what was seen or told,
// quiet for the rest. No answer is coloured by how grave it is.
func (k *items) answerChip(a model.Answer) string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	if a == model.NotConsidered {
		return component.Fit(t.Quiet.Render(sg.Dot), answerWidth, sg)
	}
	return k.v.answerStyle(a).Render(component.Fit(answerWord(a, sg), answerWidth-1, sg)) + " "
}

func (v *View) answerStyle(a model.Answer) lipgloss.Style {
	switch t := v.env.Theme; a {
	case model.Seen, model.Told:
		return t.Chip
	case model.DontKnow:
		return t.ChipNote
	case model.NotConsidered:
		return t.Quiet
	default:
		return t.ChipOff
	}
}

func answerWord(a model.Answer, sg theme.Glyphs) string {
	if a == model.NotConsidered {
		return ""
	}
	return sg.Answer(a) + " " + string(a)
}
