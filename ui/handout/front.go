package handout

import (
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/document"
	"isspp/ui/lookup"
	"isspp/ui/theme"
)

// foot is the numbers for danger in one line, for every page.
func (b *builder) foot() string {
	return component.SafetyLine(&component.Env{Pack: b.Pack, Local: b.Local, Now: b.Now, Signs: theme.Unicode}, true)
}

// emergency is whom to ring now, with a line for the number that the protocol
// doesn't print.
func (b *builder) emergency() document.Block {
	printed := document.Block{Kind: document.Fields, Layer: model.LayerProtocol, Small: true, Paired: true}
	for _, r := range lookup.Routes(b.Pack, b.Local, b.Now) {
		name := r.Name
		if r.Short != "" && !strings.Contains(name, r.Short) && strings.ToUpper(r.Short) == r.Short {
			name += " (" + r.Short + ")"
		}
		if r.Local != "" {
			printed.Fields = append(printed.Fields, document.Field{
				Label: r.Local, Layer: model.LayerLocal,
				Value: document.Plainly(name + " (" + r.LocalWords + ")"),
			})
			name += ", as the protocol prints it"
		}
		printed.Fields = append(printed.Fields, document.F(r.Number, name))
	}
	return document.Boxed(document.Emergency, "Emergency: whom to ring now", printed,
		document.Labelled(b.slot(model.OutOfHours)))
}

// ownPeople is the school's own: what its Local file says, and lines to fill in
// by hand where it says nothing.
func (b *builder) ownPeople() document.Block {
	school := document.Field{Label: "School", Value: document.Plainly(b.School), Blank: b.School == ""}
	if b.School != "" {
		school.Layer = model.LayerLocal
	}
	school.Wide = true
	own := document.Labelled(school, b.officer(), b.slot(model.DSL), b.slot(model.DeputyDSL), b.slot(model.LADO),
		b.slot(model.Recording))
	own.Paired = true
	return document.Boxed(document.Plain, "At our school", own)
}

func (b *builder) slot(slot model.LocalSlot) document.Field {
	if e, ok := b.Local.Contact(slot); ok && !e.Blank() {
		return b.local(slot.Name(), e)
	}
	label := slot.Name()
	if slot.Loud() {
		label += " (" + lookup.NotSet + ")"
	}
	return document.Field{Label: label, Blank: true}
}

// officer is who covers the school now, where the Local file says so. The rota's
// name is not offered here: it is of the edition's years.
func (b *builder) officer() document.Field {
	const label = "Our police officer"
	settings := b.Pack.Rota().Settings
	same := func(s model.Setting) bool { return model.Fold(s.Name) == model.Fold(b.School) }
	if at := slices.IndexFunc(settings, same); at >= 0 && b.School != "" {
		if e, ok := b.Local.Cover(settings[at], b.Now); ok && !e.Blank() {
			return b.local(label, e)
		}
	} else if b.School != "" {
		if found, fit := b.Local.FindSchools(b.School, b.Now); len(found) == 1 && fit == model.FitWhole {
			return b.local(label, found[0])
		}
	}
	return document.Field{Label: label, Blank: true, Wide: true}
}

// local is an entry of the school's own, with when it was checked and by whom.
func (b *builder) local(label string, e model.LocalEntry) document.Field {
	text := e.Answer()
	if e.Note != "" {
		text = strings.TrimPrefix(text+"; "+e.Note, "; ")
	}
	return document.Field{
		Label: label, Layer: model.LayerLocal, Wide: true,
		Value: document.Plainly(text + " (" + b.Local.CheckedWords(e, b.Now) + ")"),
	}
}

// caution is what has to be known before a list is used: the notes on it, and those
// on no list in particular. What the protocol says of a list stands with the list.
func (b *builder) caution() document.Block {
	var blocks []document.Block
	if l, ok := b.Pack.List("signs"); ok && b.whole() {
		blocks = append(blocks, document.FromModel(model.LayerProtocol, 0, l.Intro)...)
	}
	for _, n := range b.Pack.NotesAbout("screen/closing") {
		if b.suits(n) {
			b.noted[n.ID] = 0
			blocks = append(blocks, document.NoteOf(n))
		}
	}
	return document.Boxed(document.Caution, "Before you use these lists", blocks...)
}

// suits reports whether a caution holds for one of the handout's lists. What is said
// of the signs of involvement holds for the risk factors too, and not for what protects.
func (b *builder) suits(n model.Note) bool {
	lists := slices.ContainsFunc(b.Pack.Lists(), func(l model.List) bool { return slices.Contains(n.About, l.ID) })
	return b.whole() || slices.ContainsFunc(b.decks, func(d model.Deck) bool {
		return d.List != "" && (!lists || d.ID != "protective" || slices.Contains(n.About, d.ID) ||
			slices.Contains(n.About, "factors"))
	})
}
