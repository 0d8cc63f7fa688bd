package app

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// aboveRows is the picker's title and its search line.
const aboveRows = 2

// Draw returns the title, the search line and the rows in view. The selected row
// is shown whole, over as many lines as its words take.
func (p *picker) Draw() []string {
	t, sg := p.env.Theme, p.env.Signs
	out := []string{
		"  " + t.Heading.Paint(p.title),
		"  " + p.field.Draw(t),
	}
	p.drawn = p.drawn[:0]
	if len(p.rows) == 0 {
		return append(out, "", "  Nothing here by that name. Fewer letters find more.")
	}
	keyW := 0
	for _, r := range p.rows {
		keyW = max(keyW, kit.Width(r.key))
	}
	var lines []string
	last := 0
	from, to := p.list.Visible()
	for i := from; i < to; i++ {
		selected := i == p.list.At
		for _, l := range p.row(p.rows[i], keyW, selected) {
			lines = append(lines, kit.Fit(kit.Mark(selected, t, sg)+l, p.w, sg))
			p.drawn = append(p.drawn, i)
		}
		if selected {
			last = len(lines)
		}
	}
	over := max(last-p.list.Height, 0) // what the selected row needs of the lines above it
	end := min(over+p.list.Height, len(lines))
	p.drawn = p.drawn[over:end]
	return append(out, lines[over:end]...)
}

// row is a choice: its key, what it does, and what kind of thing it is or why it
// can't be done. Only the selected one takes more than a line.
func (p *picker) row(c choice, keyW int, selected bool) []string {
	t, sg := p.env.Theme, p.env.Signs
	lead := ""
	if keyW > 0 {
		lead = t.Accent.Paint(kit.Fit(c.key, keyW, sg)) + "  "
	}
	where := c.where
	if c.off != "" {
		where = c.off
	}
	room := p.w - kit.Width(lead) - 4
	if room < 40 {
		where = ""
	}
	where = t.Quiet.Paint(kit.Fit(where, min(kit.Width(where), room/3), sg))
	words := []string{c.title}
	if selected {
		words = kit.WrapText(c.title, room-kit.Width(where)-min(kit.Width(where), 1))
	}
	for i, line := range words {
		switch {
		case c.off != "":
			line = t.Quiet.Paint(line)
		case selected:
			line = t.Selected.Paint(line)
		}
		switch {
		case i > 0:
			line = kit.Spaces(kit.Width(lead)) + line
		case where == "":
			line = lead + line
		default:
			line = lead + kit.Spread(line, where, room, sg)
		}
		words[i] = line
	}
	return words
}

// Click chooses the row.
func (p *picker) Click(_, y int) (bool, tea.Cmd) {
	if y -= aboveRows; y < 0 || y >= len(p.drawn) {
		return false, nil
	}
	return p.choose(p.drawn[y])
}
