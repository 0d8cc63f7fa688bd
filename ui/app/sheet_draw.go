package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// SetSize lays the import out.
func (s *sheetImport) SetSize(w, h int) {
	s.Base.SetSize(w, h)
	s.Redraw()
}

// Redraw lays the dry run out anew.
func (s *sheetImport) Redraw() {
	if s.plan == nil {
		return
	}
	s.lines = s.page().Painted()
	s.scroll.Set(len(s.lines), s.H)
}

// counts says in a line what a plan changes.
func (p *sheetPlan) counts() string {
	var parts []string
	for _, c := range []struct {
		n    int
		word string
	}{
		{len(p.merge.Added), "new"},
		{len(p.merge.Changed), "changed"},
		{len(p.ended), "ended"},
		{len(p.merge.Same), "as before"},
		{p.in.BadRows(), "left out"},
	} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}

// page is the dry run in words: what can't be taken first, then what would change.
func (s *sheetImport) page() *document.Page {
	t, plan := s.m.env.Theme, s.plan
	p := document.NewPage(max(min(s.W-4, 96), 20), t, s.m.env.Signs)
	p.Text(t.Heading, "Dry run: "+filepath.Base(plan.file)+", nothing is written yet")
	switch {
	case s.said != "":
		p.Text(t.Alert, s.said)
	case s.saving:
		p.Text(t.Quiet, "Saving.")
	case plan.in.Loses:
		p.Text(t.Alert, "Nothing can be written: a column that matters would be lost. Say in the shell what it is, "+
			"with --map:")
		p.Text(t.Strong, "isspp local import "+shellWord(plan.file)+" --map COLUMN=LINE")
	case s.nameless():
		p.Text(t.Alert, "Rows that don't say who checked them are left out, since your name and role aren't set. "+
			"Enter them in Settings (Ctrl+K, settings), then import the sheet.")
		if plan.writes() {
			p.Text(t.Strong, "Enter writes the others: "+plan.counts()+".")
		}
	case len(plan.in.Rows) == 0:
		p.Text(t.Alert, "Nothing can be written: the sheet has no row that can be imported.")
	case !plan.writes():
		p.Text(t.Plain, "The Local file says all of this already: there is nothing to write.")
	default:
		p.Text(t.Strong, "Enter writes it: "+plan.counts()+".")
	}
	s.badRows(p)
	if plan.in.Loses {
		return p
	}
	s.rows(p, "Changed", plan.merge.Changed)
	s.endedRows(p)
	s.rows(p, "New", plan.merge.Added)
	s.rows(p, "As before", plan.merge.Same)
	p.Gap()
	for _, aside := range plan.in.Asides() {
		p.Text(t.Quiet, aside)
	}
	return p
}

// unchecked reports whether a row lacks the name of who checked it.
func unchecked(m content.Mistake) bool { return strings.Contains(m.Text, "doesn't say who checked") }

// nameless reports whether rows lack a name that the person's own would fill in.
func (s *sheetImport) nameless() bool {
	return s.m.env.Recorder == "" && slices.ContainsFunc(s.plan.in.Bad, unchecked)
}

// badRows lists the mistakes with their rows.
func (s *sheetImport) badRows(p *document.Page) {
	t, in := s.m.env.Theme, s.plan.in
	bad := in.Bad
	if s.nameless() {
		bad = slices.DeleteFunc(slices.Clone(bad), unchecked)
	}
	if len(bad) == 0 {
		return
	}
	p.Gap()
	title := "Left out"
	if in.Loses {
		title = "To fix"
	}
	p.Text(t.Heading, title)
	for _, b := range bad {
		p.Hang(t.Plain, s.m.env.Signs.Bullet+" ", component.Capital(b.Row()))
	}
}

// mostRows is how many rows of a kind are listed: more are not read one by one.
const mostRows = 300

// rows lists the rows of a kind.
func (s *sheetImport) rows(p *document.Page, title string, rows []content.ImportRow) {
	if len(rows) == 0 {
		return
	}
	t := s.m.env.Theme
	p.Gap()
	p.Text(t.Heading, title)
	for i, r := range rows {
		if i == mostRows {
			p.Text(t.Quiet, fmt.Sprintf("And %d more. All of them: isspp local import --dry-run %s", len(rows)-i,
				shellWord(s.plan.file)))
			return
		}
		p.Hang(t.Plain, s.m.env.Signs.Bullet+" ", r.Words())
		if title == "Changed" {
			p.Hang(t.Quiet, "  ", "Until now: "+r.Was)
		}
	}
}

// endedRows lists the officers who are no longer shown.
func (s *sheetImport) endedRows(p *document.Page) {
	if len(s.plan.ended) == 0 {
		return
	}
	t := s.m.env.Theme
	p.Gap()
	p.Text(t.Heading, "Ended")
	for _, e := range s.plan.ended {
		from := "now"
		if e.By.From != "" {
			from = "from " + model.DayInWords(e.By.From) + " on"
		}
		p.Hang(t.Plain, s.m.env.Signs.Bullet+" ", e.Old.Name+": "+e.Old.Answer()+". "+component.Capital(from)+" it is "+
			e.By.Who+".")
	}
}

// shellWord is a path as a shell takes it.
func shellWord(path string) string {
	if strings.ContainsAny(path, " '\"&()$;") {
		return `"` + path + `"`
	}
	return path
}

// above is what stands over the folder's rows.
func (s *sheetImport) above() []string {
	t := s.m.env.Theme
	p := document.NewPage(max(min(s.W-4, 96), 20), t, s.m.env.Signs)
	p.Text(t.Heading, "Import a sheet of officers, or of term dates")
	switch {
	case s.said != "":
		p.Text(t.Alert, s.said)
	case s.reading != nil:
		s.bar(p)
	default:
		p.Text(t.Quiet, "Choose a file ("+strings.Join(sheetEndings, ", ")+
			"). Nothing is written before you have seen what would change.")
	}
	p.Text(t.Strong, handout.FromHome(s.folder.picker.CurrentDirectory))
	return p.Painted()
}

// View returns the folder, or the dry run.
func (s *sheetImport) View() []string {
	if s.plan != nil {
		from, to := s.scroll.Visible()
		return component.Inset(s.lines[from:to])
	}
	out := component.Inset(s.above())
	rows := s.folder.rows
	s.scroll.Set(len(rows), s.H-len(out))
	if at := s.folder.at(); at >= 0 {
		s.scroll.By(max(at-s.scroll.Top-s.scroll.Height+1, 0) + min(at-s.scroll.Top, 0))
	}
	if len(rows) == 0 && !s.folder.busy {
		return append(out, component.Fit("  The folder is empty.", s.W, s.m.env.Signs))
	}
	from, to := s.scroll.Visible()
	for _, r := range rows[from:to] {
		out = append(out, s.row(r))
	}
	return out
}

// row is an entry of the folder as it is drawn.
func (s *sheetImport) row(r folderRow) string {
	t, sg := s.m.env.Theme, s.m.env.Signs
	text, style := r.name, t.Quiet
	switch {
	case r.isDir:
		text, style = r.name+dirMark, t.Plain
	case hasEnding(r.name, sheetEndings):
		style = t.Strong
	}
	if r.atFront {
		style = t.Selected
	}
	return component.Fit(component.Mark(r.atFront, t, sg)+
		style.Render(component.Fit(text, min(component.Width(text), s.W-2), sg)), s.W, sg)
}

// Update chooses a file, or writes what was read.
func (s *sheetImport) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case component.RedrawMsg:
		s.Redraw()
	case folderMsg:
		return s.looked(msg)
	case sheetReadMsg:
		if s.reading == msg.of {
			s.read(msg)
		}
	case sheetBarMsg:
		if s.reading == msg.of {
			return s.showsSoon(msg.of)
		}
	case localFailedMsg:
		s.failed(msg.err)
	case tea.KeyPressMsg:
		return s.key(msg.String())
	case tea.MouseWheelMsg:
		if s.plan != nil { // in the folder the arrow keys move
			s.scroll.By(component.Wheel(msg))
		}
	case tea.MouseClickMsg:
		return s.click(msg.Y)
	}
	return nil
}

func (s *sheetImport) key(key string) tea.Cmd {
	switch {
	case s.saving:
	case s.plan != nil:
		if key == "ctrl+c" {
			s.Close()
			return nil
		}
		return s.planKey(key)
	case s.reading != nil && (key == "esc" || key == "q"):
		s.stop()
	case key == "esc" || key == "ctrl+c" || key == "q":
		s.Close()
	case s.reading == nil:
		return s.folderKey(key)
	}
	return nil
}

// planKey goes through the dry run, writes it, or goes back to the folder.
func (s *sheetImport) planKey(key string) tea.Cmd {
	switch {
	case key == "esc" || key == "q":
		s.plan, s.said = nil, ""
		s.m.fit(s)
		return s.folder.press(s, folderHere)
	case key == "enter" && s.plan.writes():
		return s.write()
	default:
		s.scroll.Key(key)
	}
	return nil
}

// folderKey moves among the entries.
func (s *sheetImport) folderKey(key string) tea.Cmd {
	page := max(s.scroll.Height-1, 1)
	switch key {
	case "down", "j", "ctrl+n":
		return s.folder.press(s, folderDown)
	case "up", "k", "ctrl+p":
		return s.folder.press(s, folderUp)
	case "pgdown", "space":
		return s.move(page)
	case "pgup":
		return s.move(-page)
	case "home", "g":
		return s.folder.press(s, folderTop)
	case "end", "G":
		return s.folder.press(s, folderEnd)
	case "enter", "right", "l":
		return s.folder.press(s, folderOpen)
	case "left", "h", "backspace":
		return s.folder.press(s, folderAbove)
	}
	return nil
}

// move goes n entries down, or up.
func (s *sheetImport) move(n int) tea.Cmd {
	key := folderDown
	if n < 0 {
		key, n = folderUp, -n
	}
	return s.folder.press(s, strings.Split(strings.Repeat(key+" ", n-1)+key, " ")...)
}

// click opens the entry under the mouse.
func (s *sheetImport) click(y int) tea.Cmd {
	if s.plan != nil || s.reading != nil || s.folder.busy {
		return nil
	}
	i := y - len(s.above())
	if i += s.scroll.Top; y < len(s.above()) || i >= len(s.folder.rows) {
		return nil
	}
	var moved tea.Cmd
	if n := i - s.folder.at(); n != 0 {
		moved = s.move(n)
	}
	return tea.Batch(moved, s.folder.press(s, folderOpen))
}

// Actions are the keys.
func (s *sheetImport) Actions() []component.Action {
	if s.reading != nil {
		return []component.Action{component.Hint("esc", "stop")}
	}
	if s.plan == nil {
		return []component.Action{
			component.Hint("enter", "open"), component.Hint("left", "folder above"),
			component.Hint("esc", "back"),
		}
	}
	var out []component.Action
	if s.plan.writes() {
		out = append(out, component.Hint("enter", "write it"))
	}
	if above, below := s.scroll.More(); above || below {
		out = append(out, component.Hint("down", "more"))
	}
	return append(out, component.Hint("esc", "choose another"))
}
