package cli

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
)

// embeddedWord is how a command line names the built-in edition.
const embeddedWord = "embedded"

func newContent(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "content",
		Short: "Keep a protocol current: write it out, check it, compare two, say which is in use",
		Long: "A protocol is a folder of Markdown documents. Write the built-in one out, edit it,\n" +
			"check it, see in words what has changed, and use it with --content or the config\n" +
			"file. isspp content guide says how the documents are written.",
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Usagef("content needs a command: check, diff, guide, init, where. Try: %s --help", cmd.CommandPath())
		},
	}
	cmd.AddCommand(newContentInit(s), newContentCheck(s), newContentDiff(s), newContentWhere(s), newContentGuide(s))
	return cmd
}

func newContentInit(s *Session) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Write the built-in protocol and a guide into a folder, to be edited",
		Long: "Write the built-in protocol into DIR as Markdown documents, with a guide to editing\n" +
			"them. A folder that isn't empty is refused. With --force it is filled, and a\n" +
			"document that is there already and says something else is set aside under a name\n" +
			"with the time in it: nothing is ever lost.",
		Args:              exactlyOne("DIR"),
		ValidArgsFunction: completeFiles(cobra.ShellCompDirectiveFilterDirs),
	}
	cmd.Flags().BoolVar(&force, "force", false, "fill a folder that isn't empty; what is there is kept")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		dir := args[0]
		done, err := content.Init(dir, force, s.Now())
		if errors.Is(err, content.ErrNotEmpty) {
			return Failf("%s is not empty, and nothing was written. Name another folder, or fill this one with "+
				"--force: what is there is kept", dir)
		}
		if err != nil {
			return Failf("%v", err)
		}
		p := s.page()
		p.text(normal("Written to " + dir + ": " + model.Count(len(done.Files), "document") + "."))
		if len(done.Same) > 0 {
			p.text(normal("Already there, unchanged: " + model.Count(len(done.Same), "document") + "."))
		}
		for _, name := range done.Aside {
			p.text(normal("Set aside: " + name))
		}
		p.text(normal("How to edit them is in " + dir + "/README.md. Then:"))
		p.Spans("  ", "  ", normal("isspp content check "+dir))
		p.Spans("  ", "  ", normal("isspp content diff embedded "+dir))
		p.Spans("  ", "  ", normal("isspp --content "+dir))
		return s.show(p)
	}
	return cmd
}

func newContentGuide(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:   "guide",
		Short: "How a protocol's documents are written, with an example of each kind",
		Args:  noWords,
		RunE:  func(*cobra.Command, []string) error { return s.write("the guide", s.plain(content.Guide())) },
	}
}

func exactlyOne(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 1 {
			return nil
		}
		return Usagef("%s takes one %s, not %d. Try: %s --help", cmd.CommandPath(), name, len(args), cmd.CommandPath())
	}
}

func noWords(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return Usagef("%s takes no words, and %q is one", cmd.CommandPath(), model.CleanLine(args[0]))
	}
	return nil
}

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
