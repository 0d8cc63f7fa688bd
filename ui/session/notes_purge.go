package session

import (
	"cmp"
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
			return cli.Usagef("dispose of what? --ref REFERENCE. Without it the references are listed: isspp notes purge")
		case ref == "" && id == "":
			return listDue(s, k, asJSON)
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words without content. It stays in the log")
		case !yes && !atTerminal(s):
			return cli.Usagef("there is no terminal to confirm at. Nothing was disposed of. In a script: --yes")
		}
		asked := disposing{ref: ref, id: id, reason: reason, yes: yes, notFiled: notFiled}
		return opening(s, k, nil, func(notes *store.Store) error {
			return dispose(s, notes, asked)
		})
	}
	return cmd
}

// disposing is what "purge" was asked for.
type disposing struct {
	ref, id, reason string
	yes, notFiled   bool
}

// dispose disposes of it once the person is sure, and says what was done.
func dispose(s *cli.Session, notes *store.Store, ask disposing) error {
	if err := notes.ReadOnly(); err != nil {
		return err
	}
	what, err := dueOf(notes, ask.ref, ask.id, s.Now())
	if err != nil {
		return err
	}
	switch {
	case what.Held:
		return cli.Failf("%s isspp notes hold --lift --ref REFERENCE --reason \"…\" lifts it.", what.onHold())
	case ask.yes && what.NotFiled && !ask.notFiled:
		return cli.Failf("%s: %s Nothing was disposed of. File it first, or add --not-filed", model.CleanLine(cmp.Or(ask.ref, what.ID)), what.warning())
	case !ask.yes:
		if err := sure(s, what); err != nil {
			return err
		}
	}
	d, err := notes.Purge(ask.ref, what.ID, ask.reason)
	if err != nil {
		return err
	}
	if len(d.Untouched) > 0 {
		s.SetStatus(cli.StatusNothing)
	}
	for _, line := range disposalWords(d) {
		if err := s.Tell(0, cli.Line{Text: model.CleanLine(line)}); err != nil {
			return err
		}
	}
	return nil
}

func listDue(s *cli.Session, k *keyring, asJSON bool) error {
	reading := func(o *store.Options) { o.ReadOnly = true }
	return opening(s, k, reading, func(notes *store.Store) error {
		list := dueList(notes, s.Now())
		if asJSON {
			return s.ShowJSON(map[string]any{"references": append([]due{}, list...)})
		}
		return s.Tell(dueColumn(list), dueLines(list)...)
	})
}

// dueColumn is where the words stand behind the longest name.
func dueColumn(list []due) int {
	longest := 8
	for _, d := range list {
		longest = max(longest, len([]rune(model.CleanLine(d.name()))))
	}
	return min(longest, 24) + 4
}

// dueLines are the list for people: what is due first, then the rest, then what can
// be done.
func dueLines(list []due) []cli.Line {
	if len(list) == 0 {
		return []cli.Line{{Label: "Nothing is kept."}}
	}
	var out []cli.Line
	add := func(heading, none string, isDue bool) {
		out = append(out, cli.Line{Label: heading})
		from := len(out)
		for _, d := range list {
			if d.Due == isDue {
				out = append(out, cli.Line{Label: "  " + model.CleanLine(d.name()), Text: d.how()})
			}
		}
		if len(out) == from {
			out = append(out, cli.Line{Label: "  " + none})
		}
	}
	add("Due for review", "Nothing is.", true)
	add("Not due", "Nothing else is kept.", false)
	return append(out, cli.Line{}, cli.Line{Label: "isspp notes purge --ref REFERENCE --reason \"…\" disposes of one; --id where it has none."})
}

// sure says what is disposed of and what speaks against it, and asks for its name
// to be typed. It is nil if it was.
func sure(s *cli.Session, what due) error {
	s.Ask(cli.Line{Text: model.CleanLine(what.name()) + ": " + model.CleanLine(what.warning())},
		cli.Line{Text: "This can't be undone. Type " + model.CleanLine(what.name()) + " to dispose of it:"})
	answer, ok := asked(s, "> ")
	switch {
	case !ok:
		return cli.Failf("nothing was disposed of: there is no terminal to confirm at. In a script: --yes")
	case !what.named(answer):
		return cli.Failf("nothing was disposed of: what was typed is not %s", model.CleanLine(what.name()))
	}
	return nil
}

// disposalWords tells what was disposed of, and what isspp did not reach.
func disposalWords(d *store.Disposal) []string {
	out := []string{records(d.Records) + " disposed of, for good. The log keeps the reason and nothing of the content."}
	if d.Records == 0 {
		out[0] = "It was no longer in the notes."
	}
	if n := len(d.Rewritten); n == 1 {
		out = append(out, "1 backup or file set aside was written anew without it.")
	} else if n > 1 {
		out = append(out, fmt.Sprintf("%d backups and files set aside were written anew without it.", n))
	}
	for _, left := range d.Untouched {
		out = append(out, "Not reached, since "+left.Why+": "+left.Path+". Delete it if it is a copy of these notes, or fix that and dispose of it again.")
	}
	return append(out, "Files that were exported or copied elsewhere are not reached.")
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
			return cli.Usagef("which reference? --ref REFERENCE. Without it what is on hold is listed: isspp notes hold")
		case ref == "" && id == "":
			return listHolds(s, k)
		case strings.TrimSpace(reason) == "":
			return cli.Usagef("--reason says why, in a few words. It stays in the log")
		}
		return opening(s, k, nil, func(notes *store.Store) error {
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
			return s.Tell(0, cli.Line{Text: holdWords(n, lift)})
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
	return opening(s, k, reading, func(notes *store.Store) error {
		var held []due
		for _, d := range dueList(notes, s.Now()) {
			if d.Held {
				held = append(held, d)
			}
		}
		if len(held) == 0 {
			return s.Tell(0, cli.Line{Text: "Nothing is on hold."})
		}
		said := make([]cli.Line, 0, len(held))
		for _, d := range held {
			said = append(said, cli.Line{Label: model.CleanLine(d.name()), Text: model.CleanLine(d.Why)})
		}
		return s.Tell(dueColumn(held), said...)
	})
}
