package document

import (
	"io"
	"path/filepath"
	"strings"
)

// Format is one of the forms that a document can be written in.
type Format string

// The formats, by the endings of their files.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	PDF      Format = "pdf"
)

// Formats are all of them, in the order in which they are offered.
func Formats() []Format { return []Format{PDF, HTML, Markdown} }

// FormatNamed is the format that a word names, and whether it names one.
func FormatNamed(word string) (Format, bool) {
	switch strings.ToLower(strings.TrimPrefix(strings.TrimSpace(word), ".")) {
	case "md", "markdown":
		return Markdown, true
	case "html", "htm":
		return HTML, true
	case "pdf":
		return PDF, true
	}
	return "", false
}

// FormatOf is the format that a file's name ends in, and whether it ends in one.
func FormatOf(path string) (Format, bool) { return FormatNamed(filepath.Ext(path)) }

// Write writes the document in a format.
func (d Doc) Write(w io.Writer, f Format) error {
	switch f {
	case HTML:
		return d.HTML(w)
	case PDF:
		return d.PDF(w)
	}
	return d.Markdown(w)
}
