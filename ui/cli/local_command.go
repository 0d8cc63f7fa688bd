package cli

import (
	"errors"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"isspp/content"
	"isspp/model"
	"isspp/ui/editor"
)

func newLocal(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "local",
		Short: "Your school's own layer: who covers you now, numbers, what has closed",
		Long: "Your school's own layer is one Markdown file beside the config file. What it says\n" +
			"is shown before the protocol's own line, marked Local, with the day on which it\n" +
			"was checked and by whom.",
		Args: knownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return Usagef("local needs a command: show, check, edit, import. Try: %s --help", cmd.CommandPath())
		},
	}
	cmd.AddCommand(newLocalShow(s), newLocalCheck(s), newLocalEdit(s), newLocalImport(s))
	return cmd
}

func newLocalShow(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show",
		Short: "What your school's own layer says, and what is stale or not set",
		Args:  noWords,
	}
	s.jsonFlag(cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		l, mistakes, err := s.checkedLocal()
		if err != nil {
			s.warn("%v", err)
		}
		f := facts{local: l, day: s.Now(), now: s.Now()}
		unset := f.own().NotSet
		return s.answer(func() any {
			return map[string]any{
				"layer": model.LayerLocal, "file": l.File, "stale_after_days": max(l.StaleAfter, 1),
				"entries": named(l.Entries, f.entry), "not_set": unset, "mistakes": some(mistakes),
			}
		}, func(p *page) {
			p.allLocal(l, unset, f.now)
			if n := len(mistakes); n > 0 {
				p.Gap()
				p.text(strong(model.Count(n, "mistake") + " in it: isspp local check"))
			}
		})
	}
	return cmd
}

// checkedLocal is the layer with every mistake of its file, those against the
// loaded protocol too; err is that this can't be used.
func (s *Session) checkedLocal() (l *model.Local, mistakes []content.Mistake, err error) {
	l, mistakes = s.local()
	pack, err := s.Pack()
	if err != nil {
		return l, mistakes, err
	}
	return l, append(mistakes[:len(mistakes):len(mistakes)], content.CheckLocal(l, pack)...), nil
}

func newLocalCheck(s *Session) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Every mistake of the Local file, by line",
		Long: "Every mistake of the Local file as file:line with how to fix it, and entries about\nschools or " +
			"services that the protocol doesn't have. Status 1 where there is any.\nOfficers whose days overlap are " +
			"warnings, with which of them is shown.",
		Args: noWords,
		RunE: func(*cobra.Command, []string) error { return s.checkLocal() },
	}
	s.jsonFlag(cmd)
	return cmd
}

// checkLocal says every mistake of the Local file; any is status 1. Overlaps are
// warnings.
func (s *Session) checkLocal() error {
	l, mistakes, err := s.checkedLocal()
	if err != nil {
		return err
	}
	warnings := content.LocalOverlaps(l, s.Now())
	answer := map[string]any{
		"file": l.File, "ok": len(mistakes) == 0, "mistakes": some(mistakes), "warnings": some(warnings),
	}
	if len(mistakes) == 0 && !s.asJSON && l.Empty() {
		p := s.page()
		p.text(normal("Nothing is entered yet in " + l.File + ". isspp local edit opens it."))
		return s.show(p)
	}
	for i := range warnings {
		warnings[i].File = l.File
	}
	return s.reportMistakes(l.File, filepath.Dir(l.File), mistakes, warnings, answer)
}

func newLocalEdit(s *Session) *cobra.Command {
	return &cobra.Command{
		Use:   "edit",
		Short: "Open the Local file in your editor, and check it afterwards",
		Long: "Opens the Local file in $VISUAL or $EDITOR, or else in an editor that is here.\n" +
			"Where there is no file yet, it is made with every slot empty and examples in\n" +
			"remarks. Afterwards every mistake is said with its line.",
		Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			path, err := s.localFile()
			if err != nil {
				return err
			}
			line, err := content.MakeLocalFile(path)
			if err != nil {
				return Failf("%v", err)
			}
			system := editor.Here()
			system.Getenv = s.Getenv
			e, err := system.Find()
			if err != nil {
				return Failf("%v. The file is %s", err, path)
			}
			cmd := e.Command(path, line)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = s.In, s.Out, s.Err
			if err := cmd.Run(); err != nil {
				var ended *exec.ExitError
				if !errors.As(err, &ended) {
					return Failf("%s can't be started: %v. The file is %s", e.Path, err, path)
				}
				s.warn("%s ended with status %d", e.Path, ended.ExitCode())
			}
			s.forgetLocal()
			return s.checkLocal()
		},
	}
}
