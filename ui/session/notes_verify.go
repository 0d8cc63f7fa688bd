package session

import (
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
)

// verifyJSON is the answer of "isspp notes verify --json". None of it is
// content: ids are random, and kinds and times are the log's.
type verifyJSON struct {
	Notes    string          `json:"notes"`
	Sound    bool            `json:"sound"`
	Records  int             `json:"records"`
	Unknown  int             `json:"unknown"`
	Lines    int             `json:"log_lines"`
	Findings []store.Finding `json:"findings"`
	Lost     []lostJSON      `json:"lost"`
}

type lostJSON struct {
	ID       string `json:"id"`
	Kind     string `json:"kind,omitempty"`
	Revision uint64 `json:"revision"`
	Saved    string `json:"saved,omitempty"`
	Backup   string `json:"backup,omitempty"`
	// Older tells that the backup has an older version than the one that is lost.
	Older bool `json:"backup_older,omitempty"`
}

func newVerify(s *cli.Session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "verify", Short: "Check the file: its structure, every seal and the log",
		Long: "Checks the whole file without changing anything: its structure, every seal, the\n" +
			"manifest and the chain of the log. Status 0: all of it is sound. Status 1: there are\n" +
			"findings, or it could not be opened. --notes FILE checks another file, such as a\n" +
			"backup.",
		Example: "  isspp notes verify\n  isspp notes verify --json\n  isspp notes verify --notes " +
			"backups/notes-2026-11-23.db",
		Args: nothingMore,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	accept := cmd.Flags().Bool("accept-older", false, "accept notes that are older than the last ones, or different, "+
		"as the right ones from now on")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return asking(s, k, rebuildable, func(o Options, secret store.Secret) error {
			n := o.upkeep(nil, s.Notes)
			opt := n.Options
			opt.ReadOnly = !*accept
			opened := &store.Report{} // said with what the check finds
			st, err := store.Unlock(o.NotesPath, secret, opt, func(r *store.Report) { opened = r })
			if store.Rebuildable(err) {
				report, closer := store.Salvage(o.NotesPath, secret, opt, false)
				if closer != nil {
					return closer // it has looked closer than the unlocking
				}
				report.Findings = slices.Insert(report.Findings, 0, store.Finding{
					Severity: store.Loss, Code: "structure", Text: store.As(err).What,
				})
				return answer(s, n.Path, report, n.Surveyed(report, inShell(err)), *asJSON)
			}
			if err != nil {
				return err
			}
			n.Store = st
			if *accept {
				err = st.AcceptOlder()
			}
			var report *store.Report
			if err == nil {
				report, err = n.Checked(opened, *accept)
			}
			if err == nil {
				err = answer(s, st.Path(), report, n.Reported(report), *asJSON)
			}
			return errors.Join(err, st.Close())
		})
	}
	return cmd
}

// answer says what a check found.
func answer(s *cli.Session, path string, report *store.Report, r upkeep.Result, asJSON bool) error {
	if !asJSON {
		return tells(s, r)
	}
	if r.Amiss {
		s.SetStatus(cli.StatusNothing)
	}
	return s.ShowJSON(verifyAnswer(path, report))
}

func verifyAnswer(path string, r *store.Report) verifyJSON {
	a := verifyJSON{
		Notes: path, Sound: r.Worst() < store.Warning, Records: r.Records, Unknown: r.Unknown, Lines: r.Lines,
		Findings: append([]store.Finding{}, r.Findings...), Lost: []lostJSON{},
	}
	for _, l := range r.Lost {
		j := lostJSON{ID: l.ID, Kind: l.Kind, Revision: l.Revision, Backup: l.Backup, Older: l.Older()}
		if !l.Saved.IsZero() {
			j.Saved = l.Saved.Format(time.RFC3339)
		}
		a.Lost = append(a.Lost, j)
	}
	return a
}
