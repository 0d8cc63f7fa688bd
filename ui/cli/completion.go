package cli

import (
	_ "embed"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shells are those that completion is written for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// bashCompletion is our own: the library's needs the package bash-completion, and
// breaks a school's name at its blanks.
//
//go:embed completion.bash
var bashCompletion string

// completeFixed completes a flag from a few words.
func completeFixed(cmd *cobra.Command, flag string, words ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)) // fails only for a flag that isn't there
}

// completeNoReference keeps children's references, and everything else, from being
// offered for --ref: what is typed there is nobody's to guess.
func completeNoReference(cmd *cobra.Command) {
	if cmd.Flags().Lookup("ref") != nil {
		completeFixed(cmd, "ref")
	}
	for _, c := range cmd.Commands() {
		completeNoReference(c)
	}
}

// dayWords are what --on takes by name.
func dayWords() []string {
	return strings.Fields("today tomorrow monday tuesday wednesday thursday friday saturday sunday")
}

// newCompletion makes "isspp completion".
func newCompletion(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "A script that completes commands, schools and topics in a shell",
		Example: "  source <(isspp completion bash)     (a line of ~/.bashrc)\n" +
			"  isspp completion fish > ~/.config/fish/completions/isspp.fish\n" +
			"  isspp completion zsh > \"${fpath[1]}/_isspp\"\n" +
			"  isspp completion powershell | Out-String | Invoke-Expression     (a line of $PROFILE)",
		ValidArgs: shells(),
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return Usagef("completion for which shell? There are: bash, zsh, fish, powershell")
			case len(args) > 1:
				return Usagef("completion takes one shell, not %d", len(args))
			case !slices.Contains(shells(), args[0]):
				return oneOf("shell", args[0], shells())
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root, err := cmd.Root(), error(nil)
			switch args[0] {
			case "bash":
				_, err = io.WriteString(s.Out, bashCompletion)
			case "zsh":
				err = root.GenZshCompletion(s.Out)
			case "fish":
				err = root.GenFishCompletion(s.Out, true)
			case "powershell":
				err = root.GenPowerShellCompletionWithDesc(s.Out)
			}
			if err != nil {
				return Failf("the script can't be written: %v", err)
			}
			return nil
		},
	}
}
