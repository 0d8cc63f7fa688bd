package content

import (
	"fmt"
	"slices"
	"time"

	"isspp/model"
)

// Merge is what a Local file becomes by an import.
type Merge struct {
	Text []byte // the whole file afterwards
	// Added, Changed and Same are the rows that are new, that take the place of an
	// entry, and that the file says already.
	Added, Changed, Same []ImportRow
}

// MergeLocal writes the rows of an import into a Local file and leaves everything else in it as it is. A row
// takes the place of the entries about the same setting with the same days of validity, where the officer is
// the same, they share days of the week, or sheet and file have just the one: two officers who split a week
// both stay. Of one whose officer stays the same, what the sheet has no column for is kept.
func MergeLocal(src []byte, in Import) (Merge, error) {
	var m Merge
	l, _ := ReadLocal(LocalFile, src)
	own := matched(l.Entries, in.Rows)
	puts := make([]localPut, 0, len(in.Rows))
	for n, row := range in.Rows {
		if len(own[n]) == 0 {
			m.Added = append(m.Added, row)
			puts = append(puts, localPut{entry: row.Entry})
			continue
		}
		old := l.Entries[own[n][0]]
		row.Entry, row.Was = keepUngiven(old, row), old.Answer()
		puts = append(puts, localPut{old.Line, row.Entry})
		for _, i := range own[n][1:] {
			also := l.Entries[i]
			if !slices.Equal(also.Overlap(row.Entry), also.Overlap(also)) {
				return Merge{}, fmt.Errorf("row %d: %s and %s, who is in line %d of the Local file, would both have "+
					"days of %q. Nothing has changed; correct the days in that line first",
					row.Row, row.Entry.Who, also.Who, also.Line, also.Name)
			}
			row.Was += "; " + also.Answer()
			puts = append(puts, localPut{also.Line, model.LocalEntry{Kind: also.Kind, Name: also.Name}})
		}
		same := row.Entry // whoever checked it when
		same.Checked, same.By, same.More = old.Checked, old.By, old.More
		if len(own[n]) == 1 && entryWords(old) == entryWords(same) {
			m.Same = append(m.Same, row)
		} else {
			m.Changed = append(m.Changed, row)
		}
	}
	var err error
	if m.Text, err = putLocal(src, puts); err != nil {
		return Merge{}, err
	}
	return m, nil
}

// matched finds for each row the entries whose place it takes, each of them once:
// that of the same officer first, then those with days that the row has.
func matched(entries []model.LocalEntry, rows []ImportRow) [][]int {
	key := func(e model.LocalEntry) string {
		if e.Kind == model.LocalTerm {
			return headingKey(e) // its days may be corrected
		}
		return entryKey(e)
	}
	byKey, rowsOf := map[string][]int{}, map[string]int{}
	for i, e := range entries {
		byKey[key(e)] = append(byKey[key(e)], i)
	}
	for _, row := range rows {
		rowsOf[key(row.Entry)]++
	}
	out, taken := make([][]int, len(rows)), map[int]bool{}
	take := func(fits func(old, row model.LocalEntry) bool, most int) {
		for n, row := range rows {
			for _, i := range byKey[key(row.Entry)] {
				if !taken[i] && len(out[n]) < most && fits(entries[i], row.Entry) {
					out[n], taken[i] = append(out[n], i), true
				}
			}
		}
	}
	same := func(old, row model.LocalEntry) bool {
		return old.Kind != model.LocalTerm && model.Fold(old.Who) == model.Fold(row.Who)
	}
	shared := func(old, row model.LocalEntry) bool { return len(old.Overlap(row)) > 0 }
	take(func(old, row model.LocalEntry) bool { return same(old, row) && shared(old, row) }, 1)
	take(same, 1)
	take(shared, len(entries))
	take(func(old, row model.LocalEntry) bool { // one officer for another, on other days
		return old.Kind != model.LocalTerm && rowsOf[key(row)] == 1 && len(byKey[key(row)]) == 1
	}, 1)
	return out
}

// keepUngiven is a row's entry with what the old one says in lines that the sheet has no column for, if both
// name the same officer: another officer's number must not stay.
func keepUngiven(old model.LocalEntry, row ImportRow) model.LocalEntry {
	e := row.Entry
	if model.Fold(old.Who) != model.Fold(e.Who) {
		return e
	}
	for _, name := range []string{linePhone, lineEmail, lineNote, lineDays} {
		if kept := lineNamed(name).of; !slices.Contains(row.given, name) && *kept(&e) == "" {
			*kept(&e) = *kept(&old)
			if name == lineDays {
				e.Days, e.WhenRequired = old.Days, old.WhenRequired
			}
		}
	}
	return e
}

// Takeover is an entry whose days another one takes over.
type Takeover struct{ Old, By model.LocalEntry }

// Takeovers are the entries that are no longer shown, now or from a later day
// on, since one that the import adds or changes has all of their days.
func (m Merge) Takeovers(now time.Time) []Takeover {
	fresh := map[string]bool{}
	for _, row := range slices.Concat(m.Added, m.Changed) {
		fresh[entryKey(row.Entry)] = true
	}
	l, _ := ReadLocal(LocalFile, m.Text)
	byName := map[string][]model.LocalEntry{}
	for _, e := range l.Entries {
		byName[headingKey(e)] = append(byName[headingKey(e)], e)
	}
	var out []Takeover
	for _, e := range l.Entries {
		if !fresh[entryKey(e)] {
			continue
		}
		for _, old := range byName[headingKey(e)] {
			if !old.Over(now) && !fresh[entryKey(old)] && e.Replaces(old) && (old.Until == "" || old.Until >= e.From) {
				out = append(out, Takeover{Old: old, By: e})
			}
		}
	}
	return out
}
