package content

import "isspp/model"

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

// Cases are the discussion cases, in the order of their file. They are made up,
// and isspp's own.
func (p *Pack) Cases() []model.Case { return readFirst(p, &p.cases, "cases", readCases) }

// Prompts are questions for whoever presents, written as notes are. Like Notes each
// says what it is about; unlike them they are shown to the speaker alone.
func (p *Pack) Prompts() []model.Note { return readFirst(p, &p.prompts, "prompts", readNotes) }

// PromptsAbout are the prompts about any of the ids, each once.
func (p *Pack) PromptsAbout(ids ...string) []model.Note { return about(p.Prompts(), ids) }
