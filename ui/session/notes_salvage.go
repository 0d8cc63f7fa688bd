package session

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// salvage rebuilds damaged notes and says what came of it. The status is 1 where
// something is lost.
func salvage(s *cli.Session, k *keyring) error {
	return asking(s, k, rebuildable, func(o Options, secret store.Secret) error {
		r, err := store.Salvage(o.NotesPath, secret, o.storeOptions())
		if err != nil {
			return err
		}
		_ = s.Tell(10, cli.Line{Label: "Notes", Text: model.CleanLine(o.NotesPath)}, cli.Line{Label: "Rebuilt", Text: records(r.Records)})
		showFindings(s, r)
		if r.Aside != "" {
			_ = s.Tell(10, cli.Line{Label: "Set aside", Text: model.CleanLine(r.Aside)})
		}
		if r.Worst() > store.Remark && !r.Has("whole") {
			_ = s.Tell(10, cli.Line{Label: "Next", Text: "isspp notes verify goes on saying that something may be missing, until --accept-older accepts them as the right ones"})
		}
		if r.Worst() == store.Loss {
			s.SetStatus(cli.StatusNothing)
		}
		return nil
	})
}

// survey is what verifying says of notes whose structure is refused: what is
// wrong, and what a salvage would give.
func survey(s *cli.Session, o Options, secret store.Secret, asJSON bool, next string) error {
	r, err := store.VerifyFile(o.NotesPath, secret, o.storeOptions())
	if err != nil {
		return err // it has looked closer than the unlocking
	}
	s.SetStatus(cli.StatusNothing)
	if asJSON {
		return s.ShowJSON(verifyAnswer(o.NotesPath, r, r.Lines))
	}
	_ = s.Tell(10, cli.Line{Label: "Notes", Text: model.CleanLine(o.NotesPath)}, cli.Line{Label: "Checked", Text: "DAMAGED"})
	showFindings(s, r)
	return s.Tell(10, cli.Line{Label: "Rebuilt", Text: "would be " + records(r.Records) + "; the file that stands there is set aside"}, cli.Line{Label: "Next", Text: next})
}

// showFindings lists what a report says, what came from other files and what is lost.
func showFindings(s *cli.Session, r *store.Report) {
	for _, f := range r.Findings {
		_ = s.Tell(10, cli.Line{Label: severityLabel(f.Severity), Text: model.CleanLine(f.Text)})
	}
	from := map[string]int{}
	for _, l := range r.FromBackup {
		from[filepath.Base(l.Backup)]++
	}
	for _, name := range slices.Sorted(maps.Keys(from)) {
		_ = s.Tell(10, cli.Line{Label: "Taken", Text: records(from[name]) + " from " + model.CleanLine(name)})
	}
	for _, l := range r.Lost {
		where := foundIn(&l, l.Backup)
		if l.Kept > 0 {
			where += fmt.Sprintf("; an older one stands there (%d of %d)", l.Kept, l.Revision)
		}
		_ = s.Tell(10, cli.Line{Label: "Missing", Text: fmt.Sprintf("%s, %s, last saved %s: %s", l.ID, orUnknown(l.Kind), l.Saved.Local().Format("2 January 2006 15:04"), model.CleanLine(where))})
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
