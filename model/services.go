package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Open says whether a service answers at a moment, by its printed hours.
type Open string

// The three answers. The protocol prints hours for two live services only.
const (
	OpenYes       Open = "yes"
	OpenNo        Open = "no"
	OpenNotStated Open = "not stated"
)

// OpenNow is the service's answer at a moment, which must be in the service's
// own time zone. A service that has ended is not open.
func OpenNow(s Service, now time.Time) Open {
	if s.EndedBy(now) {
		return OpenNo
	}
	if len(s.Hours) == 0 {
		return OpenNotStated
	}
	minute := now.Hour()*60 + now.Minute()
	for _, h := range s.Hours {
		if !slices.Contains(h.Days, int(now.Weekday())) || minute < h.From || minute >= h.To {
			continue
		}
		if !h.ExceptHolidays || BankHoliday(now) == "" {
			return OpenYes
		}
	}
	return OpenNo
}

// EndedBy tells whether a time-limited service was over before the day of now.
func (s Service) EndedBy(now time.Time) bool {
	return s.Ended != "" && now.Format(time.DateOnly) > s.Ended
}

// String is the span in words: "Monday to Friday 9:00–17:00, not on public holidays".
func (h OpenHours) String() string {
	text := fmt.Sprintf("%s %s–%s", daysInWords(h.Days), clock(h.From), clock(h.To))
	if h.ExceptHolidays {
		text += ", not on public holidays"
	}
	return text
}

// daysInWords names days of the week, a run of three or more by its ends.
func daysInWords(days []int) string {
	if n := len(days); n > 2 && days[n-1]-days[0] == n-1 {
		return fmt.Sprintf("%s to %s", time.Weekday(days[0]), time.Weekday(days[n-1]))
	}
	var names []string
	for _, d := range days {
		names = append(names, time.Weekday(d).String())
	}
	return strings.Join(names, ", ")
}

func clock(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }

// Takes tells whether a service takes an age, and whether the protocol prints
// ages for it at all. Without printed ages nothing is known: the answer is then
// false, false, and the service is kept and marked rather than hidden.
func (a AgeSpan) Takes(age int) (takes, printed bool) {
	if !a.Printed {
		return false, false
	}
	return age >= max(a.From, a.Youngest) && (a.OpenEnd || age <= a.To), true
}

// TakesIf is the printed condition on which a service takes an age that it does
// not take otherwise.
func (a AgeSpan) TakesIf(age int) (condition string, ok bool) {
	if !a.Printed || a.OpenEnd || age <= a.To || age > a.Older {
		return "", false
	}
	return fmt.Sprintf("to %d %s", a.Older, a.If), true
}

// InFull is the span with the condition on which others are taken.
func (a AgeSpan) InFull() string {
	if a.Older == 0 {
		return a.String()
	}
	return fmt.Sprintf("%s, to %d %s", a, a.Older, a.If)
}

// String is the span as read: "11–17", "6 and up", or "not printed".
func (a AgeSpan) String() string {
	switch {
	case !a.Printed:
		return "not printed"
	case a.OpenEnd:
		return fmt.Sprintf("%d and up", a.From)
	case a.From == 0:
		return fmt.Sprintf("up to %d", a.To)
	case a.From == a.To:
		return fmt.Sprint(a.From)
	}
	return fmt.Sprintf("%d–%d", a.From, a.To)
}

// ServiceFilter picks services of the directory. Its zero value picks all.
type ServiceFilter struct {
	// Query is fuzzy over names first and then everything that is printed of a service.
	Query string
	// ByAge switches the age filter on: 0 is an age.
	ByAge bool
	Age   int
	// Topic is one of isspp's topics, as a service carries it, or empty.
	Topic string
	// Open keeps the services whose printed hours say that they answer now.
	Open bool
	// Now decides what is open and what has ended.
	Now time.Time
}

// ServiceMatch is a service that a filter picked.
type ServiceMatch struct {
	Service
	// Open is the answer at the filter's moment.
	Open Open
	// AgesUnknown tells that an age was asked for and the protocol prints none
	// for the service: it may or may not take the child, so ask.
	AgesUnknown bool
	// Condition is what the protocol prints for an age that is taken on a
	// condition only: "to 25 with learning needs".
	Condition string
	// Over tells that the service has ended.
	Over bool
}

// Pick lists the directory's services that the filter lets through: those that
// print the age first, then those that print none, each in the query's order or
// the directory's. A service that has ended comes last, and never where an age,
// a topic or opening hours were asked for. fit is how well the query fits.
func (d Directory) Pick(f ServiceFilter) (picked []ServiceMatch, fit Fit) {
	found, fit := rankServices(f.Query, d.Services())
	for _, s := range found {
		m := ServiceMatch{Service: s, Open: OpenNow(s, f.Now), Over: s.EndedBy(f.Now)}
		if f.ByAge {
			takes, printed := s.Ages.Takes(f.Age)
			if printed && !takes {
				continue
			}
			m.AgesUnknown = !printed
		}
		filtered := f.ByAge || f.Topic != "" || f.Open
		if m.Over && filtered || f.Open && m.Open != OpenYes ||
			f.Topic != "" && !slices.Contains(s.Topics, f.Topic) {
			continue
		}
		picked = append(picked, m)
	}
	slices.SortStableFunc(picked, func(a, b ServiceMatch) int {
		return cmp.Compare(later(a), later(b))
	})
	return picked, fit
}

// later orders what a filter is sure of, what it can't know, and what has ended.
func later(m ServiceMatch) int {
	switch {
	case m.Over:
		return 2
	case m.AgesUnknown:
		return 1
	}
	return 0
}

// rankServices puts the services that are called so before those that only
// mention it. A near spelling counts only where nothing fits as written.
func rankServices(query string, services []Service) ([]Service, Fit) {
	named, byName := Rank(query, services, func(s Service) []string { return []string{s.Name, s.Within} })
	said, byText := Rank(query, services, serviceTexts)
	if byName == FitWhole && query != "" {
		// The whole name: what merely mentions its words isn't meant.
		return slices.DeleteFunc(named, func(n Service) bool {
			fit, _ := Match(query, n.Name)
			return fit != FitWhole
		}), byName
	}
	if byName >= FitNear && byText < FitNear {
		return said, byText
	}
	if byName < FitNear && byText < FitNear || byName >= FitNear {
		for _, s := range said {
			if !slices.ContainsFunc(named, func(n Service) bool { return n.ID == s.ID }) {
				named = append(named, s)
			}
		}
	}
	return named, min(byName, byText)
}

// serviceTexts is everything printed of a service, its name first.
func serviceTexts(s Service) []string {
	texts := append([]string{s.Name, s.Within}, s.Topics...)
	for _, c := range s.Contacts {
		texts = append(texts, c.Value, c.Printed)
	}
	return append(texts, BlockTexts(s.Text)...)
}

// Services is every service of the four tiers, in the printed order.
func (d Directory) Services() []Service {
	var all []Service
	for _, t := range d.Tiers {
		all = append(all, t.Services...)
	}
	return all
}
