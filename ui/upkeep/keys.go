package upkeep

import (
	"errors"
	"fmt"
	"strings"

	"isspp/store"
	"isspp/ui/process"
)

// present asks for what opens the notes now, so that nobody changes it at a screen that
// was left open. It is looked at before anything else is asked.
func (n *Notes) present() Question {
	return Question{
		Key: "present", Ask: "The passphrase as it is now", Secret: true, OrKey: true, Check: notEmpty,
		Look: func(answer string, _ Answers) (any, string) {
			secret, err := secretIn(answer)
			if err == nil {
				n.Wait()
				err = n.Store.Check(secret)
			}
			return secret, problemOf(err)
		},
	}
}

func (n *Notes) passphrase() Operation {
	return Operation{
		ID: "passphrase", Title: "Change the passphrase",
		Busy:  "Wrapping the key anew. This takes a few seconds on purpose.",
		Help:  "Only the key's wrapping changes. Earlier copies and backups still open with the old passphrase.",
		Steps: append([]Question{n.present()}, newPassphrase("The new passphrase", nil)...),
		Do: func(a Answers) Result {
			present, _ := a.Found["present"].(store.Secret)
			return n.ChangePassphrase(present, a.Text["passphrase"])
		},
	}
}

// AfterRecovery lets whoever came in with the recovery key choose a new passphrase,
// since the one from before is forgotten.
func (n *Notes) AfterRecovery(key store.RecoveryKey) Operation {
	o := n.passphrase()
	o.Title, o.Steps = "Choose a new passphrase", o.Steps[1:]
	o.Intro = "The recovery key has opened the notes, and stays as it is: keep the paper. Choose the passphrase that " +
		"opens them " +
		"from now on. Esc puts it off: ctrl+n has it under Change the passphrase."
	o.Do = func(a Answers) Result { return n.ChangePassphrase(store.Recovery(key), a.Text["passphrase"]) }
	return o
}

// ChangePassphrase wraps the key anew. present is what opens the notes now.
func (n *Notes) ChangePassphrase(present store.Secret, passphrase string) Result {
	return told(n.Store.ChangePassphrase(present, []byte(passphrase)), Line{
		Text: "The passphrase is changed, and no wrapping of the old one is left in the notes. Copies and backups " +
			"made before " +
			"still open with the old one.",
		App: "The passphrase has changed. Earlier copies and backups still open with the old one.",
	})
}

// keyBack shows a recovery key and asks for it back: a key that was written down wrong is
// found out now and not in a year.
func keyBack(shown Question) []Question {
	shown.Key, shown.First = "key", true
	return []Question{shown, {
		Key: "back", Ask: "Type the key back, to check that you wrote it down correctly. Spaces, dashes and capitals " +
			"don't matter.",
		Label: "Recovery key", Hint: "ctrl+r shows it again. ctrl+u empties the line.", ShownAgain: true,
		Check: func(answer string, a Answers) string { return TypedWrong(shown.Shows(a), answer) },
	}}
}

// TypedWrong says where a key that was typed back is not the one shown.
func TypedWrong(key store.RecoveryKey, typed string) string {
	group := key.Differs(typed)
	switch {
	case group == 0:
		return ""
	case strings.TrimSpace(typed) == "":
		return "Nothing typed yet."
	}
	return fmt.Sprintf("That is not the key that was shown: check group %d.", group)
}

// keyRows is how many groups of the key stand in a line, so that it is copied and
// compared in short pieces.
const keyRows = 3

// KeyLines are the lines of a recovery key, and beside each which groups they are.
func KeyLines(key store.RecoveryKey) (lines, beside []string) {
	groups := strings.Split(key.Text(), "-")
	for i := 0; i < len(groups); i += keyRows {
		to := min(i+keyRows, len(groups))
		lines = append(lines, strings.Join(groups[i:to], "  "))
		beside = append(beside, fmt.Sprintf("groups %d to %d", i+1, to))
	}
	return lines, beside
}

// recovery makes a recovery key, shows it and asks for it back. Only then does it
// take the place of the one from before: whatever happens until then, the key on
// paper opens the notes.
func (n *Notes) recovery() Operation {
	key := store.NewRecoveryKey()
	return Operation{
		ID: "recovery", Title: "Make a new recovery key", Busy: "Wrapping the key anew.",
		Help: "Shown once. Once you type it back, the old one no longer opens these notes.",
		Intro: "It is shown once, to be written down by hand, and then asked for back. Have paper ready. Until you " +
			"type it back, " +
			"the old one stays valid.",
		Steps: append([]Question{n.present()}, keyBack(Question{
			Ask: "This is the new recovery key. It opens nothing yet. Write it down by hand; once you type it " +
				"back, it replaces the old one.",
			Hint:  "Enter: it is written down. Esc cancels: the old one stays.",
			Shows: func(Answers) store.RecoveryKey { return key },
		})...),
		Do: func(a Answers) Result {
			present, _ := a.Found["present"].(store.Secret)
			r := n.RenewRecovery(present, key)
			if r.Err == nil {
				r.apart("", "", "Destroy the old one: it no longer opens them. Earlier copies and backups still open "+
					"with it.")
			}
			return r
		},
	}
}

// RenewRecovery puts a recovery key that was written down in the place of the one from
// before.
func (n *Notes) RenewRecovery(present store.Secret, key store.RecoveryKey) Result {
	if err := n.Store.RenewRecovery(present, key); err != nil {
		return Result{Err: err, Said: sentences("The new recovery key was not put in place and opens nothing.")}
	}
	return Result{Said: []Line{{
		Text: "It opens the notes from now on. The old one no longer does.",
		App:  "It matches, and opens the notes from now on.",
	}}}
}

// Made are notes that were just set up, and the key that opens them too.
type Made struct {
	Store *store.Store
	Key   store.RecoveryKey
}

// SetUp makes private notes on this computer: a passphrase, twice, and a recovery key,
// shown once and typed back. place is what speaks against where they are to be, and
// refused why they can't be there.
func (n *Notes) SetUp(place []store.Finding, refused error) Operation {
	o := Operation{ID: "init", Title: "Set up private notes on this computer", Refused: refused}
	for _, f := range place {
		if f.Code != "network" {
			o.Remarks = append(o.Remarks, f.Text)
		}
	}
	made := func(a Answers) Made { m, _ := a.Found["again"].(Made); return m }
	o.Steps = newPassphrase("Choose a passphrase: at least 15 characters. Several words that you don't use together "+
		"elsewhere are "+
		"easiest to keep. Nobody can look it up for you.", nil)
	first, again := &o.Steps[0], &o.Steps[1]
	first.Label, first.Hint, first.Count = "Passphrase", "", longEnough
	again.Ask, again.Label, again.Anew = "The same passphrase again.", "Once more", true
	again.Check = sameAs("passphrase", "The two don't match. Nothing was made; choose again.")
	again.Busy = "Making the file. This takes a few seconds, once."
	again.Look = func(answer string, _ Answers) (any, string) {
		m, err := n.Create(answer)
		return m, problemOf(err)
	}
	o.Steps = append(o.Steps, keyBack(Question{
		Ask: "This is the recovery key. It opens the notes if the passphrase is forgotten, and is shown only now. " +
			"Write it down by " +
			"hand and keep it somewhere safe in school, away from this computer.",
		Shows: func(a Answers) store.RecoveryKey { return made(a).Key },
		Stay: "The notes are made. Write the recovery key down and type it back: without it, a forgotten passphrase " +
			"loses them.",
	})...)
	o.Do = func(a Answers) Result { return Result{Opened: made(a).Store} }
	return o
}

// Create makes the file of new notes.
func (n *Notes) Create(passphrase string) (Made, error) {
	if why := process.Exposed(); why != "" {
		return Made{}, errors.New(why)
	}
	st, key, err := store.Create(n.Path, []byte(passphrase), n.Options)
	return Made{st, key}, err
}
