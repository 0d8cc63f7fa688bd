package model

import "time"

// transferDays is how soon the child protection file must be with the new school: Keeping Children Safe in
// Education says within 5 days of a move in the school year, and within the first 5 days of the start of a new
// term. It doesn't say which days: working days are counted here, and said to be.
const transferDays = 5

// TransferClock is how a child's move to another school stands.
type TransferClock struct {
	Entry ConcernEntry // Entry started the clock: to which school, and the first day there
	// Sent, Receipt are what came of it, or nil; Chases are in order.
	Sent, Receipt *ConcernEntry
	Chases        []ConcernEntry
	Due           string // the last of the five working days, as YYYY-MM-DD
	Late          bool   // the receipt came after that day, or hasn't come and the day is over
}

// transferDue is the last day for the file to be with the new school, for the child's first day there. A move
// in the year counts the days after the first; at the start of a term the first day is the first of the five.
func transferDue(first time.Time, choice string) time.Time {
	if choice == NewTerm {
		return afterWorkingDays(afterWorkingDays(first, 0), transferDays-1)
	}
	return afterWorkingDays(first, transferDays)
}

func transferOf(entries []ConcernEntry, now time.Time) *TransferClock {
	var clock *TransferClock
	for _, e := range entries {
		switch {
		case e.Kind == KindTransfer:
			clock = &TransferClock{Entry: e}
		case clock == nil:
		case e.Kind == KindSent:
			clock.Sent = &e
		case e.Kind == KindReceipt:
			clock.Receipt = &e
		case e.Kind == KindChase:
			clock.Chases = append(clock.Chases, e)
		}
	}
	if clock == nil {
		return nil
	}
	first, ok := dayOf(clock.Entry.Due, now.Location())
	if !ok {
		return clock
	}
	due := transferDue(first, clock.Entry.Choice)
	clock.Due = due.Format(time.DateOnly)
	clock.Late = now.Format(time.DateOnly) > clock.Due
	if clock.Receipt != nil {
		clock.Late = clock.Receipt.On > clock.Due
	}
	return clock
}

// Next are the entries that may come next of a move, the likeliest first; of a nil clock
// that is the move itself.
func (c *TransferClock) Next() []EntryKind {
	switch {
	case c == nil:
		return []EntryKind{KindTransfer}
	case c.Sent != nil:
		return []EntryKind{KindReceipt, KindChase, KindSent, KindTransfer}
	}
	return []EntryKind{KindSent, KindChase, KindReceipt, KindTransfer}
}

// Waiting tells that the other school has not yet confirmed that it has the file.
func (c *TransferClock) Waiting() bool { return c != nil && c.Receipt == nil }

// Words say how the move stands, in a sentence.
func (c *TransferClock) Words() string {
	to, due := "To "+CleanLine(c.Entry.Whom)+": ", DayInWords(c.Due)
	switch {
	case c.Receipt != nil && c.Late:
		return to + "received on " + DayInWords(c.Receipt.On) + ", late: it was due by " + due + "."
	case c.Receipt != nil:
		return to + "received on " + DayInWords(c.Receipt.On) + ", in time (due by " + due + ")."
	case c.Sent != nil && c.Late:
		return to + "sent on " + DayInWords(c.Sent.On) + ", no receipt. It was due by " + due + ": chase it."
	case c.Sent != nil:
		return to + "sent on " + DayInWords(c.Sent.On) + ", receipt awaited. Due by " + due + "."
	case c.Late:
		return to + "not sent, and it was due by " + due + "."
	}
	return to + "not sent yet. Due by " + due + "."
}
