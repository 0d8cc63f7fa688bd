package handout

import (
	"strings"

	"isspp/model"
	"isspp/ui/document"
)

// directory adds the services in the printed order and the protocol's words,
// each with what the school knows of it first, how to reach it in one line, and
// the notes about it.
func (b *builder) directory(d model.Document) {
	services := map[string]model.Service{}
	for _, s := range b.Pack.Directory().Services() {
		services[s.ID] = s
	}
	var now *model.Service
	finish := func() {
		if now != nil {
			b.reach(*now)
		}
		now = nil
	}
	for _, block := range d.Blocks {
		service, starts := services[block.ID]
		if starts || block.Kind == model.Heading || block.ID != "" {
			finish()
		}
		if block.Kind == model.Heading {
			b.protocol(block)
		}
		if starts {
			now = &service
			b.before(service, block.Kind != model.Heading)
		}
		if block.Kind != model.Heading {
			b.protocol(block)
		}
	}
	finish()
	b.notes(d.ID)
}

// before is what stands above a service's text: its name where the protocol
// gives it no heading, the school's own knowledge, and that it has ended.
func (b *builder) before(s model.Service, nameless bool) {
	if nameless {
		level := 4
		if s.Within != "" {
			level = 5
		}
		b.add(document.H(level, s.Name))
	}
	if e, ok := b.Local.Service(s); ok && !e.Blank() {
		b.add(document.Labelled(b.local("Now", e)))
	}
	if s.EndedBy(b.Now) {
		for _, n := range b.Pack.NotesAbout(s.ID) {
			b.noted[n.ID] = 0
			b.add(document.NoteOf(n))
		}
	}
}

// reach is how a service is reached, whom it takes and when, in one place.
func (b *builder) reach(s model.Service) {
	printed := bare(strings.Join(model.BlockTexts(s.Text), " "))
	var values []string
	for _, c := range s.Contacts {
		// What the text above prints isn't said twice, however it is written there.
		if c.Kind != model.Address && !strings.Contains(printed, bare(c.Value)) {
			values = append(values, c.Value)
		}
	}
	fields := document.Block{Kind: document.Fields, Layer: model.LayerProtocol, Small: true}
	add := func(label, value string) {
		if value != "" {
			fields.Fields = append(fields.Fields, document.F(label, value))
		}
	}
	add("Contact", strings.Join(values, " · "))
	if s.Ages.Printed {
		add("Ages", s.Ages.String())
	}
	var hours []string
	for _, h := range s.Hours {
		hours = append(hours, h.String())
	}
	add("Hours", strings.Join(hours, "; "))
	b.add(fields)
	if !s.EndedBy(b.Now) {
		b.refer(len(b.blocks), nil, []string{s.ID}, b.Pack.NotesAbout(s.ID))
	}
}

// bare is a text without the blanks that numbers and addresses are written with,
// and without case.
func bare(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "")) }
