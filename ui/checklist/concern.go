package checklist

import (
	"cmp"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
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
	page                 *kit.Page
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
	top := kit.NewPage(min(c.w-4, 96), t, sg)
	c.heading(top)
	c.head = kit.Inset(top.Painted())
	// How it stands is worth a third of the screen at most; what is left off
	// stands among the moments.
	if most := max(c.h/3, 2); len(c.head) > most {
		c.head = c.head[:most]
	}
	c.head = append(c.head, t.Quiet.Paint(strings.Repeat(sg.Rule, c.w)))
	p := kit.NewPage(min(c.w-4, 96), t, sg)
	c.starts, c.titled, c.ends = c.starts[:0], c.titled[:0], c.ends[:0]
	for _, m := range c.moments {
		p.Gap()
		c.starts = append(c.starts, len(p.Lines))
		c.drawTitle(p, m)
		c.titled = append(c.titled, len(p.Lines))
		c.drawMoment(p, m)
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
		mark, text := "  ", c.page.Lines[i].Text
		if len(c.starts) > 0 && i >= c.starts[c.at] && i < c.ends[c.at] {
			mark = t.Accent.Paint(sg.Bar) + " "
			if i < c.titled[c.at] {
				text = t.Selected.Paint(c.page.Lines[i].Plain)
			}
		}
		out = append(out, mark+text)
	}
	return out
}

// heading is how the concern stands.
func (c *concernPage) heading(p *kit.Page) {
	t, con := c.v.env.Theme, c.concern
	title := refOr(con.Ref)
	if con.Setting != "" {
		title += "  " + c.v.env.Signs.Dash + "  " + model.CleanLine(con.Setting)
	}
	p.Text(t.Heading, title)
	late := con.Transfer.Waiting() && con.Transfer.Late
	if late {
		p.Labelled(t.Alert, "Move", con.Transfer.Words())
	}
	for _, a := range con.OverdueActions() {
		c.openAction(p, a)
	}
	p.Labelled(t.Plain, "State", c.state())
	for _, a := range con.Actions {
		if a.Closed == nil && !a.Overdue {
			c.openAction(p, a)
		}
	}
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
	con, now := c.concern, c.v.env.Now
	opened := con.Opened.In(now.Location()).Format("2 January 2006")
	switch {
	case con.State == model.StateOpen:
		return "open since " + opened + ". Nothing is decided yet: d."
	case con.State == model.StateDecided:
		return "decided, open since " + opened + ". Not yet filed: f."
	case con.NotFiled:
		return "filed, but what came since is not: f. " + c.filed()
	}
	return string(con.State) + ". " + c.filed()
}

// filed says where the school's own record is.
func (c *concernPage) filed() string {
	text := ""
	for _, e := range c.concern.Entries {
		if e.Kind == model.KindFiling {
			text = "In " + model.CleanLine(e.System)
			if e.SystemRef != "" {
				text += ", " + model.CleanLine(e.SystemRef)
			}
			text += ", on " + model.DayInWords(e.On) + "."
		}
	}
	return text
}

func (c *concernPage) openAction(p *kit.Page, a model.Action) {
	t := c.v.env.Theme
	st, text := t.Plain, "due "+model.DayInWords(a.Due)
	if a.Overdue {
		st, text = t.Alert, "OVERDUE since "+model.DayInWords(a.Due)
	}
	p.Labelled(st, "To do", model.CleanLine(a.Text)+" ("+model.CleanLine(a.Owner)+", "+text+")")
}

// when is a time as a chronology shows it.
func when(at, now time.Time) string {
	return at.In(now.Location()).Format("Mon 2 Jan 2006, 15:04")
}

// drawTitle says when it was recorded, what it is, and who by.
func (c *concernPage) drawTitle(p *kit.Page, m model.Moment) {
	title := when(m.Recorded, c.v.env.Now) + "  " + m.Title
	if m.Concern != c.id {
		title += " (another concern under this reference)"
	}
	if m.By != "" {
		title += ", by " + model.CleanLine(m.By)
	}
	p.Text(c.v.env.Theme.Strong, title)
}

// drawMoment is what a moment says, below its title.
func (c *concernPage) drawMoment(p *kit.Page, m model.Moment) {
	t := c.v.env.Theme
	if m.About != "" {
		about := m.About
		if m.Entry.Part != "" {
			about += ": " + model.CleanLine(m.Entry.Part)
		}
		p.Hang(t.Quiet, "  ", "About: "+about)
	}
	if m.Walkthrough != nil {
		c.drawWalkthrough(p, m)
	}
	for _, f := range m.Fields {
		if m.Walkthrough == nil {
			field(p, t.Plain, f.Label, f.Text)
		}
	}
	if m.Kind == model.KindAction {
		c.actionEnd(p, m)
	}
	for _, k := range m.Corrections {
		p.Hang(t.Note, "  ", "Corrected on "+when(k.Recorded, c.v.env.Now)+": "+cmp.Or(model.CleanLine(k.Part)+", ", "")+"it should say “"+model.CleanLine(k.Text)+"”")
	}
}

// field is a labelled text of a moment, its further lines below the first.
func field(p *kit.Page, st kit.Style, label, text string) { p.Hang(st, "  ", label+": "+text) }

// drawWalkthrough says in a few lines what a walkthrough recorded; Enter opens
// the whole of it.
func (c *concernPage) drawWalkthrough(p *kit.Page, m model.Moment) {
	t, w := c.v.env.Theme, m.Walkthrough
	for _, f := range m.Fields {
		if f.Label != "Setting" && f.Label != "Recorded by" {
			field(p, t.Plain, f.Label, f.Text)
		}
	}
	for _, answer := range []model.Answer{model.Seen, model.Told} {
		for _, e := range w.Answered(answer) {
			text := model.CleanLine(e.Text)
			if e.Evidence != "" {
				text += " " + c.v.env.Signs.Dash + " " + evidenceLabel(e) + ": " + model.CleanLine(e.Evidence)
			}
			field(p, t.Plain, kit.Capital(string(answer)), text)
		}
	}
	if len(w.Answered(model.Seen, model.Told)) == 0 {
		p.Hang(t.Plain, "  ", "Nothing seen or told is recorded. An empty list is no reassurance.")
	}
}

// actionEnd says how an action ended.
func (c *concernPage) actionEnd(p *kit.Page, m model.Moment) {
	t := c.v.env.Theme
	for _, a := range c.concern.Actions {
		switch {
		case a.ID != m.ID:
		case a.Overdue:
			p.Hang(t.Alert, "  ", "Overdue. x ticks it off.")
		case a.Closed == nil:
			p.Hang(t.Quiet, "  ", "Open. x ticks it off.")
		default:
			p.Hang(t.Quiet, "  ", a.Closed.Kind.Title()+", "+when(a.Closed.Recorded, c.v.env.Now))
		}
	}
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
