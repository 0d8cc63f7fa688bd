package cli

import (
	_ "embed"
	"strings"

	"github.com/spf13/cobra"
)

// shells are those that completion is written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// bashCompletion is our own: the library's needs the package bash-completion, and
// breaks a school's name at its blanks.
//
//go:embed completion.bash
var bashCompletion string

// completed completes from a few words, which are asked for only then, and no files.
func completed(words func() []string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

func completeFlag(cmd *cobra.Command, flag string, words func() []string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, completed(words)) // fails only for a flag that isn't there
}

func completeFiles(how cobra.ShellCompDirective, endings ...string) cobra.CompletionFunc {
	return func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) { return endings, how }
}

// named is what each of some things is called, or made into; of none it is an empty
// list, which JSON has as one.
func named[T, N any](things []T, name func(T) N) []N {
	names := make([]N, len(things))
	for i, thing := range things {
		names[i] = name(thing)
	}
	return names
}

// completeNoReference keeps children's references, and everything else, from being offered for
// --ref: what is typed there is nobody's to guess.
func completeNoReference(cmd *cobra.Command) {
	if cmd.Flags().Lookup("ref") != nil {
		completeFlag(cmd, "ref", func() []string { return nil })
	}
	for _, c := range cmd.Commands() {
		completeNoReference(c)
	}
}

// completeNoFiles keeps the names of files from being offered where a command takes none.
func completeNoFiles(cmd *cobra.Command) {
	for _, c := range cmd.Commands() {
		if c.ValidArgsFunction == nil && len(c.ValidArgs) == 0 {
			c.ValidArgsFunction = cobra.NoFileCompletions
		}
		completeNoFiles(c)
	}
}

func newCompletion(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "A script that completes commands, schools and topics in a shell",
		Example: "  source <(isspp completion bash)     (a line of ~/.bashrc)\n" +
			"  isspp completion fish > ~/.config/fish/completions/isspp.fish\n" +
			"  isspp completion zsh > \"${fpath[1]}/_isspp\"\n" +
			"  isspp completion powershell | Out-String | Invoke-Expression     (a line of $PROFILE)",
		ValidArgs: shells,
		Args: func(_ *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return Usagef("completion for which shell? There are: %s", strings.Join(shells, ", "))
			case 1:
				return OneOf("shell", args[0], shells)
			}
			return Usagef("completion takes one shell, not %d", len(args))
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			var b strings.Builder // to memory: nothing fails
			switch args[0] {
			case "bash":
				b.WriteString(bashCompletion)
			case "zsh":
				_ = cmd.Root().GenZshCompletion(&b)
			case "fish":
				_ = cmd.Root().GenFishCompletion(&b, true)
			case "powershell":
				_ = cmd.Root().GenPowerShellCompletionWithDesc(&b)
			}
			return s.write("the script", b.String())
		},
	}
}
