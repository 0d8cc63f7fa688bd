package protocol

import (
	"slices"
	"strings"
	"unicode"

	"isspp/ui/component"
	"isspp/ui/document"
)

// search is what is looked for, and where it stands in the open document.
type search struct {
	query string
	// in is the document that matches belong to; empty until it was searched.
	in      string
	matches []match
	at      int
	// nowhere tells that no document has it.
	nowhere bool
}

// match is one place: runs of cells, each in a line. A phrase that is broken
// over two lines has two.
type match []run

type run struct{ line, from, to int }

func (s *search) dropMatches() { s.in, s.matches, s.at = "", nil, 0 }

// flat is a page's text as one sequence, so that a phrase is found where a line
// or a column breaks it.
type flat struct {
	runes []rune
	// line and cell say where each rune stands; line is -1 for the blank that a
	// line's end stands for.
	line, cell []int
}

// flatten reads running text line by line, and a table's rows column by column.
func flatten(lines []document.Line) *flat {
	f := &flat{}
	for i := 0; i < len(lines); {
		cols := lines[i].Cols
		if cols == nil {
			f.add(i, lines[i].Plain, 0)
			i++
			continue
		}
		end := i
		for end < len(lines) && lines[end].Cols != nil && &lines[end].Cols[0] == &cols[0] {
			end++
		}
		for c := range cols {
			for y := i; y < end; y++ {
				f.add(y, column(lines[y].Plain, cols, c), cols[c])
			}
			f.breakHere()
		}
		i = end
	}
	return f
}

// column is the part of a table's line that belongs to one column.
func column(plain string, cols []int, c int) string {
	from, to := cols[c], -1
	if c+1 < len(cols) {
		to = cols[c+1]
	}
	start, stop, cell := len(plain), len(plain), 0
	for i, r := range plain {
		if cell >= from && i < start {
			start = i
		}
		if to >= 0 && cell >= to {
			stop = i
			break
		}
		cell += component.Width(string(r))
	}
	return plain[min(start, stop):stop]
}

// add puts a line's words behind what is there. cell is where the line starts.
func (f *flat) add(line int, text string, cell int) {
	trimmed := strings.TrimLeft(text, " ")
	if strings.TrimSpace(text) == "" {
		f.breakHere()
		return
	}
	cell += len(text) - len(trimmed)
	for _, r := range strings.TrimRight(trimmed, " ") {
		f.put(alike(r), line, cell)
		cell += component.Width(string(r))
	}
	if last := f.runes[len(f.runes)-1]; last != '-' && last != '/' {
		f.put(' ', -1, 0)
	}
}

// breakHere keeps a match from running over the end of a paragraph or column.
func (f *flat) breakHere() {
	if n := len(f.runes); n > 0 && f.runes[n-1] != 0 {
		f.put(0, -1, 0)
	}
}

func (f *flat) put(r rune, line, cell int) {
	f.runes = append(f.runes, r)
	f.line = append(f.line, line)
	f.cell = append(f.cell, cell)
}

// alike makes letters alike that people don't tell apart when they type.
func alike(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '`':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—', '‑':
		return '-'
	}
	return unicode.ToLower(r)
}

// fold makes a query or a text comparable, with single blanks.
func fold(text string) string {
	return strings.Map(alike, strings.Join(strings.Fields(text), " "))
}

func (f *flat) find(query string) []match {
	want := []rune(query)
	if len(want) == 0 {
		return nil
	}
	var out []match
	for i := 0; i+len(want) <= len(f.runes); i++ {
		if slices.Equal(f.runes[i:i+len(want)], want) {
			out = append(out, f.runs(i, i+len(want)))
			i += len(want) - 1
		}
	}
	return out
}

// runs are the cells that runes from a to b stand in, a run for each line.
func (f *flat) runs(a, b int) match {
	var m match
	for i := a; i < b; i++ {
		if f.line[i] < 0 {
			continue
		}
		if n := len(m); n > 0 && m[n-1].line == f.line[i] {
			m[n-1].to = f.cell[i] + 1
			continue
		}
		m = append(m, run{line: f.line[i], from: f.cell[i], to: f.cell[i] + 1})
	}
	return m
}
