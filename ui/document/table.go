package document

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/theme"
)

// minColumn is the narrowest that a table's column may get; below that the
// rows are shown as cards, one cell under the other.
const minColumn = 14

// table draws a table in columns where they have room, and as cards otherwise.
func (p *Page) table(b model.Block) {
	n := len(b.Head)
	if n == 0 {
		return
	}
	if (p.Width-3*(n-1))/n < minColumn {
		p.cards(b)
		return
	}
	widths := columnWidths(b, p.Width-3*(n-1))
	p.row(b.Head, widths, theme.Under(p.theme.Strong))
	rule := strings.Repeat(p.signs.Rule, p.Width)
	p.Raw(p.theme.Quiet.Render(rule), rule)
	for i, r := range b.Rows {
		if i > 0 && anyTall(r) {
			p.Raw("", "")
		}
		p.row(r, widths, theme.Ground{})
	}
}

// Row adds cells side by side, each wrapped in its column's width.
func (p *Page) Row(cells []model.Cell, widths []int, st kit.Style) {
	p.row(cells, widths, theme.Under(st))
}

func (p *Page) row(cells []model.Cell, widths []int, st theme.Ground) {
	painted := make([][]Line, len(widths))
	tall := 0
	for i := range widths {
		if i < len(cells) {
			painted[i] = p.cell(cells[i], widths[i], st)
			tall = max(tall, len(painted[i]))
		}
	}
	cols := make([]int, len(widths))
	for i := 1; i < len(widths); i++ {
		cols[i] = cols[i-1] + widths[i-1] + 3
	}
	for y := range tall {
		var out, plain strings.Builder
		for i, col := range painted {
			l := Line{}
			if y < len(col) {
				l = col[y]
			}
			if i < len(painted)-1 {
				out.WriteString(kit.Fit(l.Text, widths[i], p.signs) + "   ")
				plain.WriteString(kit.Fit(l.Plain, widths[i], p.signs) + "   ")
				continue
			}
			out.WriteString(l.Text)
			plain.WriteString(l.Plain)
		}
		p.Lines = append(p.Lines, Line{Text: out.String(), Plain: strings.TrimRight(plain.String(), " "), Cols: cols})
	}
}

func (p *Page) cell(c model.Cell, w int, st theme.Ground) []Line {
	sub := NewPage(w, p.theme, p.signs)
	for _, e := range c.Entries {
		mark := ""
		if e.Depth > 0 {
			mark = p.signs.Bullet + " "
		}
		sub.prose("", e.Spans, st, mark, 2*max(e.Depth-1, 0))
	}
	return sub.Lines
}

func (p *Page) cards(b model.Block) {
	for i, r := range b.Rows {
		if i > 0 {
			p.gap()
		}
		for j, c := range r {
			if j < len(b.Head) && j > 0 {
				if head := cellText(b.Head[j]); head != "" {
					p.hang(p.theme.Quiet, "", head)
				}
			}
			st := theme.Ground{}
			if j == 0 {
				st = theme.Under(p.theme.Strong)
			}
			p.Lines = append(p.Lines, p.cell(c, p.Width, st)...)
		}
	}
}

func cellText(c model.Cell) string {
	parts := make([]string, len(c.Entries))
	for i, e := range c.Entries {
		parts[i] = model.PlainText(e.Spans)
	}
	return strings.Join(parts, " ")
}

func anyTall(cells []model.Cell) bool {
	for _, c := range cells {
		if len(c.Entries) > 1 {
			return true
		}
	}
	return false
}

// columnWidths shares the room by how much text each column has, so that a
// column of numbers doesn't take what the sentences need.
func columnWidths(b model.Block, room int) []int {
	n := len(b.Head)
	want := make([]int, n)
	for _, r := range append([][]model.Cell{b.Head}, b.Rows...) {
		for i := 0; i < n && i < len(r); i++ {
			want[i] = max(want[i], min(kit.Width(cellText(r[i]))+2*len(r[i].Entries), 60))
		}
	}
	total := 0
	for _, w := range want {
		total += w
	}
	widths := make([]int, n)
	left := room
	for i, w := range want {
		widths[i] = max(min(w, room*w/max(total, 1)), min(minColumn, w))
		left -= widths[i]
	}
	return spreadLeft(widths, want, left)
}

// spreadLeft gives cells that are over to columns that still want them, and
// takes those that are owed from the widest.
func spreadLeft(widths, want []int, left int) []int {
	for left != 0 {
		best := -1
		for i := range widths {
			if left > 0 && widths[i] < want[i] && (best < 0 || want[i]-widths[i] > want[best]-widths[best]) {
				best = i
			}
			if left < 0 && (best < 0 || widths[i] > widths[best]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		if left > 0 {
			widths[best]++
			left--
			continue
		}
		widths[best]--
		left++
	}
	return widths
}
