package session

import (
	"errors"
	"os"
	"strings"

	"filippo.io/age"
	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

func newImport(s *cli.Session) *cobra.Command {
	var identities []string
	cmd := &cobra.Command{
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
	}
	cmd.Flags().StringArrayVarP(&identities, "identity", "i", nil, "open the file with the age identity in `FILE`; can be repeated")
	k, its := unlocking(s, cmd), newKeyring(s, cmd, "file-passphrase", "the passphrase of the file")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		with, err := identitiesIn(identities)
		if err != nil {
			return err
		}
		if err := fitting(args[0], len(with) > 0, its.given()); err != nil {
			return err
		}
		f, err := os.Open(args[0])
		if err != nil {
			return cli.Failf("that file can't be read. Nothing was imported.")
		}
		defer func() { _ = f.Close() }() // read only
		return opening(s, k, nil, func(notes *store.Store) error {
			open := store.Opening{Identities: with}
			if len(with) == 0 {
				if open.Passphrase, err = its.read("Passphrase of the file: "); err != nil {
					return err
				}
			}
			taken, err := notes.Import(f, open)
			if errors.Is(err, store.ErrWrongPassphrase) {
				return cli.Failf("%v", err) // the file's, which is not asked for again here
			}
			if err != nil {
				return err
			}
			for _, line := range takenWords(taken) {
				if err := s.Tell(0, cli.Line{Text: model.CleanLine(line)}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return cmd
}

// fitting says whether what was given opens a file of its kind, before any
// passphrase is asked for.
func fitting(name string, identity, passphrase bool) error {
	by, err := sealedBy(name)
	switch {
	case err != nil:
		return failed(err)
	case by == store.ByIdentity && !identity:
		return cli.Failf("this file is sealed to a key and not with a passphrase. Nothing was imported. -i FILE names the file with your age identity, AGE-SECRET-KEY-1…")
	case by == store.ByPassphrase && identity:
		return cli.Failf("this file is sealed with a passphrase and not to a key. Nothing was imported. Leave --identity out: the passphrase is asked for")
	case identity && passphrase:
		return cli.Usagef("give an identity or a passphrase for the file, not both")
	}
	return nil
}

// takenWords tells what an import did.
func takenWords(t *store.Taken) []string {
	var out []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			out = append(out, "1 record "+one)
		case n > 1:
			out = append(out, records(n)+" "+many)
		}
	}
	add(t.New, "came in.", "came in.")
	add(t.Newer, "came in as a newer version of what was here.", "came in as newer versions of what was here.")
	add(t.Both, "came in beside yours: both sides had changed it, and both are kept. The other version is marked.", "came in beside yours: both sides had changed them, and both are kept. The other versions are marked.")
	add(t.Same, "was here already.", "were here already.")
	add(t.Older, "is an older version of what is here, and had no effect.", "are older versions of what is here, and had no effect.")
	add(t.Disposed, "was disposed of here before, and was not imported again.", "were disposed of here before, and were not imported again.")
	add(t.Refused, "is in a form that isspp doesn't write, and was not imported.", "are in a form that isspp doesn't write, and were not imported.")
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

// sealedBy tells how the file of a name is sealed.
func sealedBy(name string) (store.Sealed, error) {
	if why := there(name, nil); why != "" {
		return 0, cli.Failf("%s Nothing was imported.", why)
	}
	f, err := os.Open(name)
	if err != nil {
		return 0, cli.Failf("That file can't be read. Nothing was imported.")
	}
	defer func() { _ = f.Close() }() // read only
	return store.SealedBy(f)
}

func identitiesIn(files []string) ([]age.Identity, error) {
	var out []age.Identity
	for _, name := range files {
		text, err := readSmall(name)
		if err != nil {
			return nil, err
		}
		more, err := store.ParseIdentities(text)
		if err != nil {
			return nil, failed(err)
		}
		out = append(out, more...)
	}
	return out, nil
}
