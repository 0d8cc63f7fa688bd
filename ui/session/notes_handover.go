package session

import (
	"errors"

	"github.com/spf13/cobra"

	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
)

// toOutput is the name of the standard output in place of a file's.
const toOutput = "-"

// exporting is what was asked to be handed over, and where to.
type exporting struct {
	ref, file   string
	all, force  bool
	to, toFiles []string
}

func newExport(s *cli.Session) *cobra.Command {
	var e exporting
	cmd := &cobra.Command{
		Use: "export", Short: "Hand over one reference, or all, as a sealed age file",
		Long: "Writes everything under a reference, drafts too, or with --all everything there is,\n" +
			"as an age file: a tar archive of a chronology in Markdown, for people, and of\n" +
			"records.json, for isspp notes import. It is sealed to recipients (age1…), or to a\n" +
			"passphrase of its own, which is said on the phone and never sent along. Any age\n" +
			"program opens it: age -d FILE.age | tar -x",
		Example: "  isspp notes export --ref REF-123 -o ref-123.age\n" +
			"  isspp notes export --all --recipient age1… -o everything.age\n" +
			"  isspp notes export --all --recipients-file school.txt -o everything.age",
		Args: nothingMore,
	}
	f := cmd.Flags()
	f.StringVar(&e.ref, "ref", "", "the `REFERENCE` to hand over")
	f.BoolVar(&e.all, "all", false, "hand everything over")
	f.StringVarP(&e.file, "output", "o", "", "write it to `FILE`; - is the standard output")
	f.StringArrayVarP(&e.to, "recipient", "r", nil, "seal it to `RECIPIENT` (age1…); can be repeated")
	f.StringArrayVarP(&e.toFiles, "recipients-file", "R", nil,
		"seal it to the recipients in `FILE`, a line each; can be repeated")
	f.BoolVar(&e.force, "force", false, "replace a file that is there")
	k, its := unlocking(s, cmd), newKeyring(s, cmd, "file-passphrase", "the passphrase of the file")
	its.asks = "Passphrase for the file"
	cmd.RunE = func(*cobra.Command, []string) error { return e.run(s, k, its) }
	return cmd
}

// run asks for nothing before it is known that the file can be written.
func (e *exporting) run(s *cli.Session, k, its *keyring) error {
	switch {
	case e.ref == "" && !e.all:
		return cli.Usagef("what is handed over? --ref REFERENCE, or --all. isspp notes purge lists the references")
	case e.ref != "" && e.all:
		return cli.Usagef("--ref or --all: one of them, not both")
	case e.file == "":
		return cli.Usagef("where does the file go? -o FILE.age")
	case len(e.to)+len(e.toFiles) > 0 && its.given():
		return cli.Usagef("give recipients or a passphrase for the file, not both")
	case e.file == toOutput && s.Width > 0:
		return cli.Usagef("the file is sealed and not for a terminal: -o FILE.age, or pass it on to another program")
	}
	sealing, err := upkeep.Recipients(e.to, e.toFiles)
	if err != nil {
		return failure(err)
	}
	if e.file != toOutput && !e.force {
		if why := upkeep.Fresh(e.file); why != "" {
			return cli.Failf("%s Nothing was written. --force replaces a file that is there.", why)
		}
	}
	return opening(s, k, toChange, func(n *upkeep.Notes) error {
		ref, err := e.named(s, n)
		if err != nil {
			return err
		}
		if len(sealing.Recipients) == 0 {
			if !its.given() {
				s.Ask(cli.Line{
					Text: "The file gets a passphrase of its own. Say it on the phone; never send it along.",
				})
			}
			if sealing.Passphrase, err = its.chosen(); err != nil {
				return err
			}
		}
		if e.file != toOutput {
			return tells(s, n.Export(ref, e.file, sealing, e.force))
		}
		count, err := n.ExportTo(s.Out, ref, sealing)
		if err == nil {
			s.Ask(cli.Line{Text: "Written   to the standard output (" + upkeep.Counted(count, "record") + ", sealed)"})
		}
		return failure(err)
	})
}

// named is the reference that was asked for, as the notes have it; everything is "".
func (e *exporting) named(s *cli.Session, n *upkeep.Notes) (string, error) {
	if e.all {
		return "", nil
	}
	ref, elsewhere, failed := "", []string(nil), error(nil)
	switch what, err := n.Store.Choose(e.ref, ""); {
	case errors.Is(err, store.ErrAbsent):
		failed = cli.Failf("nothing is kept under that reference. Nothing was written. isspp notes purge lists the " +
			"references")
	case err != nil:
		return "", err
	default:
		ref, elsewhere = what.Ref, what.Elsewhere
	}
	if note := n.NotIncluded(e.ref, elsewhere); note != "" {
		s.Ask(cli.Line{Text: note})
	}
	return ref, failed
}

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
			return cli.Usagef("import takes one file at a time. A name with blanks in it goes in quotes: \"two " +
				"words.age\"")
		},
	}
	cmd.Flags().StringArrayVarP(&identities, "identity", "i", nil,
		"open the file with the age identity in `FILE`; can be repeated")
	k, its := unlocking(s, cmd), newKeyring(s, cmd, "file-passphrase", "the passphrase of the file")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		with, err := upkeep.Identities(identities)
		if err != nil {
			return failure(err)
		}
		if err := fitting(args[0], len(with) > 0, its.given()); err != nil {
			return err
		}
		return opening(s, k, toChange, func(n *upkeep.Notes) error {
			open := store.Opening{Identities: with}
			if len(with) == 0 {
				if open.Passphrase, err = its.read("Passphrase of the file: "); err != nil {
					return err
				}
			}
			r := n.Import(args[0], open)
			if errors.Is(r.Err, store.ErrWrongSecret) {
				return cli.Failf("%v", r.Err) // the file's, which is not asked for again here
			}
			return tells(s, r)
		})
	}
	return cmd
}

// fitting says whether what was given opens a file of its kind, before any
// passphrase is asked for.
func fitting(name string, identity, passphrase bool) error {
	by, err := upkeep.SealedBy(name)
	switch {
	case err != nil:
		return failure(err)
	case by == store.ByIdentity && !identity:
		return cli.Failf("this file is sealed to a key and not with a passphrase. Nothing was imported. -i FILE " +
			"names the file with your age identity, AGE-SECRET-KEY-1…")
	case by == store.ByPassphrase && identity:
		return cli.Failf("this file is sealed with a passphrase and not to a key. Nothing was imported. Leave " +
			"--identity out: the passphrase is asked for")
	case identity && passphrase:
		return cli.Usagef("give an identity or a passphrase for the file, not both")
	}
	return nil
}
