package model

// EvidenceKind keeps fact, the child's words and opinion apart.
type EvidenceKind string

// The four kinds of evidence.
const (
	Observed    EvidenceKind = "observed"
	ChildsWords EvidenceKind = "the child's words"
	ToldBy      EvidenceKind = "told by"
	Opinion     EvidenceKind = "professional opinion"
)

// EvidenceKinds are the four, in the order that they are offered.
func EvidenceKinds() []EvidenceKind { return []EvidenceKind{Observed, ChildsWords, ToldBy, Opinion} }

// Label is the kind as it stands before a text: "Told by someone". A kind of
// another isspp's is shown as it is, and none is just evidence.
func (k EvidenceKind) Label() string {
	switch k {
	case "":
		return "Evidence"
	case ToldBy:
		return "Told by someone"
	}
	return capital(string(k))
}

// EvidenceLabel says what kind of knowledge an entry's evidence is, and when it
// was seen or said, in the person's words.
func (e Entry) EvidenceLabel() string {
	if when := e.WhenAt.beside(e.When, "; ", ""); when != "" {
		return e.Kind.Label() + " (" + when + ")"
	}
	return e.Kind.Label()
}
