package present

import (
	"slices"
	"strings"
	"unicode"

	"isspp/ui/component"
)

// size is how large block letters are drawn.
type size int

const (
	// unknown is before the screen was looked at.
	unknown size = iota
	// plain is a title in the terminal's own letters.
	plain
	// half puts two rows of dots in a row of the screen.
	half
	// typewriter gives each dot a cell, drawn with a sign of the typewriter.
	typewriter
	// full gives each dot two cells, which are a square. Those beyond it have the
	// terminal enlarge its own letters: full+3 by three.
	full
)

// zoom is how many times as large as its own letters the terminal shows them.
func (s size) zoom() int { return max(int(s-full), 1) }

// rows is how many rows of the screen n lines of letters take.
func (s size) rows(n int) int {
	switch s {
	case half:
		return n*((letterHeight+1)/2+1) - 1
	case typewriter, full:
		return n*(letterHeight+1) - 1
	}
	return n * s.zoom()
}

// width is the cells that a text takes; ok is false where there is no block letter
// for one of its own.
func (s size) width(text string) (w int, ok bool) {
	if s > full {
		return s.zoom() * component.Width(text), true
	}
	for _, r := range text {
		glyph, there := letters[unicode.ToUpper(r)]
		if !there {
			return 0, false
		}
		w += strings.IndexByte(glyph, '|') + 1
	}
	if w--; s == full {
		w *= 2
	}
	return w, true
}

// even breaks lines of a text anew, into as many of much the same width.
func (s size) even(lines []string, w int) []string {
	text := strings.Join(lines, " ")
	for best := lines; ; best = lines {
		w--
		if lines = s.breakLines(text, w); len(best) == 1 || lines == nil || len(lines) > len(best) {
			return best
		}
	}
}

// breakLines breaks a text at its blanks so that each line fits in w cells; nil
// where a word alone is wider, or a letter is unknown.
func (s size) breakLines(text string, w int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if n, ok := s.width(word); !ok || n > w {
			return nil
		}
		longer := strings.TrimSpace(line + " " + word)
		if n, _ := s.width(longer); n <= w {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
	}
	if line == "" {
		return nil
	}
	return append(lines, line)
}

func dots(text string) (rows [letterHeight]string) {
	for i, r := range []rune(text) {
		for y, row := range strings.Split(letters[unicode.ToUpper(r)], "|") {
			if i > 0 {
				row = "." + row
			}
			rows[y] += row
		}
	}
	return rows
}

// halves are the signs of two dots, one above the other.
var halves = map[string]string{"##": "█", "#.": "▀", ".#": "▄", "..": " "}

// draw gives the rows of a line of text in block letters.
func (s size) draw(text string) (out []string) {
	switch s {
	case typewriter:
		return solid(text, "#", 1, 1)
	case full:
		return solid(text, "█", 2, 1)
	}
	d := dots(text)
	for y := 0; y < letterHeight; y += 2 {
		lower, row := strings.Repeat(".", len(d[y])), ""
		if y+1 < letterHeight {
			lower = d[y+1]
		}
		for x := range d[y] {
			row += halves[d[y][x:x+1]+lower[x:x+1]]
		}
		out = append(out, row)
	}
	return out
}

func solid(text, on string, wide, high int) (out []string) {
	cells := strings.NewReplacer("#", strings.Repeat(on, wide), ".", component.Spaces(wide))
	for _, row := range dots(text) {
		out = append(out, slices.Repeat([]string{cells.Replace(row)}, high)...)
	}
	return out
}

// letterHeight is the height of a block letter in dots.
const letterHeight = 5

// letters are the block letters, drawn for this: rows from the top, a "#" for a
// dot. They are capitals, since five rows are too few for small ones; the title
// stands in its own letters at the top of the screen as well.
var letters = map[rune]string{
	' ':  "...|...|...|...|...",
	'A':  ".##.|#..#|####|#..#|#..#",
	'B':  "###.|#..#|###.|#..#|###.",
	'C':  ".###|#...|#...|#...|.###",
	'D':  "###.|#..#|#..#|#..#|###.",
	'E':  "####|#...|###.|#...|####",
	'F':  "####|#...|###.|#...|#...",
	'G':  ".###|#...|#.##|#..#|.###",
	'H':  "#..#|#..#|####|#..#|#..#",
	'I':  "###|.#.|.#.|.#.|###",
	'J':  "..##|...#|...#|#..#|.##.",
	'K':  "#..#|#.#.|##..|#.#.|#..#",
	'L':  "#...|#...|#...|#...|####",
	'M':  "#...#|##.##|#.#.#|#...#|#...#",
	'N':  "#...#|##..#|#.#.#|#..##|#...#",
	'O':  ".##.|#..#|#..#|#..#|.##.",
	'P':  "###.|#..#|###.|#...|#...",
	'Q':  ".##.|#..#|#..#|#.#.|.#.#",
	'R':  "###.|#..#|###.|#.#.|#..#",
	'S':  ".###|#...|.##.|...#|###.",
	'T':  "#####|..#..|..#..|..#..|..#..",
	'U':  "#..#|#..#|#..#|#..#|.##.",
	'V':  "#...#|#...#|.#.#.|.#.#.|..#..",
	'W':  "#...#|#...#|#.#.#|#.#.#|.#.#.",
	'X':  "#...#|.#.#.|..#..|.#.#.|#...#",
	'Y':  "#...#|.#.#.|..#..|..#..|..#..",
	'Z':  "####|...#|.##.|#...|####",
	'0':  ".##.|#..#|#..#|#..#|.##.",
	'1':  ".#.|##.|.#.|.#.|###",
	'2':  "###.|...#|.##.|#...|####",
	'3':  "###.|...#|.##.|...#|###.",
	'4':  "#..#|#..#|####|...#|...#",
	'5':  "####|#...|###.|...#|###.",
	'6':  ".##.|#...|###.|#..#|.##.",
	'7':  "####|...#|..#.|.#..|.#..",
	'8':  ".##.|#..#|.##.|#..#|.##.",
	'9':  ".##.|#..#|.###|...#|.##.",
	'.':  ".|.|.|.|#",
	',':  "..|..|..|.#|#.",
	':':  ".|#|.|#|.",
	';':  "..|.#|..|.#|#.",
	'!':  "#|#|#|.|#",
	'?':  "###.|...#|.##.|....|.#..",
	'\'': "#|#|.|.|.",
	'’':  "#|#|.|.|.",
	'‘':  "#|#|.|.|.",
	'"':  "#.#|#.#|...|...|...",
	'“':  "#.#|#.#|...|...|...",
	'”':  "#.#|#.#|...|...|...",
	'-':  "...|...|###|...|...",
	'–':  "....|....|####|....|....",
	'/':  "...#|..#.|..#.|.#..|#...",
	'&':  ".##..|#....|.##.#|#..#.|.##.#",
	'(':  ".#|#.|#.|#.|.#",
	')':  "#.|.#|.#|.#|#.",
	'+':  "...|.#.|###|.#.|...",
	'%':  "#..#|...#|.##.|#...|#..#",
}
