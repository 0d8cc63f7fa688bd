package upkeep

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"isspp/store"
)

// Question is one step of an operation: a line to type, a row to choose, or a recovery
// key to write down.
type Question struct {
	// Key names the answer.
	Key string
	// Ask is the question, Asks the same where it depends on the answers before, and Hint
	// what is said below it. Label names the line in its frame.
	Ask, Hint, Label string
	Asks             func(a Answers) string
	// About, where set, is said above it of what was answered before.
	About  func(a Answers) string
	Secret bool
	// OrKey lets the recovery key be typed in place of the passphrase.
	OrKey bool
	// Path tells that the answer is the name of a file.
	Path bool
	// Preset stands in the line to begin with.
	Preset string
	// Rows, where there are any, are chosen from; the answer is the row's value.
	Rows, Values []string
	// Shows, where set, gives a recovery key that is shown in place of a question, and
	// ShownAgain lets ctrl+r go back to it.
	Shows      func(a Answers) store.RecoveryKey
	ShownAgain bool
	// Count says how far what is typed is, or is nil.
	Count func(typed string) string
	// Leaves tells an answer that goes back without doing anything.
	Leaves func(answer string) bool
	// Check says why an answer won't do, or is empty. It reads no disk. Anew tells that
	// the question before is then asked again.
	Check func(answer string, a Answers) string
	Anew  bool
	// Look does the same for what only the disk or the store can tell, beside the app, and
	// gives what was found out; Busy stands there meanwhile.
	Look func(answer string, a Answers) (found any, problem string)
	Busy string
	// Skip tells that the question does not arise.
	Skip func(a Answers) bool
	// Flag answers it in a shell, or for a secret flags with -file and -fd behind the name;
	// Missing is said where nobody can be asked. Prompt asks for a secret there, Before is
	// said before it, and Chosen tells that it is a new one. Otherwise is how things stand
	// where a key that it shows is not typed back. Find is Look for what was named there and
	// not chosen.
	Flag                               Flag
	Missing, Prompt, Before, Otherwise string
	Chosen                             bool
	Find                               func(answer string, a Answers) (found any, problem string)
	// First tells that there is no way back to the questions before: Esc leaves, or says
	// Stay where that is set.
	First bool
	Stay  string
}

// keyMark stands before an answer that is a recovery key and no passphrase.
const keyMark = "\x00key "

func secretIn(answer string) (store.Secret, error) {
	typed, byKey := strings.CutPrefix(answer, keyMark)
	if !byKey {
		return store.Passphrase([]byte(typed)), nil
	}
	key, err := store.ParseRecoveryKey(typed)
	return store.Recovery(key), err
}

// sure is a question whose safe answer comes first.
func sure(hint string) Question {
	return Question{
		Key: "sure", Ask: "Do it?", Rows: []string{"No, go back", "Yes"}, Values: []string{"", "yes"}, Hint: hint,
		Leaves: func(answer string) bool { return answer == "" },
	}
}

func notEmpty(answer string, _ Answers) string {
	if answer == "" || answer == keyMark {
		return "This needs an answer. Esc goes back."
	}
	return ""
}

func reasonGiven(answer string, _ Answers) string {
	if answer == "" {
		return "This needs a reason: whoever looks at it later must be able to see why."
	}
	return ""
}

func sameAs(key, otherwise string) func(string, Answers) string {
	return func(answer string, a Answers) string {
		if answer != a.Text[key] {
			return otherwise
		}
		return ""
	}
}

// typedPath is the name of a file as people type, paste and drag it: in quotes, or
// from their own folder with ~.
func typedPath(typed string) string {
	typed = strings.TrimSpace(typed)
	for _, quote := range []string{`"`, "'"} {
		if len(typed) > 1 && strings.HasPrefix(typed, quote) && strings.HasSuffix(typed, quote) {
			typed = typed[1 : len(typed)-1]
		}
	}
	if runtime.GOOS != "windows" {
		// A file that is dragged into a terminal comes with its blanks escaped.
		typed = strings.ReplaceAll(typed, `\ `, " ")
	}
	if rest, home := strings.CutPrefix(filepath.ToSlash(typed), "~/"); home {
		return homeFile(filepath.FromSlash(rest))
	}
	return typed
}

func homeFile(name string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		return name
	}
	return filepath.Join(dir, name)
}

func fresh(name string) string {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return "That is a folder. Add a file name after it."
	case err == nil:
		return "A file with that name exists and was not changed. Choose another name."
	}
	if folder, err := os.Stat(filepath.Dir(name)); err != nil || !folder.IsDir() {
		return "There is no such folder. Make it first, or choose another."
	}
	return ""
}

// lookFresh refuses such a file; a shell says that nothing was done and may be told to replace
// the file, or write to the standard output.
func lookFresh(nothing string) func(string, Answers) (any, string) {
	return func(answer string, a Answers) (any, string) {
		why := fresh(answer)
		switch {
		case a.Set("force"), answer == toOutput && a.Shell != nil:
			return nil, ""
		case why != "" && a.Shell != nil:
			why += " " + nothing
		}
		return nil, why
	}
}

func there(name string) string {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "This account may not read that file."
	case err != nil:
		return "There is no such file. Check its name and its folder."
	case info.IsDir():
		return "That is a folder. Add the file's name after it."
	}
	return ""
}

func lookThere(answer string, _ Answers) (any, string) { return nil, there(answer) }

func problemOf(err error) string {
	if err != nil {
		return err.Error()
	}
	return ""
}
