package pdf

import (
	"encoding/binary"
	"slices"
)

// kept are the tables that a font needs within a PDF.
var kept = []string{"cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"}

// subset is the font with the pictures of the used glyphs alone. The glyphs
// keep their numbers, so that no other table changes.
func (f *font) subset(used map[uint16]bool) []byte {
	all := map[uint16]bool{0: true}
	for g := range used {
		f.parts(g, all)
	}
	count := u16(f.tables["maxp"], 4)
	var glyf, loca []byte
	for g := range count {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if all[uint16(g)] {
			from, to := f.outline(g)
			glyf = append(glyf, f.tables["glyf"][from:to]...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head := slices.Clone(f.tables["head"])
	binary.BigEndian.PutUint16(head[50:], 1)
	binary.BigEndian.PutUint32(head[8:], 0)
	tables := map[string][]byte{"glyf": glyf, "loca": loca, "head": head}
	for _, name := range kept {
		if tables[name] == nil && f.tables[name] != nil {
			tables[name] = f.tables[name]
		}
	}
	return assemble(tables)
}

// parts adds a glyph and those that it is put together from: é is e and an acute.
func (f *font) parts(glyph uint16, all map[uint16]bool) {
	if all[glyph] && glyph != 0 {
		return
	}
	all[glyph] = true
	from, to := f.outline(int(glyph))
	picture := f.tables["glyf"][from:to]
	if len(picture) < 10 || i16(picture, 0) >= 0 {
		return
	}
	const words, scale, more, two, four = 1, 1 << 3, 1 << 5, 1 << 6, 1 << 7
	for at := 10; ; {
		flags := u16(picture, at)
		f.parts(uint16(u16(picture, at+2)), all)
		at += 6
		if flags&words != 0 {
			at += 2
		}
		switch {
		case flags&scale != 0:
			at += 2
		case flags&two != 0:
			at += 4
		case flags&four != 0:
			at += 8
		}
		if flags&more == 0 {
			return
		}
	}
}

func assemble(tables map[string][]byte) []byte {
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	power, log := 1, 0
	for power*2 <= len(names) {
		power, log = power*2, log+1
	}
	out := []byte{0, 1, 0, 0}
	for _, n := range []int{len(names), power * 16, log, (len(names) - power) * 16} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	at := len(out) + 16*len(names)
	var body []byte
	for _, name := range names {
		table := tables[name]
		out = append(out, name...)
		for _, n := range []uint32{checksum(table), uint32(at + len(body)), uint32(len(table))} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
		body = append(body, table...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(out, body...)
}

// checksum adds a table up as the format asks.
func checksum(table []byte) uint32 {
	var sum uint32
	for i := 0; i < len(table); i += 4 {
		var word [4]byte
		copy(word[:], table[i:])
		sum += binary.BigEndian.Uint32(word[:])
	}
	return sum
}
