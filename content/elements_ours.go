package content

import (
	"strconv"
	"strings"

	"isspp/model"
)

func (g *gatherer) goals() {
	for _, o := range g.pack.Outcomes() {
		g.add(element{
			part: "goals", kind: "outcome", id: "outcomes/" + strconv.Itoa(o.Number), name: o.Text, fixed: true,
			owned: true,
			file:  g.pack.fileOf("outcomes"), fields: []field{lines("indicator", o.Indicators)},
		})
	}
	if aims := g.pack.Aims(); len(aims) > 0 {
		g.add(element{
			part: "goals", kind: "list of aims", id: "aims", name: "Aims", fixed: true, file: g.pack.fileOf("aims"),
			fields: []field{lines("aim", aims)},
		})
	}
	for i, f := range g.pack.loader.ofKind("recommendations") {
		g.add(element{
			part: "goals", kind: "list of recommendations", id: f.id, name: f.title(), file: f.name, line: f.line,
			fields: []field{lines("recommendation", g.pack.Recommendations()[i].Items)},
		})
	}
}

// ours are the notes, the glossary and the topics: isspp's, and whoever keeps
// the pack's.
func (g *gatherer) ours() {
	for _, n := range g.pack.Notes() {
		g.note("notes", "note", "notes", n)
	}
	for _, t := range g.pack.Glossary() {
		by := "isspp"
		if t.Printed {
			by = "protocol"
		}
		g.add(element{
			part: "words", kind: "term", id: "glossary/" + slug(t.Short), name: t.Short, fixed: true,
			file: g.pack.fileOf("glossary"), fields: []field{
				one("expansion", t.Long), one("printed by", by), one("same", strings.Join(t.Same, ", ")),
			},
		})
	}
	for _, t := range g.pack.Topics() {
		g.add(element{
			part: "words", kind: "topic", id: "topics/" + t.ID, name: t.Name, fixed: true,
			file: g.pack.fileOf("topics"), fields: []field{
				lines("word", t.Words), lines("list shown", t.Shows),
			},
		})
	}
}

// suggestions are which topics and contacts a sign or a word speaks for, and what
// is asked of colleagues.
func (g *gatherer) suggestions() {
	for _, a := range g.pack.Askings() {
		g.add(element{
			part: "words", kind: "question to colleagues", id: "askings/" + a.Domain, name: a.Domain, fixed: true,
			file: g.pack.fileOf("suggestions"), line: a.Line, fields: []field{one("question", a.Ask)},
		})
	}
	for _, s := range g.pack.Suggestions() {
		first := strings.Join(s.First, ", ")
		if s.Advice {
			first += forAdvice
		}
		g.add(element{
			part: "words", kind: "suggestion", id: "suggestions/" + s.About + s.Word, name: s.About + s.Word,
			fixed: true,
			file:  g.pack.fileOf("suggestions"), line: s.Line, fields: []field{
				one("topics", strings.Join(s.Topics, ", ")), one("first", first), one("question", s.Ask),
			},
		})
	}
}

func (g *gatherer) note(part, kind, document string, n model.Note) {
	g.add(element{
		part: part, kind: kind, id: kind + "/" + n.ID, name: n.ID, fixed: true, file: g.pack.fileOf(document),
		line: n.Line, fields: []field{
			{name: "sentence", texts: entries(n.Text, n.Line)},
			one("about", strings.Join(n.About, ", ")),
			one("source", n.Source), one("day", n.Dated), one("number", n.Reach), one("first words", n.Status),
		},
	})
}

func (g *gatherer) training() {
	for _, n := range g.pack.Prompts() {
		g.note("training", "prompt", "prompts", n)
	}
	for _, c := range g.pack.Cases() {
		t := element{
			part: "training", kind: "case", id: c.ID, name: c.Title, fixed: true, file: g.pack.fileOf("cases"),
			line: c.Line, fields: []field{
				lines("part of the story", c.Story), one("about", strings.Join(c.About, ", ")),
			},
		}
		steps := field{name: "step"}
		for _, s := range c.Steps {
			steps.texts = append(steps.texts, entry{text: s.Title, line: s.Line})
			for _, part := range s.Parts {
				steps.texts = append(steps.texts, entry{text: part.Text, line: s.Line})
			}
		}
		t.fields = append(t.fields, steps)
		g.add(t)
	}
}

// documents are each document's title and section, and every sentence of it
// that no other element has said.
func (g *gatherer) documents() {
	for _, f := range g.pack.loader.all().files {
		t := element{
			part: "text", kind: "document", id: f.id, name: f.title(), file: f.name, line: f.line, fixed: true,
			fields: []field{
				one("kind", f.kind), one("section", f.section), one("list", f.list),
			},
		}
		if f.ours() {
			t.part = "notes"
		}
		blocks := f.parsed().blocks
		if f.ours() {
			blocks = foreword(blocks)
		}
		prose := field{name: "sentence"}
		for _, e := range proseOf(blocks) {
			if !g.said[f.name][e.text] && e.text != t.name {
				prose.texts = append(prose.texts, e)
			}
		}
		t.fields = append(t.fields, prose)
		g.list = append(g.list, t)
	}
}

// foreword is what stands before a document's first entry and between its
// tables: the rest of one of isspp's own is notes, terms or cases, each an element
// of its own.
func foreword(blocks []model.Block) []model.Block {
	var out []model.Block
	for _, b := range blocks {
		switch {
		case b.Kind == model.Heading && b.Level > 1:
			return out
		case b.Kind != model.Table:
			out = append(out, b)
		}
	}
	return out
}

// proseOf is every sentence, entry and cell of blocks, with where it stands.
func proseOf(blocks []model.Block) []entry {
	var out []entry
	model.EachText(blocks, func(t model.BlockText) {
		if t.In == model.Table {
			out = append(out, entry{text: linked(t.Spans), line: t.Line})
		} else {
			out = append(out, entries(linked(t.Spans), t.Line)...)
		}
	})
	return out
}

// entries are a paragraph's sentences.
func entries(text string, line int) []entry {
	if text == "" {
		return nil
	}
	var out []entry
	for _, s := range model.Sentences(text) {
		out = append(out, entry{text: s, line: line})
	}
	return out
}

// linked is a text with the addresses of its links, which nobody would see
// changing otherwise.
func linked(spans []model.Span) string {
	text := model.PlainText(spans)
	for _, s := range spans {
		if s.Link != "" && !strings.Contains(text, strings.TrimPrefix(s.Link, "mailto:")) {
			text += " <" + s.Link + ">"
		}
	}
	return text
}
