package content

import (
	"fmt"
	"strconv"
	"strings"

	"isspp/model"
)

func itoa(n int) string { return strconv.Itoa(n) }

// packUnits are the units of all documents of the protocol, in reading order.
// Notes, glossary, topics and the words at absent pictures are not among them.
func packUnits(p *Pack) []unit {
	var units []unit
	for _, d := range p.Documents() {
		units = append(units, blockUnits(d, d.Blocks)...)
	}
	return units
}

func blockUnits(d model.Document, blocks []model.Block) []unit {
	var units []unit
	add := func(line int, text string) {
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			units = append(units, unit{fmt.Sprintf("islington/%s:%d", d.File, line), text})
		}
	}
	for _, b := range blocks {
		switch b.Kind {
		case model.Heading, model.Paragraph:
			add(b.Line, b.Plain())
		case model.Bullets, model.Numbers:
			for i, item := range b.Items {
				text := model.PlainText(item.Spans)
				if b.Kind == model.Numbers {
					text = fmt.Sprintf("%d) %s", i+1, text)
				}
				add(item.Line, text)
				units = append(units, blockUnits(d, item.Below)...)
			}
		case model.Table:
			for i, row := range append([][]model.Cell{b.Head}, b.Rows...) {
				for _, cell := range row {
					for _, text := range cellUnits(cell, d.Kind == "plan" && i > 0) {
						add(cell.Line, text)
					}
				}
			}
		}
	}
	return units
}

// cellUnits are a cell's entries. The source runs the entries of the plan's
// cells together, so that there only the whole cell can be compared.
func cellUnits(c model.Cell, whole bool) []string {
	if whole {
		return []string{cellText(c)}
	}
	var texts []string
	for _, e := range c.Entries {
		texts = append(texts, model.PlainText(e.Spans))
	}
	return texts
}

// packStrong are the words that the documents show in bold, in reading order.
func packStrong(p *Pack) []string {
	var strong []string
	var walk func([]model.Block)
	take := func(spans []model.Span) {
		joined := false
		for _, s := range spans {
			switch {
			case !s.Strong:
			case joined:
				strong[len(strong)-1] += s.Text
			default:
				strong = append(strong, s.Text)
			}
			joined = s.Strong
		}
	}
	walk = func(blocks []model.Block) {
		for _, b := range blocks {
			take(b.Spans)
			for _, item := range b.Items {
				take(item.Spans)
				walk(item.Below)
			}
		}
	}
	for _, d := range p.Documents() {
		walk(d.Blocks)
	}
	return strong
}

// differences says what the documents lack of the source and what they have
// beyond it, in order. It is empty when each unit of the one is carried by a
// unit of the other, word for word, in the same order.
func differences(source, docs []unit) []string {
	n, m := len(source), len(docs)
	// common[i][j] is the longest common run of what is left from i and j on.
	common := make([][]int, n+1)
	for i := range common {
		common[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if source[i].text == docs[j].text {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []string
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && source[i].text == docs[j].text:
			i, j = i+1, j+1
		case i < n && (j == m || common[i+1][j] >= common[i][j+1]):
			out = append(out, fmt.Sprintf("%s: the documents lack %q", source[i].where, source[i].text))
			i++
		default:
			out = append(out, fmt.Sprintf("%s: the source doesn't have %q", docs[j].where, docs[j].text))
			j++
		}
	}
	return out
}
