package content

import (
	"strconv"
	"strings"
	"time"

	"isspp/model"
)

// readDate reads a day as YYYY-MM-DD; empty stays empty.
func readDate(text string, line int, r *reporter) string {
	if text == "" {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		r.add(line, "year-month-day, such as 2023-09-01", "%q is not a date", text)
		return ""
	}
	return text
}

// readAges reads the ages that a service takes: "11-17", "6+", "up to 18".
func readAges(text string, line int, r *reporter) model.AgeSpan {
	if text == "" {
		return model.AgeSpan{}
	}
	text, more, _ := strings.Cut(text, ";")
	span := model.AgeSpan{Printed: true}
	var err error
	if to, found := strings.CutPrefix(text, "up to "); found {
		span.To, err = age(to)
	} else if from, open := strings.CutSuffix(text, "+"); open {
		span.OpenEnd = true
		span.From, err = age(from)
	} else {
		from, to, _ := strings.Cut(strings.ReplaceAll(text, "–", "-"), "-")
		if span.From, err = age(from); err == nil {
			span.To, err = age(to)
		}
	}
	if err != nil || !span.OpenEnd && span.From > span.To {
		r.add(line, `such as "11-17", "6+", "up to 18"`, "%q are not ages", text)
		return model.AgeSpan{}
	}
	readOlder(&span, strings.TrimSpace(more), line, r)
	return span
}

// readOlder reads up to which age young people are taken on a condition:
// "to 25 with learning needs".
func readOlder(span *model.AgeSpan, text string, line int, r *reporter) {
	if text == "" {
		return
	}
	rest, found := strings.CutPrefix(text, "to ")
	number, condition, _ := strings.Cut(rest, " ")
	to, err := age(number)
	if !found || err != nil || condition == "" || span.OpenEnd || to <= span.To {
		r.add(line, `such as "12-21; to 25 with learning needs"`, "%q is not an age and its condition", text)
		return
	}
	span.Older, span.If = to, condition
}

// readYoungest reads the age from which a service is offered that prints no
// lower age.
func readYoungest(text string, span model.AgeSpan, line int, r *reporter) int {
	if text == "" {
		return 0
	}
	from, err := age(text)
	if err != nil || !span.Printed || span.From > 0 || !span.OpenEnd && from > span.To {
		r.add(line, `such as ages="up to 18" from="11"`, "%q is not an age to offer it from", text)
		return 0
	}
	return from
}

// age reads an age in whole years.
func age(text string) (int, error) {
	n, err := strconv.ParseUint(strings.TrimSpace(text), 10, 7)
	return int(n), err
}

// readHours reads when a service answers:
// "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00".
func readHours(text string, line int, r *reporter) []model.OpenHours {
	if text == "" {
		return nil
	}
	var list []model.OpenHours
	for part := range strings.SplitSeq(text, ";") {
		h, ok := readOpenHours(strings.TrimSpace(part))
		if !ok {
			r.add(line, `such as "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00"`, "%q are not hours", part)
			continue
		}
		list = append(list, h)
	}
	return list
}

// readOpenHours reads one span of days and hours.
func readOpenHours(text string) (model.OpenHours, bool) {
	var h model.OpenHours
	text, h.ExceptHolidays = strings.CutSuffix(text, " except holidays")
	days, times, _ := strings.Cut(text, " ")
	first, last, isSpan := strings.Cut(days, "-")
	if !isSpan {
		last = first
	}
	from, to := weekday(strings.ToLower(first)), weekday(strings.ToLower(last))
	opens, closes, found := strings.Cut(times, "-")
	var okFrom, okTo bool
	h.From, okFrom = minutes(opens)
	h.To, okTo = minutes(closes)
	if from < 0 || to < 0 || !found || !okFrom || !okTo || h.From >= h.To {
		return h, false
	}
	for d := from; ; d = (d + 1) % 7 {
		h.Days = append(h.Days, d)
		if d == to {
			return h, true
		}
	}
}

// minutes reads a time of the day as minutes after midnight.
func minutes(text string) (int, bool) {
	if text == "24:00" {
		return 24 * 60, true
	}
	t, err := time.Parse("15:04", text)
	return t.Hour()*60 + t.Minute(), err == nil
}
