package app

import (
	"fmt"
	"path/filepath"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"charm.land/bubbles/v2/progress"
	tea "charm.land/bubbletea/v2"

	"isspp/ui/component"
	"isspp/ui/document"
)

// sheetReading is how far the reading of a sheet is. A command reads and the screen
// looks; nothing is written meanwhile, so that stopping loses nothing.
type sheetReading struct {
	path      string
	done, all atomic.Int64
	stopped   atomic.Bool
}

// sheetBarMsg says that it is time to look how far a sheet is.
type sheetBarMsg struct{ of *sheetReading }

// barEvery is how often the bar of what takes long is drawn, and after what time
// first: what is done by then shows none.
const barEvery = 150 * time.Millisecond

// progress is told how far it is, and says whether to go on.
func (r *sheetReading) progress(done, all int) bool {
	r.done.Store(int64(done))
	r.all.Store(int64(all))
	return !r.stopped.Load()
}

// showsSoon is a command that has the bar drawn.
func (s *sheetImport) showsSoon(r *sheetReading) tea.Cmd {
	return tea.Tick(barEvery, func(time.Time) tea.Msg { return component.ResultMsg{To: s, Msg: sheetBarMsg{r}} })
}

// stop gives up a sheet that is being read.
func (s *sheetImport) stop() {
	s.reading.stopped.Store(true)
	s.said = "Stopped. " + filepath.Base(s.reading.path) + " was not read to its end, and nothing has changed."
	s.reading = nil
}

// bar shows how far the sheet is.
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
	b := progress.New(progress.WithWidth(min(40, max(s.W-30, 10))), progress.WithColors(t.Accent.GetForeground()),
		progress.WithFillCharacters(mark(sg.Heavy), mark(sg.Rule)), progress.WithoutPercentage())
	beside := fmt.Sprintf(" %d of %d rows", done, all)
	p.Raw(b.ViewAs(float64(done)/float64(all))+t.Quiet.Render(beside), beside)
}

// mark is the one character of a sign.
func mark(sign string) rune {
	r, _ := utf8.DecodeRuneInString(sign)
	return r
}
