package checklist

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// answerWidth is the column of the answers: a sign, a blank and the longest word.
const answerWidth = 13

// wrapped keeps a section's items broken into lines for a width.
type wrapped struct {
	width int
	lines [][]string
	// drawn are the lines of each item as they stand on the screen.
	drawn [][]string
}

func (k *walk) resize(w, h int) {
	k.w, k.h = w, h
	iw, _ := k.inside()
	if k.evidence != nil {
		k.evidence.editor.Resize(iw, k.belowHeight()-3-len(k.stopLines()))
		k.evidence.when.SetWidth(iw)
	}
	if k.find != nil {
		k.find.SetWidth(iw - 3)
	}
	k.redraw()
}

func (k *walk) redraw() { k.lines = nil }

// left is the width of the sections' pane; none on a narrow screen.
func (k *walk) left() int {
	switch {
	case k.w >= kit.Roomy:
		return 46
	case k.w >= kit.TwoPanes:
		return 34
	}
	return 0
}

// itemsWidth is the width of the items' pane, and inside the room in it.
func (k *walk) itemsWidth() int { return k.w - k.left() }

func (k *walk) inside() (w, h int) { return kit.Inside(k.itemsWidth(), k.h) }

// belowHeight is the part for guidance and evidence, its rule included.
func (k *walk) belowHeight() int {
	_, h := k.inside()
	if k.evidence != nil {
		return min(max(h/2, 6)+len(k.stopLines()), h-2)
	}
	return min(max(h/4, 3), 9)
}

func (k *walk) draw() []string {
	if k.lines == nil {
		k.lines = k.drawAll()
	}
	return k.lines
}

func (k *walk) drawAll() []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	w, h := k.inside()
	var right []string
	if k.find != nil {
		right = append(right, kit.Fit(k.find.Draw(t), w, sg))
	}
	above := h - k.belowHeight()
	right = append(right, k.items(w, above-len(right))...)
	for len(right) < above {
		right = append(right, "")
	}
	right = append(right, k.drawBelow(w)...)
	items := k.itemsPane().Draw(right, k.itemsWidth(), k.h, t, sg)
	if k.left() == 0 {
		return items
	}
	ref := model.CleanLine(k.v.live.Ref)
	sections := kit.Pane{Title: cmp.Or(ref, "Walkthrough"), Bottom: k.v.whoFor()}
	if state := k.v.savedWord(); state != "saved" {
		sections.Short = state
	}
	return kit.Beside(sections.Draw(k.drawSections(), k.left(), k.h, t, sg), items)
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
func (k *walk) itemsPane() kit.Pane {
	sg := k.v.env.Signs
	s := k.here()
	p := kit.Pane{Title: s.domain.Title, Right: k.list.Place(), Focus: true}
	if k.find != nil {
		return p
	}
	n, _ := k.v.live.ConsideredIn(s.domain)
	if k.left() == 0 {
		p.Title = sg.Left(k.section > 0) + p.Title + sg.Right(k.section < len(k.sections)-1)
	}
	p.Bottom, p.Short = k.v.live.Progress(s.domain), fmt.Sprintf("%d considered", n)
	if s.domain.ReadOnly() {
		p.Short = p.Bottom
	}
	if k.v.savedWords() != "" {
		p.Bottom += " " + sg.Dot + " " + k.v.savedWords()
		p.Short += " " + sg.Dot + " " + k.v.savedWord()
	}
	return p
}

// items draws the rows in view. An item is wrapped, never cut: its words are
// what the person has to weigh.
func (k *walk) items(w, h int) []string {
	if len(k.open) == 0 {
		text := "Everything in this section was considered. a shows all of it again."
		if k.find != nil {
			text = "No item holds these words. Esc goes back to the section."
		}
		return append([]string{""}, kit.WrapText(text, w)...)
	}
	k.wrap(w - kit.Width(kit.Mark(false, k.v.env.Theme, k.v.env.Signs)) - answerWidth)
	k.rows.drawn = make([][]string, len(k.open))
	for i := range k.open {
		k.rows.drawn[i] = k.itemLines(i, w)
	}
	k.bringIntoView(h)
	out := make([]string, 0, h)
	for i := k.list.Top; i < len(k.open) && len(out) < h; i++ {
		out = append(out, k.rows.drawn[i]...)
	}
	return out[:min(len(out), h)]
}

func (k *walk) wrap(w int) {
	if k.rows.width == w && len(k.rows.lines) == len(k.open) {
		return
	}
	k.rows = wrapped{width: w, lines: make([][]string, len(k.open))}
	for i, at := range k.open {
		it := k.here().domain.Items[at]
		text := it.Text
		if k.find != nil {
			text += " " + k.v.env.Signs.Dot + " " + k.sectionOf(it).domain.Title
		}
		k.rows.lines[i] = kit.WrapText(text, w)
	}
}

// bringIntoView moves the top so that the selected item is wholly on screen.
func (k *walk) bringIntoView(h int) {
	k.list.Height = len(k.open)
	top := min(k.list.Top, max(k.list.At, 0))
	for {
		used := 0
		for i := top; i <= k.list.At; i++ {
			used += len(k.rows.drawn[i])
		}
		if used <= h || top == k.list.At {
			break
		}
		top++
	}
	// Where all that follows fits, show more from above instead of empty lines.
	used := 0
	for i := top; i < len(k.open); i++ {
		used += len(k.rows.drawn[i])
	}
	for top > 0 && used+len(k.rows.drawn[top-1]) <= h {
		top--
		used += len(k.rows.drawn[top])
	}
	k.list.Top = top
}

// itemLines are an item with its answer before it and its evidence under it. The
// one at hand is a card with the keys in it, where there is room for one.
func (k *walk) itemLines(i, w int) []string {
	it := k.here().domain.Items[k.open[i]]
	e, _ := k.v.live.Entry(it.ID)
	if i == k.list.At && k.evidence == nil && kit.Framed(k.h) && k.find == nil {
		return k.itemCard(it, e, w)
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	selected := i == k.list.At
	var out []string
	for j, l := range k.rows.lines[i] {
		answer := kit.Spaces(answerWidth)
		if selected {
			l = t.Selected.Render(l)
		}
		if j == 0 {
			answer = k.answerChip(e.Answer)
		}
		out = append(out, kit.Row(selected, answer+l, w, t, sg))
	}
	return append(out, k.evidenceLine(e, w)...)
}

// evidenceLine is the beginning of what was written down, in one line: the whole
// of it stands below the items.
func (k *walk) evidenceLine(e model.Entry, w int) []string {
	if e.Evidence == "" {
		return nil
	}
	t, sg := k.v.env.Theme, k.v.env.Signs
	lead := kit.Spaces(answerWidth + kit.Width(kit.Mark(false, t, sg)))
	text, whose := model.CleanLine(e.Evidence), "  "+e.EvidenceLabel()
	if e.Kind == model.ChildsWords {
		text = "“" + strings.Trim(text, "“”\"") + "”"
	}
	room := w - kit.Width(lead)
	if kit.Width(text)+kit.Width(whose) > room {
		whose = ""
	}
	text = strings.TrimRight(kit.Fit(text, room-kit.Width(whose), sg), " ")
	return []string{lead + t.Quote.Render(text) + t.Quiet.Render(whose)}
}

// itemCard is the item at hand.
func (k *walk) itemCard(it model.Item, e model.Entry, w int) []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	inner := w - 4
	var lines []string
	for _, l := range kit.WrapText(it.Text, inner) {
		lines = append(lines, t.Strong.Render(l))
	}
	for _, l := range k.evidenceLine(e, inner+answerWidth) {
		lines = append(lines, strings.TrimPrefix(l, kit.Spaces(answerWidth)))
	}
	switch {
	case it.ReadOnly:
		lines = append(lines, "")
		for _, l := range kit.WrapText(model.ReadOnlyWords, inner) {
			lines = append(lines, t.Note.Render(l))
		}
	case k.writable():
		lines = append(lines, "")
		lines = append(lines, k.keyChips(e.Answer, inner)...)
	}
	return kit.Pane{Focus: true}.Frame(lines, w, len(lines)+2, t, sg)
}

// keyChips are the answers with their keys; the one that was given is filled.
func (k *walk) keyChips(given model.Answer, w int) []string {
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
		drawn[i] = kit.KeyChip(c.key, c.word, c.answer == given && given != model.NotConsidered, t)
	}
	return kit.WrapChips(drawn, w)
}

// answerChip is an item's answer in its column: filled for what was seen or told,
// quiet for the rest. No answer is coloured by how grave it is.
func (k *walk) answerChip(a model.Answer) string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	if a == model.NotConsidered {
		return kit.Fit(t.Quiet.Render(sg.Dot), answerWidth, sg)
	}
	return k.v.answerStyle(a).Render(kit.Fit(answerWord(a, sg), answerWidth-1, sg)) + " "
}

func (v *View) answerStyle(a model.Answer) kit.Style {
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

func answerWord(a model.Answer, sg kit.Signs) string {
	if a == model.NotConsidered {
		return ""
	}
	return sg.Answer(a) + " " + string(a)
}

// drawSections is the left pane: the lists and their sections, each with how
// much of it is left to consider.
func (k *walk) drawSections() []string {
	w, h := kit.Inside(k.left(), k.h)
	out, at := k.sectionLines(w, true)
	if len(out) > h {
		out, at = k.sectionLines(w, false)
	}
	k.sectionsTop = 0
	if len(out) > h {
		k.sectionsTop = min(max(at-h/2, 0), len(out)-h)
		out = out[k.sectionsTop : k.sectionsTop+h]
	}
	return out
}

// sectionLines are all of the left pane's lines, and the one that the section at
// hand begins at. With room, titles are whole and a blank line parts the lists.
func (k *walk) sectionLines(w int, room bool) (out []string, at int) {
	t, sg := k.v.env.Theme, k.v.env.Signs
	k.sectionRows = k.sectionRows[:0]
	add := func(section int, line string) {
		out, k.sectionRows = append(out, line), append(k.sectionRows, section)
	}
	for i, s := range k.sections {
		if s.first {
			if room && i > 0 {
				add(-1, "")
			}
			add(-1, t.Group.Render(strings.TrimRight(kit.Fit(strings.ToUpper(s.list.Title), w, sg), " ")))
		}
		left := k.remaining(s)
		in := w - kit.Width(kit.Mark(false, t, sg))
		titles := []string{strings.TrimRight(kit.Fit(s.domain.Title, in-kit.Width(left)-1, sg), " ")}
		if room {
			titles = kit.WrapText(s.domain.Title, in-kit.Width(left)-1)
		}
		if i == k.section {
			at = len(out)
		}
		for j, title := range titles {
			if i == k.section {
				title = t.Selected.Render(title)
			}
			if j == len(titles)-1 {
				title = kit.Spread(title, left, in, sg)
			}
			add(i, kit.Row(i == k.section, title, w, t, sg))
		}
	}
	return out, at
}

// remaining says how much of a section is left to consider, never how much is there.
func (k *walk) remaining(s section) string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	n, of := k.v.live.ConsideredIn(s.domain)
	word := fmt.Sprintf("%d left", of-n)
	switch n {
	case 0:
		word = fmt.Sprintf("%d items", of)
	case of:
		word = "done"
	}
	if s.domain.ReadOnly() {
		word = "to read"
	}
	drawn := t.Quiet.Render(word)
	if k.w < kit.Roomy {
		return drawn
	}
	full := barWidth * n / max(of, 1)
	bar := t.Accent.Render(strings.Repeat(sg.Heavy, full)) + t.Faint.Render(strings.Repeat(sg.Rule, barWidth-full))
	return bar + " " + kit.Spaces(8-kit.Width(word)) + drawn
}

// barWidth is the cells of the bar that shows how much was considered.
const barWidth = 4
