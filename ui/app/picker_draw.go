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
		"  " + t.Heading.Render(p.title),
		"  " + p.field.Draw(t),
	}
	p.drawn = nil
	if len(p.rows) == 0 {
		return append(out, "", "  No match. Try fewer letters.")
	}
	lines, of := kit.Choices(&p.list, p.w, t, sg, func(i int) kit.Choice { return p.rows[i].shown() })
	p.drawn = of
	return append(out, lines...)
}

// shown is what the row says: why it can't be done, or what kind of thing it is.
func (c choice) shown() kit.Choice {
	row := kit.Choice{Key: c.key, Text: c.title, Where: c.where, Heading: c.heading}
	if c.off != "" {
		row.Where, row.Off = c.off, true
	}
	return row
}

// Click chooses the row.
func (p *picker) Click(_, y int) (bool, tea.Cmd) {
	if y -= aboveRows; y < 0 || y >= len(p.drawn) {
		return false, nil
	}
	return p.choose(p.drawn[y])
}
