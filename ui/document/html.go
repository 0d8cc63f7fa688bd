package document

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"isspp/model"
)

//go:embed page.tmpl
var pageSource string

//go:embed page.css
var pageStyle string

// pageTemplate is parsed when somebody first asks for HTML: no start waits for it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

// HTML writes the document as one page of HTML that loads nothing: its style is
// in it, it runs no script but that of slides, and its policy forbids all else. It is for screens,
// light and dark, for screen readers, and for printing on A4.
func (d Doc) HTML(w io.Writer) error {
	d = d.cleaned()
	if len(d.Slides) > 0 {
		return d.htmlSlides(w)
	}
	h := &html{doc: d}
	err := pageTemplate().Execute(w, map[string]any{
		"Doc":      d,
		"Style":    template.CSS(pageStyle),
		"Running":  cssText(d.running()),
		"Foot":     cssText(d.foot()),
		"About":    d.about(),
		"Contents": h.contents(),
		"Blocks":   h.blocks(d.Blocks),
		"Legend":   h.legend(),
	})
	if err != nil {
		return fmt.Errorf("the page can't be written: %w", err)
	}
	return nil
}

// running is the line at the head of each printed page.
func (d Doc) running() string {
	if d.Banner != "" {
		return d.Banner + " · " + d.Title
	}
	return d.Title
}

// foot is the line at the foot of each printed page.
func (d Doc) foot() string {
	if d.Foot != "" {
		return d.Foot
	}
	return d.Edition
}

// cssText is a text as a string of CSS: what could end it is written as a number.
func cssText(text string) template.CSS {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		if r < 0x20 || strings.ContainsRune(`"\<>&'`, r) {
			fmt.Fprintf(&b, `\%x `, r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return template.CSS(b.String())
}

// html turns blocks into what the template shows.
type html struct {
	doc Doc
	// headings counts, so that each has an id to point at.
	headings int
	// tables counts, so that each has a name of its own.
	tables int
}

type htmlBlock struct {
	Block
	// Shape is the block's kind in a word, or "run" for blocks below a mark.
	Shape string
	// Mark and LayerClass are the layer's word and its class in the style.
	Mark, LayerClass string
	ID               string
	// Label is a table's name.
	Label   string
	Text    []htmlSpan
	Entries []htmlItem
	Lines   []htmlField
	Columns []htmlCell
	Body    [][]htmlCell
	Inner   []htmlBlock
}

type htmlItem struct {
	Text  []htmlSpan
	Inner []htmlBlock
}

type htmlField struct {
	Label, Mark, LayerClass string
	Text                    []htmlSpan
	Blank, Wide             bool
}

func (h *html) blocks(blocks []Block) []htmlBlock {
	var out []htmlBlock
	var last model.Layer
	for _, r := range runs(blocks) {
		if !r.open() {
			if r.blocks[0].Kind == Heading && r.blocks[0].Level <= 2 {
				last = ""
			}
			out = append(out, h.one(r.blocks[0]))
			continue
		}
		made := htmlBlock{Shape: "run", LayerClass: string(r.layer)}
		if r.marked(last) {
			made.Mark, last = h.doc.mark(r.layer), r.layer
		}
		for _, b := range r.blocks {
			made.Inner = append(made.Inner, h.one(b))
		}
		out = append(out, made)
	}
	return out
}

func (h *html) one(b Block) htmlBlock {
	out := htmlBlock{Block: b, Text: htmlSpans(b.Spans), LayerClass: string(b.Layer)}
	switch b.Kind {
	case Paragraph:
		out.Shape = "paragraph"
	case Heading:
		h.headings++
		out.Shape, out.ID = fmt.Sprintf("h%d", b.Level), fmt.Sprintf("s%d", h.headings)
	case Bullets, Numbers:
		out.Shape = "bullets"
		if b.Kind == Numbers {
			out.Shape = "numbers"
		}
		for _, item := range b.Items {
			entry := htmlItem{Text: htmlSpans(item.Spans)}
			for _, below := range item.Below {
				entry.Inner = append(entry.Inner, h.one(below))
			}
			out.Entries = append(out.Entries, entry)
		}
	case Table:
		h.table(&out, b)
	case Fields:
		out.Shape, out.Lines = "fields", h.fields(b.Fields)
	case Note:
		out.Shape, out.Mark, out.Text = "note", h.doc.mark(model.LayerNote), htmlSpans(b.said())
	case Box:
		out.Shape, out.Inner = "box", h.blocks(b.Blocks)
	case PageBreak:
		out.Shape = "break"
	}
	return out
}

// Heads are the columns' heads: in a banded table all but the first.
func (b htmlBlock) Heads() []htmlCell {
	if b.Banded {
		return b.Columns[1:]
	}
	return b.Columns
}

// Span is how many columns a band lies over.
func (b htmlBlock) Span() int { return max(len(b.Columns)-1, 1) }

// ToneClass is a box's tone in the style.
func (b htmlBlock) ToneClass() string {
	return map[Tone]string{Emergency: "emergency", Caution: "caution"}[b.Tone]
}

func (h *html) fields(fields []Field) []htmlField {
	var out []htmlField
	for _, f := range fields {
		out = append(out, htmlField{
			Label: f.Label, Mark: h.doc.mark(f.Layer), LayerClass: string(f.Layer), Text: htmlSpans(f.Value),
			Blank: f.Blank, Wide: f.Wide,
		})
	}
	return out
}

func (h *html) legend() []htmlField { return h.fields(h.doc.legend()) }

// contents are the larger headings, where there are enough to look for.
func (h *html) contents() []htmlBlock {
	const enough = 4
	var out []htmlBlock
	n := 0
	for _, b := range h.doc.Blocks {
		if b.Kind != Heading {
			continue
		}
		if n++; b.Level == 2 {
			out = append(out, htmlBlock{ID: fmt.Sprintf("s%d", n), Text: htmlSpans(b.Spans)})
		}
	}
	if len(out) < enough {
		return nil
	}
	return out
}
