package model

import "time"

// Walkthrough is a person's way through the lists during a concern: what they
// saw, were told, and don't know. It has no total and no score.
type Walkthrough struct {
	// ID is random and says nothing.
	ID string `json:"id"`
	// Concern is the id of the concern that it belongs to; empty makes it a
	// concern of its own (see ConcernID).
	Concern string `json:"concern,omitempty"`
	// Beside is the id of the record of which this is another version: both had
	// been changed when it was taken in, and both are kept.
	Beside string `json:"beside,omitempty"`
	// By is who recorded it, by name and role.
	By string `json:"by,omitempty"`
	// Ref is the school's own record reference, or initials.
	Ref string `json:"ref"`
	// Setting is the id and the printed name at the time, or empty.
	SettingID string `json:"settingId,omitempty"`
	Setting   string `json:"setting,omitempty"`
	// YearGroup is as the person writes it: "9", "Year 9", "".
	YearGroup string `json:"yearGroup,omitempty"`
	// RaisedBy is who brought the concern, by role or initials.
	RaisedBy string `json:"raisedBy,omitempty"`
	// EventTime is when it happened, in the person's words, apart from Started.
	EventTime string `json:"eventTime,omitempty"`
	// EventAt is what EventTime was understood as.
	EventAt Reading `json:"eventAt,omitzero"`
	// Edition is the protocol's years that the items were read from.
	Edition string `json:"edition"`
	// Started and Changed are the times of recording.
	Started time.Time `json:"started"`
	Changed time.Time `json:"changed"`
	// Finished is when the person closed it, and zero while it is unfinished.
	Finished time.Time `json:"finished,omitzero"`
	// At is the id of the item the person stood at.
	At string `json:"at,omitempty"`
	// Stage is the screen that they were on while it is unfinished, and Field the
	// label of the question that they were answering there.
	Stage string `json:"stage,omitempty"`
	Field string `json:"field,omitempty"`
	// Entries are the items that were considered or have evidence, in the order
	// they were first touched.
	Entries []Entry `json:"entries"`
	// Draft is text being typed that isn't part of an entry yet.
	Draft Draft `json:"draft,omitzero"`
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
	When string `json:"when,omitempty"`
	// WhenAt is what When was understood as.
	WhenAt Reading `json:"whenAt,omitzero"`
	// Recorded is when the answer was given.
	Recorded time.Time `json:"recorded"`
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
	// Ref is the reference the note is about; empty means the whole school.
	Ref string `json:"ref,omitempty"`
	// Body is Markdown.
	Body string `json:"body"`
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
