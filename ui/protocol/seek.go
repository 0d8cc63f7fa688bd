package protocol

import (
	"slices"
	"strings"

	"isspp/model"
)

// look searches the open document for what is typed, and shows the first match
// at or below the line in view.
func (v *View) look() {
	query := fold(model.CleanLine(v.find.Value()))
	v.search = search{query: query}
	v.changed()
	if query == "" {
		return
	}
	v.matchHere()
	top := v.pageOf(v.current()).scroll.YOffset()
	v.search.at = max(slices.IndexFunc(v.search.matches, func(m match) bool { return m[0].line >= top }), 0)
	v.showMatch()
}

func (v *View) matchHere() {
	e := v.current()
	if v.search.in == e.id || v.search.query == "" {
		return
	}
	p := v.pageOf(e)
	if p.flat == nil {
		p.flat = flatten(p.lines)
	}
	v.search.in, v.search.matches, v.search.at = e.id, p.flat.find(v.search.query), 0
}

func (v *View) showMatch() {
	if v.search.at < len(v.search.matches) {
		v.pageOf(v.current()).scroll.Show(v.search.matches[v.search.at][0].line)
	}
	v.changed()
}

// again goes to the next match, or the one before, and from the last one of a
// document on to the next document that has one.
func (v *View) again(step int) {
	if v.search.query == "" {
		v.Filter()
		return
	}
	v.inText = true
	v.matchHere()
	if at := v.search.at + step; at >= 0 && at < len(v.search.matches) {
		v.search.at = at
		v.showMatch()
		return
	}
	for i := 1; i <= len(v.contents); i++ {
		n := len(v.contents)
		to := ((v.list.At+step*i)%n + n) % n
		if !v.mentions(v.contents[to]) {
			continue
		}
		v.show(to)
		v.matchHere()
		if len(v.search.matches) > 0 {
			if step < 0 {
				v.search.at = len(v.search.matches) - 1
			}
			v.showMatch()
			return
		}
	}
	v.search.nowhere = len(v.search.matches) == 0
	v.changed()
}

// mentions tells whether a document can have a match, from its texts alone: it
// spares laying out those that have none.
func (v *View) mentions(e entry) bool {
	has := func(text string) bool { return strings.Contains(fold(text), v.search.query) }
	doc, ok := v.env.Pack.Document(e.id)
	return e.kind == glossaryID ||
		slices.ContainsFunc(v.env.Pack.Notes(), func(n model.Note) bool {
			return has("Note " + n.Text + " Source: " + n.Source + " (" + n.Dated + ")")
		}) ||
		ok && (slices.ContainsFunc(model.BlockTexts(doc.Blocks), has) ||
			strings.ContainsAny(v.search.query, "0123456789•)"))
}

func (v *View) endSearch() {
	v.find.Set("")
	v.find.Blur()
	v.search = search{}
	v.changed()
}
