package model

// Words say when a contact is turned to, behind its name and number.
func (l Lead) Words() string {
	switch {
	case l.InDanger():
		return "where anyone is hurt or in danger now"
	case len(l.Recorded) == 0:
		return "before any service, for a child in need of help or protection"
	case l.Advice:
		return "ask for advice: such a sign proves nothing alone, and one is enough to ask"
	}
	return "before any service. Tell your DSL now; if nobody is there, don't wait"
}

// Order says how the services of a closing page are ordered, and what became of
// those for other ages.
func (t Turn) Order(w *Walkthrough) string {
	ages := "No year group is recorded, so the printed ages are shown and none is left out."
	if AgesInYear(w.YearGroup) != nil {
		ages = "Services for other ages are left out."
	}
	return "isspp's suggestion, the closest topic first, then printed ages that fit, then as in the directory. The " +
		"order does not reflect need. " + ages
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
