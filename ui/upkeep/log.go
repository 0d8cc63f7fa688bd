package upkeep

import (
	"fmt"
	"slices"
	"strconv"

	"isspp/store"
)

func (n *Notes) log() Operation {
	return Operation{
		ID: "log", Title: "What was changed and when", Busy: "Reading the log.",
		Help: "The log: no content, and none of it can be changed unnoticed.",
		Do: func(Answers) Result {
			r := n.History()
			slices.Reverse(r.Said) // a shell ends with the newest, which is in view
			return r
		},
	}
}

// History is the log in words, oldest first. What was done stands behind its numbers and
// its time.
func (n *Notes) History() Result {
	lines, err := n.Store.History()
	return Result{Err: err, Said: logLines(lines), Column: 31}
}

// logLines are the log in words. Saves of one record that follow one another, as
// every answer of a walkthrough makes one, are one line.
func logLines(lines []store.Line) []Line {
	out := make([]Line, 0, len(lines))
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && goesOn(&lines[i], &lines[j]) {
			j++
		}
		out = append(out, logLine(lines[i:j]))
		i = j
	}
	return out
}

// goesOn tells that two lines are saves of one record in one sitting.
func goesOn(a, b *store.Line) bool {
	return a.Action == store.Saved && b.Action == store.Saved && a.Record == b.Record && a.Run == b.Run && b.Seq > a.Seq
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
