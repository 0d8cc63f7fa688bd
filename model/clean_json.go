package model

import (
	"bytes"
	"fmt"
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
