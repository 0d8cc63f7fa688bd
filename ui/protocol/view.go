// Package protocol is the tab in which the protocol is read: its contents on
// the left, the text on the right with our notes beside it, a search that goes
// on from document to document, the delivery plan by partner, and the glossary.
package protocol

import (
	tea "charm.land/bubbletea/v2"

	"isspp/ui/kit"
)

// View is the tab.
type View struct {
	env      *kit.Env
	contents []entry
	list     kit.List
	// inText tells that the keys move in the text and not in the contents; on a
	// narrow screen it also says which of the two is shown.
	inText bool
	// partner is the plan's column that is shown alone, from 1; 0 shows all.
	partner int
	find    *kit.Field
	search  search

	// pages are the documents that were laid out, for the width in pageWidth.
	pages     map[string]*page
	pageWidth int
	// tops is where each document was left.
	tops map[string]place

	w, h  int
	kept  []string
	left  []string
	leftF leftKey
}

// place is how far a text was read: its first line in view, of so many.
type place struct{ top, of int }

// New makes the tab. It lays nothing out yet.
func New(env *kit.Env) *View {
	return &View{
		env: env, find: kit.NewField("Find: ", "words in the protocol"),
		pages: map[string]*page{}, tops: map[string]place{},
	}
}

// split is the tab's: contents on the left, the text on the right.
var split = kit.Split{From: 80, Share: 28, Least: 26, Most: 44}

func (v *View) wide() bool     { return split.Beside(v.w) }
func (v *View) listWidth() int { return split.List(v.w) }
func (v *View) textWidth() int { return split.Pane(v.w) }

// pageSize is the width that text is laid out for.
func (v *View) pageSize() int { return min(v.textWidth()-2, kit.MaxText) }

// textHeight is the pane without its title.
func (v *View) textHeight() int { return max(v.h-1, 1) }

// Resize takes the size. Text is laid out when it is next drawn, so that a
// hundred sizes in a row cost one layout.
func (v *View) Resize(w, h int) {
	v.w, v.h = w, h
	v.find.SetWidth(v.textWidth() - 24)
	v.list.SetHeight(h)
	v.changed()
	v.leftF = leftKey{}
}

// Redraw drops what was drawn and laid out.
func (v *View) Redraw() {
	v.keepPlaces()
	v.pages = map[string]*page{}
	v.search.dropMatches()
	v.leftF = leftKey{}
	v.changed()
}

func (v *View) changed() { v.kept = nil }

func (v *View) load() {
	if v.contents == nil {
		v.contents = contentsOf(v.env.Pack)
		v.list.SetLen(len(v.contents))
	}
}

// show brings an entry of the contents into view.
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

// Handle takes no messages: the tab has no commands of its own.
func (v *View) Handle(tea.Msg) tea.Cmd { return nil }
