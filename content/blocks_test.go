package content

import (
	"strings"
	"testing"

	"isspp/model"
)

func TestBlocksReadsANotesMarkdown(t *testing.T) {
	blocks := Blocks("# Coach\n\nPlays *every* week.\n\n- Tuesday\n- Friday\n")
	kinds := make([]string, 0, len(blocks))
	for _, b := range blocks {
		kinds = append(kinds, string(b.Kind))
	}
	if got := strings.Join(kinds, " "); got != "heading paragraph bullets" {
		t.Errorf("read as %s", got)
	}
}

func TestBlocksLosesNoWord(t *testing.T) {
	for _, text := range []string{
		"He said <the older one> came", "14. he came back\n15. he left", "> quoted by the uncle",
		"```\nin a fence\n```", "before <!-- not for mum --> after", "[club](http://x.example/y)", "ends {#here}",
		"<div>\nwords in a tag\n</div>", "- one\n\n  > below it", "snake_case and 3 * 4 * 5",
	} {
		out := said(Blocks(text))
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n>`#*-_.", r) }) {
			if !strings.Contains(strings.Join(strings.Fields(out), ""), w) {
				t.Errorf("%q is lost from %q: %q", w, text, out)
			}
		}
	}
}

func TestBlocksCleansWhatATerminalWouldObey(t *testing.T) {
	out := said(Blocks("one\x1b]52;c;AAAA\x07 two\u202e"))
	if strings.ContainsAny(out, "\x1b\x07\u202e") || !strings.Contains(out, "two") {
		t.Errorf("shown: %q", out)
	}
	if Blocks("") != nil {
		t.Error("an empty note has blocks")
	}
}

func TestAnEntityMovesNothing(t *testing.T) {
	src := []byte("one&#13;two&#x0a;three&NewLine;four&Tab;five&#x1b;[2Jsix&#x202e;seven&#x2028;eight")
	if text := said(translate(src, 1, &reporter{}).blocks); text != model.CleanLine(text) || !strings.Contains(text, "one two three four five") ||
		!strings.Contains(text, "eight") {
		t.Errorf("shown: %q", text)
	}
}
