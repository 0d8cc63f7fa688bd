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
)

// asked for a document: where it goes, in which form, and about which reference.
type order struct {
	ref, file, format, only string
	force                   bool
}

// toStdout is the file's name that means the standard output.
const toStdout = "-"

// jsonFormat is the form for programs, beside those of report.
const jsonFormat document.Format = "json"

// flags adds what every document takes.
func (o *order) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.ref, "ref", "", "the `REFERENCE` that it is about")
	f.StringVarP(&o.file, "output", "o", "", "write it to `FILE`.md, .html, .pdf or .json; - is the standard output")
	f.StringVar(&o.format, "format", "", "`FORM`: md, html, pdf or json, where the file's name doesn't say")
	f.BoolVar(&o.force, "force", false, "replace a file that is there")
}

// form is the form that the flags ask for.
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
		return "", cli.Usagef("the file's name doesn't say which form it has: end it in .html, .md, .pdf or .json, or add --format")
	}
	return "", cli.Usagef("%q is none of the forms: md, html, pdf, json", model.CleanLine(word))
}

// newReport makes "isspp checklist report".
func newReport(s *cli.Session) *cobra.Command {
	var o order
	cmd := &cobra.Command{
		Annotations: map[string]string{cli.OnNotes: "yes"},
		Use:         "report", Short: "One reference as a chronology: Markdown, HTML, PDF or JSON", Args: cobra.NoArgs,
		Long: "Writes what was recorded under a reference, oldest first, with who and when for\n" +
			"each entry. The file is readable by you alone, and is not sealed: keep it as safe\n" +
			"as the child's file. --only writes one kind of entry, to paste into the school's\n" +
			"own system.",
		Example: "  isspp checklist report --ref REF-123 -o chronology.pdf\n" +
			"  isspp checklist report --ref REF-123 --only decision -o -",
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.only, "only", "", "one `KIND` of entry: walkthrough, decision, sharing, action, addition …")
	keys := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error { return writeDocument(s, keys, o, "a chronology", chronology) }
	return cmd
}

// newAccess makes "isspp checklist access".
func newAccess(s *cli.Session) *cobra.Command {
	var o order
	cmd := &cobra.Command{
		Annotations: map[string]string{cli.OnNotes: "yes"},
		Use:         "access", Short: "Everything held under a reference, for a subject access request", Args: cobra.NoArgs,
		Long: "Writes everything that the notes hold under a reference: the chronology, drafts and\n" +
			"unfinished texts too, the notes on protective factors, what was done to the records\n" +
			"and when, disposals too, and which backups hold them. The school decides\n" +
			"what may be disclosed.",
		Example: "  isspp checklist access --ref REF-123 -o held.html",
	}
	o.flags(cmd)
	keys := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error { return writeDocument(s, keys, o, "everything held", access) }
	return cmd
}

// maker makes one kind of document from what is held under a reference.
type maker func(a document.About, h document.Held, o order, f document.Format) ([]byte, error)

// writeDocument opens the notes, makes a document and writes it.
func writeDocument(s *cli.Session, keys *keyring, o order, as string, make maker) error {
	form, err := o.form()
	if err != nil {
		return err
	}
	return opening(s, keys, nil, func(notes *store.Store) error {
		opt := read(s.Options)
		h, err := heldUnder(notes, opt, o.ref)
		if err != nil {
			return err
		}
		if note := notIncluded(notes, o.ref, h.Elsewhere); note != "" {
			s.Ask(cli.Line{Text: note})
		}
		data, err := make(opt.about(notes), h, o, form)
		if err != nil {
			return err
		}
		if err := put(s, o, data); err != nil {
			return err
		}
		return notes.WrittenOut(h.Ref, as+", "+string(form))
	})
}

// put writes a document to its file or to the standard output.
func put(s *cli.Session, o order, data []byte) error {
	if o.file == toStdout {
		if _, err := s.Out.Write(data); err != nil {
			return cli.Failf("the document can't be written; the notes are unharmed. %v", err)
		}
		return nil
	}
	path, err := writePrivate(o.file, data, o.force)
	if err != nil {
		if errors.Is(err, document.ErrExists) {
			return cli.Failf("a file with that name exists and was not changed. --force replaces it")
		}
		return cli.Failf("nothing was written; the notes are unharmed. %v", err)
	}
	fmt.Fprintf(s.Out, "Written  %s\nIt is not sealed: keep it as safe as the child's file, and delete it when it is no longer needed.\n", model.CleanLine(path))
	return nil
}

// writePrivate writes a file that its owner alone can read, and says where it is.
func writePrivate(file string, data []byte, force bool) (string, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		path = file
	}
	return path, document.WritePrivate(path, data, force)
}

// chronology makes the document of "report".
func chronology(a document.About, h document.Held, o order, f document.Format) ([]byte, error) {
	if o.only != "" {
		return onlyKind(a, h, o, f)
	}
	if len(h.Concerns) == 0 {
		return nil, nothingUnder()
	}
	if f == jsonFormat {
		return inJSON(document.ChronologyJSON(a, h.Ref, h.Concerns))
	}
	return inForm(document.ChronologyOf(a, h.Ref, h.Concerns), f)
}

func nothingUnder() error {
	return cli.Failf("nothing is kept under that reference. Nothing was written. Check how it is spelt: the Checklist tab has them all")
}

// onlyKind writes the entries of one kind.
func onlyKind(a document.About, h document.Held, o order, f document.Format) ([]byte, error) {
	kinds := []string{string(model.KindWalkthrough)}
	for _, k := range model.EntryKinds() {
		kinds = append(kinds, string(k))
	}
	word := model.CleanLine(strings.ToLower(o.only))
	kind := ""
	for _, k := range kinds {
		if word == k || word == k+"s" {
			kind = k
		}
	}
	if kind == "" {
		if near := model.Nearest(word, kinds); near != "" {
			return nil, cli.Usagef("%q is not a kind of entry: did you mean %q?", word, near)
		}
		return nil, cli.Usagef("%q is not a kind of entry. There are: %s", word, strings.Join(kinds, ", "))
	}
	moments := document.PartOf(h.Concerns, kind)
	if len(moments) == 0 {
		return nil, cli.Failf("there is no entry of that kind under the reference. Nothing was written")
	}
	if f == jsonFormat {
		return nil, cli.Usagef("--only is for reading: md, html or pdf. The JSON of the whole has each entry's kind")
	}
	return inForm(document.SectionOf(a, h.Ref, moments), f)
}

// access makes the document of "access".
func access(a document.About, h document.Held, _ order, f document.Format) ([]byte, error) {
	if len(h.Concerns) == 0 && len(h.Notes) == 0 && len(h.Lines) == 0 {
		return nil, nothingUnder()
	}
	if f == jsonFormat {
		return inJSON(document.AccessJSON(a, h))
	}
	return inForm(document.AccessOf(a, h), f)
}

func inForm(d document.Doc, f document.Format) ([]byte, error) {
	var b bytes.Buffer
	if err := d.Write(&b, f); err != nil {
		return nil, cli.Failf("the document can't be made; the notes are unharmed. %v", err)
	}
	return b.Bytes(), nil
}

func inJSON(value any) ([]byte, error) {
	doc, err := cli.JSON(value)
	if err != nil {
		return nil, cli.Failf("the document can't be made; the notes are unharmed.")
	}
	return doc, nil
}

// about is what the documents are made with.
func (o Options) about(notes *store.Store) document.About {
	env := o.env()
	env.Recorder = recorderOf(o, notes)
	a := document.AboutOf(env)
	a.Fictional, a.Gaps = o.Fictional, notes.Gaps()
	return a
}

// heldUnder gathers everything that is held under a reference. Where there is
// nothing it is empty.
func heldUnder(notes *store.Store, o Options, ref string) (document.Held, error) {
	what, err := notes.Choose(ref, "")
	if errors.Is(err, store.ErrAbsent) {
		return document.Held{Ref: model.CleanLine(ref)}, nil
	}
	if err != nil {
		return document.Held{}, err
	}
	h := document.Held{Ref: what.Ref, Elsewhere: what.Elsewhere}
	if what.Held {
		h.Holds = []string{what.Why}
	}
	ids := map[string]bool{}
	for _, c := range model.WithPlans(model.Concerns(notes.Walkthroughs(), notes.ConcernEntries(), o.env().Now), notes.FactorNotes(), o.env().Now) {
		if !model.SameReference(c.Ref, h.Ref) {
			continue
		}
		h.Concerns = append(h.Concerns, c)
		for _, m := range c.Chronology() {
			ids[m.ID] = true
		}
	}
	for _, n := range notes.FactorNotes() {
		if model.SameReference(n.Ref, h.Ref) {
			h.Notes = append([]model.FactorNote{n}, h.Notes...)
			ids[n.ID] = true
		}
	}
	lines, err := notes.History()
	if err != nil {
		return h, err
	}
	for _, l := range lines {
		line := document.HeldLine{When: l.Time, What: l.Action.String(), Kind: l.Kind, Record: l.Record, Reason: l.Reason}
		switch {
		case ids[l.Record]:
			h.Lines = append(h.Lines, line)
		case l.Action == store.Purged || l.Action == store.Discarded:
			h.Disposals = append(h.Disposals, line)
		}
	}
	h.Places, err = backupPlaces(o)
	return h, err
}

// notIncluded says what is no part of what is under a reference, since only a person
// can tell whether it is of the same child: concerns which once had it and have
// others now, and what is under references that are only spelt much like it.
func notIncluded(notes *store.Store, ref string, now []string) string {
	var out []string
	if len(now) > 0 {
		out = append(out, "Not included: concerns that were once under "+model.CleanLine(ref)+" and are now under "+model.CleanLine(strings.Join(now, ", "))+".")
	}
	var near []string
	for _, k := range notes.References() {
		if model.NearReference(k.Ref, ref) {
			near = append(near, model.CleanLine(k.Ref))
		}
	}
	if len(near) > 0 {
		out = append(out, "Not included: what is under "+strings.Join(near, ", ")+", which is spelt much like it. If it is the same child, write that out too.")
	}
	return strings.Join(out, " ")
}

// backupPlaces are the backups beside the notes, newest first.
func backupPlaces(o Options) ([]string, error) {
	backups, err := store.Backups(o.NotesPath)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, b := range backups {
		out = append(out, model.CleanLine(filepath.Base(b.Path))+", of "+b.Day.Format("2 January 2006"))
	}
	return out, nil
}
