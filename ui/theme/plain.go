package theme

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"golang.org/x/text/unicode/norm"
)

// typewriter has the signs that stand for others, each as wide as what it stands for.
var typewriter = map[rune]string{
	'–': "-", '—': "-", '‐': "-", '‑': "-", '−': "-", '‘': "'", '’': "'", '‚': ",", '“': `"`, '”': `"`, '„': `"`,
	'«': `"`, '»': `"`,
	'…': ".", '·': "-", '•': "*", '→': ">", '←': "<", '↑': "^", '↓': "v", '×': "x", '÷': "/", '½': "?", '£': "L",
	'€':      "E",
	'\u00a0': " ", '\u202f': " ", '\u2009': " ", 'ß': "s", 'æ': "a", 'Æ': "A", 'ø': "o", 'Ø': "O", 'œ': "o", 'ł': "l",
	'Ł': "L", 'đ': "d", 'ı': "i",
}

// Plain writes text in ASCII, cell for cell: the signs of a typewriter, letters
// without their accents, and "?" for what it has no sign for. Escape sequences are
// ASCII already.
func Plain(text string) string {
	at := strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
	if at < 0 {
		return text
	}
	var b strings.Builder
	b.WriteString(text[:at])
	for _, r := range text[at:] {
		switch sign, ok := typewriter[r]; {
		case r < utf8.RuneSelf:
			b.WriteRune(r)
		case ok:
			b.WriteString(sign)
		default:
			b.WriteString(plainLetter(r))
		}
	}
	return b.String()
}

// PlainWriter writes through Plain.
type PlainWriter struct{ io.Writer }

// Write writes whole characters, as all that writes to people does.
func (w PlainWriter) Write(p []byte) (int, error) {
	if _, err := io.WriteString(w.Writer, Plain(string(p))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// plainLetter is a letter without its accent, or as many "?" as it has cells.
func plainLetter(r rune) string {
	if unicode.Is(unicode.Mn, r) {
		return ""
	}
	if base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); base < utf8.RuneSelf {
		return string(base)
	}
	return strings.Repeat("?", lipgloss.Width(string(r)))
}
