package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode"
)

// EscapeJSON writes every character of a JSON document that Clean would change
// as \uXXXX, so that the document acts on no terminal and reads as it did once it
// is decoded. Outside strings JSON has none of them.
func EscapeJSON(doc []byte) []byte {
	text := string(doc)
	if Clean(text) == text {
		return doc
	}
	var b bytes.Buffer
	for _, r := range text {
		switch {
		case Clean(string(r)) == string(r) || r == unicode.ReplacementChar:
			b.WriteRune(r)
		case r > 0xffff:
			high, low := (r-0x10000)>>10+0xd800, (r-0x10000)&0x3ff+0xdc00
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}

// Prose is running text. In JSON it is a list of plain texts, each heading, paragraph,
// list item and table cell's line one of them.
type Prose []Block

// MarshalJSON writes the texts.
func (p Prose) MarshalJSON() ([]byte, error) { return plainJSON(append([]string{}, BlockTexts(p)...)) }

// Days are days of the week; in JSON they are words.
type Days []time.Weekday

// MarshalJSON writes the days' names: "monday".
func (d Days) MarshalJSON() ([]byte, error) {
	names := make([]string, len(d))
	for i, day := range d {
		names[i] = strings.ToLower(day.String())
	}
	return plainJSON(names)
}

// plainJSON is JSON without escapes for HTML: it is read by people too.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}
