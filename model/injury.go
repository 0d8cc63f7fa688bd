package model

import (
	"slices"
	"strings"
)

// injuryLines are what is asked of an injury that is described in words. It is
// never photographed.
var injuryLines = []string{"Site:", "Size:", "Shape:", "Colour:"}

// WithInjury is a text with what is asked of an injury below it, once.
func WithInjury(text string) string {
	if strings.Contains("\n"+text, "\n"+injuryLines[0]) {
		return text
	}
	if text != "" {
		text += "\n"
	}
	return text + strings.Join(injuryLines, " \n") + " "
}

// EmptyInjuryLine is the first line of a text, from one on, that is asked of an
// injury and was not filled in; ok is false where there is none.
func EmptyInjuryLine(text string, from int) (line int, ok bool) {
	for i, l := range strings.Split(text, "\n") {
		if i >= from && emptyInjury(l) {
			return i, true
		}
	}
	return 0, false
}

// WithoutEmptyInjury is a text as documents have it: without the lines that were
// asked of an injury and not filled in.
func WithoutEmptyInjury(text string) string {
	kept := slices.DeleteFunc(strings.Split(text, "\n"), emptyInjury)
	return strings.TrimRight(strings.Join(kept, "\n"), "\n")
}

func emptyInjury(line string) bool { return slices.Contains(injuryLines, strings.TrimSpace(line)) }
