package report

import (
	"strings"

	"isspp/model"
)

// moments are the dated entries of a chronology, each with who and when.
func (a About) moments(all []model.Moment) []Block {
	if len(all) == 0 {
		return []Block{P("Nothing is recorded under this reference.")}
	}
	var out []Block
	for i := range all {
		out = append(out, a.momentBlocks(&all[i])...)
	}
	return out
}

func (a About) momentBlocks(m *model.Moment) []Block {
	title := a.moment(m.Recorded) + ": " + m.Title
	out := []Block{H(3, title), Labelled(a.whoAndWhen(m)...)}
	if m.Walkthrough != nil {
		out = append(out, a.walkBlocks(m.Walkthrough, 4)...)
	}
	for _, c := range m.Corrections {
		out = append(out, a.corrected(c))
	}
	return out
}

// whoAndWhen are the labelled lines of a moment.
func (a About) whoAndWhen(m *model.Moment) []Field {
	by := model.CleanLine(m.By)
	if by == "" {
		by = "whom is not recorded"
	}
	word := "Recorded"
	if m.Draft {
		word = "Last changed"
	}
	fields := []Field{F(word, a.moment(m.Recorded)+", by "+by)}
	if m.Ref != "" && !model.SameReference(m.Ref, a.ref) {
		fields = append(fields, F("Reference at the time", shown(m.Ref)))
	}
	if w := m.Walkthrough; w != nil {
		fields = append(fields, F("Begun", a.moment(w.Started)), F("Protocol", w.Edition))
	}
	if m.About != "" {
		fields = append(fields, F("About", m.About+a.part(m)))
	}
	for _, f := range m.Fields {
		if f.Label != "Recorded by" {
			fields = append(fields, F(f.Label, f.Text))
		}
	}
	return fields
}

// part names the part of the record that an entry is about.
func (a About) part(m *model.Moment) string {
	if m.Entry == nil || m.Entry.Part == "" {
		return ""
	}
	return ": " + a.itemText(m.Entry.Part)
}

// itemText is an item's words, or the word itself where it is no item.
func (a About) itemText(part string) string {
	for _, l := range a.Lists {
		for _, p := range l.Places() {
			if p.Item.ID == part {
				return p.Item.Text
			}
		}
	}
	return model.CleanLine(part)
}

// corrected stands below what was corrected, which stays as it was recorded.
func (a About) corrected(c model.ConcernEntry) Block {
	by := ""
	if name := model.CleanLine(c.By); name != "" {
		by = ", by " + name
	}
	fields := make([]Field, 0, 4)
	if c.Part != "" {
		fields = append(fields, F("Part", a.itemText(c.Part)))
	}
	for _, f := range c.Fields() {
		fields = append(fields, F(f.Label, f.Text))
	}
	return Boxed(Plain, "Corrected on "+a.moment(c.Recorded)+by, Labelled(fields...))
}

// walkBlocks are what a walkthrough recorded: what was seen and told with its
// evidence, the protective factors, what isn't known as questions to ask next,
// and what was looked for and not seen. Headings start at a level.
func (a About) walkBlocks(w *model.Walkthrough, level int) []Block {
	recorded := func(e model.Entry) bool {
		return e.Answer == model.Seen || e.Answer == model.Told || e.Evidence != ""
	}
	protective := func(e model.Entry) bool { return e.List == "protective" }
	var out []Block
	add := func(title, none string, which func(model.Entry) bool) {
		out = append(out, H(level, title))
		blocks := a.entryBlocks(w, which)
		if len(blocks) == 0 {
			blocks = []Block{P(none)}
		}
		out = append(out, blocks...)
	}
	add("What was seen and told", "Nothing is recorded here. That is no reassurance.", func(e model.Entry) bool { return recorded(e) && !protective(e) })
	add("Protective factors", "None is recorded.", func(e model.Entry) bool { return recorded(e) && protective(e) })
	add("Not known: questions to ask next", "No item is marked don't know.", func(e model.Entry) bool { return e.Answer == model.DontKnow && e.Evidence == "" })
	add("Looked for and not seen", "No item is marked not seen.", func(e model.Entry) bool { return e.Answer == model.NotSeen && e.Evidence == "" })
	if d := w.Draft; strings.TrimSpace(d.Text) != "" {
		out = append(out, H(level, "Being written, not part of the record yet"), Labelled(F(a.itemText(d.Item), d.Text)))
	}
	return out
}

// entryBlocks are the entries that a test lets through, by the protocol's own
// sections. The items are the protocol's words; what stands below them is the
// record's.
func (a About) entryBlocks(w *model.Walkthrough, which func(model.Entry) bool) []Block {
	var out []Block
	section := ""
	for _, e := range a.inOrder(w) {
		if !which(e) {
			continue
		}
		if title := a.sectionOf(e); title != section || len(out) == 0 {
			section = title
			// The mark stands at each section: what lies between two is the record's.
			label := Labelled(Field{Label: "Section", Value: Plainly(title), Layer: model.LayerProtocol})
			label.KeepNext = true
			out = append(out, label, Block{Kind: Bullets})
		}
		list := &out[len(out)-1]
		list.Items = append(list.Items, Item{Spans: Plainly(model.CleanLine(e.Text)), Below: []Block{Labelled(a.entryFields(w, e)...)}})
	}
	return out
}

func (a About) entryFields(w *model.Walkthrough, e model.Entry) []Field {
	said := e.Answer.String() + ", recorded " + a.moment(e.Recorded)
	if by := model.CleanLine(w.By); by != "" {
		said += ", by " + by
	}
	fields := []Field{F("Record", said)}
	if e.Evidence != "" {
		fields = append(fields, F(evidenceLabel(e), e.Evidence))
	}
	return fields
}

// evidenceLabel is which kind of knowledge it is, and when it was seen or said.
func evidenceLabel(e model.Entry) string {
	label := capital(model.CleanLine(string(e.Kind)))
	if e.When != "" {
		label += " (" + model.CleanLine(e.When) + ")"
	}
	return label
}

func capital(word string) string {
	if word == "" {
		return "Evidence"
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// inOrder is what was recorded in the order of the lists, and after that what
// no list has any more.
func (a About) inOrder(w *model.Walkthrough) []model.Entry {
	var out []model.Entry
	done := map[string]bool{}
	for _, l := range a.Lists {
		for _, p := range l.Places() {
			if e, ok := w.Entry(p.Item.ID); ok && !done[e.Item] {
				done[e.Item] = true
				out = append(out, e)
			}
		}
	}
	for _, e := range w.Entries {
		if !done[e.Item] {
			out = append(out, e)
		}
	}
	return out
}

// sectionOf names the list and the domain that an entry stands in.
func (a About) sectionOf(e model.Entry) string {
	for _, l := range a.Lists {
		for _, d := range l.Domains {
			if d.ID != e.Domain {
				continue
			}
			if d.Title == "" || d.Title == l.Title {
				return l.Title
			}
			return l.Title + ": " + d.Title
		}
	}
	return model.CleanLine(e.Domain)
}
