package protective

import (
	"cmp"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// Pane is the list's.
func (v *View) Pane() component.Pane { return component.Pane{Title: "Protective factors"} }

// Top is the line above the rows.
func (v *View) Top() int { return 1 }

// Lines are the rows, or the references that are offered.
func (v *View) Lines() []string {
	if v.picker != nil {
		return v.picker.View()
	}
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	unsaved := ""
	if v.notes.keep == nil && v.notes.unsaved() || len(v.notes.failed) > 0 {
		unsaved = t.Alert.Render("NOT SAVED ")
	}
	out := []string{component.Spread(v.topLine(), unsaved, w, sg)}
	if len(v.rows) == 0 {
		nothing := "No protective factor is called that. Esc shows all."
		if v.by == byDue && v.Find.Value() == "" {
			nothing = "Nothing is planned. b on a factor plans it; v goes on."
		}
		return append(out, "", component.Fit(nothing, w, sg))
	}
	return append(out, component.TallRows(&v.List, w, t, sg, v.drawRow)...)
}

func (v *View) topLine() string {
	t := v.Env.Theme
	if v.Find.Focused() || v.Find.Value() != "" || v.whose.all() && v.by == byDomain {
		return v.Find.Draw(t)
	}
	line := t.Accent.Render("Showing: ") + [...]string{"every factor", "seen and missing", "what we will do"}[v.by]
	if !v.whose.all() {
		line += ", " + v.whose.word()
	}
	return line
}

func (v *View) drawRow(i int, selected bool) []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	r := v.rows[i]
	if r.heading != "" {
		return []string{t.Group.Render(strings.ToUpper(r.heading))}
	}
	lines := v.title(r)
	for i, title := range lines {
		if selected {
			title = t.Selected.Render(title)
		}
		lines[i] = " " + title
	}
	lines[0] = component.Spread(lines[0], v.aside(r), w-2, sg)
	return lines
}

// title is a row's words, beside what stands at its end.
func (v *View) title(r row) []string {
	w, _ := v.Inside()
	text, aside := r.item.Text, len("  notes ")
	switch {
	case r.heading != "":
		return []string{r.heading}
	case r.note != nil:
		text, aside = model.CleanLine(r.note.Build.What), 24
	case v.whose.ref != "":
		aside = len("  notes  don't know ")
	}
	return component.WrapBeside(text, w-3-aside, w-4)
}

// aside is what a row says at its end; of what wasn't considered nothing, so that there is room.
func (v *View) aside(r row) string {
	t := v.Env.Theme
	if r.note != nil {
		st := t.Quiet
		if r.note.Build.Overdue(v.Env.Now) {
			st = t.Alert
		}
		return st.Render(dueState(r.note.Build, v.Env.Now)) + " "
	}
	out := ""
	if len(v.notes.about(r.item.ID, v.whose)) > 0 {
		out = t.Local.Render("notes") + " "
	}
	if w, ok := v.lastWalk(); ok && v.by == byDomain {
		if a := w.AnswerTo(r.item.ID); a != model.NotConsidered {
			if out != "" {
				out += " "
			}
			out += t.Quiet.Render(v.Env.Signs.Answer(a)+" "+a.String()) + " "
		}
	}
	return out
}

// Preview is what a narrow screen shows of the selected factor below the list.
func (v *View) Preview() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	out := append(make([]string, 0, previewLines), v.Rule())
	if r, ok := v.selected(); ok {
		title, below := r.item.Text, v.notesWord()
		if r.note != nil {
			title, below = model.CleanLine(r.note.Build.What), r.item.Text+" "+sg.Dot+" "+v.ownerAndDay(r.note.Build)
		}
		for _, l := range component.WrapText(title, w) {
			out = append(out, "  "+t.Strong.Render(l))
		}
		for len(out) < previewLines-1 {
			out = append(out, "")
		}
		out = append(out, component.Fit(t.Quiet.Render(below), w, sg))
	}
	for len(out) < previewLines {
		out = append(out, "")
	}
	return out[:previewLines]
}

// notesWord says how the factor's private notes stand, without a count.
func (v *View) notesWord() string {
	if why := v.cantWrite(); why != "" {
		return "Private notes: " + why
	}
	if len(v.shownNotes()) > 0 {
		return "There are private notes: Enter shows them."
	}
	return "No private notes on it: n writes one."
}

// Title names the details by their part of the tab; what is selected is their heading.
func (v *View) Title() string { return "Factor and notes" }

// Page is the selected factor: its words, the private notes, and then the
// protocol's guidance with our notes.
func (v *View) Page() []string {
	t, pack, r := v.Env.Theme, v.Env.Pack, v.rows[v.List.At]
	p := document.NewPage(v.Split.Text(v.W, v.H), t, v.Env.Signs)
	p.Text(t.Heading, r.item.Text)
	stands := r.domain.Title
	if v.factors.Section != "" {
		stands = "section " + v.factors.Section + ", " + stands
	}
	p.Edition(pack.Edition().Years, t.Quiet.Render(stands))
	v.recorded(p, r.item.ID)
	v.private(p)
	p.Notes(pack.NotesAbout(r.item.ID, r.domain.ID))
	p.Blocks(r.domain.Guidance, nil)
	p.Blocks(document.WithoutHeadings(v.factors.Intro), func(id string) []model.Note { return pack.NotesAbout(id) })
	p.Notes(pack.NotesAbout(v.factors.ID))
	return p.Painted()
}

// recorded adds what the last walkthrough of the shown reference says of a factor.
func (v *View) recorded(p *document.Page, item string) {
	if v.whose.ref == "" || v.notes.keep == nil {
		return
	}
	t, sg := v.Env.Theme, v.Env.Signs
	p.Gap()
	p.Text(t.Strong, "Last walkthrough of "+v.whose.word())
	w, ok := v.lastWalk()
	if !ok {
		p.Text(t.Plain, "None is kept yet: the Checklist tab starts one.")
		return
	}
	state := "finished"
	if w.Finished.IsZero() {
		state = "unfinished"
	}
	e, _ := w.Entry(item)
	p.Text(t.Plain, component.Capital(e.Answer.String())+" "+sg.Dot+" "+when(w.Started, v.Env.Now)+", "+state)
	if e.Evidence != "" {
		p.Hang(t.Plain, "  "+e.EvidenceLabel()+": ", model.Clean(e.Evidence))
	}
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
		mark, st := component.Mark(false, t, sg), t.Local
		if v.Reading && i == v.noteAt {
			mark, st = sg.Bar+" ", t.Selected
		}
		dot := " " + sg.Dot + " "
		title := "For " + cmp.Or(model.CleanLine(n.Ref), "the whole school") + dot + when(n.Changed, v.Env.Now)
		if by := model.CleanLine(n.ChangedBy); by != "" {
			title += ", " + by
		}
		title += dot
		if n.Beside != "" {
			title += model.AnotherVersion + ", "
		}
		p.Hang(st, mark, title+v.notes.state(n.ID))
		p.Blocks(content.Blocks(n.Body), nil)
		if n.Build.Planned() {
			p.Gap()
			p.Labelled(t.Plain, "We will", model.CleanLine(n.Build.What))
			st = t.Plain
			if n.Build.Overdue(v.Env.Now) {
				st = t.Alert
			}
			p.Labelled(st, component.Spaces(component.Width("We will")), v.ownerAndDay(n.Build))
		}
	}
}

func when(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Format(time.DateOnly) == now.Format(time.DateOnly) {
		return "today " + t.Format("15:04")
	}
	return t.Format("2 Jan 2006 15:04")
}

// dueState says how a plan stands, in words: overdue, by when, or done.
func dueState(b model.Building, now time.Time) string {
	due := model.CleanLine(b.Due)
	if day, ok := b.DueDay(now); ok && day.Year() == now.Year() {
		due = day.Format("Mon 2 Jan") // without its year where that is this one
	} else if ok {
		due = day.Format("2 Jan 2006")
	}
	switch {
	case !b.Done.IsZero():
		return "done " + b.Done.In(now.Location()).Format("2 Jan")
	case b.Overdue(now):
		return "overdue, " + due
	case b.Due != "":
		return "by " + due
	}
	return "no day"
}

func (v *View) ownerAndDay(b model.Building) string {
	state := dueState(b, v.Env.Now)
	if _, ok := b.DueDay(v.Env.Now); !ok && b.Due != "" && b.Done.IsZero() {
		state = "by " + b.DueWords()
	}
	return cmp.Or(model.CleanLine(b.Owner), "No owner yet") + " " + v.Env.Signs.Dot + " " + state
}
