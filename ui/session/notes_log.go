package session

import (
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

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

func newLog(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "log", Short: "What was changed and when; without any content",
		Long: "Lists what was changed and when, oldest first, without any content: a record is\n" +
			"named by the first letters of its random id. Saves of one record that follow one\n" +
			"another are one line; --json has each, with the whole id.",
		Example: "  isspp notes log\n  isspp notes log --json",
		Args:    nothingMore,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		reading := func(o *store.Options) { o.ReadOnly = true }
		return opening(s, k, reading, func(st *store.Store) error {
			lines, err := st.History()
			if err != nil {
				return err
			}
			if *asJSON {
				out := make([]lineJSON, 0, len(lines))
				for _, l := range lines {
					out = append(out, lineJSON{l.Seq, l.Time.Format(time.RFC3339), l.Action.String(), l.Record, l.Revision, l.Kind, l.Reason})
				}
				return s.ShowJSON(map[string]any{"lines": out})
			}
			return s.Tell(logColumn, logLines(lines)...)
		})
	}
	return cmd
}

// logColumn is where what was done stands in a line of the log, behind its numbers
// and its time.
const logColumn = 31

// logLines are the log in words. Saves of one record that follow one another, as
// every answer of a walkthrough makes one, are one line.
func logLines(lines []store.Line) []cli.Line {
	out := make([]cli.Line, 0, len(lines))
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

// logLine is a line of the log in words, or several that say the same.
func logLine(same []store.Line) cli.Line {
	l, last := same[0], same[len(same)-1]
	number := strconv.FormatUint(l.Seq, 10)
	text := l.Action.String()
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
		text += " (" + model.CleanLine(l.Reason) + ")"
	}
	return cli.Line{Label: fmt.Sprintf("%11s  %s", number, last.Time.Local().Format("2006-01-02 15:04")), Text: text}
}
