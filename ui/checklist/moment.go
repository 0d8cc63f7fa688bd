package checklist

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/theme"
)

// when is a time as a chronology shows it.
func when(at, now time.Time) string {
	return at.In(now.Location()).Format("Mon 2 Jan 2006, 15:04")
}

// The chronology has its dates in a column of their own where there is room for
// it, and above what was recorded then where there isn't.
const (
	dateWidth = len("Mon 23 Nov 2026, 09:42") + 2
	dateRoom  = 84
)

// layMoment adds a moment to the page: when, what it is and who by, and below that
// what was recorded. It returns the line at which its title ends.
func (c *concernPage) layMoment(p *document.Page, m model.Moment) int {
	t, sg := c.v.env.Theme, c.v.env.Signs
	date, in := when(m.Recorded, c.v.env.Now), dateWidth
	if p.Width < dateRoom {
		p.Raw(t.Quiet.Render(date), date)
		date, in = "", 0
	}
	inside := document.NewPage(p.Width-in-2, t, sg)
	inside.Text(t.Strong, c.momentTitle(m))
	titled := len(p.Lines) + len(inside.Lines)
	c.drawMoment(inside, m)
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

// momentTitle says what it is, and who by.
func (c *concernPage) momentTitle(m model.Moment) string {
	title := m.Title
	if m.Concern != c.id {
		title += " (another concern under this reference)"
	}
	if m.By != "" {
		title += ", by " + model.CleanLine(m.By)
	}
	return title
}

// drawMoment is what a moment says, below its title.
func (c *concernPage) drawMoment(p *document.Page, m model.Moment) {
	t := c.v.env.Theme
	if m.Kind == model.KindAction {
		c.actionEnd(p, m)
	}
	f := labels{p: p, t: t}
	if m.About != "" {
		about := m.About
		if m.Entry.Part != "" {
			about += ": " + model.CleanLine(m.Entry.Part)
		}
		f.add("About", about, t.Quiet)
	}
	for _, said := range m.Fields {
		if m.Walkthrough == nil || said.Label != "Setting" && said.Label != model.RecordedBy {
			st := t.Plain
			if said.Label == model.ChildsWords.Label() {
				st = t.Quote
			}
			f.add(said.Label, said.Text, st)
		}
	}
	if m.Walkthrough != nil {
		c.walkthrough(&f, m)
	}
	f.lay()
	for _, k := range m.Corrections {
		part := model.CleanLine(k.Part)
		if part != "" {
			part += ", "
		}
		p.Text(t.Note, "Corrected on "+when(k.Recorded, c.v.env.Now)+": "+part+"it should say “"+model.Clean(k.Text)+
			"”")
	}
}

// walkthrough says in a few lines what a walkthrough recorded; Enter opens the
// whole of it.
func (c *concernPage) walkthrough(f *labels, m model.Moment) {
	t := c.v.env.Theme
	for i, section := range document.AboutOf(c.v.env).ClosingSections(m.Walkthrough) {
		if i == 0 && len(section.Items) == 0 {
			f.add(section.Title, section.Empty, t.Plain)
		}
		for _, it := range section.Items {
			if it.Evidence == nil && it.Answer != string(model.Seen) && it.Answer != string(model.Told) {
				continue // of the others, what has evidence
			}
			f.add(component.Capital(it.Answer), it.Text, t.Plain)
			if it.Evidence != nil {
				st := t.Plain
				if it.Evidence.Kind == string(model.ChildsWords) {
					st = t.Quote
				}
				f.below(it.Evidence.Label, it.Evidence.Text, st)
			}
		}
	}
}

// actionEnd says how an action ended.
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
			p.Text(t.Quiet, a.Closed.Kind.Title()+", "+when(a.Closed.Recorded, c.v.env.Now))
		}
	}
}

// labels are labelled texts whose labels stand in a column of their own.
type labels struct {
	p     *document.Page
	t     *theme.Theme
	lines []labelled
}

type labelled struct {
	label, text string
	style       lipgloss.Style
	// under puts it below the text before, its label before it.
	under bool
}

func (f *labels) add(label, text string, st lipgloss.Style) {
	f.lines = append(f.lines, labelled{label: label, text: text, style: st})
}

func (f *labels) below(label, text string, st lipgloss.Style) {
	f.lines = append(f.lines, labelled{label: label, text: text, style: st, under: true})
}

// widestLabel is the widest that the column of labels gets; a longer label stands
// on its own line.
const widestLabel = 22

func (f *labels) lay() {
	in := 0
	for _, l := range f.lines {
		if n := component.Width(l.label) + 2; !l.under && n <= min(widestLabel, f.p.Width/3) {
			in = max(in, n)
		}
	}
	for _, l := range f.lines {
		label := model.CleanLine(l.label) + ":"
		switch {
		case l.under:
			f.p.Said(in, label, l.text, l.style)
		case component.Width(label) >= in:
			f.p.Said(0, label, l.text, l.style)
		default:
			lead := label + component.Spaces(in-component.Width(label))
			start := len(f.p.Lines)
			f.p.Hang(l.style, lead, l.text)
			first := &f.p.Lines[start]
			first.Text = f.t.Quiet.Render(label) + strings.TrimPrefix(first.Text, label)
		}
	}
}
