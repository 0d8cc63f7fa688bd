package checklist

import (
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/theme"
)

// The chronology has its dates in a column of their own where there is room for
// it, and above what was recorded then where there isn't.
const (
	dateWidth = len("Mon 23 Nov 2026, 09:42") + 2
	dateRoom  = 84
)

// layMoment adds a moment to the page, and returns the line at which its title ends.
func (c *concernPage) layMoment(p *document.Page, m model.Moment) int {
	t, sg := c.v.env.Theme, c.v.env.Signs
	date, in := c.v.when(m.Recorded), dateWidth
	if p.Width < dateRoom {
		p.Raw(t.Quiet.Render(date), date)
		date, in = "", 0
	}
	title := m.Title
	if m.Concern != c.id {
		title += " (another concern under this reference)"
	}
	if m.By != "" {
		title += ", by " + model.CleanLine(m.By)
	}
	inside := c.v.page(p.Width - in - 2)
	inside.Text(t.Strong, title)
	titled := len(p.Lines) + len(inside.Lines)
	c.writeMoment(inside, m)
	for i, l := range inside.Lines {
		lead, mark := component.Spaces(in), "  "
		if i == 0 {
			lead, mark = component.Fit(date, in, sg), sg.Full+" "
			if m.Draft {
				mark = sg.Empty + " "
			}
		}
		p.Raw(t.Quiet.Render(lead)+t.Accent.Render(mark)+l.Text, lead+mark+l.Plain)
	}
	return titled
}

// writeMoment is what a moment says, below its title.
func (c *concernPage) writeMoment(p *document.Page, m model.Moment) {
	t := c.v.env.Theme
	if m.Kind == model.KindAction {
		c.actionEnd(p, m)
	}
	var all labels
	if m.About != "" {
		about := m.About
		if m.Entry.Part != "" {
			about += ": " + model.CleanLine(m.Entry.Part)
		}
		all.add("About", about, t.Quiet)
	}
	for _, said := range m.Fields {
		if m.Walkthrough == nil || said.Label != "Setting" && said.Label != model.RecordedBy {
			all.add(said.Label, said.Text, c.v.said(said.Label == model.ChildsWords.Label()))
		}
	}
	if m.Walkthrough != nil {
		c.walkthrough(&all, m)
	}
	all.lay(p, t)
	for _, k := range m.Corrections {
		part := model.CleanLine(k.Part)
		if part != "" {
			part += ", "
		}
		p.Text(t.Note, "Corrected on "+c.v.when(k.Recorded)+": "+part+"it should say “"+model.Clean(k.Text)+"”")
	}
}

// walkthrough says in a few lines what it recorded; Enter opens the whole of it.
func (c *concernPage) walkthrough(all *labels, m model.Moment) {
	t := c.v.env.Theme
	for i, section := range document.AboutOf(c.v.env).ClosingSections(m.Walkthrough) {
		if i == 0 && len(section.Items) == 0 {
			all.add(section.Title, section.Empty, t.Plain)
		}
		for _, it := range section.Items {
			if it.Evidence == nil && it.Answer != string(model.Seen) && it.Answer != string(model.Told) {
				continue // of the others, what has evidence
			}
			all.add(component.Capital(it.Answer), it.Text, t.Plain)
			if e := it.Evidence; e != nil {
				*all = append(*all, labelled{e.Label, e.Text, c.v.said(e.Kind == string(model.ChildsWords)), true})
			}
		}
	}
}

func (c *concernPage) actionEnd(p *document.Page, m model.Moment) {
	t := c.v.env.Theme
	for _, a := range c.concern.Actions {
		switch {
		case a.ID != m.ID:
		case a.Overdue:
			p.Text(t.Alert, "Overdue. x ticks it off.")
		case a.Closed == nil:
			p.Text(t.Quiet, "Open. x ticks it off.")
		default:
			p.Text(t.Quiet, a.Closed.Kind.Title()+", "+c.v.when(a.Closed.Recorded))
		}
	}
}

// labels are labelled texts whose labels stand in a column of their own.
type labels []labelled

type labelled struct {
	label, text string
	style       lipgloss.Style
	// under puts it below the text before, its label before it.
	under bool
}

func (f *labels) add(label, text string, st lipgloss.Style) {
	*f = append(*f, labelled{label, text, st, false})
}

// widestLabel is the widest column of labels; a longer one has a line of its own.
const widestLabel = 22

func (f labels) lay(p *document.Page, t *theme.Theme) {
	in := 0
	for _, l := range f {
		if n := component.Width(l.label) + 2; !l.under && n <= min(widestLabel, p.Width/3) {
			in = max(in, n)
		}
	}
	for _, l := range f {
		label := model.CleanLine(l.label) + ":"
		switch {
		case l.under:
			p.Said(in, label, l.text, l.style)
		case component.Width(label) >= in:
			p.Said(0, label, l.text, l.style)
		default:
			start := len(p.Lines)
			p.Hang(l.style, label+component.Spaces(in-component.Width(label)), l.text)
			first := &p.Lines[start]
			first.Text = t.Quiet.Render(label) + strings.TrimPrefix(first.Text, label)
		}
	}
}
