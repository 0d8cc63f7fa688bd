//go:build linux

package e2e

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// marked begins every mark that is planted, so that one pass finds them all.
const marked = "q7zplanted"

// markSize is how many letters a mark has.
const markSize = len(marked) + 32

// mark is a text that stands nowhere else.
func mark() string {
	b := make([]byte, 16)
	for i := range b {
		b[i] = byte(rand.Uint32())
	}
	return marked + hex.EncodeToString(b)
}

// times is by how much the numbers of a push are multiplied: once, unless a release
// is tested.
func times(t *testing.T) int {
	t.Helper()
	const variable = "ISSPP_TEST_TIMES"
	n, err := strconv.Atoi(os.Getenv(variable))
	if os.Getenv(variable) != "" && (err != nil || n < 1) {
		t.Fatalf("%s is how many: a number from 1", variable)
	}
	return max(n, 1)
}

// widths are how many bytes a letter has in the forms that text takes in memory
// and in files: UTF-8, UTF-16 of either byte order, and Go's runes.
var widths = []struct {
	name string
	of   int
}{{"UTF-8", 1}, {"UTF-16", 2}, {"runes", 4}}

// wide gives each letter of an ASCII text the bytes that it has in a form. It ends
// with the last letter, so that it is found in both byte orders.
func wide(text string, of int) []byte {
	out := make([]byte, (len(text)-1)*of+1)
	for i := range len(text) {
		out[i*of] = text[i]
	}
	return out
}

// narrow is the text that stands there in a form, of at most n letters.
func narrow(b []byte, of, n int) string {
	out := make([]byte, 0, n)
	for i := 0; i < len(b) && len(out) < n; i += of {
		out = append(out, b[i])
	}
	return string(out)
}

// secrets are what must not be found: texts by what they are, bytes that are no
// text, and the marks.
type secrets struct {
	texts map[string]string
	bytes map[string][]byte
	marks map[string]bool
}

func newSecrets() *secrets {
	return &secrets{map[string]string{"the passphrase": passphrase}, map[string][]byte{}, map[string]bool{}}
}

// plant makes a mark, to be typed or saved.
func (s *secrets) plant() string {
	m := mark()
	s.marks[m] = true
	return m
}

// among names the secrets that stand in bytes, in any of the forms and in
// capitals or not.
func (s *secrets) among(b []byte) []string {
	out := map[string]bool{}
	for name, secret := range s.bytes {
		if bytes.Contains(b, secret) {
			out[name] = true
		}
	}
	b = lowered(b)
	for _, w := range widths {
		for name, text := range s.texts {
			if bytes.Contains(b, wide(strings.ToLower(text), w.of)) {
				out[name+" in "+w.name] = true
			}
		}
		begin := wide(marked, w.of)
		for rest := b; ; rest = rest[1:] {
			i := bytes.Index(rest, begin)
			if i < 0 {
				break
			}
			rest = rest[i:]
			if m := narrow(rest, w.of, markSize); s.marks[m] {
				out[m] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(out))
}

// lowered has small letters for the capitals of ASCII, byte by byte.
func lowered(b []byte) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		out[i] = c
	}
	return out
}

func TestASecretIsFoundInEveryForm(t *testing.T) {
	t.Parallel()
	s := newSecrets()
	m := s.plant()
	s.bytes["the key"] = []byte{1, 2, 3, 4}
	for _, text := range []string{m, passphrase, "SEVEN green bicycles in the rain"} {
		runes := []rune(text)
		forms := map[string][]byte{"UTF-8": []byte(text)}
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			for _, unit := range utf16.Encode(runes) {
				forms["UTF-16 "+order.String()] = order.AppendUint16(forms["UTF-16 "+order.String()], unit)
			}
		}
		for _, r := range runes {
			forms["runes"] = binary.NativeEndian.AppendUint32(forms["runes"], uint32(r)) //nolint:gosec // a letter
		}
		for name, form := range forms {
			if got := s.among(append(append([]byte("before"), form...), "after"...)); len(got) != 1 {
				t.Errorf("%s: %q is found as %v", name, text, got)
			}
		}
	}
	if got := s.among([]byte{9, 1, 2, 3, 4, 9}); len(got) != 1 {
		t.Errorf("the key is found as %v", got)
	}
	if got := s.among([]byte("seven green bicycles in the snow, " + mark())); len(got) != 0 {
		t.Errorf("found what isn't there: %v", got)
	}
}
