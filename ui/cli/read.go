package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

func newRead(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "read [SECTION]",
		Short: "A section of the protocol; raw Markdown when piped",
		Long: "A section, by its number (5, 6A) or by words of its title. Without SECTION, or\n" +
			"where several fit, the sections are listed. Piped, the document's own Markdown\n" +
			"comes out unchanged.",
		Example: "  isspp read 5\n  isspp read protective | less",
	}
	s.jsonFlag(cmd)
	cmd.ValidArgsFunction = completed(func() []string {
		return named(s.loaded().Pack.Documents(), func(d model.Document) string { return d.ID })
	})
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		pack, err := s.Pack()
		if err != nil {
			return err
		}
		wanted := query(args)
		docs := chooseSections(pack, wanted)
		switch {
		case s.asJSON:
			nothing := func() string { return fmt.Sprintf("no section fits %q. All of them: isspp read", wanted) }
			return s.found(len(docs) > 0, nothing, func() any {
				f := factsOf(pack, nil, s.Now(), s.Now())
				return struct {
					fact
					Sections []section `json:"sections"`
				}{f.fact, named(docs, f.section)}
			}, nil)
		case len(docs) == 0:
			p := s.page()
			p.text(strong("No section fits “" + wanted + "”. There are:"))
			p.sections(pack.Documents())
			_, _ = s.Err.Write([]byte(p.String()))
			return &exit{status: StatusNothing}
		case wanted == "":
			p := s.page()
			p.sections(docs)
			return s.show(p)
		}
		return s.read(pack, docs)
	}
	return cmd
}

// chooseSections is every section without a query; otherwise those with that
// number, or else that are called so: by file name first, then by title.
func chooseSections(pack *content.Pack, wanted string) []model.Document {
	docs := pack.Documents()
	if wanted == "" {
		return docs
	}
	folded := strings.TrimPrefix(strings.ReplaceAll(model.Fold(wanted), " ", ""), "section")
	var byNumber, byName []model.Document
	for _, d := range docs {
		if strings.EqualFold(d.Section, folded) || d.Section != "" && number(d) == folded {
			byNumber = append(byNumber, d)
		}
		if strings.ReplaceAll(d.ID, "-", "") == folded {
			byName = append(byName, d)
		}
	}
	switch {
	case len(byNumber) > 0:
		return byNumber
	case len(byName) > 0:
		return byName
	}
	found, _ := model.Rank(wanted, docs, func(d model.Document) []string {
		return []string{d.Title, strings.ReplaceAll(d.ID, "-", " ")}
	})
	return found
}

// number is a document's section without the letter of its part: 6 of 6A.
func number(d model.Document) string { return strings.TrimRight(d.Section, "ABCabc") }

func (p *page) sections(docs []model.Document) {
	p.rows(false, []string{"Section", "Title", "isspp read …"},
		named(docs, func(d model.Document) []string { return []string{d.Section, d.Title, d.ID} }))
}

// read shows sections: rendered on a terminal, as their own Markdown elsewhere.
// One number can be several documents; they follow each other. Several that
// only share a word are listed instead.
func (s *Session) read(pack *content.Pack, docs []model.Document) error {
	apart := func(d model.Document) bool { return d.Section == "" || number(d) != number(docs[0]) }
	if len(docs) > 1 && slices.ContainsFunc(docs, apart) {
		p := s.page()
		p.text(strong("Several sections fit:"))
		p.sections(docs)
		return s.show(p)
	}
	if s.Width == 0 {
		for i, d := range docs {
			if i > 0 {
				fmt.Fprintln(s.Out)
			}
			source, _ := pack.Source(d.ID)
			for _, e := range content.LocalOf(s.Local(), d.Kind) {
				fmt.Fprintf(s.Out, "> Local: %s: %s (%s)\n\n", e.Name, e.Answer(), s.Local().CheckedWords(e, s.Now()))
			}
			if _, err := fmt.Fprint(s.Out, strings.TrimLeft(model.Clean(source), "\n")); err != nil {
				return Failf("the section can't be written: %v", err)
			}
		}
		return nil
	}
	p := s.page()
	for _, d := range docs {
		p.Gap()
		for _, e := range content.LocalOf(s.Local(), d.Kind) {
			p.LocalNamed(schoolsOwn(pack, s.Local(), s.Now()), e)
		}
		p.Gap()
		p.document(pack, d)
	}
	p.Gap()
	p.text(emph("From the protocol of " + pack.Edition().Years + "."))
	return s.show(p)
}
