package checklist

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// concernPage is a concern's own page: how it stands, and everything under its reference, in order.
type concernPage struct {
	v       *View
	w, h    int
	id      string
	concern *model.Concern
	moments []model.Moment
	at      int
	scroll  component.Scroll
	lines   []document.Line
	// spans are the lines of the page that each moment takes.
	spans   []span
	drawnAt int
	// head stands above the moments and doesn't scroll with them.
	head []string
}

// span is the lines of a moment: from, where its title ends, and to.
type span struct{ from, titled, to int }

// newConcernPage opens a concern at its last moment.
func newConcernPage(v *View, id string) *concernPage {
	c := &concernPage{v: v, id: id}
	c.reread()
	return c
}

func (c *concernPage) reread() {
	c.concern = cmp.Or(c.v.concern(c.id), &model.Concern{ID: c.id})
	c.moments = c.concern.Chronology()
	if c.concern.Ref != "" {
		c.moments = model.Chronology(c.v.concerns, c.concern.Ref)
	}
	c.at = max(len(c.moments)-1, 0)
	c.redraw()
}

func (c *concernPage) selectMoment(id string) {
	if i := slices.IndexFunc(c.moments, func(m model.Moment) bool { return m.ID == id }); i >= 0 {
		c.at = i
	}
}

func (c *concernPage) moment() model.Moment {
	if c.at >= len(c.moments) {
		return model.Moment{}
	}
	return c.moments[c.at]
}

func (c *concernPage) SetSize(w, h int) { c.lay(component.Inside(w, h)) }

func (c *concernPage) lay(w, h int) {
	c.w, c.h = w, h
	c.redraw()
}

func (c *concernPage) redraw() {
	if c.w == 0 {
		return
	}
	top := c.v.page(min(c.w-4, 96))
	c.standing(top)
	// How it stands is worth a third of the screen at most; what is left off
	// stands among the moments.
	c.head = component.Inset(top.Painted())
	c.head = c.head[:min(len(c.head), max(c.h/3, 2))]
	c.head = append(c.head, c.v.env.Theme.Quiet.Render(strings.Repeat(c.v.env.Signs.Rule, c.w)))
	p := c.v.page(min(c.w-4, 110))
	c.spans = c.spans[:0]
	for _, m := range c.moments {
		p.Gap()
		s := span{from: len(p.Lines)}
		s.titled = c.layMoment(p, m)
		s.to = len(p.Lines)
		c.spans = append(c.spans, s)
	}
	c.lines = p.Lines
	c.scroll.Set(p.Painted(), c.h-len(c.head))
	c.bring()
}

func (c *concernPage) selected() span {
	if c.at >= len(c.spans) {
		return span{}
	}
	return c.spans[c.at]
}

// bring scrolls to the selected moment: its start first.
func (c *concernPage) bring() {
	s := c.selected()
	c.drawnAt = c.at
	c.scroll.Bring(s.from, s.to)
}

func (c *concernPage) View() []string {
	lines := c.draw()
	return c.v.frame(component.Pane{
		Title: model.ReferenceWords(c.concern.Ref), Right: model.CleanLine(c.concern.Setting),
		Bottom: c.scroll.Says(c.v.env.Signs),
	}, lines)
}

func (c *concernPage) draw() []string {
	if c.drawnAt != c.at {
		c.bring()
	}
	t, sg, s := c.v.env.Theme, c.v.env.Signs, c.selected()
	from, to := c.scroll.Visible()
	out := append(make([]string, 0, c.h), c.head...)
	for i := from; i < to; i++ {
		line, selected := c.lines[i].Text, i >= s.from && i < s.to
		if selected && i < s.titled {
			line = t.Selected.Render(c.lines[i].Plain)
		}
		out = append(out, component.Mark(selected, t, sg)+line)
	}
	return out
}

// Update scrolls, and selects the moment that is clicked; a second click opens it.
func (c *concernPage) Update(msg tea.Msg) tea.Cmd {
	switch msg := c.v.inPane(msg).(type) {
	case component.RedrawMsg:
		c.redraw()
	case tea.MouseWheelMsg:
		c.scroll.By(component.Wheel(msg))
	case tea.MouseClickMsg:
		line := msg.Y - len(c.head) + c.scroll.YOffset()
		switch i := slices.IndexFunc(c.spans, func(s span) bool { return line >= s.from && line < s.to }); i {
		case -1:
		case c.at:
			return c.enter()
		default:
			c.at = i
		}
	}
	return nil
}

func (c *concernPage) Cursor() *tea.Cursor { return nil }

func (c *concernPage) standing(p *document.Page) {
	t, con := c.v.env.Theme, c.concern
	late := con.Transfer.Waiting() && con.Transfer.Late
	if late {
		p.Labelled(t.Alert, "Move", con.Transfer.Words())
	}
	c.toDo(p, true)
	p.Labelled(t.Plain, "State", c.state())
	c.toDo(p, false)
	if con.Review != "" {
		text := "on " + model.DayInWords(con.Review)
		if con.ReviewDue {
			text += ": due. v sets the walkthroughs side by side."
		}
		p.Labelled(t.Plain, "Review", text)
	}
	if con.Transfer != nil && !late {
		p.Labelled(t.Plain, "Move", con.Transfer.Words())
	}
}

// state says where the concern is in its life, and what is next.
func (c *concernPage) state() string {
	con := c.concern
	opened := con.Opened.In(c.v.env.Now.Location()).Format("2 January 2006")
	filed := ""
	for _, e := range con.Entries {
		if e.Kind == model.KindFiling {
			filed = "In " + model.CleanLine(e.System)
			if e.SystemRef != "" {
				filed += ", " + model.CleanLine(e.SystemRef)
			}
			filed += ", on " + model.DayInWords(e.On) + "."
		}
	}
	switch {
	case con.State == model.StateOpen:
		return "open since " + opened + ". Nothing is decided yet: d."
	case con.State == model.StateDecided:
		return "decided, open since " + opened + ". Not yet filed (press f)."
	case con.NotFiled:
		return "filed, but what came since is not: f. " + filed
	}
	return string(con.State) + ". " + filed
}

func (c *concernPage) toDo(p *document.Page, overdue bool) {
	t := c.v.env.Theme
	for _, a := range c.concern.Actions {
		if a.Closed != nil || a.Overdue != overdue {
			continue
		}
		st, text := t.Plain, "due "+model.DayInWords(a.Due)
		switch {
		case a.Due == "":
			text = "no day given"
		case overdue:
			st, text = t.Alert, "OVERDUE since "+model.DayInWords(a.Due)
		}
		if owner := model.CleanLine(a.Owner); owner != "" {
			text = owner + ", " + text
		}
		if a.Plan != nil {
			text += "; a plan in the Protective tab"
		}
		p.Labelled(st, "To do", model.CleanLine(a.Text)+" ("+text+")")
	}
}
