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

func newContentCheck(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Every mistake of a pack, by file and line",
		Long: "Every mistake of the pack in DIR, of the one that --content or the config file names,\n" +
			"or of the embedded one, each as file:line with how to fix it. Status 1 where there is any.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return Usagef("%s takes one DIR, not %d", cmd.CommandPath(), len(args))
			}
			return nil
		},
		ValidArgsFunction: completeFiles(cobra.ShellCompDirectiveFilterDirs),
	}
	s.jsonFlag(cmd)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		dir, _ := s.asked()
		if len(args) == 1 {
			dir = args[0]
		}
		name := dir
		if dir == "" || dir == embeddedWord {
			name, dir = "the embedded edition", ""
		}
		l := s.settings().Copies.Load(dir, s.Now())
		if l.Err != nil {
			return Failf("%v", l.Err)
		}
		mistakes := l.Mistakes
		if dir == "" {
			mistakes = l.Pack.Mistakes()
		}
		return s.reportMistakes(name, dir, mistakes, nil,
			checkJSON{Pack: name, OK: len(mistakes) == 0, Mistakes: some(mistakes)})
	}
	return cmd
}

// reportMistakes prints each warning and each mistake on a line that an editor can
// jump to, or value as JSON. Any mistake is status 1.
func (s *Session) reportMistakes(name, dir string, mistakes, warnings []content.Mistake, value any) error {
	text := ""
	for _, w := range warnings {
		text += s.plain(model.CleanLine("warning: "+w.Error())) + "\n"
	}
	for _, m := range mistakes {
		m.File = filepath.Join(dir, m.File)
		text += s.plain(model.CleanLine(m.Error())) + "\n"
	}
	if s.asJSON {
		text = ""
		if err := s.ShowJSON(value); err != nil {
			return err
		}
	}
	if err := s.write("the mistakes", text); err != nil {
		return err
	}
	switch {
	case len(mistakes) > 0:
		return Failf("%s in %s", model.Count(len(mistakes), "mistake"), name)
	case s.asJSON:
		return nil
	}
	p := s.page()
	p.text(normal("No mistakes in " + name + "."))
	return s.show(p)
}
