package component

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"isspp/model"
	"isspp/ui/theme"

	"github.com/charmbracelet/x/ansi"
)

// Width is the number of cells that a painted line takes.
func Width(s string) int {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// Fit makes a painted line exactly w cells wide: padded, or cut with an
// ellipsis. Only rows of lists may be cut; prose is wrapped.
func Fit(s string, w int, sg theme.Glyphs) string {
	if w <= 0 {
		return ""
	}
	n := Width(s)
	if n > w {
		s = ansi.Truncate(s, w, sg.Ellipsis)
		n = Width(s)
	}
	return s + Spaces(w-n)
}

// Spaces is n blanks; none for n below 1.
func Spaces(n int) string {
	const blanks = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Spread puts left and right at the two ends of a line of w cells. Where they
// don't both fit, the left one is cut.
func Spread(left, right string, w int, sg theme.Glyphs) string {
	room := w - Width(right)
	if right != "" && room < Width(left)+1 {
		return Fit(left, room-1, sg) + " " + right
	}
	return left + Spaces(room-Width(left)) + right
}

// WrapText breaks text, plain or painted, into lines of at most w cells, at blanks,
// and inside a word only where the word alone is wider than the line.
func WrapText(s string, w int) []string {
	if w < 1 {
		w = 1
	}
	if Width(s) <= w && !strings.Contains(s, "\n") {
		return []string{s}
	}
	tooWide := func(l string) bool { return Width(l) > w }
	lines := wrap(s, "-", w, "")
	if slices.ContainsFunc(strings.Fields(s), tooWide) {
		// An address or a path ends its lines at a stroke; a flag stays whole: "--map"
		// can be typed as it stands.
		if broken := wrap(s, "--", w, "-/"); !slices.ContainsFunc(broken, tooWide) {
			lines = broken
		}
	}
	for i := 0; i < len(lines); i++ {
		if tooWide(lines[i]) { // the library counts an accent on a blank otherwise
			lines = slices.Replace(lines, i, i+1, strings.Split(lipgloss.Wrap(ansi.Hardwrap(lines[i], w, true), 0, ""),
				"\n")...)
		}
	}
	return lines
}

// WrapWords is WrapText that breaks at blanks alone, however long a word.
func WrapWords(s string, w int) []string {
	return keeping(s, "-", func(s string) string { return ansi.Wordwrap(s, max(w, 1), "") })
}

// wrap breaks lines as the library does, at breaks too, but nowhere in whole.
func wrap(s, whole string, w int, breaks string) []string {
	do := ansi.Wrap
	if strings.Contains(s, "\x1b") {
		do = lipgloss.Wrap // begins the styles anew on each line
	}
	return keeping(s, whole, func(s string) string { return do(s, w, breaks) })
}

// keeping are the lines that do breaks a text into, none of them inside strokes that
// are to be kept whole: the library always breaks there.
func keeping(s, whole string, do func(string) string) []string {
	const kept = "\ue000"
	if strings.Contains(s, kept) || !strings.Contains(s, whole) {
		return strings.Split(do(s), "\n")
	}
	s = do(strings.ReplaceAll(s, whole, strings.Repeat(kept, len(whole))))
	return strings.Split(strings.ReplaceAll(s, kept, "-"), "\n")
}

// WrapBeside breaks text into lines of at most w cells, the first of which has
// only first of them: something stands at the right of it.
func WrapBeside(s string, first, w int) []string {
	lines := WrapText(s, first)
	if len(lines) == 1 {
		return lines
	}
	return append(lines[:1:1], WrapText(strings.TrimSpace(strings.TrimPrefix(s, lines[0])), w)...)
}

// Paragraph wraps text and paints each line, with a hanging indent: first
// stands before the first line, and blanks of its width before the others.
func Paragraph(st lipgloss.Style, first, text string, w int) []string {
	indent := Width(first)
	lines := WrapText(text, w-indent)
	for i, l := range lines {
		if i == 0 {
			lines[i] = first + st.Render(l)
			continue
		}
		lines[i] = Spaces(indent) + st.Render(l)
	}
	return lines
}

func splitLines(s string) []string { return strings.Split(strings.TrimRight(s, "\n"), "\n") }

// Inset puts drawn lines two cells in, as all text stands beside the edge.
func Inset(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = "  " + l
	}
	return out
}

// Capital is text with its first letter as a capital; it is for words of ours,
// which start with a letter of the alphabet.
func Capital(s string) string {
	s = model.CleanLine(s)
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
