package protective

import (
	"isspp/model"
	"isspp/ui/kit"
)

// row is one line of the list: a domain's heading or a factor.
type row struct {
	heading bool
	domain  model.Domain
	item    model.Item
}

// refresh reads the rows for what is typed and keeps the selection where it can.
func (v *View) refresh() {
	keep := ""
	if r, ok := v.selected(); ok {
		keep = r.item.ID
	}
	v.rows = v.rows[:0]
	for _, d := range v.list.Domains {
		items, _ := model.Rank(v.find.Value(), d.Items, func(it model.Item) []string { return []string{it.Text, d.Title} })
		if len(items) > 0 {
			v.rows = append(v.rows, row{heading: true, domain: d})
		}
		for _, it := range items {
			v.rows = append(v.rows, row{domain: d, item: it})
		}
	}
	v.at.SetLen(len(v.rows))
	v.at.Select(0)
	v.move(0)
	v.choose(keep)
	v.turned()
}

func (v *View) selected() (row, bool) {
	if v.at.At < 0 || v.at.At >= len(v.rows) || v.rows[v.at.At].heading {
		return row{}, false
	}
	return v.rows[v.at.At], true
}

func (v *View) choose(item string) {
	for i, r := range v.rows {
		if item != "" && r.item.ID == item {
			v.move(i - v.at.At)
			return
		}
	}
}

// move selects a factor n rows further on; headings are passed over.
func (v *View) move(n int) {
	v.at.Move(n)
	step := 1
	if n < 0 {
		step = -1
	}
	for range 2 {
		for v.onHeading() && v.at.At+step >= 0 && v.at.At+step < len(v.rows) {
			v.at.Move(step)
		}
		step = -step
	}
	v.detail, v.noteAt = kit.Scroll{}, 0
	v.changed()
}

func (v *View) onHeading() bool { return v.at.At >= 0 && v.rows[v.at.At].heading }

// shownNotes are the notes on the selected factor that the reference lets
// through, newest first.
func (v *View) shownNotes() []*model.FactorNote {
	r, ok := v.selected()
	if !ok {
		return nil
	}
	return v.notes.about(r.item.ID, v.ref.Value())
}
