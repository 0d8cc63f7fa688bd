package upkeep

import (
	"cmp"
	"slices"
	"strings"

	"isspp/model"
	"isspp/ui/cli"
)

const reasonHint = "The reason stays in the log. Don't mention the child in it."

func (n *Notes) whichReference(hint, flag string) Question {
	words, values := rows(n.Due)
	if len(n.Due) == 0 {
		hint = "Nothing is kept yet. Esc goes back."
	}
	return Question{
		Key: "ref", Ask: "Which reference?", Rows: words, Values: values, Hint: hint, Check: notEmpty,
		Flag: Flag{Name: "ref", Help: flag},
		Find: func(answer string, _ Answers) (any, string) {
			ref, id := answer, ""
			if strings.HasPrefix(answer, byID) {
				ref, id = "", answer[len(byID):]
			}
			due, err := DueOf(n.Store, ref, id, n.now())
			return due, problemOf(err)
		},
	}
}

// chosen is what was chosen from the list, or named in a shell.
func (n *Notes) chosen(a Answers) Due {
	if d, named := a.Found["ref"].(Due); named {
		return d
	}
	return n.listed(a.Text["ref"])
}

func (n *Notes) listed(value string) Due {
	i := slices.IndexFunc(n.Due, func(d Due) bool { return d.value() == value })
	if i < 0 {
		return Due{}
	}
	return n.Due[i]
}

func byIDFlag(does string) Flag {
	return Flag{Name: "id", Help: does + "one record or concern, by its `ID` or the first 8 digits of it"}
}

func (n *Notes) hold() Operation {
	return Operation{
		ID: "hold", Title: "Hold a reference, or lift a hold", Busy: "Noting it.",
		Help: "What is on hold is not disposed of, whatever its dates say. Both need a reason.",
		Command: &Command{
			Use: "hold", Short: "Put a reference on hold, or lift the hold",
			Long: "Nothing that is on hold is disposed of, whatever its dates say. The reason stays\n" +
				"in the log. Without --ref or --id it lists what is on hold.",
			Example: "  isspp notes hold --ref REF-123 --reason \"inquiry of 2026\"\n" +
				"  isspp notes hold --lift --ref REF-123 --reason \"the inquiry is over\"",
			Texts:    []Flag{byIDFlag("")},
			Switches: []Flag{{Name: "lift", Help: "lift the hold"}},
		},
		Steps: []Question{
			n.whichReference("One that is on hold is released; one that isn't is put on hold.", "the `REFERENCE` to hold"),
			{
				Key: "reason", Hint: reasonHint, Check: reasonGiven,
				Flag:    Flag{Name: "reason", Help: "say why with `TEXT`, a few words"},
				Missing: "--reason says why, in a few words. It stays in the log",
				Asks: func(a Answers) string {
					if n.lifts(a) {
						return "Why is the hold on " + n.chosen(a).Name() + " lifted?"
					}
					return "Why is " + n.chosen(a).Name() + " put on hold?"
				},
			},
		},
		Do: func(a Answers) Result {
			what := n.chosen(a)
			count, err := n.Store.Hold(what.Ref, what.ID, a.Text["reason"], !n.lifts(a))
			said := "On hold: " + records(count) + ". Nothing of it is disposed of until the hold is lifted."
			switch {
			case count == 0 && n.lifts(a):
				said = "There was no hold. Nothing has changed."
			case count == 0:
				said = "All of it is on hold already. Nothing has changed."
			case n.lifts(a):
				said = "The hold is lifted: " + records(count) + "."
			}
			r := told(err, Line{Text: said})
			if err == nil {
				r.apart("", "", "The reason is in the log.")
			}
			return r
		},
	}
}

// lifts reports whether a hold is lifted: the app changes what there is.
func (n *Notes) lifts(a Answers) bool {
	if a.Shell != nil {
		return a.Set("lift")
	}
	return n.chosen(a).Held
}

// orList is a command's operation on what is named, or a list where nothing is given.
func (o Operation) orList(a Answers, which string, list func() Result) Operation {
	given := false
	for key, text := range a.Text {
		given = given || text != "" && key != asJSON.Name
	}
	if a.Shell != nil && !given {
		return Operation{Command: &Command{ReadOnly: true}, Do: func(Answers) Result { return list() }}
	}
	o.Command.Check = func(a Answers) error {
		id := a.Text["id"]
		switch {
		case id != "" && a.Set("ref"):
			return cli.Usagef("--ref or --id: one of them, not both")
		case id != "":
			a.Text["ref"] = byID + id
		case !a.Set("ref"):
			return cli.Usagef("%s", which)
		}
		return nil
	}
	return o
}

func (n *Notes) holding(a Answers) Operation {
	return n.hold().orList(a,
		"which reference? --ref REFERENCE. Without it what is on hold is listed: isspp notes hold",
		func() Result { return onHold(DueList(n.Store, n.now())) })
}

func (n *Notes) purge() Operation {
	return Operation{
		ID: "purge", Title: "Dispose of a reference", Off: n.Writing,
		Busy: "Rewriting the notes and the backups without it.",
		Help: "For good, with a reason: from the notes, the backups and what was set aside. Those due for review " +
			"come first. A hold refuses it.",
		Intro: "Those due for review come first. Nothing is ever disposed of by itself.",
		Command: &Command{
			Use: "purge", Short: "List what is due for review, or dispose of a reference",
			Long: "Without --ref or --id it lists the references, those due for review first. With one\n" +
				"it disposes of everything under it, for good: from the notes, the backups and what\n" +
				"was set aside. The reason stays in the log, with nothing of the content. Nothing is\n" +
				"ever disposed of by itself, and a hold refuses it. Before the last question it says\n" +
				"what isn't in the school's own record yet; --yes alone doesn't skip that.\n\n" +
				"Files that were exported or copied elsewhere are not reached.",
			Example: "  isspp notes purge   what is due for review, and the rest\n" +
				"  isspp notes purge --ref REF-123 --reason \"kept until the child was 25\"",
			Texts: []Flag{byIDFlag("dispose of ")},
			Switches: []Flag{
				{Name: "yes", Help: "don't ask again"},
				{Name: "not-filed", Help: "with --yes: also what is not yet in the school's own record"},
				{Name: asJSON.Name, Help: "the list as JSON"},
			},
		},
		Steps: n.purgeSteps(),
		Do: func(a Answers) Result {
			what := n.chosen(a)
			ref := what.Ref
			if typed := a.Text["ref"]; a.Shell != nil && a.Text["id"] == "" && typed != "" {
				ref = typed // copies may still have it under the reference from before
			}
			r := n.dispose(ref, what.ID, a.Text["reason"])
			if a.Shell == nil { // what the views still hold of it goes with the process
				r.Closed = r.Err == nil && n.Store.Close() == nil
			}
			return r
		},
	}
}

func (n *Notes) purgeSteps() []Question {
	which := n.whichReference("", "dispose of everything under `REFERENCE`")
	which.Check = func(answer string, a Answers) string {
		if why := notEmpty(answer, a); why != "" {
			return why
		}
		return n.listed(answer).OnHold()
	}
	find := which.Find
	which.Find = func(answer string, a Answers) (any, string) {
		if err := n.Store.ReadOnly(); err != nil {
			return nil, err.Error()
		}
		found, problem := find(answer, a)
		switch what, _ := found.(Due); {
		case problem != "":
		case what.Held:
			problem = what.OnHold() + " isspp notes hold --lift --ref REFERENCE --reason \"…\" lifts it."
		case a.Set("yes") && what.NotFiled && !a.Set("not-filed"):
			problem = name(cmp.Or(what.Ref, what.ID)) + ": " + what.Warning() +
				" Nothing was disposed of. File it first, or add --not-filed"
		}
		return found, problem
	}
	return []Question{
		which,
		{
			Key: "reason", Ask: "Why, in a few words?", Hint: reasonHint, Check: reasonGiven,
			Flag:    Flag{Name: "reason", Help: "say why with `TEXT`: a few words, without content"},
			Missing: "--reason says why, in a few words without content. It stays in the log",
		},
		{
			Key: "name", Skip: func(a Answers) bool { return a.Set("yes") },
			About: func(a Answers) string {
				if what := n.chosen(a); a.Shell != nil {
					return name(what.Name()) + ": " + what.Warning()
				}
				return n.chosen(a).Warning()
			},
			Asks: func(a Answers) string {
				return "This can't be undone. Type " + name(n.chosen(a).Name()) + " to dispose of it"
			},
			Hint:    "The notes lock afterwards, so that nothing of it stays on the screen or in memory.",
			Missing: "there is no terminal to confirm at. Nothing was disposed of. In a script: --yes",
			Check: func(answer string, a Answers) string {
				if what := n.chosen(a); !what.Named(answer) {
					return "That is not the reference that was chosen, " + name(what.Name()) +
						". Nothing was disposed of."
				}
				return ""
			},
		},
	}
}

func (n *Notes) purging(a Answers) Operation {
	return n.purge().orList(a,
		"dispose of what? --ref REFERENCE. Without it the references are listed: isspp notes purge",
		func() Result {
			list := DueList(n.Store, n.now())
			r := heads(list)
			r.JSON = func() any { return map[string]any{"references": append([]Due{}, list...)} }
			return r
		})
}

func (n *Notes) dispose(ref, id, reason string) Result {
	// What is put aside would come back with the next unlocking, so only the notes
	// themselves will do.
	if err := n.Store.SaveUnsaved(); err != nil {
		return Result{Err: err, Said: sentences(lastChangeHere)}
	}
	// Where the person was at the last lock may be in what goes now. Unlocking without
	// it begins at the tab's own page.
	_ = n.Store.KeepPlace(nil)
	d, err := n.Store.Purge(ref, id, reason)
	if err != nil {
		return Result{Err: err}
	}
	out := []string{records(d.Records) + " disposed of, for good. The log keeps the reason and nothing of the content."}
	if d.Records == 0 {
		out[0] = "It was no longer in the notes."
	}
	if n := len(d.Rewritten); n == 1 {
		out = append(out, "1 backup or file set aside was written anew without it.")
	} else if n > 1 {
		out = append(out, model.Count(n, "backup")+" and files set aside were written anew without it.")
	}
	for _, left := range d.Untouched {
		out = append(out, "Not reached, since "+left.Why+": "+name(left.Path)+
			". Delete it if it is a copy of these notes, or fix that and dispose of it again.")
	}
	out = append(out, "Files that were exported or copied elsewhere are not reached.")
	return Result{Said: sentences(out...), Amiss: len(d.Untouched) > 0}
}
