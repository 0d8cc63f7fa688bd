package model

import (
	"cmp"
	"slices"
	"strings"
)

// List is one of the protocol's tables of items (section 6): the risk factors,
// the girls' section, the signs or the protective factors.
type List struct {
	// ID is "risk", "girls", "signs" or "protective".
	ID      string `json:"id"`
	Title   string `json:"title"`
	Section string `json:"-"` // the protocol's own number for it, such as "6A"; it may be empty
	// Intro is what the protocol says before the items.
	Intro   Prose    `json:"intro"`
	Domains []Domain `json:"-"`
}

// BareTitle is the list's title without the number that the protocol prints before it.
func (l List) BareTitle() string { return BareTitle(l.Section, l.Title) }

// SectionTitle names a domain of the list behind it, since two lists may call a domain
// alike; a list's only one has the list's name.
func (l List) SectionTitle(d Domain) string {
	if d.Title == "" || d.Title == l.Title {
		return l.Title
	}
	return l.Title + ": " + d.Title
}

// SectionTitle is that of the domain of an id, or the id where no list has it.
func SectionTitle(lists []List, domain string) string {
	for _, l := range lists {
		for _, d := range l.Domains {
			if d.ID == domain {
				return l.SectionTitle(d)
			}
		}
	}
	return CleanLine(domain)
}

// Domain is a group of items under one heading: "Child's Family".
type Domain struct {
	// ID is the list's id and a slug: "risk/family".
	ID    string `json:"id"`
	Title string `json:"title"`
	// Guidance is what the protocol says under the heading, before the items.
	Guidance Prose  `json:"guidance"`
	Items    []Item `json:"-"`
}

// Item is one sign or factor, in the protocol's words.
type Item struct {
	// ID is the domain's id and a slug: "signs/gang/new-nickname". A later
	// edition keeps the id of an item that stays.
	ID   string `json:"id"`
	Text string `json:"text"`
	// ReadOnly items say something of groups: they are read, and never answered for one child.
	ReadOnly bool `json:"read_only,omitempty"`
	Line     int  `json:"-"`
}

// ReadOnlyWords say why an item takes no answer.
const ReadOnlyWords = "About groups: read it, don't answer it for one child."

// ReadOnly reports whether no item of the domain takes an answer.
func (d Domain) ReadOnly() bool {
	return len(d.Items) > 0 && !slices.ContainsFunc(d.Items, func(i Item) bool { return !i.ReadOnly })
}

// Answer is what the person recording says of an item. There are five, and none of them is a score.
type Answer string

// The five answers. An item starts as NotConsidered.
const (
	NotConsidered Answer = ""
	Seen          Answer = "seen"       // by the person recording
	Told          Answer = "told"       // by the child or by another
	NotSeen       Answer = "not seen"   // looked for, not seen
	DontKnow      Answer = "don't know" // DontKnow comes back on the closing page: who might know?
)

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

// WalkOrder puts lists into the order in which a walkthrough goes through them: the signs, the risk factors,
// the girls' section, the protective factors. Lists of another pack follow in its own order.
func WalkOrder(lists []List) []List {
	known := []string{"signs", "risk", "girls", "protective"}
	place := func(l List) int {
		if i := slices.Index(known, l.ID); i >= 0 {
			return i
		}
		return len(known)
	}
	return slices.SortedStableFunc(slices.Values(lists), func(a, b List) int { return cmp.Compare(place(a), place(b)) })
}

// injuryLines are what is asked of an injury that is described in words. It is never photographed.
var injuryLines = []string{"Site:", "Size:", "Shape:", "Colour:"}

// WithInjury is a text with what is asked of an injury below it, once.
func WithInjury(text string) string {
	if strings.Contains("\n"+text, "\n"+injuryLines[0]) {
		return text
	}
	if text != "" {
		text += "\n"
	}
	return text + strings.Join(injuryLines, " \n") + " "
}

// EmptyInjuryLine is the first line of a text, from one on, that is asked of an
// injury and was not filled in; ok is false where there is none.
func EmptyInjuryLine(text string, from int) (line int, ok bool) {
	for i, l := range strings.Split(text, "\n") {
		if i >= from && emptyInjury(l) {
			return i, true
		}
	}
	return 0, false
}

// WithoutEmptyInjury is a text as documents have it: without the lines that were
// asked of an injury and not filled in.
func WithoutEmptyInjury(text string) string {
	kept := slices.DeleteFunc(strings.Split(text, "\n"), emptyInjury)
	return strings.TrimRight(strings.Join(kept, "\n"), "\n")
}

func emptyInjury(line string) bool { return slices.Contains(injuryLines, strings.TrimSpace(line)) }
