package session

import (
	"strings"

	"isspp/store"
	"isspp/ui/app"
)

// present asks for the passphrase that is in force, so that nobody changes it at
// a screen that was left open.
func presentWords() question {
	return question{ask: "The passphrase as it is now", secret: true, check: notEmpty}
}

// chosenWords ask for a new passphrase, twice. skip tells that none is needed.
func chosenWords(what string, skip func([]string) bool) []question {
	return []question{
		{ask: what, secret: true, skip: skip, hint: "At least 15 characters. Several words that you don't use together elsewhere are easiest to keep.", check: func(answer string, _ []string) string { return weak(answer) }},
		{ask: "The same once more", secret: true, skip: skip},
	}
}

func (s *open) newWords() *errand {
	notes, o := s.store, s.o
	steps := append([]question{presentWords()}, chosenWords("The new passphrase", nil)...)
	steps[2].check = sameAs(1)
	return s.errand(&errand{
		title: "Change the passphrase", busyWords: "Wrapping the key anew. This takes a few seconds on purpose.", steps: steps,
		do: func(given []string) result {
			waitForTry(o)
			err := notes.ChangePassphrase(store.Passphrase([]byte(given[0])), []byte(given[1]))
			return told(err, "The passphrase is changed. Copies and backups from before still open with the old one.")
		},
	})
}

// sameAs checks that an answer is the same as an earlier one.
func sameAs(step int) func(string, []string) string {
	return func(answer string, given []string) string {
		if answer != given[step] {
			return "The two were not the same. Esc goes back to choose again."
		}
		return ""
	}
}

// newKey makes a recovery key, shows it and asks for it back. Only then does it
// take the place of the one from before: whatever happens until then, the key on
// paper opens the notes.
func (s *open) newKey() *errand {
	notes, o := s.store, s.o
	key := store.NewRecoveryKey()
	var present store.Secret
	e := s.errand(&errand{
		title: "Make a new recovery key", busyWords: "Looking whether that is the passphrase.",
		intro: "It is shown once, to be written down by hand. Have paper ready.",
		steps: []question{presentWords()},
		do: func(given []string) result {
			waitForTry(o)
			present = store.Passphrase([]byte(given[0]))
			return told(notes.Check(present), "This is the recovery key. Write it down by hand and keep it away from this computer. It is shown only now.", "", strings.ReplaceAll(key.Text(), "-", "  "), "", "It opens nothing yet. Type it back, and it takes the place of the one from before.")
		},
	})
	e.then = func() app.Overlay { return s.typeBack(present, key) }
	return e
}

// typeBack asks for a recovery key as it was written down, and puts it in place.
func (s *open) typeBack(present store.Secret, key store.RecoveryKey) *errand {
	notes := s.store
	return s.errand(&errand{
		title: "Make a new recovery key", busyWords: "Wrapping the key anew.",
		steps: []question{{ask: "Type the recovery key back, to be sure that it is written down right", hint: "Spaces, dashes and capitals don't matter. Esc gives it up, and the key from before stays.", check: func(answer string, _ []string) string {
			if back, err := store.ParseRecoveryKey(answer); err != nil || back != key {
				return "That is not the key that was shown. Compare it group by group. If it is lost, make another: the key from before still opens the notes."
			}
			return ""
		}}},
		do: func([]string) result {
			return told(notes.RenewRecovery(present, key), "It is right, and opens the notes from now on. The one from before opens them no longer: destroy it.")
		},
	})
}
