package model

import (
	"cmp"
	"time"
)

// EntryKind is what an entry of a concern records.
type EntryKind string

// The kinds of entry in the life of a concern, beside its walkthroughs.
const (
	KindAddition      EntryKind = "addition"       // what became known later
	KindCorrection    EntryKind = "correction"     // puts something recorded before right, and shows it
	KindDecision      EntryKind = "decision"       // what was decided, and why
	KindSharing       EntryKind = "sharing"        // what was told to whom, or why it was not
	KindAction        EntryKind = "action"         // what somebody is to do by a day
	KindActionDone    EntryKind = "action done"    // ticks an action off
	KindActionDropped EntryKind = "action dropped" // says why an action is not needed any more
	KindFiling        EntryKind = "filing"         // says where the school's own record of it now is
	KindReviewDate    EntryKind = "review date"    // the day to look at it again
	KindReview        EntryKind = "review"         // what a review found
	KindReopening     EntryKind = "reopening"      // opens a concern again that was decided or filed
	KindReference     EntryKind = "reference"      // gives the concern another reference from here on
	KindTransfer      EntryKind = "transfer"       // starts the clock of a child's move to another school
	KindSent          EntryKind = "transfer sent"  // says that the file has gone to the other school
	KindChase         EntryKind = "chase"          // asks the other school for its receipt
	KindReceipt       EntryKind = "receipt"        // the other school's word that it has the file
)

// ConcernEntry is one dated entry in the life of a concern. It is a draft until
// Kept, and never rewritten from then on: what comes later is another entry.
// Which of the texts an entry has is said by Questions for its kind.
type ConcernEntry struct {
	ID string `json:"id"` // random and says nothing
	// Concern is the id of the concern; Ref is its reference at the time.
	Concern string    `json:"concern"`
	Ref     string    `json:"ref"`
	Kind    EntryKind `json:"kind"`
	// Beside is the id of the record of which this is another version: both had
	// been changed when it was taken in, and both are kept.
	Beside string `json:"beside,omitempty"`
	By     string `json:"by,omitempty"` // who recorded it, by name and role
	// Event is when it happened, in the person's words, apart from Recorded.
	Event string `json:"event,omitempty"`
	// EventAt, DueAt and OnAt are what Event, Due and On were understood as.
	EventAt Reading `json:"eventAt,omitzero"`
	DueAt   Reading `json:"dueAt,omitzero"`
	OnAt    Reading `json:"onAt,omitzero"`
	// Recorded is when the entry was kept; while it is a draft, when it last changed.
	Recorded time.Time `json:"recorded"`
	Kept     bool      `json:"kept,omitempty"`
	// About is the id of the record that the entry is about: what a correction
	// corrects, the action that is done, the transfer that was received.
	About string `json:"about,omitempty"`
	// Part says which part of that record: an item's id or a question's label.
	Part string `json:"part,omitempty"`
	Was  string `json:"was,omitempty"` // the text that a correction corrects, as it stands there
	// Choice is one of a question's choices: "shared" or "not shared", or the kind
	// of evidence that an addition is.
	Choice string `json:"choice,omitempty"`
	// Text is the substance: the decision, what was added, shared or is to be done.
	Text      string `json:"text,omitempty"`
	Reasons   string `json:"reasons,omitempty"`   // says why. A decision has them always.
	Rejected  string `json:"rejected,omitempty"`  // the other options, and why they were not taken
	Consulted string `json:"consulted,omitempty"` // whom the person asked
	Family    string `json:"family,omitempty"`    // says whether the family was told, or why not
	// Whom is the other side: with whom it was shared, which school, who answered.
	Whom  string `json:"whom,omitempty"`
	How   string `json:"how,omitempty"`   // the way it went: by phone, by the system's transfer, by hand
	Owner string `json:"owner,omitempty"` // who does an action, or who filed
	// Due is a day to come and On one that has been, both as YYYY-MM-DD once kept.
	Due string `json:"due,omitempty"`
	On  string `json:"on,omitempty"`
	// System is the school's own recording system, and SystemRef its reference there.
	System    string `json:"system,omitempty"`
	SystemRef string `json:"systemRef,omitempty"`
	// At is the label of the question that is being answered, while it is a draft.
	At string `json:"at,omitempty"`
}

var kindTitles = map[EntryKind]string{
	KindActionDropped: "Action no longer needed",
	KindSent:          "File sent",
	KindTransfer:      "Transfer to another school",
	KindChase:         "Receipt chased",
	KindReceipt:       "Receipt from the other school",
	KindFiling:        "Filed",
	KindReference:     "Reference changed",
	KindReopening:     "Reopened",
}

// Title is the kind in a word or two, as a heading: "Decision". A kind of a newer
// isspp, or of a file from elsewhere, is shown as it is.
func (k EntryKind) Title() string { return cmp.Or(kindTitles[k], capital(string(k))) }

func capital(word string) string {
	word = CleanLine(word)
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return word
	}
	return string(word[0]-'a'+'A') + word[1:]
}

// Title is the entry's heading: the kind's, or what was chosen where that says more.
func (e ConcernEntry) Title() string {
	if e.Kind == KindSharing && e.Choice == NotShared {
		return "Decision not to share"
	}
	return e.Kind.Title()
}

// EntryKinds are all kinds of entry, in the order of a concern's life.
func EntryKinds() []EntryKind {
	return []EntryKind{
		KindAddition, KindCorrection, KindDecision, KindSharing, KindAction, KindActionDone, KindActionDropped,
		KindFiling,
		KindReviewDate, KindReview, KindReopening, KindReference, KindTransfer, KindSent, KindChase, KindReceipt,
	}
}

// Record is a private record as the notes keep it: a walkthrough, an entry of a concern or a note.
type Record interface {
	Head() RecordHead
	// Copy is a pointer to a copy that shares nothing with the record.
	Copy() Record
}

// RecordHead is what the notes need to know of any record.
type RecordHead struct {
	ID    string // random and says nothing
	Ref   string // the child's reference; empty for what is about the school or has none yet
	Final bool   // the record is finished: from then on it is never rewritten
}

// Head is the walkthrough's.
func (w *Walkthrough) Head() RecordHead { return RecordHead{w.ID, w.Ref, w.Final()} }

// Final reports whether the walkthrough is finished.
func (w *Walkthrough) Final() bool { return !w.Finished.IsZero() }

// Copy is a copy that shares nothing.
func (w *Walkthrough) Copy() Record {
	c := w.Clone()
	return &c
}

// Head is the note's, which is never finished: it is a working text.
func (n *FactorNote) Head() RecordHead { return RecordHead{n.ID, n.Ref, false} }

// Copy is a copy that shares nothing.
func (n *FactorNote) Copy() Record {
	c := *n
	return &c
}

// Head is the entry's, with the child's reference as it was when the entry was made.
func (e *ConcernEntry) Head() RecordHead { return RecordHead{e.ID, e.Ref, e.Kept} }

// Copy is a copy that shares nothing.
func (e *ConcernEntry) Copy() Record {
	c := *e
	return &c
}
