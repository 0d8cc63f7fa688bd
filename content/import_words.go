package content

import (
	"strconv"
	"strings"
	"time"

	"isspp/model"
)

// Words are a row that can be taken, with what the sheet calls the setting
// where the rota's name differs.
func (r ImportRow) Words() string {
	text := r.Entry.Name + ": " + r.Entry.Answer()
	switch {
	case r.Written != "":
		text += " (the sheet has “" + r.Written + "”)"
	case r.Entry.Kind == model.LocalSchool:
		text += " (not in the rota)"
	}
	return text
}

// Asides are what else became of the sheet's rows and columns.
func (in Import) Asides() []string {
	var out []string
	if in.Twice > 0 {
		out = append(out, model.Count(in.Twice, "row")+" that say the same as one before, taken once.")
	}
	if in.Protocol > 0 {
		out = append(out, model.Count(in.Protocol, "row")+" of the protocol's own left out.")
	}
	if len(in.Unused) > 0 {
		out = append(out, "Columns not used: "+strings.Join(in.Unused, ", ")+".")
	}
	return out
}

// BadRows is how many rows have a mistake.
func (in Import) BadRows() int {
	rows := map[int]bool{}
	for _, b := range in.Bad {
		rows[b.Line] = true
	}
	return len(rows)
}

// Row says a mistake of a sheet: the row's number, what is wrong, and how to fix it.
func (m Mistake) Row() string { return m.said("row "+strconv.Itoa(m.Line), "“", "”") }

// Takeover is an entry whose days another one takes over.
type Takeover struct{ Old, By model.LocalEntry }

// Takeovers are the entries that are no longer shown, now or from a later day
// on, since one that the import adds or changes has all of their days.
func (m Merge) Takeovers(now time.Time) []Takeover {
	fresh := map[string]bool{}
	for _, row := range append(append([]ImportRow{}, m.Added...), m.Changed...) {
		fresh[entryKey(row.Entry)] = true
	}
	l, _ := ReadLocal(LocalFile, m.Text)
	byName := map[string][]model.LocalEntry{}
	name := func(e model.LocalEntry) string { return string(e.Kind) + "|" + model.Fold(e.Name) }
	for _, e := range l.Entries {
		byName[name(e)] = append(byName[name(e)], e)
	}
	var out []Takeover
	for _, e := range l.Entries {
		if !fresh[entryKey(e)] {
			continue
		}
		for _, old := range byName[name(e)] {
			if !old.Over(now) && !fresh[entryKey(old)] && e.Replaces(old) && (old.Until == "" || old.Until >= e.From) {
				out = append(out, Takeover{Old: old, By: e})
			}
		}
	}
	return out
}
