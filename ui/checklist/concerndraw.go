package checklist

import (
	"time"

	"isspp/model"
	"isspp/ui/document"
)

// standing is how the concern stands.
func (c *concernPage) standing(p *document.Page) {
	t, con := c.v.env.Theme, c.concern
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
