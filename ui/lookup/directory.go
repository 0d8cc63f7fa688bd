// Package lookup holds the answers of the rota and whom to ring: each once, for
// the tab, the shell, the slides, the documents and JSON. It draws nothing and
// knows nothing of private notes.
package lookup

import (
	"slices"
	"strings"
	"time"

	"isspp/content"
	"isspp/model"
)

// Services is the directory's answer to a look-up.
type Services struct {
	// Head are the contacts before the tiers that it fits, Bulletin the one behind.
	Head     []model.HeadContact
	Bulletin []model.HeadContact
	// Own are the school's own contacts that were asked for, set or not.
	Own []Own
	// Services are in order: see Ordered.
	Services []model.ServiceMatch
	// Matched says how they were found.
	Matched model.Matched
	// Ordered says in what order the services stand.
	Ordered string

	// Topics are the names of those that the query is a word for.
	Topics []string

	// Pack, Local and Filter are what was asked, and of whom.
	Pack   *content.Pack
	Local  *model.Local
	Filter model.ServiceFilter
}

// Directory looks up services and the contacts outside the tiers. Without a
// query the contacts at the head always answer; the bulletin only where nothing
// is filtered. What the school knows to be closed comes below all others.
func Directory(p *content.Pack, l *model.Local, f model.ServiceFilter) Services {
	f.Words = p.Vocabulary()
	d := p.Directory()
	a := Services{Ordered: f.Ordered(), Pack: p, Local: l, Filter: f}
	a.Services, a.Matched = d.Pick(f)
	for _, t := range f.Words.Means(f.Query) {
		a.Topics = append(a.Topics, t.Name)
	}
	filtered := a.Filtered()
	if !filtered {
		a.findOwn(f)
	}
	if f.Query == "" {
		a.Head = d.Head
		if d.Bulletin.Name != "" && !filtered {
			a.Bulletin = []model.HeadContact{d.Bulletin}
		}
	} else if !f.Open {
		a.findOutside(d, f, filtered)
	}
	if a.Matched == model.MatchNone && len(a.Own)+len(a.Head)+len(a.Bulletin) > 0 {
		a.Matched = model.MatchExact
	}
	a.closedLast(f.Open)
	return a
}

// findOwn finds the school's own contacts. Where the query is the name of one,
// what only mentions its words isn't meant; nor is what is only spelled like it.
func (a *Services) findOwn(f model.ServiceFilter) {
	var fit model.Fit
	a.Own, fit = FindOwns(a.Local, f.Now, f.Query)
	if f.Query == "" || len(a.Own) == 0 {
		return
	}
	if fit == model.FitWhole || a.Matched == model.MatchNear {
		a.Services, a.Matched = nil, model.MatchExact
	}
}

// findOutside finds the contacts outside the tiers that a query fits. A near
// spelling counts only where nothing else is found.
func (a *Services) findOutside(d model.Directory, f model.ServiceFilter, filtered bool) {
	var bulletin []model.HeadContact
	if d.Bulletin.Name != "" && !filtered {
		bulletin = []model.HeadContact{d.Bulletin}
	}
	found, fit := model.Rank(f.Query, d.Head, headTexts)
	named, near := model.Rank(f.Query, bulletin, headTexts)
	switch guessed := a.Matched == model.MatchNear || a.Matched == model.MatchNone; {
	case min(fit, near) < model.FitNear:
		if a.Matched == model.MatchNear && !filtered {
			a.Services = nil
		}
		if guessed && !filtered {
			a.Matched = model.MatchExact
		}
	case guessed && len(a.Services) == 0 && len(found)+len(named) > 0:
		a.Matched = model.MatchNear
	default:
		return
	}
	if len(a.Own) > 0 && fit >= model.FitNear {
		return
	}
	if fit < model.FitNear || near >= model.FitNear {
		a.Head = found
	}
	if near < model.FitNear || fit >= model.FitNear {
		a.Bulletin = named
	}
}

// headTexts is everything printed of a contact outside the tiers, and the other
// words that people look for it by.
func headTexts(h model.HeadContact) []string {
	texts := append([]string{h.Name, h.Printed, h.Short, h.ID}, h.Words...)
	for _, c := range h.Contacts {
		texts = append(texts, c.Value, c.Printed)
	}
	return append(texts, model.BlockTexts(h.Text)...)
}

// Filtered reports whether an age, a topic or opening hours were asked for.
func (a Services) Filtered() bool { return a.Filter.ByAge || a.Filter.Topic != "" || a.Filter.Open }

// Closed reports whether the school knows the service to be no more.
func (a Services) Closed(m model.ServiceMatch) bool {
	e, ok := a.Local.Service(m.Service)
	return ok && e.Closed
}

// closedLast puts closed services below all others, or leaves them out of those
// that are open.
func (a *Services) closedLast(open bool) {
	if open {
		a.Services = slices.DeleteFunc(a.Services, a.Closed)
	}
	slices.SortStableFunc(a.Services, func(x, y model.ServiceMatch) int {
		switch cx, cy := a.Closed(x), a.Closed(y); {
		case cx == cy:
			return 0
		case cx:
			return 1
		}
		return -1
	})
}

// Empty reports whether nothing answers what was asked for.
func (a Services) Empty() bool {
	if a.Filter.Query == "" {
		return len(a.Services) == 0
	}
	return len(a.Services)+len(a.Head)+len(a.Bulletin)+len(a.Own) == 0
}

// Lines are the answer in short, one contact a line: its name, whom it is for, and
// how to reach it.
func (a Services) Lines() []string {
	var lines []string
	for _, o := range a.Own {
		lines = append(lines, o.Slot.Name()+": "+o.Says())
	}
	for _, h := range slices.Concat(a.Head, a.Bulletin) {
		lines = append(lines, h.Name+": "+FirstContact(h.Contacts))
	}
	for _, m := range a.Services {
		name := m.Name
		if m.For != "" {
			name += ", for " + m.For
		}
		lines = append(lines, name+": "+FirstContact(m.Contacts))
	}
	return lines
}

// FirstContact is the first phone or other way to reach somebody, or that none is printed.
func FirstContact(contacts []model.Contact) string {
	for _, kind := range []model.ContactKind{model.Phone, model.Email, model.Link, model.Address} {
		for _, c := range contacts {
			if c.Kind == kind {
				return c.Value
			}
		}
	}
	return "no contact printed"
}

// NoContact is what stands in the place of contacts where none is printed: whom the
// pack says to ask instead.
func NoContact(p *content.Pack) string { return "no contact printed: ask " + AskInstead(p) }

// AskInstead names the lines that the pack says know more than is printed.
func AskInstead(p *content.Pack) string {
	var ways []string
	for _, c := range p.Contacts() {
		if phone, ok := c.Phone(); ok && c.Ask {
			ways = append(ways, c.Name+" "+phone.Value)
		}
	}
	return strings.Join(ways, " or ")
}

// OpenWords say whether a service is open at a moment, with the printed hours that the
// answer rests on and why they may not hold.
func OpenWords(l *model.Local, m model.ServiceMatch, now time.Time) string {
	if e, ok := l.Service(m.Service); ok && e.Closed {
		return "no: closed, by your school's own entry"
	}
	switch {
	case m.Over:
		return "no: it has ended, " + m.EndedWords()
	case len(m.Hours) == 0:
		return "not stated: the protocol prints no hours"
	}
	hours := make([]string, len(m.Hours))
	for i, h := range m.Hours {
		hours[i] = h.String()
	}
	return WithCaution(string(m.Open)+": "+strings.Join(hours, "; "), l.HoursCaution(now))
}

// Heading says how the services that simply fit were found. whose says whose the
// topics are.
func (a Services) Heading(whose string) string {
	switch {
	case a.Matched == model.MatchNear:
		return "No exact match. Closest:"
	case a.Matched == model.MatchSynonym && len(a.Topics) > 0:
		return "Topic: " + strings.Join(a.Topics, ", ") + " (" + whose + " own tag)"
	}
	return "Services"
}

// Section is why a service stands apart from those that simply fit, or "".
func (a Services) Section(m model.ServiceMatch) string {
	switch {
	case a.Closed(m):
		return "Closed, by your school's own entry"
	case m.Over:
		return "Ended"
	case m.About != "":
		return "Near: fits a part of what you asked"
	case m.Differs && m.AgesUnknown:
		return "Suggested for other ages: ask"
	case m.Differs:
		return "Printed for other ages: ask"
	case m.AgesUnknown:
		return "Ages not printed: ask"
	}
	return ""
}
