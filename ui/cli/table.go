package cli

import "strings"

// table is an aligned table whose cells are wrapped, never cut.
type table struct {
	head []string
	rows [][]string
	// first is how the first column is set.
	first style
}

// between is the space between columns.
const between = 2

// narrowest is a column's smallest width before the table is stacked instead.
const narrowest = 12

// table writes a table in the page's width. Where the columns would be too
// narrow to read, each row becomes a block: its first cell, and the others
// below with the names of their columns.
func (p *page) table(t table) {
	widths, fits := t.fit(p)
	if !fits {
		p.stacked(t)
		return
	}
	head := make([]run, len(t.head))
	for i, name := range t.head {
		head[i] = run{name, strong}
	}
	p.row(widths, head)
	for _, row := range t.rows {
		runs := make([]run, len(row))
		for i, cell := range row {
			runs[i] = run{cell, normal}
		}
		runs[0].style = t.first
		p.row(widths, runs)
	}
}

// fit gives the columns their widths: what they need, and where that is too
// much, the widest give way first.
func (t table) fit(p *page) (widths []int, fits bool) {
	widths = make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], cells(p.spell(cell)))
		}
	}
	room := p.width - between*(len(widths)-1)
	for {
		total, widest := 0, 0
		for i, w := range widths {
			total += w
			if w >= widths[widest] {
				widest = i
			}
		}
		if total <= room {
			return widths, true
		}
		if widths[widest] <= narrowest {
			return nil, false
		}
		widths[widest]--
	}
}

// row writes one row, as many lines high as its highest cell.
func (p *page) row(widths []int, row []run) {
	columns, height := make([][][]run, len(row)), 1
	for i, cell := range row {
		columns[i] = p.lines(widths[i], []run{cell})
		height = max(height, len(columns[i]))
	}
	for line := range height {
		var b strings.Builder
		pad := 0
		for i := range row {
			if line < len(columns[i]) && len(columns[i][line]) > 0 {
				b.WriteString(strings.Repeat(" ", pad))
				b.WriteString(p.render(columns[i][line]))
				// In a pipe a long word is left whole, so it may be wider than its column.
				pad = max(widths[i]-piecesCells(columns[i][line]), 0) + between
				continue
			}
			pad += widths[i] + between
		}
		p.b.WriteString(b.String())
		p.b.WriteByte('\n')
	}
}

// stacked writes a table for a narrow terminal.
func (p *page) stacked(t table) {
	for i, row := range t.rows {
		if i > 0 {
			p.gap()
		}
		p.title(row[0])
		for j := 1; j < len(row); j++ {
			if row[j] != "" {
				p.wrap("  ", "    ", run{t.head[j] + ": " + row[j], normal})
			}
		}
	}
}
