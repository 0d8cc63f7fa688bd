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
	m := Merge{Text: src}
	for _, row := range in.Rows {
		l, _ := ReadLocal(LocalFile, m.Text)
		at := slices.IndexFunc(l.Entries, func(e model.LocalEntry) bool { return entryKey(e) == entryKey(row.Entry) })
		line := 0
		if at >= 0 {
			old := l.Entries[at]
			line, row.Entry = old.Line, keepUngiven(old, row)
			if sameButChecked(old, row.Entry) {
				m.Same = append(m.Same, row)
			} else {
				m.Changed = append(m.Changed, row)
			}
		} else {
			m.Added = append(m.Added, row)
		}
		text, err := PutLocal(m.Text, line, row.Entry)
		if err != nil {
			return Merge{}, err
		}
		m.Text = text
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
