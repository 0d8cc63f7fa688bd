package model

import (
	"fmt"
	"slices"
	"time"
)

// Answers are the five answers in the order they are offered. An item starts
// with the last.
func Answers() [5]Answer { return [5]Answer{Seen, Told, NotSeen, DontKnow, NotConsidered} }

// Valid tells whether it is one of the five.
func (a Answer) Valid() bool {
	all := Answers()
	return slices.Contains(all[:], a)
}

// Next is the answer that one press of the space bar gives after this one.
func (a Answer) Next() Answer {
	all := Answers()
	return all[(slices.Index(all[:], a)+1)%len(all)]
}

// String is the answer in words; NotConsidered, stored as "", is "not considered".
func (a Answer) String() string {
	if a == NotConsidered {
		return "not considered"
	}
	return CleanLine(string(a))
}

// answerWords are the key that gives an answer, and what the answer records in a
// sentence.
var answerWords = map[Answer]struct{ key, meaning string }{
	Seen:          {"s", "Seen by the person recording."},
	Told:          {"t", "Told by the child or by another."},
	NotSeen:       {"n", "Looked for, and not seen."},
	DontKnow:      {"d", "Not known: the closing page says who might know."},
	NotConsidered: {"", "Not considered yet."},
}

// Key is the key that gives the answer; NotConsidered has none but the cycle
// and undo.
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

// SetAnswer records an answer to an item at a time, with the item's words as
// they are now, and keeps its evidence. What isn't one of the five is ignored, and
// so is an answer to an item that is only read.
func (w *Walkthrough) SetAnswer(at Place, answer Answer, now time.Time) {
	if !answer.Valid() || at.Item.ReadOnly && answer != NotConsidered {
		return
	}
	entry := w.entryFor(at)
	entry.Answer, entry.Recorded = answer, now
	w.put(entry, now)
}

// SetEvidence records what is known of an item, in the person's own words, and
// what kind of knowledge it is; the answer stays. Empty text takes it away. An
// item that is only read has none.
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

// ReadEvent reads when it happened, where the words are other ones than those that
// were read last.
func (w *Walkthrough) ReadEvent(now time.Time) {
	w.EventAt = w.EventAt.Or(w.EventTime, func(words string) Reading { return ReadPast(words, now) })
}

// entryFor is the item's entry or a new one. An entry that was there keeps the
// words it was recorded with.
func (w *Walkthrough) entryFor(at Place) Entry {
	if e, ok := w.Entry(at.Item.ID); ok {
		return e
	}
	return Entry{Item: at.Item.ID, List: at.List, Domain: at.Domain, Text: at.Item.Text}
}

// put writes the entry into a fresh slice, so that a copy of the walkthrough
// made earlier, for undo or for saving, stays as it was. An entry that says
// nothing any more goes.
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

// Considered is how many of the list's items have an answer, and of how many.
// It is the only number there is: never one of what is present. Items that are
// only read don't count.
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

// Answered are the entries with any of these answers, in the order they were
// first touched.
func (w *Walkthrough) Answered(with ...Answer) []Entry {
	var entries []Entry
	for _, e := range w.Entries {
		if slices.Contains(with, e.Answer) {
			entries = append(entries, e)
		}
	}
	return entries
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
