package upkeep

import (
	"errors"
	"os"
	"strings"

	"filippo.io/age"
	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
)

func (n *Notes) importFile() Operation {
	// How the file is sealed is seen from the file itself, once it is named.
	toKey := func(a Answers) bool { return a.Found["file"] == store.ByIdentity }
	return Operation{
		ID: "import", Title: "Import what was handed over", Off: n.Writing, Busy: "Opening the file and merging it.",
		Help:    "Merged with what is here; where both sides changed, both are kept. Repeating it has no effect.",
		Command: importing,
		Steps: []Question{
			{
				Key: "file", Ask: "Which file?", Path: true, Check: notEmpty,
				Hint: "The file that was sent to you, usually ending in .age.",
				Look: func(answer string, _ Answers) (any, string) {
					by, err := sealedBy(answer)
					return by, problemOf(err)
				},
			},
			{
				Key: "identity", Ask: "The file was sealed to a key. Which file has your age identity?", Path: true,
				Check: notEmpty,
				Hint:  "The one that age-keygen made: AGE-SECRET-KEY-1… stands in it.",
				Skip:  func(a Answers) bool { return !toKey(a) },
				Look: func(answer string, _ Answers) (any, string) {
					with, err := identities([]string{answer})
					return with, problemOf(err)
				},
			},
			{
				Key: "passphrase", Ask: "The file's passphrase", Secret: true, Check: notEmpty, Skip: toKey,
				Flag:   Flag{Name: "file-passphrase", Help: "the passphrase of the file"},
				Prompt: "Passphrase of the file",
				Hint:   "Whoever made the file chose it for this file.",
			},
		},
		Do: func(a Answers) Result {
			with, _ := a.Found["identity"].([]age.Identity)
			return n.importFrom(a.Text["file"], store.Opening{Passphrase: a.Text["passphrase"], Identities: with})
		},
	}
}

var importing = &Command{
	Use: "import FILE", Short: "Import what another isspp handed over",
	Long: "Imports the records of an exported file. They are merged by id and revision: what\n" +
		"is here already stays, a newer version takes the place of one that was not changed\n" +
		"here, and where both sides changed, both are kept. The file is opened with its\n" +
		"passphrase, or with an age identity.",
	Example: "  isspp notes import ref-123.age\n  isspp notes import -i key.txt everything.age",
	Args: func(_ *cobra.Command, args []string) error {
		switch len(args) {
		case 1:
			return nil
		case 0:
			return cli.Usagef("which file? isspp notes import FILE.age")
		}
		return cli.Usagef("import takes one file at a time. A name with blanks in it goes in quotes: \"two words.age\"")
	},
	Word:  "file",
	Lists: []Flag{{"identity", "i", "open the file with the age identity in `FILE`; can be repeated"}},
	// What was given opens a file of its kind, before any passphrase is asked for.
	Check: func(a Answers) error {
		with, err := identities(a.Lists["identity"])
		if err != nil {
			return cli.Failf("%v", err)
		}
		by, err := sealedBy(a.Text["file"])
		switch {
		case err != nil:
			return cli.Failf("%v", err)
		case by == store.ByIdentity && len(with) == 0:
			return cli.Failf("this file is sealed to a key and not with a passphrase. Nothing was imported. -i FILE " +
				"names the file with your age identity, AGE-SECRET-KEY-1…")
		case by == store.ByPassphrase && len(with) > 0:
			return cli.Failf("this file is sealed with a passphrase and not to a key. Nothing was imported. Leave " +
				"--identity out: the passphrase is asked for")
		case len(with) > 0 && a.secrets["passphrase"].Given():
			return cli.Usagef("give an identity or a passphrase for the file, not both")
		}
		a.Found["identity"] = with
		return nil
	},
}

func sealedBy(file string) (store.Sealed, error) {
	if why := there(file); why != "" {
		return 0, errors.New(why + " Nothing was imported.")
	}
	f, err := os.Open(file)
	if err != nil {
		return 0, errors.New("That file can't be read. Nothing was imported.") //nolint:staticcheck // a sentence for people
	}
	defer func() { _ = f.Close() }() // read only
	return store.SealedBy(f)
}

func (n *Notes) importFrom(file string, open store.Opening) Result {
	f, err := os.Open(file)
	if err != nil {
		return Result{Err: errors.New("That file can't be opened. Nothing was imported. Check its name.")} //nolint:staticcheck // a sentence for people
	}
	defer func() { _ = f.Close() }() // read only
	taken, err := n.Store.Import(f, open)
	if err != nil {
		return Result{Err: err}
	}
	return Result{Said: sentences(imported(taken)...), Changed: taken.Changed()}
}

func imported(t *store.Taken) []string {
	var out []string
	for _, part := range []struct {
		n         int
		one, many string
	}{
		{t.New, "came in.", "came in."},
		{t.Newer, "came in as a newer version of what was here.", "came in as newer versions of what was here."},
		{
			t.Both, "came in beside yours: both sides had changed it, and both are kept. The other version is marked.",
			"came in beside yours: both sides had changed them, and both are kept. The other versions are marked.",
		},
		{t.Same, "was here already.", "were here already."},
		{
			t.Older, "is an older version of what is here, and had no effect.",
			"are older versions of what is here, and had no effect.",
		},
		{
			t.Disposed, "was disposed of here before, and was not imported again.",
			"were disposed of here before, and were not imported again.",
		},
		{
			t.Refused, "is in a form that isspp doesn't write, and was not imported.",
			"are in a form that isspp doesn't write, and were not imported.",
		},
	} {
		switch {
		case part.n == 1:
			out = append(out, "1 record "+part.one)
		case part.n > 1:
			out = append(out, records(part.n)+" "+part.many)
		}
	}
	for _, gap := range t.Incomplete {
		out = append(out, "The notes that they came from may lack something: "+gap)
	}
	switch {
	case len(out) == 0:
		return []string{"There was nothing in the file. Nothing has changed."}
	case !t.Changed():
		return append(out, "Nothing has changed.")
	case len(t.References) > 0:
		out = append(out, "Under: "+strings.Join(t.References, ", "))
	}
	return out
}
