package session

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/ui/cli"
	"isspp/ui/upkeep"
)

func newPurge(s *cli.Session) *cobra.Command {
	var ref, id, reason string
	var yes, notFiled, asJSON bool
	cmd := &cobra.Command{
		Use: "purge", Short: "List what is due for review, or dispose of a reference",
		Long: "Without --ref or --id it lists the references, those due for review first. With one\n" +
			"it disposes of everything under it, for good: from the notes, the backups and what\n" +
			"was set aside. The reason stays in the log, with nothing of the content. Nothing is\n" +
			"ever disposed of by itself, and a hold refuses it. Before the last question it says\n" +
			"what isn't in the school's own record yet; --yes alone doesn't skip that.\n\n" +
			"Files that were exported or copied elsewhere are not reached.",
		Example: "  isspp notes purge   what is due for review, and the rest\n" +
			"  isspp notes purge --ref REF-123 --reason \"kept until the child was 25\"",
		Args: nothingMore,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "dispose of everything under `REFERENCE`")
	f.StringVar(&id, "id", "", "dispose of one record or concern, by its `ID` or the first 8 digits of it")
	f.StringVar(&reason, "reason", "", "say why with `TEXT`: a few words, without content")
	f.BoolVar(&yes, "yes", false, "don't ask again")
	f.BoolVar(&notFiled, "not-filed", false, "with --yes: also what is not yet in the school's own record")
	f.BoolVar(&asJSON, "json", false, "the list as JSON")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case ref != "" && id != "":
			return cli.Usagef("--ref or --id: one of them, not both")
		case ref == "" && id == "" && (reason != "" || yes):
			return cli.Usagef("dispose of what? --ref REFERENCE. Without it the references are listed: isspp notes " +
				"purge")
		case ref == "" && id == "":
			return listDue(s, k, asJSON)
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words without content. It stays in the log")
		case !yes && !atTerminal(s):
			return cli.Usagef("there is no terminal to confirm at. Nothing was disposed of. In a script: --yes")
		}
		return opening(s, k, toChange, func(n *upkeep.Notes) error {
			if err := n.Store.ReadOnly(); err != nil {
				return err
			}
			what, err := upkeep.DueOf(n.Store, ref, id, s.Now())
			if err != nil {
				return err
			}
			if what.Held {
				return cli.Failf("%s isspp notes hold --lift --ref REFERENCE --reason \"…\" lifts it.", what.OnHold())
			}
			if yes && what.NotFiled && !notFiled {
				return cli.Failf("%s: %s Nothing was disposed of. File it first, or add --not-filed",
					model.CleanLine(cmp.Or(ref, what.ID)), what.Warning())
			}
			if !yes {
				if err := sure(s, what); err != nil {
					return err
				}
			}
			return tells(s, n.Dispose(ref, what.ID, reason))
		})
	}
	return cmd
}

func listDue(s *cli.Session, k *keyring, asJSON bool) error {
	return opening(s, k, toRead, func(n *upkeep.Notes) error {
		list := upkeep.DueList(n.Store, s.Now())
		if asJSON {
			return s.ShowJSON(map[string]any{"references": append([]upkeep.Due{}, list...)})
		}
		return tells(s, upkeep.Heads(list))
	})
}

// sure says what is disposed of and what speaks against it, and asks for its name
// to be typed. It is nil if it was.
func sure(s *cli.Session, what upkeep.Due) error {
	name := model.CleanLine(what.Name())
	s.Ask(cli.Line{Text: name + ": " + model.CleanLine(what.Warning())},
		cli.Line{Text: "This can't be undone. Type " + name + " to dispose of it:"})
	answer, ok := asked(s, "> ")
	switch {
	case !ok:
		return cli.Failf("nothing was disposed of: there is no terminal to confirm at. In a script: --yes")
	case !what.Named(answer):
		return cli.Failf("nothing was disposed of: what was typed is not %s", name)
	}
	return nil
}

func newHold(s *cli.Session) *cobra.Command {
	var ref, id, reason string
	var lift bool
	cmd := &cobra.Command{
		Use: "hold", Short: "Put a reference on hold, or lift the hold",
		Long: "Nothing that is on hold is disposed of, whatever its dates say. The reason stays\n" +
			"in the log. Without --ref or --id it lists what is on hold.",
		Example: "  isspp notes hold --ref REF-123 --reason \"inquiry of 2026\"\n" +
			"  isspp notes hold --lift --ref REF-123 --reason \"the inquiry is over\"",
		Args: nothingMore,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "the `REFERENCE` to hold")
	f.StringVar(&id, "id", "", "one record or concern, by its `ID` or the first 8 digits of it")
	f.StringVar(&reason, "reason", "", "say why with `TEXT`, a few words")
	f.BoolVar(&lift, "lift", false, "lift the hold")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case ref != "" && id != "":
			return cli.Usagef("--ref or --id: one of them, not both")
		case ref == "" && id == "" && (lift || reason != ""):
			return cli.Usagef("which reference? --ref REFERENCE. Without it what is on hold is listed: isspp notes " +
				"hold")
		case ref == "" && id == "":
			return opening(s, k, toRead, func(n *upkeep.Notes) error {
				return tells(s, upkeep.OnHold(upkeep.DueList(n.Store, s.Now())))
			})
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words. It stays in the log")
		}
		return opening(s, k, toChange, func(n *upkeep.Notes) error {
			if id != "" {
				what, err := n.Store.Choose("", id)
				if err != nil {
					return err
				}
				id = what.ID
			}
			return tells(s, n.Hold(ref, id, reason, lift))
		})
	}
	return cmd
}
