package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"isspp/content"
	"isspp/model"
)

// newMan makes "isspp man". The page is made from the commands themselves, so
// that it can't name a flag that isn't there.
func newMan(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:     "man",
		Short:   "The manual page, as roff",
		Example: "  isspp man > isspp.1\n  isspp man | man -l -",
		Args:    noWords,
		RunE: func(cmd *cobra.Command, _ []string) error {
			fillIn(cmd.Root(), s.loaded().Pack)
			return s.write("the manual", manual(cmd.Root()))
		},
	}
}

func manual(root *cobra.Command) string {
	var b strings.Builder
	version, _, _ := strings.Cut(root.Version, " ")
	fmt.Fprintf(&b, ".TH ISSPP 1 \"\" \"isspp %s\" \"User Commands\"\n", roff(version))
	fmt.Fprintf(&b, ".SH NAME\nisspp \\- %s\n", roff(root.Short))
	b.WriteString(".SH SYNOPSIS\n.B isspp\n[\\fIcommand\\fR] [\\fIflags\\fR]\n")
	fmt.Fprintf(&b, ".SH DESCRIPTION\n%s\n", roff(root.Long))
	b.WriteString(".SH COMMANDS\n")
	manualCommands(&b, root)
	b.WriteString(".SH OPTIONS\nThese go with every command.\n")
	manualFlags(&b, root.PersistentFlags())
	b.WriteString(".SH EXIT STATUS\n.TP\n.B 0\nThere is an answer.\n.TP\n.B 1\n" +
		"Nothing was found, or what was asked failed; the reason is on standard error.\n" +
		".TP\n.B 2\nThe command line was wrong.\n")
	b.WriteString(".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colour, whatever it is set to, unless it is empty.\n" +
		".TP\n.B ACCESSIBLE\nPlain questions and answers, for screen readers, whatever it is set to, unless it is " +
		"empty.\n" +
		".TP\n.BR VISUAL \", \" EDITOR\nThe editor that documents are opened in.\n")
	b.WriteString(manualFiles)
	fmt.Fprintf(&b, ".SH EXAMPLES\n.nf\n%s\n.fi\n", roff(root.Example))
	return b.String()
}

// manualFiles says where things are kept where a manual is read.
const manualFiles = `.SH FILES
.TP
.I ~/.config/isspp/config.toml
The settings. Every line is optional.
.TP
.I local.md
Your school's own layer, beside the settings.
.TP
.I ~/.local/share/isspp/notes.db
The private notes, sealed; their backups are in a folder beside them.
.PP
On macOS all of it is in ~/Library/Application Support/isspp.
`

func manualCommands(b *strings.Builder, parent *cobra.Command) {
	for _, c := range parent.Commands() {
		if !c.IsAvailableCommand() {
			continue
		}
		fmt.Fprintf(b, ".SS %s\n%s\n", roff(c.UseLine()), roff(cmp.Or(c.Long, c.Short+".")))
		manualFlags(b, c.LocalNonPersistentFlags())
		if c.Example != "" {
			fmt.Fprintf(b, ".PP\n.nf\n%s\n.fi\n", roff(c.Example))
		}
		manualCommands(b, c)
	}
}

func manualFlags(b *strings.Builder, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		short := ""
		if f.Shorthand != "" {
			short = `\fB\-` + f.Shorthand + `\fR, `
		}
		fmt.Fprintf(b, ".TP\n%s\\fB\\-\\-%s\\fR %s\n%s\n", short, roff(f.Name), roff(name), roff(usage))
	})
}

// roff escapes what the formatter would read as its own.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "…", "...", "–", `\(en`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

// The words that help texts leave open: what stands in their place is the
// loaded protocol's, so that no borough is shown another one's schools.
const (
	openName    = "{protocol}"
	openSchool  = "{school}"
	openOfficer = "{officer}"
	openService = "{service}"
)

// fillIn puts the loaded protocol's own names into the help of a command and of
// everything below it: the shortest, as somebody would type them.
func fillIn(cmd *cobra.Command, p *content.Pack) {
	school, officer, service := "", "", ""
	for _, s := range p.Rota().Settings {
		if school == "" || len(s.Name) < len(school) {
			school = s.Name
			if words := strings.Fields(s.Officer); len(words) > 0 {
				officer = words[len(words)-1]
			}
		}
	}
	if school == "" {
		school, officer = "the school", "the officer"
	}
	for _, s := range p.Directory().Services() {
		if s.Ended == "" && (service == "" || len(s.Name) < len(service)) {
			service = s.Name
		}
	}
	fillWith(cmd, strings.NewReplacer(
		openName, "The "+p.Edition().Name(), openSchool, strings.ToLower(school), openOfficer, model.Fold(officer),
		openService, strings.ToLower(cmp.Or(service, "mentoring")),
	))
}

func fillWith(cmd *cobra.Command, r *strings.Replacer) {
	cmd.Short, cmd.Long, cmd.Example = r.Replace(cmd.Short), r.Replace(cmd.Long), r.Replace(cmd.Example)
	for _, c := range cmd.Commands() {
		fillWith(c, r)
	}
}
