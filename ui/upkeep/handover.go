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
	"isspp/ui/cli"
	"isspp/ui/document"
)

const everything = "\x00all"

const toKey = "key"

func (n *Notes) export() Operation {
	return Operation{
		ID: "export", Title: "Hand over a reference, or all", Busy: "Sealing the file.",
		Help:    "One sealed age file that only the receiver opens, with a chronology to read beside the data.",
		Command: exporting, Steps: n.exportSteps(),
		Do: func(a Answers) Result {
			ref := a.Text["ref"]
			if found, ok := a.Found["ref"].(string); ok {
				ref = found
			}
			if ref == everything {
				ref = ""
			}
			to, ok := a.Found["keys"].(store.Sealing)
			if !ok {
				to.Passphrase = a.Text["passphrase"]
			}
			if a.Shell != nil && a.Text["file"] == toOutput {
				count, err := n.exportTo(a.Shell.Out, ref, to)
				if err == nil {
					a.Shell.Ask(cli.Line{Text: "Written   to the standard output (" + records(count) + ", sealed)"})
				}
				return Result{Err: err}
			}
			r := n.Export(ref, a.Text["file"], to, a.Set("force"))
			if r.Err == nil {
				r.apart("", "", "The receiver opens it with isspp (Import what was handed over), or with any age "+
					"program. The log says that it went out.")
			}
			return r
		},
	}
}

func (n *Notes) exportSteps() []Question {
	named := []Due{}
	for _, d := range n.Due {
		if d.Ref != "" {
			named = append(named, d)
		}
	}
	words, values := rows(named)
	toTheirKey := func(a Answers) bool { return a.Text["how"] == toKey }
	steps := []Question{
		{
			Key: "ref", Ask: "What is handed over?", Find: n.findRef,
			Rows:   append(words, "Everything, for next year's lead or another school"),
			Values: append(values, everything),
			Flag:   Flag{Name: "ref", Help: "the `REFERENCE` to hand over"},
		},
		{
			Key: "file", Ask: "To which file?", Path: true,
			Preset: homeFile("handover-" + n.now().Format("2006-01-02") + ".age"),
			Hint:   "A file that is there already is left alone.", Check: notEmpty,
			Look:    lookFresh("Nothing was written. --force replaces a file that is there."),
			Flag:    Flag{"output", "o", "write it to `FILE`; - is the standard output"},
			Missing: "where does the file go? -o FILE.age",
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
			Key: "keys", Ask: "The receiver's key (age1…)", Check: notEmpty,
			Skip: func(a Answers) bool { return !toTheirKey(a) },
			Hint: "Separate several with spaces; each of them opens the file. A file with such keys will do too.",
			Look: func(answer string, _ Answers) (any, string) {
				to, err := recipientsOf(answer)
				return to, problemOf(err)
			},
		},
	}
	secret := newPassphrase("A passphrase for the file: say it on the phone, never send it along", toTheirKey)
	secret[0].Flag, secret[0].Prompt = Flag{Name: "file-passphrase", Help: "the passphrase of the file"},
		"Passphrase for the file"
	secret[0].Before = "The file gets a passphrase of its own. Say it on the phone; never send it along."
	return append(steps, secret...)
}

const toOutput = "-"

var exporting = &Command{
	Use: "export", Short: "Hand over one reference, or all, as a sealed age file",
	Long: "Writes everything under a reference, drafts too, or with --all everything there is,\n" +
		"as an age file: a tar archive of a chronology in Markdown, for people, and of\n" +
		"records.json, for isspp notes import. It is sealed to recipients (age1…), or to a\n" +
		"passphrase of its own, which is said on the phone and never sent along. Any age\n" +
		"program opens it: age -d FILE.age | tar -x",
	Example: "  isspp notes export --ref REF-123 -o ref-123.age\n" +
		"  isspp notes export --all --recipient age1… -o everything.age\n" +
		"  isspp notes export --all --recipients-file school.txt -o everything.age",
	Switches: []Flag{
		{Name: "all", Help: "hand everything over"},
		{Name: "force", Help: "replace a file that is there"},
	},
	Lists: []Flag{
		{"recipient", "r", "seal it to `RECIPIENT` (age1…); can be repeated"},
		{"recipients-file", "R", "seal it to the recipients in `FILE`, a line each; can be repeated"},
	},
	Check: func(a Answers) error {
		if a.Set("all") && !a.Set("ref") {
			a.Text["ref"] = everything
		}
		keys, files := a.Lists["recipient"], a.Lists["recipients-file"]
		switch {
		case !a.Set("ref"):
			return cli.Usagef("what is handed over? --ref REFERENCE, or --all. isspp notes purge lists the references")
		case a.Set("all") && a.Text["ref"] != everything:
			return cli.Usagef("--ref or --all: one of them, not both")
		case len(keys)+len(files) > 0 && a.secrets["passphrase"].Given():
			return cli.Usagef("give recipients or a passphrase for the file, not both")
		case a.Text["file"] == toOutput && a.Shell.Width > 0:
			return cli.Usagef("the file is sealed and not for a terminal: -o FILE.age, or pass it on to another " +
				"program")
		case len(keys)+len(files) > 0:
			to, err := recipients(keys, files)
			if err != nil {
				return cli.Failf("%v", err)
			}
			if a.Found["keys"] = to; len(to.Recipients) > 0 {
				a.Text["how"] = toKey
			}
		}
		return nil
	},
}

func (n *Notes) findRef(answer string, a Answers) (any, string) {
	if answer == everything {
		return answer, ""
	}
	what, err := n.Store.Choose(answer, "")
	gone := errors.Is(err, store.ErrAbsent)
	if err != nil && !gone {
		return nil, err.Error()
	}
	if gone {
		what = &store.Choice{}
	}
	if note := n.NotIncluded(answer, what.Elsewhere); note != "" {
		a.Shell.Ask(cli.Line{Text: note})
	}
	if gone {
		return nil, "nothing is kept under that reference. Nothing was written. isspp notes purge lists the references"
	}
	return what.Ref, ""
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
	count, err := n.exportTo(placing(func(b []byte) (err error) {
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

func (n *Notes) exportTo(w io.Writer, ref string, to store.Sealing) (int, error) {
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
		return recipients([]string{answer}, nil)
	}
	return recipients(nil, []string{file})
}

func recipients(given, files []string) (store.Sealing, error) {
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

func identities(files []string) ([]age.Identity, error) {
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

const maxKeyFile = 64 << 10

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
