package session

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
)

// acts are the names by which a PDF would do something when it is opened, clicked
// or left, but for a link's address.
var acts = regexp.MustCompile(`/(JavaScript|JS|Launch|OpenAction|AA|SubmitForm|ImportData|ResetForm|GoToR|GoToE|GoTo3DView|Rendition|RichMedia|Movie|Sound|Hide|Named|SetOCGState|Trans|Thread|EmbeddedFiles?|FileAttachment|Filespec|AcroForm|XFA|Widget|Collection)\b`)

var (
	streams  = regexp.MustCompile(`(?s)(\d+) 0 obj\n(<<[^\n]*>>)\nstream\n(.*?)\nendstream\n`)
	pictures = regexp.MustCompile(`/(?:FontFile2|CIDToGIDMap) (\d+) 0 R`)
	hexes    = regexp.MustCompile(`<([0-9A-Fa-f]*)>`)
	literal  = regexp.MustCompile(`\((?:\\.|[^\\()])*\)`)
	linked   = regexp.MustCompile(`/URI \((.*?)\)>>`)
)

// packet begins a PDF's metadata, with the byte order mark that XMP wants there.
const packet = "<?xpacket begin=\"\ufeff\""

// harmlessPaper fails where a PDF has a text that could act on a terminal or turn
// its order around once it is taken out, or does anything by itself, or links to
// what was planted.
func harmlessPaper(t *testing.T, where string, file []byte) {
	t.Helper()
	parts := map[string]string{"": string(streams.ReplaceAll(file, nil))}
	for _, s := range streams.FindAllSubmatch(file, -1) {
		if !bytes.Contains(s[2], []byte("/FlateDecode")) {
			text, begun := strings.CutPrefix(string(s[3]), packet)
			if !begun {
				t.Errorf("%s: metadata that begin with %.40q", where, s[3])
			}
			harmless(t, where+", its metadata", text)
			continue
		}
		if bytes.Contains(s[2], []byte("/Type /XRef")) {
			continue // the table of places
		}
		z, err := zlib.NewReader(bytes.NewReader(s[3]))
		if err != nil {
			t.Fatalf("%s: a stream can't be unpacked: %v", where, err)
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatalf("%s: a stream can't be unpacked: %v", where, err)
		}
		parts[string(s[1])] = string(data)
	}
	for _, part := range parts { // those that are no text: a font's pictures, and which is whose
		for _, ref := range pictures.FindAllStringSubmatch(part, -1) {
			delete(parts, ref[1])
		}
	}
	if len(parts) < 4 {
		t.Fatalf("%s: only %d streams could be read: nothing is proved", where, len(parts)-1)
	}
	for _, part := range parts {
		for _, found := range harmIn(part) {
			t.Errorf("%s: %s", where, found)
		}
	}
}

// harmIn says what is wrong in what was unpacked: first the texts, then the rest.
func harmIn(part string) []string {
	found := harmInTexts(part)
	for _, a := range linked.FindAllStringSubmatch(part, -1) {
		if strings.Contains(a[1], "mark") {
			found = append(found, "it links to "+a[1])
		}
	}
	for _, r := range literal.FindAllString(part, -1) {
		if at := strings.IndexFunc(r, func(c rune) bool { return c < ' ' || c > '~' }); at >= 0 {
			found = append(found, fmt.Sprintf("a raw byte in %q", r))
		}
	}
	rest := literal.ReplaceAllString(hexes.ReplaceAllString(part, ""), "")
	if act := acts.FindString(rest); act != "" || strings.Contains(rest, "#") {
		found = append(found, "it acts: "+act)
	}
	if at := strings.IndexFunc(rest, func(c rune) bool {
		return c < ' ' && !strings.ContainsRune("\n\r\t", c) ||
			c == 0x7f
	}); at >= 0 {
		found = append(found, fmt.Sprintf("a raw byte near %.60q", rest[max(0, at-20):]))
	}
	return found
}

// harmInTexts looks at the texts, and at what each of a font's pictures stands for.
func harmInTexts(part string) (found []string) {
	for _, line := range strings.Split(part, "\n") {
		all := hexes.FindAllStringSubmatch(line, -1)
		for i, h := range all {
			b, err := hex.DecodeString(h[1])
			if err != nil {
				found = append(found, h[0]+" is no string")
			}
			text := ""
			switch {
			case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
				text = wide(b[2:])
			case strings.Contains(part, "beginbfchar") && len(all) == 2 && i == 1:
				text = wide(b)
			}
			if why := harm(text); why != "" {
				found = append(found, why)
			}
		}
	}
	return found
}

// wide reads UTF-16 with the big end first.
func wide(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// pdfWords takes a PDF's words out as other programs do; empty where there is none.
func pdfWords(t *testing.T, path string) string {
	t.Helper()
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return ""
	}
	out, err := exec.Command(program, "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestNothingInTheNotesActsInAPDF(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for name, a := range together() {
		dir := t.TempDir()
		planted(t, dir, a)
		base, ref := withWords(t, dir), asKept(a)
		for _, what := range []string{"report", "access"} {
			path := filepath.Join(dir, what+".pdf")
			if out, errs, status := asks(t, append([]string{"checklist", what, "--ref", ref, "-o", path},
				base...)...); status != 0 {
				t.Fatalf("%s: status %d, %s%s", name, status, out, errs)
			}
			file, err := os.ReadFile(path) //nolint:gosec // the test's own folder
			if err != nil {
				t.Fatal(err)
			}
			harmlessPaper(t, name+", "+what, file)
			if words := pdfWords(t, path); words != "" {
				harmless(t, name+", "+what+", read", strings.ReplaceAll(words, "\f", "\n"))
				if !strings.Contains(words, "mark") {
					t.Errorf("%s, %s: it shows nothing of it", name, what)
				}
			}
		}
	}
}

func TestAHarmfulPDFIsSeen(t *testing.T) {
	for _, bad := range []string{
		"<</OpenAction 3 0 R>>", "<</S /JavaScript /JS (x)>>", "(a\x1bb)", "<feff202e>", "<feff001b>", "BT \x07 ET",
		"beginbfchar\n<0001> <202E>\nendbfchar", "<</S /URI /URI (https://mark)>>", "<</S /J#61vaScript>>",
	} {
		if len(harmIn(bad)) == 0 {
			t.Errorf("%q is taken for harmless", bad)
		}
	}
}
