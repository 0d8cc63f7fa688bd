package session

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"filippo.io/age"
	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/report"
)

// maxKeyFile bounds a file of recipients or identities.
const maxKeyFile = 64 << 10

func newExport(s *cli.Session) *cobra.Command {
	var ref, file string
	var all, force bool
	var to, toFiles []string
	cmd := &cobra.Command{
		Use: "export", Short: "Hand one reference, or all, over as an age file that only the receiver opens",
		Long: "Writes everything under a reference, drafts too, or with --all everything there is,\n" +
			"as an age file: a tar archive of a chronology in Markdown, for people, and\n" +
			"records.json, for isspp notes import. It is sealed to recipients (age1…), or to a\n" +
			"passphrase of its own, which is said on the phone and never sent along. Any age\n" +
			"program opens it: age -d FILE.age | tar -x",
		Example: "  isspp notes export --ref REF-123 -o ref-123.age\n" +
			"  isspp notes export --all --recipient age1… -o everything.age",
		Args: cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "the `REFERENCE` to hand over")
	f.BoolVar(&all, "all", false, "hand everything over")
	f.StringVarP(&file, "output", "o", "", "write it to `FILE`.age")
	f.StringArrayVar(&to, "recipient", nil, "seal it to the recipient `RECIPIENT` (age1…); may be given again")
	f.StringArrayVar(&toFiles, "recipients-file", nil, "seal it to the recipients in `FILE`; may be given again")
	f.BoolVar(&force, "force", false, "replace a file that is there")
	k, its := unlocking(s, cmd), newKeyring(s, cmd, "file-passphrase", "the passphrase of the file")
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case (ref == "") == !all:
			return cli.Usagef("export takes --ref REFERENCE or --all")
		case file == "":
			return cli.Usagef("-o says where the file goes: -o FILE.age")
		case len(to)+len(toFiles) > 0 && its.given():
			return cli.Usagef("recipients or a passphrase for the file: one of the two")
		}
		sealing, err := recipients(to, toFiles)
		if err != nil {
			return err
		}
		return opening(s, k, nil, func(notes *store.Store, _ *store.Report) error {
			if ref != "" && !slices.ContainsFunc(notes.References(), func(k store.Kept) bool { return model.SameReference(k.Ref, ref) }) {
				return nothingUnder()
			}
			if len(sealing.Recipients) == 0 {
				if !its.given() {
					fmt.Fprintln(s.Err, "The file gets a passphrase of its own. Say it on the phone; never send it along.")
				}
				if sealing.Passphrase, err = its.chosen(); err != nil {
					return err
				}
			}
			n, path, err := exportTo(notes, read(s.Options), ref, file, sealing, force)
			if err != nil {
				return err
			}
			fmt.Fprintf(s.Out, "Written   %s (%s, sealed)\n", model.CleanLine(path), records(n))
			return nil
		})
	}
	return cmd
}

func records(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", n)
}

// exportTo writes the sealed file, whole or not at all, readable by its owner.
func exportTo(notes *store.Store, o Options, ref, file string, to store.Sealing, force bool) (int, string, error) {
	texts, err := readings(notes, o, ref)
	if err != nil {
		return 0, "", err
	}
	if _, err := os.Stat(file); err == nil && !force {
		return 0, "", cli.Failf("there is a file of that name, and it was left as it is. --force replaces it")
	}
	var b bytes.Buffer
	n, err := notes.Export(&b, ref, to, texts)
	if err != nil {
		return 0, "", err
	}
	path, err := writePrivate(file, b.Bytes(), force)
	if errors.Is(err, report.ErrExists) {
		return 0, "", cli.Failf("there is a file of that name, and it was left as it is. --force replaces it")
	}
	if err != nil {
		return 0, "", cli.Failf("nothing was written; the notes are unharmed. %v", err)
	}
	return n, path, nil
}

// recipients reads those that were given, and those in files.
func recipients(given, files []string) (store.Sealing, error) {
	var out store.Sealing
	add := func(text string) error {
		more, err := store.ParseRecipients(text)
		out.Recipients = append(out.Recipients, more...)
		return failed(err)
	}
	for _, r := range given {
		if err := add(r); err != nil {
			return out, err
		}
	}
	for _, name := range files {
		text, err := readSmall(name)
		if err == nil {
			err = add(text)
		}
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

func readSmall(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", cli.Failf("the file can't be read; nothing was changed. %v", err)
	}
	defer func() { _ = f.Close() }() // read only
	b, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return "", cli.Failf("the file can't be read; nothing was changed. %v", err)
	}
	return string(b), nil
}

func newImport(s *cli.Session) *cobra.Command {
	var identities []string
	cmd := &cobra.Command{
		Use: "import FILE", Short: "Take in what another isspp handed over; to do it again has no effect",
		Long: "Takes the records of an exported file in. They are merged by id and revision: what\n" +
			"is here already stays, a newer version takes the place of one that was not changed\n" +
			"here, and where both sides changed, both are kept. The file is opened with its\n" +
			"passphrase, or with an age identity.",
		Example: "  isspp notes import ref-123.age\n  isspp notes import --identity key.txt everything.age",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return nil
			}
			return cli.Usagef("import takes one file")
		},
	}
	cmd.Flags().StringArrayVar(&identities, "identity", nil, "open the file with the age identity in `FILE`; may be given again")
	k, its := unlocking(s, cmd), newKeyring(s, cmd, "file-passphrase", "the passphrase of the file")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		f, err := os.Open(args[0])
		if err != nil {
			return cli.Failf("the file can't be read; nothing was taken in. %v", err)
		}
		defer func() { _ = f.Close() }() // read only
		with, err := identitiesIn(identities)
		if err != nil {
			return err
		}
		return opening(s, k, nil, func(notes *store.Store, _ *store.Report) error {
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
				fmt.Fprintln(s.Out, model.CleanLine(line))
			}
			return nil
		})
	}
	return cmd
}

// takenWords tells what an import did.
func takenWords(t *store.Taken) []string {
	var out []string
	add := func(n int, one, many string) {
		switch {
		case n == 1:
			out = append(out, records(n)+" "+one)
		case n > 1:
			out = append(out, records(n)+" "+many)
		}
	}
	add(t.New, "came in.", "came in.")
	add(t.Newer, "came in as a newer version of what was here.", "came in as newer versions of what was here.")
	add(t.Both, "came in beside yours: both sides had changed, and both are kept.", "came in beside yours: both sides had changed, and both are kept.")
	add(t.Same, "was here already.", "were here already.")
	add(t.Older, "is an older version of what is here, and had no effect.", "are older versions of what is here, and had no effect.")
	add(t.Disposed, "was disposed of here before, and was not taken in again.", "were disposed of here before, and were not taken in again.")
	add(t.Refused, "has a shape that isspp doesn't write, and was not taken in.", "have a shape that isspp doesn't write, and were not taken in.")
	if len(t.References) > 0 {
		out = append(out, "Under: "+strings.Join(t.References, ", "))
	}
	if len(out) == 0 {
		out = []string{"There was nothing in the file. Nothing has changed."}
	}
	return out
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
