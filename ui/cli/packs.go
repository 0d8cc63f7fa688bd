package cli

import (
	"errors"

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
