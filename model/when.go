package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Reading is what a person's words about a time were understood as on the day on
// which they were written: "last tuesday lunch" means another day a week later.
type Reading struct {
	Words string `json:"words,omitempty"` // those that were read
	// At is the day, 2026-11-24, with the time where the words name one,
	// 2026-11-24 10:15; empty where no day was understood.
	At      string `json:"at,omitempty"`
	Written string `json:"written,omitempty"` // the day on which the words were written
}

const clockForm = "2006-01-02 15:04"

// ReadPast reads words about something that has happened.
func ReadPast(words string, now time.Time) Reading {
	if at, ok := momentsAgo(words, now); ok {
		return Reading{Words: CleanLine(words), At: at.Format(clockForm), Written: now.Format(time.DateOnly)}
	}
	return read(words, now, func(day string) (time.Time, error) { return parsePastDay(day, now) })
}

// ReadComing reads words about a day to come, as it is kept of a plan.
func ReadComing(words string, now time.Time) Reading {
	return read(words, now, func(day string) (time.Time, error) { return ParseDay(day, now) })
}

func read(words string, now time.Time, parse func(string) (time.Time, error)) Reading {
	if words = CleanLine(words); words == "" {
		return Reading{}
	}
	r := Reading{Words: words, Written: now.Format(time.DateOnly)}
	day, clock, ok := dayIn(words, now, parse)
	switch {
	case !ok:
	case clock == "":
		r.At = day.Format(time.DateOnly)
	default:
		r.At = day.Format(time.DateOnly) + " " + clock
		at, err := time.ParseInLocation(clockForm, r.At, now.Location())
		if err == nil && at.After(now) && !day.After(now) {
			r.At = "" // today, at a time that is still to come
		}
	}
	return r
}

// Or is the reading as it was made, where the words are still the same, and
// otherwise what again makes of them: words are read on the day they are written.
func (r Reading) Or(words string, again func(string) Reading) Reading {
	if words = CleanLine(words); words == r.Words {
		return r
	}
	return again(words)
}

// Kept is the reading that a record has of its words. One from before readings has
// none, and isn't read as if it were written today.
func (r Reading) Kept(words string) Reading {
	return r.Or(words, func(words string) Reading { return Reading{Words: words} })
}

// inWords is the day, and the time where there is one, as people write it: Tuesday 24 November 2026, 10:15. It is
// empty where no day was understood.
func (r Reading) inWords() string {
	day, clock, timed := strings.Cut(r.At, " ")
	if timed {
		clock = ", " + clock
	}
	return DayInWords(day) + clock
}

// Understood says, while the words are written, what they are understood as; it is
// empty where nothing is written.
func (r Reading) Understood() string {
	switch {
	case r.Written == "":
		return ""
	case r.At == "":
		if _, clock := takeClock(strings.Fields(strings.ToLower(r.Words))); clock != "" {
			return "No day is recognised beside " + clock +
				": your words are kept, with today's date. Write the day too, such as yesterday " + clock + "."
		}
		return "No date is recognised: your words are kept, with today's date."
	}
	return r.inWords() + "."
}

// Beside is the words of a record with the date beside them: "last tuesday lunch
// (Tuesday 24 November 2026)". Where none was understood, the day on which they
// were written stands there; a record from before readings has the words alone.
func (r Reading) Beside(words string) string { return r.beside(words, " (", ")") }

func (r Reading) beside(words, before, behind string) string {
	words = CleanLine(words)
	switch date := r.inWords(); {
	case words != r.Words || words == "" || date == "" && r.Written == "":
		return words
	case date == "":
		return words + before + "as written on " + DayInWords(r.Written) + behind
	case strings.EqualFold(words, date):
		return date
	default:
		return words + before + date + behind
	}
}

// quoted is the words that a day was read from, behind it, where they say more.
func (r Reading) quoted(day string) string {
	if r.At == "" || r.Words == day || strings.EqualFold(r.Words, "today") ||
		strings.EqualFold(r.Words, DayInWords(day)) {
		return ""
	}
	return " (“" + r.Words + "”)"
}

// The most words that a day is looked for in, and that one has.
const (
	mostWords  = 40
	longestDay = 5
)

// dayIn finds the one day that words name, and the time where they name one. The
// longest run of words that is a day is taken; where a second one is left, or a
// word that moves the day ("before", "every"), nothing is understood.
func dayIn(text string, now time.Time, parse func(string) (time.Time, error)) (day time.Time, clock string, ok bool) {
	words := strings.Fields(strings.ToLower(strings.NewReplacer(",", " ", ";", " ", "’", "'").Replace(text)))
	words, clock = takeClock(words[:min(len(words), mostWords)])
	for n := min(len(words), longestDay); n > 0 && !ok; n-- {
		for from := 0; from+n <= len(words) && !ok; from++ {
			if day, ok = dayOfRun(words[from:from+n], parse); ok {
				words = append(slices.Clone(words[:from]), append([]string{"|"}, words[from+n:]...)...)
			}
		}
	}
	if ok {
		return day, clock, !moved(words, parse)
	}
	if clock == "" || slices.ContainsFunc(words, func(w string) bool { return movesDay(w) || namesDay(w, now) }) {
		return day, "", false
	}
	day, err := parse("today")
	return day, clock, err == nil
}

func dayOfRun(words []string, parse func(string) (time.Time, error)) (time.Time, bool) {
	switch words[0] {
	case "on", "by", "at":
		return time.Time{}, false // the day itself is a shorter run
	}
	if last := words[len(words)-1]; len(words) == 1 && allDigits(last) || strings.HasSuffix(last, "days") &&
		last != "days" {
		return time.Time{}, false // a number, or "mondays"
	}
	day, err := parse(strings.Join(words, " "))
	return day, err == nil
}

// moved tells that what is left beside a day, which stands as "|", names another one or moves it.
func moved(words []string, parse func(string) (time.Time, error)) bool {
	at := slices.Index(words, "|")
	if at > 0 && slices.Contains([]string{"before", "after", "since", "until", "till", "from", "not", "between"},
		words[at-1]) {
		return true
	}
	for i, w := range words {
		if _, err := parse(w); i != at && (movesDay(w) || err == nil && !allDigits(w)) {
			return true
		}
	}
	return false
}

func namesDay(word string, now time.Time) bool {
	_, past := parsePastDay(word, now)
	_, coming := ParseDay(word, now)
	return !allDigits(word) && (past == nil || coming == nil)
}

// movesDay tells a word beside which a day isn't the day that is meant.
func movesDay(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "every", "each", "most", "some", "other", "or", "and", "to", "ago", "next", "last", "previou",
		"day", "week", "fortnight", "month", "term", "year", "holiday", "weekend":
		return true
	}
	return false
}

// takeClock takes the time out of words: 10:15, 10.15, 3pm, 3.30 pm. Where there are two, neither is taken.
func takeClock(words []string) (rest []string, clock string) {
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && (words[i+1] == "am" || words[i+1] == "pm") {
			word += words[i+1]
		}
		c, ok := clockOf(word)
		switch {
		case !ok:
			rest = append(rest, words[i])
			continue
		case clock != "":
			return words, ""
		}
		clock = c
		if word != words[i] {
			i++
		}
		if n := len(rest); n > 0 && slices.Contains([]string{"at", "about", "around", "approx", "c."}, rest[n-1]) {
			rest = rest[:n-1]
		}
	}
	return rest, clock
}

func clockOf(word string) (string, bool) {
	if word == "noon" || word == "midday" {
		return "12:00", true
	}
	part := clockForms().FindStringSubmatch(word)
	if part == nil || part[2] == "" && part[3] == "" {
		return "", false
	}
	h, _ := strconv.Atoi(part[1]) // digits, as the minutes are
	m, _ := strconv.Atoi(part[2])
	switch half := part[3]; {
	case half != "" && (h < 1 || h > 12), h > 23, m > 59:
		return "", false
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	}
	return fmt.Sprintf("%02d:%02d", h, m), true
}

var clockForms = Pattern(`^(\d{1,2})(?:[:.](\d\d))?(am|pm)?$`)
