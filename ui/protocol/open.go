package protocol

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/document"
)

// Open shows the place of an id: a document, a block, a list, a domain, an
// item, a glossary entry or a note of ours.
func (v *View) Open(id string) bool {
	v.load()
	if v.openAt(id) {
		return true
	}
	for _, n := range v.env.Pack.Notes() {
		if n.ID == id && slices.ContainsFunc(n.About, v.openAt) {
			return true
		}
	}
	return false
}

func (v *View) openAt(id string) bool {
	i := v.documentOf(id)
	if id == "" || i < 0 {
		return false
	}
	v.endSearch()
	v.show(i)
	v.inText = true
	if v.w > 0 {
		p := v.pageOf(v.current())
		p.scroll.SetYOffset(max(slices.IndexFunc(p.lines, func(l document.Line) bool { return l.ID == id }), 0))
	}
	return true
}

// documentOf is the entry of the contents that an id stands in, or -1. Only
// where the id's first word is no document's name are all documents looked at.
func (v *View) documentOf(id string) int {
	name, _, _ := strings.Cut(id, "/")
	if i := slices.IndexFunc(v.contents, func(e entry) bool { return e.id == name }); i >= 0 {
		return i
	}
	return slices.IndexFunc(v.contents, func(e entry) bool {
		if e.kind != "checklist" {
			return false
		}
		doc, _ := v.env.Pack.Document(e.id)
		return slices.ContainsFunc(doc.Blocks, func(b model.Block) bool {
			return b.ID == id || strings.HasPrefix(b.ID, id+"/") ||
				slices.ContainsFunc(b.Items, func(it model.ListItem) bool { return it.ID == id })
		})
	})
}

// Deck names the slides of the section that is shown; a section without slides
// of its own is part of a full session.
func (v *View) Deck() string {
	v.load()
	if v.list.At < 0 {
		return ""
	}
	switch e := v.contents[v.list.At]; e.kind {
	case "rota", "plan", "directory":
		return e.kind
	case "contacts":
		return "directory"
	case "checklist":
		for _, l := range v.env.Pack.Lists() {
			if strings.Contains(l.Title, e.title) {
				return l.ID
			}
		}
	}
	return "whole"
}

// At is the id of what is read: the first block in view that has one, or the
// document while the contents have the keys.
func (v *View) At() string {
	v.load()
	if len(v.contents) == 0 {
		return ""
	}
	e := v.current()
	if !v.inText || v.w == 0 {
		return e.id
	}
	p := v.pageOf(e)
	if p.scroll.YOffset() == 0 {
		return e.id
	}
	from, to := p.scroll.Visible()
	for _, l := range p.lines[from:to] {
		if l.ID != "" {
			return l.ID
		}
	}
	return e.id
}
