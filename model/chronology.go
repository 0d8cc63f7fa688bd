package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// KindWalkthrough is a moment's kind where it is a walkthrough and not an entry.
const KindWalkthrough EntryKind = "walkthrough"

// Moment is one dated line of a chronology: a walkthrough or an entry, as it
// was recorded, with what later corrected it.
type Moment struct {
	// ID is the record's, and Concern and Ref where it belongs.
	ID, Concern, Ref string
	Kind             EntryKind
	Title            string // the heading in our words: "Decision"
	// Recorded is when it was kept, or last changed while Draft; By is who by.
	Recorded time.Time
	By       string
	// Event is when it happened, in the person's words, or empty, and EventAt what they were understood as.
	Event   string
	EventAt Reading
	Draft   bool
	Fields  []Labelled // its texts with their labels; a walkthrough's are who and where
	// Walkthrough is set for a walkthrough, and Entry for an entry.
	Walkthrough *Walkthrough
	Entry       *ConcernEntry
	// About is the earlier moment's title and time that this one is about:
	// "Decision of 10 November 2026, 16:02". Empty where it is about none.
	About       string
	Corrections []ConcernEntry // the entries that correct something in it, in order
}

// Parts are the texts of a moment that a correction may be about, each with its label.
func (m *Moment) Parts() []Labelled {
	parts := slices.Clone(m.Fields)
	if m.Walkthrough != nil {
		for _, e := range m.Walkthrough.Entries {
			text := e.Answer.String()
			if e.Evidence != "" {
				text += ". " + e.EvidenceLabel() + ": " + e.Evidence
			}
			parts = append(parts, Labelled{Label: CleanLine(e.Text), Text: text})
		}
	}
	if len(parts) == 0 {
		parts = []Labelled{{Label: m.Title}}
	}
	return parts
}

// Chronology is what was recorded of the concerns that stand under a reference, oldest first, drafts last.
func Chronology(concerns []Concern, ref string) []Moment {
	var moments []Moment
	for i := range concerns {
		if SameReference(concerns[i].Ref, ref) {
			moments = append(moments, concerns[i].Chronology()...)
		}
	}
	sortMoments(moments)
	return moments
}

// Chronology is the concern's moments, oldest first, drafts last.
func (c *Concern) Chronology() []Moment {
	var moments []Moment
	for i := range c.Walkthroughs {
		w := &c.Walkthroughs[i]
		m := Moment{
			ID: w.ID, Concern: c.ID, Ref: cmp.Or(w.Ref, c.Ref), Kind: KindWalkthrough, Title: "Walkthrough", By: w.By,
			Recorded: w.Finished, Event: w.EventTime, EventAt: w.EventAt, Fields: w.Heading(), Walkthrough: w,
		}
		if w.Finished.IsZero() {
			m.Draft, m.Title, m.Recorded = true, "Walkthrough, not finished", w.Changed
		}
		m.Title += version(w.Beside)
		moments = append(moments, m)
	}
	for _, list := range [][]ConcernEntry{c.Entries, c.Drafts} {
		for i := range list {
			e := &list[i]
			m := Moment{
				ID: e.ID, Concern: c.ID, Ref: cmp.Or(e.Ref, c.Ref), Kind: e.Kind, Title: e.Title(), By: e.By,
				Recorded: e.Recorded, Event: e.Event, EventAt: e.EventAt, Draft: !e.Kept, Fields: e.Fields(), Entry: e,
			}
			if m.Draft {
				m.Title += ", not kept yet"
			}
			m.Title += version(e.Beside)
			moments = append(moments, m)
		}
	}
	sortMoments(moments)
	tie(moments)
	return moments
}

func sortMoments(moments []Moment) {
	slices.SortStableFunc(moments, func(a, b Moment) int {
		return cmp.Or(compareBool(a.Draft, b.Draft), a.Recorded.Compare(b.Recorded), strings.Compare(a.ID, b.ID))
	})
}

func tie(moments []Moment) {
	for i := range moments {
		m := &moments[i]
		if m.Entry == nil || m.Entry.About == "" {
			continue
		}
		j := slices.IndexFunc(moments, func(o Moment) bool { return o.ID == m.Entry.About })
		if j < 0 {
			continue
		}
		about := &moments[j]
		m.About = about.Title + " of " + about.Recorded.Format("2 January 2006, 15:04")
		if m.Kind == KindCorrection && !m.Draft {
			about.Corrections = append(about.Corrections, *m.Entry)
		}
	}
}

// AnotherVersion is what a record is called that is another's other version, where both are kept.
const AnotherVersion = "another version, kept beside"

func version(beside string) string {
	if beside == "" {
		return ""
	}
	return " (" + AnotherVersion + ")"
}

// Heading is who, where and when of a walkthrough, with labels, what was left empty not among them.
func (w *Walkthrough) Heading() []Labelled {
	fields := []Labelled{
		{"Setting", CleanLine(w.Setting)},
		{"Year group", CleanLine(w.YearGroup)},
		{"When it happened", CleanLine(w.EventAt.Beside(w.EventTime))},
		{"Raised by", CleanLine(w.RaisedBy)},
		{RecordedBy, CleanLine(w.By)},
	}
	return filter(fields, func(f Labelled) bool { return f.Text != "" })
}
