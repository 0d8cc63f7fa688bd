package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
	"isspp/ui/present"
)

// handoutMode is a handout's file: anybody may read the protocol.
const handoutMode = 0o644

func newHandout(s *Session) *cobra.Command {
	var out, format string
	var force, slides, answers bool
	cmd := &cobra.Command{
		Use:   "handout DECK... -o FILE",
		Short: "A deck of the protocol as a PDF, a web page or Markdown, to print and hand out",
		Long: "A handout: whom to ring, lines for your school's own people, what the lists don't\n" +
			"cover, and the protocol's words with the notes on them. Nothing private is in it.\n" +
			"Several decks make one, each on a page of its own.\n\n" +
			"With --slides it is the deck's slides instead, each with the speaker's notes, for a\n" +
			"projector's computer without isspp: arrow keys show them, s shows the notes.\n\n" +
			"Decks: " + strings.Join(handoutDecks(), ", ") + ". The last two are for practice:\n" +
			"with lines to write on, or with --answers.\n" +
			"FILE ends in .pdf, .html or .md; - is the standard output.",
		Example: "  isspp handout signs -o signs.pdf\n  isspp handout risk protective cases -o session.pdf\n  isspp " +
			"handout whole -o protocol.html\n  isspp handout risk signs --slides -o training.html\n  isspp handout " +
			"risk -o - --format md | less",
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`; - is the standard output")
	cmd.Flags().StringVar(&format, "format", "", "`NAME`: pdf, html or md, where FILE doesn't say it")
	cmd.Flags().BoolVar(&slides, "slides", false, "the deck's slides, for a computer without isspp: one HTML file, "+
		"or a PDF")
	cmd.Flags().BoolVar(&answers, "answers", false, "with cases and recall: what may be answered, and not lines to "+
		"write on")
	cmd.Flags().BoolVar(&force, "force", false, "replace FILE if it is there")
	cmd.ValidArgsFunction = completed(handoutDecks)
	completeFlag(cmd, "format", formatNames)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		if slides {
			return s.slides(args, out, format, force)
		}
		decks, err := chooseDecks(args)
		if err != nil {
			return err
		}
		if answers && !slices.ContainsFunc(args, handout.Practice) {
			return Usagef("--answers is for the practice decks. Try: isspp handout %s --answers -o cases.pdf",
				handout.Cases)
		}
		f, err := chooseFormat(args[0], out, format)
		if err != nil {
			return err
		}
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		source := s.handoutSource(pack)
		source.Answers = answers
		doc := handout.Build(source, decks...)
		if len(doc.Blocks) == 0 {
			return Failf("this protocol has nothing to practise with: no %s", strings.Join(args, ", no "))
		}
		return s.writeOut(doc, strings.Join(args, " ")+" -o "+args[0]+".pdf", out, f, force)
	}
	return cmd
}

func chooseDecks(names []string) ([]model.Deck, error) {
	if len(names) == 0 {
		return nil, Usagef("which deck? There are: %s. Try: isspp handout signs -o signs.pdf",
			strings.Join(handoutDecks(), ", "))
	}
	var decks []model.Deck
	for i, name := range names {
		deck, ok := handout.Deck(name)
		switch {
		case !ok:
			return nil, OneOf("deck", name, handoutDecks())
		case slices.Contains(names[:i], name):
			return nil, Usagef("%s is named twice", name)
		case deck.ID == model.WholeDeck && len(names) > 1:
			return nil, Usagef("%s has every deck in it already. Try: isspp handout %s -o protocol.pdf", deck.ID,
				deck.ID)
		}
		decks = append(decks, deck)
	}
	return decks, nil
}

func formatNames() []string {
	return named(document.Formats(), func(f document.Format) string { return string(f) })
}

// chooseFormat is the format that is named, or else the one of the file's name.
// Without a file it says how to name one.
func chooseFormat(deck, out, format string) (document.Format, error) {
	if out == "" {
		return "", Usagef("where to? Try: isspp handout %s -o %s.pdf (or .html, or .md; -o - is the standard output)",
			deck, deck)
	}
	if format != "" {
		f, ok := document.FormatNamed(format)
		if !ok {
			return "", OneOf("format", format, formatNames())
		}
		return f, nil
	}
	if out == "-" {
		return document.Markdown, nil
	}
	f, ok := document.FormatOf(out)
	if !ok {
		return "", Usagef("%q doesn't end in .pdf, .html or .md: give it one of these endings, or name the format, "+
			"as --format pdf does", model.CleanLine(out))
	}
	return f, nil
}

func handoutDecks() []string { return append(model.DeckIDs(), handout.Cases, handout.Recall) }

func (s *Session) slides(decks []string, out, format string, force bool) error {
	pack, err := s.Pack()
	if err != nil {
		return err
	}
	names := present.Names(pack)
	if len(decks) == 0 {
		return Usagef("which deck? There are: %s. Try: isspp handout signs --slides -o signs.html",
			strings.Join(names, ", "))
	}
	spec := present.Spec{Parts: decks}
	for _, deck := range decks {
		if err := OneOf("deck", deck, names); err != nil {
			return err
		}
		if deck == present.Whole {
			spec = present.Spec{Whole: true}
		}
	}
	if format == "" && out == "-" {
		format = string(document.HTML)
	}
	f, err := chooseFormat(decks[0], out, format)
	switch {
	case err != nil:
		return err
	case f == document.Markdown:
		return Usagef("slides are .html or .pdf. Try: isspp handout %s --slides -o %s.html", decks[0], decks[0])
	}
	doc, _ := present.Slides(s.handoutSource(pack), spec.String(), s.Now().UnixNano())
	return s.writeOut(doc, decks[0]+" --slides -o "+decks[0]+".pdf", out, f, force)
}

// handoutSource is what handouts and slides are made from. With answers or without, a
// day's round has the same questions.
func (s *Session) handoutSource(pack *content.Pack) handout.Source {
	return handout.Source{
		Pack: pack, Local: s.Local(), School: s.settings().School, Now: s.Now(),
		Seed: int64(s.Now().YearDay()),
	}
}

func (s *Session) writeOut(doc document.Doc, asked, out string, f document.Format, force bool) error {
	switch {
	case out == "-" && f == document.PDF && s.Width > 0:
		return Usagef("a PDF can't be shown in a terminal. Try: isspp handout %s", asked)
	case out == "-":
		var b strings.Builder
		if err := doc.Write(&b, f); err != nil {
			return Failf("%v", err)
		}
		return s.write("the handout", b.String())
	}
	err := doc.Save(out, f, handoutMode, force)
	switch {
	case errors.Is(err, document.ErrExists):
		return Failf("%v. Choose another name, or add --force to replace it", err)
	case err != nil:
		return Failf("%v", err)
	}
	fmt.Fprintln(s.Out, s.plain("Written: "+model.CleanLine(out)))
	return nil
}
