package handout

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// spoken reads a PDF as a screen reader does: from element to element of its
// structure, each with the text that is marked as its own, through the fonts'
// own tables of characters.
type spoken struct {
	t       *testing.T
	objects map[int]string
	streams map[int][]byte
	// marked is the text of each marked piece, by page and number.
	marked map[[2]int]string
}

var (
	streamObject = regexp.MustCompile(`(?s)(\d+) 0 obj\n(<<.*?>>)\nstream\n`)
	lengthOf     = regexp.MustCompile(`/Length (\d+)`)
	packHead     = regexp.MustCompile(`/N (\d+) /First (\d+)`)
	fontOf       = regexp.MustCompile(`/F(\d) (\d+) 0 R`)
	toUnicode    = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	character    = regexp.MustCompile(`<([0-9a-f]{4})> <([0-9a-f]+)>`)
	contentsOf   = regexp.MustCompile(`/Contents (\d+) 0 R`)
	drawing      = regexp.MustCompile(`/MCID (\d+)>> BDC|(EMC)|/F(\d) \S+ Tf|<([0-9a-f]*)> Tj`)
	kids         = regexp.MustCompile(`<</Type /MCR /Pg (\d+) 0 R /MCID (\d+)>>|<</Type /OBJR[^>]*>>|(\d+) 0 R`)
	structRoot   = regexp.MustCompile(`/Type /StructTreeRoot /K (\d+) 0 R`)
	elementKids  = regexp.MustCompile(`/K \[(.*?)\](?: /A| /Alt| /ID|>>$)`)
)

// spokenText is the text of a PDF in the order of its structure.
func spokenText(t *testing.T, file []byte) string {
	t.Helper()
	s := &spoken{t: t, objects: map[int]string{}, streams: map[int][]byte{}, marked: map[[2]int]string{}}
	s.open(file)
	s.pages()
	for _, body := range s.objects {
		if m := structRoot.FindStringSubmatch(body); m != nil {
			return s.element(number(m[1]))
		}
	}
	t.Fatal("the PDF has no structure")
	return ""
}

func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// open takes the file's objects out of their packs.
func (s *spoken) open(file []byte) {
	for _, at := range streamObject.FindAllSubmatchIndex(file, -1) {
		id, dict := number(string(file[at[2]:at[3]])), string(file[at[4]:at[5]])
		data := file[at[1]:]
		if m := lengthOf.FindStringSubmatch(dict); m != nil {
			data = data[:number(m[1])]
		}
		if strings.Contains(dict, "FlateDecode") {
			z, err := zlib.NewReader(bytes.NewReader(data))
			if err != nil {
				s.t.Fatal(err)
			}
			if data, err = io.ReadAll(z); err != nil {
				s.t.Fatal(err)
			}
		}
		s.streams[id] = data
		if !strings.Contains(dict, "/ObjStm") {
			s.objects[id] = dict
			continue
		}
		m := packHead.FindStringSubmatch(dict)
		first := number(m[2])
		head := strings.Fields(string(data[:first]))
		for i := 0; i < len(head); i += 2 {
			from, to := first+number(head[i+1]), len(data)
			if i+3 < len(head) {
				to = first + number(head[i+3])
			}
			s.objects[number(head[i])] = strings.TrimSpace(string(data[from:to]))
		}
	}
}

// pages reads what is drawn on each page.
func (s *spoken) pages() {
	fonts := map[string]map[string]string{}
	for _, body := range s.objects {
		if !strings.Contains(body, "/Font <<") {
			continue
		}
		for _, m := range fontOf.FindAllStringSubmatch(body, -1) {
			table := toUnicode.FindStringSubmatch(s.objects[number(m[2])])
			fonts[m[1]] = characters(s.streams[number(table[1])])
		}
	}
	for id, body := range s.objects {
		if !strings.HasPrefix(body, "<</Type /Page /") {
			continue
		}
		content := s.streams[number(contentsOf.FindStringSubmatch(body)[1])]
		mark, font := -1, ""
		for _, m := range drawing.FindAllStringSubmatch(string(content), -1) {
			switch {
			case m[1] != "":
				mark = number(m[1])
			case m[2] != "":
				mark = -1
			case m[3] != "":
				font = m[3]
			case mark >= 0:
				for i := 0; i < len(m[4]); i += 4 {
					s.marked[[2]int{id, mark}] += fonts[font][m[4][i:i+4]]
				}
			}
		}
	}
}

// characters reads a font's table of what its codes stand for.
func characters(table []byte) map[string]string {
	found := map[string]string{}
	for _, m := range character.FindAllStringSubmatch(string(table), -1) {
		var units []uint16
		for i := 0; i < len(m[2]); i += 4 {
			unit, _ := strconv.ParseUint(m[2][i:i+4], 16, 16)
			units = append(units, uint16(unit))
		}
		found[m[1]] = string(utf16.Decode(units))
	}
	return found
}

// element is the text of an element and of those in it.
func (s *spoken) element(id int) string {
	body := s.objects[id]
	m := elementKids.FindStringSubmatch(body)
	if m == nil {
		s.t.Fatalf("element %d has no kids: %s", id, body)
	}
	text := ""
	for _, k := range kids.FindAllStringSubmatch(m[1], -1) {
		switch {
		case k[1] != "":
			text += s.marked[[2]int{number(k[1]), number(k[2])}]
		case k[3] != "":
			text += s.element(number(k[3]))
		}
	}
	if strings.Contains(body, "/S /Link") {
		return text
	}
	return fmt.Sprintf("%s\n", text)
}
