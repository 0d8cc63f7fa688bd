package session

import (
	"errors"
	"os"
	"strings"

	"isspp/model"
	"isspp/store"
)

// everything stands for all references in a list to choose from.
const everything = "\x00all"

// toKey stands for sealing to a key in the choice of how a file is sealed.
const toKey = "key"

func (s *notesSession) exportOne() *wizard {
	notes, o := s.store, s.o
	rows, values := refRows(dueList(notes, s.env.Clock()))
	rows, values = append(rows, "Everything, for next year's lead or another school"), append(values, everything)
	byWords := func(given []string) bool { return given[2] != toKey }
	steps := []question{
		{ask: "What is handed over?", rows: rows, values: values},
		{ask: "To which file?", path: true, preset: homeFile("handover-" + s.env.Clock().Format("2006-01-02") + ".age"), hint: "A file that is there already is left alone.", check: notEmpty, look: fresh},
		{ask: "How is it sealed?", rows: []string{"With a passphrase that you say on the phone", "To the receiver's own age key, which they send you first"}, values: []string{"", toKey}, hint: "Either way nobody else can read the file, and any age program opens it."},
		{ask: "The receiver's key (age1…)", skip: byWords, hint: "Separate several with spaces; each of them opens the file. A file with such keys will do too.", check: notEmpty, look: recipientsThere},
	}
	steps = append(steps, chosenWords("A passphrase for the file: say it on the phone, never send it along", func(given []string) bool { return !byWords(given) })...)
	steps[5].check = sameAs(4)
	return s.wizard(&wizard{
		title: "Hand over a reference, or all", busyWords: "Sealing the file.", steps: steps,
		do: func(given []string) result {
			ref := given[0]
			if ref == everything {
				ref = ""
			}
			to := store.Sealing{Passphrase: given[4]}
			if given[3] != "" {
				var err error
				if to, err = recipientsOf(given[3]); err != nil {
					return result{err: err}
				}
			}
			n, path, err := exportTo(notes, o, ref, given[1], to, false)
			return told(err, "Written, sealed, with "+records(n)+" in it:", path, "", "The receiver opens it with isspp (Import what was handed over), or with any age program. The log says that it went out.")
		},
	})
}

// recipientsOf reads what was typed for the receivers' keys: the keys themselves,
// or the name of a file with them.
func recipientsOf(answer string) (store.Sealing, error) {
	if strings.HasPrefix(strings.ToLower(answer), "age") {
		return recipients([]string{answer}, nil)
	}
	name := typedPath(answer)
	if why := there(name, nil); why != "" {
		return recipients([]string{answer}, nil)
	}
	return recipients(nil, []string{name})
}

func recipientsThere(answer string, _ []string) string {
	_, err := recipientsOf(answer)
	return problemOf(err)
}

func (s *notesSession) importOne() *wizard {
	notes := s.store
	// How the file is sealed is seen from the file itself, once it is named.
	var sealed store.Sealed
	return s.wizard(&wizard{
		title: "Import what was handed over", busyWords: "Opening the file and merging it.",
		steps: []question{
			{ask: "Which file?", path: true, hint: "The file that was sent to you, usually ending in .age.", check: notEmpty, look: func(answer string, _ []string) string {
				by, err := sealedBy(answer)
				sealed = by
				return problemOf(err)
			}},
			{ask: "The file was sealed to a key. Which file has your age identity?", path: true, hint: "The one that age-keygen made: AGE-SECRET-KEY-1… stands in it.", skip: func([]string) bool { return sealed != store.ByIdentity }, check: notEmpty, look: func(answer string, _ []string) string {
				_, err := identitiesIn([]string{answer})
				return problemOf(err)
			}},
			{ask: "The file's passphrase", secret: true, hint: "Whoever made the file chose it for this file.", skip: func([]string) bool { return sealed == store.ByIdentity }, check: notEmpty},
		},
		do: func(given []string) result { return takeIn(notes, given) },
	})
}

// takeIn imports the file that was named.
func takeIn(notes *store.Store, given []string) result {
	f, err := os.Open(given[0])
	if err != nil {
		return result{err: errors.New("That file can't be opened. Nothing was imported. Check its name.")} //nolint:staticcheck // a sentence for people
	}
	defer func() { _ = f.Close() }() // read only
	open := store.Opening{Passphrase: given[2]}
	if given[1] != "" {
		if open.Identities, err = identitiesIn([]string{given[1]}); err != nil {
			return result{err: err}
		}
	}
	taken, err := notes.Import(f, open)
	if err != nil {
		return result{err: err}
	}
	return result{said: takenWords(taken), changed: taken.Changed()}
}

func (s *notesSession) holdOne() *wizard {
	notes := s.store
	list := dueList(notes, s.env.Clock())
	rows, values := allRows(list)
	return s.wizard(&wizard{
		title: "Hold a reference, or lift a hold", busyWords: "Noting it.",
		steps: []question{
			{ask: "Which reference?", rows: rows, values: values, hint: nothingKept(rows, "One that is on hold is released; one that isn't is put on hold."), check: notEmpty},
			{asks: func(given []string) string {
				if what := chosenDue(list, given[0]); what.Held {
					return "Why is the hold on " + what.name() + " lifted?"
				}
				return "Why is " + chosenDue(list, given[0]).name() + " put on hold?"
			}, hint: "The reason stays in the log. Don't mention the child in it.", check: reasonGiven},
		},
		do: func(given []string) result {
			what, do := chosenDue(list, given[0]), notes.SetHold
			if what.Held {
				do = notes.LiftHold
			}
			n, err := do(what.Ref, what.ID, given[1])
			return told(err, holdWords(n, what.Held), "The reason is in the log.")
		},
	})
}

func reasonGiven(answer string, _ []string) string {
	if answer == "" {
		return "This needs a reason: whoever looks at it later must be able to see why."
	}
	return ""
}

// nothingKept says that there is nothing to choose from, or the hint.
func nothingKept(rows []string, hint string) string {
	if len(rows) == 0 {
		return "Nothing is kept yet. Esc goes back."
	}
	return hint
}

func (s *notesSession) purgeOne() *wizard {
	notes := s.store
	list := dueList(notes, s.env.Clock())
	rows, values := allRows(list)
	return s.wizard(&wizard{
		title: "Dispose of a reference", busyWords: "Rewriting the notes and the backups without it.",
		intro: "Those due for review come first. Nothing is ever disposed of by itself.",
		steps: []question{
			{ask: "Which reference?", rows: rows, values: values, hint: nothingKept(rows, ""), check: func(answer string, given []string) string {
				if why := notEmpty(answer, given); why != "" {
					return why
				}
				return chosenDue(list, answer).onHold()
			}},
			{ask: "Why, in a few words?", hint: "The reason stays in the log. Don't mention the child in it.", check: reasonGiven},
			{
				about: func(given []string) string { return chosenDue(list, given[0]).warning() },
				asks: func(given []string) string {
					return "This can't be undone. Type " + chosenDue(list, given[0]).name() + " to dispose of it"
				},
				hint: "The notes lock afterwards, so that nothing of it stays on the screen or in memory.",
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
