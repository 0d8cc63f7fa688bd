package cli

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/ui/document"
	"isspp/ui/handout"
)

// handoutMode is a handout's file: anybody may read the protocol.
const handoutMode = 0o644

// newHandout makes "isspp handout".
func newHandout(s *Session) *cobra.Command {
	var out, format string
	var force bool
	cmd := &cobra.Command{
		Use:   "handout DECK -o FILE",
		Short: "A deck of the protocol as a PDF, a web page or Markdown, to print and hand out",
		Long: "A handout: whom to ring, lines for your school's own people, what the lists don't\n" +
			"cover, and the protocol's words with the notes on them. Nothing private is in it.\n\n" +
			"Decks: " + strings.Join(model.DeckIDs(), ", ") + ".\n" +
			"FILE ends in .pdf, .html or .md; - is the standard output.",
		Example: "  isspp handout signs -o signs.pdf\n  isspp handout whole -o protocol.html\n  isspp handout risk -o - --format md | less",
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "write to `FILE`; - is the standard output")
	cmd.Flags().StringVar(&format, "format", "", "`NAME`: pdf, html or md, where FILE doesn't say it")
	cmd.Flags().BoolVar(&force, "force", false, "replace FILE if it is there")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return model.DeckIDs(), cobra.ShellCompDirectiveNoFileComp
	}
	_ = cmd.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return formatNames(), cobra.ShellCompDirectiveNoFileComp
	})
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		deck, err := chooseDeck(args)
		if err != nil {
			return err
		}
		f, err := chooseFormat(deck, out, format)
		if err != nil {
			return err
		}
		return s.handOut(deck, out, f, force)
	}
	return cmd
}

// chooseDeck is the one deck that is named.
func chooseDeck(args []string) (model.Deck, error) {
	switch len(args) {
	case 0:
		return model.Deck{}, Usagef("which deck? There are: %s. Try: isspp handout signs -o signs.pdf", strings.Join(model.DeckIDs(), ", "))
	case 1:
	default:
		return model.Deck{}, Usagef("one deck makes one handout. For all of it: isspp handout %s -o protocol.pdf", model.WholeDeck)
	}
	deck, ok := model.FindDeck(args[0])
	if !ok {
		return model.Deck{}, oneOf("deck", args[0], model.DeckIDs())
	}
	return deck, nil
}

func formatNames() []string {
	var names []string
	for _, f := range document.Formats() {
		names = append(names, string(f))
	}
	return names
}

// chooseFormat is the format that is named, or else the one of the file's name.
// Without a file it says how to name one.
func chooseFormat(deck model.Deck, out, format string) (document.Format, error) {
	if out == "" {
		return "", Usagef("where to? Try: isspp handout %s -o %s.pdf (or .html, or .md; -o - is the standard output)", deck.ID, deck.ID)
	}
	if format != "" {
		f, ok := document.FormatNamed(format)
		if !ok {
			return "", oneOf("format", format, formatNames())
		}
		return f, nil
	}
	if out == "-" {
		return document.Markdown, nil
	}
	f, ok := document.FormatOf(out)
	if !ok {
		return "", Usagef("%q doesn't end in .pdf, .html or .md: end it so, or name the format, as --format pdf does", model.CleanLine(out))
	}
	return f, nil
}

// handOut writes the handout whole, or not at all.
func (s *Session) handOut(deck model.Deck, out string, f document.Format, force bool) error {
	if out == "-" && f == document.PDF && s.Width > 0 {
		return Usagef("a PDF can't be shown in a terminal. Try: isspp handout %s -o %s.pdf", deck.ID, deck.ID)
	}
	pack, err := s.Pack()
	if err != nil {
		return err
	}
	doc := handout.Build(handout.Source{Pack: pack, Local: s.Local(), School: s.settings().School, Now: s.Now()}, deck)
	if out == "-" {
		var b bytes.Buffer
		if err := doc.Write(&b, f); err != nil {
			return Failf("%v", err)
		}
		if _, err := s.Out.Write(b.Bytes()); err != nil {
			return Failf("the handout can't be written: %v", err)
		}
		return nil
	}
	err = doc.Save(out, f, handoutMode, force)
	switch {
	case errors.Is(err, document.ErrExists):
		return Failf("%v. Choose another name, or add --force to replace it", err)
	case err != nil:
		return Failf("%v", err)
	}
	fmt.Fprintln(s.Out, s.plain("Written: "+model.CleanLine(out)))
	return nil
}
