package protocol

import (
	"strings"

	"isspp/content"
	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

type entry struct {
	// id is the document's id; glossaryID is ours.
	id     string
	number string
	title  string
	kind   string
	// part tells that it is a part of the section above it, by the letter of its
	// number where it has one; label is its title beside that section's.
	part          bool
	letter, label string
}

const glossaryID = "glossary"

// contentsOf reads the contents from the documents' first lines; none is parsed.
// What has the number of the section before it, or its number and a letter, is a
// part of that.
func contentsOf(p *content.Pack) []entry {
	sections := p.Contents()
	out := make([]entry, 0, len(sections)+1)
	top := entry{}
	for _, s := range sections {
		e := entry{
			id: s.ID, number: s.Section, title: model.BareTitle(s.Section, model.CleanLine(s.Title)),
			kind: s.Kind,
		}
		letter, part := strings.CutPrefix(e.number, top.number)
		if e.part = part && top.number != "" && strings.Trim(letter, "0123456789") == letter; e.part {
			e.letter = letter
		} else {
			top = e
		}
		e.label = e.title
		if e.part && e.title == top.title {
			e.label = "The services" // its section's own title stands above it
		}
		out = append(out, e)
	}
	return append(out, entry{id: glossaryID, title: "Glossary (note)", label: "Glossary (note)", kind: glossaryID})
}

// numberWidth is the column of the sections' numbers, and partIndent how far a part
// of a section stands in.
const (
	numberWidth = 4
	partIndent  = 2
)

func (e entry) mark(sg theme.Glyphs) string {
	if e.part {
		return component.Spaces(partIndent) + component.Fit(e.letter, numberWidth, sg)
	}
	return component.Fit(e.number, numberWidth, sg)
}

func (v *View) titleLines(e entry) []string {
	return component.WrapText(e.label, v.contentsWidth()-2-component.Width(e.mark(v.env.Signs)))
}

// drawContents is the pane of the contents. The section that is shown keeps its
// weight while the keys are in the text.
func (v *View) drawContents() []string {
	t, sg := v.env.Theme, v.env.Signs
	return component.TallRows(&v.list, v.contentsWidth(), t, sg, func(i int, selected bool) []string {
		e := v.contents[i]
		lines, mark := v.titleLines(e), t.Quiet.Render(e.mark(sg))
		for j, title := range lines {
			switch {
			case selected && !v.inText:
				title = t.Selected.Render(title)
			case selected:
				title = t.Strong.Render(title)
			}
			lines[j] = mark + title
			mark = component.Spaces(component.Width(mark))
		}
		return lines
	})
}

func (v *View) current() entry { return v.contents[max(v.list.At, 0)] }
