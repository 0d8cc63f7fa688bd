package model

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

// LocalSlots are the slots in the order in which they are shown.
func LocalSlots() []LocalSlot { return []LocalSlot{OutOfHours, LADO, DSL, DeputyDSL, Recording} }

// Name is how a slot is called in the file and on the screen.
func (s LocalSlot) Name() string {
	switch s {
	case OutOfHours:
		return "Out-of-hours number"
	case LADO:
		return "LADO"
	case DSL:
		return "DSL"
	case DeputyDSL:
		return "Deputy DSL"
	case Recording:
		return "Recording system"
	}
	return string(s)
}

// Names are what people call a slot, its own name first.
func (s LocalSlot) Names() []string {
	if s == "" {
		return nil
	}
	names := []string{s.Name()}
	switch s {
	case OutOfHours:
		names = append(names, "Out of hours", "Emergency Duty Team", "EDT")
	case LADO:
		names = append(names, "Local Authority Designated Officer", "Designated Officer", "Allegation", "Allegations")
	case DSL:
		names = append(names, "Designated Safeguarding Lead")
	case DeputyDSL:
		names = append(names, "Deputy", "Deputy Designated Safeguarding Lead", "DDSL")
	case Recording:
		names = append(names, "The school's recording system", "Recording")
	}
	return names
}

// Short is Name for where there is little room.
func (s LocalSlot) Short() string {
	if s == OutOfHours {
		return "Out of hours"
	}
	return s.Name()
}

// Meaning says what a slot is for, in words for somebody who is new.
func (s LocalSlot) Meaning() string {
	switch s {
	case OutOfHours:
		return "children's social care at night and at weekends"
	case LADO:
		return "the officer for concerns about an adult who works with children"
	case DSL:
		return "the Designated Safeguarding Lead"
	case DeputyDSL:
		return "who acts when the DSL is away"
	case Recording:
		return "where the school's own record is kept"
	}
	return ""
}

// Loud reports whether an empty slot is said loudly where somebody looks for whom to
// ring.
func (s LocalSlot) Loud() bool { return s == OutOfHours || s == LADO || s == DSL }
