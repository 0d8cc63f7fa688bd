package session

import (
	tea "charm.land/bubbletea/v2"

	"isspp/store"
	"isspp/ui/kit"
)

// presentWords asks for what opens the notes now, so that nobody changes it at a
// screen that was left open. It is looked at before anything else is asked.
func (s *notesSession) presentWords() question {
	notes, o := s.store, s.o
	return question{ask: "The passphrase as it is now", secret: true, orKey: true, check: notEmpty, look: func(answer string, _ []string) string {
		secret, err := secretIn(answer)
		if err == nil {
			waitForTry(o)
			err = notes.Check(secret)
		}
		return problemOf(err)
	}}
}

// chosenWords ask for a new passphrase, twice. skip tells that none is needed.
func chosenWords(what string, skip func([]string) bool) []question {
	return []question{
		{ask: what, secret: true, skip: skip, hint: "At least 15 characters. Several words that you don't use together elsewhere are easiest to keep.", check: func(answer string, _ []string) string { return weak(answer) }},
		{ask: "The same again", secret: true, skip: skip},
	}
}

func (s *notesSession) newWords() *wizard {
	return s.changeWords("Change the passphrase", "", s.presentWords(), nil)
}

// afterRecovery lets whoever came in with the recovery key choose a new passphrase,
// since the one from before is forgotten.
func (s *notesSession) afterRecovery(key store.RecoveryKey) *wizard {
	known := store.Recovery(key)
	e := s.changeWords("Choose a new passphrase", "The recovery key has opened the notes, and stays as it is: keep the paper. Choose the passphrase that opens them from now on. Esc puts it off: ctrl+n has it under Change the passphrase.", question{skip: func([]string) bool { return true }}, &known)
	e.home = s.toConcerns
	return e
}

// toConcerns shows the concerns, which somebody who opened the notes came for.
func (s *notesSession) toConcerns() tea.Cmd {
	s.app.CloseDialogs()
	s.app.Show(tabChecklist)
	if s.env.Recorder == "" {
		s.app.Open(newAskRecorder(s))
	}
	return nil
}

// changeWords wraps the key anew. present asks for what opens the notes now, unless
// it is known.
func (s *notesSession) changeWords(title, intro string, present question, known *store.Secret) *wizard {
	notes, o := s.store, s.o
	steps := append([]question{present}, chosenWords("The new passphrase", nil)...)
	steps[2].check = sameAs(1)
	return s.wizard(&wizard{
		title: title, intro: intro, busyWords: "Wrapping the key anew. This takes a few seconds on purpose.", steps: steps,
		do: func(given []string) result {
			var secret store.Secret
			var err error
			if known != nil {
				secret = *known
			} else if secret, err = secretIn(given[0]); err != nil {
				return result{err: err}
			}
			waitForTry(o)
			err = notes.ChangePassphrase(secret, []byte(given[1]))
			return told(err, "The passphrase has changed. Earlier copies and backups still open with the old one.")
		},
	})
}

// sameAs checks that an answer is the same as an earlier one.
func sameAs(step int) func(string, []string) string {
	return func(answer string, given []string) string {
		if answer != given[step] {
			return "The two don't match. Type it again, or Esc goes back to choose another."
		}
		return ""
	}
}

// newKey makes a recovery key, shows it and asks for it back. Only then does it
// take the place of the one from before: whatever happens until then, the key on
// paper opens the notes.
func (s *notesSession) newKey() *wizard {
	var present store.Secret
	e := s.wizard(&wizard{
		title: renewTitle, busyWords: "Making the key.",
		intro: "It is shown once, to be written down by hand, and then asked for back. Have paper ready. Until you type it back, the old one stays valid.",
		steps: []question{s.presentWords()},
		do: func(given []string) result {
			var err error
			present, err = secretIn(given[0])
			return told(err)
		},
	})
	e.then = func() kit.Dialog { return newRenewed(s, present, store.NewRecoveryKey()) }
	return e
}
