package upkeep

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"isspp/store"
	"isspp/ui/document"
)

// everything stands for all references in a list to choose from.
const everything = "\x00all"

// toKey stands for sealing to a key in the choice of how a file is sealed.
const toKey = "key"

func (n *Notes) export() Operation {
	named := []Due{}
	for _, d := range n.Due {
		if d.Ref != "" {
			named = append(named, d)
		}
	}
	words, values := rows(named)
	byWords := func(a Answers) bool { return a.Text["how"] != toKey }
	steps := []Question{
		{
			Key: "ref", Ask: "What is handed over?",
			Rows:   append(words, "Everything, for next year's lead or another school"),
			Values: append(values, everything),
		},
		{
			Key: "file", Ask: "To which file?", Path: true,
			Preset: homeFile("handover-" + n.now().Format("2006-01-02") + ".age"),
			Hint:   "A file that is there already is left alone.", Check: notEmpty, Look: lookFresh,
		},
		{
			Key: "how", Ask: "How is it sealed?", Values: []string{"", toKey},
			Rows: []string{
				"With a passphrase that you say on the phone",
				"To the receiver's own age key, which they send you first",
			},
			Hint: "Either way nobody else can read the file, and any age program opens it.",
		},
		{
			Key: "keys", Ask: "The receiver's key (age1…)", Skip: byWords, Check: notEmpty,
			Hint: "Separate several with spaces; each of them opens the file. A file with such keys will do too.",
			Look: func(answer string, _ Answers) (any, string) {
				to, err := recipientsOf(answer)
				return to, problemOf(err)
			},
		},
	}
	return Operation{
		ID: "export", Title: "Hand over a reference, or all", Busy: "Sealing the file.",
		Help: "One sealed age file that only the receiver opens, with a chronology to read beside the data.",
		Steps: append(steps, newPassphrase("A passphrase for the file: say it on the phone, never send it along",
			func(a Answers) bool { return !byWords(a) })...),
		Do: func(a Answers) Result {
			ref := a.Text["ref"]
			if ref == everything {
				ref = ""
			}
			to, ok := a.Found["keys"].(store.Sealing)
			if !ok {
				to.Passphrase = a.Text["passphrase"]
			}
			r := n.Export(ref, a.Text["file"], to, false)
			if r.Err == nil {
				r.apart("", "", "The receiver opens it with isspp (Import what was handed over), or with any age "+
					"program. The log says that it went out.")
			}
			return r
		},
	}
}

// placing is a writer that puts a whole file in its place.
type placing func(file []byte) error

func (p placing) Write(file []byte) (int, error) {
	if err := p(file); err != nil {
		return 0, err
	}
	return len(file), nil
}

// Export writes the sealed file of a reference, or of everything, whole or not at all,
// readable by its owner.
func (n *Notes) Export(ref, file string, to store.Sealing, force bool) Result {
	path, written := file, false
	count, err := n.ExportTo(placing(func(b []byte) (err error) {
		path, err = WritePrivate(file, b, force)
		written = err == nil
		return err
	}), ref, to)
	switch {
	case err != nil && written:
		err = errors.New("the file is written, " + name(path) + ", but the log could not record it. " + err.Error())
	case errors.Is(err, document.ErrExists):
		err = errors.New("a file with that name exists and was not changed. --force replaces it")
	case errors.Is(err, fs.ErrPermission):
		err = errors.New("nothing was written: this account may not write there. The notes are as they were. Choose " +
			"another place")
	case errors.Is(err, fs.ErrNotExist):
		err = errors.New("nothing was written: there is no such folder. The notes are as they were. Choose another " +
			"place")
	}
	r := told(err)
	if err == nil {
		r.Column = column
		r.apart("Written", path+" ("+records(count)+", sealed)",
			"Written, sealed, with "+records(count)+" in it: "+path)
	}
	return r
}

// ExportTo writes the sealed file, and gives how many records are in it.
func (n *Notes) ExportTo(w io.Writer, ref string, to store.Sealing) (int, error) {
	texts, err := n.Readings(ref)
	if err != nil {
		return 0, err
	}
	return n.Store.Export(w, ref, to, texts)
}

// WritePrivate writes a file that its owner alone can read, and says where it is.
func WritePrivate(file string, data []byte, force bool) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		path = file
	}
	return path, document.WritePrivate(path, data, force)
}

// recipientsOf reads what was typed for the receivers' keys: the keys themselves,
// or the name of a file with them.
func recipientsOf(answer string) (store.Sealing, error) {
	file := typedPath(answer)
	if strings.HasPrefix(strings.ToLower(answer), "age") || there(file) != "" {
		return Recipients([]string{answer}, nil)
	}
	return Recipients(nil, []string{file})
}

// Recipients reads those that were given, and those in files.
func Recipients(given, files []string) (store.Sealing, error) {
	var out store.Sealing
	for _, name := range files {
		text, err := readSmall(name)
		if err != nil {
			return out, err
		}
		given = append(given, text)
	}
	for _, text := range given {
		more, err := store.ParseRecipients(text)
		if err != nil {
			return out, err
		}
		out.Recipients = append(out.Recipients, more...)
	}
	return out, nil
}

// Identities reads those in files.
func Identities(files []string) ([]age.Identity, error) {
	var out []age.Identity
	for _, name := range files {
		text, err := readSmall(name)
		if err != nil {
			return nil, err
		}
		more, err := store.ParseIdentities(text)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// maxKeyFile bounds a file of recipients or identities.
const maxKeyFile = 64 << 10

// readSmall reads a file of keys.
func readSmall(file string) (string, error) {
	if why := there(file); why != "" {
		return "", errors.New(name(file) + ": " + why + " Nothing was changed.")
	}
	unreadable := errors.New(name(file) + " can't be read. Nothing was changed.")
	f, err := os.Open(file)
	if err != nil {
		return "", unreadable
	}
	defer func() { _ = f.Close() }() // read only
	b, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return "", unreadable
	}
	return string(b), nil
}
