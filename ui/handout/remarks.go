package handout

import (
	"slices"
	"strconv"
	"strings"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/lookup"
)

// Notes would break up what a handout is for, so that they stand at its end, with
// numbers, and a number stands where each belongs.

func (b *builder) notes(ids ...string) { b.notesOn(len(b.blocks), nil, ids...) }

// notesOn refers to the notes about any of the ids: behind the entry or row, among
// the blocks from one on, that a note is about by its name, and else in a line.
func (b *builder) notesOn(from int, names map[string]string, ids ...string) {
	b.refer(from, names, ids, lookup.Notes(b.Pack, b.Local, nil, ids...))
}

func (b *builder) refer(from int, names map[string]string, ids []string, notes []model.Note) {
	var numbers []int
	for _, n := range notes {
		number, known := b.noted[n.ID]
		if known && number == 0 {
			continue
		}
		if !known {
			number = len(b.remarks) + 1
			b.noted[n.ID] = number
			b.remarks = append(b.remarks, remark(n, number, names, ids))
		}
		marked := false
		for _, id := range n.About {
			marked = names[id] != "" && b.mark(from, names[id], number) || marked
		}
		if !marked {
			numbers = append(numbers, number)
		}
	}
	b.referLine(numbers)
}

// referLine says which remarks are about what stands above it. Lines that would
// follow each other are one.
func (b *builder) referLine(numbers []int) {
	last := len(b.blocks) - 1
	if len(numbers) == 0 || last < 0 {
		return
	}
	if b.line == last && last > 0 {
		numbers = append(slices.Clone(b.lineNumbers), numbers...)
		b.blocks = b.blocks[:last]
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	text := "Remark " + words[0] + ", at the end"
	if n := len(words) - 1; n > 0 {
		text = "Remarks " + strings.Join(words[:n], ", ") + " and " + words[n] + ", at the end"
	}
	b.blocks[len(b.blocks)-1].KeepNext = true
	b.add(document.Block{Kind: document.Paragraph, Spans: []model.Span{{Text: text, Emph: true}}})
	b.line, b.lineNumbers = len(b.blocks)-1, numbers
}

// remark is a note with its number, and the names of what it is about, unless it is
// also about one of the ids that has no name.
func remark(n model.Note, number int, names map[string]string, ids []string) document.Block {
	var on []string
	for _, id := range n.About {
		if name, ok := names[id]; ok {
			on = append(on, name)
		} else if slices.Contains(ids, id) {
			on = nil
			break
		}
	}
	block := document.NoteOf(n)
	lead := "[" + strconv.Itoa(number) + "] "
	if text := strings.Join(on, "”, “"); text != "" && len(text) < 120 {
		lead += "On “" + text + "”: "
	}
	block.Spans = append([]model.Span{{Text: lead, Strong: true}}, block.Spans...)
	return block
}

// mark sets a remark's number behind the entry or the row of a name, and reports
// whether there is one.
func (b *builder) mark(from int, name string, number int) bool {
	sign := model.Span{Text: " [" + strconv.Itoa(number) + "]", Emph: true}
	for i := from; i < len(b.blocks); i++ {
		for j := range b.blocks[i].Items {
			if item := &b.blocks[i].Items[j]; strings.Contains(model.PlainText(item.Spans), name) {
				item.Spans = append(slices.Clone(item.Spans), sign)
				return true
			}
		}
		for j, row := range b.blocks[i].Rows {
			if len(row) == 0 || len(row[0].Entries) == 0 {
				continue
			}
			entry := row[0].Entries[0]
			if !strings.Contains(model.PlainText(entry.Spans), name) {
				continue
			}
			entry.Spans = append(slices.Clone(entry.Spans), sign)
			row = slices.Clone(row)
			row[0] = model.Cell{Entries: append([]model.CellEntry{entry}, row[0].Entries[1:]...)}
			b.blocks[i].Rows = slices.Clone(b.blocks[i].Rows)
			b.blocks[i].Rows[j] = row
			return true
		}
	}
	return false
}

func (b *builder) endRemarks() {
	if len(b.remarks) > 0 {
		b.add(document.H(2, "Remarks"))
		b.add(b.remarks...)
	}
}
