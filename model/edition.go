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
	// Short is the initials, such as "ISSPP".
	Short string `json:"short"`
	// Place is the borough, such as "Islington".
	Place string `json:"place"`
	// Years is the span as shown: "2023–24".
	Years string `json:"years"`
	// Dated is the first day that the edition speaks for, as YYYY-MM-DD.
	Dated string `json:"dated"`
}

// Note is a short remark of ours that stands beside the protocol's words and
// never replaces them.
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
	// Line is where the note says what it is about, from 1.
	Line int `json:"-"`
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

// placed reports whether the title names the place already.
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

// Line is the title, the place and the years: "Safer School Partnership Protocol
// (ISSPP), Islington, 2023–24".
func (e Edition) Line() string {
	if e.placed() {
		return e.Title + ", " + e.Years
	}
	return e.Title + ", " + e.Place + ", " + e.Years
}
