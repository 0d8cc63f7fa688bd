package model

import (
	"slices"
	"strings"
)

// Source is what a whole pack holds, for making the passages of a search.
type Source struct {
	Documents []Document
	Lists     []List
	Rota      Rota
	Directory Directory
	Glossary  []Term
	Notes     []Note
	Whose     string // Whose says whose the glossary and the notes are
}

// WhoseEmbedded is whose the notes, topics and glossary of the embedded edition are.
const WhoseEmbedded = "isspp's"

// Passages lists everything that can be found in a source. The settings,
// services and items stand for the tables that they were read from, so that no
// sentence comes twice.
func (s Source) Passages() []Passage {
	out := make([]Passage, 0, 600)
	out = append(out, s.rotaPassages()...)
	out = append(out, s.directoryPassages()...)
	for _, list := range s.Lists {
		for _, d := range list.Domains {
			for _, item := range d.Items {
				out = append(out, Passage{
					Kind: "item", ID: item.ID, Title: item.Text, Text: item.Text,
					Where: list.Title + ", " + d.Title, Layer: LayerProtocol,
				})
			}
		}
	}
	seen := map[string]bool{}
	for _, p := range out {
		seen[p.Text] = true
	}
	for _, doc := range s.Documents {
		out = append(out, documentPassages(doc, seen)...)
	}
	for _, t := range s.Glossary {
		out = append(out, s.termPassage(t))
	}
	for _, n := range s.Notes {
		out = append(out, Passage{
			Kind: "note", ID: n.ID, Title: "Note", Text: n.Text,
			Where: s.Whose + " notes, " + n.Dated, Layer: LayerNote,
		})
	}
	return out
}

func (s Source) standing(kind, otherwise string) string {
	for _, doc := range s.Documents {
		if doc.Kind == kind {
			return doc.Place()
		}
	}
	return otherwise
}

func (s Source) rotaPassages() []Passage {
	where := s.standing("rota", s.Rota.Title)
	var out []Passage
	for _, row := range s.Rota.Settings {
		out = append(out, Passage{
			Kind: "setting", ID: row.ID, Title: row.Name,
			Text: row.Officer + ": " + row.Assigned, Where: where, Layer: LayerProtocol,
		})
	}
	for _, o := range s.Rota.Officers() {
		var at []string
		for _, row := range o.Settings {
			at = append(at, row.Name+": "+row.Assigned)
		}
		out = append(out, Passage{
			Kind: "officer", ID: o.ID, Title: o.Name,
			Text: strings.Join(at, "; "), Where: where, Layer: LayerProtocol,
		})
	}
	return out
}

// directoryPassages are the contacts outside the tiers and the services, each
// with the numbers in both the shown and the printed form.
func (s Source) directoryPassages() []Passage {
	where := s.standing("directory", "")
	var out []Passage
	contact := func(h HeadContact, where string) {
		if h.Name == "" {
			return
		}
		out = append(out, Passage{
			Kind: "contact", ID: h.ID, Title: h.Name,
			Text:  strings.Join(BlockTexts(h.Text), "\n"),
			Also:  numbers(strings.Join(append(slices.Clone(h.Words), h.Short, h.Printed), " "), h.Contacts),
			Where: where, Layer: LayerProtocol,
		})
	}
	for _, h := range s.Directory.Head {
		contact(h, s.standing("contacts", where))
	}
	contact(s.Directory.Bulletin, where)
	for _, tier := range s.Directory.Tiers {
		for _, service := range tier.Services {
			title := service.Name
			if service.Within != "" && service.Within != service.Name {
				title = service.Within + ": " + service.Name
			}
			out = append(out, Passage{
				Kind: "service", ID: service.ID, Title: title,
				Text: strings.Join(BlockTexts(service.Text), "\n"),
				Also: numbers("", service.Contacts), Topics: service.Topics,
				Where: strings.TrimPrefix(where+", "+tier.Title, ", "), Layer: LayerProtocol,
			})
		}
	}
	return out
}

func numbers(short string, contacts []Contact) string {
	words := []string{short}
	for _, c := range contacts {
		words = append(words, c.Value, c.Printed)
		if c.Kind == Phone {
			words = append(words, strings.ReplaceAll(c.Value, " ", ""))
		}
	}
	return strings.Join(words, " ")
}

// documentPassages are a document's own texts under the headings they stand
// below. The rota and directory are left to their entries.
func documentPassages(doc Document, seen map[string]bool) []Passage {
	if doc.Kind == "directory" {
		return nil
	}
	where := doc.Place()
	out := []Passage{{
		Kind: "section", ID: doc.ID, Title: doc.Title, Where: where, Layer: LayerProtocol,
	}}
	heading := doc.Title
	for _, b := range doc.Blocks {
		if b.Kind == Heading {
			if heading = b.Plain(); heading != doc.Title {
				out = append(out, Passage{
					Kind: "section", ID: b.ID, Title: heading, Where: where, Layer: LayerProtocol,
				})
			}
			continue
		}
		if b.Kind == Table && doc.Kind == "rota" {
			continue
		}
		layer := LayerProtocol
		if b.Kind == Absent {
			layer = LayerNote
		}
		for _, text := range BlockTexts([]Block{b}) {
			if !seen[text] {
				out = append(out, Passage{
					Kind: "paragraph", ID: b.ID, Title: heading, Text: text, Where: where, Layer: layer,
				})
			}
		}
	}
	return out
}

func (s Source) termPassage(t Term) Passage {
	p := Passage{
		Kind: "term", ID: "glossary/" + t.Short, Title: t.Short, Text: t.Long,
		Where: "Glossary, " + s.Whose + " own words", Layer: LayerNote,
	}
	if t.Printed {
		p.Where, p.Layer = "Glossary, as the protocol prints it", LayerProtocol
	}
	return p
}
