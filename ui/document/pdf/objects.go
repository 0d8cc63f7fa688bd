package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

type objects struct {
	list []object
}

// object is a value, or a stream with its dictionary in body.
type object struct {
	body   string
	stream []byte
}

// reserve takes a number for an object that is put later.
func (o *objects) reserve() int {
	o.list = append(o.list, object{})
	return len(o.list)
}

func (o *objects) put(id int, format string, args ...any) {
	o.list[id-1] = object{body: fmt.Sprintf(format, args...)}
}

func (o *objects) add(format string, args ...any) int {
	id := o.reserve()
	o.put(id, format, args...)
	return id
}

// stream adds data, packed; dict is what its dictionary says beside that.
func (o *objects) stream(dict string, data []byte) int {
	return o.plainStream(dict+" /Filter /FlateDecode", deflate(data))
}

// plainStream adds data that is to be readable without unpacking.
func (o *objects) plainStream(dict string, data []byte) int {
	id := o.reserve()
	o.list[id-1] = object{body: fmt.Sprintf("<<%s /Length %d>>", dict, len(data)), stream: data}
	return id
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	// Writing into memory doesn't fail.
	_, _ = z.Write(data)
	_ = z.Close()
	return b.Bytes()
}

// perPack is how many objects are packed together. A reader unpacks a whole
// pack for one object of it.
const perPack = 200

// place is where an object is: at an offset, or in a pack.
type place struct {
	packed    bool
	at, index int
}

// bytes writes the file: the streams, the other objects in packs, the table of
// where each is, and where that table is.
func (o *objects) bytes(root, info int) []byte {
	count := len(o.list)
	places := make([]place, count+1)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	emit := func(id int, obj object) {
		places[id] = place{at: b.Len()}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nstream\n", id, obj.body)
		b.Write(obj.stream)
		b.WriteString("\nendstream\nendobj\n")
	}
	var loose []int
	for i, obj := range o.list {
		if obj.stream == nil {
			loose = append(loose, i+1)
		} else {
			emit(i+1, obj)
		}
	}
	for ids := range slices.Chunk(loose, perPack) {
		var head, body strings.Builder
		id := len(places)
		for i, in := range ids {
			fmt.Fprintf(&head, "%d %d ", in, body.Len())
			body.WriteString(o.list[in-1].body + "\n")
			places[in] = place{packed: true, at: id, index: i}
		}
		o.stream(fmt.Sprintf("/Type /ObjStm /N %d /First %d", len(ids), head.Len()),
			[]byte(head.String()+body.String()))
		places = append(places, place{})
		emit(id, o.list[id-1])
	}
	o.table(&b, places, root, info)
	return b.Bytes()
}

// table writes where each object is. Its own place is in it too.
func (o *objects) table(b *bytes.Buffer, places []place, root, info int) {
	at := b.Len()
	id := len(places)
	places = append(places, place{at: at})
	var rows []byte
	for i, p := range places {
		row := [7]byte{0: 1}
		switch {
		case i == 0:
			row = [7]byte{5: 0xff, 6: 0xff}
		case p.packed:
			row[0] = 2
		}
		if i > 0 {
			binary.BigEndian.PutUint32(row[1:], uint32(p.at))
			binary.BigEndian.PutUint16(row[5:], uint16(p.index))
		}
		rows = append(rows, row[:]...)
	}
	sum := sha256.Sum256(b.Bytes())
	name := hex.EncodeToString(sum[:16])
	packed := deflate(rows)
	fmt.Fprintf(b, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>] /Filter "+
		"/FlateDecode /Length %d>>\nstream\n",
		id, len(places), root, info, name, name, len(packed))
	b.Write(packed)
	fmt.Fprintf(b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", at)
}

func text(s string) string {
	b := []byte{0xfe, 0xff}
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, unit)
	}
	return "<" + hex.EncodeToString(b) + ">"
}

// address is an address as a PDF string: its characters are all plain, and
// those that would end the string are written with a stroke.
func address(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(s) + ")"
}
