package document

import (
	"strings"

	"isspp/model"
)

func (a About) moments(all []model.Moment) []Block {
	if len(all) == 0 {
		return []Block{P("Nothing is recorded under this reference. That is no reassurance.")}
	}
	var out []Block
	for i := range all {
		m := &all[i]
		out = append(out, H(3, a.moment(m.Recorded)+": "+m.Title), Labelled(a.whoAndWhen(m)...))
		if w := m.Walkthrough; w != nil {
			for _, s := range a.ClosingSections(w) {
				out = append(out, a.sectionBlocks(w, s, 4)...)
			}
			out = append(out, a.draftBlocks(w, 4)...)
		}
		// What was corrected stays as it was recorded, and what corrects it stands below.
		for _, c := range m.Corrections {
			var fields []Field
			if c.Part != "" {
				fields = append(fields, F("Part", a.itemText(c.Part)))
			}
			for _, f := range c.Fields() {
				fields = append(fields, F(f.Label, f.Text))
			}
			out = append(out, Boxed(Plain, "Corrected on "+a.moment(c.Recorded)+byWhom(c.By), Labelled(fields...)))
		}
	}
	return out
}

func (a About) whoAndWhen(m *model.Moment) []Field {
	word := "Recorded"
	if m.Draft {
		word = "Last changed"
	}
	fields := []Field{F(word, a.moment(m.Recorded)+byWhom(m.By))}
	if m.Ref != "" && !model.SameReference(m.Ref, a.ref) {
		fields = append(fields, F("Reference at the time", model.ReferenceWords(m.Ref)))
	}
	if w := m.Walkthrough; w != nil {
		fields = append(fields, F("Begun", a.moment(w.Started)), F("Protocol", w.Edition))
	}
	if m.About != "" {
		part := ""
		if m.Entry != nil && m.Entry.Part != "" {
			part = ": " + a.itemText(m.Entry.Part)
		}
		fields = append(fields, F("About", m.About+part))
	}
	for _, f := range m.Fields {
		if f.Label != model.RecordedBy {
			fields = append(fields, F(f.Label, f.Text))
		}
	}
	return fields
}

// byWhom is who recorded something, behind its time; that nobody is named is said.
func byWhom(by string) string {
	if by = model.CleanLine(by); by == "" {
		return ", name not recorded"
	}
	return ", by " + by
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

func (a About) draftBlocks(w *model.Walkthrough, level int) []Block {
	text := model.WithoutEmptyInjury(model.Clean(w.Draft.Text))
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []Block{H(level, "Being written, not part of the record yet"), Labelled(F(a.itemText(w.Draft.Item), text))}
}

// sectionBlocks are a section's items by the protocol's own sections. The items
// are the protocol's words; what stands below them is the record's.
func (a About) sectionBlocks(w *model.Walkthrough, s ClosingSection, level int) []Block {
	out := []Block{H(level, s.Title)}
	if len(s.Items) == 0 {
		return append(out, P(s.Empty))
	}
	if s.Lead != "" {
		out = append(out, P(s.Lead))
	}
	section := ""
	for i, it := range s.Items {
		if it.Section != section || i == 0 {
			section = it.Section
			// The mark stands at each section: what lies between two is the record's.
			label := Labelled(Field{Label: "Section", Value: Plainly(section), Layer: model.LayerProtocol})
			if s.Lead != "" && it.Ask != "" {
				label.Fields = append(label.Fields, F("Ask colleagues", it.Ask))
			}
			label.KeepNext = true
			out = append(out, label, Block{Kind: Bullets})
		}
		list := &out[len(out)-1]
		list.Items = append(list.Items, Item{
			Spans: Plainly(it.Text), Below: []Block{Labelled(a.itemFields(w, it)...)},
			Answer: model.Answer(it.Answer),
		})
	}
	return out
}

func (a About) itemFields(w *model.Walkthrough, it RecordedItem) []Field {
	said := it.Answer + ", recorded " + a.moment(it.Recorded)
	if by := model.CleanLine(w.By); by != "" {
		said += ", by " + by
	}
	fields := []Field{F("Answer", said)}
	if it.Evidence != nil {
		fields = append(fields, Field{
			Label: it.Evidence.Label, Value: Plainly(it.Evidence.Text),
			Quoted: it.Evidence.Kind == string(model.ChildsWords),
		})
	}
	return fields
}
