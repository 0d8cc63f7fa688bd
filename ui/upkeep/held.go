package upkeep

import (
	"errors"
	"path/filepath"
	"strings"

	"isspp/model"
	"isspp/store"
	"isspp/ui/document"
)

// Held gathers everything that is held under a reference. Where there is nothing it is
// empty.
func (n *Notes) Held(ref string) (document.Held, error) {
	what, err := n.Store.Choose(ref, "")
	if errors.Is(err, store.ErrAbsent) {
		return document.Held{Ref: name(ref)}, nil
	}
	if err != nil {
		return document.Held{}, err
	}
	h := document.Held{Ref: what.Ref, Elsewhere: what.Elsewhere}
	if what.Held {
		h.Holds = []string{what.Why}
	}
	ids, notes, now := map[string]bool{}, n.Store.FactorNotes(), n.now()
	for _, c := range model.WithPlans(model.Concerns(n.Store.Walkthroughs(), n.Store.ConcernEntries(), now), notes,
		now) {
		if !model.SameReference(c.Ref, h.Ref) {
			continue
		}
		h.Concerns = append(h.Concerns, c)
		for _, m := range c.Chronology() {
			ids[m.ID] = true
		}
	}
	for _, n := range notes {
		if model.SameReference(n.Ref, h.Ref) {
			h.Notes = append([]model.FactorNote{n}, h.Notes...)
			ids[n.ID] = true
		}
	}
	lines, err := n.Store.History()
	if err != nil {
		return h, err
	}
	for _, l := range lines {
		line := document.HeldLine{
			When: l.Time, What: l.Action.String(), Kind: l.Kind, Record: l.Record,
			Reason: l.Reason,
		}
		switch {
		case ids[l.Record]:
			h.Lines = append(h.Lines, line)
		case l.Action == store.Purged || l.Action == store.Discarded:
			h.Disposals = append(h.Disposals, line)
		}
	}
	backups, err := store.Sources(n.Path, n.Options, store.Backup)
	for _, b := range backups {
		h.Places = append(h.Places, name(filepath.Base(b.Path))+", of "+b.Day.Format("2 January 2006"))
	}
	return h, err
}

// NotIncluded says what is no part of what is under a reference, since only a person
// can tell whether it is of the same child: concerns which once had it and have
// others now, and what is under references that are only spelt much like it.
func (n *Notes) NotIncluded(ref string, now []string) string {
	var out, near []string
	if len(now) > 0 {
		out = append(out, "Not included: concerns that were once under "+name(ref)+" and are now under "+
			name(strings.Join(now, ", "))+".")
	}
	for _, k := range n.Store.References() {
		if model.NearReference(k.Ref, ref) {
			near = append(near, name(k.Ref))
		}
	}
	if len(near) > 0 {
		out = append(out, "Not included: what is under "+strings.Join(near, ", ")+", which is spelt much like it. "+
			"If it is the same child, write that out too.")
	}
	return strings.Join(out, " ")
}

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
