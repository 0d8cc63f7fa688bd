package present

import (
	"slices"

	"isspp/model"
)

// list makes slides of a list: what the protocol says before it, a slide for
// each domain, and our notes on it.
func (b *builder) list(l model.List) []Slide {
	title, source := l.BareTitle(), b.source("checklist", l.Title)
	var out []Slide
	// A paragraph is a slide, a sentence at a time.
	for _, block := range l.Intro {
		if items := blockPoints(block); len(items) > 0 && block.Kind != model.Heading {
			out = append(out, Slide{
				ID: l.ID + "/intro/" + itoa(len(out)+1), Part: title, Title: title, Source: source,
				Items: items, Given: 1,
				Notes: b.pack.NotesAbout(l.ID), Prompts: b.pack.PromptsAbout(l.ID),
			})
		}
	}
	before := ""
	if slices.ContainsFunc(l.Domains, func(d model.Domain) bool { return b.elsewhere(l, d) }) {
		before = title + ": "
	}
	for _, d := range l.Domains {
		// What stands before the whole list holds for each of its domains.
		s := Slide{
			ID: d.ID, Part: title, Title: before + d.Title, Source: source, Guidance: l.Intro,
		}
		for _, block := range d.Guidance {
			s.Items = append(s.Items, blockPoints(block)...)
		}
		s.Given = len(s.Items)
		ids := []string{d.ID}
		for _, item := range d.Items {
			s.Items = append(s.Items, Point{ID: item.ID, Text: item.Text})
			ids = append(ids, item.ID)
		}
		s.Notes, s.Prompts = b.pack.NotesAbout(ids...), b.pack.PromptsAbout(ids...)
		if len(s.Prompts) == 0 {
			s.Prompts = b.pack.PromptsAbout(l.ID)
		}
		out = append(out, s)
	}
	return append(out, b.notes(l.ID+"/notes", title, "Notes: "+title, b.pack.NotesAbout(l.ID))...)
}

// elsewhere reports whether another list has a domain of the same name.
func (b *builder) elsewhere(l model.List, d model.Domain) bool {
	return slices.ContainsFunc(b.pack.Lists(), func(other model.List) bool {
		return other.ID != l.ID &&
			slices.ContainsFunc(other.Domains, func(theirs model.Domain) bool { return theirs.Title == d.Title })
	})
}

// plan makes a slide of each row of the delivery plan: the recommendation, and
// what each partner does for it.
func (b *builder) plan() []Slide {
	const part = "Delivery plan"
	rows := b.pack.Plan().Rows
	var out []Slide
	for _, row := range rows {
		s := Slide{
			ID: row.ID, Part: part, Title: row.Recommendation,
			Head:   part + ", " + itoa(row.Number) + " of " + itoa(len(rows)),
			Source: b.source("plan", ""), Columns: true,
			Prompts: b.pack.PromptsAbout("delivery-plan", row.ID),
		}
		for _, by := range row.Actions {
			group := by.Partner
			for _, e := range by.Entries {
				s.Items = append(s.Items, Point{
					Text: model.PlainText(e.Spans), Spans: e.Spans, Group: group, Indent: max(e.Depth-1, 0),
				})
				group = ""
			}
		}
		s.Items = append(s.Items, b.notePoints(row.ID)...)
		out = append(out, s)
	}
	return append(out, b.notes("delivery-plan/notes", part, "Notes: delivery plan",
		b.pack.NotesAbout("delivery-plan"))...)
}

// excerpt is the spans of a stretch of a text, from byte to byte.
func excerpt(spans []model.Span, from, to int) (out []model.Span) {
	for _, s := range spans {
		n := len(s.Text)
		if a, b := max(from, 0), min(to, n); a < b {
			s.Text = s.Text[a:b]
			out = append(out, s)
		}
		from, to = from-n, to-n
	}
	return out
}

// blockPoints are what a block says, as points: sentences, and the entries of lists
// and tables.
func blockPoints(block model.Block) []Point {
	if block.Kind == model.Absent {
		return []Point{{Text: block.Plain(), Layer: model.LayerNote, Plain: true}}
	}
	var out []Point
	at := 0
	for _, sentence := range model.Sentences(block.Plain()) {
		out = append(out, Point{Text: sentence, Spans: excerpt(block.Spans, at, at+len(sentence)), Plain: true})
		at += len(sentence) + 1
	}
	for _, item := range block.Items {
		out = append(out, Point{ID: item.ID, Text: model.PlainText(item.Spans), Spans: item.Spans})
		for _, below := range item.Below {
			for _, p := range blockPoints(below) {
				p.Indent++
				out = append(out, p)
			}
		}
	}
	for _, row := range block.Rows {
		for i, cell := range row {
			for _, e := range cell.Entries {
				out = append(out, Point{Text: model.PlainText(e.Spans), Spans: e.Spans, Indent: min(i, 1)})
			}
		}
	}
	return out
}
