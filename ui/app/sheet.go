package app

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"charm.land/bubbles/v2/progress"
	tea "charm.land/bubbletea/v2"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// sheetImport takes a sheet of officers into the Local file: the person chooses
// a file, reads what would change, and only then is anything written.
type sheetImport struct {
	component.Base
	m *Model

	// folder is where a file is chosen, among files. What is pressed while the folder
	// is being read waits.
	folder  string
	files   []sheetFile
	list    component.List
	busy    bool
	waiting []tea.KeyPressMsg
	// reading is the sheet that is being read, or nil.
	reading *sheetReading
	plan    *sheetPlan
	saving  bool
	// said stands above the page: what went wrong, what is safe.
	said   string
	scroll component.Scroll
}

type sheetFile struct {
	name string
	dir  bool
}

// sheetReading is how far the reading of a sheet is. A command reads and the screen
// looks; nothing is written meanwhile, so that stopping loses nothing.
type sheetReading struct {
	path      string
	done, all atomic.Int64
	stopped   atomic.Bool
}

type (
	// sheetAskedMsg carries the folder in which the person begins to look.
	sheetAskedMsg struct{ folder string }
	// sheetFolderMsg is a folder that was read; failed is why another wasn't.
	sheetFolderMsg struct {
		folder string
		files  []sheetFile
		failed error
	}
	// sheetReadMsg carries a sheet that was read, or why it wasn't.
	sheetReadMsg struct {
		of   *sheetReading
		plan *sheetPlan
		err  error
	}
	// sheetBarMsg says that it is time to look how far a sheet is.
	sheetBarMsg struct{ of *sheetReading }
)

// barEvery is how often the bar of what takes long is drawn, and after what time
// first: what is done by then shows none.
const barEvery = 150 * time.Millisecond

func askForSheet() tea.Cmd {
	return func() tea.Msg { return sheetAskedMsg{handout.Folder()} }
}

func (m *Model) importSheet(folder string) tea.Cmd {
	s := &sheetImport{m: m, folder: folder}
	m.Lay(s)
	return s.look(folder)
}

// look reads a folder in a command. Where it can't be read, the one that is shown is
// read anew.
func (s *sheetImport) look(folder string) tea.Cmd {
	s.busy = true
	here := s.folder
	return component.Ask(s, func() tea.Msg {
		files, err := filesIn(folder)
		if err != nil {
			var still error
			if files, still = filesIn(here); errors.Is(err, fs.ErrNotExist) {
				err = still // it has gone, and isn't shown any more
			}
			folder = here
		}
		return sheetFolderMsg{folder, files, err}
	})
}

// filesIn are a folder's entries, folders first, without those that are hidden.
func filesIn(folder string) ([]sheetFile, error) {
	entries, err := os.ReadDir(folder)
	var out []sheetFile
	for _, e := range entries {
		dir := e.IsDir()
		if e.Type()&fs.ModeSymlink != 0 {
			info, err := os.Stat(filepath.Join(folder, e.Name()))
			dir = err == nil && info.IsDir()
		}
		if !strings.HasPrefix(e.Name(), ".") {
			out = append(out, sheetFile{e.Name(), dir})
		}
	}
	slices.SortStableFunc(out, func(a, b sheetFile) int {
		switch {
		case a.dir == b.dir:
			return 0
		case a.dir:
			return -1
		}
		return 1
	})
	return out, err
}

// looked shows a folder, at the one that was left for it, and takes what was pressed
// meanwhile.
func (s *sheetImport) looked(msg sheetFolderMsg) tea.Cmd {
	came := filepath.Base(s.folder)
	if s.folder == msg.folder {
		came = ""
	}
	s.folder, s.files, s.busy = msg.folder, msg.files, false
	s.list.SetLen(len(s.files))
	if came != "" {
		s.list.Select(max(slices.Index(s.files, sheetFile{came, true}), 0))
	}
	if s.said = ""; msg.failed != nil {
		s.said = "That folder can't be read: " + msg.failed.Error() + "."
	}
	waiting := s.waiting
	s.waiting = nil
	var cmds []tea.Cmd
	for _, k := range waiting {
		if s.reading != nil {
			break
		}
		cmds = append(cmds, s.folderKey(k))
	}
	return tea.Batch(cmds...)
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

// open goes into the selected folder, or reads the selected file in a command.
func (s *sheetImport) open() tea.Cmd {
	if s.list.At < 0 {
		return nil
	}
	file := s.files[s.list.At]
	path := filepath.Join(s.folder, file.name)
	switch {
	case file.dir:
		return s.look(path)
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
	local, env, now := s.m.localPath(), s.m.env, s.m.env.Now
	how := content.Reading{Checked: now.Format(time.DateOnly), By: env.Recorder, Progress: r.progress}
	return tea.Batch(component.Ask(s, func() tea.Msg {
		plan, err := planSheet(path, local, env.Pack, how, now)
		return sheetReadMsg{of: r, plan: plan, err: err}
	}), s.showsSoon(r))
}

// progress is told how far it is, and says whether to go on.
func (r *sheetReading) progress(done, all int) bool {
	r.done.Store(int64(done))
	r.all.Store(int64(all))
	return !r.stopped.Load()
}

func (s *sheetImport) showsSoon(r *sheetReading) tea.Cmd {
	return tea.Tick(barEvery, func(time.Time) tea.Msg { return component.ResultMsg{To: s, Msg: sheetBarMsg{r}} })
}

func (s *sheetImport) read(msg sheetReadMsg) {
	s.reading = nil
	if msg.err != nil {
		s.said = component.Capital(msg.err.Error()) + ". Nothing has changed."
		return
	}
	s.plan, s.said = msg.plan, ""
	s.scroll = component.Scroll{}
	s.m.fit(s)
}

func (s *sheetImport) write() tea.Cmd {
	s.said, s.saving = "", true
	s.lay()
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

func (s *sheetImport) failed(err error) {
	s.saving = false
	s.said = component.Capital(err.Error()) + "."
	if errors.Is(err, content.ErrChanged) {
		s.said = "The Local file was changed meanwhile by another program. Nothing was written over it: press Esc " +
			"and choose the sheet again."
	}
	s.lay()
}

// Saved closes the import whose rows are on the disk.
func (s *sheetImport) Saved() {
	if s.saving {
		s.Close()
	}
}

// Look tells that it is being written.
func (s *sheetImport) Look() component.Look { return component.Look{Working: s.saving} }

// SetSize lays the import out.
func (s *sheetImport) SetSize(w, h int) {
	s.Base.SetSize(w, h)
	s.lay()
}

func (s *sheetImport) lay() {
	if s.plan != nil {
		s.scroll.Set(component.Inset(s.page().Painted()), s.H)
	}
}

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
	p.Text(t.Strong, handout.FromHome(s.folder))
	return component.Inset(p.Painted())
}

func (s *sheetImport) bar(p *document.Page) {
	t, sg, r := s.m.env.Theme, s.m.env.Signs, s.reading
	p.Text(t.Quiet, "Reading "+filepath.Base(r.path)+". Nothing is written; Esc stops.")
	done, all := r.done.Load(), r.all.Load()
	switch {
	case all == 0:
		return
	case done == all:
		p.Text(t.Quiet, "Comparing it with the Local file.")
		return
	}
	full, _ := utf8.DecodeRuneInString(sg.Heavy)
	empty, _ := utf8.DecodeRuneInString(sg.Rule)
	b := progress.New(progress.WithWidth(min(40, max(s.W-30, 10))), progress.WithColors(t.Accent.GetForeground()),
		progress.WithFillCharacters(full, empty), progress.WithoutPercentage())
	beside := fmt.Sprintf(" %d of %d rows", done, all)
	p.Raw(b.ViewAs(float64(done)/float64(all))+t.Quiet.Render(beside), beside)
}

// View returns the folder, or the dry run.
func (s *sheetImport) View() []string {
	if s.plan != nil {
		return s.scroll.Lines()
	}
	t, sg, out := s.m.env.Theme, s.m.env.Signs, s.above()
	s.list.SetHeight(s.H - len(out))
	if len(s.files) == 0 && !s.busy {
		return append(out, component.Fit("  The folder is empty.", s.W, sg))
	}
	return append(out, component.Rows(&s.list, s.W, t, sg, func(i int, selected bool) string {
		name, style := model.CleanLine(s.files[i].name), t.Quiet
		switch {
		case s.files[i].dir:
			name, style = name+"/", t.Plain
		case hasEnding(name, sheetEndings):
			style = t.Strong
		}
		if selected {
			style = t.Selected
		}
		return style.Render(name)
	})...)
}
