package present

import (
	"strings"

	"isspp/model"
	"isspp/ui/kit"
)

// drawItem wraps an item in w cells.
func drawItem(p Point, layer model.Layer, w int, large bool, sg kit.Signs) drawnItem {
	mark, st := sg.Bullet+"  ", textLine
	if p.Plain {
		mark = ""
	}
	if p.Strong {
		st = strongLine
	}
	switch layer {
	case model.LayerNote:
		if p.Layer == model.LayerNote {
			mark, st = "Note  ", noteLine
		}
	case model.LayerLocal:
		mark, st = "Local  ", localLine
	}
	it := drawnItem{starts: p.Group != ""}
	if it.starts {
		it.group = kit.WrapText(p.Group, w)
	}
	in := kit.Spaces(3 * p.Indent)
	hang := in + kit.Spaces(kit.Width(mark))
	lead := in + mark
	for _, text := range textRows(p.Text, w-kit.Width(hang), large, sg) {
		it.lines = append(it.lines, itemLine{lead, text, st})
		lead = hang
	}
	for _, d := range p.Detail {
		for _, text := range kit.WrapText(d, w-kit.Width(hang)) {
			it.lines = append(it.lines, itemLine{hang, text, detailLine})
		}
	}
	return it
}

// textRows are the rows of a point's text in w cells: in block letters where they
// are asked for and each letter is known, with an empty row between two lines.
func textRows(text string, w int, large bool, sg kit.Signs) []string {
	letters := sizes(sg)[len(sizes(sg))-1]
	var lines []string
	if large {
		lines = breakLines(text, w, letters)
	}
	if len(lines) == 0 {
		return kit.WrapText(text, w)
	}
	var out []string
	for i, line := range lines {
		if i > 0 {
			out = append(out, "")
		}
		for _, row := range letters.draw(line) {
			out = append(out, strings.TrimRight(row, " "))
		}
	}
	return out
}

// rows is how many rows an item takes, its group's heading too where it starts
// the group or a page.
func (it drawnItem) rows(top bool) int {
	if it.starts || top {
		return len(it.lines) + len(it.group)
	}
	return len(it.lines)
}

// all are the lines of an item that goes over several pages: its group's heading
// is among them.
func (it drawnItem) all() []itemLine {
	lines := make([]itemLine, 0, len(it.group)+len(it.lines))
	for _, line := range it.group {
		lines = append(lines, itemLine{"", line, strongLine})
	}
	return append(lines, it.lines...)
}
