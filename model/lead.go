package model

import (
	"strings"
	"time"
)

// Words say when a contact is turned to, behind its name and number.
func (l Lead) Words() string {
	switch {
	case l.InDanger():
		return "where anyone is hurt or in danger now"
	case len(l.Recorded) == 0:
		return "before any service, for a child in need of help or protection"
	case l.Advice:
		return "ask for advice. Such signs alone prove nothing"
	}
	return "before any service. Tell your DSL now; if nobody is there, don't wait"
}

// NumberOf is the number of a contact outside the tiers, by the school's own
// layer where that has a newer one. 999 and 101 stay as they are.
func (l *Local) NumberOf(h HeadContact, now time.Time) (number string, local bool) {
	for _, c := range h.Contacts {
		if c.Kind != Phone {
			continue
		}
		if len(c.Value) <= 3 {
			return c.Value, false
		}
		if e, ok := l.HeadContact(h); ok && e.Phone != "" && e.HoldsOn(now) {
			return e.Phone, true
		}
		return c.Value, false
	}
	return "", false
}

// Stop is what to say at once because of a word in a text, whom to ring before
// all else, or "". What the text said before was asked about already.
func Stop(text, before string, rows []Suggestion, head []HeadContact, l *Local, now time.Time) string {
	row, ok := AtOnce(text, before, rows)
	if !ok {
		return ""
	}
	var ways []string
	for _, h := range head {
		for _, id := range row.First {
			if id != h.ID {
				continue
			}
			number, _ := l.NumberOf(h, now)
			if h.InDanger() {
				ways = append([]string{number + " in danger"}, ways...)
			} else {
				ways = append(ways, strings.TrimSpace(h.Short+" "+number))
			}
		}
	}
	said := "“" + row.Word + "”: "
	if len(ways) > 0 {
		said += strings.Join(ways, ", ") + ". "
	}
	return said + row.Ask
}

// Order says how the services of a closing page are ordered, and what became of
// those for other ages.
func (t Turn) Order(w *Walkthrough) string {
	ages := "No year group is recorded, so the printed ages are shown and none is left out."
	if AgesInYear(w.YearGroup) != nil {
		ages = "Services for other ages are left out."
	}
	return "isspp's suggestion, the closest topic first and then as in the directory. The order says nothing of need. " + ages
}

// Who says for whom a service is: whom alone, and the printed ages.
func (m ServiceMatch) Who() string {
	ages := "ages " + m.Ages.InFull()
	switch {
	case !m.Ages.Printed:
		ages = "ages not printed: ask"
	case m.Condition != "":
		ages = "ages " + m.Ages.String() + "; " + m.Condition
	}
	if m.For != "" {
		return "for " + m.For + "; " + ages
	}
	return ages
}
