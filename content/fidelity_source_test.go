package content

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// unit is the smallest piece of text that must be carried whole: a heading, a
// paragraph, a list's entry, a table's cell or a bullet in one.
type unit struct {
	// where is the file and line, for a person to look at.
	where string
	text  string
}

// protocolText is the source as it was handed over, before it was made into documents.
func protocolText(t testing.TB) string {
	t.Helper()
	src, err := os.ReadFile("testdata/isspp-2023-24.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

var (
	listTag    = regexp.MustCompile(`<ul[^>]*>`)
	autoLink   = regexp.MustCompile(`<(https?://[^>]*)>`)
	lostLink   = regexp.MustCompile(`\[([^\]]*)\]\(#\)`)
	emphasis   = regexp.MustCompile(`\*+`)
	strongText = regexp.MustCompile(`\*\*(.+?)\*\*`)
	cellRule   = regexp.MustCompile(`^[-\t]+$`)
)

// sourceUnits splits the source into its units, in its order. It shares no
// code with the parser that it is used to check.
func sourceUnits(src string) []unit {
	var units []unit
	for i, line := range strings.Split(src, "\n") {
		where := "testdata/isspp-2023-24.md:" + itoa(i+1)
		if cellRule.MatchString(line) {
			continue
		}
		for _, cell := range strings.Split(line, "\t") {
			for _, piece := range strings.Split(listTag.ReplaceAllString(cell, " "), "•") {
				if text := sourceWords(piece); text != "" {
					units = append(units, unit{where, text})
				}
			}
		}
	}
	return joinBroken(units)
}

// sourceWords takes the marks of Markdown from a piece of the source.
func sourceWords(piece string) string {
	piece = strings.TrimPrefix(strings.TrimSpace(piece), "- ")
	piece = lostLink.ReplaceAllString(autoLink.ReplaceAllString(piece, "$1"), "$1")
	return strings.Join(strings.Fields(emphasis.ReplaceAllString(piece, "")), " ")
}

// brokenPage is the one sentence that a page's end breaks in the source.
const brokenPage = "other Violence against Women and Girls issues"

// joinBroken joins that sentence again.
func joinBroken(units []unit) []unit {
	var out []unit
	for _, u := range units {
		if strings.HasPrefix(u.text, brokenPage) && len(out) > 0 {
			out[len(out)-1].text += " " + u.text
			continue
		}
		out = append(out, u)
	}
	return out
}

// sourceStrong are the words that the source prints in bold, in its order.
func sourceStrong(src string) []string {
	var strong []string
	for _, m := range strongText.FindAllStringSubmatch(src, -1) {
		strong = append(strong, strings.ReplaceAll(m[1], "*", ""))
	}
	return strong
}
