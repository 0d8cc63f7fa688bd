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

// EndedWords is when a service ended, in words: "spring 2023", or its last day.
func (s Service) EndedWords() string {
	return cmp.Or(s.Over, DayInWords(s.Ended))
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
