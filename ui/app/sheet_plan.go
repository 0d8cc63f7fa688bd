package app

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
)

// sheetPlan is a sheet that was read, and what it would make of the Local file.
type sheetPlan struct {
	file  string
	in    content.Import
	merge content.Merge
	ended []content.Takeover
	// was is the Local file as it was read.
	was []byte
}

// planSheet reads a sheet and the Local file, and writes nothing.
func planSheet(path, local string, pack *content.Pack, how content.Reading, now time.Time) (*sheetPlan, error) {
	src, err := content.ReadSheetFile(path)
	if err != nil {
		return nil, err
	}
	was, fault := content.ReadLocalFile(local)
	if fault != nil {
		return nil, *fault
	}
	p := &sheetPlan{file: path, was: was, in: content.ReadImport(filepath.Base(path), src, pack, how)}
	if p.merge, err = content.MergeLocal(was, p.in); err != nil {
		return nil, err
	}
	p.ended = p.merge.Takeovers(now)
	return p, nil
}

// writes reports whether there is something to write, and nothing forbids it.
func (p *sheetPlan) writes() bool {
	return !p.in.Loses && len(p.in.Rows) > 0 && string(p.was) != string(p.merge.Text)
}

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

func unchecked(m content.Mistake) bool { return strings.Contains(m.Text, "doesn't say who checked") }

// mostRows is how many rows of a kind are listed: more are not read one by one.
const mostRows = 300

// page is the dry run in words: what can't be taken first, then what would change.
func (s *sheetImport) page() *document.Page {
	t, plan, bad := s.m.env.Theme, s.plan, s.plan.in.Bad
	nameless := s.m.env.Recorder == "" && slices.ContainsFunc(bad, unchecked)
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
	case nameless:
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
	if nameless {
		bad = slices.DeleteFunc(slices.Clone(bad), unchecked)
	}
	if plan.in.Loses {
		section(s, p, "To fix", bad, func(b content.Mistake) (string, string) { return component.Capital(b.Row()), "" })
		return p
	}
	section(s, p, "Left out", bad, func(b content.Mistake) (string, string) { return component.Capital(b.Row()), "" })
	row := func(r content.ImportRow) (string, string) { return r.Words(), "" }
	section(s, p, "Changed", plan.merge.Changed, func(r content.ImportRow) (string, string) {
		return r.Words(), "Until now: " + r.Was
	})
	section(s, p, "Ended", plan.ended, func(e content.Takeover) (string, string) {
		from := "Now"
		if e.By.From != "" {
			from = "From " + model.DayInWords(e.By.From) + " on"
		}
		return e.Old.Name + ": " + e.Old.Answer() + ". " + from + " it is " + e.By.Who + ".", ""
	})
	section(s, p, "New", plan.merge.Added, row)
	section(s, p, "As before", plan.merge.Same, row)
	p.Gap()
	for _, aside := range plan.in.Asides() {
		p.Text(t.Quiet, aside)
	}
	return p
}

// section lists some of a plan's rows below a title, each with a line in words and
// perhaps one below it.
func section[T any](s *sheetImport, p *document.Page, title string, rows []T, words func(T) (text, below string)) {
	if len(rows) == 0 {
		return
	}
	t := s.m.env.Theme
	p.Gap()
	p.Text(t.Heading, title)
	for _, r := range rows[:min(len(rows), mostRows)] {
		text, below := words(r)
		p.Hang(t.Plain, s.m.env.Signs.Bullet+" ", text)
		if below != "" {
			p.Hang(t.Quiet, "  ", below)
		}
	}
	if more := len(rows) - mostRows; more > 0 {
		p.Text(t.Quiet, fmt.Sprintf("And %d more. All of them: isspp local import --dry-run %s", more,
			shellWord(s.plan.file)))
	}
}

func shellWord(path string) string {
	if strings.ContainsAny(path, " '\"&()$;") {
		return `"` + path + `"`
	}
	return path
}
