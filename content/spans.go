package content

import (
	"cmp"
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

// agesWritten are the ages that a service takes, and behind a semicolon those that
// it takes on a condition: "11-17", "6+", "up to 18", "12-21; to 25 with learning needs".
var agesWritten = model.Pattern(`^ *(?:up to (\d{1,3})|(\d{1,3})(?:(\+)| ?[-–] ?(\d{1,3})))(?: *;(.*))?$`)

var olderWritten = model.Pattern(`^to (\d{1,3}) (.+)$`)

const oldest = 127

func readAges(text string, line int, r *reporter) (span model.AgeSpan) {
	if text == "" {
		return span
	}
	number := func(digits string) int { n, _ := strconv.Atoi(digits); return n } // the patterns have digits only
	part := agesWritten().FindStringSubmatch(text)
	if part != nil {
		span = model.AgeSpan{
			Printed: true, From: number(part[2]), To: number(part[1] + part[4]), OpenEnd: part[3] != "",
		}
	}
	if part == nil || !span.OpenEnd && span.From > span.To || max(span.From, span.To) > oldest {
		ages, _, _ := strings.Cut(text, ";")
		r.add(line, `such as "11-17", "6+", "up to 18"`, "%q are not ages", ages)
		return model.AgeSpan{}
	}
	on := strings.TrimSpace(part[5])
	if on == "" {
		return span
	}
	part = olderWritten().FindStringSubmatch(on)
	if part == nil || span.OpenEnd || number(part[1]) <= span.To || number(part[1]) > oldest {
		r.add(line, `such as "12-21; to 25 with learning needs"`, "%q is not an age and its condition", on)
		return span
	}
	span.Older, span.If = number(part[1]), part[2]
	return span
}

// readYoungest reads the age from which a service is offered that prints no
// lower age.
func readYoungest(text string, span model.AgeSpan, line int, r *reporter) int {
	if text == "" {
		return 0
	}
	from, err := strconv.ParseUint(text, 10, 7)
	if err != nil || span.From > 0 || span.Printed && !span.OpenEnd && int(from) > span.To {
		r.add(line, `such as ages="up to 18" from="11"`, "%q is not an age to offer it from", text)
		return 0
	}
	return int(from)
}

// hoursWritten is a span of days and one of hours: "Mon-Fri 09:00-17:00 except holidays".
var hoursWritten = model.Pattern(`^ *([A-Za-z]+)(?:-([A-Za-z]+))? (\d?\d:\d\d)-(\d?\d:\d\d)( except holidays)? *$`)

// readHours reads when a service answers:
// "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00".
func readHours(text string, line int, r *reporter) (list []model.OpenHours) {
	if text == "" {
		return nil
	}
	for written := range strings.SplitSeq(text, ";") {
		h, ok := model.OpenHours{}, false
		if part := hoursWritten().FindStringSubmatch(written); part != nil {
			from, okFrom := weekday(part[1])
			to, okTo := weekday(cmp.Or(part[2], part[1]))
			h.From, h.To, h.ExceptHolidays = minutes(part[3]), minutes(part[4]), part[5] != ""
			for d := from; h.Days == nil || d != (to+1)%7; d = (d + 1) % 7 {
				h.Days = append(h.Days, int(d))
			}
			ok = okFrom && okTo && h.From >= 0 && h.From < h.To
		}
		if !ok {
			r.add(line, `such as "Mon-Fri 09:00-17:00 except holidays; Sat 09:00-17:00"`, "%q are not hours", written)
			continue
		}
		list = append(list, h)
	}
	return list
}

func minutes(text string) int {
	if text == "24:00" {
		return 24 * 60
	}
	t, err := time.Parse("15:04", text)
	if err != nil {
		return -1
	}
	return t.Hour()*60 + t.Minute()
}
