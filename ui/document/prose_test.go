package document

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"isspp/model"
	"isspp/ui/component"
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
		"He said: \"I *have* to\" _now_", "1. not a list", "# no heading", "- no entry", "a\\*b \\ \\\\ \\n",
		"<b>bold</b> &amp; &lt; &#42;", "~~struck~~ www.example.org http://a.b",
		"mail@example.org", "| a | b |", "`code`", "[x] done", "[text](http://a.b)", "==", "020 7527 7400",
		"été – “quoted” 👍", "\x1b[31mred\x1b]8;;http://x\x07link", "\u202egnp.exe", "a\nb\n\nc",
		"    four blanks", "\ttab", "![image](x)", "* * *", "---", "  ", ":smile:", "a--map b", "\u00a0x\u00a0",
	} {
		f.Add(text, "strong "+text, 20)
	}
	th := theme.New(theme.Dark, false)
	f.Fuzz(func(t *testing.T, text, strong string, w int) {
		w = max(w%500, 8)
		p := NewPage(w, th, theme.Unicode)
		p.Blocks([]model.Block{
			{Kind: model.Paragraph, Spans: []model.Span{
				{Text: text},
				{Text: strong, Strong: true},
				{Text: text, Link: "https://example.org"},
			}},
		}, nil)
		got := ""
		for _, l := range p.Lines {
			got += l.Plain
			if strings.ContainsFunc(l.Plain, unicode.IsControl) || ansi.Strip(l.Text) != l.Plain {
				t.Fatalf("line %q, painted %q", l.Plain, l.Text)
			}
			if component.Width(l.Text) > max(w, 8) {
				t.Fatalf("%d cells in %d: %q", component.Width(l.Text), w, l.Plain)
			}
		}
		if want := squeezed(model.Clean(text) + model.Clean(strong) + model.Clean(text)); squeezed(got) != want {
			t.Fatalf("reads %q, wrote %q", squeezed(got), want)
		}
	})
}

// paint is what the themes write: colours and the like, and nothing else.
var paint = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// FuzzPage: whatever a text is in, nothing of it acts on the terminal, and no line is
// wider than the page.
func FuzzPage(f *testing.F) {
	f.Add("plain", 80)
	f.Add("\x1b[2J\x1b]52;c;aGk=\x07 \u202eback\u2066 \x9b31m \r\n\ttab", 20)
	f.Add(strings.Repeat("unbroken-", 90)+" 中文 👍🏽 e\u0301", 9)
	f.Add("| a | b |\n# no heading\n> none", 40)
	th := theme.New(theme.Light, false)
	f.Fuzz(func(t *testing.T, text string, w int) {
		w = max(w%500, 24)
		spans := []model.Span{{Text: text, Strong: true}, {Text: text, Link: text, Emph: true}}
		for _, bare := range []bool{false, true} {
			p := NewPage(w, th, theme.Unicode)
			p.Bare, p.Addresses = bare, bare
			local := model.LocalEntry{Name: text, Who: text, Phone: text, Note: text, More: text, By: text}
			p.Write(
				Block{Kind: Heading, Level: 1, Spans: spans},
				Block{Kind: Heading, Level: 2, Layer: model.LayerProtocol, Spans: spans},
				Block{Kind: Paragraph, Spans: spans}, Block{
					Kind: Paragraph, Layer: model.LayerLocal, Tone: Emergency,
					Spans: spans,
				},
				Block{Kind: Numbers, Items: []Item{{
					Spans: spans,
					Below: []Block{
						List(text), Labelled(F(text, text)), P(text),
						NoteOf(model.Note{Text: text, Source: text}),
					},
				}}},
				Rows([]string{text, "b"}, []string{text, text}), Boxed(Emergency, text, P(text)),
				Labelled(F(text, text), Field{Label: text, Value: spans, Quoted: true}),
			)
			p.Local(&component.Env{Local: &model.Local{}}, local)
			p.number(text, text, text)
			p.Spans("", "", spans...)
			for _, l := range p.Lines {
				for _, shown := range []string{l.Plain, paint.ReplaceAllString(l.Text, "")} {
					if bad := strings.IndexFunc(shown, func(r rune) bool {
						return unicode.IsControl(r) ||
							model.Unsafe('x', r)
					}); bad >= 0 {
						t.Fatalf("%q acts on the terminal", shown)
					}
				}
				if component.Width(l.Text) > w {
					t.Fatalf("%d cells in %d: %q", component.Width(l.Text), w, l.Plain)
				}
			}
		}
	})
}
