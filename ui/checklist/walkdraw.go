package checklist

import (
	"fmt"

	"isspp/model"
	"isspp/ui/kit"
)

// answerWidth is the column of the answers: a sign, a blank and the longest word.
const answerWidth = 13

// wrapped keeps a section's items broken into lines for a width.
type wrapped struct {
	width int
	lines [][]string
}

func (k *walk) resize(w, h int) {
	k.w, k.h = w, h
	if k.evidence != nil {
		k.evidence.editor.Resize(k.itemsWidth()-4, k.belowHeight()-3-len(k.stopLines()))
		k.evidence.when.SetWidth(k.itemsWidth() - 4)
	}
	if k.find != nil {
		k.find.SetWidth(k.itemsWidth() - 5)
	}
	k.redraw()
}

func (k *walk) redraw() { k.lines = nil }

// left is the width of the sections' pane with its wall; none on a narrow screen.
func (k *walk) left() int {
	switch {
	case k.w >= 120:
		return 40 + kit.WallWidth
	case k.w >= 100:
		return 32 + kit.WallWidth
	}
	return 0
}

func (k *walk) itemsWidth() int { return k.w - k.left() }

// belowHeight is the pane for guidance and evidence, its rule included.
func (k *walk) belowHeight() int {
	if k.evidence != nil {
		return min(max(k.h/2, 6)+len(k.stopLines()), k.h-3)
	}
	return min(max(k.h/3, 4), 10)
}

func (k *walk) draw() []string {
	if k.lines == nil {
		k.lines = k.drawAll()
	}
	return k.lines
}

func (k *walk) drawAll() []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	w := k.itemsWidth()
	right := []string{k.title(w)}
	right = append(right, k.items(w, k.h-k.belowHeight()-1)...)
	for len(right) < k.h-k.belowHeight() {
		right = append(right, "")
	}
	right = append(right, k.drawBelow(w)...)
	if k.left() == 0 {
		return right
	}
	return kit.Columns(k.drawSections(), right, k.left()-kit.WallWidth, w, k.h, t, sg)
}

// title names the section, says how much of it was considered, and whether what
// is recorded is on the disk.
func (k *walk) title(w int) string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	if k.find != nil {
		return kit.Fit("  "+k.find.Draw(t), w, sg)
	}
	s := k.sections[k.section]
	n, of := k.v.live.ConsideredIn(s.domain)
	state := k.v.savedState()
	progress := fmt.Sprintf("%d of %d considered", n, of)
	name := s.domain.Title
	if k.left() == 0 {
		name = sg.Left(k.section > 0) + name + sg.Right(k.section < len(k.sections)-1)
		progress = fmt.Sprintf("%d/%d considered", n, of)
	}
	left := "  " + t.Heading.Render(name) + "  " + t.Quiet.Render(progress)
	if k.v.keep == nil && kit.Width(left)+kit.Width(state)+2 > w {
		// The words are worth more than the key, which the help has as well.
		state = t.Alert.Render(k.v.savedWord())
	}
	return kit.Spread(left, state+" ", w, sg)
}

// items draws the rows in view. An item is wrapped, never cut: its words are
// what the person has to weigh.
func (k *walk) items(w, h int) []string {
	if len(k.open) == 0 {
		text := "Everything in this section was considered. a shows all of it again."
		if k.find != nil {
			text = "No item holds these words. Esc goes back to the section."
		}
		return append([]string{""}, kit.Inset(kit.WrapText(text, w-4))...)
	}
	k.wrap(w - 3 - answerWidth)
	k.bringIntoView(h)
	out := make([]string, 0, h)
	for i := k.list.Top; i < len(k.open) && len(out) < h; i++ {
		out = append(out, k.itemLines(i, w)...)
	}
	if len(out) > h {
		out = out[:h]
	}
	return out
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
		if e, ok := k.v.live.Entry(it.ID); ok && e.Evidence != "" {
			text += " " + k.v.env.Signs.Dot + " evidence"
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
			used += len(k.rows.lines[i])
		}
		if used <= h || top == k.list.At {
			break
		}
		top++
	}
	// Where all that follows fits, show more from above instead of empty lines.
	used := 0
	for i := top; i < len(k.open); i++ {
		used += len(k.rows.lines[i])
	}
	for top > 0 && used+len(k.rows.lines[top-1]) <= h {
		top--
		used += len(k.rows.lines[top])
	}
	k.list.Top = top
}

func (k *walk) itemLines(i, w int) []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	it := k.here().domain.Items[k.open[i]]
	e, _ := k.v.live.Entry(it.ID)
	selected := i == k.list.At
	out := make([]string, len(k.rows.lines[i]))
	for j, l := range k.rows.lines[i] {
		answer := kit.Spaces(answerWidth)
		if selected {
			l = t.Selected.Render(l)
		}
		if j == 0 {
			answer = kit.Fit(answerWord(e.Answer, sg), answerWidth, sg)
		}
		out[j] = kit.Fit(kit.Mark(selected, t, sg)+answer+l, w, sg)
	}
	return out
}

func answerWord(a model.Answer, sg kit.Signs) string {
	if a == model.NotConsidered {
		return ""
	}
	return sg.Answer(a) + " " + string(a)
}

// drawSections is the left pane: the lists and their sections, each with how
// much of it was considered.
func (k *walk) drawSections() []string {
	t, sg := k.v.env.Theme, k.v.env.Signs
	w := k.left() - kit.WallWidth
	var out []string
	at := 0
	for i, s := range k.sections {
		if s.first {
			out = append(out, " "+t.Quiet.Render(s.list.Title))
		}
		n, of := k.v.live.ConsideredIn(s.domain)
		title := s.domain.Title
		if i == k.section {
			title = t.Selected.Render(title)
			at = len(out)
		}
		out = append(out, kit.Spread(kit.Mark(i == k.section, t, sg)+title, t.Quiet.Render(fmt.Sprintf("%d/%d", n, of)), w, sg))
	}
	if len(out) <= k.h {
		return out
	}
	top := min(max(at-k.h/2, 0), len(out)-k.h)
	return out[top : top+k.h]
}
