// Package protocol is the tab in which the protocol is read: its contents on
// the left, the text on the right with our notes beside it, a search that goes
// on from document to document, the delivery plan by partner, and the glossary.
package protocol

import "isspp/ui/component"

// View is the tab.
type View struct {
	env      *component.Env
	contents []entry
	list     component.List
	// inText tells that the keys move in the text and not in the contents; on a
	// narrow screen it also says which of the two is shown.
	inText bool
	// partner is the plan's column that is shown alone, from 1; 0 shows all.
	partner int
	find    *component.Field
	search  search

	// pages are the documents that were laid out, for the width in pageWidth.
	pages     map[string]*page
	pageWidth int
	// tops is where each document was left.
	tops map[string]place

	w, h int
	kept []string
}

// place is how far a text was read: its first line in view, of so many.
type place struct{ top, of int }

// New makes the tab. It lays nothing out yet.
func New(env *component.Env) *View {
	return &View{
		env: env, find: component.NewField("/ ", "find words in the protocol"),
		pages: map[string]*page{}, tops: map[string]place{},
	}
}

var split = component.Split{Share: 30, Least: 34, Most: 46, Narrow: 30}

func (v *View) wide() bool     { return split.Beside(v.w) }
func (v *View) listWidth() int { return split.List(v.w) }
func (v *View) textWidth() int { return split.Pane(v.w) }

func (v *View) contentsWidth() int { w, _ := component.Inside(v.listWidth(), v.h); return w }

func (v *View) pageSize() int { return split.Text(v.w, v.h) }

// textHeight is the inside of the pane, without the search where there is one.
func (v *View) textHeight() int {
	_, h := component.Inside(v.textWidth(), v.h)
	if v.searchShown() {
		h--
	}
	return max(h, 1)
}

// SetSize takes the size. Text is laid out when it is next drawn, so that a
// hundred sizes in a row cost one layout.
func (v *View) SetSize(w, h int) {
	v.w, v.h = w, h
	v.find.SetWidth(v.textWidth() - 44)
	_, ih := component.Inside(v.listWidth(), h)
	v.list.SetHeight(ih)
	v.changed()
}

func (v *View) redraw() {
	v.keepPlaces()
	v.pages = map[string]*page{}
	v.search.dropMatches()
	v.changed()
}

func (v *View) changed() { v.kept = nil }

func (v *View) load() {
	if v.contents == nil {
		v.contents = contentsOf(v.env.Pack)
		v.list.Lines = func(i int) int { return len(v.titleLines(v.contents[i])) }
		v.list.SetLen(len(v.contents))
	}
}

func (v *View) show(i int) {
	v.list.Select(i)
	v.search.dropMatches()
	v.changed()
}

// Filter starts a search.
func (v *View) Filter() {
	v.load()
	v.inText = true
	v.find.Focus()
	v.changed()
}

// Unfiltered is empty: the protocol can always be searched.
func (v *View) Unfiltered() string { return "" }
