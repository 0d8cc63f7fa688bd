package document

import (
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/kit"
	"isspp/ui/theme"
)

// squeezed is a text without any blank: lines are broken at blanks, and inside a
// word that is wider than a line.
func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// FuzzProse: whatever somebody writes is read back letter for letter, in lines that
// fit, and nothing in it acts on the terminal.
func FuzzProse(f *testing.F) {
	for _, text := range []string{
		"He said: \"I *have* to\" _now_", "1. not a list", "# no heading", "- no entry", "a\\*b \\ \\\\ \\n", "<b>bold</b> &amp; &lt; &#42;", "~~struck~~ www.example.org http://a.b",
		"mail@example.org", "| a | b |", "`code`", "[x] done", "[text](http://a.b)", "==", "020 7527 7400", "été – “quoted” 👍", "\x1b[31mred\x1b]8;;http://x\x07link", "\u202egnp.exe", "a\nb\n\nc",
		"    four blanks", "\ttab", "![image](x)", "* * *", "---", "  ", ":smile:", "a--map b", "\u00a0x\u00a0",
	} {
		f.Add(text, "strong "+text, 20)
	}
	th := theme.New(theme.Dark, false)
	f.Fuzz(func(t *testing.T, text, strong string, w int) {
		w = max(w%500, 8)
		p := NewPage(w, th, theme.Unicode)
		p.Blocks([]model.Block{
			{Kind: model.Paragraph, Spans: []model.Span{{Text: text}, {Text: strong, Strong: true}, {Text: text, Link: "https://example.org"}}},
		}, nil)
		got := ""
		for _, l := range p.Lines {
			got += l.Plain
			if strings.ContainsFunc(l.Plain, unicode.IsControl) || ansi.Strip(l.Text) != l.Plain {
				t.Fatalf("line %q, painted %q", l.Plain, l.Text)
			}
			if kit.Width(l.Text) > max(w, 8) {
				t.Fatalf("%d cells in %d: %q", kit.Width(l.Text), w, l.Plain)
			}
		}
		if want := squeezed(model.Clean(text) + model.Clean(strong) + model.Clean(text)); squeezed(got) != want {
			t.Fatalf("reads %q, wrote %q", squeezed(got), want)
		}
	})
}
