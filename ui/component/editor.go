package component

import (
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"isspp/model"
	"isspp/ui/theme"
)

// Editor is a text of several lines. Like Field it uses the terminal's cursor.
type Editor struct{ area textarea.Model }

// NewEditor makes an editor holding a text.
func NewEditor(text string) *Editor {
	a := textarea.New()
	a.Prompt = ""
	a.ShowLineNumbers = false
	a.SetVirtualCursor(false)
	a.CharLimit = 0
	a.MaxHeight = 0
	plain := theme.Unpainted
	st := textarea.StyleState{
		Base: plain, Text: plain, LineNumber: plain, CursorLineNumber: plain,
		CursorLine: plain, EndOfBuffer: plain, Placeholder: plain, Prompt: plain,
	}
	a.SetStyles(textarea.Styles{Focused: st, Blurred: st})
	a.SetValue(text)
	a.Focus()
	return &Editor{area: a}
}

// Resize gives the editor's size in cells.
func (e *Editor) Resize(w, h int) {
	e.area.SetWidth(max(w, 4))
	e.area.SetHeight(max(h, 1))
}

// Value is the text.
func (e *Editor) Value() string { return e.area.Value() }

// Type takes a key and tells whether the text changed.
func (e *Editor) Type(k tea.KeyPressMsg) bool {
	before := e.area.Value()
	e.area, _ = e.area.Update(k)
	return e.area.Value() != before
}

// Paste puts cleaned text where the cursor is.
func (e *Editor) Paste(text string) {
	e.area, _ = e.area.Update(tea.PasteMsg{Content: model.Clean(text)})
}

// Draw returns the editor's lines.
func (e *Editor) Draw() []string { return splitLines(e.area.View()) }

// Cursor is the cursor's place when the editor's top left is at x, y.
func (e *Editor) Cursor(x, y int) *tea.Cursor {
	c := e.area.Cursor()
	if c == nil {
		return nil
	}
	return tea.NewCursor(x+c.X, y+c.Y)
}

// Line is the line of the text that the cursor is on, from 0.
func (e *Editor) Line() int { return e.area.Line() }

// ToLine puts the cursor at the end of a line of the text.
func (e *Editor) ToLine(n int) {
	e.area.MoveToBegin()
	for e.area.Line() < min(n, e.area.LineCount()-1) {
		e.area.CursorDown()
	}
	e.area.CursorEnd()
}

// AtTop tells that the cursor is on the first line, and AtBottom on the last.
func (e *Editor) AtTop() bool { return e.area.Line() == 0 && e.area.LineInfo().RowOffset == 0 }

// AtBottom tells that the cursor is on the last line.
func (e *Editor) AtBottom() bool {
	info := e.area.LineInfo()
	return e.area.Line() == e.area.LineCount()-1 && info.RowOffset >= info.Height-1
}
