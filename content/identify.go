package content

import (
	"slices"

	"isspp/model"
)

// identify makes whole ids of a document's blocks, so that a note, a record or
// a search result can point at them: "programme/reporting", and in a checklist
// "risk/family" for a domain and "risk/family/parental-criminality" for its
// items. An id that is written in the document wins over one made of its words.
func identify(f *file, b *body, r *reporter) {
	prefix, checklist := f.id, f.kind == "checklist"
	if checklist {
		prefix = f.list
	}
	taken := idSet{}
	domain := ""
	for i := range b.blocks {
		block := &b.blocks[i]
		checkMarks(f, b, i, r)
		for _, m := range b.marks[i] {
			if block.ID = m.id; block.ID == "" {
				block.ID = slug(m.text)
			}
		}
		switch {
		case block.ID != "":
			if !taken.take(block.ID) {
				r.add(block.Line, "give it another", "the id %q is already used above", block.ID)
				block.ID = taken.free(block.ID)
			}
		case block.Kind == model.Heading:
			block.ID = taken.free(slug(block.Plain()))
		case checklist && block.Kind == model.Bullets && domain != "":
			identifyItems(domain, block.Items, true, taken, r)
			continue
		default:
			identifyItems(prefix, block.Items, false, taken, r)
			continue
		}
		block.ID = prefix + "/" + block.ID
		if checklist && (block.Kind == model.Heading || len(b.marks[i]) > 0) {
			domain = block.ID
			// A marker may stand straight before its bullets.
			identifyItems(domain, block.Items, true, taken, r)
		}
	}
}

// markersOf are the markers that a document of a kind may hold, beside anchors
// and absent pictures.
var markersOf = map[string][]string{
	"checklist": {"domain"}, "contacts": {"contact"}, "directory": {"service", "contact"},
}

// checkMarks reports markers and attributes that say nothing where they stand.
func checkMarks(f *file, b *body, i int, r *reporter) {
	for _, m := range b.marks[i] {
		if m.kind != "anchor" && !slices.Contains(markersOf[f.kind], m.kind) {
			r.add(m.line, "it belongs in another kind of document", "a %s says nothing in a document of kind %s",
				m.kind, f.kind)
		}
		if m.kind == "domain" {
			m.allow([]string{"read"}, m.line, r)
		}
	}
	block := b.blocks[i]
	service := f.kind == "directory" && block.Level == 3 && !holdsServices(*b, i)
	if block.Kind == model.Heading && !service {
		attributes{values: block.Attrs}.allow(nil, block.Line, r)
	}
}

// identifyItems gives the items of a domain their ids. Outside a domain only
// an item with an id of its own gets one.
func identifyItems(prefix string, items []model.ListItem, domain bool, taken idSet, r *reporter) {
	for i := range items {
		item := &items[i]
		switch {
		case item.ID != "":
			if !taken.take(prefix + "/" + item.ID) {
				r.add(item.Line, "give it another", "the id %q is already used above", item.ID)
			}
			item.ID = prefix + "/" + item.ID
		case domain:
			item.ID = taken.free(prefix + "/" + slug(model.PlainText(item.Spans)))
		}
	}
}
