package document

import (
	"fmt"
	"io"
	"strings"

	"isspp/model"
)

// Markdown writes the document as CommonMark with tables.
func (d Doc) Markdown(w io.Writer) error {
	d = d.cleaned()
	m := &markdown{doc: d}
	if d.Banner != "" {
		m.block("**" + escape(d.Banner) + "**")
	}
	m.block("# " + escape(d.Title))
	if d.Subtitle != "" {
		m.block("**" + escape(d.Subtitle) + "**")
	}
	var about []string
	for _, line := range d.about() {
		about = append(about, escape(line))
	}
	m.block(strings.Join(about, "\\\n"))
	if legend := d.legend(); len(legend) > 0 {
		m.fields(legend)
	}
	m.blocks(d.Blocks)
	_, err := io.WriteString(w, m.b.String())
	return err
}

// markdown gathers a document. Every line starts with indent: that of a list's
// entry, or the mark of a quotation.
type markdown struct {
	doc    Doc
	b      strings.Builder
	indent string
	// tight leaves out the empty line before the next block.
	tight bool
}

// block writes lines, with an empty line between them and what came before.
func (m *markdown) block(text string) {
	if text == "" {
		return
	}
	if m.b.Len() > 0 && !m.tight {
		m.b.WriteString(strings.TrimRight(m.indent, " ") + "\n")
	}
	m.tight = false
	for line := range strings.SplitSeq(text, "\n") {
		m.b.WriteString(strings.TrimRight(m.indent+line, " ") + "\n")
	}
}

func (m *markdown) blocks(blocks []Block) {
	for _, r := range runs(blocks, "") {
		if r.Marked {
			m.block("*" + escape(m.doc.mark(r.Layer)) + ":*")
		}
		for _, b := range r.Blocks {
			m.one(b)
		}
	}
}

func (m *markdown) one(b Block) {
	switch b.Kind {
	case Heading:
		m.block(strings.Repeat("#", b.Level) + " " + m.spans(b.Spans))
	case Paragraph:
		m.block(startSafe(m.spans(b.Spans)))
	case Bullets, Numbers:
		m.items(b)
	case Table:
		m.table(b)
	case Fields:
		m.fields(b.Fields)
	case Note:
		m.quoted(func() {
			m.block("**" + m.doc.mark(model.LayerNote) + ":** " + m.spans(b.said()))
			if b.Source != "" {
				m.tight = true
				m.block("*(" + escape(b.Source) + ")*")
			}
		})
	case Box:
		m.quoted(func() {
			if b.Title != "" {
				m.block("**" + escape(b.Title) + "**")
			}
			m.blocks(b.Blocks)
		})
	case PageBreak:
	}
}

// quoted writes what do writes as a quotation.
func (m *markdown) quoted(do func()) {
	if m.b.Len() > 0 && !m.tight {
		m.b.WriteString(strings.TrimRight(m.indent, " ") + "\n")
	}
	before := m.indent
	m.indent, m.tight = before+"> ", true
	do()
	m.indent, m.tight = before, false
}

func (m *markdown) items(b Block) {
	for i, item := range b.Items {
		sign := "- "
		if b.Kind == Numbers {
			sign = fmt.Sprintf("%d. ", i+1)
		}
		before := m.indent
		// The sign stands before the entry's first line only.
		m.tight = m.tight || i > 0
		m.block(sign + strings.ReplaceAll(startSafe(m.spans(item.Spans)), "\n", "\n"+strings.Repeat(" ", len(sign))))
		m.indent = before + strings.Repeat(" ", len(sign))
		m.tight = len(item.Below) > 0 && (item.Below[0].Kind == Bullets || item.Below[0].Kind == Numbers)
		for _, below := range item.Below {
			m.one(below)
		}
		m.indent = before
	}
	m.tight = false
}

// fields are bullets, so that each stays on a line of its own.
func (m *markdown) fields(fields []Field) {
	for i, f := range fields {
		text := "- **" + escape(f.Label) + ":** "
		if mark := m.doc.mark(f.Layer); mark != "" {
			text += "*" + escape(mark) + ":* "
		}
		text += strings.ReplaceAll(m.spans(f.Value), "\n", "\n  ")
		if f.Blank {
			text = strings.TrimRight(text, " ") + " " + strings.Repeat(`\_`, 24)
		}
		m.tight = i > 0
		m.block(text)
	}
	m.tight = false
}

func (m *markdown) table(b Block) {
	if b.Caption != "" {
		m.block("**" + escape(b.Caption) + "**")
	}
	columns := len(b.Head)
	for _, row := range b.Rows {
		columns = max(columns, len(row))
	}
	lines := []string{m.row(b.Head, columns), "|" + strings.Repeat(" --- |", columns)}
	for _, row := range b.Rows {
		lines = append(lines, m.row(row, columns))
	}
	m.block(strings.Join(lines, "\n"))
}

func (m *markdown) row(cells []model.Cell, columns int) string {
	var b strings.Builder
	b.WriteString("|")
	for i := range columns {
		var entries []string
		if i < len(cells) {
			for _, e := range cells[i].Entries {
				text := strings.ReplaceAll(m.spans(e.Spans), "\\\n", "<br>")
				if e.Depth > 0 {
					text = strings.Repeat("&nbsp;&nbsp;", e.Depth-1) + "• " + text
				}
				entries = append(entries, text)
			}
		}
		b.WriteString(" " + strings.ReplaceAll(strings.Join(entries, "<br>"), "\n", " ") + " |")
	}
	return strings.ReplaceAll(b.String(), "|  |", "| |")
}
