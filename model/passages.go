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
	Whose     string // says whose the glossary and the notes are
}

// WhoseEmbedded is whose the notes, topics and glossary of the embedded edition are.
const WhoseEmbedded = "isspp's"

// Passages lists everything that can be found in a source. The settings, services and items stand for the
// tables that they were read from, so that no sentence comes twice.
func (s Source) Passages() []Passage {
	g := &gatherer{Source: s, list: make([]Passage, 0, 600)}
	g.rota()
	g.directory()
	for _, list := range s.Lists {
		for _, d := range list.Domains {
			for _, item := range d.Items {
				g.add("item", item.ID, item.Text, item.Text, list.Title+", "+d.Title)
			}
		}
	}
	seen := map[string]bool{}
	for _, p := range g.list {
		seen[p.Text] = true
	}
	for _, doc := range s.Documents {
		if doc.Kind != "directory" {
			g.document(doc, seen)
		}
	}
	for _, t := range s.Glossary {
		p := g.add("term", "glossary/"+t.Short, t.Short, t.Long, "Glossary, as the protocol prints it")
		if !t.Printed {
			p.Where, p.Layer = "Glossary, "+s.Whose+" own words", LayerNote
		}
	}
	for _, n := range s.Notes {
		g.add("note", n.ID, "Note", n.Text, s.Whose+" notes, "+n.Dated).Layer = LayerNote
	}
	return g.list
}

type gatherer struct {
	Source
	list []Passage
}

func (g *gatherer) add(kind, id, title, text, where string) *Passage {
	g.list = append(g.list, Passage{
		Kind: kind, ID: id, Title: title, Text: text, Where: where, Layer: LayerProtocol,
	})
	return &g.list[len(g.list)-1]
}

func (g *gatherer) standing(kind, otherwise string) string {
	if doc, ok := find(g.Documents, func(d Document) bool { return d.Kind == kind }); ok {
		return doc.place()
	}
	return otherwise
}

func (g *gatherer) rota() {
	where := g.standing("rota", g.Rota.Title)
	for _, row := range g.Rota.Settings {
		g.add("setting", row.ID, row.Name, row.Officer+": "+row.Assigned, where)
	}
	for _, o := range g.Rota.Officers() {
		var at []string
		for _, row := range o.Settings {
			at = append(at, row.Name+": "+row.Assigned)
		}
		g.add("officer", o.ID, o.Name, strings.Join(at, "; "), where)
	}
}

// directory gathers the contacts outside the tiers and the services, each with the
// numbers in both the shown and the printed form.
func (g *gatherer) directory() {
	where := g.standing("directory", "")
	contact := func(h HeadContact, where string) {
		if h.Name != "" {
			g.add("contact", h.ID, h.Name, strings.Join(BlockTexts(h.Text), "\n"), where).
				Also = numbers(h.Contacts, append(slices.Clone(h.Words), h.Short, h.Printed)...)
		}
	}
	for _, h := range g.Directory.Head {
		contact(h, g.standing("contacts", where))
	}
	contact(g.Directory.Bulletin, where)
	for _, tier := range g.Directory.Tiers {
		for _, s := range tier.Services {
			title := s.Name
			if s.Within != "" && s.Within != s.Name {
				title = s.Within + ": " + s.Name
			}
			p := g.add("service", s.ID, title, strings.Join(BlockTexts(s.Text), "\n"),
				strings.TrimPrefix(where+", "+tier.Title, ", "))
			p.Also, p.Topics = numbers(s.Contacts), s.Topics
		}
	}
}

func numbers(contacts []Contact, words ...string) string {
	for _, c := range contacts {
		words = append(words, c.Value, c.Printed)
		if c.Kind == Phone {
			words = append(words, strings.ReplaceAll(c.Value, " ", ""))
		}
	}
	return strings.Join(words, " ")
}

// document gathers a document's own texts under the headings they stand below. A
// rota's table is left to its settings.
func (g *gatherer) document(doc Document, seen map[string]bool) {
	where, heading := doc.place(), doc.Title
	g.add("section", doc.ID, doc.Title, "", where)
	for _, b := range doc.Blocks {
		switch {
		case b.Kind == Heading:
			if heading = b.Plain(); heading != doc.Title {
				g.add("section", b.ID, heading, "", where)
			}
		case b.Kind == Table && doc.Kind == "rota":
		default:
			for _, text := range BlockTexts([]Block{b}) {
				if seen[text] {
					continue
				}
				p := g.add("paragraph", b.ID, heading, text, where)
				if b.Kind == Absent {
					p.Layer = LayerNote
				}
			}
		}
	}
}
