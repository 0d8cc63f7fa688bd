package handout

import (
	"slices"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// document adds a document in its own words and order, each note below what it
// is about, and those about all of it at the end.
func (b *builder) document(d model.Document) {
	b.open(d)
	var about []string
	for _, block := range d.Blocks {
		at := len(b.blocks)
		items := map[string]string{}
		for _, item := range block.Items {
			if item.ID != "" {
				items[item.ID] = model.PlainText(item.Spans)
				about = append(about, item.ID)
			}
		}
		if block.ID != "" {
			about = append(about, block.ID)
		}
		switch block.Kind {
		case model.Heading:
			b.protocol(block)
			continue
		case model.Absent:
			// What stands here is the note about the picture, with its source.
		default:
			b.protocol(block)
		}
		b.notesOn(at, items, about...)
		about = nil
	}
	b.notes(append(about, d.ID)...)
}

// open starts a document that has no heading of its own.
func (b *builder) open(d model.Document) {
	if len(d.Blocks) == 0 || d.Blocks[0].Kind != model.Heading {
		heading := document.H(2, d.Title)
		heading.Layer = model.LayerProtocol
		b.add(heading)
	}
}

// listOf is the checklist that a document holds: its domains' ids start with it.
func listOf(pack []model.List, d model.Document) string {
	for _, l := range pack {
		for _, domain := range l.Domains {
			for _, block := range d.Blocks {
				if block.ID == domain.ID {
					return l.ID
				}
			}
		}
	}
	return ""
}

// checklist adds a list by domain, in columns as the protocol prints it. Nothing in
// it is counted, and there is no box to tick. Where much is said before the list, it
// follows the list in a handout of its own: the room came for the list.
func (b *builder) checklist(d model.Document) {
	id := listOf(b.Pack.Lists(), d)
	if !b.whole() {
		d = listFirst(d)
	}
	first := len(b.blocks)
	b.document(d)
	for i := first; i < len(b.blocks); i++ {
		if block := &b.blocks[i]; block.Kind == document.Bullets {
			block.Columns, block.Small = columns(block.Items), true
		}
	}
	b.notes(id)
}

// listFirst moves what a document says before its first list behind it, where that
// is more than a few lines.
func listFirst(d model.Document) model.Document {
	const few = 700
	start, letters := 0, 0
	for i, block := range d.Blocks {
		if block.Kind == model.Paragraph {
			letters += len(block.Plain())
			continue
		}
		if start = i; i > 0 {
			break
		}
	}
	if letters < few || start < 2 {
		return d
	}
	said := slices.Clone(d.Blocks[1:start])
	d.Blocks = append(append(append([]model.Block{d.Blocks[0]}, d.Blocks[start:]...), model.Block{
		Kind: model.Heading, Level: 2, Spans: document.Plainly("What the protocol says of them"),
	}), said...)
	return d
}

// columns is how many columns a list is printed in: three, where its entries are
// short, or two.
func columns(items []document.Item) int {
	long := 0
	for _, item := range items {
		long += len(model.PlainText(item.Spans))
	}
	switch n := len(items); {
	case n < 2:
		return 1
	case n < 3 || long/n > 75:
		return 2
	}
	return 3
}

// rota adds who covers whom: the school's own knowledge first, then the
// protocol's table, and the same by day of the week.
func (b *builder) rota(d model.Document) {
	rota := b.Pack.Rota()
	var own []document.Field
	for _, s := range rota.Settings {
		if e, ok := b.Local.Cover(s, b.Now); ok && !e.Blank() {
			own = append(own, b.local(s.Name, e))
		}
	}
	for _, e := range b.Local.Schools() {
		if e.HoldsOn(b.Now) && !e.Blank() {
			own = append(own, b.local(e.Name, e))
		}
	}
	first := len(b.blocks)
	b.open(d)
	for _, block := range d.Blocks {
		if block.Kind == model.Table {
			if len(own) > 0 {
				b.add(document.Labelled(own...))
				own = nil
			}
			b.lead(rota)
		}
		b.protocol(block)
	}
	b.shares(first, 4.6, 2.9, 4.8)
	about, names := []string{d.ID}, map[string]string{}
	for _, s := range rota.Settings {
		about, names[s.ID] = append(about, s.ID), s.Name
	}
	if !b.whole() {
		b.week(rota)
	}
	b.notesOn(first, names, about...)
	if !b.whole() {
		b.ringing(d.Section)
	}
}

// lead says what has become of the officers' role before the table that names
// them, unless the school knows who covers every setting.
func (b *builder) lead(rota model.Rota) {
	if lead := lookup.Status(b.Pack, b.Local, b.Now, rota.Settings...); lead != "" {
		b.add(document.Block{Kind: document.Note, Layer: model.LayerNote, Spans: document.Strongly(lead + ".")})
	}
}

func (b *builder) shares(first int, widths ...float64) {
	for i := first; i < len(b.blocks); i++ {
		if b.blocks[i].Kind == document.Table && len(b.blocks[i].Head) == len(widths) {
			b.blocks[i].Widths = widths
		}
	}
}

func (b *builder) week(rota model.Rota) {
	head := []string{"Setting"}
	for _, day := range model.Weekdays() {
		head = append(head, day.String())
	}
	var rows [][]string
	for _, s := range rota.Settings {
		row := []string{s.Name}
		for _, c := range s.Week() {
			row = append(row, lookup.Word(c))
		}
		rows = append(rows, row)
	}
	table := document.Rows(head, rows...)
	table.Layer, table.Small, table.Keep, table.Widths = model.LayerProtocol, true, true,
		[]float64{3, 1.4, 1.4, 1.4, 1.4, 1.4}
	b.add(document.H(2, "The week"))
	b.lead(rota)
	said := document.P("Who is assigned on which day, by the table above. It doesn't say who is on site.")
	for i := len(b.blocks) - 1; b.blocks[i].Kind == document.Note; i-- {
		b.blocks[i].KeepNext = true
	}
	said.KeepNext = true
	b.add(said, table)
}

// ringing adds those notes about the documents of a section that offer a number: whom
// a setting rings that the table doesn't list, say.
func (b *builder) ringing(section string) {
	var ids []string
	for _, s := range b.Pack.Contents() {
		if s.Section == section {
			ids = append(ids, s.ID)
		}
	}
	for _, n := range b.Pack.NotesAbout(ids...) {
		if _, there := b.noted[n.ID]; n.Reach != "" && !there {
			b.refer(len(b.blocks), nil, ids, []model.Note{n})
		}
	}
}

// plan adds the delivery plan, each recommendation over what the partners do.
func (b *builder) plan(d model.Document) {
	first := len(b.blocks)
	b.open(d)
	for _, block := range d.Blocks {
		made := document.FromModel(model.LayerProtocol, 1, []model.Block{block})
		for i := range made {
			if made[i].Banded = made[i].Kind == document.Table; made[i].Banded {
				made[i].Head = b.partners(made[i].Head)
			}
		}
		b.add(made...)
	}
	// The partners' columns, as wide as they are full: the council does most.
	b.shares(first, 1, 1, 0.85, 1.2)
	var about []string
	names := map[string]string{}
	for _, row := range b.Pack.Plan().Rows {
		about, names[row.ID] = append(about, row.ID), row.Recommendation
	}
	b.notesOn(first, names, append(about, d.ID)...)
}

// partners are the heads of the plan's columns: what the protocol prints above the
// first of them is about all.
func (b *builder) partners(head []model.Cell) []model.Cell {
	rows := b.Pack.Plan().Rows
	if len(rows) == 0 || len(head) != len(rows[0].Actions)+1 {
		return head
	}
	names := make([]string, len(rows[0].Actions))
	for i, by := range rows[0].Actions {
		if names[i] = by.Partner; len(head[1].Entries) > 1 {
			names[i] = model.PlainText(head[1].Entries[0].Spans) + ": " + by.Partner
		}
	}
	return append(head[:1:1], document.Cells(names...)...)
}

// glossary adds the initials, those that the protocol explains apart from those
// that only we do.
func (b *builder) glossary() {
	rows := map[bool][][]string{}
	for _, t := range b.Pack.Glossary() {
		rows[t.Printed] = append(rows[t.Printed], []string{t.Short, t.Long})
	}
	if len(rows) == 0 {
		return
	}
	b.add(document.H(2, "Glossary"))
	table := func(layer model.Layer, caption string, rows [][]string) {
		t := document.Rows([]string{"Short", "In full"}, rows...)
		t.Layer, t.Caption, t.Widths = layer, caption, []float64{1, 4}
		b.add(t)
	}
	table(model.LayerProtocol, "As the protocol prints them", rows[true])
	table(model.LayerNote, "Not explained in the protocol: the words are "+b.Pack.Whose(), rows[false])
}
