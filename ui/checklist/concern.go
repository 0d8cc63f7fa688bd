package checklist

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// concernPage is a concern's own page: how it stands, what is to be done, and
// everything that was recorded under its reference, in order.
type concernPage struct {
	v       *View
	id      string
	concern *model.Concern
	moments []model.Moment
	at      int
	// starts and ends are the lines of the page that each moment takes, and titled
	// where its title ends.
	starts, titled, ends []int
	page                 *document.Page
	drawnAt              int
	// head stands above the moments and doesn't scroll with them.
	head   []string
	scroll kit.Scroll
	w, h   int
}

// newConcernPage opens a concern at its last moment.
func newConcernPage(v *View, id string) *concernPage {
	c := &concernPage{v: v, id: id}
	c.reread()
	return c
}

// reread reads the concern anew. A concern that is gone leaves an empty page.
func (c *concernPage) reread() {
	c.concern = c.v.concern(c.id)
	if c.concern == nil {
		c.concern = &model.Concern{ID: c.id}
	}
	c.moments = c.concern.Chronology()
	if c.concern.Ref != "" {
		c.moments = model.Chronology(c.v.concerns, c.concern.Ref)
	}
	c.at = max(len(c.moments)-1, 0)
	if c.w > 0 {
		c.layout()
	}
}

// selectMoment puts the selection on a record.
func (c *concernPage) selectMoment(id string) {
	for i, m := range c.moments {
		if m.ID == id {
			c.at = i
		}
	}
}

// moment is the selected one.
func (c *concernPage) moment() (model.Moment, bool) {
	if c.at < 0 || c.at >= len(c.moments) {
		return model.Moment{}, false
	}
	return c.moments[c.at], true
}

func (c *concernPage) resize(w, h int) {
	c.w, c.h = w, h
	c.layout()
}

func (c *concernPage) redraw() {
	if c.w > 0 {
		c.layout()
	}
}

// layout writes the page and brings the selected moment into view.
func (c *concernPage) layout() {
	t, sg := c.v.env.Theme, c.v.env.Signs
	top := document.NewPage(min(c.w-4, 96), t, sg)
	c.standing(top)
	c.head = kit.Inset(top.Painted())
	// How it stands is worth a third of the screen at most; what is left off
	// stands among the moments.
	if most := max(c.h/3, 2); len(c.head) > most {
		c.head = c.head[:most]
	}
	c.head = append(c.head, t.Quiet.Render(strings.Repeat(sg.Rule, c.w)))
	p := document.NewPage(min(c.w-4, 110), t, sg)
	c.starts, c.titled, c.ends = c.starts[:0], c.titled[:0], c.ends[:0]
	for _, m := range c.moments {
		p.Gap()
		c.starts = append(c.starts, len(p.Lines))
		c.titled = append(c.titled, c.layMoment(p, m))
		c.ends = append(c.ends, len(p.Lines))
	}
	c.page, c.drawnAt = p, c.at
	c.scroll.Set(len(p.Lines), c.below())
	c.bring()
}

// below is the lines that the moments have.
func (c *concernPage) below() int { return max(c.h-len(c.head), 1) }

// bring scrolls to the selected moment: its start first.
func (c *concernPage) bring() {
	if len(c.starts) == 0 {
		return
	}
	from, to := c.starts[c.at], c.ends[c.at]
	if to > c.scroll.Top+c.below() {
		c.scroll.By(to - c.scroll.Top - c.below())
	}
	if from < c.scroll.Top {
		c.scroll.By(from - c.scroll.Top)
	}
}

func (c *concernPage) draw() []string {
	if c.drawnAt != c.at {
		c.drawnAt = c.at
		c.bring()
	}
	t, sg := c.v.env.Theme, c.v.env.Signs
	from, to := c.scroll.Visible()
	out := append(make([]string, 0, c.h), c.head...)
	for i := from; i < to; i++ {
		text := c.page.Lines[i].Text
		selected := len(c.starts) > 0 && i >= c.starts[c.at] && i < c.ends[c.at]
		if selected && i < c.titled[c.at] {
			text = t.Selected.Render(c.page.Lines[i].Plain)
		}
		out = append(out, kit.Mark(selected, t, sg)+text)
	}
	return out
}

func (c *concernPage) click(_, y int) tea.Cmd {
	line := y - len(c.head) + c.scroll.Top
	for i := range c.starts {
		if line >= c.starts[i] && line < c.ends[i] {
			if i == c.at {
				return c.enter()
			}
			c.at = i
		}
	}
	return nil
}

func (c *concernPage) wheel(_, _, n int) { c.scroll.By(n) }

func (c *concernPage) cursor() *tea.Cursor { return nil }
