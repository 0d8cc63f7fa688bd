package upkeep

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"isspp/model"
	"isspp/store"
)

func (n *Notes) log() Operation {
	return Operation{
		ID: "log", Title: "What was changed and when", Busy: "Reading the log.",
		Help: "The log: no content, and none of it can be changed unnoticed.",
		Command: &Command{
			Use: "log", Short: "What was changed and when; without any content",
			Long: "Lists what was changed and when, oldest first, without any content: a record is\n" +
				"named by the first letters of its random id. Saves of one record that follow one\n" +
				"another are one line; --json has each, with the whole id.",
			Example:  "  isspp notes log\n  isspp notes log --json",
			Switches: []Flag{asJSON}, ReadOnly: true,
		},
		Do: func(a Answers) Result {
			lines, err := n.Store.History()
			r := Result{Err: err, Said: logLines(lines), Column: 31, JSON: func() any { return logJSON(lines) }}
			if a.Shell == nil { // a shell ends with the newest, which is in view
				slices.Reverse(r.Said)
			}
			return r
		},
	}
}

// lineJSON is a line of the log in JSON. There is no content in it.
type lineJSON struct {
	Line     uint64 `json:"line"`
	Time     string `json:"time"`
	Action   string `json:"action"`
	Record   string `json:"record,omitempty"`
	Revision uint64 `json:"revision,omitempty"`
	Kind     string `json:"kind,omitempty"`
	Reason   string `json:"reason,omitempty"`
}

func logJSON(lines []store.Line) any {
	out := make([]lineJSON, 0, len(lines))
	for _, l := range lines {
		out = append(out, lineJSON{
			l.Seq, l.Time.Format(time.RFC3339), l.Action.String(), l.Record, l.Revision, l.Kind, l.Reason,
		})
	}
	return map[string]any{"lines": out}
}

// logLines are the log in words. Saves of one record that follow one another, as
// every answer of a walkthrough makes one, are one line.
func logLines(lines []store.Line) (out []Line) {
	for _, same := range model.Runs(lines, func(a, b *store.Line) bool {
		return a.Action == store.Saved && b.Action == store.Saved && a.Record == b.Record && a.Run == b.Run &&
			b.Seq > a.Seq
	}) {
		out = append(out, logLine(same))
	}
	return out
}

// logLine is a line of the log in words, or several that say the same. The numbers are
// the shell's alone.
func logLine(same []store.Line) Line {
	l, last := same[0], same[len(same)-1]
	number, text := strconv.FormatUint(l.Seq, 10), l.Action.String()
	if len(same) > 1 {
		number += "-" + strconv.FormatUint(last.Seq, 10)
		text += fmt.Sprintf(" %d times", len(same))
	}
	if l.Kind != "" {
		text += ": " + l.Kind
	}
	if l.Record != "" {
		text += fmt.Sprintf(" %.8s", l.Record)
	}
	switch {
	case l.Action == store.Imported:
		text += " (from other notes)" // whose number nobody knows by heart
	case l.Reason != "":
		text += " (" + name(l.Reason) + ")"
	}
	when := last.Time.Local().Format("2006-01-02 15:04")
	return Line{Label: fmt.Sprintf("%11s  %s", number, when), Text: text, App: when + "  " + text}
}
