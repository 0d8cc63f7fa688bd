package model

import (
	"slices"
	"strings"
	"time"
)

// Question is one line of the form for an entry of a concern. The app, its
// plain form and the reports all take the words from here.
type Question struct {
	Label  string // Label names the text: "Reasons"
	Hint   string // says in a few words what belongs there
	Lines  bool   // the text may have several lines
	Needed string // Needed says, kindly, why the entry isn't kept without it; empty where it may be left
	// Bare are answers that lack the reason they need, and Reason says so.
	Bare    []string
	Reason  string
	Choices []string // the only answers there are, the usual one first; nil for text
	// Day tells that it is a day; Past that the day has been, or is today, which
	// it is where nothing is written.
	Day, Past bool
	Told      bool // what became known is written here, where words can mean danger now
	// Of is the text in the entry.
	Of func(e *ConcernEntry) *string
	// At is what the text was understood as, where it is a time or a day; else nil.
	At func(e *ConcernEntry) *Reading
}

// additionLabel names what was added where its kind isn't known, and
// evidenceKindLabel asks for the kind, which then names it.
const (
	additionLabel     = "What is added"
	evidenceKindLabel = "Kind"
)

const kindNotStated = "not stated"

// EvidenceKind is the kind of knowledge that an addition is; ok is false where that
// isn't stated, and for every other entry.
func (e ConcernEntry) EvidenceKind() (kind EvidenceKind, ok bool) {
	if e.Kind != KindAddition || e.Choice == "" || e.Choice == kindNotStated {
		return "", false
	}
	return EvidenceKind(CleanLine(e.Choice)), true
}

// The two sides of a sharing entry, and the two ways that a move can fall.
const (
	Shared    = "shared"
	NotShared = "not shared"
	InYear    = "in the school year"
	NewTerm   = "at the start of a term"
)

func textOf(e *ConcernEntry) *string      { return &e.Text }
func reasonsOf(e *ConcernEntry) *string   { return &e.Reasons }
func rejectedOf(e *ConcernEntry) *string  { return &e.Rejected }
func consultedOf(e *ConcernEntry) *string { return &e.Consulted }
func familyOf(e *ConcernEntry) *string    { return &e.Family }
func whomOf(e *ConcernEntry) *string      { return &e.Whom }
func howOf(e *ConcernEntry) *string       { return &e.How }
func ownerOf(e *ConcernEntry) *string     { return &e.Owner }
func dueOf(e *ConcernEntry) *string       { return &e.Due }
func onOf(e *ConcernEntry) *string        { return &e.On }
func systemOf(e *ConcernEntry) *string    { return &e.System }
func systemRefOf(e *ConcernEntry) *string { return &e.SystemRef }
func choiceOf(e *ConcernEntry) *string    { return &e.Choice }
func eventOf(e *ConcernEntry) *string     { return &e.Event }
func byOf(e *ConcernEntry) *string        { return &e.By }
func refOf(e *ConcernEntry) *string       { return &e.Ref }
func eventAtOf(e *ConcernEntry) *Reading  { return &e.EventAt }
func dueAtOf(e *ConcernEntry) *Reading    { return &e.DueAt }
func onAtOf(e *ConcernEntry) *Reading     { return &e.OnAt }

// RecordedBy is the label of the question who records, which every entry has, and
// RecorderHint what belongs there.
const (
	RecordedBy   = "Recorded by"
	RecorderHint = "your name or initials, and role"
)

// FamilyLabel is the label of the question whether the family was told.
const FamilyLabel = "Family"

var bareNo = []string{"no", "not told", "not yet", "not told yet", "none", "n/a", "na", "nobody", "not informed"}

// Settle puts an entry right for keeping: texts cleaned, days as they were read when they were written. It
// returns the label of the question that has to be seen to, and why, or two empty texts where the entry can be
// kept.
func (e *ConcernEntry) Settle(now time.Time) (label, why string) {
	e.ReadTimes(now)
	for _, q := range Questions(e.Kind) {
		text := q.Of(e)
		if *text = strings.TrimSpace(Clean(*text)); !q.Lines {
			*text = CleanLine(*text)
		}
		if *text == "" && len(q.Choices) > 0 {
			*text = q.Choices[0]
		}
		if *text == "" && q.Day && q.Past && q.Needed == "" {
			*text = "today"
		}
		if *text == "" && q.Needed != "" {
			return q.Label, q.Needed
		}
		if slices.Contains(q.Bare, strings.TrimRight(strings.ToLower(CleanLine(*text)), ". !")) {
			return q.Label, q.Reason
		}
		if *text == "" || !q.Day {
			continue
		}
		day, err := q.dayOf(e, now)
		if err != nil {
			return q.Label, "Not kept yet: " + err.Error() + "."
		}
		*text = day
	}
	if len(Questions(e.Kind)) == 0 {
		return string(e.Kind), "This version of isspp doesn't know this kind of entry."
	}
	return "", ""
}

// ReadTimes reads what the entry says of times and days, where the words are other
// ones than those that were read last.
func (e *ConcernEntry) ReadTimes(now time.Time) {
	for _, q := range Questions(e.Kind) {
		if q.At == nil || e.Kept {
			continue
		}
		at := q.At(e)
		*at = at.Or(*q.Of(e), func(words string) Reading {
			if q.Day && !q.Past {
				return ReadComing(words, now)
			}
			return ReadPast(words, now)
		})
	}
}

// Understood says what was understood of the words about a time or a day; it is empty where there are none.
func (q Question) Understood(e *ConcernEntry) string {
	if q.At == nil {
		return ""
	}
	if at := *q.At(e); q.Day && at.At == "" && at.Words != "" {
		return "No day is recognised yet. " + dayHelp + "."
	}
	return q.At(e).Understood()
}

func (q Question) dayOf(e *ConcernEntry, now time.Time) (string, error) {
	text, parse := *q.Of(e), ParseDay
	if at := q.At(e); at.Words == text && at.At != "" {
		day, _, _ := strings.Cut(at.At, " ")
		return day, nil
	}
	if q.Past {
		parse = parsePastDay
	}
	day, err := parse(text, now)
	return day.Format(time.DateOnly), err
}

// Fields are the entry's texts with their labels, in the order of its
// questions, those left empty not among them. Days are in words.
func (e ConcernEntry) Fields() []Labelled {
	var fields []Labelled
	if e.Was != "" {
		fields = append(fields, Labelled{Label: "It said", Text: Clean(e.Was)})
	}
	for _, q := range Questions(e.Kind) {
		text := *q.Of(&e)
		if text == "" || q.Label == RecordedBy || q.Label == evidenceKindLabel {
			continue
		}
		if kind, ok := e.EvidenceKind(); ok && q.Label == additionLabel {
			q.Label = kind.Label()
		}
		switch {
		case q.Day:
			text = DayInWords(text) + q.At(&e).quoted(text)
		case q.At != nil:
			text = q.At(&e).Beside(text)
		}
		fields = append(fields, Labelled{Label: q.Label, Text: Clean(text)})
	}
	return fields
}

// Labelled is a text with the words that name it.
type Labelled struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}
