package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Directory is section 11: the contacts at its head, the services by tier, and the bulletin at its end.
type Directory struct {
	Head     []HeadContact // the five contacts printed before the tiers
	Tiers    []Tier        // the four groups of services, in order
	Bulletin HeadContact   // the Youth Safety Bulletin's sign-up
}

// HeadContact is a contact that stands outside the tiers.
type HeadContact struct {
	ID string `json:"id"` // a slug: "csct", "999", "101", "crimestoppers", "fis"
	// Name is the printed name, or isspp's own where Printed has the other.
	Name    string `json:"name"`
	Printed string `json:"printed_name"`
	// Short is how the safety line names it: "CSCT". Empty where it isn't there.
	Short string `json:"short,omitempty"`
	// Words are others that people look for it by: "social services".
	Words    []string  `json:"-"`
	Text     Prose     `json:"text"`
	Contacts []Contact `json:"contacts"`
	// Emergency tells that it belongs in the safety line and the emergency panel.
	Emergency bool `json:"emergency"`
	// Ask tells that it is whom to ask where nothing else was found.
	Ask  bool `json:"-"`
	Line int  `json:"-"`
}

// Phone is the first phone number of the contact.
func (h HeadContact) Phone() (Contact, bool) {
	return find(h.Contacts, func(c Contact) bool { return c.Kind == Phone })
}

// Tier is one of the directory's numbered groups.
type Tier struct {
	Number   int
	Title    string
	Services []Service
}

// Service is one entry of the directory.
type Service struct {
	// ID is "directory/" and a slug: "directory/wipers".
	ID   string `json:"id"`
	Name string `json:"name"`
	Tier int    `json:"tier"`
	// Within is the printed heading above a service that shares one with another.
	Within string  `json:"within"`
	Text   Prose   `json:"text"`
	Ages   AgeSpan `json:"-"` // the span that the protocol prints, and empty where it prints none
	// For says for whom alone it is, in the protocol's sense: "young women". Empty
	// where it is for every young person of its ages.
	For      string `json:"for"`
	ForStaff bool   `json:"for_staff"` // it helps staff: it is never offered for a child
	// Topics are isspp's own tags, from the topics document.
	Topics   []string    `json:"topics"`
	Contacts []Contact   `json:"contacts"`
	Hours    []OpenHours `json:"-"` // empty where the protocol prints none: open is then "not stated"
	// Ended is the day a time-limited service was over, as YYYY-MM-DD, or empty.
	// An ended service is listed last and never offered by a filter.
	Ended string `json:"ended"`
	// Over says in words when that was, where no last day is printed: "spring 2023".
	Over string `json:"-"`
	Line int    `json:"-"`
}

// AgeSpan is the ages that a service takes, in whole years, both ends included.
type AgeSpan struct {
	// Printed tells that the protocol prints an age; without it From and To say nothing.
	Printed  bool
	From, To int
	OpenEnd  bool // no upper age is printed: "aged six and up"
	// Youngest is the age from which isspp offers a service that prints no lower
	// age, or none at all, and 0 where it offers it from any.
	Youngest int
	// Older is the age up to which it takes young people on a condition, and If
	// that condition: "with learning needs". Both are printed.
	Older int
	If    string
}

// InDanger reports whether it is rung where somebody is in danger now: a short number that is known by heart.
func (h HeadContact) InDanger() bool {
	return h.Emergency && !h.Ask && len(h.Contacts) > 0 && len(h.Contacts[0].Value) <= 3
}

// ContactKind says how a contact is reached.
type ContactKind string

// The kinds of contact that the directory prints.
const (
	Phone   ContactKind = "phone"
	Email   ContactKind = "email"
	Link    ContactKind = "link"
	Address ContactKind = "address"
)

// Contact is one way to reach a service.
type Contact struct {
	Kind    ContactKind `json:"kind"`
	Value   string      `json:"value"`   // the contact in one format: "020 7527 7400"
	Printed string      `json:"printed"` // the contact as the protocol prints it: "0207 527 7400"
}

// OpenHours is a span of the week in which a service says that it answers.
type OpenHours struct {
	Days           []int // the weekdays, 0 for Sunday, as time.Weekday has them
	From, To       int   // minutes after midnight; To is not included
	ExceptHolidays bool  // public holidays are printed as excluded
}

// Open says whether a service answers at a moment, by its printed hours.
type Open string

// The three answers. The protocol prints hours for two live services only.
const (
	OpenYes       Open = "yes"
	OpenNo        Open = "no"
	OpenNotStated Open = "not stated"
)

// openNow is the service's answer at a moment, which must be in the service's
// own time zone. A service that has ended is not open.
func openNow(s Service, now time.Time) Open {
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
		if !h.ExceptHolidays || bankHoliday(now) == "" {
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
func (s Service) EndedWords() string { return cmp.Or(s.Over, DayInWords(s.Ended)) }

// String is the span in words: "Monday to Friday 9:00–17:00, not on public holidays".
func (h OpenHours) String() string {
	text := fmt.Sprintf("%s %s–%s", daysInWords(h.Days), clock(h.From), clock(h.To))
	if h.ExceptHolidays {
		text += ", not on public holidays"
	}
	return text
}

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

// takes reports whether a service takes an age, or else the printed condition on which it does. Without printed ages
// nothing is known: the service is then kept and marked rather than hidden.
func (a AgeSpan) takes(age int) (takes bool, condition string) {
	switch {
	case !a.Printed:
	case age >= max(a.From, a.Youngest) && (a.OpenEnd || age <= a.To):
		return true, ""
	case !a.OpenEnd && age > a.To && age <= a.Older:
		return false, fmt.Sprintf("to %d %s", a.Older, a.If)
	}
	return false, ""
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

// yearGroup is a year group, folded; a class stands behind the year: 9B.
var yearGroup = Pattern(`^(?:year|yr|y)? ?(\d\d?)[a-z]*$`)

// AgesInYear are the ages that children of a year group have, as people write the group: "9", "Year 9", "Y9",
// "Yr 9", "Reception", "6th form". It is nil where the group isn't understood: nothing is guessed then.
func AgesInYear(group string) []int {
	switch text := Fold(group); text {
	case "reception", "r", "year r", "yr r":
		return []int{4, 5}
	case "nursery":
		return []int{3, 4}
	case "sixth form", "6th form":
		return []int{16, 17, 18}
	default:
		year := yearGroup().FindStringSubmatch(text)
		if year == nil {
			return nil
		}
		if n, _ := strconv.Atoi(year[1]); n >= 1 && n <= 14 {
			return []int{n + 4, n + 5}
		}
	}
	return nil
}
