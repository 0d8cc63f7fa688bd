package upkeep

import (
	"isspp/store"
)

const reasonHint = "The reason stays in the log. Don't mention the child in it."

// whichReference asks for one of the list.
func whichReference(list []Due, hint string, check func(string, Answers) string) Question {
	words, values := rows(list)
	if len(list) == 0 {
		hint = "Nothing is kept yet. Esc goes back."
	}
	return Question{Key: "ref", Ask: "Which reference?", Rows: words, Values: values, Hint: hint, Check: check}
}

func (n *Notes) hold() Operation {
	return Operation{
		ID: "hold", Title: "Hold a reference, or lift a hold", Busy: "Noting it.",
		Help: "What is on hold is not disposed of, whatever its dates say. Both need a reason.",
		Steps: []Question{
			whichReference(n.Due, "One that is on hold is released; one that isn't is put on hold.", notEmpty),
			{Key: "reason", Hint: reasonHint, Check: reasonGiven, Asks: func(a Answers) string {
				if what := chosen(n.Due, a.Text["ref"]); what.Held {
					return "Why is the hold on " + what.Name() + " lifted?"
				}
				return "Why is " + chosen(n.Due, a.Text["ref"]).Name() + " put on hold?"
			}},
		},
		Do: func(a Answers) Result {
			what := chosen(n.Due, a.Text["ref"])
			r := n.Hold(what.Ref, what.ID, a.Text["reason"], what.Held)
			if r.Err == nil {
				r.say("", "The reason is in the log.")
			}
			return r
		},
	}
}

// Hold puts what a reference or an id names on hold, or lifts the hold.
func (n *Notes) Hold(ref, id, reason string, lift bool) Result {
	count, err := n.Store.Hold(ref, id, reason, !lift)
	said := "On hold: " + records(count) + ". Nothing of it is disposed of until the hold is lifted."
	switch {
	case count == 0 && lift:
		said = "There was no hold. Nothing has changed."
	case count == 0:
		said = "All of it is on hold already. Nothing has changed."
	case lift:
		said = "The hold is lifted: " + records(count) + "."
	}
	return told(err, sentences(said)...)
}

func (n *Notes) purge() Operation {
	return Operation{
		ID: "purge", Title: "Dispose of a reference", Off: n.Writing,
		Busy: "Rewriting the notes and the backups without it.",
		Help: "For good, with a reason: from the notes, the backups and what was set aside. Those due for review " +
			"come first. " +
			"A hold refuses it.",
		Intro: "Those due for review come first. Nothing is ever disposed of by itself.",
		Steps: []Question{
			whichReference(n.Due, "", func(answer string, a Answers) string {
				if why := notEmpty(answer, a); why != "" {
					return why
				}
				return chosen(n.Due, answer).OnHold()
			}),
			{Key: "reason", Ask: "Why, in a few words?", Hint: reasonHint, Check: reasonGiven},
			{
				Key:   "name",
				About: func(a Answers) string { return chosen(n.Due, a.Text["ref"]).Warning() },
				Asks: func(a Answers) string {
					return "This can't be undone. Type " + name(chosen(n.Due, a.Text["ref"]).Name()) +
						" to dispose of it"
				},
				Hint: "The notes lock afterwards, so that nothing of it stays on the screen or in memory.",
				Check: func(answer string, a Answers) string {
					if what := chosen(n.Due, a.Text["ref"]); !what.Named(answer) {
						return "That is not the reference that was chosen, " + name(what.Name()) +
							". Nothing was disposed of."
					}
					return ""
				},
			},
		},
		Do: func(a Answers) Result {
			what := chosen(n.Due, a.Text["ref"])
			r := n.Dispose(what.Ref, what.ID, a.Text["reason"])
			// What the views still hold of it goes with the process.
			r.Closed = r.Err == nil && n.Store.Close() == nil
			return r
		},
	}
}

// Dispose disposes of what a reference or an id names, for good.
func (n *Notes) Dispose(ref, id, reason string) Result {
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
	return Result{Said: disposed(d), Amiss: len(d.Untouched) > 0}
}

// disposed tells what was disposed of, and what isspp did not reach.
func disposed(d *store.Disposal) []Line {
	out := []string{records(d.Records) + " disposed of, for good. The log keeps the reason and nothing of the content."}
	if d.Records == 0 {
		out[0] = "It was no longer in the notes."
	}
	if n := len(d.Rewritten); n == 1 {
		out = append(out, "1 backup or file set aside was written anew without it.")
	} else if n > 1 {
		out = append(out, Counted(n, "backup")+" and files set aside were written anew without it.")
	}
	for _, left := range d.Untouched {
		out = append(out, "Not reached, since "+left.Why+": "+name(left.Path)+
			". Delete it if it is a copy of these notes, or fix that and dispose of it again.")
	}
	return sentences(append(out, "Files that were exported or copied elsewhere are not reached.")...)
}
