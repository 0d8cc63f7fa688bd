package session

import (
	"fmt"
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
		Use: "log", Short: "What was changed and when; without any content", Args: cobra.NoArgs,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		reading := func(o *store.Options) { o.ReadOnly = true }
		return opening(s, k, reading, func(st *store.Store, _ *store.Report) error {
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
			for _, l := range lines {
				fmt.Fprintln(s.Out, model.CleanLine(logLine(l)))
			}
			return nil
		})
	}
	return cmd
}

// logLine is a line of the log in words.
func logLine(l store.Line) string {
	text := fmt.Sprintf("%5d  %s  %s", l.Seq, l.Time.Local().Format("2006-01-02 15:04"), l.Action)
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
		text += " (" + l.Reason + ")"
	}
	return text
}
