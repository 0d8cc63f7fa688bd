package present

import (
	"slices"
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/document"
)

func itoa(n int) string { return strconv.Itoa(n) }

// whole is a full session: the opening with danger first, what the lists are for
// and what they can't say, the parts in their order, and the closing.
func (b *builder) whole(parts []string) []Slide {
	b.said = map[string]bool{}
	out := []Slide{b.opening(parts), b.layersSlide(), b.routes("whole/danger", "Before everything else", "Danger now")}
	out = append(out, b.routeNotes("whole/danger/notes", "Before everything else")...)
	out = append(out, b.notes("whole/scope", "Opening", "What this is for", b.pack.NotesAbout("screen/gate"))...)
	if slices.ContainsFunc(parts, func(name string) bool { _, list := b.pack.List(name); return list }) {
		out = append(out, b.caution()...)
	}
	for _, name := range parts {
		out = append(out, b.part(name, true)...)
	}
	return append(out, b.closing())
}

// opening is the title slide, with what the session is made of.
func (b *builder) opening(parts []string) Slide {
	ed := b.pack.Edition()
	title := strings.TrimSpace(strings.TrimSuffix(ed.Title, "("+ed.Short+")"))
	s := Slide{ID: "whole/opening", Part: ed.Place + " " + ed.Years, Title: title}
	for _, name := range parts {
		c, _ := choice(b.pack, name)
		s.Items = append(s.Items, Point{Text: c.Title})
	}
	s.Given = len(s.Items)
	if d, ok := b.pack.Document("introduction"); ok {
		s.Guidance = document.WithoutHeadings(d.Blocks)
	}
	s.Notes, s.Prompts = b.pack.NotesAbout("introduction"), b.pack.PromptsAbout("introduction")
	return s
}

// layersSlide says how to tell whose words a slide shows.
func (b *builder) layersSlide() Slide {
	return Slide{
		ID: "whole/layers", Part: "Opening", Title: "Who says what", Source: "isspp", Layer: model.LayerNote,
		Items: []Point{
			{Text: "Unlabelled text is the protocol's own, as printed."},
			{Text: "Beside it, " + b.pack.Whose() + " remark, with its day and its source.", Layer: model.LayerNote},
			{Text: "Your school's own, with the day it was checked and by whom.", Layer: model.LayerLocal},
		},
	}
}

// caution is what the lists can't say: the protocol's own words first, then ours.
func (b *builder) caution() []Slide {
	s := Slide{
		ID: "whole/caution", Part: "Before you use the lists", Title: "Caution",
		Source: b.source("checklist", ""),
	}
	if l, ok := b.pack.List("signs"); ok {
		for _, block := range l.Intro {
			s.Items = append(s.Items, blockPoints(block)...)
		}
	}
	var out []Slide
	if len(s.Items) > 0 {
		out = append(out, s)
	}
	return append(out, b.notes("whole/caution/notes", s.Part, "Notes: caution", b.pack.NotesAbout("screen/closing"))...)
}

// closing sends the room out with the numbers.
func (b *builder) closing() Slide {
	s := b.routes("whole/closing", "Closing", "Whom to ring")
	s.Given = len(s.Items)
	s.Prompts = append(s.Prompts, b.pack.PromptsAbout("rota", "directory")...)
	return s
}
