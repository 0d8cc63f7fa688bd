package session

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

func newPurge(s *cli.Session) *cobra.Command {
	var ref, id, reason string
	var yes, notFiled, asJSON bool
	cmd := &cobra.Command{
		Use: "purge", Short: "List what is due for review, or dispose of a reference for good, with a reason",
		Long: "Without --ref or --id it lists the references, those due for review first. With one\n" +
			"it disposes of everything under it, for good: from the notes, the backups and what\n" +
			"was set aside. The reason stays in the log, with nothing of the content. Nothing is\n" +
			"ever disposed of by itself, and a hold refuses it. Before the last question it says\n" +
			"what isn't in the school's own record yet; --yes alone doesn't pass over that.\n\n" +
			"Files that were exported or copied elsewhere are not reached.",
		Example: "  isspp notes purge\n  isspp notes purge --ref REF-123 --reason \"kept until the child was 25\"",
		Args:    cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "dispose of everything under `REFERENCE`")
	f.StringVar(&id, "id", "", "dispose of one record or concern, by its `ID` or the first 8 digits of it")
	f.StringVar(&reason, "reason", "", "why, in a few words without content: `TEXT`")
	f.BoolVar(&yes, "yes", false, "don't ask again")
	f.BoolVar(&notFiled, "not-filed", false, "with --yes: also what is not yet in the school's own record")
	f.BoolVar(&asJSON, "json", false, "the list as JSON")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case ref != "" && id != "":
			return cli.Usagef("--ref or --id: one of them, not both")
		case ref == "" && id == "":
			return listDue(s, k, asJSON)
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words without content. It stays in the log")
		}
		return opening(s, k, nil, func(notes *store.Store, _ *store.Report) error {
			if err := notes.ReadOnly(); err != nil {
				return err
			}
			what, err := dueOf(notes, ref, id, s.Now())
			if err != nil {
				return err
			}
			switch {
			case what.Held: // refused below, with nothing to be asked before
			case yes && what.NotFiled && !notFiled:
				return cli.Failf("%s: %s Nothing was disposed of. File it first, or add --not-filed", model.CleanLine(first(ref, what.ID)), what.warning())
			case !yes:
				if err := sure(s, what); err != nil {
					return err
				}
			}
			d, err := notes.Purge(ref, what.ID, reason)
			if err != nil {
				return err
			}
			for _, line := range disposalWords(d) {
				fmt.Fprintln(s.Out, model.CleanLine(line))
			}
			return nil
		})
	}
	return cmd
}

func listDue(s *cli.Session, k *keyring, asJSON bool) error {
	reading := func(o *store.Options) { o.ReadOnly = true }
	return opening(s, k, reading, func(notes *store.Store, _ *store.Report) error {
		list := dueList(notes, s.Now())
		if asJSON {
			return s.ShowJSON(map[string]any{"references": append([]due{}, list...)})
		}
		if len(list) == 0 {
			fmt.Fprintln(s.Out, "Nothing is kept.")
		}
		for _, d := range list {
			fmt.Fprintln(s.Out, model.Clean(d.words()))
		}
		return nil
	})
}

// sure says what is disposed of and what speaks against it, and asks for its name
// to be typed. It is nil if it was.
func sure(s *cli.Session, what due) error {
	answer, ok := asked(s, fmt.Sprintf("%s\nThis can't be taken back. Type %s to dispose of it: ", model.CleanLine(what.warning()), model.CleanLine(what.name())))
	switch {
	case !ok:
		return cli.Failf("nothing was disposed of: there is no terminal to ask at whether it is meant. In a script: --yes")
	case !what.named(answer):
		return cli.Failf("nothing was disposed of: what was typed is not %s", model.CleanLine(what.name()))
	}
	return nil
}

// disposalWords tells what was disposed of, and what isspp did not reach.
func disposalWords(d *store.Disposal) []string {
	out := []string{records(d.Records) + " disposed of, for good. The log keeps the reason and nothing of the content."}
	if d.Records == 0 {
		out[0] = "The notes had nothing of it any more."
	}
	if n := len(d.Rewritten); n == 1 {
		out = append(out, "1 backup or file set aside was written anew without it.")
	} else if n > 1 {
		out = append(out, fmt.Sprintf("%d backups and files set aside were written anew without it.", n))
	}
	for _, left := range d.Untouched {
		out = append(out, "Not reached, since "+left.Why+": "+left.Path+". Delete it if it is a copy of these notes, or mend that and dispose of the same once more.")
	}
	return append(out, "Files that were exported or copied elsewhere are not reached.")
}

func newHold(s *cli.Session) *cobra.Command {
	var ref, id, reason string
	var lift bool
	cmd := &cobra.Command{
		Use: "hold", Short: "Keep a reference from being disposed of, or lift such a hold, with a reason",
		Long: "Without --ref or --id it lists what is on hold.",
		Example: "  isspp notes hold --ref REF-123 --reason \"inquiry of 2026\"\n" +
			"  isspp notes hold --lift --ref REF-123 --reason \"the inquiry is over\"",
		Args: cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "the `REFERENCE` to hold")
	f.StringVar(&id, "id", "", "one record or concern, by its `ID` or the first 8 digits of it")
	f.StringVar(&reason, "reason", "", "why, in a few words: `TEXT`")
	f.BoolVar(&lift, "lift", false, "lift the hold")
	k := unlocking(s, cmd)
	cmd.RunE = func(*cobra.Command, []string) error {
		switch {
		case ref != "" && id != "":
			return cli.Usagef("--ref or --id: one of them, not both")
		case ref == "" && id == "":
			return listHolds(s, k)
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words. It stays in the log")
		}
		return opening(s, k, nil, func(notes *store.Store, _ *store.Report) error {
			do := notes.SetHold
			if lift {
				do = notes.LiftHold
			}
			if id != "" {
				what, err := notes.Choose("", id)
				if err != nil {
					return err
				}
				id = what.ID
			}
			n, err := do(ref, id, reason)
			if err != nil {
				return err
			}
			fmt.Fprintln(s.Out, holdWords(n, lift))
			return nil
		})
	}
	return cmd
}

// holdWords tells what a hold did.
func holdWords(n int, lifted bool) string {
	switch {
	case n == 0 && lifted:
		return "There was no hold. Nothing has changed."
	case n == 0:
		return "All of it is on hold already. Nothing has changed."
	case lifted:
		return "The hold is lifted: " + records(n) + "."
	}
	return "On hold: " + records(n) + ". Nothing of it is disposed of until the hold is lifted."
}

func listHolds(s *cli.Session, k *keyring) error {
	reading := func(o *store.Options) { o.ReadOnly = true }
	return opening(s, k, reading, func(notes *store.Store, _ *store.Report) error {
		none := true
		for _, r := range notes.References() {
			if r.Held {
				none = false
				fmt.Fprintln(s.Out, model.CleanLine(first(r.Ref, "(no reference)")+": "+r.Why))
			}
		}
		if none {
			fmt.Fprintln(s.Out, "Nothing is on hold.")
		}
		return nil
	})
}
