package model

import "cmp"

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

// slots are what the slots are called, what they are for, and what else people
// call them.
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

// Loud reports whether an empty slot is said loudly where somebody looks for whom to
// ring.
func (s LocalSlot) Loud() bool { return s == OutOfHours || s == LADO || s == DSL }
