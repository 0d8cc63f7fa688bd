package model

import "slices"

// List is one of the protocol's tables of items (section 6): the risk factors,
// the girls' section, the signs or the protective factors.
type List struct {
	// ID is "risk", "girls", "signs" or "protective".
	ID    string `json:"id"`
	Title string `json:"title"`
	// Section is the protocol's own number for it, such as "6A"; it may be empty.
	Section string `json:"-"`
	// Intro is what the protocol says before the items.
	Intro   Prose    `json:"intro"`
	Domains []Domain `json:"-"`
}

// BareTitle is the list's title without the number that the protocol prints
// before it.
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
	// ReadOnly items say something of groups: they are read, and never answered for
	// one child.
	ReadOnly bool `json:"read_only,omitempty"`
	Line     int  `json:"-"`
}

// ReadOnlyWords say why an item takes no answer.
const ReadOnlyWords = "About groups: read it, don't answer it for one child."

// ReadOnly reports whether no item of the domain takes an answer.
func (d Domain) ReadOnly() bool {
	return len(d.Items) > 0 && !slices.ContainsFunc(d.Items, func(i Item) bool { return !i.ReadOnly })
}

// Answer is what the person recording says of an item. There are five, and
// none of them is a score.
type Answer string

// The five answers. An item starts as NotConsidered.
const (
	NotConsidered Answer = ""
	// Seen: by the person recording.
	Seen Answer = "seen"
	// Told: by the child or by another.
	Told Answer = "told"
	// NotSeen: looked for, not seen.
	NotSeen Answer = "not seen"
	// DontKnow comes back on the closing page: who might know?
	DontKnow Answer = "don't know"
)
