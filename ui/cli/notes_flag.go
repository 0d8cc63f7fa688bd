package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// allNotesFlag adds --all-notes, which --notes without a file means.
func allNotesFlag(cmd *cobra.Command) *bool {
	return cmd.Flags().Bool("all-notes", false, "show every note; --notes alone does so too")
}

// bareNotes reads --notes behind a look-up that folds notes as --all-notes,
// unless a file stands behind it: everywhere else it names the private notes'.
func bareNotes(root *cobra.Command, args []string) []string {
	cmd, _, err := root.Find(args)
	if err != nil || cmd.Flags().Lookup("all-notes") == nil {
		return args
	}
	at := slices.Index(args, cmd.Name())
	out := slices.Clone(args)
	for i := at + 1; i < len(out); i++ {
		if out[i] == "--" {
			break
		}
		if out[i] == "--notes" && (i+1 == len(out) || !namesFile(out[i+1])) {
			out[i] = "--all-notes"
		}
	}
	return out
}

// namesFile reports whether a word is written as a file is, and no school.
func namesFile(word string) bool {
	return strings.ContainsAny(word, `/\`) || filepath.Ext(word) == ".db"
}
