package session

import (
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// verifyJSON is the answer of "isspp notes verify --json". None of it is
// content: ids are random, and kinds and times are the log's.
type verifyJSON struct {
	Notes    string        `json:"notes"`
	Sound    bool          `json:"sound"`
	Records  int           `json:"records"`
	Unknown  int           `json:"unknown"`
	Lines    int           `json:"log_lines"`
	Findings []findingJSON `json:"findings"`
	Lost     []lostJSON    `json:"lost"`
}

type findingJSON struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Text     string `json:"text"`
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
		Example: "  isspp notes verify\n  isspp notes verify --json\n  isspp notes verify --notes backups/notes-2026-11-23.db",
		Args:    nothingMore,
	}
	asJSON := cmd.Flags().Bool("json", false, "answer as JSON")
	accept := cmd.Flags().Bool("accept-older", false, "accept notes that are older than the last ones, or different, as the right ones from now on")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		return asking(s, k, rebuildable, func(o Options, secret store.Secret) error {
			opt := o.storeOptions()
			opt.ReadOnly = !*accept
			var opened *store.Report // said with what the check finds
			st, err := store.Unlock(o.NotesPath, secret, opt, func(r *store.Report) { opened = r })
			switch {
			case store.Rebuildable(err):
				return survey(s, o, secret, *asJSON, inShell(err))
			case err != nil:
				return err
			}
			if *accept {
				err = st.AcceptOlder()
			}
			if err == nil {
				err = verify(s, st, opened, *accept, *asJSON)
			}
			return errors.Join(err, st.Close())
		})
	}
	return cmd
}

// verify reads everything again and says what was found, on opening and now.
func verify(s *cli.Session, st *store.Store, opened *store.Report, accepted, asJSON bool) error {
	report, err := st.Verify()
	if err != nil {
		return err
	}
	for _, f := range opened.Findings {
		settled := accepted && store.Settled(f.Code)
		if !report.Has(f.Code) && !settled {
			report.Findings = append(report.Findings, f)
		}
	}
	report.Findings = append(report.Findings, st.Told()...)
	if len(report.Lost) == 0 {
		report.Lost = opened.Lost
	}
	lines, err := st.History()
	if err != nil {
		return err
	}
	if sound := report.Worst() < store.Warning; !sound {
		s.SetStatus(cli.StatusNothing)
	}
	if asJSON {
		return s.ShowJSON(verifyAnswer(st.Path(), report, len(lines)))
	}
	showReport(s, st.Path(), report, len(lines))
	return nil
}

// older tells the findings that are taken back by taking the notes for the right ones.
func older(code string) bool {
	return store.Settled(code) && code != "rescue-left" && code != "copy-newer"
}

func showReport(s *cli.Session, path string, r *store.Report, lines int) {
	word := "sound: its structure, every seal, the manifest and the log"
	if r.Worst() >= store.Warning {
		word = "NOT SOUND"
	}
	_ = s.Tell(10, cli.Line{Label: "Notes", Text: model.CleanLine(path)}, cli.Line{Label: "Checked", Text: word},
		cli.Line{Label: "Records", Text: strconv.Itoa(r.Records)}, cli.Line{Label: "Log", Text: counted(lines, "line")})
	showFindings(s, r)
	if next := mends(r); len(next) > 0 {
		_ = s.Tell(10, next...)
	}
}

// mends names what is done about findings, where anything is.
func mends(r *store.Report) []cli.Line {
	rebuild := cli.Line{Label: "Next", Text: "isspp notes restore --salvage rebuilds what can be, from this file and its backups; the file is set aside"}
	accept := cli.Line{Label: "Next", Text: "isspp notes verify --accept-older accepts them as the right ones; or put the right file in their place"}
	switch {
	case mendable(r) && olderWords(r) != "":
		return []cli.Line{rebuild, accept}
	case mendable(r):
		return []cli.Line{rebuild}
	case olderWords(r) != "":
		return []cli.Line{accept}
	}
	return nil
}

func orUnknown(kind string) string {
	if kind == "" {
		return "of a kind that the log no longer tells"
	}
	return "a " + model.CleanLine(kind)
}

func severityLabel(v store.Severity) string {
	switch v {
	case store.Loss:
		return "Loss"
	case store.Warning:
		return "Warning"
	case store.Remark:
	}
	return "Remark"
}

func verifyAnswer(path string, r *store.Report, lines int) verifyJSON {
	a := verifyJSON{
		Notes: path, Sound: r.Worst() < store.Warning, Records: r.Records, Unknown: r.Unknown, Lines: lines,
		Findings: []findingJSON{}, Lost: []lostJSON{},
	}
	for _, f := range r.Findings {
		a.Findings = append(a.Findings, findingJSON{model.Fold(severityLabel(f.Severity)), f.Code, f.Text})
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
