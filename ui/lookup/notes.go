package lookup

import (
	"slices"
	"strings"

	"isspp/content"
	"isspp/model"
)

// Notes are the notes about any of the ids, without those that say of something
// that it isn't printed or known, and to which the school's own layer now has
// the answer. own are the school's entries that answer here.
func Notes(p *content.Pack, l *model.Local, own []model.LocalEntry, ids ...string) []model.Note {
	return slices.DeleteFunc(p.NotesAbout(ids...), func(n model.Note) bool { return yields(n, l, own) })
}

// yields reports whether the school's own layer has all that a note misses.
func yields(n model.Note, l *model.Local, own []model.LocalEntry) bool {
	for _, to := range n.Yields {
		if to == model.YieldsToEntry {
			if len(own) == 0 || slices.ContainsFunc(own,
				func(e model.LocalEntry) bool { return len(e.Contacts()) == 0 }) {
				return false
			}
			continue
		}
		e, set := l.Contact(model.LocalSlot(to))
		if !set || len(e.Contacts()) == 0 {
			return false
		}
	}
	return len(n.Yields) > 0
}

// Named is a note with the names of what it is about before its words, where it
// is about some of several things alone.
func Named(n model.Note, names map[string]string) model.Note {
	var about []string
	for _, id := range n.About {
		if name := names[id]; name != "" {
			about = append(about, name)
		}
	}
	if len(about) > 0 {
		n.Text = strings.Join(about, "; ") + ": " + n.Text
	}
	return n
}
