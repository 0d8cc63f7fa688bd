package session

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/document"
)

// maxKeyFile bounds a file of recipients or identities.
const maxKeyFile = 64 << 10

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
	f.StringArrayVarP(&e.toFiles, "recipients-file", "R", nil, "seal it to the recipients in `FILE`, a line each; can be repeated")
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
	sealing, err := recipients(e.to, e.toFiles)
	if err != nil {
		return err
	}
	if why := fresh(e.file, nil); why != "" && e.file != toOutput && !e.force {
		return cli.Failf("%s Nothing was written. --force replaces a file that is there.", why)
	}
	return opening(s, k, nil, func(notes *store.Store) error {
		ref, err := e.named(s, notes)
		if err != nil {
			return err
		}
		if len(sealing.Recipients) == 0 {
			if !its.given() {
				s.Ask(cli.Line{Text: "The file gets a passphrase of its own. Say it on the phone; never send it along."})
			}
			if sealing.Passphrase, err = its.chosen(); err != nil {
				return err
			}
		}
		if e.file == toOutput {
			return exportOut(notes, read(s.Options), ref, sealing, s)
		}
		n, path, err := exportTo(notes, read(s.Options), ref, e.file, sealing, e.force)
		if err != nil {
			return err
		}
		return s.Tell(10, cli.Line{Label: "Written", Text: model.CleanLine(path) + " (" + records(n) + ", sealed)"})
	})
}

// named is the reference that was asked for, as the notes have it; everything is "".
func (e *exporting) named(s *cli.Session, notes *store.Store) (string, error) {
	if e.all {
		return "", nil
	}
	what, err := notes.Choose(e.ref, "")
	if errors.Is(err, store.ErrAbsent) {
		if note := notIncluded(notes, e.ref, nil); note != "" {
			s.Ask(cli.Line{Text: note})
		}
		return "", cli.Failf("nothing is kept under that reference. Nothing was written. isspp notes purge lists the references")
	}
	if err != nil {
		return "", err
	}
	if note := notIncluded(notes, e.ref, what.Elsewhere); note != "" {
		s.Ask(cli.Line{Text: note})
	}
	return what.Ref, nil
}

func records(n int) string {
	if n == 1 {
		return "1 record"
	}
	return fmt.Sprintf("%d records", n)
}

// placing is a writer that puts a whole file in its place.
type placing func(file []byte) error

func (p placing) Write(file []byte) (int, error) {
	if err := p(file); err != nil {
		return 0, err
	}
	return len(file), nil
}

// exportTo writes the sealed file, whole or not at all, readable by its owner.
func exportTo(notes *store.Store, o Options, ref, file string, to store.Sealing, force bool) (n int, path string, err error) {
	texts, err := readings(notes, o, ref)
	if err != nil {
		return 0, "", err
	}
	written := false
	n, err = notes.Export(placing(func(b []byte) (err error) {
		path, err = writePrivate(file, b, force)
		written = err == nil
		return err
	}), ref, to, texts)
	switch {
	case err != nil && written:
		return 0, "", cli.Failf("the file is written, %s, but the log could not record it. %v", model.CleanLine(path), err)
	case errors.Is(err, document.ErrExists):
		return 0, "", cli.Failf("a file with that name exists and was not changed. --force replaces it")
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrPermission):
		return 0, "", cli.Failf("nothing was written: %s. The notes are as they were. Choose another place", reasonFor(err))
	}
	return n, path, err
}

// reasonFor is why a file can't be written, in a few words.
func reasonFor(err error) string {
	if errors.Is(err, fs.ErrPermission) {
		return "this account may not write there"
	}
	return "there is no such folder"
}

// exportOut writes the sealed file to the standard output.
func exportOut(notes *store.Store, o Options, ref string, to store.Sealing, s *cli.Session) error {
	texts, err := readings(notes, o, ref)
	if err != nil {
		return err
	}
	n, err := notes.Export(s.Out, ref, to, texts)
	if err == nil {
		s.Ask(cli.Line{Text: "Written   to the standard output (" + records(n) + ", sealed)"})
	}
	return err
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

// readSmall reads a file of keys.
func readSmall(name string) (string, error) {
	if why := there(name, nil); why != "" {
		return "", cli.Failf("%s: %s Nothing was changed.", model.CleanLine(name), why)
	}
	f, err := os.Open(name)
	if err != nil {
		return "", cli.Failf("%s can't be read. Nothing was changed.", model.CleanLine(name))
	}
	defer func() { _ = f.Close() }() // read only
	b, err := io.ReadAll(io.LimitReader(f, maxKeyFile))
	if err != nil {
		return "", cli.Failf("%s can't be read. Nothing was changed.", model.CleanLine(name))
	}
	return string(b), nil
}
