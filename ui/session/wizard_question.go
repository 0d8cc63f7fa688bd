package session

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"isspp/store"
)

// question is one step of a wizard: a line to type, or a row to choose.
type question struct {
	// ask is the question, asks the same where it depends on the answers before,
	// and hint what is said below it.
	ask, hint string
	asks      func(given []string) string
	// about, where set, is said above it of what was answered before.
	about  func(given []string) string
	secret bool
	// orKey lets the recovery key be typed in place of the passphrase.
	orKey bool
	// path tells that the answer is the name of a file.
	path bool
	// preset stands in the line to begin with.
	preset string
	// rows, where there are any, are chosen from; the answer is the row's value.
	rows, values []string
	// leaves tells an answer that goes back without doing anything.
	leaves func(answer string) bool
	// check says why an answer won't do, or is empty. It reads no disk.
	check func(answer string, given []string) string
	// look does the same for what only the disk or the store can tell, beside the app.
	look func(answer string, given []string) string
	// skip tells that the question does not arise.
	skip func(given []string) bool
}

// keyMark stands before an answer that is a recovery key and no passphrase.
const keyMark = "\x00key "

// secretIn is the secret that was answered with.
func secretIn(answer string) (store.Secret, error) {
	typed, byKey := strings.CutPrefix(answer, keyMark)
	if !byKey {
		return store.Passphrase([]byte(typed)), nil
	}
	key, err := store.ParseRecoveryKey(typed)
	return store.Recovery(key), err
}

// yes is a question whose safe answer comes first.
func yes(hint string) question {
	return question{
		ask: "Do it?", rows: []string{"No, go back", "Yes"}, values: []string{"", "yes"}, hint: hint,
		leaves: func(answer string) bool { return answer == "" },
	}
}

func notEmpty(answer string, _ []string) string {
	if answer == "" || answer == keyMark {
		return "This needs an answer. Esc goes back."
	}
	return ""
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
	rest, home := strings.CutPrefix(filepath.ToSlash(typed), "~/")
	if dir, err := os.UserHomeDir(); home && err == nil {
		return filepath.Join(dir, filepath.FromSlash(rest))
	}
	return typed
}

// homeFile is a name in the person's own folder.
func homeFile(name string) string {
	dir, err := os.UserHomeDir()
	if err != nil {
		return name
	}
	return filepath.Join(dir, name)
}

// fresh refuses the name of a file that is there, and one in no folder.
func fresh(answer string, _ []string) string {
	info, err := os.Stat(answer)
	switch {
	case err == nil && info.IsDir():
		return "That is a folder. Add a file name after it."
	case err == nil:
		return "A file with that name exists and was not changed. Choose another name."
	}
	if folder, err := os.Stat(filepath.Dir(answer)); err != nil || !folder.IsDir() {
		return "There is no such folder. Make it first, or choose another."
	}
	return ""
}

// there refuses what is no file that can be read.
func there(answer string, _ []string) string {
	info, err := os.Stat(answer)
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

func problemOf(err error) string {
	if err != nil {
		return err.Error()
	}
	return ""
}
