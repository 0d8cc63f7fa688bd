package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/ui/component"
	"isspp/ui/handout"
)

// sheetImport takes a sheet of officers into the Local file: the person chooses
// a file, reads what would change, and only then is anything written.
type sheetImport struct {
	component.Base
	m *Model

	folder folder
	// reading is the sheet that is being read, or nil.
	reading *sheetReading
	plan    *sheetPlan
	saving  bool
	// said stands above the page: what went wrong, what is safe.
	said   string
	lines  []string
	scroll component.Scroll
}

// sheetPlan is a sheet that was read, and what it would make of the Local file.
type sheetPlan struct {
	file  string
	in    content.Import
	merge content.Merge
	ended []content.Takeover
	// was is the Local file as it was read.
	was []byte
}

// writes reports whether there is something to write, and nothing forbids it.
func (p *sheetPlan) writes() bool {
	return !p.in.Loses && len(p.in.Rows) > 0 && string(p.was) != string(p.merge.Text)
}

// sheetAskedMsg carries the folder in which the person begins to look.
type sheetAskedMsg struct{ folder string }

// sheetReadMsg carries a sheet that was read, or why it wasn't.
type sheetReadMsg struct {
	of   *sheetReading
	plan *sheetPlan
	err  error
}

// sheetAction is the import among the actions of every tab.
func (m *Model) sheetAction() component.Action {
	return component.Action{
		ID: "local.import", Hidden: true, Help: "Import a sheet of officers or term dates (CSV) into your school's " +
			"own layer",
		Run: askForSheet,
	}
}

// askForSheet is a command that finds the folder to begin in.
func askForSheet() tea.Cmd {
	return func() tea.Msg { return sheetAskedMsg{handout.Folder()} }
}

// looked shows the folder as it is, or reads the file that was chosen in it.
func (s *sheetImport) looked(msg folderMsg) tea.Cmd {
	s.folder.picker, s.folder.rows, s.folder.busy = msg.picker, msg.rows, false
	if s.said = ""; msg.failed != nil {
		s.said = "That folder can't be read: " + msg.failed.Error() + "."
	}
	if msg.chosen != "" {
		s.folder.waiting = nil
		return s.choose(msg.chosen)
	}
	return s.folder.next(s)
}

// The endings of files that are read, and of those that a spreadsheet must save
// as one of them first.
var (
	sheetEndings    = []string{".csv", ".tsv", ".txt"}
	workbookEndings = []string{".xlsx", ".xls", ".xlsm", ".ods", ".numbers"}
)

func hasEnding(path string, endings []string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(path)))
}

// choose reads a file in a command.
func (s *sheetImport) choose(path string) tea.Cmd {
	switch {
	case hasEnding(path, workbookEndings):
		s.said = "A workbook can't be read as it is. Open it in Excel, choose Save As and “CSV UTF-8”, then choose " +
			"that file here."
		return nil
	case !hasEnding(path, sheetEndings):
		s.said = "That is not a sheet: a file that ends in " + strings.Join(sheetEndings, ", ") + " is needed."
		return nil
	}
	r := &sheetReading{path: path}
	s.reading = r
	local, pack := s.m.localPath(), s.m.env.Pack
	how, now := content.Reading{Checked: s.m.env.Now.Format(time.DateOnly), By: s.m.env.Recorder, Progress: r.progress},
		s.m.env.Now
	return tea.Batch(component.Ask(s, func() tea.Msg {
		plan, err := planSheet(path, local, pack, how, now)
		return sheetReadMsg{of: r, plan: plan, err: err}
	}), s.showsSoon(r))
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

// read shows the dry run, or why there is none.
func (s *sheetImport) read(msg sheetReadMsg) {
	s.reading = nil
	if msg.err != nil {
		s.said = component.Capital(msg.err.Error()) + ". Nothing has changed."
		return
	}
	s.plan, s.said, s.scroll.Top = msg.plan, "", 0
	s.m.fit(s)
}

// write writes the Local file in a command.
func (s *sheetImport) write() tea.Cmd {
	s.said, s.saving = "", true
	s.Redraw()
	plan, path := s.plan, s.m.localPath()
	return s.m.writes(s, func() tea.Msg {
		if err := content.SaveLocal(path, plan.was, plan.merge.Text); err != nil {
			return localFailedMsg{err}
		}
		l, _ := content.LoadLocal(path)
		return component.LocalChangedMsg{
			Local: l, Saved: true,
			Said: component.Capital(plan.counts()) + ". Saved in " + handout.FromHome(path) +
				", and shown everywhere as Local.",
		}
	})
}

// failed says why nothing was written.
func (s *sheetImport) failed(err error) {
	s.saving = false
	s.said = component.Capital(err.Error()) + "."
	if errors.Is(err, content.ErrChanged) {
		s.said = "The Local file was changed meanwhile by another program. Nothing was written over it: press Esc " +
			"and choose the sheet again."
	}
	s.Redraw()
}

// Saved closes the import whose rows are on the disk.
func (s *sheetImport) Saved() {
	if s.saving {
		s.Close()
	}
}
