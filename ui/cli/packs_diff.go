package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// diffJSON is the answer of "isspp content diff --json".
type diffJSON struct {
	First   editionJSON      `json:"first"`
	Second  editionJSON      `json:"second"`
	Same    bool             `json:"same"`
	Changes []content.Change `json:"changes"`
}

// editionJSON is one of two editions that are compared.
type editionJSON struct {
	model.Edition
	Pack string `json:"pack"`
	// Mistakes are how many mistakes the pack has: what it says there can't be compared.
	Mistakes int `json:"mistakes"`
}

// partTitles are the parts of an edition as people call them.
var partTitles = map[string]string{
	"edition": "The edition", "rota": "Officers and days", "contacts": "Contacts", "services": "Services",
	"lists": "Signs and factors", "plan": "Delivery plan", "goals": "Aims, outcomes and recommendations",
	"text": "Sentences", "notes": "Notes", "words": "Glossary, topics and suggestions",
	"training": "Cases and prompts",
}

func newContentDiff(s *Session) *cobra.Command {
	var strict bool
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "What changed between two editions, in words",
		Long: "What has changed in B: its officers and days, contacts, services, each sign and factor,\n" +
			"and every sentence. A and B are folders, or the word embedded. Things are told apart by\n" +
			"their ids. Neither the order of things is compared nor how words are set off.\n\n" +
			"Status 0: compared, with differences or without. With --exit-code it is 1 where there\n" +
			"are any. Also 1: one of them can't be read, or has mistakes that keep it from being\n" +
			"compared whole; then what could be compared is shown.",
		Example: "  isspp content diff embedded my-protocol",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return Usagef("%s takes two editions, not %d: folders, or the word embedded. Try: %s --help",
				cmd.CommandPath(), len(args), cmd.CommandPath())
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return []string{embeddedWord}, cobra.ShellCompDirectiveDefault
		},
	}
	s.jsonFlag(cmd)
	cmd.Flags().BoolVar(&strict, "exit-code", false, "status 1 where anything has changed")
	cmd.RunE = func(_ *cobra.Command, args []string) error { return s.diff(args, strict) }
	return cmd
}

func (s *Session) diff(args []string, strict bool) error {
	var packs [2]*content.Pack
	var wrong [2][]content.Mistake
	for i, word := range args {
		packs[i] = content.Embedded()
		if word == embeddedWord {
			continue
		}
		var err error
		if packs[i], wrong[i], err = content.Read(word); err != nil {
			return Failf("%v", err)
		}
	}
	first, second := packs[0].Edition(), packs[1].Edition()
	changes := content.Compare(packs[0], packs[1])
	err := s.answer(func() any {
		return diffJSON{
			First:  editionJSON{first, args[0], len(wrong[0])},
			Second: editionJSON{second, args[1], len(wrong[1])},
			Same:   len(changes) == 0, Changes: some(changes),
		}
	}, func(p *page) {
		p.text(normal("From " + editionName(args[0], first) + " to " + editionName(args[1], second) + "."))
		if len(changes) > 0 && first.Place == second.Place && first.Years == second.Years {
			p.text(normal("Both call themselves " + second.Years + ": years and dated stand in pack.md."))
		}
		p.changes(changes, args[0])
	})
	if err != nil {
		return err
	}
	for i, mistakes := range wrong {
		if len(mistakes) > 0 {
			return Failf("%s has %s, so what it says there isn't compared: %s. All of them: isspp content check %s",
				args[i], model.Count(len(mistakes), "mistake"), mistakes[0].Error(), args[i])
		}
	}
	if strict && len(changes) > 0 {
		return &exit{status: StatusNothing}
	}
	return nil
}

// changes shows what has changed, part by part; first is how the first edition was named.
func (p *page) changes(changes []content.Change, first string) {
	if len(changes) == 0 {
		p.text(strong("They say the same."))
	}
	part := ""
	for _, c := range changes {
		if c.Part != part {
			part = c.Part
			p.Gap()
			p.title(partTitles[part])
		}
		where := c.File + ":" + strconv.Itoa(c.Line)
		if c.In == "first" {
			where += " in " + first
		}
		p.Spans("  ", "    ", normal(c.Text), emph(" ("+where+")"))
	}
}

func editionName(word string, e model.Edition) string {
	if e.Years == "" {
		return word
	}
	return word + " (" + e.Place + " " + e.Years + ")"
}
