package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// ServiceFilter picks services of the directory. Its zero value picks all.
type ServiceFilter struct {
	// Query is looked for in names, then among topics and their synonyms, then in
	// everything that is printed of a service, and last as a misspelling.
	Query string
	// ByAge switches the age filter on: 0 is an age.
	ByAge bool
	Age   int
	Topic string     // one of isspp's topics, as a service carries it, or empty
	Open  bool       // Open keeps the services open now by their printed hours
	Now   time.Time  // Now decides what is open and what has ended
	Words Vocabulary // the pack's own words for one and the same
}

// ServiceMatch is a service that a filter picked.
type ServiceMatch struct {
	Service
	Open Open // the answer at the filter's moment
	// AgesUnknown tells that an age was asked for and the protocol prints none
	// for the service: it may or may not take the child, so ask.
	AgesUnknown bool
	// Condition is what the protocol prints for an age that is taken on a
	// condition only: "to 25 with learning needs".
	Condition string
	// Differs tells that it is printed for other ages than the one asked for. It
	// is listed because it was asked for by name, or since nothing fits.
	Differs bool
	// About is the topic for whose sake it is listed though it doesn't fit all
	// that was asked for; empty where it does.
	About string
	Over  bool // the service has ended
	named bool // it was asked for by its name
	// near is where the topic that it was picked for stands among its own: 0 is what it is most about.
	near int
}

// Pick lists the directory's services that the filter lets through, the best fit first and otherwise in the
// query's order or the directory's: printed ages that take the child, then those that do on a condition, then
// where none are printed, then other ages; and those that are most about a topic before those that are so among
// others. A service that has ended comes last, and never where an age, a topic or opening hours were asked for.
// Where nothing fits the near misses are listed and marked.
func (d Directory) Pick(f ServiceFilter) ([]ServiceMatch, Matched) {
	found, matched := f.search(d.Services())
	picked := f.keep(found, false)
	if len(picked) == 0 && !f.Open && (f.ByAge || f.Topic != "" || f.Query != "") {
		if picked = f.misses(found, d.Services()); len(picked) > 0 {
			matched = MatchNear
		}
	}
	if len(picked) == 0 {
		return nil, MatchNone
	}
	slices.SortStableFunc(picked, func(a, b ServiceMatch) int {
		return cmp.Or(cmp.Compare(a.fit(), b.fit()), cmp.Compare(a.near, b.near))
	})
	return picked, matched
}

// Ordered says in what order a filter lists services.
func (f ServiceFilter) Ordered() string {
	switch {
	case f.ByAge:
		return "Ordered by fit: printed ages that fit first, then ages that aren't printed; otherwise as in the " +
			"directory."
	case f.Query != "":
		return "Ordered by fit: names first, then topics, then what is printed of a service."
	}
	return "In the directory's order."
}

func (m ServiceMatch) fit() int {
	switch {
	case m.Over:
		return 5
	case m.About != "":
		return 4
	case m.Differs:
		return 3
	case m.AgesUnknown:
		return 2
	case m.Condition != "":
		return 1
	}
	return 0
}

// keep leaves out what the filter doesn't let through. Other ages are kept where
// the service was asked for by name, or all are where misses are wanted.
func (f ServiceFilter) keep(found []ServiceMatch, misses bool) []ServiceMatch {
	filtered := f.ByAge || f.Topic != "" || f.Open
	var kept []ServiceMatch
	for _, m := range found {
		m.Open, m.Over = openNow(m.Service, f.Now), m.EndedBy(f.Now)
		if f.ByAge && !m.fitsAny([]int{f.Age}) {
			if m.Differs = true; !m.named && !misses {
				continue
			}
		}
		switch {
		case m.Over && filtered, f.Open && m.Open != OpenYes:
		case f.ByAge && m.ForStaff:
		case f.Topic != "" && !slices.Contains(m.Topics, f.Topic):
		default:
			if f.Topic != "" && !m.named {
				m.near = slices.Index(m.Topics, f.Topic)
			}
			kept = append(kept, m)
		}
	}
	return kept
}

// misses are what comes nearest where nothing fits: what was found for other
// ages, then services of a topic that was asked for.
func (f ServiceFilter) misses(found []ServiceMatch, all []Service) []ServiceMatch {
	out := f.keep(found, true)
	topics := f.Words.meansAny(f.Query)
	if f.Topic != "" {
		topics = append([]Topic{{Name: f.Topic}}, topics...)
	}
	for _, t := range topics {
		near := f
		near.Topic = t.Name
		for _, m := range near.keep(add(nil, all, false), false) {
			if has := func(o ServiceMatch) bool { return o.ID == m.ID }; !m.Over && !slices.ContainsFunc(out, has) {
				m.About = t.Name
				out = append(out, m)
			}
		}
	}
	return out
}

// search puts the services that are called so before those of a topic that is meant, and those before the ones
// that only mention the words. A misspelling is tried only where nothing fits as written.
func (f ServiceFilter) search(services []Service) ([]ServiceMatch, Matched) {
	if f.Query == "" {
		return add(nil, services, false), MatchExact
	}
	name := func(s Service) []string { return []string{s.Name, s.Within} }
	named, byName := Rank(f.Query, services, name)
	said, byText := Rank(f.Query, services, serviceTexts)
	if byName == FitWhole {
		// The whole name: what merely mentions its words isn't meant.
		named = slices.DeleteFunc(named, func(s Service) bool {
			fit, _ := Match(f.Query, s.Name)
			return fit != FitWhole
		})
		return add(nil, named, true), MatchExact
	}
	var out []ServiceMatch
	same := f.Words.Same(f.Query)
	for _, query := range append([]string{f.Query}, same...) {
		if called, fit := Rank(query, services, name); fit < FitNear {
			out = add(out, called, true)
		}
	}
	if len(same) == 0 {
		for _, t := range f.Words.Means(f.Query) {
			out = byTopic(out, services, t.Name)
		}
	}
	if byText < FitNear {
		if len(out) > 0 {
			// Beside a name or a topic only the words as they stand together count.
			phrase := strings.Join(foldWords(f.Query), " ")
			has := func(text string) bool { return strings.Contains(Fold(text), phrase) }
			said = filter(said, func(s Service) bool { return slices.ContainsFunc(serviceTexts(s), has) })
		}
		out = add(out, said, false)
	}
	if len(out) == 0 {
		for _, t := range f.Words.nearly(f.Query) {
			out = byTopic(out, services, t.Name)
		}
		if len(out) > 0 && len(named) == 0 {
			return out, MatchNear
		}
		return add(add(nil, named, true), said, false), MatchNear
	}
	written := func(list []Service, fit Fit) bool {
		return fit < FitNear && slices.ContainsFunc(list, func(s Service) bool { return s.ID == out[0].ID })
	}
	if written(named, byName) || written(said, byText) {
		return out, MatchExact
	}
	return out, MatchSynonym
}

func byTopic(out []ServiceMatch, services []Service, topic string) []ServiceMatch {
	tagged := filter(services, func(s Service) bool { return slices.Contains(s.Topics, topic) })
	slices.SortStableFunc(tagged, func(a, b Service) int {
		return cmp.Compare(slices.Index(a.Topics, topic), slices.Index(b.Topics, topic))
	})
	return add(out, tagged, false)
}

// add adds the services that aren't in the list yet; named are those that were asked for by their names.
func add(out []ServiceMatch, services []Service, named bool) []ServiceMatch {
	for _, s := range services {
		if !slices.ContainsFunc(out, func(m ServiceMatch) bool { return m.ID == s.ID }) {
			out = append(out, ServiceMatch{Service: s, named: named})
		}
	}
	return out
}

// Remark is what is said of a service beside its name because of what was asked:
// "printed for 16–24: ask". It is empty where it fits.
func (m ServiceMatch) Remark() string {
	said := m.Condition
	switch {
	case m.Differs && m.AgesUnknown:
		said = fmt.Sprintf("ages not printed, suggested from %d: ask", m.Ages.Youngest)
	case m.Differs:
		said = fmt.Sprintf("printed for %s: ask", m.Ages.InFull())
	}
	if m.About != "" {
		said = strings.TrimPrefix(said+"; about "+m.About, "; ")
	}
	return said
}
