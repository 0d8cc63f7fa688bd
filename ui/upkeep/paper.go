package upkeep

import (
	"errors"

	"isspp/model"
	"isspp/ui/document"
)

// What a paper is of: the chronology, all that is held, one record, or else the entries
// of a kind.
const (
	Chronology = "chronology"
	AllHeld    = "all held"
	OneEntry   = "entry"
)

// ErrNothing says that there is nothing to make a paper of.
var ErrNothing = errors.New("nothing of that is kept under the reference, and nothing was written")

// Paper is a document about what is kept under a reference.
type Paper struct {
	document.Doc
	// Ref is the reference as the notes have it, and Note what is not in the document.
	Ref, Note string
	// JSON is the same for programs; nil where it is for reading alone.
	JSON func() any
}

// Paper makes a document of what, or of the record of an id. Where it is ErrNothing the
// note is given all the same.
func (n *Notes) Paper(ref, what, record string) (p Paper, err error) {
	h, err := n.Held(ref)
	if err != nil {
		return p, err
	}
	a, something := n.About(n.Store), false
	p = Paper{Ref: h.Ref, Note: n.NotIncluded(ref, h.Elsewhere)}
	switch what {
	case AllHeld:
		p.Doc, something = document.AccessOf(a, h), len(h.Concerns)+len(h.Notes)+len(h.Lines) > 0
		p.JSON = func() any { return document.AccessJSON(a, h) }
	case Chronology:
		p.Doc, something = document.ChronologyOf(a, h.Ref, h.Concerns), len(h.Concerns) > 0
		p.JSON = func() any { return document.ChronologyJSON(a, h.Ref, h.Concerns) }
	case OneEntry:
		p.Doc, something = document.SectionOf(a, h.Ref, h.Concerns, func(m model.Moment) bool { return m.ID == record })
	default:
		p.Doc, something = document.SectionOf(a, h.Ref, h.Concerns,
			func(m model.Moment) bool { return string(m.Kind) == what })
	}
	if !something {
		err = ErrNothing
	}
	return p, err
}
