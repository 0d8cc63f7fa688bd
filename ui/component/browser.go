package component

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Browser is a list with everything about its selected row beside it; on a narrow
// screen one of the two has the room. A tab embeds it, and says what is in it.
type Browser struct {
	Env    *Env
	Split  Split
	Find   *Field
	List   List
	Detail Detail
	// Reading tells that the keys are in the details.
	Reading bool
	// Alone tells that the list has all of the body.
	Alone bool
	// Moved is done when another row was selected; it may be nil.
	Moved func()
	W, H  int

	of     Browsed
	loaded bool
	kept   []string
}

// Browsed is what a browser shows.
type Browsed interface {
	// Load reads what there is, when the tab is first shown or asked for something.
	Load()
	// Read reads the rows for what is typed and says how many there are.
	Read() int
	// ID is a row's id.
	ID(row int) string
	// Fit gives the fields their cells and the list the lines that are left for it.
	Fit()
	// Pane is the list's, Top how many lines stand in it above the rows, the last of
	// which is for finding, and Lines are all of them.
	Pane() Pane
	Top() int
	Lines() []string
	// Preview is what a narrow screen shows of the selected row below the list.
	Preview() []string
	// Page makes the details of the selected row; Title is their pane's.
	Page() []string
	Title() string
}

// Browse makes a browser of what a tab has.
func Browse(env *Env, split Split, find *Field, of Browsed) Browser {
	return Browser{Env: env, Split: split, Find: find, of: of}
}

// Ready reads what there is, once.
func (b *Browser) Ready() {
	if !b.loaded {
		b.loaded = true
		b.of.Load()
		b.Refresh()
	}
}

// Wide reports whether list and details stand side by side.
func (b *Browser) Wide() bool { return b.Split.Beside(b.W) }

// ListWidth is the list's width, with its border.
func (b *Browser) ListWidth() int {
	if b.Alone {
		return b.W
	}
	return b.Split.List(b.W)
}

// Inside is the room in the list's pane.
func (b *Browser) Inside() (w, h int) { return Inside(b.ListWidth(), b.H) }

// SetSize takes the size.
func (b *Browser) SetSize(w, h int) {
	b.W, b.H = w, h
	b.of.Fit()
	b.Redraw()
}

// Redraw drops what was drawn, and reads the rows again: the day or the hour may
// have changed, or the school's own layer.
func (b *Browser) Redraw() {
	b.Drop()
	if b.loaded {
		b.List.SetLen(b.of.Read())
		b.of.Fit()
	}
}

// Drop drops what was drawn, the details too.
func (b *Browser) Drop() {
	b.kept = nil
	b.Detail.Drop()
}

// Changed drops what was drawn, but for the details.
func (b *Browser) Changed() { b.kept = nil }

// Refresh reads the rows for what is typed, and keeps the selection where it can.
// Before the tab is first shown there are none.
func (b *Browser) Refresh() {
	if !b.loaded {
		return
	}
	keep := ""
	if b.List.At >= 0 && b.List.At < b.List.Len {
		keep = b.of.ID(b.List.At)
	}
	b.List.SetLen(b.of.Read())
	b.of.Fit()
	b.List.Top = 0
	b.List.Select(0)
	if !b.Choose(keep) {
		b.Move(0)
	}
	b.Drop()
}

// Choose selects the row of an id, and reports whether there is one.
func (b *Browser) Choose(id string) bool {
	for i := range b.List.Len {
		if id != "" && b.of.ID(i) == id {
			b.Move(i - b.List.At)
			return true
		}
	}
	return false
}

// Move selects a row n further on; headings are passed over.
func (b *Browser) Move(n int) {
	b.List.Move(n)
	b.Detail.SetYOffset(0)
	if b.Moved != nil {
		b.Moved()
	}
	b.Changed()
}

// Scrolls moves in the details.
func (b *Browser) Scrolls(n int) {
	b.Detail.By(n)
	b.Changed()
}

// Turn goes to the details, or back to the list.
func (b *Browser) Turn(on bool) {
	b.Reading = on
	b.Drop()
}

// Filter puts the cursor into the line for finding.
func (b *Browser) Filter() {
	b.Ready()
	b.Find.Focus()
	b.Turn(false)
}

// Unfiltered is empty: there is always something to find.
func (b *Browser) Unfiltered() string { return "" }

// View returns the body's lines.
func (b *Browser) View() []string {
	if b.kept == nil {
		b.Ready()
		b.kept = b.draw()
	}
	return b.kept
}

func (b *Browser) draw() []string {
	t, sg := b.Env.Theme, b.Env.Signs
	_, h := b.Inside()
	details := func() []string {
		var lines []string
		if b.Selects() {
			b.Detail.Typing = b.Find.Focused()
			lines = b.Detail.Draw(b.of.ID(b.List.At), h, b.of.Page)
		}
		pane := b.Detail.Pane(b.of.Title(), sg)
		pane.Focus = !b.Wide()
		return pane.Draw(lines, b.Split.Pane(b.W), b.H, t, sg)
	}
	if b.Reading && !b.Alone && !b.Wide() {
		return details()
	}
	lines, pane := b.of.Lines(), b.of.Pane()
	pane.Focus = true
	if !b.Alone && !b.Wide() {
		below := b.of.Preview()
		lines = append(slices.Grow(lines, h), make([]string, max(h-len(below)-len(lines), 0))...)
		lines = append(lines, below...)
	}
	list := pane.Draw(lines, b.ListWidth(), b.H, t, sg)
	if b.Alone || !b.Wide() {
		return list
	}
	return Beside(list, details())
}

// Rule is the line above what a narrow screen shows of the selected row.
func (b *Browser) Rule() string {
	w, _ := b.Inside()
	return b.Env.Theme.Faint.Render(strings.Repeat(b.Env.Signs.Rule, w))
}

// Selects reports whether a row is selected.
func (b *Browser) Selects() bool {
	return b.List.At >= 0 && b.List.At < b.List.Len && !b.List.heading(b.List.At)
}

// Cursor stands in the line for finding while it has the keys.
func (b *Browser) Cursor() *tea.Cursor {
	return b.Find.Cursor(PaneLeft(b.H), PaneTop+b.of.Top()-1)
}

// Update takes what is typed, and the mouse.
func (b *Browser) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case RedrawMsg:
		b.Redraw()
	case tea.KeyPressMsg:
		if b.Find.Type(msg) {
			b.Refresh()
		}
		b.Changed()
	case tea.PasteMsg:
		b.Filter()
		b.Find.Paste(msg.Content)
		b.Refresh()
	case tea.MouseWheelMsg:
		if b.Reading || b.Wide() && !b.Alone && msg.X > b.ListWidth() {
			b.Scrolls(Wheel(msg))
			return nil
		}
		b.Move(Wheel(msg))
	case tea.MouseClickMsg:
		b.click(msg.X, msg.Y-PaneTop)
	}
	return nil
}

// click selects a row; on a narrow screen a click on the selected row opens it.
func (b *Browser) click(x, y int) {
	b.Ready()
	if x >= b.ListWidth() || b.Reading && !b.Wide() {
		return
	}
	i := b.List.Row(y - b.of.Top())
	switch {
	case y == b.of.Top()-1:
		b.Filter()
	case i < 0 || b.List.heading(i):
	case i == b.List.At && !b.Wide() && !b.Alone:
		b.Turn(true)
	default:
		if b.Reading {
			b.Turn(false)
		}
		b.Move(i - b.List.At)
	}
}

// Turning is the key that goes to the details on a narrow screen, or back from
// them. The ids of the actions begin with id.
func (b *Browser) Turning(id string) []Action {
	switch {
	case b.Reading:
		return []Action{Act(id+".back", "list", "Back to the list", Do(func() { b.Turn(false) }), "esc", "left", "h")}
	case b.Wide() || b.Alone:
		return nil
	}
	return []Action{
		Act(id+".more", "more", "Show everything about the selected row", Do(func() { b.Turn(true) }),
			"enter", "right", "l").Unless(b.NoRow()),
	}
}

// NoRow says why nothing can be done with a row, or is empty.
func (b *Browser) NoRow() string {
	if !b.Selects() {
		return "No row is selected."
	}
	return ""
}

// Moving are the keys that move in the list, or in the details.
func (b *Browser) Moving() []Action {
	step, page := b.Move, max(b.List.Height-1, 1)
	if b.Reading {
		step, page = b.Scrolls, max(b.Detail.Height()-1, 1)
	}
	return append(RowKeys(step, step, page), b.Detail.Keys(b.Changed)...)
}

// Finding puts the keys of a field that narrows the list before the others, which
// the footer doesn't name meanwhile; esc is the word for clearing it.
func (b *Browser) Finding(field *Field, others []Action, esc string) []Action {
	if !field.Focused() {
		return others
	}
	return append([]Action{
		Typing(false),
		Act("", "done", "", Do(func() { field.Blur(); b.Changed() }), "enter"),
		Act("", "next", "", Do(func() { b.Move(1) }), "down"),
		Act("", esc, "", Do(func() { field.Set(""); field.Blur(); b.Refresh() }), "esc"),
	}, Unnamed(others)...)
}
