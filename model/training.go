package model

// Case is a made-up story for a discussion among staff. It is isspp's own
// (layer Note), and is marked as fictional wherever it is shown.
type Case struct {
	// ID is a slug: "cases/the-second-phone".
	ID    string
	Title string
	// Story is told before the first question.
	Story []string
	// About lists the ids of the protocol that the case touches: items, domains,
	// lists, contacts. They are shown last, in the protocol's own words.
	About []string
	Steps []CaseStep
	// Dated is the day that the case was written or last checked, as YYYY-MM-DD.
	Dated string
	// Line is its heading's, and AboutLine that of what it is about.
	Line, AboutLine int
}

// CaseStep is one thought of a case: a question with what may be said to it, or
// something more that is learnt. Its parts are shown one after the other.
type CaseStep struct {
	Title string
	Parts []CasePart
	Line  int
}

// CasePart is an entry of a step's list, or a paragraph that tells more.
type CasePart struct {
	Text  string
	Entry bool
}
