package pdf

import (
	"encoding/binary"
	"sync"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
)

// Face is one of the embedded faces. They are the Go fonts: their licence lets
// anybody pass a document on, and they keep 1, l and I and 0 and O apart, as a
// reference or a telephone number needs.
type Face int

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	BoldItalic
	faces
)

var fontNames = [faces]string{"GoRegular", "GoBold", "GoItalic", "GoBoldItalic"}

// fonts are read when somebody first asks for a PDF: no start waits for them.
var fonts = [faces]func() *font{
	sync.OnceValue(func() *font { return parse(goregular.TTF) }),
	sync.OnceValue(func() *font { return parse(gobold.TTF) }),
	sync.OnceValue(func() *font { return parse(goitalic.TTF) }),
	sync.OnceValue(func() *font { return parse(gobolditalic.TTF) }),
}

// font is what is read of a TrueType font. The fonts are the program's own, so
// that nothing in them needs to be doubted.
type font struct {
	tables map[string][]byte
	// units is the size of the em that the font's measures are in.
	units int
	// glyph maps a character to the number of its picture.
	glyph map[rune]uint16
	// long tells that glyph positions take four bytes.
	long     bool
	ascent   int
	descent  int
	box      [4]int
	advances int
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }

func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

func u32(b []byte, at int) int { return int(binary.BigEndian.Uint32(b[at:])) }

func parse(ttf []byte) *font {
	f := &font{tables: map[string][]byte{}}
	for i := range u16(ttf, 4) {
		entry := ttf[12+16*i:]
		f.tables[string(entry[:4])] = ttf[u32(entry, 8) : u32(entry, 8)+u32(entry, 12)]
	}
	head, hhea := f.tables["head"], f.tables["hhea"]
	f.units, f.long = u16(head, 18), i16(head, 50) == 1
	for i := range f.box {
		f.box[i] = i16(head, 36+2*i)
	}
	f.ascent, f.descent, f.advances = i16(hhea, 4), i16(hhea, 6), u16(hhea, 34)
	if cmap := f.tables["cmap"]; cmap != nil {
		f.glyph = readCharacters(cmap)
	}
	return f
}

// readCharacters reads the segments of a character map of format 4.
func readCharacters(cmap []byte) map[rune]uint16 {
	glyph := map[rune]uint16{}
	for i := range u16(cmap, 2) {
		table := cmap[u32(cmap, 4+8*i+4):]
		if u16(table, 0) != 4 {
			continue
		}
		n := u16(table, 6)
		ends, starts := table[14:], table[16+n:]
		deltas, offsets := table[16+2*n:], table[16+3*n:]
		for s := 0; s < n; s += 2 {
			for c := u16(starts, s); c <= u16(ends, s) && c != 0xffff; c++ {
				g := c + i16(deltas, s)
				if at := u16(offsets, s); at != 0 {
					if g = u16(offsets, s+at+2*(c-u16(starts, s))); g != 0 {
						g += i16(deltas, s)
					}
				}
				if g &= 0xffff; g != 0 {
					glyph[rune(c)] = uint16(g)
				}
			}
		}
	}
	return glyph
}

func (f *font) advance(glyph uint16) float64 {
	i := min(int(glyph), f.advances-1)
	return float64(u16(f.tables["hmtx"], 4*i)) * 1000 / float64(f.units)
}

func (f *font) scaled(n int) int { return n * 1000 / f.units }

// outline is where a glyph's picture is in the table of pictures.
func (f *font) outline(glyph int) (from, to int) {
	loca := f.tables["loca"]
	if f.long {
		return u32(loca, 4*glyph), u32(loca, 4*glyph+4)
	}
	return 2 * u16(loca, 2*glyph), 2 * u16(loca, 2*glyph+2)
}
