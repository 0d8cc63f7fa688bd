package pdf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// charset is the characters of one face that a document uses, each with a code
// of its own. A code, unlike a glyph, can stand for a character that the font
// lacks: it is drawn as an empty box, and is still itself when the text is
// searched, copied or read aloud.
type charset struct {
	font  *font
	code  map[rune]uint16
	runes []rune
	used  map[uint16]bool
}

func (c *charset) of(r rune) uint16 {
	code, known := c.code[r]
	if !known {
		code = uint16(len(c.runes))
		c.code[r], c.runes = code, append(c.runes, r)
		c.used[c.glyph(r)] = true
	}
	return code
}

// glyph is a character's picture; 0 is the empty box.
func (c *charset) glyph(r rune) uint16 {
	if r == '-' {
		// The fonts draw it as wide as a minus, and a soft one as a hyphen.
		r = '\u00ad'
	}
	if g, ok := c.font.glyph[r]; ok {
		return g
	}
	switch {
	case invisible(r):
		return c.font.glyph[' ']
	case unicode.IsSpace(r):
		return c.font.glyph[' ']
	case r == '\u2010', r == '\u2011':
		return c.font.glyph['\u00ad']
	}
	return 0
}

func (c *charset) width(r rune) float64 {
	if invisible(r) {
		return 0
	}
	return c.font.advance(c.glyph(r))
}

// invisible tells whether a character has no width: joiners and selectors.
func invisible(r rune) bool {
	return r >= 0x200b && r <= 0x200d || r == 0xfeff || r == 0x2060 || unicode.Is(unicode.Variation_Selector, r)
}

func (c *charset) encode(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, "%04x", c.of(r))
	}
	return b.String()
}

func (c *charset) glyphMap() []byte {
	var b []byte
	for i, r := range c.runes {
		g := uint16(0)
		if i > 0 {
			g = c.glyph(r)
		}
		b = append(b, byte(g>>8), byte(g))
	}
	return b
}

func (c *charset) widths() string {
	var b strings.Builder
	b.WriteString("[0 [")
	for i, r := range c.runes {
		w := 0.0
		if i > 0 {
			w = c.width(r)
		}
		b.WriteString(number(w) + " ")
	}
	return strings.TrimRight(b.String(), " ") + "]]"
}

// toUnicode gives each code back its character.
func (c *charset) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n")
	const most = 100
	for from := 1; from < len(c.runes); from += most {
		part := c.runes[from:min(from+most, len(c.runes))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, r := range part {
			fmt.Fprintf(&b, "<%04x> <", from+i)
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, "%04x", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.String()
}
