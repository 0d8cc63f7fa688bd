package document

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"sync"

	"isspp/model"
)

//go:embed slides.tmpl
var slidesSource string

//go:embed slides.css
var slidesStyle string

//go:embed slides.js
var slidesScript string

// slidesTemplate shows blocks as the page of a document does.
var slidesTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.Must(template.New("page").Parse(pageSource)).New("slides").Parse(slidesSource))
})

type htmlSlide struct {
	Slide
	ID           string
	Print        string
	Inner, Notes []htmlBlock
}

// Long tells that the title takes more than a line or two.
func (s htmlSlide) Long() bool { return len(s.Title) > longTitle }

// longTitle is the letters of a title from which on it is set smaller.
const longTitle = 60

// htmlSlides writes the document's slides as one page that loads nothing. Its one
// script, which its policy names, shows a slide at a time; without it, and on
// paper, the slides follow each other.
func (d Doc) htmlSlides(w io.Writer) error {
	h, sum := &html{doc: d}, sha256.Sum256([]byte(slidesScript))
	var slides []htmlSlide
	for i, s := range d.Slides {
		slides = append(slides, htmlSlide{
			Slide: s, ID: fmt.Sprintf("slide-%d", i+1), Print: fmt.Sprintf("%.2f", printSize(s)),
			Inner: h.blocks(s.Blocks), Notes: h.blocks(s.Notes),
		})
	}
	err := slidesTemplate().ExecuteTemplate(w, "slides", map[string]any{
		"Doc": d, "Slides": slides, "Style": template.CSS(pageStyle + slidesStyle), "Script": template.JS(slidesScript),
		"ScriptHash": "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
	})
	if err != nil {
		return fmt.Errorf("the slides can't be written: %w", err)
	}
	return nil
}

// printSize is how large a slide's text is printed: a long one is set smaller, so
// that it has room on its page.
func printSize(s Slide) float64 {
	n := 0
	var count func(blocks []Block)
	count = func(blocks []Block) {
		for _, b := range blocks {
			n += len(model.PlainText(b.Spans)) + len(b.Source) + 40
			for _, item := range b.Items {
				n += len(model.PlainText(item.Spans)) + 30/max(b.Columns, 1)
				count(item.Below)
			}
			count(b.Blocks)
		}
	}
	count(s.Blocks)
	return min(1, max(0.45, 700/float64(max(n, 1))))
}
