package content

import (
	"fmt"
	"slices"
	"strings"

	"isspp/model"
)

// Mistake is something in a pack that can't be read as it stands: where it is, what it is, and how to fix it. A
// pack is checked whole, so that whoever keeps it sees every mistake at once.
type Mistake struct {
	File string `json:"file"` // the path inside the pack: "rota.md"
	Line int    `json:"line"` // Line counts from 1
	Text string `json:"text"` // Text says what is meant: `"Tuseday" is not a day of the week`
	// Mend says what would be right: `Monday … Friday, "attends when required"`.
	Mend string `json:"mend,omitempty"`
	Near string `json:"near,omitempty"` // the nearest right word, and empty where none is near
}

// Error gives the mistake as one line that an editor can jump to:
// `rota.md:14: "Tuseday" is not a day of the week (Monday … Friday): did you mean "Tuesday"?`
func (m Mistake) Error() string { return m.said(m.place(), `"`, `"`) }

func (m Mistake) said(place, open, shut string) string {
	text := place + ": " + m.Text
	if m.Mend != "" {
		text += " (" + m.Mend + ")"
	}
	if m.Near != "" {
		text += ": did you mean " + open + m.Near + shut + "?"
	}
	return text
}

func (m Mistake) place() string { return fmt.Sprintf("%s:%d", m.File, m.Line) }

type reporter struct {
	file string
	list []Mistake
}

func (r *reporter) add(line int, mend, format string, args ...any) {
	r.near(line, "", mend, format, args...)
}

func (r *reporter) near(line int, near, mend, format string, args ...any) {
	r.list = append(r.list, Mistake{
		File: r.file, Line: max(line, 1), Text: fmt.Sprintf(format, args...), Mend: mend, Near: near,
	})
}

func (r *reporter) word(line int, word string, known []string, mend, format string, args ...any) {
	r.near(line, model.Nearest(word, known), mend, format, args...)
}

func (r *reporter) oneOf(line int, word string, known []string, mend, format string) bool {
	is := slices.Contains(known, word)
	if !is {
		r.word(line, word, known, mend, format, word)
	}
	return is
}

// sorted puts mistakes in the order of a person's way through the files, and drops what was said twice.
func sorted(list []Mistake) []Mistake {
	slices.SortStableFunc(list, func(a, b Mistake) int {
		if c := strings.Compare(a.File, b.File); c != 0 {
			return c
		}
		return a.Line - b.Line
	})
	return slices.Compact(list)
}
