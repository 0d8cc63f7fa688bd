package session

// The child tells by its exit status how it ended and which tab was shown, so
// that the first process goes on where the person was. Nothing else comes back.
const (
	// exitQuit: the person left isspp.
	exitQuit = 0
	// exitLocked and what follows: locked, with what may be so of it besides. The
	// tab's number is added.
	exitLocked = 40
	tabSpan    = 20
)

// What may be so of a session that was locked, as bits: a walkthrough is open,
// which the next unlocking shows again; and one of three: the tab is to be
// presented now, isspp is to be suspended, or nobody had pressed a key.
const (
	bitWalking = 1
	bitPresent = 2
	bitSuspend = 4
	bitIdle    = 6
	endings    = 8
)

// Outcome is how a session ended.
type Outcome struct {
	// Quit tells that the person left isspp altogether.
	Quit bool
	// Tab is the tab that was shown.
	Tab int
	// Walking tells that a walkthrough was open.
	Walking bool
	// Present tells that the tab is to be presented now.
	Present bool
	// Suspend tells that isspp is to be suspended now that it is locked.
	Suspend bool
	// Idle tells that it was locked because nobody pressed a key.
	Idle bool
	// Failed says how it ended if not by the person's wish: "killed".
	Failed string
}

// status is the exit status for an outcome.
func (o Outcome) status() int {
	if o.Quit {
		return exitQuit
	}
	bits := 0
	if o.Walking {
		bits |= bitWalking
	}
	switch {
	case o.Suspend:
		bits |= bitSuspend
	case o.Present:
		bits |= bitPresent
	case o.Idle:
		bits |= bitIdle
	}
	return exitLocked + bits*tabSpan + o.Tab
}

// outcomeOf reads an exit status; ok is false where it is not one of ours.
func outcomeOf(status int) (Outcome, bool) {
	if status == exitQuit {
		return Outcome{Quit: true}, true
	}
	n := status - exitLocked
	if n < 0 || n >= endings*tabSpan {
		return Outcome{}, false
	}
	bits := n / tabSpan
	why := bits &^ bitWalking
	return Outcome{
		Tab: n % tabSpan, Walking: bits&bitWalking != 0,
		Present: why == bitPresent, Suspend: why == bitSuspend, Idle: why == bitIdle,
	}, true
}
