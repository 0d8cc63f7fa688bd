package cli

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// checkJSON is the answer of "isspp content check --json".
type checkJSON struct {
	Pack     string            `json:"pack"`
	OK       bool              `json:"ok"`
	Mistakes []content.Mistake `json:"mistakes"`
}

// whereJSON is the answer of "isspp content where --json".
type whereJSON struct {
	fact
	Pack     string `json:"pack"`
	Embedded bool   `json:"embedded"`
	Title    string `json:"title"`
	Place    string `json:"place"`
}

// newContent makes "isspp content" and what is below it.
func newContent(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "content",
		Short: "Check a folder with a protocol, and say which one is in use",
		Args:  knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Usagef("content does what? There are: check, where. Try: %s --help", cmd.CommandPath())
		},
	}
	cmd.AddCommand(newContentCheck(s), newContentWhere(s))
	return cmd
}

func newContentCheck(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Every mistake of a pack, by file and line",
		Long: "Every mistake of the pack in DIR, of the one that --content names, or of the\n" +
			"embedded one, each as file:line with its mend. Status 1 where there is any.",
		Args: atMostOne("DIR"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		dir := s.Content
		if len(args) == 1 {
			dir = args[0]
		}
		name, mistakes, err := checkPack(dir)
		if err != nil {
			return Failf("%v", err)
		}
		if *asJSON {
			answer := checkJSON{Pack: name, OK: len(mistakes) == 0, Mistakes: append([]content.Mistake{}, mistakes...)}
			if err := s.showJSON(answer); err != nil {
				return err
			}
		}
		return s.reportMistakes(name, dir, mistakes, *asJSON)
	}
	return cmd
}

// checkPack reads a folder's pack whole, or the embedded one.
func checkPack(dir string) (name string, mistakes []content.Mistake, err error) {
	if dir == "" {
		return "the embedded edition", content.Embedded().Mistakes(), nil
	}
	_, mistakes, err = content.Load(dir)
	return dir, mistakes, err
}

// reportMistakes prints each mistake on a line that an editor can jump to.
func (s *Session) reportMistakes(name, dir string, mistakes []content.Mistake, asJSON bool) error {
	if len(mistakes) == 0 {
		if asJSON {
			return nil
		}
		p := s.page()
		p.text(run{"No mistakes in " + name + ".", normal})
		return s.show(p)
	}
	if !asJSON {
		text := ""
		for _, m := range mistakes {
			m.File = filepath.Join(dir, m.File)
			text += s.plain(model.CleanLine(m.Error())) + "\n"
		}
		if _, err := s.Out.Write([]byte(text)); err != nil {
			return Failf("the mistakes can't be written: %v", err)
		}
	}
	if len(mistakes) == 1 {
		return Failf("1 mistake in %s", name)
	}
	return Failf("%d mistakes in %s", len(mistakes), name)
}

func newContentWhere(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:               "where",
		Short:             "Which protocol is in use, and where it is",
		Args:              atMostOne(""),
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		pack := s.Pack()
		e, embedded := pack.Edition(), pack == content.Embedded()
		place := pack.Name()
		if embedded {
			place = "embedded in this program"
		}
		if *asJSON {
			return s.showJSON(whereJSON{
				fact: protocolFact(e), Pack: place, Embedded: embedded, Title: e.Title, Place: e.Place,
			})
		}
		p := s.page()
		p.labelled("Protocol", run{e.Title + ", " + e.Place + ", " + e.Years, normal})
		p.labelled("Where", run{place, normal})
		return s.show(p)
	}
	return cmd
}

// atMostOne refuses more than one word; with an empty name, any.
func atMostOne(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case name == "" && len(args) > 0:
			return Usagef("%s takes no words, and %q is one", cmd.CommandPath(), model.CleanLine(args[0]))
		case len(args) > 1:
			return Usagef("%s takes one %s, not %d", cmd.CommandPath(), name, len(args))
		}
		return nil
	}
}
