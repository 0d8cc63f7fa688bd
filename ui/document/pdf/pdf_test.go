package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// small is a document with an element of each kind.
func small() *File {
	f := New(Info{
		Title: "Ünal (1) \\", Subject: "s", Lang: "en-GB",
		Made: time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC),
	})
	p := f.NewPage()
	s := Style{Size: 10}
	p.Text(f.Root().Add("H1"), 50, 60, s, "Ünal é 中")
	f.Bookmark(1, "Ünal", p, 60)
	f.Bookmark(3, "deep", p, 70)
	f.Bookmark(2, "less deep", p, 80)
	para := f.Root().Add("P")
	p.Text(para, 50, 90, Style{Face: Bold, Size: 10, Spread: 1}, "bold")
	link := para.Add("Link")
	p.Text(link, 90, 90, s, "there")
	p.Link(link, 90, 80, 40, 12, `https://example.org/a_(b)\c`)
	p.Text(nil, 50, 800, s, "decoration")
	p.Fill(10, 10, 20, 20, Colour{1, 1, 0})
	p.Frame(10, 10, 20, 20, 1, Colour{}, true)
	p.Rule(10, 10, 20, 20, 1, Colour{}, false)
	q := f.NewPage()
	q.Blank(f.Root().Add("P"), 50, 90, 50, 1, Colour{}, "a line")
	for range 12 {
		q.Text(f.Root().Add("Note").Add("P"), 50, 90, s, "a note")
	}
	q.Goto(link, 1, 1, 5, 5, p, 60, "back")
	return f
}

func bytesOf(t testing.TB, f *File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var xref = regexp.MustCompile(`(?s)(\d+) 0 obj\n<</Type /XRef /Size (\d+) .*?/Length (\d+)>>\nstream\n`)

// Each entry of the table points at the object that it names.
func TestTheTablePointsAtEveryObject(t *testing.T) {
	file := bytesOf(t, small())
	tail := file[bytes.LastIndex(file, []byte("startxref\n"))+10:]
	at, _ := strconv.Atoi(strings.Fields(string(tail))[0])
	m := xref.FindSubmatchIndex(file[at:])
	if m == nil || m[0] != 0 {
		t.Fatalf("startxref doesn't point at the table: %.40q", file[at:])
	}
	size, _ := strconv.Atoi(string(file[at:][m[4]:m[5]]))
	z, err := zlib.NewReader(bytes.NewReader(file[at+m[1]:]))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := io.ReadAll(z)
	if err != nil || len(rows) != size*7 {
		t.Fatalf("%d bytes for %d objects: %v", len(rows), size, err)
	}
	packed := 0
	for id := 1; id < size; id++ {
		row := rows[7*id:]
		where := int(binary.BigEndian.Uint32(row[1:]))
		switch row[0] {
		case 1:
			if want := fmt.Sprintf("%d 0 obj\n", id); !bytes.HasPrefix(file[where:], []byte(want)) {
				t.Errorf("object %d isn't at %d: %.20q", id, where, file[where:])
			}
		case 2:
			packed++
		default:
			t.Errorf("object %d is free", id)
		}
	}
	if packed < 10 {
		t.Errorf("%d objects are packed", packed)
	}
}

// A subset has the pictures that are used, and those that they are made of.
func TestASubsetHasWhatIsUsed(t *testing.T) {
	for face := range faces {
		f := fonts[face]()
		used := map[uint16]bool{f.glyph['e']: true, f.glyph['é']: true, f.glyph['–']: true}
		cut := parse(f.subset(used))
		if len(cut.tables["glyf"]) == 0 || len(cut.tables["glyf"]) > len(f.tables["glyf"])/10 {
			t.Errorf("%s: %d bytes of pictures", fontNames[face], len(cut.tables["glyf"]))
		}
		for g := range used {
			from, to := f.outline(int(g))
			a, b := cut.outline(int(g))
			if !bytes.HasPrefix(cut.tables["glyf"][a:b], f.tables["glyf"][from:to]) || to == from {
				t.Errorf("%s: glyph %d isn't what it was", fontNames[face], g)
			}
		}
		if a, b := cut.outline(int(f.glyph['Q'])); a != b {
			t.Errorf("%s: Q is there", fontNames[face])
		}
		if f.glyph['é'] == 0 || f.glyph['Ł'] == 0 || f.glyph['•'] == 0 || f.glyph['’'] == 0 {
			t.Errorf("%s lacks letters", fontNames[face])
		}
		if w, n := f.advance(f.glyph['W']), f.advance(f.glyph['i']); w <= n || w < 500 || w > 1300 {
			t.Errorf("%s: W is %.0f wide, i %.0f", fontNames[face], w, n)
		}
	}
}

func TestACharacterWithoutAPictureIsStillItself(t *testing.T) {
	f := small()
	if got := string(f.Pages()[0].Missing()); got != "中" {
		t.Errorf("missing: %q", got)
	}
	table := f.chars[Regular].toUnicode()
	if !strings.Contains(table, "<4e2d>") || !strings.Contains(table, "<00e9>") {
		t.Error("the table of characters lacks some")
	}
	if f.Width(Style{Size: 10}, "\u200d\ufe0f") != 0 {
		t.Error("a joiner has a width")
	}
	c := f.charset(Regular)
	if len(c.encode("😀")) != 4 {
		t.Errorf("one character has the codes %q", c.encode("😀"))
	}
	if !strings.Contains(c.toUnicode(), "<d83dde00>") {
		t.Error("a character beyond the basic plane isn't written as a pair")
	}
}

func TestAFileWrittenTwiceIsTheSame(t *testing.T) {
	if !bytes.Equal(bytesOf(t, small()), bytesOf(t, small())) {
		t.Error("two writings differ")
	}
}

// Other people's readers find nothing wrong.
func TestOtherReadersOpenIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "small.pdf")
	if err := os.WriteFile(path, bytesOf(t, small()), 0o600); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, try := range []struct {
		args []string
		want string
	}{
		{[]string{"qpdf", "--check", path}, "No syntax or stream encoding errors found"},
		{[]string{"pdfinfo", "-struct-text", path}, "Ünal é 中"},
		{[]string{"pdfinfo", path}, "Tagged:          yes"},
		{[]string{"pdfinfo", path}, "Ünal (1) \\"},
		{[]string{"pdftotext", path, "-"}, "bold"},
	} {
		if _, err := exec.LookPath(try.args[0]); err != nil {
			t.Logf("no %s on this machine: it was not asked", try.args[0])
			continue
		}
		tried++
		out, err := exec.Command(try.args[0], try.args[1:]...).CombinedOutput()
		if err != nil || !strings.Contains(string(out), try.want) || strings.Contains(string(out), "Error") {
			t.Errorf("%v: %v\n%s", try.args, err, out)
		}
	}
	if tried == 0 {
		t.Skip("no reader of PDF on this machine: only this package's own tests have read it")
	}
}
