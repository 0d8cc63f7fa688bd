package upkeep

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"isspp/model"
	"isspp/store"
)

func (n *Notes) verify() Operation {
	return Operation{
		ID: "verify", Title: "Check everything", Busy: "Reading every record and the whole log.",
		Help: "The file's structure, every seal, the manifest, and the chain of the log.",
		Command: &Command{
			Use: "verify", Short: "Check the file: its structure, every seal and the log",
			Long: "Checks the whole file without changing anything: its structure, every seal, the\n" +
				"manifest and the chain of the log. Status 0: all of it is sound. Status 1: there are\n" +
				"findings, or it could not be opened. --notes FILE checks another file, such as a\n" +
				"backup.",
			Example: "  isspp notes verify\n  isspp notes verify --json\n  isspp notes verify --notes " +
				"backups/notes-2026-11-23.db",
			Switches: []Flag{asJSON, {Name: "accept-older", Help: "accept notes that are older than the last ones, " +
				"or different, as the right ones from now on"}},
			Run: func(a Answers, k *Keyring) error {
				return a.Shell.withSecret(n, k, n.rebuildable(), func(secret store.Secret) error {
					r, err := n.verifyWith(secret, a.Set("accept-older"))
					if err != nil {
						return err
					}
					return a.Shell.tells(r, a)
				})
			},
		},
		Do: func(Answers) Result {
			report, err := n.checked(&store.Report{}, false)
			if err != nil {
				return Result{Err: err}
			}
			if n.Older != "" {
				report.Findings = append(report.Findings, store.Finding{
					Severity: store.Warning, Code: "older",
					Text: n.Older,
				})
			}
			return n.reported(report)
		},
	}
}

// verifyWith checks notes that are closed, damaged ones too.
func (n *Notes) verifyWith(secret store.Secret, accept bool) (r Result, err error) {
	opt := n.Options
	opt.ReadOnly = !accept
	opened := &store.Report{} // said with what the check finds
	n.Store, err = store.Unlock(n.Path, secret, opt, func(r *store.Report) { opened = r })
	if store.Rebuildable(err) {
		next, damage := nextInShell(err), store.As(err).What
		report, closer := store.Salvage(n.Path, secret, opt, false)
		if closer != nil {
			return r, closer // it has looked closer than the unlocking
		}
		report.Findings = slices.Insert(report.Findings, 0, store.Finding{
			Severity: store.Loss, Code: "structure", Text: damage,
		})
		return n.refusedStructure(report, next), nil
	}
	if err != nil {
		return r, err
	}
	if accept {
		err = n.Store.AcceptOlder()
	}
	if err == nil {
		var report *store.Report
		if report, err = n.checked(opened, accept); err == nil {
			r = n.reported(report)
		}
	}
	return r, errors.Join(err, n.Store.Close())
}

// verifyJSON is what a check found, for programs. None of it is
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

func (n *Notes) verifyJSON(r *store.Report) any {
	a := verifyJSON{
		Notes: n.Path, Sound: r.Worst() < store.Warning, Records: r.Records, Unknown: r.Unknown, Lines: r.Lines,
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

// checked reads everything again and reports what was found, on opening and now.
func (n *Notes) checked(opened *store.Report, accepted bool) (*store.Report, error) {
	report, err := n.Store.Verify()
	if err != nil {
		return nil, err
	}
	for _, f := range opened.Findings {
		settled := accepted && store.Settled(f.Code)
		if !report.Has(f.Code) && !settled {
			report.Findings = append(report.Findings, f)
		}
	}
	report.Findings = append(report.Findings, n.Store.Told()...)
	if len(report.Lost) == 0 {
		report.Lost = opened.Lost
	}
	return report, nil
}

func (n *Notes) reported(report *store.Report) Result {
	r := Result{Column: column, Amiss: report.Worst() >= store.Warning}
	r.JSON = func() any { return n.verifyJSON(report) }
	r.inShell("Notes", n.Path)
	const parts = "structure, every seal, the manifest and the log"
	inFile := func(f store.Finding) bool { return f.Severity >= store.Warning && f.Code != "older" }
	switch {
	case slices.ContainsFunc(report.Findings, inFile):
		r.apart("Checked", "NOT SOUND", "Not all of it is sound.")
	case r.Amiss:
		r.apart("Checked", "NOT SOUND", "What is in the file is sound: the "+parts+".")
	default:
		r.apart("Checked", "sound: its "+parts, "All of it is sound: the "+parts+".")
	}
	r.apart("Records", fmt.Sprint(report.Records), fmt.Sprintf("Records: %d.", report.Records))
	r.inShell("Log", model.Count(report.Lines, "line"))
	r.findings(report)
	if Mendable(report) {
		r.inShell("Next", "isspp notes restore --salvage rebuilds what can be, from this file and its backups; the "+
			"file is set aside")
	}
	if OlderWords(report) != "" {
		r.inShell("Next", "isspp notes verify --accept-older accepts them as the right ones; or put the right file "+
			"in their place")
	}
	return r
}

// refusedStructure is what is said of notes whose structure is refused: what is wrong, and what
// a rebuilding would give; next says how.
func (n *Notes) refusedStructure(report *store.Report, next string) Result {
	r := Result{Column: column, Amiss: true, JSON: func() any { return n.verifyJSON(report) }}
	r.say("Notes", n.Path)
	r.say("Checked", "DAMAGED")
	r.findings(report)
	r.say("Rebuilt", "would be "+records(report.Records)+"; the file that stands there is set aside")
	r.say("Next", next)
	return r
}

func (r *Result) findings(report *store.Report) {
	for _, f := range report.Findings {
		r.say(severityLabel(f.Severity), f.Text)
	}
	from := map[string]int{}
	for _, l := range report.FromBackup {
		from[filepath.Base(l.Backup)]++
	}
	for _, name := range slices.Sorted(maps.Keys(from)) {
		r.say("Taken", records(from[name])+" from "+name)
	}
	for _, l := range report.Lost {
		where, kind := foundIn(&l, l.Backup), "of a kind that the log no longer tells"
		if l.Kept > 0 {
			where += fmt.Sprintf("; an older one stands there (%d of %d)", l.Kept, l.Revision)
		}
		if l.Kind != "" {
			kind = "a " + l.Kind
		}
		r.say("Missing", fmt.Sprintf("%s, %s, last saved %s: %s", l.ID, kind,
			l.Saved.Local().Format("2 January 2006 15:04"), where))
	}
}

// foundIn says which file has a lost record, under the name that it is shown by.
func foundIn(l *store.LostRecord, name string) string {
	switch {
	case l.Backup == "":
		return "in no backup or copy"
	case l.Older():
		return fmt.Sprintf("an older version (%d of %d) is in %s", l.BackupRevision, l.Revision, name)
	}
	return "in " + name
}

func severityLabel(v store.Severity) string {
	word := v.String()
	return strings.ToUpper(word[:1]) + word[1:]
}

// OlderWords are what the report says of notes that are not the last ones: what is taken
// back by accepting them as the right ones.
func OlderWords(r *store.Report) string {
	var out []string
	for _, f := range r.Findings {
		if store.Settled(f.Code) && f.Code != "rescue-left" && f.Code != "copy-newer" {
			out = append(out, f.Text)
		}
	}
	return strings.Join(out, " ")
}

// Mendable reports whether something is missing which a rebuild may find, in the
// file's own bytes, in a backup or in a copy.
func Mendable(r *store.Report) bool {
	return len(r.Lost) > 0 || r.Has("record-damaged") || r.Has("copy-newer") || r.Has("opening-page") && !r.OK()
}

func (n *Notes) accept() Operation {
	return Operation{
		ID: "accept", Title: "Accept these notes as the right ones", Off: n.Writing, Intro: n.Older, Busy: "Noting it.",
		Help: "They are older than the last ones on this computer, or different. After this they count as the right " +
			"ones.",
		Steps: []Question{sure("If a sync tool has put an older file back, look for the newer one first: Esc, then " +
			"Put a backup back.")},
		Do: func(Answers) Result {
			err := n.Store.AcceptOlder()
			r := told(err, sentences("From now on they are the right ones. The log says so.")...)
			r.Accepted = err == nil
			for _, f := range n.Store.Told() {
				r.say("", f.Text)
				r.Changed = true
			}
			return r
		},
	}
}

func (n *Notes) rebuild() Operation {
	o := Operation{
		ID: "salvage", Title: "Rebuild from what can still be read",
		Busy: "Reading every record that is left. This can take a minute.",
		Help: "Takes every sealed record that can be read in the file, its backups and copies beside it: never less " +
			"than the fullest backup has. The file is set aside as it is.",
		Intro: "The damaged file is set aside as it is. Records that can't be read in it come from the newest backup " +
			"that has them.",
		Steps: []Question{{Key: "present", Ask: "Passphrase of the notes", Secret: true, OrKey: true, Check: notEmpty}},
		Do: func(a Answers) Result {
			secret, err := secretIn(a.Text["present"])
			if err != nil {
				return Result{Err: err}
			}
			n.Wait()
			if n.Store != nil {
				if err := n.Store.Check(secret); err != nil {
					return Result{Err: err}
				}
			}
			return n.salvage(secret)
		},
	}
	if n.Store != nil {
		o.Off = n.Writing
	}
	return o
}

func (n *Notes) salvage(secret store.Secret) Result {
	r, saved := n.letGo()
	if r.Err != nil {
		return r
	}
	report, err := store.Salvage(n.Path, secret, n.Options, true)
	if r.Err = err; err != nil {
		return r
	}
	r.inShell("Notes", n.Path)
	r.apart("Rebuilt", records(report.Records), "Rebuilt: "+records(report.Records)+". Unlock the notes to see them.")
	r.findings(report)
	if report.Aside != "" {
		r.say("Set aside", report.Aside)
	}
	if saved != "" {
		r.say("", saved)
	}
	if report.Worst() > store.Remark && !report.Has("whole") {
		r.inShell("Next", "isspp notes verify goes on saying that something may be missing, until --accept-older "+
			"accepts them as the right ones")
	}
	r.Amiss = report.Worst() == store.Loss
	return r
}

func records(n int) string { return model.Count(n, "record") }

// name is a text for one line, whatever is in it.
func name(text string) string { return model.CleanLine(text) }
