package model

import (
	"testing"
	"unicode/utf8"
)

func TestCleanTakesOutWhatActsOnATerminal(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain words stay", "St Aloysius — D’Orsi, café, 020 7527 7400", "St Aloysius — D’Orsi, café, 020 7527 7400"},
		{"newline and tab stay", "a\n\tb", "a\n\tb"},
		{"a join in another script stays", "می\u200cخواهم", "می\u200cخواهم"},
		{"a family of emoji stays one", "👩\u200d👧", "👩\u200d👧"},
		{"a joiner that joins nothing", "\u200dREF\u200d-1\u200c2", "REF-12"},
		{"signs without width", "\ufeffREF\u200b-1\u206023", "REF-123"},
		{"colour", "\x1b[31mred\x1b[0m", "red"},
		{"eight-bit colour", "\u009b31mred", "red"},
		{"clipboard", "a\x1b]52;c;c2VjcmV0\x07b", "ab"},
		{"title ended by ST", "a\x1b]0;title\x1b\\b", "ab"},
		{"device string", "a\x1bPq#0\x1b\\b", "ab"},
		{"a string that never ends keeps the words", "a\x1b]0;rest of the note", "a0;rest of the note"},
		{"a string doesn't swallow the next line", "\x1b]0;x\nnext\x07", "0;x\nnext"},
		{"two-letter escape", "a\x1bcb", "ab"},
		{"charset escape", "a\x1b(0b", "ab"},
		{"escape at the end", "a\x1b", "a"},
		{"two escapes", "\x1b\x1b[2Jb", "b"},
		{"bell, backspace, nul, del", "a\a\b\x00\x7fb", "ab"},
		{"a terminal's line end in a paste", "he is\rafraid", "he is\nafraid"},
		{"Windows line ends", "one\r\n\r\ntwo\r\n", "one\n\ntwo\n"},
		{"other line ends", "a\vb\fc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		{"a string doesn't swallow the line after a return", "\x1b]0;x\rnext\x07", "0;x\nnext"},
		{"override", "a\u202egnp.exe\u202c", "agnp.exe"},
		{"isolates and marks", "\u2066a\u2069\u200e\u200f\u061cb", "ab"},
		{"tags", "a\U000e0041\U000e007fb", "ab"},
		{"no UTF-8", "a\xff\xc3b", "ab"},
		{"the replacement character itself stays", "a\ufffdb", "a\ufffdb"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestCleanLineIsOneLine(t *testing.T) {
	for _, text := range []string{
		"  two\n lines\tand \x1b[1mmore ", "two\rlines\r\nand\vmore", "two\flines\u0085and\u2028more\u2029",
	} {
		if got := CleanLine(text); got != "two lines and more" {
			t.Errorf("CleanLine(%q) = %q", text, got)
		}
	}
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b]0;t\x07b\u202e\xff")
	f.Add("\xe2\x1b\x80\x8f")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Clean(%q) = %q is no UTF-8", s, got)
		}
		before := rune(0)
		for i, r := range got {
			if Unsafe(before, r) {
				t.Fatalf("Clean(%q) = %q keeps an unsafe character at %d", s, got, i)
			}
			before = r
		}
		if again := Clean(got); again != got {
			t.Fatalf("Clean(%q) = %q, and again %q", s, got, again)
		}
	})
}
