package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// LocalKind says what an entry of the Local layer speaks of.
type LocalKind string

// The kinds of entry, each a part of the Local file.
const (
	LocalRota LocalKind = "rota" // says who covers a setting of the rota now
	// LocalSchool is a school that the rota doesn't list, such as a primary school, with its named officer.
	LocalSchool LocalKind = "school"
	// LocalService is what has changed of a service or contact of the directory.
	LocalService LocalKind = "service"
	LocalContact LocalKind = "contact" // one of the school's own contacts: see LocalSlots
	LocalTerm    LocalKind = "term"    // a term, or half of one: its first and its last day
)

// HasOfficer reports whether entries of the kind say which officer covers a school.
func (k LocalKind) HasOfficer() bool { return k == LocalRota || k == LocalSchool }

// LocalEntry is one thing that a school knows better than the protocol: who covers it now, its out-of-hours
// number, a service's new number. It is shown before the protocol's own line, which stays.
type LocalEntry struct {
	Kind LocalKind `json:"kind"`
	Name string    `json:"name"` // the setting, school or service as the file has it, or a slot's name
	Key  string    `json:"-"`    // the name folded for comparing, where it is known already
	// Slot is a contact's slot, empty for the other kinds.
	Slot LocalSlot `json:"slot,omitempty"`
	Who  string    `json:"who"` // the officer, the person, or the recording system
	// Assigned is the days as written; Days and WhenRequired are read from it.
	Assigned     string `json:"assigned"`
	Days         Days   `json:"days"`
	WhenRequired bool   `json:"when_required"`
	CoversFor    string `json:"covers_for"` // CoversFor names the officer whose absence this entry covers
	// From and Until are the first and the last day on which the entry holds, as YYYY-MM-DD; empty is no bound.
	From  string `json:"from"`
	Until string `json:"until"`
	// Phone, Email and Link are as a person dials and reads them.
	Phone  string `json:"-"`
	Email  string `json:"-"`
	Link   string `json:"-"`
	Closed bool   `json:"closed"` // a service is no more, or takes nobody
	// Note is a short remark of the school's own, and More what else is written below the entry.
	Note string `json:"-"`
	More string `json:"-"`
	// Checked is the day on which somebody last made sure, as YYYY-MM-DD, and By
	// who that was; both are empty where the file doesn't say.
	Checked string `json:"checked"`
	By      string `json:"by"`
	Line    int    `json:"line"` // the entry's line in the file, from 1
	// Faulty tells that a part of the entry couldn't be read: what is here holds, but something is missing.
	Faulty bool `json:"faulty"`
}

// Local is the school's own layer, as it stands in one file. A nil Local is an empty one.
type Local struct {
	// File is where the layer is kept, for messages.
	File       string
	Entries    []LocalEntry
	Mistakes   int // how many the file has
	StaleAfter int // after how many days an entry has to be checked again
}

// DefaultStaleAfter is how many days an entry holds before it is called stale.
const DefaultStaleAfter = 90

// Empty tells that the layer has no entry.
func (l *Local) Empty() bool { return l == nil || len(l.Entries) == 0 }

func (l *Local) of(kind LocalKind, fits func(LocalEntry) bool) []LocalEntry {
	if l == nil {
		return nil
	}
	return filter(l.Entries, func(e LocalEntry) bool { return e.Kind == kind && fits(e) })
}

func anyEntry(LocalEntry) bool { return true }

// about are the entries of a kind whose heading is one of a thing's names, its id, or
// the id's own part: "Wipers" for directory/wipers.
func (l *Local) about(kind LocalKind, names ...string) []LocalEntry {
	if l.Empty() {
		return nil
	}
	var keys []string
	for _, name := range names {
		_, slug, _ := strings.Cut(name, "/")
		keys = append(keys, Fold(name), Fold(slug))
	}
	return l.of(kind, func(e LocalEntry) bool { return e.key() != "" && slices.Contains(keys, e.key()) })
}

// Covers are all entries about a setting of the rota: those that hold now,
// those to come and those that are over, in the file's order.
func (l *Local) Covers(s Setting) []LocalEntry { return l.about(LocalRota, s.ID, s.Name) }

// Cover is the entry that says who covers a setting on a day: an absence's cover before the usual officer, and
// of several that name the same days the newest. An officer with other days stays on theirs.
func (l *Local) Cover(s Setting, day time.Time) (LocalEntry, bool) { return holding(l.Covers(s), day) }

// Schools are the entries about schools that the rota doesn't list.
func (l *Local) Schools() []LocalEntry { return l.of(LocalSchool, anyEntry) }

// FindSchools are the schools that the rota doesn't list whose name, or whose
// officer's name, a query fits; of each what holds on the day.
func (l *Local) FindSchools(query string, day time.Time) ([]LocalEntry, Fit) {
	var now []LocalEntry
	seen := map[string]bool{}
	for _, e := range l.Schools() {
		key := e.key()
		if seen[key] {
			continue
		}
		seen[key] = true
		same := l.of(LocalSchool, func(o LocalEntry) bool { return o.key() == key })
		if holds, ok := holding(same, day); ok {
			e = holds
		}
		now = append(now, e)
	}
	return Rank(query, now, func(e LocalEntry) []string { return []string{e.Name, e.Who} })
}

// Service is what the school knows of a service of the directory.
func (l *Local) Service(s Service) (LocalEntry, bool) {
	return find(l.about(LocalService, s.ID, s.Name), anyEntry)
}

// HeadContact is what the school knows of a contact outside the tiers.
func (l *Local) HeadContact(h HeadContact) (LocalEntry, bool) {
	return find(l.about(LocalService, h.ID, h.Name, h.Short), anyEntry)
}

// Contact is the school's own contact in a slot.
func (l *Local) Contact(slot LocalSlot) (LocalEntry, bool) {
	return find(l.of(LocalContact, anyEntry), func(e LocalEntry) bool { return e.Slot == slot })
}

// Stale tells that an entry has to be checked again: it says no day on which it
// was checked, or one that lies too far back, or still to come.
func (l *Local) Stale(e LocalEntry, now time.Time) bool {
	checked, ok := dayOf(e.Checked, now.Location())
	days := DefaultStaleAfter
	if l != nil && l.StaleAfter > 0 {
		days = l.StaleAfter
	}
	return !ok || midnight(now).After(checked.AddDate(0, 0, days)) || checked.After(now)
}

func (e LocalEntry) key() string {
	if e.Key != "" {
		return e.Key
	}
	return Fold(e.Name)
}

// HoldsOn tells whether a day lies between From and Until, both included.
func (e LocalEntry) HoldsOn(day time.Time) bool {
	on := day.Format(time.DateOnly)
	return (e.From == "" || e.From <= on) && (e.Until == "" || on <= e.Until)
}

// Over tells whether the entry's last day is past.
func (e LocalEntry) Over(day time.Time) bool {
	return e.Until != "" && e.Until < day.Format(time.DateOnly)
}

// On is the coverage on a day by the school's own entry, and whether the entry
// states days at all. It says nothing of who is on site.
func (e LocalEntry) On(day time.Time) (c Coverage, stated bool) {
	switch {
	case e.Nobody():
		return CoveredNo, true
	case len(e.Days) == 0 && !e.WhenRequired || e.Faulty:
		return CoveredNo, false
	}
	return Setting{Days: e.Days, WhenRequired: e.WhenRequired}.On(day), true
}

// Nobody reports whether the school knows that no officer covers it.
func (e LocalEntry) Nobody() bool { return e.Kind.HasOfficer() && Vacant(e.Who) }

// Contacts are how the entry is reached.
func (e LocalEntry) Contacts() []Contact {
	all := []Contact{{Phone, e.Phone, e.Phone}, {Email, e.Email, e.Email}, {Link, e.Link, e.Link}}
	return filter(all, func(c Contact) bool { return c.Value != "" })
}

// Remarks are what the school itself remarks on the entry.
func (e LocalEntry) Remarks() []string { return said(e.Note, e.More) }

// Blank tells that the entry says nothing: an empty form that waits.
func (e LocalEntry) Blank() bool {
	if e.Kind == LocalTerm && e.From+e.Until != "" {
		return false
	}
	return !e.Closed && !e.Faulty && e.Who+e.Assigned+e.CoversFor+e.Phone+e.Email+e.Link+e.Note+e.More == ""
}

// LocalPlace begins the id of every place in the school's own layer; its own contacts
// and its term dates have one each.
const (
	LocalPlace         = "local/"
	LocalContactsPlace = LocalPlace + "contacts"
	LocalTermsPlace    = LocalPlace + "terms"
)

// Place is the id of an entry that the protocol has nothing of: its name as a slug.
func (e LocalEntry) Place() string { return LocalPlace + strings.ReplaceAll(e.key(), " ", "-") }

// LocalSlot is one of the school's own contacts, of which there is one each.
type LocalSlot string

// The slots. The protocol prints none of them.
const (
	OutOfHours LocalSlot = "out-of-hours"
	LADO       LocalSlot = "lado"
	DSL        LocalSlot = "dsl"
	DeputyDSL  LocalSlot = "deputy-dsl"
	Recording  LocalSlot = "recording-system"
)

var slots = map[LocalSlot]struct {
	name, meaning string
	also          []string
}{
	OutOfHours: {
		"Out-of-hours number", "children's social care at night and at weekends",
		[]string{"Out of hours", "Emergency Duty Team", "EDT"},
	},
	LADO: {
		"LADO", "the officer for concerns about an adult who works with children",
		[]string{"Local Authority Designated Officer", "Designated Officer", "Allegation", "Allegations"},
	},
	DSL: {"DSL", "the Designated Safeguarding Lead", []string{"Designated Safeguarding Lead"}},
	DeputyDSL: {
		"Deputy DSL", "who acts when the DSL is away",
		[]string{"Deputy", "Deputy Designated Safeguarding Lead", "DDSL"},
	},
	Recording: {
		"Recording system", "where the school's own record is kept",
		[]string{"The school's recording system", "Recording"},
	},
}

// LocalSlots are the slots in the order in which they are shown.
func LocalSlots() []LocalSlot { return []LocalSlot{OutOfHours, LADO, DSL, DeputyDSL, Recording} }

// Name is how a slot is called in the file and on the screen.
func (s LocalSlot) Name() string { return cmp.Or(slots[s].name, string(s)) }

// Names are what people call a slot, its own name first.
func (s LocalSlot) Names() []string {
	if s == "" {
		return nil
	}
	return append([]string{s.Name()}, slots[s].also...)
}

// Short is Name for where there is little room.
func (s LocalSlot) Short() string {
	if s == OutOfHours {
		return "Out of hours"
	}
	return s.Name()
}

// Meaning says what a slot is for, in words for somebody who is new.
func (s LocalSlot) Meaning() string { return slots[s].meaning }

// Loud reports whether an empty slot is said loudly where somebody looks for whom to ring.
func (s LocalSlot) Loud() bool { return s == OutOfHours || s == LADO || s == DSL }
