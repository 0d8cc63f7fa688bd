package model

import (
	"slices"
	"strings"
	"time"
)

// Question is one line of the form for an entry of a concern. The app, its
// plain form and the reports all take the words from here.
type Question struct {
	// Label names the text: "Reasons".
	Label string
	// Hint says in a few words what belongs there.
	Hint string
	// Lines tells that the text may have several lines.
	Lines bool
	// Needed says, kindly, why the entry isn't kept without it; empty where it may be left.
	Needed string
	// Bare are answers that lack the reason they need, and Reason says so.
	Bare   []string
	Reason string
	// Choices are the only answers there are, the usual one first; nil for text.
	Choices []string
	// Day tells that it is a day; Past that the day has been, or is today, which
	// it is where nothing is written.
	Day, Past bool
	// Told tells that what became known is written here, where words can mean danger now.
	Told bool
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

// kindNotStated is the kind of an addition until the person says which it is.
const kindNotStated = "not stated"

// EvidenceKind is the kind of knowledge that an addition is; ok is false where that
// isn't stated, and for every other entry.
func (e ConcernEntry) EvidenceKind() (kind EvidenceKind, ok bool) {
	if e.Kind != KindAddition || e.Choice == "" || e.Choice == kindNotStated {
		return "", false
	}
	return EvidenceKind(CleanLine(e.Choice)), true
}

// evidenceKinds are the kinds of evidence as choices.
func evidenceKinds() []string {
	kinds := []string{kindNotStated}
	for _, k := range EvidenceKinds() {
		kinds = append(kinds, string(k))
	}
	return kinds
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

// bareNo are ways to say that the family was not told, without why.
var bareNo = []string{"no", "not told", "not yet", "not told yet", "none", "n/a", "na", "nobody", "not informed"}

// lacksReason reports whether an answer is one of those that need a reason.
func (q Question) lacksReason(text string) bool {
	return slices.Contains(q.Bare, strings.TrimRight(strings.ToLower(CleanLine(text)), ". !"))
}

// Questions are what an entry of a kind asks, in order. Each kind ends with who
// records it, so that no entry is without a name because a setting is missing.
// A decision isn't kept without one.
func Questions(kind EntryKind) []Question {
	questions := questionsOf(kind)
	if questions == nil {
		return nil
	}
	by := Question{Label: RecordedBy, Hint: RecorderHint, Of: byOf}
	if kind == KindDecision {
		by.Needed = "Say who decided: your name or initials, and your role."
	}
	return append(questions, by)
}

func questionsOf(kind EntryKind) []Question {
	switch kind {
	case KindAddition:
		return []Question{
			{Label: additionLabel, Hint: "what became known, and from whom", Lines: true, Told: true, Of: textOf, Needed: "There is nothing to add yet: write what became known."},
			{Label: evidenceKindLabel, Choices: evidenceKinds(), Of: choiceOf},
			{Label: "When it happened", Hint: "if not now", Of: eventOf, At: eventAtOf},
		}
	case KindCorrection:
		return []Question{
			{Label: "It should say", Hint: "what is right", Lines: true, Told: true, Of: textOf, Needed: "Write what it should say."},
			{Label: "Why", Hint: "how the mistake was found", Lines: true, Of: reasonsOf, Needed: "Say why: someone will ask how the record came to change."},
		}
	case KindDecision:
		return decisionQuestions()
	case KindSharing:
		return sharingQuestions()
	case KindAction, KindActionDone, KindActionDropped:
		return actionQuestions(kind)
	case KindFiling:
		return []Question{
			{Label: "System", Hint: "the school's own safeguarding record", Of: systemOf, Needed: "Say which system it is in, so that the next person can find it."},
			{Label: "Its reference there", Hint: "the number or name it is filed under", Of: systemRefOf},
			{Label: "Filed by", Hint: "who put it there", Of: ownerOf},
			{Label: "Filed on", Hint: "today, unless you write another day", Day: true, Past: true, Of: onOf, At: onAtOf},
		}
	case KindReviewDate:
		return []Question{
			{Label: "Review on", Hint: "a day, such as 8 December", Day: true, Of: dueOf, At: dueAtOf, Needed: "Give a review date."},
			{Label: "To look at", Hint: "what should have changed by then", Lines: true, Of: textOf},
		}
	case KindReview:
		return []Question{
			{Label: "What the review found", Hint: "in words, what is the same and what is not", Lines: true, Told: true, Of: textOf, Needed: "Write what the review found; “nothing new” is a finding too."},
			{Label: "What follows", Hint: "and why; actions and a new date are separate entries", Lines: true, Of: reasonsOf},
		}
	case KindReopening:
		return []Question{
			{Label: "Why it is open again", Hint: "what has come up", Lines: true, Told: true, Of: reasonsOf, Needed: "Say why it is open again: the next reader will look for the reason."},
		}
	case KindReference:
		return []Question{
			{Label: "Reference", Hint: "the school's own record reference, or initials", Of: refOf, Needed: "Write the reference to use from now on."},
			{Label: "Why", Hint: "such as: no reference at first", Of: reasonsOf},
		}
	}
	return transferQuestions(kind)
}

func decisionQuestions() []Question {
	return []Question{
		{Label: "Decision", Hint: "what will be done, or that nothing more will", Lines: true, Of: textOf, Needed: "Write what was decided. “No further action” is a decision too."},
		{Label: "Reasons", Hint: "why this, on what is known now", Lines: true, Of: reasonsOf, Needed: "Give the reasons, for no further action too: a case review reads them first."},
		{Label: "Options rejected", Hint: "what else you considered, and why not", Lines: true, Of: rejectedOf},
		{Label: "Consulted", Hint: "whom you asked, and when", Lines: true, Of: consultedOf},
		{Label: FamilyLabel, Hint: "told what and when; or not told, and why", Lines: true, Of: familyOf, Needed: "Say whether the family was told, or why not: a line is enough.", Bare: bareNo, Reason: "Not told is an answer, with its reason: say why, such as that it would increase the risk or hamper an inquiry."},
		{Label: "When decided", Hint: "if not now", Of: eventOf, At: eventAtOf},
	}
}

func sharingQuestions() []Question {
	return []Question{
		{Label: "Shared or not", Choices: []string{Shared, NotShared}, Of: choiceOf},
		{Label: "What", Hint: "which information, as little as will do", Lines: true, Of: textOf, Needed: "Say which information this is about."},
		{Label: "With whom", Hint: "name, role and service", Of: whomOf, Needed: "Say who it was shared with, or not."},
		{Label: "How", Hint: "by phone, by secure e-mail, in a meeting", Of: howOf},
		{Label: "Why", Hint: "the purpose; with consent, or why without", Lines: true, Of: reasonsOf, Needed: "Say why: sharing needs a reason, and so does not sharing."},
		{Label: "When it happened", Hint: "if not now", Of: eventOf, At: eventAtOf},
	}
}

func actionQuestions(kind EntryKind) []Question {
	switch kind {
	case KindActionDone:
		return []Question{
			{Label: "Done on", Hint: "today, unless you write another day", Day: true, Past: true, Of: onOf, At: onAtOf},
			{Label: "What came of it", Hint: "what was done, said or agreed", Lines: true, Told: true, Of: textOf},
		}
	case KindActionDropped:
		return []Question{
			{Label: "Why it is not needed", Hint: "what has changed", Lines: true, Of: reasonsOf, Needed: "Say why it is not needed any more."},
		}
	}
	return []Question{
		{Label: "What is to be done", Hint: "one action", Lines: true, Of: textOf, Needed: "Write what is to be done."},
		{Label: "Who does it", Hint: "a name or a role", Of: ownerOf, Needed: "Say who does it."},
		{Label: "Due", Hint: "a day, such as friday or 27 November", Day: true, Of: dueOf, At: dueAtOf, Needed: "Give a due date."},
	}
}

func transferQuestions(kind EntryKind) []Question {
	switch kind {
	case KindTransfer:
		return []Question{
			{Label: "To which school", Hint: "its name", Of: whomOf, Needed: "Say to which school the child moves."},
			{Label: "The move falls", Choices: []string{InYear, NewTerm}, Of: choiceOf},
			{Label: "First day there", Hint: "the day that the child starts", Day: true, Of: dueOf, At: dueAtOf, Needed: "Give the first day there."},
			{Label: "Remarks", Hint: "what the new school should know before", Lines: true, Of: textOf},
		}
	case KindSent:
		return []Question{
			{Label: "Sent on", Hint: "today, unless you write another day", Day: true, Past: true, Of: onOf, At: onAtOf},
			{Label: "To whom", Hint: "the other school's safeguarding lead", Of: whomOf, Needed: "Say who is to receive it."},
			{Label: "How", Hint: "such as the sealed file, by hand, by secure transfer", Of: howOf, Needed: "Say how it was sent, separately from the main pupil file."},
		}
	case KindChase:
		return []Question{
			{Label: "Asked on", Hint: "today, unless you write another day", Day: true, Past: true, Of: onOf, At: onAtOf},
			{Label: "Whom", Hint: "a name and role there", Of: whomOf, Needed: "Say whom you asked for the receipt."},
			{Label: "What they said", Hint: "and what happens next", Lines: true, Told: true, Of: textOf},
		}
	case KindReceipt:
		return []Question{
			{Label: "Received on", Hint: "the day that they confirm", Day: true, Past: true, Of: onOf, At: onAtOf, Needed: "Say on which day they received it."},
			{Label: "Confirmed by", Hint: "a name and role there", Of: whomOf, Needed: "Say who confirmed it."},
			{Label: "How", Hint: "such as a signed slip, an e-mail", Of: howOf},
			{Label: "Remarks", Hint: "and, where it was late, why", Lines: true, Of: textOf},
		}
	}
	return nil
}

// Settle puts an entry right for keeping: texts cleaned, days as they were read
// when they were written. It returns
// the label of the question that has to be seen to, and why, or two empty
// texts where the entry can be kept.
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
		if q.lacksReason(*text) {
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

// Understood says what was understood of the words about a time or a day; it is
// empty where there are none.
func (q Question) Understood(e *ConcernEntry) string {
	if q.At == nil {
		return ""
	}
	if at := *q.At(e); q.Day && at.At == "" && at.Words != "" {
		return "No day is recognised yet. " + dayHelp + "."
	}
	return q.At(e).Understood()
}

// dayOf is the day that a question asks for, YYYY-MM-DD: as it was read when it was
// written.
func (q Question) dayOf(e *ConcernEntry, now time.Time) (string, error) {
	text := *q.Of(e)
	if at := q.At(e); at.Words == text && at.At != "" {
		day, _, _ := strings.Cut(at.At, " ")
		return day, nil
	}
	day, err := q.day(text, now)
	return day.Format(time.DateOnly), err
}

// day reads the day that a question asks for. One in the past that names no
// year or only a weekday is the last such day, not the next.
func (q Question) day(text string, now time.Time) (time.Time, error) {
	if q.Past {
		return ParsePastDay(text, now)
	}
	return ParseDay(text, now)
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
