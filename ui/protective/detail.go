package protective

import (
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Page is the selected factor: its words, the private notes, and then the
// protocol's guidance with our notes.
func (v *View) Page() []string {
	p := document.NewPage(v.Split.Text(v.W, v.H), v.Env.Theme, v.Env.Signs)
	v.factor(p, v.rows[v.List.At])
	return p.Painted()
}

// Title names the details by their part of the tab; what is selected is their heading.
func (v *View) Title() string { return "Factor and notes" }

func (v *View) factor(p *document.Page, r row) {
	t := v.Env.Theme
	p.Text(t.Heading, r.item.Text)
	p.Edition(v.Env.Pack.Edition().Years, t.Quiet.Render(strings.Join(v.stands(r), ", ")))
	v.recorded(p, r.item.ID)
	v.private(p)
	p.Notes(v.Env.Pack.NotesAbout(r.item.ID, r.domain.ID))
	p.Blocks(r.domain.Guidance, nil)
	p.Blocks(document.WithoutHeadings(v.factors.Intro),
		func(id string) []model.Note { return v.Env.Pack.NotesAbout(id) })
	p.Notes(v.Env.Pack.NotesAbout(v.factors.ID))
}

// stands says of which edition, section and domain a factor is.
func (v *View) stands(r row) []string {
	var at []string
	if v.factors.Section != "" {
		at = append(at, "section "+v.factors.Section)
	}
	return append(at, r.domain.Title)
}

// private adds the private notes, newest first, and where each of them starts.
func (v *View) private(p *document.Page) {
	t, sg := v.Env.Theme, v.Env.Signs
	v.starts = v.starts[:0]
	p.Gap()
	p.Text(t.Strong, "Private notes")
	if why := v.cantWrite(); why != "" {
		p.Text(t.Plain, why)
		return
	}
	shown := v.shownNotes()
	if len(shown) == 0 {
		text := "None yet: n writes one, for a child or for the whole school; b plans what we will do to build this."
		if !v.whose.all() {
			text = "None for " + v.whose.word() + ": n writes one, b plans what we will do to build this, f shows " +
				"other references."
		}
		p.Text(t.Plain, text)
	}
	for i, n := range shown {
		p.Gap()
		v.starts = append(v.starts, len(p.Lines))
		mark, st := component.Spaces(component.Width(sg.Bar))+" ", t.Local
		if v.Reading && i == v.noteAt {
			mark, st = sg.Bar+" ", t.Selected
		}
		state := v.notes.state(n.ID)
		if n.Beside != "" {
			state = model.AnotherVersion + ", " + state
		}
		p.Hang(st, mark, whom(n)+" "+sg.Dot+" "+when(n.Changed, v.Env.Now)+byWhom(n)+" "+sg.Dot+" "+state)
		noteBody(p, n.Body)
		v.building(p, n.Build)
	}
}

// building adds what will be done to build the factor, by whom and by when.
func (v *View) building(p *document.Page, b model.Building) {
	if !b.Planned() {
		return
	}
	t := v.Env.Theme
	p.Gap()
	p.Labelled(t.Plain, "We will", model.CleanLine(b.What))
	st := t.Plain
	if b.Overdue(v.Env.Now) {
		st = t.Alert
	}
	p.Labelled(st, component.Spaces(component.Width("We will")), v.ownerAndDay(b))
}

// whom says for whom a note is.
func whom(n *model.FactorNote) string {
	if ref := model.CleanLine(n.Ref); ref != "" {
		return "For " + ref
	}
	return "For the whole school"
}

// byWhom is who changed a note last, behind its time, where that is known.
func byWhom(n *model.FactorNote) string {
	if by := model.CleanLine(n.ChangedBy); by != "" {
		return ", " + by
	}
	return ""
}

// when is a time as a person reads it.
func when(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "today " + t.Format("15:04")
	}
	return t.Format("2 Jan 2006 15:04")
}

// noteBody adds a note's Markdown.
func noteBody(p *document.Page, body string) { p.Blocks(content.Blocks(body), nil) }
