package document

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"isspp/model"
)

var (
	//go:embed page.tmpl
	pageSource string
	//go:embed page.css
	pageStyle string
	//go:embed slides.tmpl
	slidesSource string
	//go:embed slides.css
	slidesStyle string
	//go:embed slides.js
	slidesScript string
)

// templates are parsed when somebody first asks for HTML: no start waits for them.
var templates = sync.OnceValue(func() *template.Template {
	t := template.New("page").Funcs((&html{}).funcs())
	return template.Must(template.Must(t.Parse(pageSource)).New("slides").Parse(slidesSource))
})

// html is one page that is written, for what its templates ask.
type html struct {
	doc Doc
	// headings and tables count, so that each has a name of its own.
	headings, tables int
}

// HTML writes the document as one page of HTML that loads nothing: its style is
// in it, it runs no script but that of slides, which its policy names, and its policy
// forbids all else. It is for screens, light and dark, for screen readers, and for
// printing on A4. Slides are shown one at a time; without the script, and on paper,
// they follow each other.
func (d Doc) HTML(w io.Writer) error {
	d = d.cleaned()
	h, name, sum := &html{doc: d}, "page", sha256.Sum256([]byte(slidesScript))
	data := map[string]any{
		"Doc": d, "Style": template.CSS(pageStyle), "Running": cssText(d.running()), "Foot": cssText(d.foot()),
		"About": d.about(), "Contents": d.contents(), "Legend": d.legend(),
	}
	if len(d.Slides) > 0 {
		name, data = "slides", map[string]any{
			"Doc": d, "Style": template.CSS(pageStyle + slidesStyle), "Script": template.JS(slidesScript),
			"ScriptHash": "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
		}
	}
	t, err := templates().Clone()
	if err == nil {
		err = t.Funcs(h.funcs()).ExecuteTemplate(w, name, data)
	}
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

// htmlHeading is a line of the contents: a larger heading, and where it is.
type htmlHeading struct {
	ID    string
	Spans []model.Span
}

// contents are the larger headings, where there are enough to look for.
func (d Doc) contents() []htmlHeading {
	const enough = 4
	var out []htmlHeading
	n := 0
	for _, b := range d.Blocks {
		if b.Kind != Heading {
			continue
		}
		if n++; b.Level == 2 {
			out = append(out, htmlHeading{fmt.Sprintf("s%d", n), b.Spans})
		}
	}
	if len(out) < enough {
		return nil
	}
	return out
}

func (h *html) funcs() template.FuncMap {
	return template.FuncMap{
		"mark":  func(layer any) string { return h.doc.mark(model.Layer(fmt.Sprint(layer))) },
		"spans": htmlSpans, "said": Block.said, "filled": func(c model.Cell) bool { return !blankCell(c) },
		"runs": func(blocks []Block) []run { return runs(blocks, "") },
		"shape": func(b Block) string {
			if b.Kind == Heading {
				return fmt.Sprintf("h%d", b.Level)
			}
			return [...]string{"paragraph", "", "bullets", "numbers", "table", "fields", "note", "box", "break"}[b.Kind]
		},
		"heading": func() string {
			h.headings++
			return fmt.Sprintf("s%d", h.headings)
		},
		"table": func(b Block) string {
			h.tables++
			if b.Caption != "" {
				return fmt.Sprintf("Table %d: %s", h.tables, b.Caption)
			}
			return fmt.Sprintf("Table %d", h.tables)
		},
		"width": func(b Block, column int) string {
			total := 0.0
			for _, w := range b.Widths {
				total += w
			}
			if column >= len(b.Widths) || total == 0 {
				return ""
			}
			return fmt.Sprintf("%.0f%%", b.Widths[column]/total*100)
		},
		// over is how many columns a band lies over.
		"over": func(b Block) int { return max(len(b.Head)-1, 1) },
		"cell": func(c model.Cell) []Block {
			if blankCell(c) {
				return nil
			}
			return cellBlocks(c)
		},
		"tone":    func(t Tone) string { return [...]string{"", "emergency", "caution"}[t] },
		"slideID": func(i int) string { return fmt.Sprintf("slide-%d", i+1) },
		"long":    func(title string) bool { return len(title) > longTitle },
		"size":    func(s Slide) string { return fmt.Sprintf("%.2f", printSize(s)) },
	}
}

// longTitle is the letters of a title from which on it is set smaller.
const longTitle = 60

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
