package checklist

import (
	"cmp"
	"time"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
)

// heading is how the concern stands.
func (c *concernPage) heading(p *document.Page) {
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
		return "decided, open since " + opened + ". Not yet filed (press f)."
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

func (c *concernPage) openAction(p *document.Page, a model.Action) {
	t := c.v.env.Theme
	st, text := t.Plain, "due "+model.DayInWords(a.Due)
	if a.Overdue {
		st, text = t.Alert, "OVERDUE since "+model.DayInWords(a.Due)
	}
	if a.Due == "" {
		text = "no day given"
	}
	if owner := model.CleanLine(a.Owner); owner != "" {
		text = owner + ", " + text
	}
	if a.Plan != nil {
		text += "; a plan in the Protective tab"
	}
	p.Labelled(st, "To do", model.CleanLine(a.Text)+" ("+text+")")
}

// when is a time as a chronology shows it.
func when(at, now time.Time) string {
	return at.In(now.Location()).Format("Mon 2 Jan 2006, 15:04")
}

// drawTitle says when it was recorded, what it is, and who by.
func (c *concernPage) drawTitle(p *document.Page, m model.Moment) {
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
func (c *concernPage) drawMoment(p *document.Page, m model.Moment) {
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
		p.Hang(t.Note, "  ", "Corrected on "+when(k.Recorded, c.v.env.Now)+": "+cmp.Or(model.CleanLine(k.Part)+", ", "")+"it should say “"+model.Clean(k.Text)+"”")
	}
}

// field is a labelled text of a moment, its further lines below the first.
func field(p *document.Page, st kit.Style, label, text string) { p.Hang(st, "  ", label+": "+text) }

// drawWalkthrough says in a few lines what a walkthrough recorded; Enter opens
// the whole of it.
func (c *concernPage) drawWalkthrough(p *document.Page, m model.Moment) {
	t, w := c.v.env.Theme, m.Walkthrough
	for _, f := range m.Fields {
		if f.Label != "Setting" && f.Label != model.RecordedBy {
			field(p, t.Plain, f.Label, f.Text)
		}
	}
	for i, section := range document.AboutOf(c.v.env).ClosingSections(w) {
		if i == 0 && len(section.Items) == 0 {
			p.Hang(t.Plain, "  ", section.Title+": "+section.Empty)
		}
		for _, it := range section.Items {
			c.drawItem(p, it)
		}
	}
}

// drawItem is what was recorded of an item in a line: what was seen or told, and
// of the others what has evidence.
func (c *concernPage) drawItem(p *document.Page, it document.RecordedItem) {
	text := it.Text
	switch {
	case it.Evidence != nil:
		text += " " + c.v.env.Signs.Dash + " " + it.Evidence.Label + ": " + it.Evidence.Text
	case it.Answer != string(model.Seen) && it.Answer != string(model.Told):
		return
	}
	field(p, c.v.env.Theme.Plain, kit.Capital(it.Answer), text)
}

// actionEnd says how an action ended.
func (c *concernPage) actionEnd(p *document.Page, m model.Moment) {
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
