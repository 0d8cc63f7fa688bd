package rota

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// Pane is the list's.
func (v *View) Pane() component.Pane {
	title := [...]string{"Schools and settings", "Officers", "The week"}[v.mode]
	return component.Pane{Title: title, Right: "today, " + v.Env.Now.Format("Monday"), Bottom: v.List.Place()}
}

// Lines are the rows, as a list or as a week.
func (v *View) Lines() []string {
	if v.mode == asWeek {
		return v.drawWeek()
	}
	return v.drawList()
}

// todayColumn says whether somebody is assigned today: a sign and a word, or in
// a narrow list, with the details beside it, the sign alone.
func (v *View) todayColumn(word string) string {
	sg := v.Env.Signs
	sign := sg.Empty
	switch word {
	case "assigned":
		sign = sg.Full
	case "on request":
		sign = sg.Half
	case "ask":
		sign = "?"
	}
	if v.Wide() && v.W < component.Roomy {
		return sign
	}
	return component.Fit(sign+" "+word, 12, sg)
}

// leadLines stand above the list: what has become of the officers' role, where
// the school's own layer doesn't answer for every row, and why a school may be
// closed today.
func (v *View) leadLines() []string {
	w, _ := v.Inside()
	if v.W == 0 {
		return nil
	}
	lead := v.lead
	if v.Wide() && v.mode != asWeek {
		lead = "" // the details beside it say so
	}
	var out []string
	for _, text := range []string{lead, component.Capital(v.Env.Local.DayCaution(v.Env.Now))} {
		if text != "" {
			out = append(out, component.Paragraph(v.Env.Theme.Alert, "", text+".", w)...)
		}
	}
	return out
}

// drawList is the find line with the word "today" over the answers, and the rows.
func (v *View) drawList() []string {
	t, sg := v.Env.Theme, v.Env.Signs
	w, _ := v.Inside()
	out := append(v.leadLines(), component.Fit(v.Find.Draw(t), w, sg))
	if len(v.rows) == 0 {
		return append(out, v.nothing(w)...)
	}
	return append(out, component.TallRows(&v.List, w, t, sg, func(i int, selected bool) []string {
		r := v.rows[i]
		lines := v.titleLines(r)
		if selected {
			for i, title := range lines {
				lines[i] = t.Selected.Render(title)
			}
		}
		if lines[0] += v.localMark(r); r.mine {
			lines[0] += " " + t.Quiet.Render("my school")
		}
		lines[0] = component.Spread(lines[0], v.rightColumns(r), w-2, sg)
		return lines
	})...)
}

func (v *View) rightColumns(r row) string {
	sg, officer := v.Env.Signs, ""
	switch {
	case !v.namesOfficer() || v.mode == byOfficer:
	case r.local != nil:
		officer = component.Fit(v.Env.Theme.Local.Render(r.local.Who), 22, sg)
	default:
		officer = component.Fit(r.setting.Officer, 22, sg)
	}
	return officer + v.todayColumn(r.today) + " "
}

func (v *View) titleLines(r row) []string {
	w, _ := v.Inside()
	if v.mode == asWeek || v.W == 0 {
		return []string{r.title}
	}
	room := w - 3 - component.Width(v.rightColumns(r)) - component.Width(v.localMark(r))
	return component.WrapBeside(r.title, room, w-2)
}

// localMark marks a row that the school's own layer answers, and says where that
// has to be checked again.
func (v *View) localMark(r row) string {
	t := v.Env.Theme
	switch {
	case r.local == nil:
		return ""
	case v.Env.Local.Stale(*r.local, v.Env.Now):
		return " " + t.Local.Render(component.LocalLabel) + " " + t.Alert.Render("STALE")
	}
	return " " + t.Local.Render(component.LocalLabel)
}

// nothing is the honest answer where no setting matches.
func (v *View) nothing(w int) []string {
	t := v.Env.Theme
	p := document.NewPage(w, t, v.Env.Signs)
	p.Gap()
	p.Text(t.Strong, "No setting in the rota by that name.")
	if found, ok := lookup.FindRota(v.Env.Pack, v.Env.Local, v.Find.Value(), "", v.Env.Now).InDirectory(); ok {
		p.Text(t.Plain, "The directory has:")
		for _, line := range found.Lines() {
			p.Labelled(t.Strong, "   ", line)
		}
		return p.Painted()
	}
	p.LocalUnset(v.Env, "to enter a school's named officer")
	p.Notes(v.Env.NotesAbout(nil, "screen/not-in-rota"))
	return p.Painted()
}

// Preview is what a narrow screen shows of the selected row below the list.
func (v *View) Preview() []string {
	out := make([]string, v.previewLines())
	out[0] = v.Rule()
	r, ok := v.selected()
	if !ok {
		return out
	}
	w, _ := v.Inside()
	p := document.NewPage(w, v.Env.Theme, v.Env.Signs)
	switch {
	case r.local != nil:
		v.previewLocal(p, r)
	case r.setting != nil:
		v.previewSetting(p, *r.setting)
	default:
		for _, s := range r.officer.Settings {
			p.Text(v.Env.Theme.Plain, s.Name+": "+s.Assigned)
		}
	}
	copy(out[1:], v.previewNotes(p, len(out)-1))
	return out
}

// previewLocal is the school's own entry with the protocol's line below it. An
// officer whom the row names already is left out.
func (v *View) previewLocal(p *document.Page, r row) {
	t, e := v.Env.Theme, *r.local
	says := e.Answer()
	if v.namesOfficer() && v.mode == bySetting && e.CoversFor == "" && !e.Nobody() {
		says = strings.TrimPrefix(says, e.Who+", ")
	}
	if day := e.DayAnswer(v.Env.Now); day != "" {
		says += "; " + day
	}
	p.Labelled(t.Local, component.LocalLabel, says)
	for _, s := range r.own {
		p.Text(t.Plain, "at "+s.Name+"; protocol "+v.Env.Pack.Edition().Years+": "+s.Officer)
	}
	if s := r.setting; s != nil {
		p.Text(t.Plain, "Protocol "+v.Env.Pack.Edition().Years+": "+s.Officer+", "+s.Assigned)
	}
	// One line, since there may be no more: the whole of it is a key away. It says
	// whose it is, since the protocol's line stands between.
	in := p.Indent(component.LocalLabel)
	words := strings.TrimRight(component.Fit(v.Env.Local.CheckedWords(e, v.Env.Now), p.Width-in, v.Env.Signs), " ")
	p.Labelled(t.Quiet, component.LocalLabel, words)
}

// previewSetting leaves the officer out where the row names them already: what
// doesn't change from row to row needn't be drawn again.
func (v *View) previewSetting(p *document.Page, s model.Setting) {
	if !v.namesOfficer() {
		p.Raw(v.Env.Theme.Strong.Render(s.Officer)+"  "+document.Today(v.Env, s.On(v.Env.Now)), "")
	}
	p.Text(v.Env.Theme.Plain, "Protocol "+v.Env.Pack.Edition().Years+": "+s.Assigned)
}

func (v *View) namesOfficer() bool {
	w, _ := v.Inside()
	return !v.Wide() && w >= 72
}

// previewNotes adds the notes if they fit into h lines, and otherwise says that
// they are there: a note is never cut in the middle.
func (v *View) previewNotes(p *document.Page, h int) []string {
	r, _ := v.selected()
	open, folded := lookup.SettingNotes(v.Env.Pack, v.Env.Local, v.Env.Now, r.settings()...)
	notes := slices.Concat(open, folded)
	lines := p.Painted()
	if len(lines) > h {
		lines = lines[:h]
	}
	if r.local != nil && len(lines) == h {
		return lines // both layers' answers come before the word about notes
	}
	for i, n := range notes {
		one := document.NewPage(p.Width, v.Env.Theme, v.Env.Signs)
		one.Labelled(v.Env.Theme.Note, "Note", n.Text)
		more := 0
		if i < len(notes)-1 {
			more = 1
		}
		if len(lines)+len(one.Lines)+more > h {
			if len(lines) == h {
				lines = lines[:h-1]
			}
			return append(lines, v.Env.Theme.Strong.Render("Note")+"  "+
				v.Env.Theme.Note.Render("as of "+v.Env.Pack.Edition().Years+"; notes say what has changed: Enter"))
		}
		lines = append(lines, one.Painted()...)
	}
	return lines
}
