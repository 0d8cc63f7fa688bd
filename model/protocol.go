// Package model is the domain of the Safer School Partnership Protocol: the rota and who covers a setting on a
// date, the checklists and their five answers, the directory of support, a walkthrough, and search that never
// guesses. It is pure: no I/O, no terminal, and no clock of its own. Time comes in as a value.
//
// # The words of the field
//
//   - DSL: the Designated Safeguarding Lead of a school, who decides what is done
//     about a concern. CSCT: the council's Children's Services Contact Team, where a
//     referral goes. LADO: the Local Authority Designated Officer, for concerns about
//     adults who work with children.
//   - Setting: a school, college or alternative provision that the rota lists.
//   - Officer: the Safer Schools Officer who was assigned to a setting on days of the
//     week. Assigned isn't present: no answer says that somebody is on site.
//   - Coverage: whether a setting has an officer on a day: yes, no, or when required.
//   - Risk factor: what makes involvement in gangs or exploitation likelier (Table 1).
//     Sign: what may be seen of it in a child (section 6b). Protective factor: what
//     helps a child. Each is an item of a domain of a list. None has a weight, and there
//     is no score.
//   - Concern: all that is kept about one child, under a reference. A reference is the
//     school's own record number or initials, never a name.
//   - Walkthrough: a list gone through for a concern, an answer for each item: seen,
//     told, not seen, don't know, or not considered yet.
//   - Evidence: what stands behind an answer: observed, the child's words, told by
//     somebody, or professional opinion, with the time that it is about.
//   - Decision, action, sharing, filing, review, transfer: what follows from a
//     walkthrough, each with who recorded it and when.
//   - Closing page: what a walkthrough found, what isn't known, and whom to turn to.
//   - Layer: whose words something is: the protocol's, a note of ours with its source,
//     or Local, the school's own.
//   - Pack: a protocol as a folder of documents; an edition is the year it is for.
//   - Hold: a reference whose records may not be disposed of. Purge: disposing of them.
package model

import "strings"

// Layer says whose words a fact is. It is shown beside every fact, in the app,
// in the shell and in exports, so that nobody takes ours for the protocol's.
type Layer string

const (
	// LayerProtocol is the source's own words, never edited.
	LayerProtocol Layer = "protocol"
	// LayerNote is ours: short, dated, with its source.
	LayerNote Layer = "note"
	// LayerLocal is the school's own, with the day it was checked and by whom.
	LayerLocal Layer = "local"
)

// Edition names the pack that is loaded: whose protocol it is and which years
// it speaks for. Every answer carries it.
type Edition struct {
	// Title is the printed title, such as "Safer School Partnership Protocol (ISSPP)".
	Title string `json:"title"`
	Short string `json:"short"` // the initials, such as "ISSPP"
	Place string `json:"place"` // the borough, such as "Islington"
	Years string `json:"years"` // the span as shown: "2023–24"
	Dated string `json:"dated"` // the first day that the edition speaks for, as YYYY-MM-DD
}

// Note is a short remark of ours that stands beside the protocol's words and never replaces them.
type Note struct {
	ID   string `json:"id,omitempty"`
	Text string `json:"text"`
	// About lists the ids that the note speaks of: a document ("rota"), a list
	// ("risk"), a domain, an item, a setting or a service. Each is shown there.
	About []string `json:"-"`
	// Source says how we know: a section of the protocol, or a publication.
	Source string `json:"source,omitempty"`
	// Dated is the day the note was written or last checked, as YYYY-MM-DD.
	Dated string `json:"dated,omitempty"`
	// Reach is a number that the note offers beside its words, such as 101
	// where the protocol says 111. It is empty for most notes.
	Reach string `json:"reach,omitempty"`
	// Status is what an answer says first, in a line, where the school's own
	// layer doesn't answer: "This role ended in May 2025". Most notes have none.
	Status string `json:"status,omitempty"`
	// Background tells that the note changes no answer; look-ups fold it.
	Background bool `json:"background,omitempty"`
	// Yields are the slots of the school's own layer in whose favour the note
	// falls silent once all are set, or YieldsToEntry.
	Yields []string `json:"-"`
	Line   int      `json:"-"` // where the note says what it is about, from 1
}

// YieldsToEntry is what a note gives way to that speaks of something missing:
// the school's own entry with a way to reach it.
const YieldsToEntry = "entry"

// Term is one entry of the glossary.
type Term struct {
	Short string `json:"short"`
	Long  string `json:"long"`
	// Printed tells that the protocol prints this expansion; otherwise it is ours.
	Printed bool `json:"printed"`
	// Same lists other initials for the same thing: YOS, YOT and YJS are one service.
	Same []string `json:"same,omitempty"`
}

func (e Edition) placed() bool {
	return e.Place == "" || strings.Contains(Fold(e.Title), Fold(e.Place))
}

// Name is the place and the title: "Islington Safer School Partnership Protocol
// (ISSPP)". A title that names the place already stands alone.
func (e Edition) Name() string {
	if e.placed() {
		return e.Title
	}
	return strings.TrimSpace(e.Place + " " + e.Title)
}

// Line is the title, the place and the years: "Safer School Partnership Protocol (ISSPP), Islington, 2023–24".
func (e Edition) Line() string {
	if e.placed() {
		return e.Title + ", " + e.Years
	}
	return e.Title + ", " + e.Place + ", " + e.Years
}

// Plan is section 8's delivery plan.
type Plan struct {
	Title string
	Rows  []PlanRow
}

// PlanRow is one recommendation and what each partner does for it.
type PlanRow struct {
	// Number is the printed number, 1 to 8.
	Number         int    `json:"number"`
	ID             string `json:"id"`
	Recommendation string `json:"recommendation"`
	// Actions are by partner, in the order of the plan's columns.
	Actions []PlanActions `json:"-"`
	Line    int           `json:"-"`
}

// PlanActions are one partner's actions for a recommendation.
type PlanActions struct {
	// Partner is the column's printed heading: "Schools", "Police", "Council/Other".
	Partner string
	Entries []CellEntry
}

// Outcome is one row of section 3: an outcome and its key performance indicators.
type Outcome struct {
	Number     int      `json:"number"`
	Text       string   `json:"text"`
	Indicators []string `json:"indicators"`
}

// Recommendations is one printing of the recommendations: section 4 and
// section 8 print them in different words, and neither is merged.
type Recommendations struct {
	Section string   `json:"section"`
	Items   []string `json:"items"`
}

// Case is a made-up story for a discussion among staff. It is isspp's own
// (layer Note), and is marked as fictional wherever it is shown.
type Case struct {
	// ID is a slug: "cases/the-second-phone".
	ID    string
	Title string
	Story []string // told before the first question
	// About lists the ids of the protocol that the case touches: items, domains,
	// lists, contacts. They are shown last, in the protocol's own words.
	About           []string
	Steps           []CaseStep
	Dated           string // the day that the case was written or last checked, as YYYY-MM-DD
	Line, AboutLine int    // its heading's, and AboutLine that of what it is about
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

// Deck names a part of the protocol that can be presented and handed out. The
// slides and the handouts of a deck are made from the same parts of a pack.
type Deck struct {
	ID    string // the name on a command line: "risk"
	Title string // how it is offered: "Risk factors". It is ours, not the protocol's.
	About string // says in a few words what is in it
	List  string // the checklist that the deck is made from, or empty
}

// WholeDeck is the deck with everything in it.
const WholeDeck = "whole"

// Decks are the decks, in the order in which they are offered. Any pack has
// them all; a part that it lacks makes an empty deck.
func Decks() []Deck {
	return []Deck{
		{ID: "rota", Title: "Officer rota", About: "settings, officers and days"},
		{ID: "risk", Title: "Risk factors", About: "the risk factors by domain", List: "risk"},
		{ID: "girls", Title: "Girls", About: "girls, youth violence and gangs", List: "girls"},
		{ID: "signs", Title: "Signs", About: "the signs and what to look for", List: "signs"},
		{ID: "protective", Title: "Protective factors", About: "the protective factors by domain", List: "protective"},
		{ID: "plan", Title: "Delivery plan", About: "what each partner does"},
		{ID: "directory", Title: "Directory of support", About: "the services and their contacts"},
		{ID: WholeDeck, Title: "The whole protocol", About: "all of it, with a glossary"},
	}
}

// FindDeck is the deck of a name, whatever its case, and whether there is one.
func FindDeck(name string) (Deck, bool) {
	return find(Decks(), func(d Deck) bool { return strings.EqualFold(d.ID, strings.TrimSpace(name)) })
}

// DeckIDs are the decks' names, in their order.
func DeckIDs() []string {
	var ids []string
	for _, d := range Decks() {
		ids = append(ids, d.ID)
	}
	return ids
}
