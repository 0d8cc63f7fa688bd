package session

import (
	"time"

	"github.com/spf13/cobra"

	"isspp/ui/cli"
	"isspp/ui/upkeep"
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
		return opening(s, k, toRead, func(n *upkeep.Notes) error {
			if !*asJSON {
				return tells(s, n.History())
			}
			lines, err := n.Store.History()
			if err != nil {
				return err
			}
			out := make([]lineJSON, 0, len(lines))
			for _, l := range lines {
				out = append(out, lineJSON{
					l.Seq, l.Time.Format(time.RFC3339), l.Action.String(), l.Record, l.Revision,
					l.Kind, l.Reason,
				})
			}
			return s.ShowJSON(map[string]any{"lines": out})
		})
	}
	return cmd
}
