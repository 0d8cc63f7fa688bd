package cli

import (
	"slices"

	"github.com/spf13/cobra"
)

// shells are those that completion is written for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

// newCompletion makes "isspp completion".
func newCompletion(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "A script that completes commands, schools and topics in a shell",
		Example: "  isspp completion bash > ~/.local/share/bash-completion/completions/isspp\n" +
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
				err = root.GenBashCompletionV2(s.Out, true)
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
