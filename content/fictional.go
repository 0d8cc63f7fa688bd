package content

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"isspp/model"
)

//go:embed fictional/case.md
var fictionalCase string

// Case is an invented case: records as the notes would keep them, in the order
// in which they were recorded.
type Case struct {
	// By is who recorded it, and School where.
	By, School string
	Records    []CaseRecord
}

// CaseRecord is one record of a case, and when it was recorded. One of the
// three is set.
type CaseRecord struct {
	At          time.Time
	Walkthrough *model.Walkthrough
	Entry       *model.ConcernEntry
	Note        *model.FactorNote
}

// FictionalCase is the built-in invented case as of a moment: its days are
// counted from the last Thursday, so that what is overdue in it always is and
// every record is of a school day. newID makes the records' ids. A mistake in the document is an error with its line.
func FictionalCase(p *Pack, now time.Time, newID func() string) (Case, error) {
	r := caseReader{base: lastThursday(now), newID: newID, items: map[string]model.Place{}, ids: map[string]string{}, refs: map[string]string{}}
	for _, l := range p.Lists() {
		for _, at := range l.Places() {
			r.items[at.Item.ID] = at
		}
	}
	r.edition = p.Edition().Years
	blocks := strings.Split(fictionalCase, "\n## ")
	r.head(blocks[0])
	line := strings.Count(blocks[0], "\n") + 2
	for _, b := range blocks[1:] {
		if err := r.record(b); err != nil {
			return Case{}, fmt.Errorf("case.md:%d: %w", line, err)
		}
		line += strings.Count(b, "\n") + 1
	}
	return r.made, nil
}

// caseReader gathers a case.
type caseReader struct {
	base    time.Time
	newID   func() string
	edition string
	items   map[string]model.Place
	// ids are the records' by the names that the document gives them, and refs
	// the references of the concerns.
	ids, refs map[string]string
	made      Case
}

// head reads who and where from the lines before the first record.
func (r *caseReader) head(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if by, ok := strings.CutPrefix(line, "by: "); ok {
			r.made.By = by
		}
		if school, ok := strings.CutPrefix(line, "school: "); ok {
			r.made.School = school
		}
	}
}

// caseLine is one "- label: text" of a record.
type caseLine struct{ label, text string }

// caseLines are a record's; a line that is indented goes on with the one before.
func caseLines(text string) []caseLine {
	var out []caseLine
	for line := range strings.SplitSeq(text, "\n") {
		rest, starts := strings.CutPrefix(line, "- ")
		switch {
		case starts:
			label, value, _ := strings.Cut(rest, ": ")
			out = append(out, caseLine{label, value})
		case strings.HasPrefix(line, "  ") && len(out) > 0:
			out[len(out)-1].text += " " + strings.TrimSpace(line)
		}
	}
	return out
}

func (r *caseReader) record(text string) error {
	title, body, _ := strings.Cut(text, "\n")
	kind, name := kindOf(title)
	id := r.newID()
	if name != "" {
		if r.ids[name] != "" {
			return fmt.Errorf("two records are called %q", name)
		}
		r.ids[name] = id
	}
	body, err := r.dated(body)
	if err != nil {
		return err
	}
	lines := caseLines(body)
	var rec CaseRecord
	for _, l := range lines {
		if l.label == "day" {
			if rec.At, err = r.moment(l.text); err != nil {
				return err
			}
		}
	}
	if rec.At.IsZero() {
		return fmt.Errorf("the record has no day")
	}
	switch kind {
	case string(model.KindWalkthrough):
		rec.Walkthrough, err = r.walkthrough(id, name, rec.At, lines)
	case "note":
		rec.Note, err = r.note(id, rec.At, lines)
	default:
		rec.Entry, err = r.entry(id, model.EntryKind(kind), rec.At, lines)
	}
	if err == nil {
		r.made.Records = append(r.made.Records, rec)
	}
	return err
}

// kindOf parts a record's heading into its kind and the name that others know it
// by. Of the kinds that fit it is the longest: "action done" before "action".
func kindOf(title string) (kind, name string) {
	for _, k := range append([]model.EntryKind{model.KindWalkthrough, "note"}, model.EntryKinds()...) {
		rest, ok := strings.CutPrefix(title, string(k))
		if ok && (rest == "" || rest[0] == ' ') && len(k) > len(kind) {
			kind, name = string(k), strings.TrimSpace(rest)
		}
	}
	return kind, name
}

// lastThursday is the day that a case's days are counted from.
func lastThursday(now time.Time) time.Time {
	return now.AddDate(0, 0, -int((now.Weekday()-time.Thursday+7)%7))
}

// dayMark is a day within a text: {-16}.
var dayMark = regexp.MustCompile(`\{[+-]?\d+\}`)

// dated puts dates for the days within a record: what is read later can't say
// "today".
func (r *caseReader) dated(text string) (string, error) {
	var failed error
	text = dayMark.ReplaceAllStringFunc(text, func(mark string) string {
		n, err := strconv.Atoi(strings.Trim(mark, "{}"))
		if err != nil {
			failed = err
		}
		return r.base.AddDate(0, 0, n).Format("2 January 2006")
	})
	return text, failed
}

// moment reads "-16 15:42": days from the base, and the time of that day.
func (r *caseReader) moment(text string) (time.Time, error) {
	day, clock, _ := strings.Cut(text, " ")
	n, err := strconv.Atoi(day)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a number of days", day)
	}
	at, err := time.Parse("15:04", clock)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a time of day", clock)
	}
	y, m, d := r.base.AddDate(0, 0, n).Date()
	return time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, r.base.Location()), nil
}

// date reads a number of days from the base as a date.
func (r *caseReader) date(text string) (string, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return "", fmt.Errorf("%q is not a number of days", text)
	}
	return r.base.AddDate(0, 0, n).Format(time.DateOnly), nil
}
