package model

import (
	"fmt"
	"slices"
	"time"
)

// Walkthrough is a person's way through the lists during a concern: what they
// saw, were told, and don't know. It has no total and no score.
type Walkthrough struct {
	ID string `json:"id"` // random and says nothing
	// Concern is the id of the concern that it belongs to; empty makes it a concern of its own (see ConcernID).
	Concern string `json:"concern,omitempty"`
	// Beside is the id of the record of which this is another version: both had
	// been changed when it was taken in, and both are kept.
	Beside string `json:"beside,omitempty"`
	By     string `json:"by,omitempty"` // who recorded it, by name and role
	Ref    string `json:"ref"`          // the school's own record reference, or initials
	// Setting is the id and the printed name at the time, or empty.
	SettingID string `json:"settingId,omitempty"`
	Setting   string `json:"setting,omitempty"`
	YearGroup string `json:"yearGroup,omitempty"` // as the person writes it: "9", "Year 9", ""
	RaisedBy  string `json:"raisedBy,omitempty"`  // who brought the concern, by role or initials
	// EventTime is when it happened, in the person's words, apart from Started.
	EventTime string  `json:"eventTime,omitempty"`
	EventAt   Reading `json:"eventAt,omitzero"` // what EventTime was understood as
	Edition   string  `json:"edition"`          // the protocol's years that the items were read from
	// Started and Changed are the times of recording.
	Started time.Time `json:"started"`
	Changed time.Time `json:"changed"`
	// Finished is when the person closed it, and zero while it is unfinished.
	Finished time.Time `json:"finished,omitzero"`
	At       string    `json:"at,omitempty"` // the id of the item the person stood at
	// Stage is the screen that they were on while it is unfinished, and Field the
	// label of the question that they were answering there.
	Stage string `json:"stage,omitempty"`
	Field string `json:"field,omitempty"`
	// Entries are the items that were considered or have evidence, in the order they were first touched.
	Entries []Entry `json:"entries"`
	Draft   Draft   `json:"draft,omitzero"` // text being typed that isn't part of an entry yet
}

// Entry is what was recorded of one item. It keeps the item's words, so that a
// later edition can't change what was recorded.
type Entry struct {
	Item   string `json:"item"`
	List   string `json:"list"`
	Domain string `json:"domain"`
	Text   string `json:"text"`
	Answer Answer `json:"answer"`
	// Evidence is in the person's own words.
	Evidence string       `json:"evidence,omitempty"`
	Kind     EvidenceKind `json:"kind,omitempty"`
	// When is when it was seen or said, in the person's words, apart from Recorded.
	When     string    `json:"when,omitempty"`
	WhenAt   Reading   `json:"whenAt,omitzero"` // what When was understood as
	Recorded time.Time `json:"recorded"`        // when the answer was given
}

// Draft is unsaved typing: which field of which item, and the text so far.
type Draft struct {
	Item string       `json:"item,omitempty"`
	Text string       `json:"text,omitempty"`
	Kind EvidenceKind `json:"kind,omitempty"`
	When string       `json:"when,omitempty"`
	// WhenAt is what When was understood as on the day it was typed.
	WhenAt Reading `json:"whenAt,omitzero"`
}

// FactorNote is a private note on a protective factor (Table 2), on a service
// or on any other id, for a child's reference or for the school.
type FactorNote struct {
	ID string `json:"id"`
	// About is the factor's id, and Text its words at the time.
	About string `json:"about"`
	Text  string `json:"text"`
	Ref   string `json:"ref,omitempty"` // the reference the note is about; empty means the whole school
	Body  string `json:"body"`          // Markdown
	// Build is what will be done to build the factor.
	Build   Building  `json:"build,omitzero"`
	Created time.Time `json:"created"`
	Changed time.Time `json:"changed"`
	// By is who wrote it, and ChangedBy who changed it last, by name and role.
	By        string `json:"by,omitempty"`
	ChangedBy string `json:"changedBy,omitempty"`
	// Beside is the id of the record of which this is another version: both had
	// been changed when it was taken in, and both are kept.
	Beside string `json:"beside,omitempty"`
}

// answers are in the order in which they are offered. An item starts with the last.
var answers = []Answer{Seen, Told, NotSeen, DontKnow, NotConsidered}

// Valid reports whether it is one of the five.
func (a Answer) Valid() bool { return slices.Contains(answers, a) }

// Next is the answer that one press of the space bar gives after this one.
func (a Answer) Next() Answer { return answers[(slices.Index(answers, a)+1)%len(answers)] }

// String is the answer in words; NotConsidered, stored as "", is "not considered".
func (a Answer) String() string {
	if a == NotConsidered {
		return "not considered"
	}
	return CleanLine(string(a))
}

var answerWords = map[Answer]struct{ key, meaning string }{
	Seen:          {"s", "Seen by the person recording."},
	Told:          {"t", "Told by the child or by another."},
	NotSeen:       {"n", "Looked for, and not seen."},
	DontKnow:      {"d", "Not known: the closing page says who might know."},
	NotConsidered: {"", "Not considered yet."},
}

// Key is the key that gives the answer; NotConsidered has none but the cycle and undo.
func (a Answer) Key() string { return answerWords[a].key }

// Meaning says in a sentence what the answer records.
func (a Answer) Meaning() string { return answerWords[a].meaning }

// Place is an item and where it stands: a list's id and its domain's id.
type Place struct {
	List, Domain string
	Item         Item
}

// Places are the list's items, each with where it stands.
func (l List) Places() []Place {
	var places []Place
	for _, d := range l.Domains {
		for _, item := range d.Items {
			places = append(places, Place{List: l.ID, Domain: d.ID, Item: item})
		}
	}
	return places
}

// Entry is what was recorded of an item, and whether anything was.
func (w *Walkthrough) Entry(item string) (Entry, bool) {
	e, found := find(w.Entries, func(e Entry) bool { return e.Item == item })
	e.Item = item
	return e, found
}

// SetAnswer records an answer to an item at a time, with the item's words as they are now, and keeps its
// evidence. What isn't one of the five is ignored, and so is an answer to an item that is only read.
func (w *Walkthrough) SetAnswer(at Place, answer Answer, now time.Time) {
	if !answer.Valid() || at.Item.ReadOnly && answer != NotConsidered {
		return
	}
	entry := w.entryFor(at)
	entry.Answer, entry.Recorded = answer, now
	w.put(entry, now)
}

// SetEvidence records what is known of an item, in the person's own words, and what kind of knowledge it is;
// the answer stays. Empty text takes it away. An item that is only read has none.
func (w *Walkthrough) SetEvidence(at Place, kind EvidenceKind, text string, now time.Time) {
	if at.Item.ReadOnly && text != "" {
		return
	}
	entry := w.entryFor(at)
	if entry.Evidence, entry.Kind = text, kind; text == "" {
		entry.Kind, entry.When, entry.WhenAt = "", "", Reading{}
	}
	entry.Recorded = now
	w.put(entry, now)
}

// SetWhen records when the evidence of an item was seen or said, in the person's
// words and as they were read. An item without an entry has none.
func (w *Walkthrough) SetWhen(item, when string, at Reading) {
	if e, ok := w.Entry(item); ok && e.Evidence != "" && (e.When != when || e.WhenAt != at) {
		e.When, e.WhenAt = when, at
		w.put(e, w.Changed)
	}
}

// ReadEvent reads when it happened, where the words are other ones than those that were read last.
func (w *Walkthrough) ReadEvent(now time.Time) {
	w.EventAt = w.EventAt.Or(w.EventTime, func(words string) Reading { return ReadPast(words, now) })
}

// entryFor is the item's entry or a new one. An entry that was there keeps the words it was recorded with.
func (w *Walkthrough) entryFor(at Place) Entry {
	if e, ok := w.Entry(at.Item.ID); ok {
		return e
	}
	return Entry{Item: at.Item.ID, List: at.List, Domain: at.Domain, Text: at.Item.Text}
}

// put writes the entry into a fresh slice, so that a copy of the walkthrough made earlier, for undo or for
// saving, stays as it was. An entry that says nothing any more goes.
func (w *Walkthrough) put(entry Entry, now time.Time) {
	w.Changed = now
	entries := slices.Clone(w.Entries)
	i := slices.IndexFunc(entries, func(e Entry) bool { return e.Item == entry.Item })
	empty := entry.Answer == NotConsidered && entry.Evidence == ""
	switch {
	case i >= 0 && empty:
		entries = slices.Delete(entries, i, i+1)
	case i >= 0:
		entries[i] = entry
	case !empty:
		entries = append(entries, entry)
	}
	w.Entries = entries
}

// Considered is how many of the list's items have an answer, and of how many. It is the only number there is:
// never one of what is present. Items that are only read don't count.
func (w *Walkthrough) Considered(l List) (n, of int) {
	for _, p := range l.Places() {
		if p.Item.ReadOnly {
			continue
		}
		of++
		if e, ok := w.Entry(p.Item.ID); ok && e.Answer != NotConsidered {
			n++
		}
	}
	return n, of
}

// ConsideredIn is Considered for one domain.
func (w *Walkthrough) ConsideredIn(d Domain) (n, of int) {
	return w.Considered(List{Domains: []Domain{d}})
}

// Progress is ConsideredIn in words: "3 of 8 considered".
func (w *Walkthrough) Progress(d Domain) string {
	if d.ReadOnly() {
		return "to read only"
	}
	n, of := w.ConsideredIn(d)
	return fmt.Sprintf("%d of %d considered", n, of)
}

// AnswerTo is the answer to an item; NotConsidered where there is none.
func (w *Walkthrough) AnswerTo(item string) Answer {
	e, _ := w.Entry(item)
	return e.Answer
}

// Clone is a copy that shares nothing with the walkthrough: for saving it
// beside the app, and for taking an answer back.
func (w *Walkthrough) Clone() Walkthrough {
	c := *w
	c.Entries = slices.Clone(w.Entries)
	return c
}
