package content

import (
	"slices"
	"strings"

	"isspp/model"
)

// entryKey is what tells two entries about one setting apart.
func entryKey(e model.LocalEntry) string {
	return strings.Join([]string{string(e.Kind), model.Fold(e.Name), string(e.Slot), e.From, e.Until, model.Fold(e.CoversFor)}, "|")
}

// Merge is what a Local file becomes by an import.
type Merge struct {
	// Text is the whole file afterwards.
	Text []byte
	// Added, Changed and Same are the rows that are new, that take the place of an
	// entry, and that the file says already.
	Added, Changed, Same []ImportRow
}

// MergeLocal writes the rows of an import into a Local file and leaves
// everything else in it as it is. A row takes the place of the entry about the
// same setting with the same days of validity; of one whose officer stays the
// same, what the sheet has no column for is kept.
func MergeLocal(src []byte, in Import) (Merge, error) {
	var m Merge
	l, _ := ReadLocal(LocalFile, src)
	known := map[string]int{}
	for i, e := range slices.Backward(l.Entries) {
		known[entryKey(e)] = i // the first of several
	}
	puts := make([]localPut, 0, len(in.Rows))
	for _, row := range in.Rows {
		put := localPut{entry: row.Entry}
		i, there := known[entryKey(row.Entry)]
		switch {
		case !there:
			m.Added = append(m.Added, row)
		default:
			old := l.Entries[i]
			row.Entry, row.Was = keepUngiven(old, row), old.Answer()
			put = localPut{old.Line, row.Entry}
			if sameButChecked(old, row.Entry) {
				m.Same = append(m.Same, row)
			} else {
				m.Changed = append(m.Changed, row)
			}
		}
		puts = append(puts, put)
	}
	var err error
	if m.Text, err = putLocal(src, puts); err != nil {
		return Merge{}, err
	}
	return m, nil
}

// keepUngiven is a row's entry with what the old one says in lines that the
// sheet has no column for, if both name the same officer: another officer's
// number must not stay.
func keepUngiven(old model.LocalEntry, row ImportRow) model.LocalEntry {
	e := row.Entry
	if model.Fold(old.Who) != model.Fold(e.Who) {
		return e
	}
	keep := func(name string, to *string, was string) {
		if !contains(row.given, name) && *to == "" {
			*to = was
		}
	}
	keep(linePhone, &e.Phone, old.Phone)
	keep(lineEmail, &e.Email, old.Email)
	keep(lineNote, &e.Note, old.Note)
	if !contains(row.given, lineDays) && e.Assigned == "" {
		e.Assigned, e.Days, e.WhenRequired = old.Assigned, old.Days, old.WhenRequired
	}
	return e
}

// sameButChecked tells whether two entries say the same, whoever checked it when.
func sameButChecked(a, b model.LocalEntry) bool {
	a, b = plainEntry(a), plainEntry(b)
	a.Checked, a.By, a.More = b.Checked, b.By, b.More
	return sameEntry(a, b)
}
