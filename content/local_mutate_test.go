package content

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"isspp/model"
)

// slips are what goes wrong with a text file of one's own: of the hand, of editors
// that mean well, of transfers that don't. Each changes a text in one place or
// all over it.
var slips = []struct {
	name string
	do   func(r *rand.Rand, text []byte) []byte
}{
	{"a letter changed", func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] = byte('a' + r.IntN(26)); return b }},
	{"two letters swapped", func(r *rand.Rand, b []byte) []byte {
		i := r.IntN(len(b) - 1)
		b[i], b[i+1] = b[i+1], b[i]
		return b
	}},
	{"any byte", func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] = byte(r.IntN(256)); return b }},
	{"a byte dropped", func(r *rand.Rand, b []byte) []byte { i := r.IntN(len(b)); return append(b[:i:i], b[i+1:]...) }},
	{"a piece dropped", func(r *rand.Rand, b []byte) []byte {
		i := r.IntN(len(b))
		return append(b[:i:i], b[min(i+r.IntN(80), len(b)):]...)
	}},
	{"a piece twice", func(r *rand.Rand, b []byte) []byte {
		i := r.IntN(len(b))
		return insertAt(b, i, b[i:min(i+r.IntN(200), len(b))])
	}},
	{"cut short", func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] }},
	{"a line dropped", func(r *rand.Rand, b []byte) []byte {
		lines := bytes.SplitAfter(b, []byte("\n"))
		i := r.IntN(len(lines))
		return bytes.Join(append(lines[:i:i], lines[i+1:]...), nil)
	}},
	{"two lines swapped", func(r *rand.Rand, b []byte) []byte {
		lines := bytes.Split(b, []byte("\n"))
		i, j := r.IntN(len(lines)), r.IntN(len(lines))
		lines[i], lines[j] = lines[j], lines[i]
		return bytes.Join(lines, []byte("\n"))
	}},
	{"a line indented", func(r *rand.Rand, b []byte) []byte { return atLine(r, b, strings.Repeat(" ", 1+r.IntN(9))) }},
	{"a sign before a line", func(r *rand.Rand, b []byte) []byte {
		return atLine(r, b, pick(r, "> ", "# ", "#", "- ", "```\n", "---\n", "<div>\n", "<!--\n", "<!-- ", "-->\n",
			"| ", "1. ", "* * *\n", "{", "&#27;[2J "))
	}},
	{"an escape sequence", func(r *rand.Rand, b []byte) []byte {
		return insertAt(b, r.IntN(len(b)), []byte(pick(r, "\x1b[31m", "\x1b]52;c;aGk=\x07", "\u009b2J", "\x00",
			"\b\b\b")))
	}},
	{"a turn of the reading direction", func(r *rand.Rand, b []byte) []byte {
		return insertAt(b, r.IntN(len(b)), []byte(pick(r, "\u202e", "\u2066", "\u200f", "\u2028", "\U000e0041")))
	}},
	{"a huge line", func(r *rand.Rand, b []byte) []byte {
		return insertAt(b, r.IntN(len(b)), bytes.Repeat([]byte("long "), 2_000+r.IntN(8_000)))
	}},
	{"an endless paragraph", func(r *rand.Rand, b []byte) []byte {
		return insertAt(b, r.IntN(len(b)), bytes.Repeat([]byte("- Note: on and on\n"), 2_000))
	}},
	{"Windows line ends", func(_ *rand.Rand, b []byte) []byte {
		return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))
	}},
	{"old line ends", func(_ *rand.Rand, b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r")) }},
	{"mixed line ends", func(r *rand.Rand, b []byte) []byte {
		var out []byte
		for line := range bytes.Lines(b) {
			out = append(append(out, bytes.TrimRight(line, "\n")...), pick(r, "\n", "\r\n", "\r")...)
		}
		return out
	}},
	{"a mark of the encoding", func(_ *rand.Rand, b []byte) []byte { return append([]byte("\ufeff"), b...) }},
	{"UTF-16", func(r *rand.Rand, b []byte) []byte { return inUTF16(b, r.IntN(2) == 0) }},
	{"half of UTF-16", func(r *rand.Rand, b []byte) []byte {
		out := inUTF16(b,
			true)
		return out[:2+r.IntN(len(out)-2)]
	}},
	{"another encoding", func(_ *rand.Rand, b []byte) []byte {
		return bytes.ReplaceAll(b, []byte("é"), []byte("\xe9"))
	}},
}

// pick is one of some texts.
func pick(r *rand.Rand, texts ...string) string { return texts[r.IntN(len(texts))] }

func insertAt(b []byte, i int, piece []byte) []byte {
	return append(append(append([]byte(nil), b[:i]...), piece...), b[i:]...)
}

// atLine puts a text before a line.
func atLine(r *rand.Rand, b []byte, text string) []byte {
	lines := bytes.SplitAfter(b, []byte("\n"))
	i := r.IntN(len(lines))
	lines[i] = append([]byte(text), lines[i]...)
	return bytes.Join(lines, nil)
}

func inUTF16(b []byte, little bool) []byte {
	out := []byte("\xfe\xff")
	if little {
		out = []byte("\xff\xfe")
	}
	for _, c := range string(b) {
		hi, lo := byte(c>>8), byte(c)
		if little {
			hi, lo = lo, hi
		}
		out = append(out, hi, lo)
	}
	return out
}

// slipped is a text after one to three slips, with their names. A seed gives
// the same text on every machine.
func slipped(seed uint64, text string) (out []byte, how string) {
	r := rand.New(rand.NewPCG(seed, 7))
	out = []byte(text)
	var names []string
	for range 1 + r.IntN(3) {
		if len(out) < 2 {
			break
		}
		m := slips[r.IntN(len(slips))]
		out, names = m.do(r, bytes.Clone(out)), append(names, m.name)
	}
	return out, fmt.Sprintf("seed %d (%s)", seed, strings.Join(names, ", "))
}

// TestAThousandMutatedLocalFiles reads each, and then has an entry written into
// it. There is a message with a place for whatever can't be read, nothing that
// steers a terminal gets through, and no entry is lost in silence.
func TestAThousandMutatedLocalFiles(t *testing.T) {
	e := typed(t, model.LocalRota, "Arts Xchange", "Officer", "PC New", "Checked", "2026-11-24", "By", "A. Reed")
	written := 0
	for seed := range uint64(1000) {
		text, how := slipped(seed, septemberLocal)
		l, mistakes := ReadLocal("local.md", text)
		placed(t, how, text, mistakes)
		for _, m := range CheckLocal(l, Embedded()) {
			placed(t, how, text, []Mistake{m})
			mistakes = append(mistakes, m)
		}
		for _, e := range l.Entries {
			checkPlain(t, fmt.Sprintf("%+v", e))
		}
		notLost(t, how, text, l, mistakes)
		if out, err := PutLocal(text, 0, e); err == nil {
			written++
			onlyAdded(t, how, text, out)
		}
		if t.Failed() {
			t.Fatalf("%s:\n%q", how, text)
		}
	}
	if written < 600 {
		t.Errorf("an entry could be written into %d files only", written)
	}
}

// placed checks that each mistake says where it is, what it is, and the mend.
func placed(t *testing.T, how string, text []byte, mistakes []Mistake) {
	t.Helper()
	most := 1 + bytes.Count(text, []byte("\n")) + bytes.Count(text, []byte("\r"))
	for _, m := range mistakes {
		if m.File != "local.md" || m.Line < 1 || m.Line > most || m.Text == "" || m.Mend == "" {
			t.Errorf("%s: a mistake without its place or its mend: %+v", how, m)
		}
		checkPlain(t, m.Error())
	}
}

// notLost checks that what still stands in the text, a line as it was written,
// is either in the layer or has a mistake said of the file.
func notLost(t *testing.T, how string, text []byte, l *model.Local, mistakes []Mistake) {
	t.Helper()
	if len(mistakes) > 0 {
		return
	}
	tight := func(text string) string { return strings.ReplaceAll(text, " ", "") }
	said := tight(fmt.Sprintf("%+v", l.Entries))
	lines := strings.FieldsFunc(string(plainLines(text, &reporter{})), func(c rune) bool { return c == '\n' })
	for i, line := range lines {
		name, heading := strings.CutPrefix(line, "### ")
		_, value, _ := strings.Cut(line, ": ")
		if heading && !waits(lines[i+1:]) && !strings.Contains(said, strings.Trim(tight(name), "?!.,")) {
			t.Errorf("%s: %q is lost in silence", how, name)
		}
		if strings.HasPrefix(line, "- ") && !strings.HasPrefix(line, "- Status") &&
			!strings.Contains(line, "September") && !strings.Contains(said, tight(value)) {
			t.Errorf("%s: %q is lost in silence", how, line)
		}
	}
}

// waits tells that the lines below a heading are all empty: a form to fill in.
func waits(lines []string) bool {
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			break
		}
		if _, value, _ := strings.Cut(line, ":"); strings.HasPrefix(line, "- ") && strings.TrimSpace(value) != "" {
			return false
		}
	}
	return true
}

// onlyAdded checks that a text is the other with one piece put in.
func onlyAdded(t *testing.T, how string, before, after []byte) {
	t.Helper()
	start := 0
	for start < len(before) && before[start] == after[start] {
		start++
	}
	if !bytes.HasSuffix(after, before[start:]) {
		t.Errorf("%s: something that was there was touched", how)
	}
}
