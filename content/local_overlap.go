package content

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"isspp/model"
)

// LocalOverlaps are warnings, not mistakes: two officers of one setting whose
// days overlap now or later, with which of them is shown. Of two that can't be
// told apart ReadLocal reports a mistake already.
func LocalOverlaps(l *model.Local, now time.Time) []Mistake {
	var out []Mistake
	before := map[string][]model.LocalEntry{}
	for _, e := range l.Entries {
		if e.Kind != model.LocalRota && e.Kind != model.LocalSchool || e.Over(now) {
			continue
		}
		key := string(e.Kind) + "|" + model.Fold(e.Name)
		for _, o := range before[key] {
			if days := e.Overlap(o); len(days) > 0 && entryKey(e) != entryKey(o) &&
				model.Fold(e.Who) != model.Fold(o.Who) {
				out = append(out, overlap(l, e, o, days))
			}
		}
		before[key] = append(before[key], e)
	}
	return sorted(out)
}

// overlap says of two entries which days both name, and which of them answers.
func overlap(l *model.Local, e, o model.LocalEntry, days []time.Weekday) Mistake {
	shown, older := e, o
	if o.Newer(e) {
		shown, older = o, e
	}
	named := make([]string, len(days))
	for i, day := range days {
		named[i] = day.String()
	}
	on := strings.Join(named, ", ")
	if len(days) == 5 { // the whole school week
		on = "Monday to Friday"
	}
	from := ""
	if shown.From != "" {
		from = " from " + shown.From
	}
	return Mistake{
		File: filepath.Base(l.File), Line: e.Line,
		Text: fmt.Sprintf("%q: %s and %s (line %d) both have %s; %s is shown%s", e.Name, e.Who, o.Who, o.Line, on,
			shown.Who, from),
		Mend: fmt.Sprintf("- Until: the last day of %s, in line %d, if that is right", older.Who, older.Line),
	}
}
