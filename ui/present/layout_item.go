package present

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"isspp/model"
	"isspp/ui/component"
	"isspp/ui/theme"
)

// itemLine is a line of an item, painted, with what stands before its text.
type itemLine struct{ mark, text string }

// bullet is the sign before a point: one that can be seen from the last row.
func bullet(sg theme.Glyphs) string {
	if sg.ASCII {
		return sg.Bullet
	}
	return "■"
}

// drawItem wraps an item in w cells, with the words in bold that the protocol prints so.
func drawItem(p Point, layer model.Layer, w int, t *theme.Theme, sg theme.Glyphs) drawnItem {
	mark, markStyle, st := bullet(sg)+"  ", t.Accent, t.Plain
	if p.Plain {
		mark = ""
	}
	if p.Strong {
		st = t.Strong
	}
	switch {
	case layer == model.LayerNote && p.Layer == model.LayerNote:
		mark, markStyle, st = "Note  ", t.Strong, t.Note
	case layer == model.LayerLocal:
		mark, markStyle, st = "Local  ", t.Strong, t.Local
	}
	it := drawnItem{starts: p.Group != ""}
	if it.starts {
		for _, line := range component.WrapText(p.Group, w) {
			it.group = append(it.group, itemLine{text: t.Heading.Render(line)})
		}
	}
	in := component.Spaces(3 * p.Indent)
	hang := in + component.Spaces(component.Width(mark))
	if mark != "" {
		mark = markStyle.Render(mark)
	}
	lead := in + mark
	spans := p.Spans
	if len(spans) == 0 {
		spans = []model.Span{{Text: p.Text}}
	}
	text := ""
	for _, s := range spans {
		as := st
		if s.Strong {
			as = t.Strong
		}
		text += as.Render(together(s.Text))
	}
	lines := component.WrapText(text, w-component.Width(hang))
	for _, d := range p.Detail {
		lines = append(lines, component.WrapText(t.Quiet.Render(together(d)), w-component.Width(hang))...)
	}
	for _, line := range lines {
		it.lines = append(it.lines, itemLine{lead, apart.Replace(line)})
		lead = hang
	}
	return it
}

// together has no telephone number nor "8-13" broken in two; apart undoes it once the
// lines are made.
func together(text string) string {
	return number().ReplaceAllStringFunc(text, strings.NewReplacer(" ", "\u00a0", "-", "\u2011").Replace)
}

var apart = strings.NewReplacer("\u00a0", " ", "\u2011", "-")

// number is a telephone number in its groups, or two numbers with a hyphen.
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(\d{3,5}(?: \d{3,4}){1,2}|\d+-\d+)\b`) })

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
	return append(slices.Clone(it.group), it.lines...)
}
