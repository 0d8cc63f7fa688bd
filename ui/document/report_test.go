package document

import (
	"bytes"
	"strings"
	"testing"
)

func written(t *testing.T, d Doc, f Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingInADocumentBreaksOutOfItsFormat(t *testing.T) {
	page := written(t, sample(), HTML)
	for _, bad := range []string{"<script", "javascript:", "<b>", "\x1b", "\u202e"} {
		if strings.Contains(page, bad) {
			t.Errorf("HTML holds %q", bad)
		}
	}
	text := written(t, sample(), Markdown)
	for _, bad := range []string{"\n# not", " <script", "javascript:", "\x1b", "\u202e", "\n+ nor"} {
		if strings.Contains(text, bad) {
			t.Errorf("Markdown holds %q", bad)
		}
	}
}

func TestLayersAreMarked(t *testing.T) {
	for _, f := range []Format{Markdown, HTML} {
		text := written(t, sample(), f)
		for _, mark := range []string{"Protocol 2023–24", "Note", "Local"} {
			if !strings.Contains(text, mark) {
				t.Errorf("%s doesn't show %q", f, mark)
			}
		}
	}
}

func TestHeadingsLeaveNoLevelOut(t *testing.T) {
	page := written(t, sample(), HTML)
	if !strings.Contains(page, ">A level left out</h3>") || strings.Contains(page, "<h4") {
		t.Error("a heading of level 4 below one of level 2 isn't a level 3")
	}
}
