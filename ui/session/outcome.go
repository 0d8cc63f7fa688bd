package session

// The child tells by its exit status how it ended and which tab was shown, so
// that the first process goes on where the person was. Nothing else comes back.
const (
	// exitQuit: the person left isspp.
	exitQuit = 0
	// exitLocked and exitWalking: locked; the second one in an open walkthrough,
	// which the next unlocking shows again. The tab's number is added.
	exitLocked  = 40
	exitWalking = 60
	// exitPresent and exitPresentWalking: locked to present what the tab shows.
	exitPresent        = 80
	exitPresentWalking = 100
	tabSpan            = 20
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
	// Failed says how it ended if not by the person's wish: "killed".
	Failed string
}

// status is the exit status for an outcome.
func (o Outcome) status() int {
	switch {
	case o.Quit:
		return exitQuit
	case o.Present && o.Walking:
		return exitPresentWalking + o.Tab
	case o.Present:
		return exitPresent + o.Tab
	case o.Walking:
		return exitWalking + o.Tab
	}
	return exitLocked + o.Tab
}

// outcomeOf reads an exit status; ok is false where it is not one of ours.
func outcomeOf(status int) (Outcome, bool) {
	switch {
	case status == exitQuit:
		return Outcome{Quit: true}, true
	case status >= exitLocked && status < exitLocked+tabSpan:
		return Outcome{Tab: status - exitLocked}, true
	case status >= exitWalking && status < exitWalking+tabSpan:
		return Outcome{Tab: status - exitWalking, Walking: true}, true
	case status >= exitPresent && status < exitPresent+tabSpan:
		return Outcome{Tab: status - exitPresent, Present: true}, true
	case status >= exitPresentWalking && status < exitPresentWalking+tabSpan:
		return Outcome{Tab: status - exitPresentWalking, Walking: true, Present: true}, true
	}
	return Outcome{}, false
}
