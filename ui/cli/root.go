package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"isspp/content"
	"isspp/model"
	"isspp/ui/config"
	"isspp/ui/theme"
)

var themes = []string{"auto", "dark", "light", "contrast", "mono"}

// lookups are the commands of this package, by their names.
var lookups = Commands{
	"rota": newRota, "directory": newDirectory, "factors": newFactors, "find": newFind, "read": newRead,
	"handout": newHandout, "protocol": newProtocol, "content": newContent, "local": newLocal,
	"completion": newCompletion, "man": newMan,
}

// newRoot makes the command tree. Without a subcommand the app starts.
func newRoot(s *Session, p Program, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:   "isspp",
		Short: openName + " at your fingertips",
		Long: openName + " at your fingertips, offline.\n" +
			"Without a command it opens the app. Look-ups need no passphrase.\n\n" +
			"In an emergency call 999. Police at other times: 101.",
		Example: "  isspp rota \"" + openSchool + "\"    who covers it, and are they assigned today?\n" +
			"  isspp directory --age 13     services for a child of thirteen\n" +
			"  isspp find exploitation      everything in the protocol that says so",
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return s.checkOptions(cmd) },
		Args:              knownCommand,
		RunE: func(*cobra.Command, []string) error {
			s.status = p.Start(s.Options)
			return nil
		},
	}
	// The library would tell somebody who double-clicks the program to use a shell.
	cobra.MousetrapHelpText = ""
	root.SetVersionTemplate("isspp {{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	flags := root.PersistentFlags()
	flags.StringVar(&s.Content, "content", "", "use the protocol in `DIR` instead of the embedded one")
	flags.StringVar(&s.Notes, "notes", "", "keep the private notes in `FILE`")
	flags.StringVar(&s.Theme, "theme", "auto", "`NAME`: auto, dark, light, contrast or mono")
	completeFlag(root, "theme", func() []string { return themes })
	flags.BoolVar(&s.ASCII, "ascii", asciiLocale(s.Getenv), "plain signs only, as with LANG=C")
	flags.Lookup("ascii").DefValue = "false" // the help says nothing of this computer
	flags.StringVar(&s.Config, "config", "", "read the settings from `FILE`")
	flags.BoolVar(&s.Fictional, "fictional", false, "say on every screen that the case is invented")
	_ = flags.MarkHidden("fictional") // the flag was defined on the line before
	s.addCommands(root, p, args)
	// cobra's help command says nothing of what was likely meant.
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Help about any command",
		RunE: func(_ *cobra.Command, args []string) error {
			target, rest, err := root.Find(args)
			if err != nil || target == nil || len(rest) > 0 {
				return unknownCommand(root, strings.Join(args, " "))
			}
			target.InitDefaultHelpFlag()
			return target.Help()
		},
	})
	// On a terminal no line of the help is broken within a word.
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages |",
		fmt.Sprintf(".FlagUsagesWrapped %d |", s.Width)))
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		fillIn(root, s.loaded().Pack)
		cmd.Long = s.flowed(cmd.Long)
		if s.ASCII {
			cmd.SetOut(theme.PlainWriter{Writer: s.Out}) // in a pipe too: nothing is lined up by cells beyond ASCII
		}
		help(cmd, args)
	})
	return root
}

// addCommands adds the command that the command line starts with, or else all of them.
func (s *Session) addCommands(root *cobra.Command, p Program, args []string) {
	first, one := "", false
	if len(args) > 0 && args[0] != "completion" && args[0] != "man" { // these are made of all the others
		first = args[0]
		one = lookups[first] != nil || p.Commands[first] != nil
	}
	add := func(commands Commands) {
		for name, make := range commands {
			if !one || name == first {
				root.AddCommand(make(s))
			}
		}
	}
	add(lookups)
	completeNoFiles(root)
	add(p.Commands)
	if !one && p.Version != nil {
		root.Version = p.Version()
	}
	completeNoReference(root)
}

// knownCommand refuses a word that is no command, since the app takes none.
func knownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(cmd, args[0])
}

// unknownCommand says which command was likely meant, or which there are.
func unknownCommand(cmd *cobra.Command, word string) error {
	word = model.CleanLine(word)
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	path := cmd.CommandPath()
	if near := model.Nearest(word, names); near != "" {
		return Usagef("%q is not a command: did you mean %s? Try: %s %s", word, near, path, near)
	}
	return Usagef("%q is not a command of %s. Commands: %s. Try: %s --help", word, path, strings.Join(names, ", "),
		path)
}

// flagError says which flag was likely meant, or what a flag wants.
func flagError(cmd *cobra.Command, err error) error {
	path := cmd.CommandPath()
	var bad *pflag.InvalidValueError
	if errors.As(err, &bad) {
		kind := bad.GetFlag().Value.Type()
		wants := map[string]string{"int": "a whole number", "bool": "true or false"}[kind]
		return Usagef("--%s is %s: %q is none. Try: %s --help", bad.GetFlag().Name, cmp.Or(wants, "a "+kind),
			model.CleanLine(bad.GetValue()), path)
	}
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return Usagef("%s. Try: %s --help", err, path)
	}
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		return Usagef("-%s is not a flag of %s. Try: %s --help", short, path, path)
	}
	var names []string
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.LocalFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	written := unknown.GetSpecifiedName()
	if near := model.Nearest(written, names); near != "" {
		return Usagef("--%s is not a flag of %s: did you mean --%s?", written, path, near)
	}
	return Usagef("--%s is not a flag of %s. Try: %s --help", written, path, path)
}

// checkOptions refuses global flags that name what isn't there. The command that
// the app starts its session with is left alone: the app has looked already.
func (s *Session) checkOptions(cmd *cobra.Command) error {
	for _, path := range []*string{&s.Content, &s.Notes, &s.Config} {
		var err error
		if *path, err = config.Expand(*path); err != nil {
			return Usagef("%v", err)
		}
	}
	if cmd.Hidden {
		return nil
	}
	if s.Config != "" {
		switch _, err := os.Stat(s.Config); {
		case errors.Is(err, fs.ErrNotExist):
			return Usagef("--config: there is no file %s", s.Config)
		case err != nil:
			return Usagef("--config: %s can't be read: %v", s.Config, content.Cause(err))
		}
	}
	if s.Content != "" {
		switch info, err := os.Stat(s.Content); {
		case errors.Is(err, fs.ErrNotExist):
			return Usagef("--content: there is no folder %s", s.Content)
		case err != nil:
			return Usagef("--content: %s can't be read: %v", s.Content, content.Cause(err))
		case !info.IsDir():
			return Usagef("--content: %s is a file, not a folder with a protocol", s.Content)
		}
	}
	if err := OneOf("theme", s.Theme, themes); err != nil {
		return err
	}
	return s.checkConfig(cmd)
}

// OnNotes is the annotation of commands that do something with the notes: those
// and the ones below them do nothing while the config file can't be read.
const OnNotes = "on-notes"

// checkConfig says what is wrong in the config file, whatever is asked, and
// refuses to do anything with the notes where it can't be read.
func (s *Session) checkConfig(cmd *cobra.Command) error {
	set := s.settings()
	if set.Notice() == "" {
		return nil
	}
	for c := cmd; c != nil && set.Unread(); c = c.Parent() {
		if c.Annotations[OnNotes] != "" {
			return Failf("the config file can't be read as it stands, so isspp can't say which notes are meant, and "+
				"nothing was done. %s", set.Notice())
		}
	}
	s.warn("%s", set.Notice())
	return nil
}

// OneOf is the usage error for a word that isn't one of a few, and nil for one that is.
func OneOf(what, written string, words []string) error {
	if slices.Contains(words, written) {
		return nil
	}
	written = model.CleanLine(written)
	if near := model.Nearest(written, words); near != "" {
		return Usagef("%q is not a %s: did you mean %s? There are: %s", written, what, near, strings.Join(words, ", "))
	}
	return Usagef("%q is not a %s. There are: %s", written, what, strings.Join(words, ", "))
}

func (s *Session) jsonFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&s.asJSON, "json", false, "answer as JSON")
}

// BuiltVersion is a version as people are told it, with the commit that it was built
// from and that commit's day, where Go has kept them. A version of "" is the one that
// the module was fetched under, or "development".
func BuiltVersion(version string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return builtVersion(version, info)
}

func builtVersion(version string, info *debug.BuildInfo) string {
	about := map[string]string{}
	for _, s := range info.Settings {
		about[s.Key] = s.Value
	}
	commit := about["vcs.revision"]
	switch {
	case version != "":
	case commit == "" && info.Main.Version != "" && info.Main.Version != "(devel)":
		version = info.Main.Version
	default:
		version = "development"
	}
	if commit == "" {
		return version
	}
	commit = commit[:min(len(commit), 12)]
	if about["vcs.modified"] == "true" {
		commit += ", changed since"
	}
	if at, err := time.Parse(time.RFC3339, about["vcs.time"]); err == nil {
		commit += ", " + at.UTC().Format("2 January 2006")
	}
	return fmt.Sprintf("%s (commit %s)", version, commit)
}
