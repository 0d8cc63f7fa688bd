package present

import (
	"isspp/model"
	"isspp/ui/lookup"
)

// localPoint is an entry of the school's own layer: what it says, what it was
// noted with, and when it was checked, which says whether that is too long ago.
func (b *builder) localPoint(name string, e model.LocalEntry) Point {
	text := e.Answer()
	if name != "" {
		text = name + ": " + text
	}
	p := Point{Text: text, Layer: model.LayerLocal}
	for _, more := range []string{e.Note, e.More} {
		if more != "" {
			p.Detail = append(p.Detail, more)
		}
	}
	p.Detail = append(p.Detail, b.local.CheckedWords(e, b.now))
	return p
}

// covers are the school's own entries on who covers a setting that aren't over.
func (b *builder) covers(s model.Setting) []Point {
	var out []Point
	for _, e := range b.local.Covers(s) {
		if !e.Over(b.now) {
			out = append(out, b.localPoint(s.Name, e))
		}
	}
	return out
}

// localSchools are the schools that the rota doesn't list.
func (b *builder) localSchools() []Point {
	var out []Point
	for _, e := range b.local.Schools() {
		if !e.Over(b.now) {
			out = append(out, b.localPoint(e.Name, e))
		}
	}
	return out
}

// localContacts are the school's own contacts. An empty slot that matters in an
// emergency is said, since nobody looks for it before it is needed.
func (b *builder) localContacts() []Point {
	var out []Point
	for _, o := range lookup.Owns(b.local, b.now) {
		switch {
		case o.Set:
			out = append(out, b.localPoint(o.Slot.Name(), o.Entry))
		case o.Slot.Loud():
			out = append(out, Point{
				Text: o.Slot.Name() + ": " + lookup.NotSet, Layer: model.LayerLocal,
				Detail: []string{o.Slot.Meaning() + ": not printed in the protocol; isspp local edit adds it"},
			})
		}
	}
	return out
}
