package rota

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/kit"
	"isspp/ui/lookup"
)

// Draw returns the body's lines.
func (v *View) Draw() []string {
	if v.kept == nil {
		v.kept = v.draw()
	}
	return v.kept
}

func (v *View) draw() []string {
	t, sg := v.env.Theme, v.env.Signs
	today := "today, " + v.env.Now.Format("Monday")
	list := kit.Pane{Title: "Schools and settings", Right: today, Bottom: v.list.Place(), Focus: true}
	switch v.mode {
	case asWeek:
		list.Title = "The week"
		return list.Draw(v.drawWeek(), v.w, v.h, t, sg)
	case byOfficer:
		list.Title = "Officers"
	}
	if v.wide() {
		detail := v.drawDetail()
		return kit.Beside(list.Draw(v.drawList(), v.listWidth(), v.h, t, sg), v.detailPane().Draw(detail, split.Pane(v.w), v.h, t, sg))
	}
	if v.reading {
		detail, p := v.drawDetail(), v.detailPane()
		p.Focus = true
		return p.Draw(detail, v.w, v.h, t, sg)
	}
	_, h := v.inside()
	out := v.drawList()
	for len(out) < h-v.previewLines() {
		out = append(out, "")
	}
	return list.Draw(append(out, v.preview()...), v.w, v.h, t, sg)
}

// detailPane is named by what is selected.
func (v *View) detailPane() kit.Pane {
	r, ok := v.selected()
	if !ok {
		return kit.Pane{}
	}
	return v.detail.Pane(r.title, v.env.Signs)
}

// todayColumn says whether somebody is assigned today: a sign and a word, or in
// a narrow list, with the details beside it, the sign alone.
func (v *View) todayColumn(word string) string {
	sg := v.env.Signs
	sign := sg.Empty
	switch word {
	case "assigned":
		sign = sg.Full
	case "on request":
		sign = sg.Half
	case "ask":
		sign = "?"
	}
	if v.wide() && v.w < kit.Roomy {
		return sign
	}
	return kit.Fit(sign+" "+word, 12, sg)
}

// leadLines stand above the list: what has become of the officers' role, where
// the school's own layer doesn't answer for every row, and why a school may be
// closed today.
func (v *View) leadLines() []string {
	w, _ := v.inside()
	if v.w == 0 {
		return nil
	}
	lead := v.lead
	if v.wide() && v.mode != asWeek {
		lead = "" // the details beside it say so
	}
	var out []string
	for _, text := range []string{lead, kit.Capital(v.env.Local.DayCaution(v.env.Now))} {
		if text != "" {
			out = append(out, kit.WrapText(text+".", w)...)
		}
	}
	return out
}

// drawLead paints them.
func (v *View) drawLead() []string {
	var out []string
	for _, l := range v.leadLines() {
		out = append(out, v.env.Theme.Alert.Render(l))
	}
	return out
}

// drawList is the find line with the word "today" over the answers, and the rows.
func (v *View) drawList() []string {
	t, sg := v.env.Theme, v.env.Signs
	w, _ := v.inside()
	out := append(v.drawLead(), kit.Fit(v.find.Draw(t), w, sg))
	if len(v.rows) == 0 {
		return append(out, v.nothing(w)...)
	}
	return append(out, kit.TallRows(&v.list, w, t, sg, func(i int, selected bool) []string {
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
		lines[0] = kit.Spread(lines[0], v.rightColumns(r, w), w-2, sg)
		return lines
	})...)
}

// rightColumns are the officer, where there is room, and whether they are assigned
// today.
func (v *View) rightColumns(r row, w int) string {
	return v.officerColumn(r, w) + v.todayColumn(r.today) + " "
}

// titleLines is a row's name in as many lines as it needs; the week has one for it.
func (v *View) titleLines(r row) []string {
	w, _ := v.inside()
	if v.mode == asWeek || v.w == 0 {
		return []string{r.title}
	}
	room := w - 3 - kit.Width(v.rightColumns(r, w)) - kit.Width(v.localMark(r))
	return kit.WrapBeside(r.title, room, w-2)
}

// localMark marks a row that the school's own layer answers, and says where that
// has to be checked again.
func (v *View) localMark(r row) string {
	t := v.env.Theme
	switch {
	case r.local == nil:
		return ""
	case v.env.Local.Stale(*r.local, v.env.Now):
		return " " + t.Local.Render(kit.LocalLabel) + " " + t.Alert.Render("STALE")
	}
	return " " + t.Local.Render(kit.LocalLabel)
}

// officerColumn names the officer in the row where there is room for it.
func (v *View) officerColumn(r row, w int) string {
	if !v.namesOfficer(w) || v.mode == byOfficer {
		return ""
	}
	if r.local != nil {
		return kit.Fit(v.env.Theme.Local.Render(r.local.Who), 22, v.env.Signs)
	}
	return kit.Fit(r.setting.Officer, 22, v.env.Signs)
}

// nothing is the honest answer where no setting matches.
func (v *View) nothing(w int) []string {
	t := v.env.Theme
	p := document.NewPage(w, t, v.env.Signs)
	p.Gap()
	p.Text(t.Strong, "No setting in the rota by that name.")
	if found, ok := lookup.FindRota(v.env.Pack, v.env.Local, v.find.Value(), "", v.env.Now).InDirectory(); ok {
		p.Text(t.Plain, "The directory has:")
		for _, line := range found.Lines() {
			p.Labelled(t.Strong, "   ", line)
		}
		return p.Painted()
	}
	p.LocalUnset(v.env, "to enter a school's named officer")
	p.Notes(v.env.NotesAbout(nil, "screen/not-in-rota"))
	return p.Painted()
}

// preview is what a narrow screen shows of the selected row below the list.
func (v *View) preview() []string {
	t, sg := v.env.Theme, v.env.Signs
	w, _ := v.inside()
	out := []string{t.Faint.Render(strings.Repeat(sg.Rule, w))}
	r, ok := v.selected()
	if !ok {
		return out
	}
	p := document.NewPage(w, t, sg)
	switch {
	case r.local != nil:
		v.previewLocal(p, r)
	case r.setting != nil:
		v.previewSetting(p, *r.setting)
	default:
		for _, s := range r.officer.Settings {
			p.Text(t.Plain, s.Name+": "+s.Assigned)
		}
	}
	return append(out, v.previewNotes(p, v.previewLines()-1)...)
}

// previewLocal is the school's own entry with the protocol's line below it. An
// officer whom the row names already is left out.
func (v *View) previewLocal(p *document.Page, r row) {
	t, e := v.env.Theme, *r.local
	says := e.Answer()
	if v.namesOfficer(v.rowWidth()) && v.mode == bySetting && e.CoversFor == "" && !e.Nobody() {
		says = strings.TrimPrefix(says, e.Who+", ")
	}
	if day := e.DayAnswer(v.env.Now); day != "" {
		says += "; " + day
	}
	p.Labelled(t.Local, kit.LocalLabel, says)
	for _, s := range r.own {
		p.Text(t.Plain, "at "+s.Name+"; protocol "+v.env.Pack.Edition().Years+": "+s.Officer)
	}
	if s := r.setting; s != nil {
		p.Text(t.Plain, "Protocol "+v.env.Pack.Edition().Years+": "+s.Officer+", "+s.Assigned)
	}
	// One line, since there may be no more: the whole of it is a key away. It says
	// whose it is, since the protocol's line stands between.
	in := p.Indent(kit.LocalLabel)
	words := strings.TrimRight(kit.Fit(v.env.Local.CheckedWords(e, v.env.Now), p.Width-in, v.env.Signs), " ")
	p.Labelled(t.Quiet, kit.LocalLabel, words)
}

// previewSetting leaves the officer out where the row names them already: what
// doesn't change from row to row needn't be drawn again.
func (v *View) previewSetting(p *document.Page, s model.Setting) {
	if !v.namesOfficer(v.rowWidth()) {
		p.Raw(v.env.Theme.Strong.Render(s.Officer)+"  "+v.todaySentence(s.On(v.env.Now)), "")
	}
	p.Text(v.env.Theme.Plain, "Protocol "+v.env.Pack.Edition().Years+": "+s.Assigned)
}

// rowWidth is the cells of a row.
func (v *View) rowWidth() int { w, _ := v.inside(); return w }

// namesOfficer tells whether a row of w cells has room for the officer.
func (v *View) namesOfficer(w int) bool { return !v.wide() && w >= 72 }

// previewNotes adds the notes if they fit into h lines, and otherwise says that
// they are there: a note is never cut in the middle.
func (v *View) previewNotes(p *document.Page, h int) []string {
	r, _ := v.selected()
	open, folded := lookup.SettingNotes(v.env.Pack, v.env.Local, v.env.Now, r.settings()...)
	notes := slices.Concat(open, folded)
	lines := p.Painted()
	if len(lines) > h {
		lines = lines[:h]
	}
	if r.local != nil && len(lines) == h {
		return lines // both layers' answers come before the word about notes
	}
	for i, n := range notes {
		one := document.NewPage(p.Width, v.env.Theme, v.env.Signs)
		one.Labelled(v.env.Theme.Note, "Note", n.Text)
		more := 0
		if i < len(notes)-1 {
			more = 1
		}
		if len(lines)+len(one.Lines)+more > h {
			if len(lines) == h {
				lines = lines[:h-1]
			}
			return append(lines, v.env.Theme.Strong.Render("Note")+"  "+v.env.Theme.Note.Render("as of "+v.env.Pack.Edition().Years+"; notes say what has changed: Enter"))
		}
		lines = append(lines, one.Painted()...)
	}
	return lines
}

// settings are the rota's rows that a row of the list is about.
func (r row) settings() []model.Setting {
	switch {
	case r.setting != nil:
		return []model.Setting{*r.setting}
	case r.officer != nil:
		return r.officer.Settings
	}
	return r.own
}

// todaySentence says whether anyone is assigned today by the protocol.
func (v *View) todaySentence(c model.Coverage) string {
	day := v.env.Now
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return "nobody assigned at a weekend"
	}
	words := "nobody assigned today"
	switch c {
	case model.CoveredYes:
		words = "assigned today (" + v.env.Pack.Edition().Years + ")"
	case model.CoveredWhenRequired:
		words = "attends when required: ask"
	}
	if caution := v.env.Local.DayCaution(day); caution != "" {
		words += "; " + caution
	}
	return words
}

// Cursor stands in the find line while it has the keys.
func (v *View) Cursor() *tea.Cursor {
	return v.find.Cursor(kit.PaneLeft(v.h), kit.PaneTop+len(v.leadLines()))
}
