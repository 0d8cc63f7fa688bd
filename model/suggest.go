package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Suggestion says what a sign or factor, or a word in evidence, speaks for: which of isspp's topics, and whom
// to turn to before any service. It is isspp's reading (layer Note), kept in the pack where it can be reviewed.
type Suggestion struct {
	About string `json:"about,omitempty"` // the id of an item, or of a domain for all of its items
	// Word, in place of About, is a word or phrase that evidence may hold. A * at
	// its end stands for any ending.
	Word string `json:"word,omitempty"`
	// Topics are names as services are tagged with them, the closest first; none
	// is a row that says that the item speaks for no service.
	Topics []string `json:"topics,omitempty"`
	First  []string `json:"first,omitempty"` // the ids of the contacts to turn to before any service
	// Advice tells that they are only asked for advice: a soft sign proves nothing.
	Advice bool `json:"advice,omitempty"`
	// Ask is what to ask at once where evidence holds the word: it may mean danger now.
	Ask  string `json:"ask,omitempty"`
	Line int    `json:"-"`
}

// Asking is what to ask colleagues about the items of a domain that aren't known.
type Asking struct {
	Domain string `json:"domain"`
	Ask    string `json:"ask"`
	Line   int    `json:"-"`
}

// Turn is whom to turn to about a walkthrough.
type Turn struct {
	// First are the contacts that come before every service, those for danger
	// before the others. There is one wherever the pack has such a contact.
	First    []Lead
	Services []Suggested // those for what was recorded, the closest first
	Notes    []Note      // ours on such suggestions
}

// Lead is a contact that comes before every service.
type Lead struct {
	HeadContact
	Advice bool // it is asked for advice, on soft signs alone
	// Recorded is what calls for it; empty where nothing does, and it is only
	// where any concern about a child goes first.
	Recorded []string
}

// Suggested is a service that is for what was recorded.
type Suggested struct {
	ServiceMatch
	// Recorded is the words of what was seen, told or written, in the order
	// recorded. It names them and never what they might mean.
	Recorded []string
	Notes    []Note // those of ours that say whom to ring
	near     int    // how close the service's topic is to what was recorded: 0 the closest
}

// Suggest says whom to turn to about a walkthrough. Contacts lead by what was seen, told or written; services
// follow whose topics fit what was seen or told and whose ages take the child, the closest topic first, then
// printed ages that fit, and otherwise in the directory's order. Those for some young people alone come after
// those for all. It ranks no need: more reasons are not more need. A service that has ended or is for staff is
// never offered. Without an age from the year group none is left out for its ages.
func Suggest(w *Walkthrough, d Directory, rows []Suggestion, now time.Time) Turn {
	calls := callsOf(w, rows)
	return Turn{First: leads(calls, d.Head), Services: servicesFor(calls, d, AgesInYear(w.YearGroup), now)}
}

type call struct {
	row   Suggestion
	words string
}

func callsOf(w *Walkthrough, rows []Suggestion) []call {
	var calls []call
	for _, e := range w.Entries {
		known := e.Answer == Seen || e.Answer == Told
		if row, ok := rowOf(e, rows); ok && known {
			calls = append(calls, call{row, "“" + CleanLine(e.Text) + "”"})
		}
		text := foldWords(e.Evidence)
		for _, row := range rows {
			words := row.in(text)
			if words == "" {
				continue
			}
			if !known {
				row.Topics = nil
			}
			calls = append(calls, call{row, "the evidence says “" + words + "”"})
		}
	}
	return calls
}

func rowOf(e Entry, rows []Suggestion) (found Suggestion, ok bool) {
	for _, row := range rows {
		switch {
		case row.Word != "":
		case row.About == e.Item:
			return row, true
		case row.About == e.Domain:
			found, ok = row, true
		}
	}
	return found, ok
}

// leads are the contacts that the rows name, a short number before the others
// and those asked for advice last; failing all, where any concern goes first.
func leads(calls []call, head []HeadContact) []Lead {
	var out []Lead
	for _, h := range head {
		lead := Lead{HeadContact: h, Advice: true}
		for _, c := range calls {
			if slices.Contains(c.row.First, h.ID) {
				lead.Advice = lead.Advice && c.row.Advice
				lead.Recorded = appendOnce(lead.Recorded, c.words)
			}
		}
		if len(lead.Recorded) > 0 {
			out = append(out, lead)
		}
	}
	if !slices.ContainsFunc(out, func(l Lead) bool { return l.Emergency && l.Ask }) {
		for _, h := range head {
			if h.Emergency && h.Ask {
				out = append(out, Lead{HeadContact: h})
			}
		}
	}
	later := func(l Lead) bool { return l.Advice && !l.InDanger() }
	slices.SortStableFunc(out, func(a, b Lead) int {
		return cmp.Or(compareBool(!a.InDanger(), !b.InDanger()), compareBool(later(a), later(b)))
	})
	return out
}

func servicesFor(calls []call, d Directory, ages []int, now time.Time) []Suggested {
	var found []Suggested
	for _, s := range d.Services() {
		match := ServiceMatch{Service: s, Open: openNow(s, now), Over: s.EndedBy(now)}
		if match.Over || s.ForStaff || len(ages) > 0 && !match.fitsAny(ages) {
			continue
		}
		one := Suggested{ServiceMatch: match, near: 1 << 10}
		for _, c := range calls {
			for i, topic := range c.row.Topics {
				if slices.Contains(s.Topics, topic) {
					one.Recorded = appendOnce(one.Recorded, c.words)
					one.near = min(one.near, i)
				}
			}
		}
		if len(one.Recorded) > 0 {
			found = append(found, one)
		}
	}
	slices.SortStableFunc(found, func(a, b Suggested) int {
		return cmp.Or(cmp.Compare(a.near, b.near), compareBool(a.For != "", b.For != ""),
			compareBool(a.AgesUnknown, b.AgesUnknown))
	})
	return found
}

func appendOnce(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

func (m *ServiceMatch) fitsAny(ages []int) bool {
	if m.AgesUnknown = !m.Ages.Printed; m.AgesUnknown {
		return len(ages) == 0 || slices.Max(ages) >= m.Ages.Youngest
	}
	condition := ""
	for _, age := range ages {
		takes, only := m.Ages.takes(age)
		if takes {
			return true
		}
		condition = cmp.Or(only, condition)
	}
	m.Condition = condition
	return condition != ""
}

// AtOnce is the row of what to ask now because of a word in a text, the first in the rows' order, with the word
// as it is written. What the person was asked about in the text before is passed over.
func AtOnce(text, before string, rows []Suggestion) (Suggestion, bool) {
	now, was := foldWords(text), foldWords(before)
	asked := map[string]bool{}
	for _, row := range rows {
		if row.Ask != "" && row.in(was) != "" {
			asked[row.Ask] = true
		}
	}
	for _, row := range rows {
		if words := row.in(now); words != "" && row.Ask != "" && !asked[row.Ask] {
			row.Word = words
			return row, true
		}
	}
	return Suggestion{}, false
}

// nearLetters is how long a word must be for one slip of the hand in it to be
// taken for it. A false alarm costs a glance, a missed word may cost a child.
const nearLetters = 7

// in gives the words of a text, folded, that are the row's word or phrase, as they are quoted, or "".
func (s Suggestion) in(text []string) string {
	phrase := foldWords(s.Word)
	if len(phrase) == 0 {
		return ""
	}
	ends := strings.HasSuffix(s.Word, "*")
	for from := 0; from+len(phrase) <= len(text); from++ {
		if !holdsAt(text[from:], phrase, ends) {
			continue
		}
		if written := text[from : from+len(phrase)]; ends || !slices.Equal(written, phrase) {
			return strings.Join(written, " ")
		}
		return s.Word
	}
	return ""
}

func holdsAt(text, phrase []string, ends bool) bool {
	last := len(phrase) - 1
	for i, word := range phrase {
		switch {
		case text[i] == word:
		case i == last && ends && strings.HasPrefix(text[i], word):
		case i == last && slipOf(text[i], word, ends):
		default:
			return false
		}
	}
	return true
}

// slipOf reports whether a written word is a long word with one slip in it. The
// first letter is hardly ever the wrong one.
func slipOf(written, word string, ends bool) bool {
	if len(word) < nearLetters || len(written) < nearLetters-1 || written[0] != word[0] {
		return false
	}
	if ends && len(written) > len(word) {
		written = written[:len(word)]
	}
	return Distance(written, word) == 1
}

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

// Order says how the services of a closing page are ordered, and what became of those for other ages.
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
