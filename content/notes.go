package content

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"isspp/model"
)

// titled are the entries of a document that is a row of them, each below a
// heading of the second level: where its heading stands, and the heading with
// the text below it. Two of the same title are a mistake; what is their name.
func titled(b body, what string, r *reporter) iter.Seq2[int, []model.Block] {
	return func(yield func(int, []model.Block) bool) {
		seen := idSet{}
		for i, block := range b.blocks {
			if block.Kind != model.Heading || block.Level != 2 {
				continue
			}
			if !seen.take(slug(block.Plain())) {
				r.add(block.Line, "give it another", "a %s before it has the same title: %q", what, block.Plain())
			}
			if !yield(i, entryText(b, i)) {
				return
			}
		}
	}
}

// named is what a bullet of an entry says, by its name: "Source: the council".
func named(item model.ListItem) (name, value string) {
	name, value, _ = strings.Cut(model.PlainText(item.Spans), ":")
	return name, strings.TrimSpace(value)
}

// readNotes makes notes of a document: a heading, the words, and below them
// bullets that say what the note is about, how we know, and since when.
//
//	## The officer's role ended
//
//	The Metropolitan Police ended …
//
//	- About: rota
//	- Source: …
//	- Dated: 2026-11-23
//	- Reach: 101
//	- Status: This role ended in May 2025: check who covers you now
func readNotes(f *file, b body, r *reporter) []model.Note {
	var list []model.Note
	for _, text := range titled(b, "note", r) {
		head := text[0]
		note := model.Note{ID: strings.TrimPrefix(head.ID, f.id+"/"), Dated: f.dated, Line: head.Line}
		for _, part := range text[1:] {
			switch part.Kind {
			case model.Paragraph:
				note.Text = strings.TrimSpace(note.Text + " " + part.Plain())
			case model.Bullets:
				for _, item := range part.Items {
					readNoteField(&note, item, r)
				}
			default:
				r.add(part.Line, "paragraphs, then bullets", "a note has no %s", part.Kind)
			}
		}
		for _, need := range []struct{ name, value, mend string }{
			{"words", note.Text, "a short paragraph"},
			{"About", strings.Join(note.About, ""), "- About: the ids it speaks of"},
			{"Source", note.Source, "- Source: how we know"},
			{"Dated", note.Dated, "- Dated: the day it was written or checked"},
		} {
			if need.value == "" {
				r.add(head.Line, need.mend, "the note %q has no %s", note.ID, need.name)
			}
		}
		list = append(list, note)
	}
	return list
}

var noteFields = []string{"About", "Source", "Dated", "Reach", "Status", "Background", "Gives way to"}

func readNoteField(note *model.Note, item model.ListItem, r *reporter) {
	switch name, value := named(item); name {
	case "About":
		note.Line = item.Line
		note.About = append(note.About, commaList(value)...)
	case "Source":
		note.Source = value
	case "Dated":
		note.Dated = readDate(value, item.Line, r)
	case "Reach":
		note.Reach = value
	case "Status":
		note.Status = strings.TrimRight(value, ".")
	case "Background":
		note.Background = value == "yes"
		if value != "yes" && value != "no" {
			r.add(item.Line, "yes or no", "%q is neither yes nor no", value)
		}
	case "Gives way to":
		known := []string{model.YieldsToEntry}
		for _, slot := range model.LocalSlots() {
			known = append(known, string(slot))
		}
		note.Yields = commaList(value)
		for _, name := range note.Yields {
			r.oneOf(item.Line, name, known, strings.Join(known, ", "), "%q is nothing that a note gives way to")
		}
	default:
		r.word(item.Line, name, noteFields, strings.Join(noteFields, ", "), "%q is not something a note says", name)
	}
}

// Notes are the remarks, of whom Whose says, that stand beside the protocol's words, in the
// order of their file.
func (p *Pack) Notes() []model.Note { return readFirst(p, &p.notes, "notes", readNotes) }

// NotesAbout are the notes that speak of any of the ids: a document ("rota"), a list ("risk"), a domain, an
// item, a setting, a service, a contact ("contacts/csct") or a plan row ("delivery-plan/3"). Each comes once.
func (p *Pack) NotesAbout(ids ...string) []model.Note {
	if p.folder == "" && !p.notes.read.Load() {
		return p.someNotes(ids)
	}
	return about(p.Notes(), ids)
}

// someNotes is NotesAbout for the embedded edition, which is known to have no mistake: it parses the notes that
// name one of the ids and no other, since a first answer needs few of them.
func (p *Pack) someNotes(ids []string) []model.Note {
	f := p.loader.first("notes")
	if f == nil {
		return nil
	}
	parts := p.noteParts.get(func() (parts []*notePart) {
		text, line := f.bodyText, f.bodyLine
		for {
			next := bytes.Index(text, []byte("\n\n## ")) + 2
			if next < 2 {
				return append(parts, &notePart{text: text, line: line})
			}
			parts = append(parts, &notePart{text: text[:next], line: line})
			text, line = text[next:], line+bytes.Count(text[:next], []byte("\n"))
		}
	})
	var found []model.Note
	for _, part := range parts {
		_, fields, _ := bytes.Cut(part.text, []byte("\n- About:"))
		names, _, _ := bytes.Cut(fields, []byte("\n"))
		if !slices.ContainsFunc(ids, func(id string) bool {
			return id != "" && bytes.Contains(names, []byte(id))
		}) {
			continue
		}
		found = append(found, about(part.notes.get(func() []model.Note {
			r := &reporter{file: f.name}
			b := translate(part.text, part.line, r)
			identify(f, &b, r)
			return readNotes(f, b, r)
		}), ids)...)
	}
	return found
}

type notePart struct {
	text  []byte
	line  int
	notes lazy[[]model.Note]
}

func about(notes []model.Note, ids []string) []model.Note {
	var found []model.Note
	for _, n := range notes {
		if slices.ContainsFunc(n.About, func(id string) bool { return slices.Contains(ids, id) }) {
			found = append(found, n)
		}
	}
	return found
}

// readCases makes cases of a document: a heading, what it is about, the story,
// and below it a smaller heading for each step.
//
//	## The second phone
//
//	- About: signs/gang/new-nickname, risk/peers
//
//	K is in Year 9. …
//
//	### What would you ask next?
//
//	- Whose phone is it?
func readCases(f *file, b body, r *reporter) []model.Case {
	var list []model.Case
	for i, text := range titled(b, "case", r) {
		head := text[0]
		one := model.Case{ID: head.ID, Title: head.Plain(), Dated: f.dated, Line: head.Line, AboutLine: head.Line}
		readStory(&one, text[1:], r)
		one.Steps = readSteps(b, i+len(text), r)
		for _, need := range []struct {
			parts      int
			name, mend string
		}{
			{len(one.Story), "story", "a paragraph or two below its heading"},
			{len(one.About), "About", "- About: the ids it touches"},
			{len(one.Steps), "step", "### What would you ask next? and bullets below it"},
		} {
			if need.parts == 0 {
				r.add(one.Line, need.mend, "the case %q has no %s", one.Title, need.name)
			}
		}
		for _, s := range one.Steps {
			if len(s.Parts) == 0 {
				r.add(s.Line, "bullets or a paragraph below it", "the step %q says nothing", s.Title)
			}
		}
		list = append(list, one)
	}
	if f.dated == "" {
		r.add(f.line, "dated: the day they were written or checked", "the cases have no day")
	}
	return list
}

func readStory(one *model.Case, text []model.Block, r *reporter) {
	for _, block := range text {
		switch block.Kind {
		case model.Paragraph:
			one.Story = append(one.Story, block.Plain())
		case model.Bullets:
			for _, item := range block.Items {
				name, value := named(item)
				if r.oneOf(item.Line, name, []string{"About"}, "- About: the ids it touches",
					"%q is not something a case says") {
					one.AboutLine, one.About = item.Line, commaList(value)
				}
			}
		default:
			r.add(block.Line, "bullets, then paragraphs", "a case's story has no %s", block.Kind)
		}
	}
}

func readSteps(b body, i int, r *reporter) []model.CaseStep {
	var steps []model.CaseStep
	for ; i < len(b.blocks) && (b.blocks[i].Kind != model.Heading || b.blocks[i].Level > 2); i++ {
		block := b.blocks[i]
		if block.Kind == model.Heading {
			steps = append(steps, model.CaseStep{Title: block.Plain(), Line: block.Line})
			continue
		}
		if len(steps) == 0 {
			continue // entryText has it
		}
		step := &steps[len(steps)-1]
		switch block.Kind {
		case model.Paragraph:
			step.Parts = append(step.Parts, model.CasePart{Text: block.Plain()})
		case model.Bullets, model.Numbers:
			for _, item := range block.Items {
				step.Parts = append(step.Parts, model.CasePart{Text: model.PlainText(item.Spans), Entry: true})
			}
		default:
			r.add(block.Line, "paragraphs or bullets", "a step has no %s", block.Kind)
		}
	}
	return steps
}

// Cases are the discussion cases, in the order of their file. They are made up, and isspp's own.
func (p *Pack) Cases() []model.Case { return readFirst(p, &p.cases, "cases", readCases) }

// Prompts are questions for whoever presents, written as notes are. Like Notes each
// says what it is about; unlike them they are shown to the speaker alone.
func (p *Pack) Prompts() []model.Note { return readFirst(p, &p.prompts, "prompts", readNotes) }

// PromptsAbout are the prompts about any of the ids, each once.
func (p *Pack) PromptsAbout(ids ...string) []model.Note { return about(p.Prompts(), ids) }
