package session

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
	"isspp/ui/document"
	"isspp/ui/upkeep"
)

// order is a document that was asked for: where it goes, in which form, and about which reference.
type order struct {
	ref, file, format, only string
	force                   bool
}

const toStdout = "-"

// jsonFormat is the form for programs, beside those of report.
const jsonFormat document.Format = "json"

func (o *order) form() (document.Format, error) {
	word := o.format
	switch {
	case o.ref == "":
		return "", cli.Usagef("--ref says about which reference")
	case o.file == "":
		return "", cli.Usagef("-o says where it goes: -o FILE.html, .md, .pdf or .json, or - for the standard output")
	case word == "" && o.file == toStdout:
		word = string(document.Markdown)
	case word == "":
		word = filepath.Ext(o.file)
	}
	if strings.EqualFold(strings.TrimPrefix(word, "."), string(jsonFormat)) {
		return jsonFormat, nil
	}
	if f, ok := document.FormatNamed(word); ok {
		return f, nil
	}
	if word == "" {
		return "", cli.Usagef("the file's name doesn't say which form it has: end it in .html, .md, .pdf or .json, " +
			"or add --format")
	}
	return "", cli.Usagef("%q is none of the forms: md, html, pdf, json", model.CleanLine(word))
}

// newReport makes "isspp checklist report", and newAccess "isspp checklist access".
func newReport(s *cli.Session) *cobra.Command {
	return newDocument(s, "a chronology", upkeep.Chronology, &cobra.Command{
		Use: "report", Short: "One reference as a chronology: Markdown, HTML, PDF or JSON",
		Long: "Writes what was recorded under a reference, oldest first, with who and when for\n" +
			"each entry. The file is readable by you alone, and is not sealed: keep it as safe\n" +
			"as the child's file. --only writes one kind of entry, to paste into the school's\n" +
			"own system.",
		Example: "  isspp checklist report --ref REF-123 -o chronology.pdf\n" +
			"  isspp checklist report --ref REF-123 --only decision -o -",
	})
}

func newAccess(s *cli.Session) *cobra.Command {
	return newDocument(s, "everything held", upkeep.AllHeld, &cobra.Command{
		Use: "access", Short: "Everything held under a reference, for a subject access request",
		Long: "Writes everything that the notes hold under a reference: the chronology, drafts and\n" +
			"unfinished texts too, the notes on protective factors, what was done to the records\n" +
			"and when, disposals too, and which backups hold them. The school decides\n" +
			"what may be disclosed.",
		Example: "  isspp checklist access --ref REF-123 -o held.html",
	})
}

func newDocument(s *cli.Session, as, what string, cmd *cobra.Command) *cobra.Command {
	var o order
	cmd.Annotations, cmd.Args = map[string]string{cli.OnNotes: "yes"}, cobra.NoArgs
	f := cmd.Flags()
	f.StringVar(&o.ref, "ref", "", "the `REFERENCE` that it is about")
	f.StringVarP(&o.file, "output", "o", "", "write it to `FILE`.md, .html, .pdf or .json; - is the standard output")
	f.StringVar(&o.format, "format", "", "`FORM`: md, html, pdf or json, where the file's name doesn't say")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
	if what == upkeep.Chronology {
		f.StringVar(&o.only, "only", "", "one `KIND` of entry: walkthrough, decision, sharing, action, addition …")
	}
	keys := upkeep.Unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error { return writeDocument(s, keys, o, as, what) }
	return cmd
}

// writeDocument opens the notes, makes a document of what and writes it. The log has it
// under another name.
func writeDocument(s *cli.Session, keys *upkeep.Keyring, o order, as, what string) error {
	form, err := o.form()
	if err != nil {
		return err
	}
	sh := shell(s)
	n := sh.Find()
	return sh.Open(n, keys, false, func() error {
		kind, wrong := o.kind()
		if wrong == nil && kind != "" {
			what = kind
		}
		paper, err := n.Paper(o.ref, what, "")
		if paper.Note != "" {
			s.Ask(cli.Line{Text: paper.Note})
		}
		switch {
		case wrong != nil:
			return wrong
		case errors.Is(err, upkeep.ErrNothing) && kind != "":
			return cli.Failf("there is no entry of that kind under the reference. Nothing was written")
		case errors.Is(err, upkeep.ErrNothing):
			return cli.Failf("nothing is kept under that reference. Nothing was written. Check how it is spelt: the " +
				"Checklist tab has them all")
		case err != nil:
			return err
		case kind != "" && form == jsonFormat:
			return cli.Usagef("--only is for reading: md, html or pdf. The JSON of the whole has each entry's kind")
		}
		data, err := inForm(paper, form)
		if err != nil {
			return err
		}
		if err := put(s, o, data); err != nil {
			return err
		}
		return n.Store.WrittenOut(paper.Ref, as+", "+string(form))
	})
}

func (o *order) kind() (string, error) {
	if o.only == "" {
		return "", nil
	}
	kinds := []string{string(model.KindWalkthrough)}
	for _, k := range model.EntryKinds() {
		kinds = append(kinds, string(k))
	}
	word := model.CleanLine(strings.ToLower(o.only))
	for _, k := range kinds {
		if word == k || word == k+"s" {
			return k, nil
		}
	}
	if near := model.Nearest(word, kinds); near != "" {
		return "", cli.Usagef("%q is not a kind of entry: did you mean %q?", word, near)
	}
	return "", cli.Usagef("%q is not a kind of entry. There are: %s", word, strings.Join(kinds, ", "))
}

func put(s *cli.Session, o order, data []byte) error {
	if o.file == toStdout {
		if _, err := s.Out.Write(data); err != nil {
			return cli.Failf("the document can't be written; the notes are unharmed. %v", err)
		}
		return nil
	}
	path, err := upkeep.WritePrivate(o.file, data, o.force)
	if err != nil {
		if errors.Is(err, document.ErrExists) {
			return cli.Failf("a file with that name exists and was not changed. --force replaces it")
		}
		return cli.Failf("nothing was written; the notes are unharmed. %v", err)
	}
	fmt.Fprintf(s.Out, "Written  %s\nIt is not sealed: keep it as safe as the child's file, and delete it when it is "+
		"no longer needed.\n", model.CleanLine(path))
	return nil
}

func inForm(p upkeep.Paper, f document.Format) ([]byte, error) {
	if f == jsonFormat {
		doc, err := cli.JSON(p.JSON())
		if err != nil {
			return nil, cli.Failf("the document can't be made; the notes are unharmed.")
		}
		return doc, nil
	}
	var b bytes.Buffer
	if err := p.Write(&b, f); err != nil {
		return nil, cli.Failf("the document can't be made; the notes are unharmed. %v", err)
	}
	return b.Bytes(), nil
}

func (o Options) about(notes *store.Store) document.About {
	env := o.env()
	env.Recorder = recorderOf(o, notes)
	a := document.AboutOf(env)
	a.Fictional, a.Gaps = o.Fictional, notes.Gaps()
	return a
}
