package protocol

import (
	"isspp/content"
	"isspp/model"
	"isspp/ui/kit"
)

// entry is one line of the contents.
type entry struct {
	// id is the document's id; glossaryID is ours.
	id     string
	number string
	title  string
	kind   string
}

// glossaryID is the entry behind the documents.
const glossaryID = "glossary"

// contentsOf reads the contents from the documents' first lines; none is parsed.
func contentsOf(p *content.Pack) []entry {
	sections := p.Contents()
	out := make([]entry, 0, len(sections)+1)
	for _, s := range sections {
		out = append(out, entry{id: s.ID, number: s.Number, title: model.BareTitle(s.Number, model.CleanLine(s.Title)), kind: s.Kind})
	}
	return append(out, entry{id: glossaryID, title: "Glossary (note)", kind: glossaryID})
}

// leftKey is what the contents were drawn for.
type leftKey struct {
	at, top, w, h int
	inText, drawn bool
}

// numberWidth is the column of the sections' numbers.
const numberWidth = 4

// drawContents is the pane of the contents. The section that is shown keeps its
// weight while the keys are in the text.
func (v *View) drawContents() []string {
	t, sg, w := v.env.Theme, v.env.Signs, v.contentsWidth()
	_, h := kit.Inside(v.listWidth(), v.h)
	v.list.SetHeight(h)
	key := leftKey{at: v.list.At, top: v.list.Top, w: w, h: v.h, inText: v.inText, drawn: true}
	if v.leftF == key {
		return v.left
	}
	v.left = kit.Rows(&v.list, w, t, sg, func(i int, selected bool) string {
		e := v.contents[i]
		title := e.title
		switch {
		case selected && !v.inText:
			title = t.Selected.Render(title)
		case selected:
			title = t.Strong.Render(title)
		}
		return t.Quiet.Render(kit.Fit(e.number, numberWidth, sg)) + title
	})
	v.leftF = key
	return v.left
}

// current is the entry that is shown.
func (v *View) current() entry { return v.contents[max(v.list.At, 0)] }
