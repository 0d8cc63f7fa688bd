package session

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"isspp/model"
	"isspp/store"
	"isspp/ui/cli"
)

// due is a reference in the list of what may be disposed of.
type due struct {
	Ref     string `json:"ref"`
	Records int    `json:"records"`
	// Review is the day of the review, and Due tells that it has come.
	Review string `json:"review,omitempty"`
	Due    bool   `json:"due"`
	// State is where its newest concern stands; NotFiled tells that something is
	// not yet in the school's own record.
	State    string `json:"state,omitempty"`
	NotFiled bool   `json:"not_filed"`
	Held     bool   `json:"held"`
	Why      string `json:"hold_reason,omitempty"`
}

// dueList is every reference with how it stands: those due for review first.
func dueList(notes *store.Store, now time.Time) []due {
	var first, rest []due
	concerns := model.Concerns(notes.Walkthroughs(), notes.ConcernEntries(), now)
	for _, k := range notes.References() {
		d := due{Ref: k.Ref, Records: k.Records, Held: k.Held, Why: k.Why}
		for i := range concerns {
			c := &concerns[i]
			if !model.SameReference(c.Ref, k.Ref) {
				continue
			}
			if d.State == "" {
				d.State = string(c.State)
			}
			if d.Review == "" || c.Review != "" && c.Review < d.Review {
				d.Review = c.Review
			}
			d.Due = d.Due || c.ReviewDue
			d.NotFiled = d.NotFiled || c.NotFiled
		}
		if d.Due {
			first = append(first, d)
			continue
		}
		rest = append(rest, d)
	}
	return append(first, rest...)
}

// words is the line of the list.
func (d due) words() string {
	ref := d.Ref
	if ref == "" {
		ref = "(no reference)"
	}
	parts := []string{records(d.Records)}
	if d.State != "" {
		parts = append(parts, d.State)
	}
	if d.Due {
		parts = append(parts, "review due since "+d.Review)
	} else if d.Review != "" {
		parts = append(parts, "review on "+d.Review)
	}
	if d.NotFiled {
		parts = append(parts, "NOT YET FILED in the school's own record")
	}
	if d.Held {
		parts = append(parts, "ON HOLD: "+d.Why)
	}
	return fmt.Sprintf("%-16s %s", ref, strings.Join(parts, "; "))
}

func newPurge(s *cli.Session) *cobra.Command {
	var ref, id, reason string
	var yes, asJSON bool
	cmd := &cobra.Command{
		Use: "purge", Short: "List what is due for review, or dispose of a reference for good, with a reason",
		Long: "Without --ref or --id it lists the references, those due for review first. With one\n" +
			"it disposes of everything under it, for good: from the notes, the backups and what\n" +
			"was set aside. The reason stays in the log, with nothing of the content. Nothing is\n" +
			"ever disposed of by itself, and a hold refuses it.\n\n" +
			"Files that were exported or copied elsewhere are not reached.",
		Example: "  isspp notes purge\n  isspp notes purge --ref REF-123 --reason \"kept until the child was 25\"",
		Args:    cobra.NoArgs,
	}
	f := cmd.Flags()
	f.StringVar(&ref, "ref", "", "dispose of everything under `REFERENCE`")
	f.StringVar(&id, "id", "", "dispose of one record or concern, by its `ID`")
	f.StringVar(&reason, "reason", "", "why, in a few words without content: `TEXT`")
	f.BoolVar(&yes, "yes", false, "don't ask again")
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
			if !yes && !sure(s, first(ref, id)) {
				return cli.Failf("nothing was disposed of")
			}
			d, err := notes.Purge(ref, id, reason)
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

// sure asks for what is disposed of to be typed.
func sure(s *cli.Session, what string) bool {
	answer, ok := asked(s, fmt.Sprintf("This can't be taken back. Type %s to dispose of it: ", model.CleanLine(what)))
	return ok && model.SameReference(answer, what)
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
	f.StringVar(&id, "id", "", "one record or concern, by its `ID`")
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
