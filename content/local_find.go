package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// LocalIndex is the search over the school's own layer, as Pack.Index is over
// the protocol. Each passage has the id of what it speaks of.
func LocalIndex(l *model.Local, p *Pack) *model.Index {
	var passages []model.Passage
	// Whoever looks for a contact that matters is told that nobody has entered it.
	for _, slot := range model.LocalSlots() {
		if _, set := l.Contact(slot); !set && slot.Loud() {
			passages = append(passages, model.Passage{
				Kind: "local", ID: model.LocalContactsPlace, Title: slot.Name() + ": NOT SET",
				Text: "Nobody has entered it yet. isspp local edit adds it.",
				Also: strings.Join(slot.Names(), " "), Where: "Local, " + partTitle(model.LocalContact),
				Layer: model.LayerLocal,
			})
		}
	}
	if l.Empty() {
		return model.NewIndex(passages, p.Vocabulary())
	}
	for _, e := range l.Entries {
		title := e.Name
		if e.Kind.HasOfficer() {
			title += ": " + e.Who
		}
		said := append(slices.DeleteFunc([]string{e.Answer()}, func(t string) bool { return t == "" }), e.Remarks()...)
		passages = append(passages, model.Passage{
			Kind: "local", ID: localPlace(e, p), Title: title, Text: strings.Join(said, ". "),
			Also:  strings.Join(append(e.Slot.Names(), strings.ReplaceAll(e.Phone, " ", "")), " "),
			Where: "Local, " + partTitle(e.Kind) + ", checked " + e.Checked + " by " + e.By, Layer: model.LayerLocal,
			Dated: e.Checked,
		})
	}
	return model.NewIndex(passages, p.Vocabulary())
}

// FindAll searches the school's own layer and then the protocol.
func FindAll(l *model.Local, p *Pack, query string) []model.Passage {
	return model.Best(LocalIndex(l, p).Search(query), p.Index().Search(query))
}

// localPlace is the id of what an entry speaks of, for the app to go to.
func localPlace(e model.LocalEntry, p *Pack) string {
	switch e.Kind {
	case model.LocalRota, model.LocalService:
		if id, _, ok := spokenOf(e, p); ok {
			return id
		}
	case model.LocalContact:
		return model.LocalContactsPlace
	case model.LocalTerm:
		return model.LocalTermsPlace
	}
	return e.Place()
}

var documentOf = map[model.LocalKind]string{
	model.LocalRota: "rota", model.LocalSchool: "rota", model.LocalService: "directory", model.LocalContact: "contacts",
}

// LocalOf are the entries that belong beside a document of a kind: those of the
// rota and of schools that it doesn't list, or those of services and contacts.
func LocalOf(l *model.Local, kind string) []model.LocalEntry {
	if l == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(l.Entries),
		func(e model.LocalEntry) bool { return documentOf[e.Kind] != kind })
}
