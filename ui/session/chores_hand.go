package session

import (
	"errors"
	"os"
	"strings"

	"filippo.io/age"

	"isspp/model"
	"isspp/store"
)

// everything stands for all references in a list to choose from.
const everything = "\x00all"

func (s *open) exportOne() *errand {
	notes, o := s.store, s.o
	rows, values := refRows(dueList(notes, s.env.Clock()))
	rows, values = append(rows, "Everything, for next year's lead or another school"), append(values, everything)
	steps := []question{
		{ask: "What is handed over?", rows: rows, values: values},
		{ask: "To which file?", preset: homeFile("handover-" + s.env.Clock().Format("2006-01-02") + ".age"), hint: "A file that is there already is left alone.", check: notEmpty, look: fresh},
		{ask: "The receiver's age recipient (age1…), or nothing for a passphrase", hint: "Several are divided by blanks. A recipient's file opens only with their key.", check: func(answer string, _ []string) string {
			_, err := recipients(strings.Fields(answer), nil)
			return problemOf(err)
		}},
	}
	withKey := func(given []string) bool { return given[2] != "" }
	steps = append(steps, chosenWords("A passphrase for the file: say it on the phone, never send it along", withKey)...)
	steps[4].check = sameAs(3)
	return s.errand(&errand{
		title: "Hand over a reference, or all", busyWords: "Sealing the file.", steps: steps,
		do: func(given []string) result {
			ref := given[0]
			if ref == everything {
				ref = ""
			}
			to, err := recipients(strings.Fields(given[2]), nil)
			if err != nil {
				return result{err: err}
			}
			to.Passphrase = given[3]
			n, path, err := exportTo(notes, o, ref, given[1], to, false)
			return told(err, "Written: "+path+" ("+records(n)+", sealed).", "The receiver opens it with isspp notes import, or with any age program. The log says that it went out.")
		},
	})
}

// fresh refuses the name of a file that is there.
func fresh(answer string) string {
	if _, err := os.Stat(answer); err == nil {
		return "There is a file of that name. Choose another."
	}
	return ""
}

func problemOf(err error) string {
	if err != nil {
		return err.Error()
	}
	return ""
}

func (s *open) importOne() *errand {
	notes := s.store
	return s.errand(&errand{
		title: "Take in what was handed over", busyWords: "Opening the file and merging it.",
		steps: []question{
			{ask: "Which file?", check: notEmpty},
			{ask: "The file with your age identity, or nothing for a passphrase"},
			{ask: "The file's passphrase", secret: true, skip: func(given []string) bool { return given[1] != "" }, check: notEmpty},
		},
		do: func(given []string) result {
			f, err := os.Open(given[0])
			if err != nil {
				return result{err: errors.New("That file can't be opened. Nothing was taken in. Check its name.")} //nolint:staticcheck // a sentence for people
			}
			defer func() { _ = f.Close() }() // read only
			open := store.Opening{Passphrase: given[2]}
			if given[1] != "" {
				var ids []age.Identity
				if ids, err = identitiesIn([]string{given[1]}); err != nil {
					return result{err: err}
				}
				open.Identities = ids
			}
			taken, err := notes.Import(f, open)
			if err != nil {
				return result{err: err}
			}
			return result{said: takenWords(taken), changed: taken.Changed()}
		},
	})
}

func (s *open) holdOne() *errand {
	notes := s.store
	list := dueList(notes, s.env.Clock())
	rows, values := allRows(list)
	return s.errand(&errand{
		title: "Hold a reference, or lift a hold", busyWords: "Noting it.",
		steps: []question{
			{ask: "Which reference?", rows: rows, values: values, hint: "One that is on hold is released; one that isn't is put on hold.", check: notEmpty},
			{ask: "Why, in a few words?", hint: "The reason stays in the log. Nothing about the child belongs in it.", check: reasonGiven},
		},
		do: func(given []string) result {
			what, do := chosenDue(list, given[0]), notes.SetHold
			if what.Held {
				do = notes.LiftHold
			}
			n, err := do(what.Ref, what.ID, given[1])
			return told(err, holdWords(n, what.Held))
		},
	})
}

func reasonGiven(answer string, _ []string) string {
	if answer == "" {
		return "This needs a reason: whoever looks at it later must be able to see why."
	}
	return ""
}

func (s *open) purgeOne() *errand {
	notes := s.store
	list := dueList(notes, s.env.Clock())
	rows, values := allRows(list)
	return s.errand(&errand{
		title: "Dispose of a reference", busyWords: "Writing the notes and the backups anew, without it.",
		intro: "Those due for review come first. Nothing is ever disposed of by itself.",
		steps: []question{
			{ask: "Which reference?", rows: rows, values: values, check: notEmpty},
			{ask: "Why, in a few words?", hint: "The reason stays in the log. Nothing about the child belongs in it.", check: reasonGiven},
			{
				about: func(given []string) string { return chosenDue(list, given[0]).warning() },
				ask:   "This can't be taken back. Type the reference to dispose of it, or the eight digits where it has none",
				check: func(answer string, given []string) string {
					if what := chosenDue(list, given[0]); !what.named(answer) {
						return "That is not the reference that was chosen, " + model.CleanLine(what.name()) + ". Nothing was disposed of."
					}
					return ""
				},
			},
		},
		do: func(given []string) result {
			// What is put aside would come back with the next unlocking, so only the
			// notes themselves will do.
			if err := notes.SaveUnsaved(); err != nil {
				return result{err: err, said: []string{lastChangeHere}}
			}
			// Where the person was at the last lock may be in what goes now. Unlocking
			// without it begins at the tab's own page.
			_ = notes.KeepPlace(nil)
			ref, id := refOrID(given[0])
			d, err := notes.Purge(ref, id, given[1])
			if err != nil {
				return result{err: err}
			}
			// What the views still hold of it goes with the process.
			return result{said: disposalWords(d), gone: errors.Join(notes.Close()) == nil}
		},
	})
}
